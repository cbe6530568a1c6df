// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/coverage.h"
#include "tests/support/compiling.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray sleepA = "{namespace: mytest, workloadSelector: {app: sleep-a}}";
const QByteArray payments = "{namespace: payments}";

/// One line per route: "mytest{app=sleep-a} HTTP www.example.com:80 > egressgateway-a:80 > 80", with "(implied)" behind implied ones.
QStringList routeLines(const Compiled &compiled)
{
    QStringList lines;
    for (const EgressRoute &route : compiled.compilation.table.routes) {
        QStringList labels;
        for (const auto &[key, value] : route.selector)
            labels.append(key + u'=' + value);
        const QString selector = labels.isEmpty() ? QString() : u'{' + labels.join(u',') + u'}';
        lines.append(u"%1%2 %3 %4:%5 > %6:%7 > %8%9"_s
                         .arg(route.clientNamespace, selector, info(route.protocol).name, route.host)
                         .arg(route.port)
                         .arg(route.gateway)
                         .arg(route.gatewayPort)
                         .arg(route.dialledPort())
                         .arg(route.implied ? u" (implied)"_s : QString()));
    }
    return lines;
}

QByteArray to(const QByteArray &host, int port, const QByteArray &protocol, const QByteArray &more = {})
{
    return "{hosts: [" + host + "], port: {number: " + QByteArray::number(port) + ", protocol: " + protocol + "}" + more
        + "}";
}

