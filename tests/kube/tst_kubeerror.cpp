// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/json.h"
#include "core/kube/kubeerror.h"
#include "tests/support/kube/faketransport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

using Kind = KubeError::Kind;

class KubeErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void kindOfAnswers_data();
    void kindOfAnswers();
    void conflictNamesFieldAndManager();
    void repeatedCausesAreToldOnce();
    void unknownFieldsAreReadFromTheMessage_data();
    void unknownFieldsAreReadFromTheMessage();
    void htmlIsNoMessage();
    void retryAfterIsSecondsOnly();
    void serverFaultMayHaveHappened();
    void warningHeaders_data();
    void warningHeaders();
    void jsonIsReadStrictly_data();
    void jsonIsReadStrictly();
};

void KubeErrorTest::kindOfAnswers_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<int>("kind");
    const auto text = [](int code, const QByteArray &body) {
        return Response{.status = code, .headers = {{"Content-Type", "text/plain"}}, .body = body};
    };
    const auto row = [](const char *name, const Response &response, Kind kind) {
        QTest::newRow(name) << response << int(kind);
    };
    row("401", status(401, "Unauthorized", "Unauthorized"), Kind::Unauthorized);
    row("403", status(403, "Forbidden", "x is forbidden"), Kind::Forbidden);
    row("403 with an empty reason", status(403, "", "x is forbidden: "), Kind::Forbidden);
    row("namespace being deleted",
        status(403, "Forbidden", "no",
               R"({"causes":[{"reason":"NamespaceTerminating","message":"m","field":"metadata.namespace"}]})"),
        Kind::Terminating);
    row("object missing", status(404, "NotFound", "no", R"({"name":"a","kind":"serviceentries"})"), Kind::NotFound);
    row("namespace missing", status(404, "NotFound", "no", R"({"name":"a","kind":"namespaces"})"),
        Kind::NamespaceMissing);
    row("kind missing", text(404, "404 page not found\n"), Kind::ResourceMissing);
    row("exists", status(409, "AlreadyExists", "x"), Kind::AlreadyExists);
    row("conflict of fields",
        status(409, "Conflict", "x",
               R"({"causes":[{"reason":"FieldManagerConflict","message":"conflict with \"a\"","field":".spec"}]})"),
        Kind::Conflict);
    row("stale version", status(409, "Conflict", "the object has been modified"), Kind::Changed);
    row("other uid",
        status(
            422, "Invalid", "x",
            R"({"causes":[{"reason":"FieldValueInvalid","message":"Invalid value: \"0\": field is immutable","field":"metadata.uid"}]})"),
        Kind::Changed);
    row("expired", status(410, "Expired", "x"), Kind::Expired);
    row("schema",
        status(422, "Invalid", "x", R"({"causes":[{"reason":"FieldValueInvalid","message":"m","field":"spec.a"}]})"),
        Kind::Invalid);
    row("too large", status(413, "RequestEntityTooLarge", "x"), Kind::TooLarge);
    row("too many requests", text(429, "Too many requests, please try again later."), Kind::TooManyRequests);
    row("unknown field, told as 500",
        status(500, "",
               "failed to create typed patch object (n/a; g/v1, Kind=K): .spec.bogus: field not declared in schema"),
        Kind::UnknownField);
    row("unknown field of a create", status(400, "BadRequest", "strict decoding error: unknown field \\\"spec.a\\\""),
        Kind::UnknownField);
    row("webhook says no", status(403, "", "admission webhook \\\"a.b\\\" denied the request: no"), Kind::Denied);
    row("webhook says no with 400", status(400, "", "admission webhook \\\"a.b\\\" denied the request: no"),
        Kind::Denied);
    row("policy says no",
        status(422, "Invalid", "x is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no"),
        Kind::Denied);
    row("webhook fails", status(500, "InternalError", "Internal error occurred: failed calling webhook"),
        Kind::ServerError);
    row("wrong media type", status(415, "UnsupportedMediaType", "x"), Kind::BadRequest);
    row("gateway timeout", status(504, "Timeout", "x"), Kind::Timeout);
    row("bad gateway", text(502, "Bad Gateway"), Kind::Unavailable);
    row("unavailable", text(503, "service unavailable"), Kind::Unavailable);
    row("server error", text(500, "boom"), Kind::ServerError);
    row("redirect", text(302, "<a href>"), Kind::BadAnswer);
}

