// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/mesh.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

Mesh meshIn(const QByteArray &spec)
{
    return meshOf(workspaceOf("apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: lab}\n" + spec));
}

} // namespace

class MeshTest : public QObject
{
    Q_OBJECT
private slots:
    void withoutADocumentEverythingIsAssumed();
    void gatewaysHaveTheUsualNamesPortsAndLabels();
    void listedGatewaysKeepDefaultsForWhatIsNotSaid();
    void listedPortsReplaceTheAssumedOnes();
    void hostsAreFoundByTheirCanonicalName();
    void versionsAreComparedByNumber();
    void theFirstOfSeveralMeshesCounts();
    void wrongFactsLeaveTheDefault();
};

void MeshTest::withoutADocumentEverythingIsAssumed()
{
    const Mesh mesh = meshOf(workspaceOf(soundPolicy()));
    QVERIFY(mesh.assumed);
    QCOMPARE(mesh.name, u"default"_s);
    QCOMPARE(mesh.outboundTrafficPolicy, OutboundTrafficPolicy::Unknown);
    QVERIFY(!mesh.lists(u"egressgateway-a"_s));
}

void MeshTest::gatewaysHaveTheUsualNamesPortsAndLabels()
{
    const MeshGateway gateway = Mesh().gateway(u"egressgateway-a"_s);
    QCOMPARE(gateway.serviceHost(), u"istio-egressgateway-a.istio-system.svc.cluster.local"_s);
    QCOMPARE(gateway.selector, (Labels{{u"istio"_s, u"egressgateway-a"_s}}));
    QVERIFY(!gateway.portsListed);
    QCOMPARE(gateway.port(80)->name, u"http2"_s);
    QCOMPARE(gateway.port(444)->protocol, u"HTTPS"_s);
    QVERIFY(!gateway.port(80)->targetPort);
    QVERIFY(!gateway.port(8080));
}

void MeshTest::listedGatewaysKeepDefaultsForWhatIsNotSaid()
{
    const Mesh mesh = meshIn("spec:\n  gateways:\n  - {name: out, namespace: egress}\n");
    QVERIFY(!mesh.assumed);
    QCOMPARE(mesh.name, u"lab"_s);
    QVERIFY(mesh.lists(u"out"_s));
    const MeshGateway gateway = mesh.gateway(u"out"_s);
    QCOMPARE(gateway.namespaceName, u"egress"_s);
    QCOMPARE(gateway.service, u"istio-out"_s);
    QCOMPARE(gateway.ports.size(), 3);
    QCOMPARE(mesh.gateway(u"other"_s), assumedGateway(u"other"_s));
}

void MeshTest::listedPortsReplaceTheAssumedOnes()
{
    const MeshGateway gateway =
        meshIn(
            "spec:\n  gateways:\n  - name: out\n    ports:\n    - {number: 15443, targetPort: 15443, protocol: tls, name: tls, plaintext: true}\n")
            .gateway(u"out"_s);
    QVERIFY(gateway.portsListed);
    QCOMPARE(gateway.ports.size(), 1);
    QCOMPARE(gateway.ports[0], (MeshGatewayPort{15443, 15443, u"TLS"_s, u"tls"_s, true}));
}

void MeshTest::hostsAreFoundByTheirCanonicalName()
{
    const Mesh mesh = meshIn(
        "spec:\n  hosts:\n  - {host: DB.example.com., addresses: [203.0.113.10, 10.0.0.0/8]}\n  - {host: '*.example.org', representative: WWW.example.org}\n");
    QCOMPARE(mesh.host(u"db.example.com")->addresses, (QStringList{u"203.0.113.10"_s, u"10.0.0.0/8"_s}));
    QCOMPARE(mesh.host(u"*.example.org")->representative, u"www.example.org"_s);
    QVERIFY(!mesh.host(u"a.example.org"));
}

void MeshTest::versionsAreComparedByNumber()
{
    Mesh mesh;
    QVERIFY(!mesh.istioIsOlderThan(1, 22)); // unknown
    for (const QString &version : {u"1.9"_s, u"1.21.6"_s, u"1.21-alpha.0"_s}) {
        mesh.istioVersion = version;
        QVERIFY2(mesh.istioIsOlderThan(1, 22), qPrintable(version));
    }
    for (const QString &version : {u"1.22"_s, u"1.22.3"_s, u"1.30"_s, u"2.0"_s}) {
        mesh.istioVersion = version;
        QVERIFY2(!mesh.istioIsOlderThan(1, 22), qPrintable(version));
    }
}

void MeshTest::theFirstOfSeveralMeshesCounts()
{
    const QByteArray one = "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: one}\n";
    const QByteArray two = "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: two}\n";
    QCOMPARE(meshOf(workspaceOf(one + "---\n" + two)).name, u"one"_s);
}

void MeshTest::wrongFactsLeaveTheDefault()
{
    const Mesh mesh = meshIn(
        "spec:\n  outboundTrafficPolicy: NEVER\n  dnsCapture: 3\n  gateways:\n  - {name: out, selector: {}, ports: []}\n  - {namespace: nameless}\n");
    QCOMPARE(mesh.outboundTrafficPolicy, OutboundTrafficPolicy::Unknown);
    QVERIFY(!mesh.dnsCapture);
    QCOMPARE(mesh.gateways, (QList{assumedGateway(u"out"_s)}));
}

QTEST_APPLESS_MAIN(MeshTest)
#include "tst_mesh.moc"
