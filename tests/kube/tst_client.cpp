// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/client.h"
#include "core/yaml/write.h"
#include "tests/support/kube/faketransport.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

namespace {

const Resource serviceEntries{
    .group = u"networking.istio.io"_s, .version = u"v1"_s, .plural = u"serviceentries"_s, .kind = u"ServiceEntry"_s};

/// Runs one call to its end.
template<typename T, typename Start>
std::optional<Outcome<T>> outcomeOf(Start start)
{
    std::optional<Outcome<T>> outcome;
    start([&](Outcome<T> result) { outcome = std::move(result); });
    for (int i = 0; i < 100 && !outcome; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    return outcome;
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

private slots:
    void applySendsTheWholeObjectUnderOurName();
    void dryRunAndForceAreSaidInTheQuery();
    void createdIsToldFromChanged();
    void pagesOfAListAreFetchedUntilTheLast();
    void expiredPageStartsTheListOnceMoreInOnePiece();
    void expiredFirstPageIsAnError();
    void itemsOfABuiltInListLearnTheirKind();
    void deletionCarriesUidAndResourceVersion();
    void deletionThatFinalizersHoldIsNotGone();
    void warningsComeWithSuccessAndWithErrors();
    void discoveryPutsThePreferredVersionFirst();
    void groupThatTheServerLacksIsNoError();
    void versionThatCannotBeAskedIsStale();
    void forbiddenDiscoveryIsAnError();
    void accessQuestionNamesWhatItAsks();
    void watchGivesEventsAndThePlaceToGoOnFrom();
    void expiredWatchSaysSo();
    void cancelledListFetchesNoMorePages();
    void callOfAContextThatIsGoneEndsSilently();
    void namesCannotLeadOutOfThePath();
    void pageThatIsNoJsonIsABadAnswer();

private:
    FakeTransport m_transport;
    Client m_client{m_transport};
};

void ClientTest::applySendsTheWholeObjectUnderOurName()
{
    m_transport.requests.clear();
    m_transport.answer = [](const Request &request) { return json(200, request.body); };
    const ApplyQuery query{.resource = serviceEntries,
                           .namespaceName = u"mytest"_s,
                           .name = u"a"_s,
                           .object = Value::map({{u"kind"_s, u"ServiceEntry"_s}})};
    const auto outcome = outcomeOf<Applied>([&](auto done) { m_client.apply(query, this, done); });
    QVERIFY(outcome && *outcome);
    const Request &request = m_transport.requests.first();
    QCOMPARE(request.verb, "PATCH");
    QCOMPARE(request.path,
             "/apis/networking.istio.io/v1/namespaces/mytest/serviceentries/a"
             "?fieldManager=sallyport&fieldValidation=Strict&force=false");
    QVERIFY(request.headers.contains(Header{"Content-Type", "application/apply-patch+yaml"}));
    QCOMPARE(request.body, R"({"kind":"ServiceEntry"})");
    QVERIFY(request.repeatable);
}

void ClientTest::dryRunAndForceAreSaidInTheQuery()
{
    m_transport.requests.clear();
    m_transport.answer = [](const Request &) { return json(200, "{}"); };
    const ApplyQuery query{.resource = serviceEntries,
                           .namespaceName = u"n"_s,
                           .name = u"a"_s,
                           .object = Value::map(),
                           .dryRun = true,
                           .force = true};
    outcomeOf<Applied>([&](auto done) { m_client.apply(query, this, done); });
    QVERIFY(m_transport.requests.first().path.endsWith("&force=true&dryRun=All"));
}

void ClientTest::createdIsToldFromChanged()
{
    for (const int status : {200, 201}) {
        m_transport.answer = [status](const Request &) { return json(status, "{}"); };
        const ApplyQuery query{
            .resource = serviceEntries, .namespaceName = u"n"_s, .name = u"a"_s, .object = Value::map()};
        const auto outcome = outcomeOf<Applied>([&](auto done) { m_client.apply(query, this, done); });
        QCOMPARE((*outcome)->created, status == 201);
    }
}

void ClientTest::pagesOfAListAreFetchedUntilTheLast()
{
    m_transport.requests.clear();
    m_transport.answer = [](const Request &request) {
        if (request.path.contains("continue=t%2B1"))
            return json(
                200,
                R"({"metadata":{"resourceVersion":"7"},"items":[{"kind":"ServiceEntry","metadata":{"name":"b"}}]})");
        return json(
            200,
            R"({"metadata":{"resourceVersion":"7","continue":"t+1"},"items":[{"kind":"ServiceEntry","metadata":{"name":"a"}}]})");
    };
    const auto outcome = outcomeOf<ObjectList>([&](auto done) {
        m_client.list({.resource = serviceEntries, .labelSelector = u"sallyport.dev/mesh=m 1"_s}, this, done);
    });
    QVERIFY(outcome && *outcome);
    QCOMPARE((*outcome)->items.size(), 2u);
    QCOMPARE((*outcome)->items[1][u"metadata"][u"name"].text(), u"b"_s);
    QCOMPARE((*outcome)->resourceVersion, u"7"_s);
    QCOMPARE(m_transport.requests.first().path,
             "/apis/networking.istio.io/v1/serviceentries?labelSelector=sallyport.dev%2Fmesh%3Dm%201&limit=500");
    QCOMPARE(m_transport.requests.size(), 2);
}

void ClientTest::expiredPageStartsTheListOnceMoreInOnePiece()
{
    m_transport.requests.clear();
    m_transport.answer = [](const Request &request) {
        if (request.path.contains("continue="))
            return status(410, "Expired", "too old");
        if (request.path.contains("limit="))
            return json(200, R"({"metadata":{"continue":"t"},"items":[{"metadata":{"name":"old"}}]})");
        return json(200, R"({"metadata":{"resourceVersion":"9"},"items":[{"metadata":{"name":"new"}}]})");
    };
    const auto outcome =
        outcomeOf<ObjectList>([&](auto done) { m_client.list({.resource = serviceEntries}, this, done); });
    QVERIFY(outcome && *outcome);
    QCOMPARE((*outcome)->items.size(), 1u);
    QCOMPARE((*outcome)->items[0][u"metadata"][u"name"].text(), u"new"_s);
}

void ClientTest::expiredFirstPageIsAnError()
{
    m_transport.answer = [](const Request &) { return status(410, "Expired", "too old"); };
    const auto outcome =
        outcomeOf<ObjectList>([&](auto done) { m_client.list({.resource = serviceEntries}, this, done); });
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().kind, KubeError::Kind::Expired);
}

void ClientTest::itemsOfABuiltInListLearnTheirKind()
{
    m_transport.answer = [](const Request &) {
        return json(200,
                    R"({"kind":"NamespaceList","apiVersion":"v1","metadata":{},"items":[{"metadata":{"name":"a"}}]})");
    };
    const Resource namespaces{
        .version = u"v1"_s, .plural = u"namespaces"_s, .kind = u"Namespace"_s, .namespaced = false};
    const auto outcome = outcomeOf<ObjectList>([&](auto done) { m_client.list({.resource = namespaces}, this, done); });
    QCOMPARE((*outcome)->items[0][u"kind"].text(), u"Namespace"_s);
    QCOMPARE((*outcome)->items[0][u"apiVersion"].text(), u"v1"_s);
}

void ClientTest::deletionCarriesUidAndResourceVersion()
{
    m_transport.requests.clear();
    m_transport.answer = [](const Request &) {
        return json(200, R"({"kind":"Status","status":"Success","details":{"uid":"u-1"}})");
    };
    const auto outcome = outcomeOf<Deleted>([&](auto done) {
        m_client.remove({.resource = serviceEntries,
                         .namespaceName = u"n"_s,
                         .name = u"a"_s,
                         .uid = u"u-1"_s,
                         .resourceVersion = u"5"_s},
                        this, done);
    });
    QVERIFY(outcome && *outcome && (*outcome)->gone);
    const Request &request = m_transport.requests.first();
    QCOMPARE(request.verb, "DELETE");
    QVERIFY(request.body.contains(R"("preconditions":{"resourceVersion":"5","uid":"u-1"})"));
    QVERIFY(!request.body.contains("dryRun"));
}

void ClientTest::deletionThatFinalizersHoldIsNotGone()
{
    m_transport.answer = [](const Request &) {
        return json(200, R"({"kind":"ServiceEntry","metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"}})");
    };
    const auto outcome = outcomeOf<Deleted>([&](auto done) {
        m_client.remove({.resource = serviceEntries, .namespaceName = u"n"_s, .name = u"a"_s, .uid = u"u"_s}, this,
                        done);
    });
    QVERIFY(outcome && *outcome && !(*outcome)->gone);
    QCOMPARE((*outcome)->object[u"kind"].text(), u"ServiceEntry"_s);
}

void ClientTest::warningsComeWithSuccessAndWithErrors()
{
    for (const int code : {200, 422}) {
        m_transport.answer = [code](const Request &) {
            Response response = code == 200 ? json(200, "{}") : status(422, "Invalid", "no");
            response.headers.append(Header{"Warning", R"(299 - "one, with comma", 299 - "two \"q\"")"});
            response.headers.append(Header{"Warning", R"(299 - "one, with comma")"});
            return response;
        };
        const auto outcome =
            outcomeOf<Value>([&](auto done) { m_client.get(serviceEntries, u"n"_s, u"a"_s, this, done); });
        QCOMPARE(bool(*outcome), code == 200);
        QCOMPARE(outcome->warnings(), QStringList({u"one, with comma"_s, u"two \"q\""_s}));
    }
}

void ClientTest::discoveryPutsThePreferredVersionFirst()
{
    m_transport.answer = [](const Request &request) {
        if (request.path == "/apis/networking.istio.io")
            return json(
                200,
                R"({"kind":"APIGroup","versions":[{"version":"v1beta1"},{"version":"v1"}],"preferredVersion":{"version":"v1"}})");
        if (request.path == "/api")
            return json(200, R"({"kind":"APIVersions","versions":["v1"]})");
        if (request.path == "/api/v1")
            return json(
                200,
                R"({"resources":[{"name":"pods","kind":"Pod","namespaced":true,"verbs":["get"]},{"name":"pods/exec","kind":"PodExecOptions"}]})");
        return json(
            200,
            R"({"resources":[{"name":"serviceentries","kind":"ServiceEntry","namespaced":true,"verbs":["get","patch"]}]})");
    };
    const auto outcome = outcomeOf<Discovery>([&](auto done) {
        m_client.discover({u""_s, u"networking.istio.io"_s}, this, done);
    });
    QVERIFY(outcome && *outcome);
    QCOMPARE((*outcome)->find(u"networking.istio.io"_s, u"ServiceEntry"_s)->version, u"v1"_s);
    QCOMPARE((*outcome)->find(u"networking.istio.io"_s, u"ServiceEntry"_s, {u"v1beta1"_s, u"v1"_s})->version,
             u"v1beta1"_s);
    QCOMPARE((*outcome)->find(u"networking.istio.io"_s, u"ServiceEntry"_s, {u"v2"_s}), nullptr);
    QCOMPARE((*outcome)->find({}, u"Pod"_s)->plural, u"pods"_s);
    QCOMPARE((*outcome)->group({})->versions[0].subresources, QStringList(u"pods/exec"_s));
}

void ClientTest::groupThatTheServerLacksIsNoError()
{
    m_transport.answer = [](const Request &) { return Response{.status = 404, .body = "404 page not found\n"}; };
    const auto outcome =
        outcomeOf<Discovery>([&](auto done) { m_client.discover({u"istio.alibabacloud.com"_s}, this, done); });
    QVERIFY(outcome && *outcome);
    QVERIFY((*outcome)->groups.empty());
}

void ClientTest::versionThatCannotBeAskedIsStale()
{
    m_transport.answer = [](const Request &request) {
        if (request.path.endsWith("/v1"))
            return Response{.status = 503, .body = "service unavailable"};
        return json(200, R"({"versions":[{"version":"v1"}]})");
    };
    const auto outcome = outcomeOf<Discovery>([&](auto done) { m_client.discover({u"g"_s}, this, done); });
    QVERIFY(outcome && *outcome);
    QVERIFY((*outcome)->group(u"g"_s)->versions[0].stale);
}

void ClientTest::forbiddenDiscoveryIsAnError()
{
    m_transport.answer = [](const Request &) { return status(403, "Forbidden", "no"); };
    const auto outcome = outcomeOf<Discovery>([&](auto done) { m_client.discover({u"g"_s}, this, done); });
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().kind, KubeError::Kind::Forbidden);
}

void ClientTest::accessQuestionNamesWhatItAsks()
{
    m_transport.requests.clear();
    m_transport.answer = [](const Request &) { return json(201, R"({"status":{"allowed":true,"reason":"RBAC"}})"); };
    const auto outcome = outcomeOf<AccessAnswer>([&](auto done) {
        m_client.reviewAccess({.verb = u"patch"_s, .group = u"g"_s, .resource = u"r"_s, .namespaceName = u"n"_s}, this,
                              done);
    });
    QVERIFY(outcome && *outcome && (*outcome)->allowed);
    QVERIFY(m_transport.requests.first().body.contains(
        R"("resourceAttributes":{"group":"g","namespace":"n","resource":"r","verb":"patch"})"));
}

void ClientTest::watchGivesEventsAndThePlaceToGoOnFrom()
{
    m_transport.requests.clear();
    m_transport.answer = [](const Request &) {
        return json(200, R"({"type":"ADDED","object":{"metadata":{"name":"a","resourceVersion":"11"}}}
{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"12"}}}
)");
    };
    QList<WatchEvent> events;
    const auto outcome = outcomeOf<QString>([&](auto done) {
        m_client.watch(
            {.resource = serviceEntries, .resourceVersion = u"10"_s}, this,
            [&](const WatchEvent &event) { events.append(event); }, done);
    });
    QVERIFY(outcome && *outcome);
    QCOMPARE(**outcome, u"12"_s);
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].type, WatchEvent::Type::Added);
    QCOMPARE(events[0].object[u"metadata"][u"name"].text(), u"a"_s);
    QVERIFY(m_transport.requests.first().path.contains("resourceVersion=10"));
}