void KubeErrorTest::kindOfAnswers()
{
    QFETCH(Response, response);
    QFETCH(int, kind);
    const KubeError error = errorOf(response, "PATCH");
    QCOMPARE(int(error.kind), kind);
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!error.toError(u"It failed."_s).next.isEmpty());
}

void KubeErrorTest::conflictNamesFieldAndManager()
{
    const KubeError error = errorOf(
        status(
            409, "Conflict", "x",
            R"({"causes":[{"reason":"FieldManagerConflict","message":"conflict with \"kubectl-edit\" using networking.istio.io/v1","field":".spec.hosts"}]})"),
        "PATCH");
    QCOMPARE(error.causes.size(), 1);
    QCOMPARE(error.causes[0].field, u"spec.hosts"_s);
    QCOMPARE(error.causes[0].manager, u"kubectl-edit"_s);
}

void KubeErrorTest::repeatedCausesAreToldOnce()
{
    const QByteArray cause = R"({"reason":"FieldValueInvalid","message":"m","field":"metadata.labels"})";
    QCOMPARE(errorOf(status(422, "Invalid", "x", R"({"causes":[)" + cause + ',' + cause + ',' + cause + "]}"), "PATCH")
                 .causes.size(),
             1);
}

void KubeErrorTest::unknownFieldsAreReadFromTheMessage_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QStringList>("fields");
    const QByteArray begin = "failed to create typed patch object (mytest/a; g.io/v1, Kind=K): ";
    QTest::newRow("one") << begin + ".spec.bogus: field not declared in schema" << QStringList(u"spec.bogus"_s);
    QTest::newRow("in a list") << begin
            + ".spec.rules[0].to[0].port.number: expected numeric (int or float), got string"
                               << QStringList(u"spec.rules[0].to[0].port.number"_s);
    QTest::newRow("several") << begin
            + R"(errors:\n  .spec.a[0].prot: field not declared in schema\n  .spec.bogus: field not declared in schema)"
                             << QStringList({u"spec.a[0].prot"_s, u"spec.bogus"_s});
    QTest::newRow("list key") << begin + R"(.spec.ports: duplicate entries for key [name=\"a\"])"
                              << QStringList(u"spec.ports"_s);
    QTest::newRow("without namespace") << QByteArray(
        "failed to create typed patch object (/demo; /v1, Kind=Service): .spec.bogus: field not declared in schema")
                                       << QStringList(u"spec.bogus"_s);
    QTest::newRow("1.20") << QByteArray("failed to create typed patch object: .bogus: field not declared in schema")
                          << QStringList(u"bogus"_s);
    QTest::newRow("create") << QByteArray(
        R"(strict decoding error: unknown field \"spec.bogus\", duplicate field \"kind\")")
                            << QStringList({u"spec.bogus"_s, u"kind"_s});
}

void KubeErrorTest::unknownFieldsAreReadFromTheMessage()
{
    QFETCH(QByteArray, message);
    QFETCH(QStringList, fields);
    const bool isCreate = message.startsWith("strict");
    const KubeError error = errorOf(status(isCreate ? 400 : 500, "", message), "PATCH");
    QCOMPARE(error.kind, Kind::UnknownField);
    QStringList found;
    for (const KubeError::Cause &cause : error.causes)
        found.append(cause.field);
    QCOMPARE(found, fields);
    QVERIFY(!error.maybeDone);
}

void KubeErrorTest::htmlIsNoMessage()
{
    const KubeError error =
        errorOf({.status = 502, .headers = {{"Content-Type", "text/html"}}, .body = "<html>…</html>"}, "GET");
    QVERIFY(!error.message.contains(u'<'));
}

