// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/app/fakeserver.h"
#include "tests/support/app/program.h"
#include "tests/support/compiling.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray web = rule("{namespace: mytest}", "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}}");
const QByteArray other = rule("{namespace: mytest}", "{hosts: [b.example.com], port: {number: 443, protocol: HTTPS}}");

} // namespace

/// The real program against a cluster in memory.
class TestClusterCommands : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FakeServer>();
        m_call.program = QStringLiteral(SALLYPORT_PROGRAM);
        m_call.folder = m_folder->path();
        m_call.environment.insert(u"KUBECONFIG"_s, m_folder->filePath(u"config"_s));
        m_call.environment.insert(u"XDG_STATE_HOME"_s, m_folder->filePath(u"state"_s));
        writeFile(m_folder->filePath(u"config"_s), m_server->kubeconfig());
        write(web);
    }

    void planShowsAndChangesNothing()
    {
        const ProgramRun run = sallyport({u"plan"_s, u"policy.yaml"_s});
        QVERIFY2(run.status == 1, run.err.constData());
        QVERIFY(run.out.contains("+ create    ServiceEntry mytest/egp-a-example-com-7653e4959f8e"));
        QVERIFY(run.out.contains("Context test, mesh default: create 6."));
        QCOMPARE(m_server->cluster.writes, 0);
    }

    void planAsJsonHasTheDocumentedFields()
    {
        const ProgramRun run = sallyport({u"plan"_s, u"policy.yaml"_s, u"--output"_s, u"json"_s});
        const QJsonObject json = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(json[u"schema"].toString(), u"sallyport.dev/plan/v1alpha1"_s);
        const QJsonArray objects = json[u"objects"].toArray();
        QCOMPARE(objects.size(), 6);
        for (const char *key :
             {"apiVersion", "kind", "namespace", "name", "action", "changes", "warnings", "conflicts"})
            QVERIFY2(objects[0].toObject().contains(QLatin1StringView(key)), key);
    }

    void applyAsksAndWithoutATerminalNeedsYes()
    {
        const ProgramRun run = sallyport({u"apply"_s, u"policy.yaml"_s});
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains("--yes"));
        QCOMPARE(m_server->cluster.writes, 0);
    }

    void applyThenPlanIsClean()
    {
        const ProgramRun run = sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(m_server->cluster.objects().size(), 6u);
        QCOMPARE(sallyport({u"plan"_s, u"policy.yaml"_s}).status, 0);
        const int writes = m_server->cluster.writes;
        QCOMPARE(sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s}).status, 0);
        QCOMPARE(m_server->cluster.writes, writes);
    }

    void pruneDeletesOnlyWhenAsked()
    {
        QCOMPARE(applied(web + other), 0);
        const size_t all = m_server->cluster.objects().size();
        QCOMPARE(applied(web), 0);
        QCOMPARE(m_server->cluster.objects().size(), all);
        QCOMPARE(sallyport({u"plan"_s, u"policy.yaml"_s}).status, 0);
        const ProgramRun pruned =
            sallyport({u"apply"_s, u"--prune=all"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s});
        QVERIFY2(pruned.status == 0, pruned.err.constData());
        QCOMPARE(m_server->cluster.objects().size(), 6u);
    }

    void pruneTakesNoOperandForItsValue()
    {
        QCOMPARE(sallyport({u"plan"_s, u"--prune"_s, u"policy.yaml"_s}).status, 1);
    }

    void historyAndRevertGoBack()
    {
        QCOMPARE(applied(web), 0);
        const auto before = m_server->cluster.objects();
        QCOMPARE(applied(web + other), 0);
        const QByteArray newest = sallyport({u"history"_s}).out.split('\n').first();
        QVERIFY(newest.contains("complete") && newest.contains("apply"));
        const QString id = QString::fromUtf8(newest.split(' ').first());
        const ProgramRun run =
            sallyport({u"revert"_s, id, u"--context"_s, u"test"_s, u"--yes"_s, u"--pause"_s, u"0"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(m_server->cluster.objects().size(), before.size());
        QCOMPARE(sallyport({u"revert"_s, id, u"--context"_s, u"other"_s, u"--yes"_s}).status, 2);
    }

    void deleteTakesEverything()
    {
        QCOMPARE(applied(web + other), 0);
        const ProgramRun run = sallyport({u"delete"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY(m_server->cluster.objects().empty());
    }

    void aBrokenConnectionIsPartlyAppliedAndARunLaterCompletes()
    {
        m_server->cluster.onWrite = [](const kube::Request &, int write) {
            return write >= 4 ? FakeCluster::Fault::ServerError : FakeCluster::Fault::None;
        };
        const ProgramRun run = sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s});
        QCOMPARE(run.status, 3);
        QVERIFY(run.err.contains("sallyport revert "));
        m_server->cluster.onWrite = nullptr;
        QCOMPARE(applied(web), 0);
        QCOMPARE(m_server->cluster.objects().size(), 6u);
    }

    void anErrorInThePolicyIsRefused()
    {
        write(web + rule("{namespace: mytest}", "{hosts: [bad_name], port: {number: 80, protocol: HTTP}}"));
        QCOMPARE(sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s}).status, 1);
        QCOMPARE(m_server->cluster.writes, 0);
        QCOMPARE(sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s, u"--partial"_s, u"--pause"_s, u"0"_s}).status, 0);
    }

    void aConflictIsTakenOverOnlyWhenNamed()
    {
        QCOMPARE(applied(web), 0);
        const kube::ObjectKey key = {u"ServiceEntry"_s, u"mytest"_s, u"egp-a-example-com-7653e4959f8e"_s};
        Value edited = Value::map({{u"apiVersion"_s, u"networking.istio.io/v1"_s}, {u"kind"_s, key.kind}});
        edited.add(u"metadata"_s, Value::map({{u"name"_s, key.name}, {u"namespace"_s, key.namespaceName}}));
        edited.add(u"spec"_s, Value::map({{u"resolution"_s, u"NONE"_s}}));
        m_server->cluster.applyAs(u"kubectl-edit"_s, edited);
        const ProgramRun refused = sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.out.contains("spec.resolution belongs to kubectl-edit"));
        QCOMPARE(sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s, u"--take-over"_s,
                            key.toString() + ":spec.resolution"_L1})
                     .status,
                 0);
        QCOMPARE((*m_server->cluster.object(key))[u"spec"][u"resolution"].text(), u"STATIC"_s);
    }

    void noSecretIsWrittenAnywhere()
    {
        QCOMPARE(applied(web), 0);
        for (const QString &file : filesBelow(m_folder->filePath(u"state"_s)))
            QVERIFY(!contentOf(m_folder->filePath(u"state/"_s + file)).contains("planted-secret"));
    }

private:
    ProgramRun sallyport(const QStringList &arguments) const { return m_call.run(arguments); }
    void write(const QByteArray &rules) { writeFile(m_folder->filePath(u"policy.yaml"_s), policyWith(rules)); }
    int applied(const QByteArray &rules)
    {
        write(rules);
        return sallyport({u"apply"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s}).status;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeServer> m_server;
    ProgramCall m_call;
};

QTEST_GUILESS_MAIN(TestClusterCommands)
#include "tst_clustercommands.moc"
