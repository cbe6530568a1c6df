// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/app/program.h"
#include "tests/support/compiling.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::test;

namespace {

const QByteArray one = rule("{namespace: mytest, workloadSelector: {app: a}}",
                            "{hosts: [a.example.com], port: {number: 80, protocol: HTTP, targetPort: 8080}}");
const QByteArray two = rule("{namespace: mytest}", "{hosts: [b.example.com], port: {number: 443, protocol: TLS}}");
const QByteArray broken = rule("{namespace: mytest}", "{hosts: [short], port: {number: 443, protocol: TLS}}");

} // namespace

class TestAccessCommands : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_call = {.program = QStringLiteral(SALLYPORT_PROGRAM), .folder = m_folder->path()};
        writeFile(m_folder->filePath(u"old.yaml"_s), policyWith(one));
        writeFile(m_folder->filePath(u"new/policy.yaml"_s), policyWith(one + two));
        writeFile(m_folder->filePath(u"broken.yaml"_s), policyWith(one + broken));
    }

    void diffNamesWhatIsNewAndWhatIsGone()
    {
        const ProgramRun grown = m_call.run({u"diff"_s, u"old.yaml"_s, u"new"_s});
        QCOMPARE(grown.status, 0);
        QCOMPARE(grown.out,
                 QByteArray("Newly allowed:\n"
                            "  + every workload of mytest → TLS b.example.com, port 443, through egressgateway-a\n"));
        const ProgramRun shrunk = m_call.run({u"diff"_s, u"new"_s, u"old.yaml"_s, u"--no-new-access"_s});
        QCOMPARE(shrunk.status, 0);
        QCOMPARE(shrunk.out,
                 QByteArray("No longer allowed:\n"
                            "  - every workload of mytest → TLS b.example.com, port 443, through egressgateway-a\n"));
        QCOMPARE(m_call.run({u"diff"_s, u"new"_s, u"new"_s}).out, QByteArray("The access is the same.\n"));
    }

    void diffFailsOnRequestWhereAccessGrew()
    {
        const ProgramRun run = m_call.run({u"diff"_s, u"old.yaml"_s, u"new"_s, u"--no-new-access"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(run.err.contains("allow what the old ones do not"));
    }

    void errorsMakeGrowthUnknown()
    {
        const ProgramRun run = m_call.run({u"diff"_s, u"old.yaml"_s, u"broken.yaml"_s, u"--no-new-access"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(run.err.contains("host.short"));
        QVERIFY(run.err.contains("not known whether the access grew"));
    }

    void diffAsJsonSaysWhereTheDecidingHostStands()
    {
        const ProgramRun run = m_call.run({u"diff"_s, u"old.yaml"_s, u"new"_s, u"--output"_s, u"json"_s});
        const QJsonObject root = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(root[u"schema"_s].toString(), u"sallyport.dev/diff/v1alpha1"_s);
        QCOMPARE(root[u"noLongerAllowed"_s].toArray().size(), 0);
        const QJsonObject entry = root[u"newlyAllowed"_s].toArray().at(0).toObject();
        QCOMPARE(entry[u"host"_s].toString(), u"b.example.com"_s);
        QCOMPARE(entry[u"class"_s].toString(), u"TLS"_s);
        QCOMPARE(entry[u"file"_s].toString(), u"new/policy.yaml"_s);
        QCOMPARE(entry[u"field"_s].toString(), u"spec.egressRules[1].to[0].hosts[0]"_s);
        QVERIFY(entry[u"line"_s].toInt() > 1);
    }

    void aSingleInputIsAWrongCall()
    {
        const ProgramRun run = m_call.run({u"diff"_s, u"old.yaml"_s});
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains("two inputs are compared"));
    }

    void accessIsListedAsTextAndTables()
    {
        QCOMPARE(
            m_call.run({u"access"_s, u"old.yaml"_s}).out,
            QByteArray(
                "app=a in mytest → HTTP a.example.com, port 80 (the gateway dials 8080), through egressgateway-a\n"));
        QCOMPARE(m_call.run({u"access"_s, u"new"_s, u"--output"_s, u"csv"_s}).out,
                 QByteArray("namespace,workloads,except workloads,host,except hosts,port,class,gateway,dialled port\r\n"
                            "mytest,app=a,,a.example.com,,80,HTTP,egressgateway-a,8080\r\n"
                            "mytest,*,,b.example.com,,443,TLS,egressgateway-a,443\r\n"));
        const ProgramRun markdown = m_call.run({u"access"_s, u"new"_s, u"--output"_s, u"markdown"_s});
        QVERIFY(markdown.out.contains("| mytest | \\* |  | b.example.com |  | 443 | TLS | egressgateway-a | 443 |\n"));
    }

    void whatHasErrorsIsCountedAsClosed()
    {
        const ProgramRun run = m_call.run({u"access"_s, u"broken.yaml"_s, u"--output"_s, u"json"_s});
        QCOMPARE(run.status, 1);
        const QJsonObject root = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(root[u"partial"_s].toBool(), true);
        QCOMPARE(root[u"access"_s].toArray().size(), 1);
        QVERIFY(run.err.contains("host.short"));
    }

private:
    std::optional<QTemporaryDir> m_folder;
    ProgramCall m_call;
};

QTEST_GUILESS_MAIN(TestAccessCommands)
#include "tst_accesscommands.moc"
