// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/expect.h"
#include "core/trace/trace.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray mesh = R"(
apiVersion: sallyport.dev/v1alpha1
kind: Mesh
metadata: {name: default}
spec:
  outboundTrafficPolicy: REGISTRY_ONLY
  gateways:
  - name: egressgateway-a
    namespace: istio-system
    selector: {istio: egressgateway-a}
    service: istio-egressgateway-a
    ports:
    - {number: 80, targetPort: 8080, protocol: HTTP, name: http2}
    - {number: 443, targetPort: 8443, protocol: HTTPS, name: https}
    - {number: 444, targetPort: 8444, protocol: HTTPS, name: tls-444}
  hosts:
  - {host: db.example.com, addresses: [203.0.113.10]}
)";

/// Two rules on one host, an upgrade, HTTPS, a TCP host.
const QByteArray policy = R"(
apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata: {name: egress-by-egressgateway-a, namespace: istio-egress}
spec:
  byEgressGateway: {name: egressgateway-a}
  egressRules:
  - from:
    - {namespace: mytest, workloadSelector: {app: sleep-a}}
    to:
    - {hosts: [www.httpbin.org], port: {number: 80, protocol: HTTP}, byEgressGateway: {port: 80}}
    - {hosts: [api.example.com], port: {number: 80, protocol: HTTP}, httpsUpgrade: {enabled: true, port: 443}}
    - {hosts: [secure.example.com], port: {number: 443, protocol: HTTPS}}
  - from:
    - {namespace: payments}
    to:
    - {hosts: [www.httpbin.org], port: {number: 80, protocol: HTTP}}
    - {hosts: [db.example.com], port: {number: 5432, protocol: TCP}}
)";

/// A hand-written set: a host behind an egress gateway that originates TLS, with mutual TLS in the mesh.
const QByteArray foreign = R"(
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: books, namespace: shop}
spec:
  hosts: [books.example.com]
  ports:
  - {number: 80, name: http, protocol: HTTP}
  - {number: 443, name: https, protocol: HTTPS}
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: way-out, namespace: shop}
spec:
  selector: {istio: egressgateway-a}
  servers:
  - port: {number: 443, name: https-books, protocol: HTTPS}
    hosts: [books.example.com]
    tls: {mode: ISTIO_MUTUAL}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: to-the-gateway, namespace: shop}
spec:
  host: istio-egressgateway-a.istio-system.svc.cluster.local
  subsets:
  - name: books
    trafficPolicy:
      portLevelSettings:
      - port: {number: 443}
        tls: {mode: ISTIO_MUTUAL, sni: books.example.com}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: books, namespace: shop}
spec:
  hosts: [books.example.com]
  gateways: [way-out, mesh]
  http:
  - match:
    - {gateways: [mesh], port: 80}
    route:
    - destination: {host: istio-egressgateway-a.istio-system.svc.cluster.local, subset: books, port: {number: 443}}
  - match:
    - {gateways: [way-out], port: 443}
    route:
    - destination: {host: books.example.com, port: {number: 443}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: books-tls, namespace: shop}
spec:
  host: books.example.com
  trafficPolicy:
    portLevelSettings:
    - port: {number: 443}
      tls: {mode: SIMPLE, sni: books.example.com, subjectAltNames: [books.example.com]}
)";

struct Scene {
    Workspace workspace;
    Compilation compilation;
    TraceWorld world;
};

Scene sceneOf(const QByteArrayList &texts)
{
    Scene scene;
    for (qsizetype i = 0; i < texts.size(); ++i)
        scene.workspace.files.push_back(
            std::make_shared<const SourceFile>(readFile(u"file-%1.yaml"_s.arg(i), texts.at(i))));
    scene.compilation = compile(scene.workspace);
    scene.world = worldOf(scene.workspace, scene.compilation);
    return scene;
}

