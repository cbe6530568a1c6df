// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

DocumentReading readingOf(const QByteArray &oneCase)
{
    return workspaceOf(
               "apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata: {name: smoke}\nspec:\n  cases:\n  - "
               + oneCase + "\n")
        .reading(0, 0);
}

} // namespace

class ExpectationsTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldIsRead();
    void whatIsWrongIsReportedOnce_data();
    void whatIsWrongIsReportedOnce();
};

void ExpectationsTest::everyFieldIsRead()
{
    const DocumentReading reading =
        readingOf(R"({name: one, from: {namespace: mytest, labels: {app: a}, serviceAccount: sa},
    request: {url: "http://www.httpbin.org:8080/get", method: POST, headers: {x-a: b}}, expect: {verdict: blocked, status: 403}})");
    QCOMPARE(codesAndFields(reading.findings), QStringList());
    const Expectation &one = reading.expectations()->cases[0];
    QCOMPARE(one.name, u"one"_s);
    QCOMPARE(one.labels, (Labels{{u"app"_s, u"a"_s}}));
    QCOMPARE(one.serviceAccount, u"sa"_s);
    QCOMPARE(one.request.url, u"http://www.httpbin.org:8080/get"_s);
    QCOMPARE(one.request.method, u"POST"_s);
    QCOMPARE(one.request.headers, (QList<std::pair<QString, QString>>{{u"x-a"_s, u"b"_s}}));
    QCOMPARE(one.verdict, ExpectedVerdict::Blocked);
    QCOMPARE(one.status, std::optional(403));
}

void ExpectationsTest::whatIsWrongIsReportedOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const QByteArray &text, const QString &finding) {
        QTest::newRow(name) << text << finding;
    };
    const QByteArray from = "from: {namespace: a}, ";
    const QByteArray url = "request: {url: 'http://a.b'}, ";
    row("no from", "{" + url + "expect: {verdict: any}}", u"field.required spec.cases[0]"_s);
    row("bad namespace", "{from: {namespace: A_B}, " + url + "expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].from.namespace"_s);
    row("bad label", "{from: {namespace: a, labels: {a: 'b c'}}, " + url + "expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].from.labels.a"_s);
    row("url and tcp", "{" + from + "request: {url: 'http://a.b', tcp: 'a.b:1'}, expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].request"_s);
    row("other scheme", "{" + from + "request: {url: 'ftp://a.b'}, expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].request.url"_s);
    row("no host", "{" + from + "request: {url: 'http:///x'}, expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].request.url"_s);
    row("tcp without port", "{" + from + "request: {tcp: a.b}, expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].request.tcp"_s);
    row("tcp with path", "{" + from + "request: {tcp: 'a.b:1/x'}, expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].request.tcp"_s);
    row("method", "{" + from + "request: {url: 'http://a.b', method: get}, expect: {verdict: any}}",
        u"expectations.invalid spec.cases[0].request.method"_s);
    row("verdict", "{" + from + url + "expect: {verdict: 'yes'}}",
        u"expectations.invalid spec.cases[0].expect.verdict"_s);
    row("status", "{" + from + url + "expect: {status: 999}}", u"expectations.invalid spec.cases[0].expect.status"_s);
    row("nothing expected", "{" + from + url + "expect: {}}", u"expectations.invalid spec.cases[0].expect"_s);
    row("no expect", "{" + from + "request: {url: 'http://a.b'}}", u"field.required spec.cases[0]"_s);
}

void ExpectationsTest::whatIsWrongIsReportedOnce()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, finding);
    QCOMPARE(codesAndFields(readingOf(text).findings), QStringList{finding});
}

QTEST_APPLESS_MAIN(ExpectationsTest)
#include "tst_expectations.moc"
