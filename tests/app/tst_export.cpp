// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/exportplan.h"
#include "core/istio/kustomization.h"
#include "tests/support/app/exports.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QString door = u"istio-system/gateway-egp-egressgateway-a.yaml"_s;
const QString policyPath = u"istio-egress/asmegresstrafficpolicy-egress-by-egressgateway-a.yaml"_s;

/// A folder after a first export.
std::vector<ExportFile> after(const ExportPlan &plan)
{
    std::vector<ExportFile> files;
    for (const PlannedFile &file : plan.files) {
        if (file.action != FileAction::Remove)
            files.push_back({file.path, file.bytes});
    }
    return files;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void everyObjectHasAFileNamedAfterIt()
    {
        const Export exported = exportOfSample(u"http"_s);
        QVERIFY(pathsOf(exported).contains(door));
        QCOMPARE(exported.folders, QStringList{QString()});
        for (const ExportFile &file : exported.files) {
            QCOMPARE(file.path.count(u'/'), 1);
            QVERIFY(!file.bytes.contains("---"));
        }
        QVERIFY(!exported.isPartial());
    }

    void facts_MeshAndExpectations_areNeverExported()
    {
        for (ExportTarget target : {ExportTarget::Istio, ExportTarget::Asm, ExportTarget::Both}) {
            for (const QString &path : pathsOf(exportOfSample(u"tcp-database"_s, target)))
                QVERIFY2(!path.contains("mesh-"_L1), qPrintable(path));
        }
    }

    void bothTargetsStandSideBySide()
    {
        const Export exported = exportOfSample(u"deny-post"_s, ExportTarget::Both);
        QCOMPARE(exported.folders, (QStringList{u"istio/"_s, u"asm/"_s}));
        const QStringList paths = pathsOf(exported);
        const QString denial = u"istio-system/authorizationpolicy-sleep-a-egress-www-httpbin-org.yaml"_s;
        QVERIFY(paths.contains("istio/"_L1 + denial));
        QVERIFY(paths.contains("asm/"_L1 + denial));
        QVERIFY(paths.contains("istio/"_L1 + door));
        QVERIFY(paths.contains("asm/"_L1 + policyPath));
    }

    void namesCannotLeadOutOfTheFolder()
    {
        QCOMPARE(exportPath({u"v1"_s, u"Gateway"_s, u".."_s, u"../../etc/passwd"_s}),
                 u"%2E%2E/gateway-..%2F..%2Fetc%2Fpasswd.yaml"_s);
        QCOMPARE(exportPath({u"v1"_s, u"Gateway"_s, u""_s, u"a"_s}), u"gateway-a.yaml"_s);
    }

    void policiesKeepTheirTextWithoutStatusAndSuppressions()
    {
        QByteArray text = sampleText(u"http"_s);
        text.replace(
            "  name: egress-by",
            "  annotations:\r\n    team: net # who\r\n    sallyport.dev/suppress: 'policy.name=x'\r\n  name: egress-by");
        const Export exported =
            exportOf(workspaceOf("\xEF\xBB\xBF\n\n" + text + "status: {a: 1}\n\n\n"), ExportTarget::Asm);
        QCOMPARE(pathsOf(exported), QStringList{policyPath});
        const QByteArray expected = QByteArray(text).replace("    sallyport.dev/suppress: 'policy.name=x'\r\n", "");
        QCOMPARE(QByteArray(exported.files.front().bytes).replace("\r\n", "\n"),
                 QByteArray(expected).replace("\r\n", "\n"));
    }

    void policiesWithAliasesAreWrittenCanonicallyWhereSomethingHasToGo()
    {
        QByteArray text = sampleText(u"http"_s);
        text.replace("    - namespace: mytest\n", "    - namespace: &ns mytest\n").replace("app: sleep-a", "app: *ns");
        const Export whole = exportOf(workspaceOf(text), ExportTarget::Asm);
        QVERIFY(whole.files.front().bytes.contains("*ns")); // nothing had to go
        const Export exported = exportOf(workspaceOf(text + "status: {a: 1}\n"), ExportTarget::Asm);
        QVERIFY(exported.files.front().bytes.contains("app: mytest"));
        QVERIFY(!exported.files.front().bytes.contains("status"));
    }

    void aDefectLeavesOutItsPartAndSaysSo()
    {
        const QByteArray text = sampleText(u"http"_s).replace("- httpbin.org", "- nodots");
        const Export istio = exportOf(workspaceOf(text), ExportTarget::Istio);
        QVERIFY(istio.isPartial());
        QVERIFY(pathsOf(istio).contains(door));
        const Export resource = exportOf(workspaceOf(text), ExportTarget::Asm);
        QVERIFY(resource.isPartial());
        QVERIFY(resource.files.empty()); // a resource goes as a whole or not at all
    }

    void exportingAgainChangesNothing()
    {
        const Export exported = exportOfSample(u"several-teams"_s);
        const Result<ExportPlan> first = planExport(exported, {});
        QVERIFY(bool(first));
        QVERIFY(!first->isNoOp());
        const Result<ExportPlan> second = planExport(exportOfSample(u"several-teams"_s), after(*first));
        QVERIFY(bool(second));
        QVERIFY(second->isNoOp());
        QCOMPARE(second->paths(FileAction::Keep).size(), qsizetype(exported.files.size()) + 1);
    }

    void whatIsNotExportedAnyMoreIsStaleAndGoesOnlyOnRequest()
    {
        const std::vector<ExportFile> present = after(*planExport(exportOfSample(u"http"_s), {}));
        const Export smaller =
            exportOf(workspaceOf(sampleText(u"http"_s).replace("      - httpbin.org\n", "")), ExportTarget::Istio);
        const Result<ExportPlan> careful = planExport(smaller, present);
        QVERIFY(bool(careful));
        const QStringList stale = careful->paths(FileAction::Leave);
        QCOMPARE(stale.size(), 4);
        QVERIFY(careful->files.back().action == FileAction::Leave);
        const QByteArray before = kustomizationIn(*careful);
        for (const QString &path : stale)
            QVERIFY(before.contains(path.toUtf8())); // still there, so still listed

        const Result<ExportPlan> thorough = planExport(smaller, present, {stale.begin(), stale.end()});
        QCOMPARE(thorough->paths(FileAction::Remove), stale);
        for (const QString &path : stale)
            QVERIFY(!kustomizationIn(*thorough).contains(path.toUtf8()));
    }

    void filesOfOthersAreNeverStale()
    {
        const QByteArray ours = exportOfSample(u"http"_s).files.front().bytes;
        const std::vector<ExportFile> present = {
            {u"foreign.yaml"_s, "kind: ConfigMap\nmetadata: {name: a}\n"},
            {u"mixed.yaml"_s, ours + "---\nkind: ConfigMap\nmetadata: {name: a}\n"},
            {u"broken.yaml"_s, ours + "---\na: [\n"},
            {u"othermesh.yaml"_s, QByteArray(ours).replace("mesh: default", "mesh: other")},
            {u"merged.yaml"_s, ours + "---\n" + ours},
        };
        const Result<ExportPlan> plan = planExport(exportOfSample(u"tcp"_s), present);
        QVERIFY(bool(plan));
        QCOMPARE(plan->paths(FileAction::Leave), QStringList{u"merged.yaml"_s});
    }

    void aFormerPolicyIsNamedButNeverRemoved()
    {
        const std::vector<ExportFile> present = {{policyPath, sampleText(u"http"_s)}};
        const QByteArray renamed = sampleText(u"http"_s).replace("name: egress-by-egressgateway-a", "name: other");
        const Result<ExportPlan> plan =
            planExport(exportOf(workspaceOf(renamed), ExportTarget::Asm), present, {policyPath});
        QVERIFY(bool(plan));
        QCOMPARE(plan->paths(FileAction::Doubt), QStringList{policyPath});
        QVERIFY(plan->paths(FileAction::Remove).isEmpty());
    }

    void aForeignFileInTheWayRefusesTheExport()
    {
        const Export exported = exportOfSample(u"http"_s);
        const Result<ExportPlan> plan = planExport(exported, {{door, "<<<<<<< HEAD\n"}});
        QVERIFY(!plan);
        QVERIFY2(plan.error().where.contains(door), qPrintable(plan.error().toString()));
        QByteArray edited;
        for (const ExportFile &file : exported.files) {
            if (file.path == door)
                edited = QByteArray(file.bytes).replace("managed-by: sallyport", "managed-by: hand");
        }
        QVERIFY(bool(planExport(exported, {{door, edited}}))); // the very object, whoever labelled it
    }

    void anExistingKustomizationKeepsItsOtherBytes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("comments, order, quotes")
            << QByteArray(
                   "# Ours.\nnamePrefix: 'x-'   # odd\nresources:\n# kept\n- ./a.yaml # first\n- \"old.yaml\"\n\nkind: Kustomization\n")
            << QByteArray(
                   "# Ours.\nnamePrefix: 'x-'   # odd\nresources:\n# kept\n- ./a.yaml # first\n- b.yaml\n\nkind: Kustomization\n");
        QTest::newRow("indented, CRLF")
            << QByteArray("kind: Kustomization\r\nresources:\r\n  - a.yaml\r\nimages: []\r\n")
            << QByteArray("kind: Kustomization\r\nresources:\r\n  - a.yaml\r\n  - b.yaml\r\nimages: []\r\n");
        QTest::newRow("flow") << QByteArray("{kind: Kustomization, resources: [a.yaml, old.yaml]}\n")
                              << QByteArray("{kind: Kustomization, resources: [a.yaml, b.yaml]}\n");
        QTest::newRow("only comments")
            << QByteArray("# nothing yet\n")
            << QByteArray(
                   "# nothing yet\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- a.yaml\n- b.yaml\n");
        QTest::newRow("nothing to do") << QByteArray("resources: [b.yaml,   a.yaml]   \n")
                                       << QByteArray("resources: [b.yaml,   a.yaml]   \n");
    }

    void anExistingKustomizationKeepsItsOtherBytes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, expected);
        const Result<QByteArray> after = kustomization(before, {u"a.yaml"_s, u"b.yaml"_s}, {u"old.yaml"_s});
        QVERIFY2(bool(after), qPrintable(after ? QString() : after.error().toString()));
        QCOMPARE(*after, expected);
    }

    void aNewKustomizationListsTheFilesInTheirOrder()
    {
        QCOMPARE(
            *kustomization(std::nullopt, {u"b.yaml"_s, u"a.yaml"_s}, {}),
            QByteArray(
                "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- b.yaml\n- a.yaml\n"));
    }

    void whatIsNoKustomizationIsRefused_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("broken") << QByteArray("resources: [\n");
        QTest::newRow("another kind") << QByteArray("kind: ConfigMap\n");
        QTest::newRow("no list") << QByteArray("kind: Kustomization\nresources: a.yaml\n");
        QTest::newRow("two documents") << QByteArray("kind: Kustomization\n---\nkind: Kustomization\n");
        QTest::newRow("not UTF-8") << QByteArray("kind: \xff\n");
    }

    void whatIsNoKustomizationIsRefused()
    {
        QFETCH(QByteArray, before);
        QVERIFY(!kustomization(before, {u"a.yaml"_s}, {}));
        const Result<ExportPlan> plan = planExport(exportOfSample(u"http"_s), {{u"kustomization.yml"_s, before}});
        QVERIFY(!plan);
        QVERIFY2(plan.error().where.startsWith("kustomization.yml"_L1), qPrintable(plan.error().toString()));
    }

    void aKustomizationOfAnotherNameIsExtended()
    {
        const Result<ExportPlan> plan =
            planExport(exportOfSample(u"http"_s), {{u"Kustomization"_s, "kind: Kustomization\n"}});
        QCOMPARE(plan->paths(FileAction::Change), QStringList{u"Kustomization"_s});
        QVERIFY(!plan->paths(FileAction::Create).contains(u"kustomization.yaml"_s));
    }

private:
    static QByteArray kustomizationIn(const ExportPlan &plan)
    {
        for (const PlannedFile &file : plan.files) {
            if (file.path == "kustomization.yaml"_L1)
                return file.bytes;
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