/// mytest/app=sleep-a http://host/path
TraceResult trace(const Scene &scene, const QString &from, const QString &url, const QString &method = u"GET"_s,
                  const QList<std::pair<QString, QString>> &headers = {})
{
    TraceRequest request;
    request.namespaceName = from.section(u'/', 0, 0);
    for (const QString &label : from.section(u'/', 1).split(u',', Qt::SkipEmptyParts))
        request.labels.append({label.section(u'=', 0, 0), label.section(u'=', 1)});
    if (url.startsWith("tcp://"_L1))
        request.request.tcp = url.mid(6);
    else
        request.request.url = url;
    request.request.method = method;
    request.request.headers = headers;
    const TraceResult result = Tracer(scene.world).trace(request);
    // Whoever wants no steps gets the same answer.
    const TraceResult verdict = Tracer(scene.world).trace(request, TraceDetail::Verdict);
    if (!verdict.steps.empty() || verdict.verdict != result.verdict || verdict.outcome != result.outcome
        || verdict.missing != result.missing || verdict.status != result.status || verdict.gateway != result.gateway)
        qFatal("Without steps the answer is another one: %s", qPrintable(url));
    return result;
}

/// "allowed 200 from www.example.com via egressgateway-a", "blocked 502", "unknown: …"
QString summary(const TraceResult &result)
{
    if (result.verdict == TraceVerdict::Unknown)
        return "unknown: "_L1 + result.missing;
    return verdictWord(result.verdict) + u' ' + result.outcome
        + (result.gateway.isEmpty() ? QString() : " via "_L1 + result.gateway);
}

QByteArray changed(QByteArray text, const QByteArray &before, const QByteArray &after)
{
    if (!text.contains(before))
        qFatal("nothing to change: %s", before.constData());
    return text.replace(before, after);
}

bool isDecidedBy(const TraceResult &result, const QString &object, const QString &field, const Scene &scene)
{
    return std::any_of(result.steps.begin(), result.steps.end(), [&](const TraceStep &step) {
        return sallyport::objectName(scene.world, step.field).startsWith(object) && step.field.path.toString() == field;
    });
}

} // namespace

