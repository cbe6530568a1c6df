// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/app/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

class TestTraceCommand : public QObject
{
    Q_OBJECT

private slots:
    void allowedIsStatusZero()
    {
        const ProgramRun run =
            trace({u"--from"_s, u"mytest/app=sleep-a"_s, u"--url"_s, u"http://www.httpbin.org/get"_s});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.out.startsWith("allowed: 200 from www.httpbin.org\n  sidecar "), run.out.constData());
        QVERIFY2(run.out.contains("http.yaml:"), run.out.constData());
    }

    void blockedIsStatusOne()
    {
        const ProgramRun run =
            trace({u"--from"_s, u"mytest/app=other,tier=web"_s, u"--url"_s, u"http://www.httpbin.org/get"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.startsWith("blocked: 502\n"), run.out.constData());
    }

    void whatIsNotKnownIsNamed()
    {
        const ProgramRun run = trace({u"--from"_s, u"elsewhere"_s, u"--url"_s, u"tcp://db.example.com:5432"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.startsWith("cannot tell: it is not known whether the mesh's outboundTrafficPolicy"),
                 run.out.constData());
    }

    void jsonHasTheDocumentedShape()
    {
        const ProgramRun run = trace(
            {u"--from"_s, u"mytest/app=sleep-a"_s, u"--url"_s, u"http://www.httpbin.org/"_s, u"--output"_s, u"json"_s});
        QCOMPARE(run.status, 0);
        const QJsonObject root = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(root.keys(),
                 (QStringList{u"gateway"_s, u"host"_s, u"missing"_s, u"outcome"_s, u"schema"_s, u"status"_s, u"steps"_s,
                              u"verdict"_s}));
        QCOMPARE(root["schema"_L1].toString(), u"sallyport.dev/trace/v1alpha1"_s);
        QCOMPARE(root["verdict"_L1].toString(), u"allowed"_s);
        QCOMPARE(root["status"_L1].toInt(), 200);
        QCOMPARE(root["gateway"_L1].toString(), u"egressgateway-a"_s);
        const QJsonArray steps = root["steps"_L1].toArray();
        QVERIFY(steps.size() >= 5);
        const QStringList keys = {u"field"_s, u"file"_s, u"line"_s, u"losers"_s, u"object"_s, u"stage"_s, u"text"_s};
        for (const QJsonValue &step : steps)
            QCOMPARE(step.toObject().keys(), keys);
        QVERIFY(steps.at(0)["line"_L1].toInt() > 0);
    }

    void headersAndMethodsCount()
    {
        const QByteArray rule =
            "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v, namespace: shop}\n"
            "spec:\n  hosts: [www.example.com]\n  http:\n  - match: [{headers: {x-team: {exact: one}, x-more: {exact: two}}, method: {exact: PUT}}]\n"
            "    directResponse: {status: 418}\n  - directResponse: {status: 403}\n"
            "---\napiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: s, namespace: shop}\n"
            "spec: {hosts: [www.example.com], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}\n";
        ProgramCall call{.program = QStringLiteral(SALLYPORT_PROGRAM), .input = rule, .folder = {}};
        const QStringList request = {u"trace"_s, u"-"_s,     u"--from"_s,
                                     u"shop"_s,  u"--url"_s, u"http://www.example.com"_s};
        QVERIFY(call.run(request).out.startsWith("blocked: 403\n"));
        const QStringList more =
            request + QStringList{u"--method"_s, u"PUT"_s, u"-H"_s, u"X-Team: one"_s, u"-H"_s, u"x-more: two"_s};
        QVERIFY2(call.run(more).out.startsWith("blocked: 418\n"), call.run(more).out.constData());
    }

    void wrongArgumentsAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no url") << QStringList{u"--from"_s, u"mytest"_s};
        QTest::newRow("no namespace") << QStringList{u"--from"_s, u"/app=a"_s, u"--url"_s, u"http://a.example.com"_s};
        QTest::newRow("no label") << QStringList{u"--from"_s, u"mytest/app"_s, u"--url"_s, u"http://a.example.com"_s};
        QTest::newRow("no port") << QStringList{u"--from"_s, u"mytest"_s, u"--url"_s, u"tcp://a.example.com"_s};
        QTest::newRow("another scheme") << QStringList{u"--from"_s, u"mytest"_s, u"--url"_s, u"ftp://a.example.com"_s};
        QTest::newRow("a header without a colon")
            << QStringList{u"--from"_s, u"mytest"_s, u"--url"_s, u"http://a.example.com"_s, u"-H"_s, u"x"_s};
    }

    void wrongArgumentsAreExplained()
    {
        QFETCH(QStringList, arguments);
        const ProgramRun run = trace(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains("sallyport trace --help"), run.err.constData());
    }

private:
    static ProgramRun trace(const QStringList &arguments)
    {
        const ProgramCall call{.program = QStringLiteral(SALLYPORT_PROGRAM), .input = {}, .folder = {}};
        return call.run(QStringList{u"trace"_s, QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/samples/http.yaml")}
                        + arguments);
    }
};

QTEST_GUILESS_MAIN(TestTraceCommand)
#include "tst_tracecommand.moc"
