// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/edits.h"
#include "core/policy/policywriter.h"
#include "tests/support/core/changedworkspace.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

FieldRef at(const char *path)
{
    return {0, 0, *FieldPath::parse(QString::fromLatin1(path))};
}

QString textAfter(const Workspace &workspace, const QList<DocumentChange> &changes, size_t file = 0)
{
    const Result<Workspace> after = changed(workspace, changes);
    return after ? QString::fromUtf8(after->files[file]->stream.text) : u"refused: "_s + after.error().toString();
}

/// The sound policy's text with one place of it replaced.
QString sound(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = soundPolicy();
    if (!text.contains(from))
        qFatal("The policy has no such text: %s", from.constData());
    return QString::fromUtf8(text.replace(text.indexOf(from), from.size(), to));
}

} // namespace

class PolicyEditsTest : public QObject
{
    Q_OBJECT
private slots:
    void aFieldChangesInItsPlace();
    void aNewFieldGoesWhereTheSchemaWantsIt();
    void parentsAreCreatedWhereTheSchemaWantsThem();
    void aParentWithoutValueIsFilled();
    void aClearedFieldTakesItsKeyAlong();
    void itemsAreInsertedMovedAndDuplicated();
    void aListIsMadeForItsFirstItem();
    void pastedHostsAreAddedOnce();
    void theLastLabelTakesTheSelectorAlong();
    void labelsAreRenamedInPlace();
    void aNewMeshGoesToTheSelectedFile();
    void aPresentMeshIsExtendedWhereItStands();
    void addressesOfAKnownHostAddUp();
};

void PolicyEditsTest::aFieldChangesInItsPlace()
{
    const Workspace workspace = workspaceOf(soundPolicy());
    QCOMPARE(textAfter(workspace, {setField(workspace, at("spec.egressRules[0].to[0].port.number"), 8080)}),
             sound("number: 80", "number: 8080"));
    // A text that YAML would take for a boolean is quoted.
    QCOMPARE(textAfter(workspace, {setField(workspace, at("spec.egressRules[0].from[0].namespace"), u"yes"_s)}),
             sound("namespace: mytest", "namespace: \"yes\""));
}

void PolicyEditsTest::aNewFieldGoesWhereTheSchemaWantsIt()
{
    const Workspace workspace = workspaceOf(sound("  - name: web\n    from:", "  - from:").toUtf8());
    QCOMPARE(textAfter(workspace, {setField(workspace, at("spec.egressRules[0].name"), u"web"_s)}),
             QString::fromUtf8(soundPolicy()));
    const Workspace noPort = workspaceOf(sound("        number: 80\n", "").toUtf8());
    QCOMPARE(textAfter(noPort, {setField(noPort, at("spec.egressRules[0].to[0].port.number"), 80)}),
             QString::fromUtf8(soundPolicy()));
}

void PolicyEditsTest::parentsAreCreatedWhereTheSchemaWantsThem()
{
    const Workspace workspace = workspaceOf(sound("  byEgressGateway:\n    name: egressgateway-a\n", "").toUtf8());
    QCOMPARE(textAfter(workspace, {setField(workspace, at("spec.byEgressGateway.name"), u"egressgateway-a"_s)}),
             QString::fromUtf8(soundPolicy()));
    const Workspace whole = workspaceOf(soundPolicy());
    QCOMPARE(textAfter(whole, {setField(whole, at("spec.egressRules[0].to[0].httpsUpgrade.enabled"), true)}),
             sound("        protocol: HTTP\n", "        protocol: HTTP\n      httpsUpgrade:\n        enabled: true\n"));
}

void PolicyEditsTest::aParentWithoutValueIsFilled()
{
    const Workspace workspace =
        workspaceOf(sound("        protocol: HTTP\n", "        protocol: HTTP\n      byEgressGateway:\n").toUtf8());
    const Result<Workspace> after =
        changed(workspace, {setField(workspace, at("spec.egressRules[0].to[0].byEgressGateway.port"), 443)});
    QVERIFY(bool(after));
    QCOMPARE(after->reading(0, 0).policy()->rules[0].to[0].byEgressGateway->port, std::optional(443));
}

void PolicyEditsTest::aClearedFieldTakesItsKeyAlong()
{
    const Workspace workspace = workspaceOf(soundPolicy());
    QCOMPARE(textAfter(workspace, clearField(workspace, at("spec.egressRules[0].to[0].port.name"))),
             sound("        name: http\n", ""));
    QVERIFY(clearField(workspace, at("spec.egressRules[0].to[0].port.targetPort")).isEmpty());
}

void PolicyEditsTest::itemsAreInsertedMovedAndDuplicated()
{
    const Workspace workspace = workspaceOf(soundPolicy());
    const FieldRef hosts = at("spec.egressRules[0].to[0].hosts");
    QCOMPARE(textAfter(workspace, {insertItem(workspace, hosts, -1, u"httpbin.org"_s)}),
             sound("      - www.httpbin.org\n", "      - www.httpbin.org\n      - httpbin.org\n"));
    QCOMPARE(textAfter(workspace, {insertItem(workspace, hosts, 0, u"httpbin.org"_s)}),
             sound("      - www.httpbin.org\n", "      - httpbin.org\n      - www.httpbin.org\n"));
    QCOMPARE(textAfter(workspace, {duplicateItem(workspace, at("spec.egressRules[0].to[0].hosts[0]"))}),
             sound("      - www.httpbin.org\n", "      - www.httpbin.org\n      - www.httpbin.org\n"));
    const Workspace two =
        workspaceOf(sound("      - www.httpbin.org\n", "      - www.httpbin.org\n      - httpbin.org\n").toUtf8());
    QCOMPARE(textAfter(two, {moveItemTo(at("spec.egressRules[0].to[0].hosts[1]"), 0)}),
             sound("      - www.httpbin.org\n", "      - httpbin.org\n      - www.httpbin.org\n"));
}