class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void policyMeansWhatItSays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &from, const QString &url, const QString &expected) {
            QTest::newRow(name) << from << url << expected;
        };
        const QString a = u"mytest/app=sleep-a"_s, b = u"mytest/app=sleep-b"_s, other = u"default/app=nginx"_s;
        row("1: a rule's workload gets out", a, u"http://www.httpbin.org/get"_s,
            u"allowed 200 from www.httpbin.org via egressgateway-a"_s);
        row("1: a whole namespace gets out", u"payments"_s, u"http://www.httpbin.org"_s,
            u"allowed 200 from www.httpbin.org via egressgateway-a"_s);
        row("1: HTTP without a rule is a 502", a, u"http://www.example.org"_s, u"blocked 502"_s);
        row("1: HTTP on a port without a listener is closed", a, u"http://www.httpbin.org:8080"_s,
            u"blocked connection closed"_s);
        row("1: HTTPS without a rule is closed", a, u"https://www.httpbin.org"_s, u"blocked connection closed"_s);
        row("1: TCP without a rule is closed", a, u"tcp://db.example.com:5432"_s, u"blocked connection closed"_s);
        row("3: an upgraded request reaches the host", a, u"http://api.example.com"_s,
            u"allowed 200 from api.example.com via egressgateway-a"_s);
        row("4: the application's own HTTPS is carried through", a, u"https://api.example.com"_s,
            u"allowed 200 from api.example.com via egressgateway-a"_s);
        row("5: HTTPS is passed through", a, u"https://secure.example.com"_s,
            u"allowed 200 from secure.example.com via egressgateway-a"_s);
        row("5: an HTTPS rule opens no HTTP", a, u"http://secure.example.com"_s, u"blocked 502"_s);
        row("6: TCP is carried", u"payments"_s, u"tcp://db.example.com:5432"_s,
            u"allowed connected with db.example.com via egressgateway-a"_s);
        row("6: plain HTTP to another port of a TCP host is a 502", u"payments"_s, u"http://db.example.com"_s,
            u"blocked 502"_s);
        row("6: another address on the port is closed", u"payments"_s, u"tcp://203.0.113.99:5432"_s,
            u"blocked connection closed"_s);
        row("7: another workload of the namespace gets a 502", b, u"http://www.httpbin.org"_s, u"blocked 502"_s);
        row("7: another workload's HTTPS is closed", b, u"https://secure.example.com"_s,
            u"blocked connection closed"_s);
        row("7: another namespace gets a 502", other, u"http://www.httpbin.org"_s, u"blocked 502"_s);
        row("7: another namespace's HTTPS is closed", other, u"https://secure.example.com"_s,
            u"blocked connection closed"_s);
    }

    void policyMeansWhatItSays()
    {
        QFETCH(QString, from);
        QFETCH(QString, url);
        QFETCH(QString, expected);
        QCOMPARE(summary(trace(sceneOf({policy, mesh}), from, url)), expected);
    }

    void removingThePolicyRemovesTheAccess()
    {
        const Scene scene = sceneOf({mesh});
        QCOMPARE(summary(trace(scene, u"mytest/app=sleep-a"_s, u"http://www.httpbin.org"_s)), u"blocked 502"_s);
        QCOMPARE(summary(trace(scene, u"mytest/app=sleep-a"_s, u"https://secure.example.com"_s)),
                 u"blocked connection closed"_s);
    }

    void stepsNameTheFieldsThatDecide()
    {
        const Scene scene = sceneOf({policy, mesh});
        const TraceResult result = trace(scene, u"mytest/app=sleep-a"_s, u"http://api.example.com"_s);
        QVERIFY(isDecidedBy(result, u"VirtualService mytest/egp-api-example-com"_s, u"spec.http[0].match[0]"_s, scene));
        QVERIFY(isDecidedBy(result, u"DestinationRule mytest/egp-egressgateway-a"_s,
                            u"spec.subsets[0].trafficPolicy.portLevelSettings[0].tls"_s, scene));
        QVERIFY(isDecidedBy(result, u"Gateway istio-system/egp-egressgateway-a"_s, u"spec.servers[0]"_s, scene));
        QVERIFY(isDecidedBy(result, u"DestinationRule istio-system/egp-tls-api"_s,
                            u"spec.subsets[0].trafficPolicy.portLevelSettings[0].tls"_s, scene));
        QList<TraceStage> stages;
        for (const TraceStep &step : result.steps)
            stages.append(step.stage);
        QVERIFY(std::is_sorted(stages.begin(), stages.end()));
    }

    void stepsLeadToLinesOfThePolicy()
    {
        const Scene scene = sceneOf({policy, mesh});
        FieldPlaces places(scene.workspace, scene.compilation, scene.world);
        const TraceResult result = trace(scene, u"payments"_s, u"tcp://db.example.com:5432"_s);
        const auto step = std::find_if(result.steps.begin(), result.steps.end(), [&](const TraceStep &s) {
            return sallyport::objectName(scene.world, s.field).startsWith("VirtualService payments"_L1);
        });
        QVERIFY(step != result.steps.end());
        const FieldPlace place = places.place(step->field);
        QCOMPARE(place.file, u"file-0.yaml"_s);
        const QByteArray line = policy.split('\n').at(place.line - 1);
        QVERIFY2(line.contains("5432") || line.contains("payments"), line.constData());
    }

    void stepsLeadToLinesOfForeignObjects()
    {
        const Scene scene = sceneOf({foreign, mesh});
        FieldPlaces places(scene.workspace, scene.compilation, scene.world);
        const TraceResult result = trace(scene, u"shop"_s, u"http://books.example.com"_s);
        QCOMPARE(summary(result), u"allowed 200 from books.example.com via egressgateway-a"_s);
        const FieldPlace place = places.place(result.steps.front().field);
        QCOMPARE(foreign.split('\n').at(place.line - 1).trimmed(), "- {gateways: [mesh], port: 80}");
    }

    void denyingAMethodAtTheGateway()
    {
        const QByteArray deny = R"(
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: no-post, namespace: istio-system}
spec:
  selector: {matchLabels: {istio: egressgateway-a}}
  action: DENY
  rules:
  - from: [{source: {namespaces: [mytest]}}]
    to: [{operation: {hosts: [www.httpbin.org], methods: [POST]}}]
)";
        const Scene scene = sceneOf({policy, mesh, deny});
        const QString from = u"mytest/app=sleep-a"_s;
        QCOMPARE(summary(trace(scene, from, u"http://www.httpbin.org"_s, u"POST"_s)),
                 u"blocked 403 RBAC: access denied"_s);
        QVERIFY(summary(trace(scene, from, u"http://www.httpbin.org"_s)).startsWith("allowed"_L1));
        QVERIFY(summary(trace(scene, u"payments"_s, u"http://www.httpbin.org"_s, u"POST"_s)).startsWith("allowed"_L1));
        // On a connection that is not HTTP the HTTP parts of a DENY are dropped, and the rest denies it all.
        QCOMPARE(summary(trace(scene, from, u"https://secure.example.com"_s)), u"blocked connection closed"_s);
        const Scene dryRun = sceneOf({policy, mesh,
                                      changed(deny, "namespace: istio-system}",
                                              "namespace: istio-system, annotations: {istio.io/dry-run: \"true\"}}")});
        QVERIFY(summary(trace(dryRun, from, u"http://www.httpbin.org"_s, u"POST"_s)).startsWith("allowed"_L1));
    }

    void allowingWithPartsOfHttpClosesAllElse()
    {
        const QByteArray allow = R"(
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: reading, namespace: istio-system}
spec:
  selector: {matchLabels: {istio: egressgateway-a}}
  rules:
  - to: [{operation: {methods: [GET]}}]
)";
        const Scene scene = sceneOf({policy, mesh, allow});
        QVERIFY(summary(trace(scene, u"mytest/app=sleep-a"_s, u"http://www.httpbin.org"_s)).startsWith("allowed"_L1));
        QCOMPARE(summary(trace(scene, u"mytest/app=sleep-a"_s, u"http://www.httpbin.org"_s, u"POST"_s)),
                 u"blocked 403 RBAC: access denied"_s);
        QCOMPARE(summary(trace(scene, u"payments"_s, u"tcp://db.example.com:5432"_s)), u"blocked connection closed"_s);
    }

    void foreignSets_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("expected");
        const QString shop = u"shop/app=web"_s;
        const QString allowed = u"allowed 200 from books.example.com via egressgateway-a"_s;
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const QString &from,
                            const QString &expected) { QTest::newRow(name) << before << after << from << expected; };
        row("as it is", "", "", shop, allowed);
        row("exported to all, from anywhere", "", "", u"elsewhere"_s,
            u"blocked 503"_s); // the DestinationRule is not for Services of another namespace
        row("only for its namespace", "gateways: [way-out, mesh]", "exportTo: [.]\n  gateways: [way-out, mesh]",
            u"elsewhere"_s, u"allowed 200 from books.example.com"_s);
        row("match.gateways hides sourceLabels", "- {gateways: [mesh], port: 80}",
            "- {gateways: [mesh], port: 80, sourceLabels: {app: admin}}", shop, allowed);
        row("sourceLabels of another workload: falls through to the host", "- {gateways: [mesh], port: 80}",
            "- {port: 80, sourceLabels: {app: admin}}", shop, u"allowed 200 from books.example.com"_s);
        row("no subset of that name", "- name: books\n", "- name: journals\n", shop, u"blocked 503"_s);
        row("another server name", "sni: books.example.com}\n---", "sni: journals.example.com}\n---", shop,
            u"blocked 503"_s);
        row("no certificate", "mode: ISTIO_MUTUAL, sni", "mode: SIMPLE, sni", shop, u"blocked 503"_s);
        row("a port that the gateway's Service lacks", "subset: books, port: {number: 443}",
            "subset: books, port: {number: 8443}", shop, u"blocked 503"_s);
        row("the wrong port at the gateway", "[way-out], port: 443", "[way-out], port: 80", shop, u"blocked 404"_s);
        row("a gateway that nobody selects", "istio: egressgateway-a}", "istio: egressgateway-b}", shop,
            u"blocked 503"_s);
        row("another host at the gateway", "hosts: [books.example.com]\n    tls",
            "hosts: [journals.example.com]\n    tls", shop, u"blocked 503"_s);
    }

    void foreignSets()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, from);
        QFETCH(QString, expected);
        const QByteArray set = before.isEmpty() ? foreign : changed(foreign, before, after);
        QCOMPARE(summary(trace(sceneOf({set, mesh}), from, u"http://books.example.com/"_s)), expected);
    }

    void whatIsNotModelledIsNamed_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<bool>("matters");
        const auto envoyFilter = [](const QByteArray &home, const QByteArray &labels, const QByteArray &context) {
            return "\n---\napiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: lua, namespace: "
                + home + "}\nspec:\n  workloadSelector: {labels: {" + labels
                + "}}\n  configPatches:\n  - {applyTo: HTTP_FILTER, match: {context: " + context + "}}\n";
        };
        QTest::newRow("an EnvoyFilter on the sidecar")
            << envoyFilter("mytest", "app: sleep-a", "SIDECAR_OUTBOUND") << true;
        QTest::newRow("on what comes in to it") << envoyFilter("mytest", "app: sleep-a", "SIDECAR_INBOUND") << false;
        QTest::newRow("on another workload") << envoyFilter("mytest", "app: sleep-b", "SIDECAR_OUTBOUND") << false;
        QTest::newRow("in another namespace") << envoyFilter("other", "", "ANY") << false;
        QTest::newRow("on the gateway") << envoyFilter("istio-system", "istio: egressgateway-a", "GATEWAY") << true;
        QTest::newRow("on all of the mesh") << envoyFilter("istio-system", "", "ANY") << true;
        QTest::newRow("a Sidecar that hides hosts") << QByteArray(
            "\n---\napiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: own, namespace: mytest}\nspec:\n  egress:\n  - hosts: [\"./*\"]\n")
                                                    << true;
        QTest::newRow("a Sidecar that hides nothing") << QByteArray(
            "\n---\napiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: own, namespace: mytest}\nspec:\n  egress:\n  - hosts: [\"*/*\"]\n")
                                                      << false;
        QTest::newRow("a WasmPlugin on the gateway") << QByteArray(
            "\n---\napiVersion: extensions.istio.io/v1alpha1\nkind: WasmPlugin\nmetadata: {name: wasm, namespace: istio-system}\nspec:\n  selector: {matchLabels: {istio: egressgateway-a}}\n")
                                                     << true;
        QTest::newRow("an external authorizer") << QByteArray(
            "\n---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: ask, namespace: istio-system}\nspec:\n  selector: {matchLabels: {istio: egressgateway-a}}\n  action: CUSTOM\n  provider: {name: opa}\n  rules: [{}]\n")
                                                << true;
    }

    void whatIsNotModelledIsNamed()
    {
        QFETCH(QByteArray, object);
        QFETCH(bool, matters);
        const Scene scene = sceneOf({policy, mesh, object});
        const TraceResult result = trace(scene, u"mytest/app=sleep-a"_s, u"http://www.httpbin.org"_s);
        QCOMPARE(result.verdict, matters ? TraceVerdict::Unknown : TraceVerdict::Allowed);
        QCOMPARE(result.missingField.object >= 0, matters);
    }

    void anUnknownOutboundPolicyMattersOnlyWithoutARule()
    {
        const Scene scene = sceneOf({policy, changed(mesh, "  outboundTrafficPolicy: REGISTRY_ONLY\n", "")});
        QVERIFY(summary(trace(scene, u"mytest/app=sleep-a"_s, u"http://www.httpbin.org"_s)).startsWith("allowed"_L1));
        QCOMPARE(summary(trace(scene, u"mytest/app=sleep-b"_s, u"http://www.httpbin.org"_s)), u"blocked 502"_s);
        QVERIFY(summary(trace(scene, u"mytest/app=sleep-b"_s, u"https://www.example.org"_s))
                    .contains("outboundTrafficPolicy"_L1));
        const Scene open = sceneOf({policy, changed(mesh, "REGISTRY_ONLY", "ALLOW_ANY")});
        QCOMPARE(summary(trace(open, u"mytest/app=sleep-b"_s, u"https://www.example.org"_s)),
                 u"allowed 200 from www.example.org"_s);
        QCOMPARE(summary(trace(open, u"mytest/app=sleep-b"_s, u"http://www.httpbin.org"_s)), u"blocked 502"_s);
    }

    void ofTwoRivalsTheOlderOneCounts()
    {
        const auto rival = [](const QByteArray &name, const QByteArray &created, const QByteArray &status) {
            return "\n---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: " + name
                + "\n  namespace: shop\n"
                + (created.isEmpty() ? QByteArray() : "  creationTimestamp: \"" + created + "\"\n")
                + "spec:\n  hosts: [www.example.net]\n  http:\n  - directResponse: {status: " + status + "}\n";
        };
        const QByteArray entry =
            "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: net, namespace: shop}\n"
            "spec:\n  hosts: [www.example.net]\n  resolution: DNS\n  ports:\n  - {number: 80, name: http, protocol: HTTP}\n";
        const QString url = u"http://www.example.net/"_s;
        const Scene dated = sceneOf(
            {mesh, entry + rival("a", "2026-02-02T00:00:00Z", "418") + rival("b", "2026-01-01T00:00:00Z", "403")});
        QCOMPARE(summary(trace(dated, u"shop"_s, url)), u"blocked 403"_s);
        QCOMPARE(trace(dated, u"shop"_s, url).steps.front().losers.size(), size_t(1));
        const Scene undated = sceneOf({mesh, entry + rival("a", "", "418") + rival("b", "", "403")});
        const TraceResult result = trace(undated, u"shop"_s, url);
        QCOMPARE(result.verdict, TraceVerdict::Blocked);
        QVERIFY(result.statusIsAmbiguous);
        QVERIFY(!result.status);
    }

    void tcpWithoutAnAddressCatchesThePort()
    {
        const QByteArray bare = changed(mesh, "  - {host: db.example.com, addresses: [203.0.113.10]}\n",
                                        "  - {host: other.example.com, addresses: [203.0.113.11]}\n");
        const Scene scene = sceneOf({policy, bare});
        QVERIFY(summary(trace(scene, u"payments"_s, u"tcp://db.example.com:5432"_s)).startsWith("allowed"_L1));
        // Nothing in the connection says where it was going.
        QCOMPARE(summary(trace(scene, u"payments"_s, u"tcp://203.0.113.99:5432"_s)),
                 u"allowed connected with db.example.com via egressgateway-a"_s);
    }

    void requestsThatCannotBeReadAreNotDecided()
    {
        const Scene scene = sceneOf({policy, mesh});
        for (const QString &url : {u""_s, u"ftp://x.example.com"_s, u"tcp://x.example.com"_s, u"http://"_s, u"://"_s})
            QCOMPARE(trace(scene, u"mytest"_s, url).verdict, TraceVerdict::Unknown);
    }

    void grpcIsRefusedWithAStatusOfItsOwn()
    {
        const Scene scene = sceneOf({policy, mesh});
        const TraceResult refused = trace(scene, u"mytest"_s, u"http://nobody.example.com/a.B/C"_s, u"POST"_s,
                                          {{u"Content-Type"_s, u"application/grpc+proto"_s}});
        QCOMPARE(summary(refused), u"blocked 200 with grpc-status 14, for 502"_s);
        QCOMPARE(refused.status, 200);
    }

    void noWebSocketCrossesHttp2()
    {
        const QByteArray plain = R"(
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: out, namespace: shop}
spec:
  selector: {istio: egressgateway-a}
  servers:
  - {port: {number: 80, name: http, protocol: HTTP}, hosts: [a.example.com]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: a, namespace: shop}
