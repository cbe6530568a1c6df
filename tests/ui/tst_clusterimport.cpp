// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/kube/json.h"
#include "tests/support/compiling.h"
#include "tests/support/ui/clusterwindow.h"
#include "ui/cluster/clustercommands.h"
#include "ui/cluster/policiesdialog.h"
#include "ui/cluster/workloads.h"
#include "ui/form/policyform.h"
#include "ui/form/sourcepanel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::test;

namespace {

const QByteArray web = rule("{namespace: mytest, workloadSelector: {app: sleep-a}}",
                            "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}}");

Value parsed(const char *json)
{
    return kube::fromJson(json).value_or(Value());
}

} // namespace

/// What comes from a cluster into the workspace: the Mesh, policies, names.
class TestClusterImport : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<ClusterWindow>();
        m->show(policyWith(web));
    }

    void cleanup() { m.reset(); }

    void theMeshIsWrittenAsOneStep()
    {
        const QByteArray before = text();
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::ImportMesh);
        const Mesh mesh = meshOf(m->editor->workspace());
        QVERIFY(!mesh.assumed);
        QCOMPARE(mesh.outboundTrafficPolicy, OutboundTrafficPolicy::RegistryOnly);
        QCOMPARE(mesh.gateways.size(), 1);
        QCOMPARE(mesh.gateways[0].service, u"istio-egressgateway-a"_s);
        QCOMPARE(mesh.gateways[0].ports.size(), 2);
        QVERIFY(m->editor->undoStack()->undoText().contains(u"prod-eu"_s));
        m->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), before);
    }

    void aMeshThatIsThereKeepsWhatTheClusterDoesNotSay()
    {
        m->close();
        m->show(policyWith(web)
                + "---\napiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata:\n  name: prod\nspec:\n"
                  "  outboundTrafficPolicy: ALLOW_ANY # for now\n  gateways:\n"
                  "  - name: egressgateway-a # ours\n    namespace: istio-system\n    service: istio-egressgateway-a\n"
                  "    ports:\n    - number: 80\n      protocol: HTTP\n      plaintext: true\n"
                  "  - name: elsewhere\n  hosts:\n  - host: db.example.com\n    addresses: [10.0.0.1]\n");
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::ImportMesh);
        const Mesh mesh = meshOf(m->editor->workspace());
        QCOMPARE(mesh.name, u"prod"_s);
        QCOMPARE(mesh.outboundTrafficPolicy, OutboundTrafficPolicy::RegistryOnly);
        QCOMPARE(mesh.gateways.size(), 2);
        QCOMPARE(mesh.gateways[0].ports.size(), 2);
        QVERIFY(mesh.gateways[0].port(80)->plaintext);
        QCOMPARE(mesh.hosts.size(), 1);
        QVERIFY(text().contains("# ours") && text().contains("# for now"));
        const QByteArray after = text();
        m->trigger(Command::ImportMesh);
        QCOMPARE(text(), after); // it says it already
    }

    void withoutAFileTheMeshIsANewOne()
    {
        m->editor->close(0);
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::ImportMesh);
        QCOMPARE(m->editor->workspace().files.size(), size_t(1));
        QVERIFY(!meshOf(m->editor->workspace()).assumed);
    }

    void aPolicyOpensWithoutWhatOnlyServersWrite()
    {
        servePolicies();
        QVERIFY(m->open(u"prod-eu"_s));
        m->trigger(Command::OpenFromCluster);
        auto *dialog = m->window->findChild<PoliciesDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(list->item(0)->text(), u"istio-egress/egress-by-egressgateway-a"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(m->editor->workspace().files.size(), size_t(2));
        QCOMPARE(m->editor->title(1), u"egress-by-egressgateway-a.yaml"_s);
        const QByteArray opened = m->editor->workspace().files[1]->stream.text;
        QVERIFY(opened.contains("www.httpbin.org"));
        for (const char *word : {"uid", "resourceVersion", "managedFields", "status", "last-applied"})
            QVERIFY2(!opened.contains(word), word);
    }

    void aClusterWithoutPoliciesSaysWhatToDo()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::OpenFromCluster);
        auto *dialog = m->window->findChild<PoliciesDialog *>();
        QTRY_VERIFY(dialog->findChild<QLabel *>()->text().contains(u"ASM control plane"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m->window->findChild<PoliciesDialog *>());
    }

    void namespacesAreOfferedAndAnyOtherTextStaysPossible()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::ShowForm);
        QTRY_VERIFY(m->cluster.count("GET", "/namespaces?") > 0);
        QLineEdit *edit = namespaceEdit();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"def"_s);
        QTRY_COMPARE(edit->completer()->completionCount(), 1);
        QTest::keyClick(edit->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(edit->completer()->popup(), Qt::Key_Return);
        QVERIFY(text().contains("namespace: default"));
        edit->selectAll();
        QTest::keyClicks(edit, u"elsewhere"_s);
        QVERIFY(text().contains("namespace: elsewhere"));
    }

    void matchingPodsAreCountedLive()
    {
        m->cluster.extra[u"/pods"_s] = parsed(R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[
            {"metadata":{"name":"a","labels":{"app":"sleep-a"}}},{"metadata":{"name":"b","labels":{"app":"sleep-a"}}},
            {"metadata":{"name":"c","labels":{"app":"nginx"}}}]})");
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        QTRY_VERIFY(countText() == u"2 pod(s) on prod-eu"_s);
        const QByteArray before = text();
        m->editor->editText(0, {{{before.indexOf("sleep-a"), before.indexOf("sleep-a") + 7}, "nginx"}}, u"Type"_s);
        QTRY_VERIFY(countText() == u"1 pod(s) on prod-eu"_s);
        const Workloads *workloads = m->window->cluster()->workloads();
        QCOMPARE(const_cast<Workloads *>(workloads)->labelValues(u"mytest"_s, u"app"_s),
                 QStringList({u"nginx"_s, u"sleep-a"_s}));
    }

    void whereListingIsForbiddenNothingIsSaid()
    {
        m->cluster.script = [](const kube::Request &request) -> std::optional<ScriptedCluster::Reply> {
            const bool isName = request.path.contains("/pods") || request.path.contains("/api/v1/namespaces?");
            return isName ? std::optional(ScriptedCluster::Reply{.answer = failure(403, "Forbidden", "no")})
                          : std::nullopt;
        };
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        QTRY_VERIFY(m->cluster.count("GET", "/namespaces/mytest/pods") > 0);
        QTRY_COMPARE(countText(), QString());
        QLineEdit *edit = namespaceEdit();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"free"_s);
        QVERIFY(text().contains("namespace: free"));
    }

    void contextsAreInThePalette()
    {
        m->trigger(Command::Palette);
        auto *line = m->window->findChild<QWidget *>(u"palette"_s)->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"context test-eu"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(m->link()->state(), ClusterLink::State::Open);
        QCOMPARE(m->link()->context(), u"test-eu"_s);
    }

