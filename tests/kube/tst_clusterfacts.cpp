// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/difference.h"
#include "core/kube/drift.h"
#include "core/kube/managedfields.h"
#include "core/kube/meshfacts.h"
#include "core/policy/workspace.h"
#include "core/yaml/document.h"
#include "core/yaml/write.h"
#include "tests/support/compiling.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::kube;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

Value object(const QByteArray &text)
{
    return yaml::toValue(yaml::parse(text).documents.front()->root);
}

QStringList fields(const QList<FieldChange> &changes)
{
    QStringList names;
    for (const FieldChange &change : changes)
        names.append(change.field);
    return names;
}

/// An object as a server gives it, with one manager who owns the fields.
Value managed(const QByteArray &fieldsV1, const QByteArray &spec, const QByteArray &manager = "sallyport")
{
    return object(
        "apiVersion: x/v1\nkind: K\nmetadata:\n  name: web\n  namespace: s\n  resourceVersion: '7'\n  managedFields:\n"
        "  - {manager: "
        + manager + ", operation: Apply, apiVersion: x/v1, time: '2026-01-02T03:04:05Z', fieldsV1: " + fieldsV1
        + "}\nspec: " + spec + "\n");
}

Value wanted(const QByteArray &spec)
{
    return object("apiVersion: x/v1\nkind: K\nmetadata: {name: web, namespace: s}\nspec: " + spec + "\n");
}

} // namespace

class TestClusterFacts : public QObject
{
    Q_OBJECT

private slots:
    void anObjectCarriesExactlyWhatWeOwn()
    {
        const QByteArray fields = "{'f:spec': {'f:hosts': {}, 'f:port': {'f:number': {}}}}";
        const QByteArray spec = "{hosts: [a], port: {number: 1}}";
        QVERIFY(carriesExactly(managed(fields, spec), wanted(spec)));
        // others may own more
        QVERIFY(carriesExactly(managed(fields, "{hosts: [a], port: {number: 1, name: x}, other: 1}"), wanted(spec)));
        QVERIFY(!carriesExactly(managed(fields, "{hosts: [b], port: {number: 1}}"), wanted(spec)));
        QVERIFY(!carriesExactly(managed(fields, spec), wanted("{hosts: [a], port: {number: 1, name: x}}")));
        QVERIFY(!carriesExactly(managed(fields, spec), wanted("{hosts: [a]}")));
        QVERIFY(!carriesExactly(managed(fields, spec, "kubectl"), wanted(spec)));
    }

    void itemsOfListsWithKeysAreOwnedOneByOne()
    {
        const QByteArray fields =
            "{'f:spec': {'f:ports': {'k:{\"number\":80}': {'.': {}, 'f:number': {}, 'f:name': {}}}}}";
        QVERIFY(carriesExactly(managed(fields, "{ports: [{number: 443, name: z}, {number: 80, name: a}]}"),
                               wanted("{ports: [{number: 80, name: a}]}")));
        QVERIFY(!carriesExactly(managed(fields, "{ports: [{number: 80, name: a}]}"),
                                wanted("{ports: [{number: 80, name: a}, {number: 81, name: b}]}")));
    }

    void whatWeOwnOfAnObjectIsWhatWeWrote()
    {
        const Value part = ownedPart(managed("{'f:spec': {'f:hosts': {}}}", "{hosts: [a], status: 1}"));
        QCOMPARE(yaml::toJson(part), yaml::toJson(wanted("{hosts: [a]}")));
    }

    void differencesAreNamedByField()
    {
        const Value a = wanted("{hosts: [a, b, c], port: {number: 1}, gone: x}");
        const Value b = wanted("{hosts: [a, c], port: {number: 2}, new: y}");
        QCOMPARE(fields(differences(a, b)),
                 QStringList({u"spec.gone"_s, u"spec.hosts[1]"_s, u"spec.port.number"_s, u"spec.new"_s}));
        QVERIFY(differences(a, a).isEmpty());
    }

    void whatAServerWritesByItselfIsNoDifference()
    {
        Value later = managed("{'f:spec': {}}", "{hosts: [a]}");
        later.find(u"metadata")->set(u"resourceVersion"_s, u"9"_s);
        later.set(u"status"_s, Value::map({{u"ok"_s, true}}));
        QVERIFY(differences(managed("{}", "{hosts: [a]}"), later).isEmpty());
    }