void KubeErrorTest::retryAfterIsSecondsOnly()
{
    Response response = status(429, "TooManyRequests", "x");
    QVERIFY(!errorOf(response, "GET").retryAfter);
    response.headers.append(Header{"retry-after", "3"});
    QCOMPARE(errorOf(response, "GET").retryAfter, std::chrono::seconds(3));
    response.headers.last().value = "Wed, 21 Oct 2026 07:28:00 GMT";
    QVERIFY(!errorOf(response, "GET").retryAfter);
}

void KubeErrorTest::serverFaultMayHaveHappened()
{
    QVERIFY(errorOf(status(500, "InternalError", "etcd is slow"), "PATCH").maybeDone);
    QVERIFY(!errorOf(status(409, "Conflict", "x"), "PATCH").maybeDone);
}

void KubeErrorTest::warningHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("one") << QByteArray(R"(299 - "text")") << QStringList(u"text"_s);
    QTest::newRow("escapes") << QByteArray(R"(299 - "a \"b\" \\ c")") << QStringList(u"a \"b\" \\ c"_s);
    QTest::newRow("UTF-8") << QByteArray("299 - \"\xc3\xa9\"") << QStringList(u"é"_s);
    QTest::newRow("date") << QByteArray(R"(299 - "text" "Wed, 21 Oct 2015 07:28:00 GMT")") << QStringList(u"text"_s);
    QTest::newRow("agent") << QByteArray(R"(299 host:80 "text")") << QStringList(u"text"_s);
    QTest::newRow("list") << QByteArray(R"(299 - "a, b", 299 - "c")") << QStringList({u"a, b"_s, u"c"_s});
    QTest::newRow("list without blanks") << QByteArray(R"(299 - "a",299 - "b")") << QStringList({u"a"_s, u"b"_s});
    QTest::newRow("twice the same") << QByteArray(R"(299 - "a", 299 - "a")") << QStringList(u"a"_s);
    QTest::newRow("other code") << QByteArray(R"(199 - "a", 299 - "b")") << QStringList(u"b"_s);
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("no text") << QByteArray("299 -") << QStringList();
    QTest::newRow("no end") << QByteArray("299 - \"a") << QStringList();
    QTest::newRow("no quotes") << QByteArray("299 - a") << QStringList();
    QTest::newRow("code of two digits") << QByteArray(R"(29 - "a")") << QStringList();
    QTest::newRow("rubbish behind") << QByteArray(R"(299 - "a" b)") << QStringList();
    QTest::newRow("escape at the end") << QByteArray("299 - \"a\\") << QStringList();
}

void KubeErrorTest::warningHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(QStringList, texts);
    QCOMPARE(warningTexts({header}), texts);
}

void KubeErrorTest::jsonIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("all kinds") << QByteArray(R"( {"a":[1,-2.5e3,true,false,null,"x\u00e9\n\"\\\/"],"b":{}} )") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("cut") << QByteArray(R"({"a":)") << false;
    QTest::newRow("cut in a text") << QByteArray(R"({"a":"b)") << false;
    QTest::newRow("cut in an escape") << QByteArray("\"\\u12") << false;
    QTest::newRow("trailing comma") << QByteArray("[1,]") << false;
    QTest::newRow("two values") << QByteArray("{} {}") << false;
    QTest::newRow("bare word") << QByteArray("{a:1}") << false;
    QTest::newRow("control character") << QByteArray("\"\n\"") << false;
    QTest::newRow("number and more") << QByteArray("1x") << false;
    QTest::newRow("sign only") << QByteArray("-") << false;
    QTest::newRow("too deep") << QByteArray(100000, '[') << false;
}

void KubeErrorTest::jsonIsReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isJson);
    const std::optional<Value> value = fromJson(text);
    QCOMPARE(bool(value), isJson);
    if (isJson) {
        QCOMPARE((*value)[u"a"][1].toDouble(), -2500.0);
        QCOMPARE((*value)[u"a"][5].text(), u"xé\n\"\\/"_s);
    }
}

QTEST_GUILESS_MAIN(KubeErrorTest)
#include "tst_kubeerror.moc"
