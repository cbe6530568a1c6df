// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/union.h"
#include "core/yaml/document.h"
#include "core/yaml/write.h"
#include "tests/support/kube/randompolicies.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::kube;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

Value object(const QByteArray &kind, const QByteArray &spec)
{
    const yaml::Stream stream = yaml::parse("kind: " + kind + "\nspec: " + spec + '\n');
    return yaml::toValue(stream.documents.front()->root);
}

/// The spec of the union, as one line of JSON.
QByteArray unitedSpec(const QByteArray &kind, const QByteArray &live, const QByteArray &wanted, Side side,
                      const ContestedPorts &contested = {})
{
    return yaml::toJson(united(object(kind, live), object(kind, wanted), side, contested)[u"spec"]);
}

QByteArray json(const QByteArray &spec)
{
    return yaml::toJson(object("X", spec)[u"spec"]);
}

QByteArray gate(const QByteArray &namespaces)
{
    return "{headers: {x-forwarded-client-cert: {regex: '.*;URI=spiffe://[^/;,\"]+/ns/(" + namespaces
        + ")/sa/[^/;,\"]+'}}, port: 80}";
}

QByteArray way(const QByteArray &namespaces, const QByteArray &destination)
{
    return "{match: [" + gate(namespaces) + "], route: [{destination: " + destination + "}]}";
}

} // namespace

class TestUnion : public QObject
{
    Q_OBJECT

private slots:
    void ofAnObjectWithItselfIsItByteForByte()
    {
        RandomPolicies policies(1);
        for (int i = 0; i < 40; ++i) {
            const auto [a, b] = policies.pair();
            for (const Object &o : a.compilation.objects) {
                for (Side side : {Side::Gateway, Side::Client})
                    QCOMPARE(yaml::write(united(o.content->value, o.content->value, side)), o.content->yaml);
            }
        }
    }

    void onceMoreWithTheWantedChangesNothing()
    {
        RandomPolicies policies(2);
        for (int i = 0; i < 60; ++i) {
            const auto [a, b] = policies.pair();
            ManifestSet wanted;
            for (const Object &o : b.compilation.objects)
                wanted.push_back(manifestOf(o));
            const auto index = byKey(wanted);
            for (const Object &o : a.compilation.objects) {
                const Manifest *other = index.value(manifestOf(o).key());
                for (Side side : {Side::Gateway, Side::Client}) {
                    const Value once = other ? united(o.content->value, *other->value, side) : o.content->value;
                    const Value twice = other ? united(once, *other->value, side) : once;
                    QCOMPARE(yaml::write(twice), yaml::write(once));
                }
            }
        }
    }

    void keepsWholeRulesOfAGuard()
    {
        const QByteArray a = "{action: DENY, rules: [{from: a}, {from: b}], selector: {matchLabels: {x: y}}}";
        const QByteArray b = "{action: DENY, rules: [{from: c}, {from: b}], selector: {matchLabels: {x: y}}}";
        QCOMPARE(unitedSpec("AuthorizationPolicy", a, b, Side::Gateway),
                 json("{action: DENY, rules: [{from: c}, {from: b}, {from: a}], selector: {matchLabels: {x: y}}}"));
    }

    void ofPoliciesThatAllowIsTheWantedOne()
    {
        const QByteArray allow = "{action: ALLOW, rules: [{from: c}]}";
        QCOMPARE(unitedSpec("AuthorizationPolicy", "{action: ALLOW, rules: [{from: a}]}", allow, Side::Gateway),
                 json(allow));
        QCOMPARE(unitedSpec("AuthorizationPolicy", "{action: DENY, rules: [{from: a}]}", allow, Side::Gateway),
                 json(allow));
    }

    void joinsServersByPortAndFirstHost()
    {
        QCOMPARE(
            unitedSpec(
                "Gateway",
                "{servers: [{hosts: [door, c, a], port: {number: 80}}, {hosts: [door, z], port: {number: 443}}]}",
                "{servers: [{hosts: [door, b], port: {number: 80, name: n}}]}", Side::Gateway),
            json(
                "{servers: [{hosts: [door, a, b, c], port: {number: 80, name: n}}, {hosts: [door, z], port: {number: 443}}]}"));
    }

