// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/rename.h"
#include "tests/support/core/changedworkspace.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

using Kind = Renaming::Kind;

const QByteArray policyText = R"(apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata: {name: egress-by-gw-a, namespace: istio-egress}
spec:
  byEgressGateway: {name: gw-a}
  egressRules:
  - name: shop # not the namespace
    from:
    - namespace: shop # here
      workloadSelector:
        app: sleep # and here
    - namespace: other
    to:
    - hosts: ['API.example.com.', www.example.com]
      port: {number: 443, protocol: HTTPS}
)";

const QByteArray factsText = R"(apiVersion: sallyport.dev/v1alpha1
kind: Mesh
metadata: {name: default}
spec:
  gateways:
  - {name: gw-a, namespace: shop, selector: {istio: gw-a, app: sleep}}
  hosts:
  - {host: api.example.com, addresses: [203.0.113.1]}
  - {host: '*.example.com', representative: api.example.com}
---
apiVersion: sallyport.dev/v1alpha1
kind: Expectations
metadata: {name: smoke}
spec:
  cases:
  - from: {namespace: shop, labels: {app: sleep}}
    request: {url: 'https://user@api.example.com:8443/api.example.com?x=1'}
    expect: {verdict: allowed}
  - from: {namespace: other}
    request: {tcp: 'api.example.com:443'}
    expect: {verdict: blocked}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: deny, namespace: shop}
spec:
  selector: {matchLabels: {istio: gw-a, app: sleep}}
  action: DENY
  rules:
  - from:
    - source:
        namespaces: [shop]
        serviceAccounts: [shop/shop, shop]
        principals: [cluster.local/ns/shop/sa/shop]
    to:
    - operation: {hosts: [api.example.com, 'api.example.com:*', other.example.com]}
    when:
    - {key: connection.sni, values: [outbound_.443_._.api.example.com]}
    - {key: source.namespace, notValues: [shop]}
    - {key: 'request.headers[x]', values: [shop]}
)";

Workspace workspace()
{
    return workspaceOf({{u"policy.yaml"_s, policyText}, {u"facts.yaml"_s, factsText}});
}

/// The texts of all files after the renaming.
QByteArray renamed(const Workspace &before, const Renaming &renaming)
{
    const Result<Workspace> after = changed(before, changesFor(placesOf(before, renaming), renaming));
    if (!after)
        return after.error().toString().toUtf8();
    QByteArray all;
    for (const auto &file : after->files)
        all += file->stream.text;
    return all;
}

QByteArray with(QByteArray text, const QList<std::pair<QByteArray, QByteArray>> &replacements)
{
    for (const auto &[from, to] : replacements) {
        if (!text.contains(from))
            qFatal("There is no %s.", from.constData());
        text.replace(from, to);
    }
    return text;
}

} // namespace

class RenameTest : public QObject
{
    Q_OBJECT

private slots:
    void aNamespaceChangesWhereItIsNamedAndNowhereElse()
    {
        QCOMPARE(renamed(workspace(), {.kind = Kind::Namespace, .from = u"shop"_s, .to = u"store"_s}),
                 with(policyText + factsText,
                      {{"- namespace: shop #", "- namespace: store #"},
                       {"gw-a, namespace: shop,", "gw-a, namespace: store,"},
                       {"from: {namespace: shop,", "from: {namespace: store,"},
                       {"deny, namespace: shop}", "deny, namespace: store}"},
                       {"namespaces: [shop]", "namespaces: [store]"},
                       {"[shop/shop, shop]", "[store/shop, shop]"},
                       {"/ns/shop/sa/shop", "/ns/store/sa/shop"},
                       {"notValues: [shop]", "notValues: [store]"}}));
    }

    void aHostChangesInAllItsForms()
    {
        QCOMPARE(renamed(workspace(), {.kind = Kind::Host, .from = u"api.example.com"_s, .to = u"api.example.net"_s}),
                 with(policyText + factsText,
                      {{"'API.example.com.'", "'api.example.net'"},
                       {"host: api.example.com,", "host: api.example.net,"},
                       {"representative: api.example.com", "representative: api.example.net"},
                       {"https://user@api.example.com:8443", "https://user@api.example.net:8443"},
                       {"tcp: 'api.example.com:443'", "tcp: 'api.example.net:443'"},
                       {"hosts: [api.example.com, 'api.example.com:*'", "hosts: [api.example.net, 'api.example.net:*'"},
                       {"_._.api.example.com", "_._.api.example.net"}}));
    }

