// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/surroundings.h"
#include "core/yaml/document.h"
#include "tests/support/compiling.h"
#include "tests/support/kube/clusterjobs.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::kube;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray web = rule("{namespace: mytest}", "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}}");

Value object(const QByteArray &text)
{
    return yaml::toValue(yaml::parse(text).documents.front()->root);
}

/// What is told of one other object: KIND, its namespace, its spec.
QString told(const QByteArray &kind, const QByteArray &namespaceName, const QByteArray &spec)
{
    const Value other =
        object("kind: " + kind + "\nmetadata: {name: x, namespace: " + namespaceName + "}\nspec: " + spec + '\n');
    const PlanRequest request = requestFor(web);
    return influences({other}, request.wanted, request.gateways).join(u' ');
}

} // namespace

class TestSurroundings : public QObject
{
    Q_OBJECT

private slots:
    void entriesForTheSameHostCountWhereTheyAreSeen()
    {
        QVERIFY(told("ServiceEntry", "payments", "{hosts: [a.example.com]}").contains("a.example.com for mytest"_L1));
        QVERIFY(told("ServiceEntry", "payments", "{hosts: ['*.example.com']}").contains("for mytest"_L1));
        QVERIFY(told("ServiceEntry", "mytest", "{hosts: [a.example.com], exportTo: [.]}").contains("for mytest"_L1));
        QVERIFY(!told("ServiceEntry", "payments", "{hosts: [a.example.com], exportTo: [mytest]}")
                     .contains("istio-system,"_L1));
        QCOMPARE(told("ServiceEntry", "payments", "{hosts: [a.example.com], exportTo: [.]}"), QString());
        QCOMPARE(told("ServiceEntry", "payments", "{hosts: [b.example.com]}"), QString());
        QCOMPARE(told("ServiceEntry", "payments", "{hosts: ['*.a.example.com']}"), QString());
    }

    void routesOfOtherGatewaysDoNotCount()
    {
        QVERIFY(!told("VirtualService", "mytest", "{hosts: [a.example.com]}").isEmpty());
        QVERIFY(!told("VirtualService", "mytest", "{hosts: [a.example.com], gateways: [x, mesh]}").isEmpty());
        QCOMPARE(told("VirtualService", "mytest", "{hosts: [a.example.com], gateways: [x]}"), QString());
    }

    void rulesForTheGatewaysServiceAreHidden()
    {
        const QByteArray service = "istio-egressgateway-a.istio-system.svc.cluster.local";
        QVERIFY(told("DestinationRule", "istio-system", "{host: " + service + "}").contains("does not see it"_L1));
        QVERIFY(told("DestinationRule", "istio-system", "{host: a.example.com}").contains("how to connect"_L1));
        QCOMPARE(told("DestinationRule", "istio-system", "{host: other.istio-system.svc.cluster.local}"), QString());
    }

    void sidecarsHideWhatTheyDoNotName()
    {
        const QByteArray all = "{egress: [{hosts: ['./*', 'istio-system/*']}]}";
        QCOMPARE(told("Sidecar", "mytest", all), QString());
        QCOMPARE(told("Sidecar", "mytest", "{egress: [{hosts: ['*/*']}]}"), QString());
        QCOMPARE(told("Sidecar", "mytest", "{}"), QString());
        QVERIFY(told("Sidecar", "mytest", "{egress: [{hosts: ['./*']}]}").contains("hides istio-egressgateway-a"_L1));
        QVERIFY(told("Sidecar", "mytest", "{egress: [{hosts: ['istio-system/*', './b.example.com']}]}")
                    .contains("hides a.example.com"_L1));
        QVERIFY(told("Sidecar", "mytest", "{outboundTrafficPolicy: {mode: ALLOW_ANY}}").contains("ALLOW_ANY"_L1));
        QCOMPARE(told("Sidecar", "payments", "{egress: [{hosts: ['./*']}]}"), QString());
    }

    void plainServersCountOnOurPortAndGateway()
    {
        const auto server = [](const QByteArray &selector, const QByteArray &port, const QByteArray &rest = {}) {
            return told("Gateway", "other",
                        "{selector: {" + selector + "}, servers: [{hosts: ['*'], port: {name: a, " + port + "}" + rest
                            + "}]}");
        };
        QVERIFY(server("istio: egressgateway-a", "number: 80, protocol: HTTP").contains("port 80"_L1));
        QVERIFY(!server("istio: egressgateway-a, app: x", "number: 80, protocol: TCP").isEmpty());
        QCOMPARE(server("istio: egressgateway-b", "number: 80, protocol: HTTP"), QString());
        QCOMPARE(server("app: x", "number: 80, protocol: HTTP"), QString());
        QCOMPARE(server("istio: egressgateway-a", "number: 81, protocol: HTTP"), QString());
        QCOMPARE(server("istio: egressgateway-a", "number: 80, protocol: HTTPS", ", tls: {mode: SIMPLE}"), QString());
    }

    void toolsThatOwnAnObjectAreKnownByTheirMarks_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QString>("owner");
        QTest::newRow("Argo CD, label") << QByteArray("labels: {argocd.argoproj.io/instance: web}")
                                        << u"Argo CD application web"_s;
        QTest::newRow("Argo CD, annotation")
            << QByteArray("annotations: {argocd.argoproj.io/tracking-id: 'web:g/K:ns/n'}")
            << u"Argo CD application web"_s;
        QTest::newRow("Flux") << QByteArray("labels: {kustomize.toolkit.fluxcd.io/name: apps}")
                              << u"Flux Kustomization apps"_s;
        QTest::newRow("Flux, Helm") << QByteArray("labels: {helm.toolkit.fluxcd.io/name: web}")
                                    << u"Flux HelmRelease web"_s;
        QTest::newRow("Helm") << QByteArray("annotations: {meta.helm.sh/release-name: web}") << u"Helm release web"_s;
        QTest::newRow("nobody") << QByteArray("labels: {app: web}") << QString();
    }

    void toolsThatOwnAnObjectAreKnownByTheirMarks()
    {
        QFETCH(QByteArray, metadata);
        QFETCH(QString, owner);
        QCOMPARE(gitOpsOwner(object("metadata: {" + metadata + "}\n")), owner);
    }
};

QTEST_GUILESS_MAIN(TestSurroundings)
#include "tst_surroundings.moc"