    void opensTheGateForTheNamespacesOfBoth()
    {
        const QByteArray deny = "{name: egp-deny, directResponse: {status: 403}}";
        QCOMPARE(unitedSpec("VirtualService", "{http: [" + way("a|b", "{host: h}") + ", " + deny + "]}",
                            "{http: [" + way("c", "{host: h}") + ", " + deny + "]}", Side::Gateway),
                 json("{http: [" + way("a|b|c", "{host: h}") + ", " + deny + "]}"));
    }

    void keepsRoutesToOtherDestinationsBehindTheWanted()
    {
        const QByteArray deny = "{name: egp-deny, directResponse: {status: 403}}";
        const QByteArray live = "{http: [" + way("a", "{host: h, subset: s}") + ", " + deny + "]}";
        const QByteArray wanted = "{http: [" + way("a", "{host: h}") + ", " + deny + "]}";
        QCOMPARE(
            unitedSpec("VirtualService", live, wanted, Side::Gateway),
            json("{http: [" + way("a", "{host: h}") + ", " + way("a", "{host: h, subset: s}") + ", " + deny + "]}"));
        QCOMPARE(unitedSpec("VirtualService", live, wanted, Side::Gateway, {{80}, false}), json(wanted));
        QCOMPARE(unitedSpec("VirtualService", live, wanted, Side::Gateway, {{80}, true}), json(live));
    }

    void splitsAGateThatGetsTooLong()
    {
        QByteArrayList many;
        for (int i = 0; i < 40; ++i)
            many.append("a-namespace-with-a-long-name-" + QByteArray::number(1000 + i));
        const Value both = united(
            object("VirtualService", "{http: [" + way(many.mid(0, 20).join('|'), "{host: h}") + "]}"),
            object("VirtualService", "{http: [" + way(many.mid(20).join('|'), "{host: h}") + "]}"), Side::Gateway);
        const Value &matches = both[u"spec"][u"http"][0][u"match"];
        QCOMPARE(both[u"spec"][u"http"].size(), 1u);
        QVERIFY(matches.size() > 1);
        for (const Member &match : matches.members()) {
            QVERIFY(match.value[u"headers"][u"x-forwarded-client-cert"][u"regex"].text().size() <= 1024);
            QCOMPARE(match.value[u"port"].toInt(), 80);
        }
    }

    void leavesAForeignGateAlone()
    {
        const QByteArray foreign = way("a.*", "{host: h}");
        const QByteArray ours = way("c", "{host: h}");
        QCOMPARE(unitedSpec("VirtualService", "{http: [" + foreign + "]}", "{http: [" + ours + "]}", Side::Gateway),
                 json("{http: [" + ours + ", " + foreign + "]}"));
    }

    void joinsSubsetsAndTheirPorts()
    {
        const auto subset = [](const QByteArray &name, const QByteArray &settings) {
            return "{name: " + name + ", trafficPolicy: {portLevelSettings: [" + settings + "]}}";
        };
        QCOMPARE(unitedSpec("DestinationRule",
                            "{subsets: [" + subset("a", "{port: {number: 80}, tls: old}, {port: {number: 81}}") + ", "
                                + subset("b", "{port: {number: 1}}") + "]}",
                            "{subsets: [" + subset("a", "{port: {number: 80}, tls: new}") + "]}", Side::Client),
                 json("{subsets: [" + subset("a", "{port: {number: 80}, tls: new}, {port: {number: 81}}") + ", "
                      + subset("b", "{port: {number: 1}}") + "]}"));
    }

    void anHttpPortBeatsOtherProtocols()
    {
        QCOMPARE(unitedSpec("ServiceEntry",
                            "{ports: [{number: 80, protocol: HTTP}, {number: 443, protocol: TLS}], addresses: [b], "
                            "resolution: STATIC, endpoints: [x]}",
                            "{ports: [{number: 80, protocol: TLS}, {number: 443, protocol: TCP}], addresses: [c, a], "
                            "resolution: DNS}",
                            Side::Gateway),
                 json("{ports: [{number: 80, protocol: HTTP}, {number: 443, protocol: TCP}], addresses: [a, b, c], "
                      "resolution: DNS}"));
    }

    void routingOfClientsIsReplacedAsAWhole()
    {
        QCOMPARE(unitedSpec("VirtualService", "{http: [{name: a}]}", "{tls: [{name: b}]}", Side::Client),
                 json("{tls: [{name: b}]}"));
    }
};

QTEST_GUILESS_MAIN(TestUnion)
#include "tst_union.moc"