void ClientTest::expiredWatchSaysSo()
{
    m_transport.answer = [](const Request &) {
        return json(
            200,
            R"({"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old","reason":"Expired","code":410}}
)");
    };
    const auto outcome = outcomeOf<QString>([&](auto done) {
        m_client.watch(
            {.resource = serviceEntries}, this, [](const WatchEvent &) {}, done);
    });
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().kind, KubeError::Kind::Expired);
}

void ClientTest::cancelledListFetchesNoMorePages()
{
    m_transport.requests.clear();
    bool called = false;
    Call call;
    m_transport.answer = [&](const Request &) { return json(200, R"({"metadata":{"continue":"t"},"items":[]})"); };
    call = m_client.list({.resource = serviceEntries}, this, [&](const Outcome<ObjectList> &) { called = true; });
    QTRY_VERIFY(m_transport.requests.size() >= 3);
    call.cancel();
    const qsizetype before = m_transport.requests.size();
    QTest::qWait(20);
    QVERIFY(!called);
    QCOMPARE(m_transport.requests.size(), before);
}

void ClientTest::callOfAContextThatIsGoneEndsSilently()
{
    bool called = false;
    m_transport.answer = [](const Request &) { return json(200, "{}"); };
    {
        QObject context;
        m_client.get(serviceEntries, u"n"_s, u"a"_s, &context, [&](const Outcome<Value> &) { called = true; });
    }
    QTest::qWait(20);
    QVERIFY(!called);
}

void ClientTest::namesCannotLeadOutOfThePath()
{
    QCOMPARE(resourcePath(serviceEntries, u".."_s, u"a/b?c"_s),
             "/apis/networking.istio.io/v1/namespaces/%2E%2E/serviceentries/a%2Fb%3Fc");
}

void ClientTest::pageThatIsNoJsonIsABadAnswer()
{
    m_transport.answer = [](const Request &) { return Response{.status = 200, .body = "<html>Please sign in</html>"}; };
    const auto outcome = outcomeOf<Value>([&](auto done) { m_client.get(serviceEntries, u"n"_s, u"a"_s, this, done); });
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().kind, KubeError::Kind::BadAnswer);
}

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