private:
    QByteArray text() const { return m->editor->workspace().files[0]->stream.text; }
    SourcePanel *panel() const { return m->window->findChild<SourcePanel *>(); }

    QLineEdit *namespaceEdit() const
    {
        for (QLineEdit *edit : panel()->findChildren<QLineEdit *>()) {
            if (edit->completer())
                return edit;
        }
        return nullptr;
    }

    QString countText() const
    {
        for (const QLabel *label : panel()->findChildren<QLabel *>()) {
            if (label->text().contains(u" on prod-eu"_s))
                return label->text();
        }
        return {};
    }

    void servePolicies()
    {
        m->cluster.extra[u"/apis/istio.alibabacloud.com"_s] = parsed(
            R"({"kind":"APIGroup","name":"istio.alibabacloud.com","versions":[{"groupVersion":"istio.alibabacloud.com/v1","version":"v1"}],"preferredVersion":{"groupVersion":"istio.alibabacloud.com/v1","version":"v1"}})");
        m->cluster.extra[u"/apis/istio.alibabacloud.com/v1"_s] = parsed(
            R"({"kind":"APIResourceList","resources":[{"name":"asmegresstrafficpolicies","kind":"ASMEgressTrafficPolicy","namespaced":true}]})");
        m->cluster.extra[u"/asmegresstrafficpolicies"_s] = parsed(
            R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[
            {"apiVersion":"istio.alibabacloud.com/v1","kind":"ASMEgressTrafficPolicy","metadata":{
            "name":"egress-by-egressgateway-a","namespace":"istio-egress","uid":"1","resourceVersion":"7",
            "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"},"managedFields":[{"manager":"x"}]},
            "spec":{"byEgressGateway":{"name":"egressgateway-a"},"egressRules":[{"name":"r","from":[{"namespace":"mytest"}],
            "to":[{"name":"d","hosts":["www.httpbin.org"],"port":{"number":80,"protocol":"HTTP"}}]}]},"status":{"x":1}},
            {"apiVersion":"istio.alibabacloud.com/v1","kind":"ASMEgressTrafficPolicy","metadata":{"name":"other","namespace":"istio-egress"},"spec":{}}]})");
    }

    std::unique_ptr<ClusterWindow> m;
};

QTEST_MAIN(TestClusterImport)
#include "tst_clusterimport.moc"