void PolicyEditsTest::aListIsMadeForItsFirstItem()
{
    const Workspace workspace = workspaceOf(
        sound("    from:\n    - namespace: mytest\n      workloadSelector:\n        app: sleep-a\n", "").toUtf8());
    const DocumentChange change =
        insertItem(workspace, at("spec.egressRules[0].from"), -1, toValue(Source{u"shop"_s, {}}));
    QCOMPARE(
        textAfter(workspace, {change}),
        sound("    - namespace: mytest\n      workloadSelector:\n        app: sleep-a\n", "    - namespace: shop\n"));
}

void PolicyEditsTest::pastedHostsAreAddedOnce()
{
    const Workspace workspace = workspaceOf(soundPolicy());
    const FieldRef hosts = at("spec.egressRules[0].to[0].hosts");
    QCOMPARE(
        textAfter(workspace,
                  addHosts(workspace, hosts,
                           {u"a.example.org"_s, u"WWW.httpbin.org."_s, u"b.example.org"_s, u"A.example.org"_s})),
        sound("      - www.httpbin.org\n", "      - www.httpbin.org\n      - a.example.org\n      - b.example.org\n"));
    QVERIFY(addHosts(workspace, hosts, {u"www.httpbin.org"_s}).isEmpty());
}

void PolicyEditsTest::theLastLabelTakesTheSelectorAlong()
{
    const Workspace workspace = workspaceOf(soundPolicy());
    const FieldRef selector = at("spec.egressRules[0].from[0].workloadSelector");
    QCOMPARE(textAfter(workspace, removeLabel(workspace, selector, u"app"_s)),
             sound("      workloadSelector:\n        app: sleep-a\n", ""));
    const Workspace two =
        workspaceOf(sound("        app: sleep-a\n", "        app: sleep-a\n        tier: web\n").toUtf8());
    QCOMPARE(textAfter(two, removeLabel(two, selector, u"tier"_s)), QString::fromUtf8(soundPolicy()));
}

void PolicyEditsTest::labelsAreRenamedInPlace()
{
    const Workspace workspace = workspaceOf(soundPolicy());
    const FieldRef selector = at("spec.egressRules[0].from[0].workloadSelector");
    QCOMPARE(textAfter(workspace, {renameLabel(selector, u"app"_s, u"app.kubernetes.io/name"_s)}),
             sound("app: sleep-a", "app.kubernetes.io/name: sleep-a"));
    QCOMPARE(textAfter(workspace, {setLabel(workspace, selector, u"tier"_s, u"web"_s)}),
             sound("        app: sleep-a\n", "        app: sleep-a\n        tier: web\n"));
}

void PolicyEditsTest::aNewMeshGoesToTheSelectedFile()
{
    const Workspace workspace = workspaceOf({{u"a.yaml"_s, soundPolicy()}, {u"b.yaml"_s, "a: 1\n"}});
    const Result<Workspace> after =
        changed(workspace, addMeshHost(workspace, 1, {u"db.example.com"_s, {u"203.0.113.10"_s}, {}}));
    QVERIFY(bool(after));
    QCOMPARE(after->files[0]->stream.text, soundPolicy());
    QVERIFY(after->files[1]->stream.text.startsWith("a: 1\n---\n"));
    QCOMPARE(meshOf(*after).host(u"db.example.com")->addresses, QStringList{u"203.0.113.10"_s});
    QVERIFY(documentFindings(*after).isEmpty());
}

void PolicyEditsTest::aPresentMeshIsExtendedWhereItStands()
{
    const QByteArray mesh = "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: lab}\n";
    const Workspace workspace = workspaceOf({{u"a.yaml"_s, soundPolicy()}, {u"mesh.yaml"_s, mesh}});
    QCOMPARE(fileForNew(workspace, DocumentKind::Mesh, 0), 1);
    QCOMPARE(fileForNew(workspace, DocumentKind::Policy, 0), 0);
    const Result<Workspace> after = changed(workspace, {addMeshGateway(workspace, 0, u"out"_s)});
    QVERIFY(bool(after));
    QVERIFY(after->files[1]->stream.text.startsWith(mesh));
    QVERIFY(meshOf(*after).lists(u"out"_s));
}

void PolicyEditsTest::addressesOfAKnownHostAddUp()
{
    const QByteArray mesh =
        "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: lab}\nspec:\n  hosts:\n  - {host: db.example.com, addresses: [203.0.113.10]}\n";
    const Workspace workspace = workspaceOf(mesh);
    const Result<Workspace> after =
        changed(workspace, addMeshHost(workspace, 0, {u"db.example.com"_s, {u"203.0.113.11"_s}, {}}));
    QVERIFY(bool(after));
    QCOMPARE(meshOf(*after).host(u"db.example.com")->addresses, (QStringList{u"203.0.113.10"_s, u"203.0.113.11"_s}));
}

QTEST_APPLESS_MAIN(PolicyEditsTest)
#include "tst_policyedits.moc"
