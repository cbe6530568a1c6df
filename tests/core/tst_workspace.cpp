// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

QByteArray authorizationOf(const QByteArray &gateway)
{
    return "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, namespace: istio-system}\n"
           "spec:\n  selector: {matchLabels: {istio: "
        + gateway + "}}\n  action: DENY\n  rules:\n  - {}\n";
}

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT
private slots:
    void documentsAreToldApart_data();
    void documentsAreToldApart();
    void unchangedDocumentsAreNotReadAgain();
    void movedDocumentsKeepTheirFindingsInPlace();
    void findingsKnowTheirFileAndDocument();
    void fixesKnowTheirFileAndDocument();
    void aNameThatIsTakenIsNotOffered();
    void authorizationsBelongToGatewaysInUse();
    void withoutPolicyAndMeshTheUsualLabelDecides();
    void foreignAuthorizationsAreNotJudged();
};

void WorkspaceTest::documentsAreToldApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DocumentKind>("kind");
    QTest::newRow("policy") << soundPolicy() << DocumentKind::Policy;
    QTest::newRow("policy of another group")
        << QByteArray("apiVersion: example.org/v1\nkind: ASMEgressTrafficPolicy\n") << DocumentKind::Policy;
    QTest::newRow("authorization") << authorizationOf("x") << DocumentKind::Authorization;
    QTest::newRow("mesh") << QByteArray("apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\n") << DocumentKind::Mesh;
    QTest::newRow("mesh of somebody else")
        << QByteArray("apiVersion: kuma.io/v1alpha1\nkind: Mesh\n") << DocumentKind::Other;
    QTest::newRow("expectations") << QByteArray("apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\n")
                                  << DocumentKind::Expectations;
    QTest::newRow("our output") << soundPolicy().replace(
        "metadata:\n", "metadata:\n  labels: {app.kubernetes.io/managed-by: sallyport}\n")
                                << DocumentKind::Generated;
    QTest::newRow("a service") << QByteArray("apiVersion: v1\nkind: Service\n") << DocumentKind::Other;
    QTest::newRow("a list") << QByteArray("- a\n") << DocumentKind::Other;
    QTest::newRow("a text") << QByteArray("hello\n") << DocumentKind::Other;
    QTest::newRow("a comment") << QByteArray("# nothing here\n") << DocumentKind::Empty;
    QTest::newRow("broken") << QByteArray("a: [\n") << DocumentKind::Broken;
}

void WorkspaceTest::documentsAreToldApart()
{
    QFETCH(QByteArray, text);
    QFETCH(DocumentKind, kind);
    QCOMPARE(workspaceOf(text).reading(0, 0).kind, kind);
}

void WorkspaceTest::unchangedDocumentsAreNotReadAgain()
{
    const SourceFile before = readFile(u"a.yaml"_s, soundPolicy() + "---\na: 1\n---\nb: 2\n");
    const SourceFile after = rereadFile(before, soundPolicy() + "---\na: 12\n---\nb: 2\n");
    QCOMPARE(after.path, before.path);
    QCOMPARE(after.documents.size(), size_t(3));
    QCOMPARE(after.documents[0].get(), before.documents[0].get());
    QCOMPARE(after.documents[1]->source->root.find(u"a")->text, u"12"_s);
    QCOMPARE(after.documents[2]->source->root.find(u"b")->text, u"2"_s);
}

void WorkspaceTest::movedDocumentsKeepTheirFindingsInPlace()
{
    const QByteArray broken = "a: 1\na: 2\n";
    const SourceFile before = readFile(u"a.yaml"_s, "x: 1\n---\n" + broken);
    const SourceFile after = rereadFile(before, "longer: 1\n---\n" + broken);
    const SourceFile fresh = readFile(u"a.yaml"_s, "longer: 1\n---\n" + broken);
    QCOMPARE(after.documents[1]->findings.size(), 1);
    QCOMPARE(after.documents[1]->findings[0].begin, fresh.documents[1]->findings[0].begin);
    QCOMPARE(after.documents[1]->source->range, fresh.documents[1]->source->range);
}

void WorkspaceTest::findingsKnowTheirFileAndDocument()
{
    const Workspace workspace = workspaceOf(
        {{u"a.yaml"_s, "x: 1\n"}, {u"b.yaml"_s, "y: 1\n---\n" + soundPolicy().replace("istio-egress", "default")}});
    const QList<Diagnostic> findings = documentFindings(workspace);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(describe(findings[0], workspace), u"b.yaml:7:14 error policy.namespace metadata.namespace"_s);
}

void WorkspaceTest::fixesKnowTheirFileAndDocument()
{
    const Workspace workspace = workspaceOf(
        {{u"a.yaml"_s, "x: 1\n"}, {u"b.yaml"_s, "y: 1\n---\n" + soundPolicy().replace("istio-egress", "default")}});
    const QList<DocumentChange> changes = documentFindings(workspace)[0].fixes[0].changes({});
    QCOMPARE(changes[0].file, 1);
    QCOMPARE(changes[0].document, 1);
}

void WorkspaceTest::aNameThatIsTakenIsNotOffered()
{
    const QByteArray other = soundPolicy().replace("egress-by-egressgateway-a", "egress-more");
    QCOMPARE(documentFindings(workspaceOf(other))[0].fixes.size(), 1);
    const QList<Diagnostic> findings = documentFindings(workspaceOf(soundPolicy() + "---\n" + other));
    QCOMPARE(codesAndFields(findings), QStringList{u"policy.name metadata.name"_s});
    QVERIFY(findings[0].fixes.isEmpty());
}

void WorkspaceTest::authorizationsBelongToGatewaysInUse()
{
    const Workspace workspace = workspaceOf(soundPolicy() + "---\n" + authorizationOf("egressgateway-a") + "---\n"
                                            + authorizationOf("egressgateway-b"));
    QCOMPARE(gatewayAuthorizations(workspace), (std::vector<DocumentId>{{0, 1}}));
    const QByteArray mesh =
        "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nspec: {gateways: [{name: b, selector: {istio: egressgateway-b}}]}\n";
    const Workspace withMesh =
        workspaceOf(mesh + "---\n" + authorizationOf("egressgateway-a") + "---\n" + authorizationOf("egressgateway-b"));
    QCOMPARE(gatewayAuthorizations(withMesh), (std::vector<DocumentId>{{0, 2}}));
}

void WorkspaceTest::withoutPolicyAndMeshTheUsualLabelDecides()
{
    const Workspace workspace =
        workspaceOf(authorizationOf("egressgateway-z") + "---\n" + authorizationOf("ingressgateway"));
    QCOMPARE(gatewayAuthorizations(workspace), (std::vector<DocumentId>{{0, 0}}));
}

void WorkspaceTest::foreignAuthorizationsAreNotJudged()
{
    const Workspace workspace =
        workspaceOf(soundPolicy() + "---\n" + authorizationOf("ingressgateway").replace("DENY", "NONSENSE"));
    QVERIFY(documentFindings(workspace).isEmpty());
}

QTEST_APPLESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