spec:
  hosts: [a.example.com]
  ports: [{number: 80, name: http, protocol: HTTP}]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: gateway, namespace: shop}
spec:
  host: istio-egressgateway-a.istio-system.svc.cluster.local
  trafficPolicy: {connectionPool: {http: {maxRetries: 1}}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: a, namespace: shop}
spec:
  hosts: [a.example.com]
  gateways: [mesh, out]
  http:
  - match: [{gateways: [mesh]}]
    route: [{destination: {host: istio-egressgateway-a.istio-system.svc.cluster.local, port: {number: 80}}}]
  - route: [{destination: {host: a.example.com, port: {number: 80}}}]
)";
        const QList<std::pair<QString, QString>> upgrade = {{u"Connection"_s, u"Upgrade"_s},
                                                            {u"Upgrade"_s, u"websocket"_s}};
        const auto outcome = [&](const QByteArray &set, const QList<std::pair<QString, QString>> &headers) {
            return summary(trace(sceneOf({set, mesh}), u"shop"_s, u"http://a.example.com/"_s, u"GET"_s, headers));
        };
        QCOMPARE(outcome(plain, {}), u"allowed 200 from a.example.com via egressgateway-a"_s);
        QCOMPARE(outcome(plain, upgrade), u"blocked 503"_s);
        QCOMPARE(outcome(changed(plain, "maxRetries: 1", "useClientProtocol: true"), upgrade),
                 u"allowed 101 from a.example.com via egressgateway-a"_s);
    }

    void requestsAreTakenAsTheyAreWritten()
    {
        const QByteArray set = R"(
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: a, namespace: shop}
spec:
  hosts: [a.example.com]
  addresses: [203.0.113.5]
  ports: [{number: 80, name: http, protocol: HTTP}]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: a, namespace: shop}