QByteArray mesh(const QByteArray &spec)
{
    return "---\napiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: default}\nspec:\n" + spec;
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private slots:
    void selectorsCoverAndMeet()
    {
        const Labels none;
        const Labels app = {{u"app"_s, u"a"_s}};
        const Labels appTier = {{u"app"_s, u"a"_s}, {u"tier"_s, u"web"_s}};
        const Labels other = {{u"app"_s, u"b"_s}};
        const Labels tier = {{u"tier"_s, u"web"_s}};
        QVERIFY(selectsAllOf(none, app) && selectsAllOf(app, appTier) && !selectsAllOf(appTier, app)
                && !selectsAllOf(other, app));
        QVERIFY(canSelectOnePod(none, app) && canSelectOnePod(app, tier) && canSelectOnePod(app, appTier));
        QVERIFY(!canSelectOnePod(app, other) && !canSelectOnePod(appTier, other));
    }

    void wildcardsOverAHostComeNarrowestFirst()
    {
        QCOMPARE(coveringWildcards(u"a.b.example.org"_s),
                 QStringList({u"*.b.example.org"_s, u"*.example.org"_s, u"*.org"_s}));
        QCOMPARE(coveringWildcards(u"*.b.example.org"_s), QStringList({u"*.example.org"_s, u"*.org"_s}));
    }

    void everySourceHostPairIsARoute()
    {
        const Compiled compiled = compileText(
            policyWith(rule(sleepA + ", " + payments,
                            "{hosts: [WWW.Example.com., b.example.com], port: {number: 80, protocol: http}}")));
        QCOMPARE(compiled.findings(), QStringList());
        QCOMPARE(routeLines(compiled),
                 QStringList({
                     u"mytest{app=sleep-a} HTTP www.example.com:80 > egressgateway-a:80 > 80"_s,
                     u"mytest{app=sleep-a} HTTP b.example.com:80 > egressgateway-a:80 > 80"_s,
                     u"payments HTTP www.example.com:80 > egressgateway-a:80 > 80"_s,
                     u"payments HTTP b.example.com:80 > egressgateway-a:80 > 80"_s,
                 }));
    }

    void aDefectCostsOnlyTheSmallestPartAroundIt_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QStringList>("routes");
        const QByteArray good = rule(payments, to("good.example.com", 80, "HTTP"));
        const QString goodRoute = u"payments HTTP good.example.com:80 > egressgateway-a:80 > 80"_s;
        QTest::newRow("host") << rule(sleepA, "{hosts: [short, a.example.com], port: {number: 80, protocol: HTTP}}")
                + good
                              << QStringList({u"mytest{app=sleep-a} HTTP a.example.com:80 > egressgateway-a:80 > 80"_s,
                                              goodRoute});
        QTest::newRow("destination")
            << rule(sleepA, to("a.example.com", 0, "HTTP") + ", " + to("b.example.com", 80, "HTTP")) + good
            << QStringList({u"mytest{app=sleep-a} HTTP b.example.com:80 > egressgateway-a:80 > 80"_s, goodRoute});
        QTest::newRow("source")
            << rule("{namespace: Not_A_Label}, " + sleepA, to("a.example.com", 80, "HTTP")) + good
            << QStringList({u"mytest{app=sleep-a} HTTP a.example.com:80 > egressgateway-a:80 > 80"_s, goodRoute});
        QTest::newRow("rule") << QByteArray("  - 17\n") + good << QStringList({goodRoute});
        QTest::newRow("protocol") << rule(sleepA, to("a.example.com", 80, "GOPHER")) + good << QStringList({goodRoute});
    }

    void aDefectCostsOnlyTheSmallestPartAroundIt()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QStringList, routes);
        const Compiled compiled = compileText(policyWith(rules));
        QVERIFY(compiled.compilation.hasErrors());
        QCOMPARE(routeLines(compiled), routes);
    }

    void gatewayPortsAreChosenByClass_data()
    {
        QTest::addColumn<QByteArray>("protocol");
        QTest::addColumn<QByteArray>("ports");
        QTest::addColumn<int>("chosen");
        const QByteArray all =
            "{number: 9000, protocol: TCP, name: tcp}, {number: 444, protocol: TLS, name: tls}, {number: 80, protocol: HTTP, name: http2}";
        QTest::newRow("HTTP takes HTTP") << QByteArray("HTTP") << all << 80;
        QTest::newRow("GRPC takes HTTP2")
            << QByteArray("GRPC")
            << QByteArray("{number: 443, protocol: HTTPS, name: a}, {number: 90, protocol: HTTP2, name: b}") << 90;
        QTest::newRow("HTTP without HTTP takes TLS")
            << QByteArray("HTTP")
            << QByteArray("{number: 9000, protocol: TCP, name: tcp}, {number: 444, protocol: HTTPS, name: tls}") << 444;
        QTest::newRow("TLS takes TLS") << QByteArray("HTTPS") << all << 444;
        QTest::newRow("TCP takes TLS") << QByteArray("MYSQL") << all << 444;
        QTest::newRow("TCP without TLS takes TCP")
            << QByteArray("TCP")
            << QByteArray("{number: 80, protocol: HTTP, name: h}, {number: 9000, protocol: TCP, name: t}") << 9000;
        QTest::newRow("TLS takes HTTP at last")
            << QByteArray("TLS") << QByteArray("{number: 80, protocol: HTTP, name: h}") << 80;
        QTest::newRow("plaintext ports are skipped")
            << QByteArray("HTTP")
            << QByteArray(
                   "{number: 80, protocol: HTTP, name: h, plaintext: true}, {number: 81, protocol: HTTP, name: i}")
            << 81;
    }

    void gatewayPortsAreChosenByClass()
    {
        QFETCH(QByteArray, protocol);
        QFETCH(QByteArray, ports);
        QFETCH(int, chosen);
        const QByteArray facts = mesh("  gateways: [{name: egressgateway-a, ports: [" + ports
                                      + "]}]\n  hosts: [{host: a.example.com, addresses: [203.0.113.1]}]\n");
        const Compiled compiled = compileText(policyWith(rule(sleepA, to("a.example.com", 5000, protocol))) + facts);
        QCOMPARE(compiled.compilation.table.routes.size(), 1u);
        QCOMPARE(compiled.compilation.table.routes[0].gatewayPort, chosen);
    }

    void twoHttpPortsOfAHostGetTwoGatewayPorts()
    {
        const Compiled compiled = compileText(
            policyWith(rule(sleepA, to("a.example.com", 80, "HTTP") + ", " + to("a.example.com", 8080, "HTTP"))
                       + rule(payments, to("a.example.com", 9090, "HTTP", ", byEgressGateway: {port: 80}"))));
        QCOMPARE(routeLines(compiled),
                 QStringList({
                     u"mytest{app=sleep-a} HTTP a.example.com:80 > egressgateway-a:443 > 80"_s,
                     u"mytest{app=sleep-a} HTTP a.example.com:8080 > egressgateway-a:444 > 8080"_s,
                     u"payments HTTP a.example.com:9090 > egressgateway-a:80 > 9090"_s,
                 }));
        QCOMPARE(compiled.findings(), QStringList());
    }

    void anUpgradeImpliesTheApplicationsOwnHttps()
    {
        const Compiled compiled = compileText(
            policyWith(rule(sleepA, to("a.example.com", 80, "HTTP", ", httpsUpgrade: {enabled: true, port: 8443}"))));
        QCOMPARE(routeLines(compiled),
                 QStringList({
                     u"mytest{app=sleep-a} HTTP a.example.com:80 > egressgateway-a:80 > 8443"_s,
                     u"mytest{app=sleep-a} HTTPS a.example.com:8443 > egressgateway-a:80 > 8443 (implied)"_s,
                 }));
        QCOMPARE(compiled.findings(),
                 QStringList({u"note upgrade.opens-https spec.egressRules[0].to[0].httpsUpgrade"_s}));
    }

    void anImpliedRouteGivesWayToAnotherClass_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("same host") << to("a.example.com", 443, "HTTP", ", byEgressGateway: {port: 444}");
        QTest::newRow("wildcard over it") << to("'*.example.com'", 443, "HTTP", ", byEgressGateway: {port: 444}");
    }

    void anImpliedRouteGivesWayToAnotherClass()
    {
        QFETCH(QByteArray, other);
        const QByteArray upgraded = to("a.example.com", 80, "HTTP", ", httpsUpgrade: {enabled: true}");
        const Compiled compiled =
            compileText(policyWith(rule(sleepA, upgraded + ", " + other))
                        + mesh("  hosts: [{host: '*.example.com', representative: www.example.com}]\n"));
        QCOMPARE(compiled.compilation.table.routes.size(), 2u);
        QVERIFY(compiled.findings().contains(u"note upgrade.implied-dropped spec.egressRules[0].to[0].httpsUpgrade"_s));
    }

    void conflictsDropBothSides_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("finding");
        const auto pair = [](const QByteArray &a, const QByteArray &b) { return rule(sleepA, a + ", " + b); };
        QTest::newRow("two classes") << pair(to("a.example.com", 443, "HTTPS"), to("a.example.com", 443, "HTTP"))
                                     << u"error protocol.class-conflict spec.egressRules[0].to[1].port.protocol"_s;
        QTest::newRow("two classes in two rules")
            << rule(sleepA, to("a.example.com", 443, "TCP"))
                + rule("{namespace: mytest}", to("a.example.com", 443, "TLS"))
            << u"error protocol.class-conflict spec.egressRules[1].to[0].port.protocol"_s;
        QTest::newRow("HTTP and GRPC for a client")
            << pair(to("a.example.com", 80, "HTTP"), to("a.example.com", 80, "GRPC"))
            << u"error protocol.mixed spec.egressRules[0].to[1].port.protocol"_s;
        QTest::newRow("HTTP and GRPC at a gateway")
            << rule(sleepA, to("a.example.com", 80, "HTTP")) + rule(payments, to("a.example.com", 80, "GRPC"))
            << u"error protocol.mixed spec.egressRules[1].to[0].port.protocol"_s;
        QTest::newRow("two target ports")
            << rule(sleepA, "{hosts: [a.example.com], port: {number: 80, protocol: HTTP, targetPort: 8080}}")
                + rule(payments, "{hosts: [a.example.com], port: {number: 80, protocol: HTTP, targetPort: 8081}}")
            << u"error port.target-conflict spec.egressRules[1].to[0].port.targetPort"_s;
        QTest::newRow("two HTTP ports on one gateway port")
            << pair(to("a.example.com", 80, "HTTP", ", byEgressGateway: {port: 80}"),
                    to("a.example.com", 8080, "HTTP", ", byEgressGateway: {port: 80}"))
            << u"error gateway-port.http-clash spec.egressRules[0].to[1].byEgressGateway.port"_s;
        QTest::newRow("with and without upgrade") << rule(sleepA, to("a.example.com", 80, "HTTP"))
                + rule(payments, to("a.example.com", 80, "HTTP", ", httpsUpgrade: {enabled: true}"))
                                                  << u"error upgrade.conflict spec.egressRules[1].to[0].httpsUpgrade"_s;
        QTest::newRow("two upgrade ports")
            << rule(sleepA, to("a.example.com", 80, "HTTP", ", httpsUpgrade: {enabled: true}"))
                + rule(payments, to("a.example.com", 80, "HTTP", ", httpsUpgrade: {enabled: true, port: 8443}"))
            << u"error upgrade.conflict spec.egressRules[1].to[0].httpsUpgrade"_s;
    }

    void conflictsDropBothSides()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QString, finding);
        const Compiled compiled = compileText(policyWith(rules + rule(payments, to("good.example.com", 80, "HTTP"))));
        QVERIFY2(compiled.findings().contains(finding), qPrintable(compiled.findings().join(u'\n')));
        QCOMPARE(routeLines(compiled), QStringList({u"payments HTTP good.example.com:80 > egressgateway-a:80 > 80"_s}));
    }

    void sharingAPortIsNoConflict_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::newRow("TLS and HTTP of one host on one gateway port")
            << rule(sleepA,
                    to("a.example.com", 80, "HTTP", ", byEgressGateway: {port: 80}") + ", "
                        + to("a.example.com", 443, "HTTPS", ", byEgressGateway: {port: 80}"));
        QTest::newRow("two TLS ports of one host on one gateway port")
            << rule(sleepA,
                    to("a.example.com", 443, "HTTPS", ", byEgressGateway: {port: 443}") + ", "
                        + to("a.example.com", 8443, "TLS", ", byEgressGateway: {port: 443}"));
        QTest::newRow("HTTP2 and GRPC") << rule(sleepA, to("a.example.com", 80, "HTTP2"))
                + rule(payments, to("a.example.com", 80, "GRPC"));
        QTest::newRow("one port in two classes for two namespaces")
            << rule(sleepA, to("a.example.com", 443, "HTTP")) + rule(payments, to("a.example.com", 443, "TLS"));
    }

    void sharingAPortIsNoConflict()
    {
        QFETCH(QByteArray, rules);
        const Compiled compiled = compileText(policyWith(rules));
        QCOMPARE(compiled.findings(), QStringList());
        QCOMPARE(compiled.compilation.table.routes.size(), 2u);
    }

    void classesAreComparedThroughWildcards()
    {
        const Compiled compiled = compileText(
            policyWith(rule(sleepA, to("'*.example.com'", 443, "HTTPS") + ", " + to("a.example.com", 443, "HTTP")))
            + mesh("  hosts: [{host: '*.example.com', representative: www.example.com}]\n"));
        QCOMPARE(compiled.findings(),
                 QStringList({u"error protocol.class-conflict spec.egressRules[0].to[1].port.protocol"_s}));
        QVERIFY(compiled.compilation.table.routes.empty());
    }

    void tcpHostsWithoutAddressMayNotShareAPort()
    {
        const QByteArray one = to("a.example.com", 5432, "TCP");
        const QByteArray two = to("b.example.com", 5432, "TCP");
        const Compiled alone = compileText(policyWith(rule(sleepA, one)));
        QVERIFY(alone.findings().contains(u"warning tcp.no-address spec.egressRules[0].to[0].hosts[0]"_s));
        QCOMPARE(alone.compilation.table.routes.size(), 1u);

        const Compiled both = compileText(policyWith(rule(sleepA, one + ", " + two)));
        QVERIFY(both.findings().contains(u"error tcp.no-address spec.egressRules[0].to[1].hosts[0]"_s));
        QVERIFY(both.compilation.table.routes.empty());

        for (
            const QByteArray &facts :
            {QByteArray("  dnsCapture: true\n"),
             QByteArray(
                 "  hosts: [{host: a.example.com, addresses: [203.0.113.1]}, {host: b.example.com, addresses: [203.0.113.2]}]\n")}) {
            const Compiled addressed = compileText(policyWith(rule(sleepA, one + ", " + two)) + mesh(facts));
            QVERIFY(addressed.findings().filter(u"tcp.no-address"_s).isEmpty());
            QCOMPARE(addressed.compilation.table.routes.size(), 2u);
        }
    }

    void tcpHostsMayNotShareAnAddress()
    {
        const Compiled compiled = compileText(
            policyWith(rule(sleepA, to("a.example.com", 5432, "TCP") + ", " + to("b.example.com", 5432, "TCP")))
            + mesh(
                "  hosts: [{host: a.example.com, addresses: [203.0.113.1]}, {host: b.example.com, addresses: [203.0.113.1]}]\n"));
        QVERIFY(compiled.findings().contains(u"error tcp.no-address spec.egressRules[0].to[1].hosts[0]"_s));
        QVERIFY(compiled.compilation.table.routes.empty());
    }

    void anHttpHostMayNotShareTheAddressOfAStream()
    {
        const auto compiled = [](const char *protocol) {
            return compileText(
                policyWith(rule(sleepA, to("a.example.com", 5432, "TCP") + ", " + to("b.example.com", 5432, protocol)))
                + mesh(
                    "  hosts: [{host: a.example.com, addresses: [203.0.113.1]}, {host: b.example.com, addresses: [203.0.113.1]}]\n"));
        };
        QVERIFY(compiled("HTTP").findings().contains(u"error tcp.no-address spec.egressRules[0].to[1].hosts[0]"_s));
        QVERIFY(compiled("TLS").findings().filter(u"tcp.no-address"_s).isEmpty()); // its name tells it apart
    }

    void gatewayPortsAreCheckedAgainstTheMesh()
    {
        const QByteArray rules = rule(sleepA,
                                      to("a.example.com", 80, "HTTP", ", byEgressGateway: {port: 8888}") + ", "
                                          + to("b.example.com", 80, "HTTP"));
        const Compiled assumed = compileText(policyWith(rules));
        QCOMPARE(assumed.findings(),
                 QStringList({u"warning gateway-port.absent spec.egressRules[0].to[0].byEgressGateway.port"_s}));
        QCOMPARE(assumed.compilation.table.routes.size(), 2u);

        const Compiled listed = compileText(
            policyWith(rules)
            + mesh("  gateways: [{name: egressgateway-a, ports: [{number: 80, protocol: HTTP, name: http2}]}]\n"));
        QCOMPARE(listed.findings(),
                 QStringList({u"error gateway-port.absent spec.egressRules[0].to[0].byEgressGateway.port"_s}));
        QCOMPARE(listed.compilation.table.routes.size(), 1u);

        const Compiled plain = compileText(
            policyWith(rules)
            + mesh(
                "  gateways: [{name: egressgateway-a, ports: [{number: 80, protocol: HTTP, name: a}, {number: 8888, protocol: HTTP, name: b, plaintext: true}]}]\n"));
        QCOMPARE(plain.findings(),
                 QStringList({u"error gateway-port.plaintext spec.egressRules[0].to[0].byEgressGateway.port"_s}));
        QCOMPARE(plain.compilation.table.routes.size(), 1u);
    }

    void clientsInAGatewaysNamespaceAreLeftOut()
    {
        const Compiled compiled =
            compileText(policyWith(rule("{namespace: istio-system}, " + sleepA, to("a.example.com", 80, "HTTP"))));
        QCOMPARE(compiled.findings(),
                 QStringList({u"error source.gateway-namespace spec.egressRules[0].from[0].namespace"_s}));
        QCOMPARE(compiled.compilation.table.routes.size(), 1u);
    }

    void gatewaysThatSelectOnePodAreLeftOut()
    {
        const Compiled compiled = compileText(
            policyWith(rule(sleepA,
                            to("a.example.com", 80, "HTTP") + ", "
                                + to("b.example.com", 80, "HTTP", ", byEgressGateway: {name: c}")))
            + mesh(
                "  gateways: [{name: egressgateway-a, selector: {istio: egress}}, {name: b, selector: {istio: egress, zone: x}}, {name: c}]\n"));
        QCOMPARE(compiled.findings(), QStringList({u"error gateway.same-selector spec.gateways[1].selector"_s}));
        QCOMPARE(routeLines(compiled), QStringList({u"mytest{app=sleep-a} HTTP b.example.com:80 > c:80 > 80"_s}));
    }

    void wildcardsNeedARepresentative()
    {
        const QByteArray rules =
            rule(sleepA, "{hosts: ['*.example.com', a.example.org], port: {number: 80, protocol: HTTP}}");
        const Compiled without = compileText(policyWith(rules));
        QCOMPARE(without.findings(), QStringList({u"error host.wildcard spec.egressRules[0].to[0].hosts[0]"_s}));
        QCOMPARE(without.compilation.table.routes.size(), 1u);
        const Compiled with = compileText(
            policyWith(rules) + mesh("  hosts: [{host: '*.example.com', representative: www.example.com}]\n"));
        QCOMPARE(with.findings(), QStringList());
        QCOMPARE(with.compilation.table.routes.size(), 2u);
    }

    void meshSnisStayWithinDns()
    {
        const QByteArray label(63, 'a');
        const QByteArray host = label + '.' + label + '.' + label + ".example.com"; // 203 characters
        const QStringList fitting = compileText(policyWith(rule("{namespace: m}", to(host, 443, "TLS")))).findings();
        QVERIFY2(fitting.isEmpty(), qPrintable(fitting.join(u'\n')));
        const Compiled tooLong = compileText(policyWith(
            rule("{namespace: " + QByteArray(40, 'n') + "}", to(host, 443, "TLS") + ", " + to(host, 80, "HTTP"))));
        QCOMPARE(tooLong.findings(), QStringList({u"error host.too-long spec.egressRules[0].to[0].hosts[0]"_s}));
        QCOMPARE(tooLong.compilation.table.routes.size(), 1u);
    }

    void overlappingSelectorsSayWhichGatewayWins()
    {
        const QByteArray toB = to("a.example.com", 80, "HTTP", ", byEgressGateway: {name: b}");
        const Compiled compiled =
            compileText(policyWith(rule("{namespace: mytest}", to("a.example.com", 80, "HTTP")) + rule(sleepA, toB)));
        QCOMPARE(compiled.findings(), QStringList({u"warning source.overlap spec.egressRules[0].from[0]"_s}));
        const Compiled apart = compileText(
            policyWith(rule("{namespace: mytest, workloadSelector: {app: other}}", to("a.example.com", 80, "HTTP"))
                       + rule(sleepA, toB)));
        QCOMPARE(apart.findings(), QStringList());
    }

    void shadowedRulesAreNoted_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QStringList>("findings");
        const QByteArray a = to("a.example.com", 80, "HTTP");
        const QByteArray b = to("b.example.com", 80, "HTTP");
        QTest::newRow("a wider selector later") << rule(sleepA, a) + rule("{namespace: mytest}", a + ", " + b)
                                                << QStringList({u"note rule.shadowed spec.egressRules[0]"_s});
        QTest::newRow("of equal rules the later")
            << rule(sleepA, a) + rule(sleepA, a) << QStringList({u"note rule.shadowed spec.egressRules[1]"_s});
        QTest::newRow("half of it is not enough")
            << rule(sleepA, a + ", " + b) + rule("{namespace: mytest}", a) << QStringList();
        QTest::newRow("nor another port of the gateway") << rule(sleepA, a)
                + rule("{namespace: mytest}", to("a.example.com", 80, "HTTP", ", byEgressGateway: {port: 443}"))
                                                         << QStringList();
    }

    void shadowedRulesAreNoted()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QStringList, findings);
        QCOMPARE(compileText(policyWith(rules)).findings(), findings);
    }
};

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