    void fieldsThatDoNotComeBackAreLost()
    {
        QCOMPARE(lostFields(wanted("{a: 1, b: [{c: 1, d: 2}]}"), wanted("{a: 1, b: [{c: 1}]}")),
                 QStringList{u"spec.b[0].d"_s});
        QVERIFY(lostFields(wanted("{a: 1}"), wanted("{a: 1, more: 2}")).isEmpty());
    }

    void driftIsToldInWordsAndOnlyWhereItIsOne()
    {
        const Value before = managed("{'f:spec': {}}", "{hosts: [a]}");
        const Value edited = managed("{'f:spec': {}}", "{hosts: [b]}", "kubectl-edit");
        const std::optional<Drift> drift = driftBetween(&before, &edited);
        QVERIFY(drift);
        QCOMPARE(drift->toString(), u"kubectl-edit changed spec.hosts[0] of K s/web at 2026-01-02T03:04:05Z."_s);
        const Value ours = managed("{'f:spec': {}}", "{hosts: [b]}");
        QVERIFY(!driftBetween(&before, &ours));
        const Value noOp = managed("{'f:spec': {}}", "{hosts: [a]}", "kubectl-edit");
        QVERIFY(!driftBetween(&before, &noOp));
        QCOMPARE(driftBetween(&before, nullptr)->what, Drift::What::Deleted);
    }

    void aMeshIsReadFromItsServicesAndConfiguration()
    {
        MeshFacts facts;
        facts.gateways = egressGateways(
            {object(
                 "kind: Service\nmetadata: {name: istio-egressgateway-a, namespace: istio-system}\nspec:\n"
                 "  selector: {istio: egressgateway-a}\n  ports:\n  - {name: status-port, port: 15021, targetPort: 15021}\n"
                 "  - {name: http2, port: 80, targetPort: 8080}\n  - {name: https, port: 443, targetPort: 8443}\n"
                 "  - {name: odd, port: 444}\n"),
             object("kind: Service\nmetadata: {name: web, namespace: a}\nspec: {selector: {app: web}}\n")});
        readMeshConfig(facts, object("data:\n  mesh: |\n    outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n"));
        facts.istioVersion =
            istioVersionOf({object("spec: {containers: [{image: 'docker.io/istio/pilot:1.24.3-distroless'}]}")});
        QCOMPARE(facts.gateways.size(), 1);
        QCOMPARE(facts.gateways[0].ports.size(), 3);
        QCOMPARE(facts.gateways[0].ports[0].protocol, u"HTTP2"_s);
        QCOMPARE(facts.gateways[0].ports[2].protocol, u"TCP"_s);
        QCOMPARE(facts.istioVersion, u"1.24.3"_s);

        const Compiled read = compileText(meshDocument(facts, u"prod"_s));
        QCOMPARE(read.findings(), QStringList());
        const Mesh mesh = read.compilation.mesh;
        QCOMPARE(mesh.name, u"prod"_s);
        QCOMPARE(mesh.outboundTrafficPolicy, OutboundTrafficPolicy::RegistryOnly);
        QCOMPARE(mesh.gateways, facts.gateways);
        QVERIFY(contradictions(facts, mesh).isEmpty());
    }

    void contradictionsAreSentences()
    {
        MeshFacts facts;
        facts.outboundTrafficPolicy = OutboundTrafficPolicy::AllowAny;
        facts.forwardClientCertDetails = u"FORWARD_ONLY"_s;
        Mesh mesh;
        mesh.gateways = {assumedGateway(u"egressgateway-a"_s)};
        QCOMPARE(contradictions(facts, mesh).size(), 3);
        facts.gateways = mesh.gateways;
        facts.gateways[0].ports.removeLast();
        QVERIFY(contradictions(facts, mesh).last().contains(u"no port 444"_s));
    }

    void aPolicyOfTheClusterIsADocumentAgain()
    {
        const QByteArray text =
            policyWith(rule("{namespace: a}", "{hosts: [b.example.com], port: {number: 80, protocol: HTTP}}"));
        Value live = object(text);
        live.find(u"metadata")->set(u"uid"_s, u"x"_s);
        live.find(u"metadata")->set(u"labels"_s, Value::map({{u"sallyport.dev/mesh"_s, u"m"_s}}));
        live.set(u"status"_s, Value::map({{u"state"_s, u"ok"_s}}));
        QCOMPARE(object(policyDocument(live)), object(text));
        QVERIFY(!policyDocument(live).contains("labels"));
    }
};

QTEST_GUILESS_MAIN(TestClusterFacts)
#include "tst_clusterfacts.moc"