spec:
  hosts: [a.example.com]
  http:
  - match: [{authority: {prefix: A.}}]
    directResponse: {status: 421}
  - match: [{queryParams: {q: {exact: "1"}}}]
    directResponse: {status: 422}
  - match: [{uri: {prefix: /never}}]
    fault: {abort: {httpStatus: 418}}
    route: [{destination: {host: a.example.com}}]
  - match: [{uri: {prefix: /always}}]
    fault: {abort: {grpcStatus: UNAVAILABLE, percentage: {value: 100}}}
    route: [{destination: {host: a.example.com}}]
  - route: [{destination: {host: a.example.com}}]
)";
        const Scene scene = sceneOf({set, mesh});
        const QList<std::pair<QString, QString>> expected = {
            {u"http://a.example.com/"_s, u"allowed 200 from a.example.com"_s},
            {u"http://A.example.com/"_s, u"blocked 421"_s},
            {u"http://a.example.com/?q=1"_s, u"blocked 422"_s},
            {u"http://a.example.com/?q=%31"_s, u"allowed 200 from a.example.com"_s},
            {u"http://a.example.com/never"_s, u"allowed 200 from a.example.com"_s},
            {u"http://a.example.com/always"_s, u"blocked 503 fault filter abort"_s},
            {u"http://203.0.113.5/"_s, u"allowed 200 from a.example.com"_s},
        };
        for (const auto &[url, outcome] : expected)
            QCOMPARE(summary(trace(scene, u"shop"_s, url)), outcome);
    }

    void requestsInsideTheClusterAreNotTraced()
    {
        const Scene scene = sceneOf({policy, mesh});
        for (const QString &url : {u"http://reviews"_s, u"http://reviews.shop.svc.cluster.local"_s,
                                   u"https://istio-egressgateway-a.istio-system"_s})
            QCOMPARE(trace(scene, u"mytest"_s, url).verdict, TraceVerdict::Unknown);
    }

    void curlCommandIsQuotedForAShell()
    {
        TraceRequest request{
            u"mytest"_s, {}, {}, {u"http://a.example.com/it's"_s, {}, u"POST"_s, {{u"X-Name"_s, u"a b"_s}}}};
        QCOMPARE(curlOf(request), u"curl -si -X 'POST' -H 'X-Name: a b' 'http://a.example.com/it'\\''s'"_s);
    }
};

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