    void aLabelsValueChangesUnderItsKey()
    {
        QCOMPARE(
            renamed(workspace(), {.kind = Kind::LabelValue, .from = u"sleep"_s, .to = u"awake"_s, .key = u"app"_s}),
            with(policyText + factsText, {{"app: sleep", "app: awake"}}));
    }

    void aLabelsKeyChangesInPlace()
    {
        QCOMPARE(renamed(workspace(), {.kind = Kind::LabelKey, .from = u"app"_s, .to = u"app.kubernetes.io/name"_s}),
                 with(policyText + factsText, {{"app: sleep", "app.kubernetes.io/name: sleep"}}));
    }

    void aKeyThatIsTakenStaysAndSaysWhy()
    {
        const Workspace before = workspace();
        const QList<RenamedPlace> places =
            placesOf(before, {.kind = Kind::LabelKey, .from = u"app"_s, .to = u"istio"_s});
        QCOMPARE(places.size(), 4);
        QCOMPARE(
            std::count_if(places.begin(), places.end(), [](const RenamedPlace &p) { return !p.obstacle.isEmpty(); }),
            2);
        QCOMPARE(changesFor(places, {.kind = Kind::LabelKey, .from = u"app"_s, .to = u"istio"_s}).size(), 2);
    }

    void aDocumentThatIsTextOnlyStays()
    {
        const Workspace before = workspaceOf(with(policyText, {{"namespace: other", "namespace: &n shop"}}));
        const Renaming renaming{.kind = Kind::Namespace, .from = u"shop"_s, .to = u"store"_s};
        const QList<RenamedPlace> places = placesOf(before, renaming);
        QCOMPARE(places.size(), 2);
        QVERIFY(!places.first().obstacle.isEmpty());
        QVERIFY(changesFor(places, renaming).isEmpty());
    }

    void anAuthorizationPolicyOfOthersIsLeftAlone()
    {
        const QByteArray foreign =
            with(factsText, {{"matchLabels: {istio: gw-a, app: sleep}", "matchLabels: {istio: other, app: sleep}"}});
        const Workspace before = workspaceOf({{u"policy.yaml"_s, policyText}, {u"facts.yaml"_s, foreign}});
        QVERIFY(renamed(before, {.kind = Kind::Namespace, .from = u"shop"_s, .to = u"store"_s})
                    .contains("namespaces: [shop]"));
    }

    void namesInUseAreListedOnce()
    {
        QCOMPARE(namesInUse(workspace(), Kind::Namespace), (QStringList{u"other"_s, u"shop"_s}));
        QCOMPARE(namesInUse(workspace(), Kind::LabelKey), (QStringList{u"app"_s, u"istio"_s}));
        QCOMPARE(namesInUse(workspace(), Kind::LabelValue), (QStringList{u"app=sleep"_s, u"istio=gw-a"_s}));
        QCOMPARE(namesInUse(workspace(), Kind::Host),
                 (QStringList{u"*.example.com"_s, u"api.example.com"_s, u"other.example.com"_s, u"www.example.com"_s}));
    }

    void namesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("isRefused");
        const auto row = [](const char *name, Kind kind, const QString &from, const QString &to, bool isRefused) {
            QTest::newRow(name) << int(kind) << from << to << isRefused;
        };
        row("namespace", Kind::Namespace, u"a"_s, u"b-1"_s, false);
        row("namespace in capitals", Kind::Namespace, u"a"_s, u"B"_s, true);
        row("no namespace", Kind::Namespace, u"a"_s, QString(), true);
        row("key", Kind::LabelKey, u"a"_s, u"x.io/b"_s, false);
        row("key with blanks", Kind::LabelKey, u"a"_s, u"b c"_s, true);
        row("empty value", Kind::LabelValue, u"a"_s, QString(), false);
        row("value with a slash", Kind::LabelValue, u"a"_s, u"b/c"_s, true);
        row("host", Kind::Host, u"a.com"_s, u"B.com."_s, false);
        row("URL", Kind::Host, u"a.com"_s, u"https://b.com"_s, true);
        row("wildcard", Kind::Host, u"*.a.com"_s, u"*.b.com"_s, false);
        row("wildcard for a host", Kind::Host, u"a.com"_s, u"*.b.com"_s, true);
    }
    void namesThatCannotBeAreRefused()
    {
        QFETCH(int, kind);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, isRefused);
        QCOMPARE(!objection({.kind = Kind(kind), .from = from, .to = to}).isEmpty(), isRefused);
    }
};

QTEST_GUILESS_MAIN(RenameTest)
#include "tst_rename.moc"
