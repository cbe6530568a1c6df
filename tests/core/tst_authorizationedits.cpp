// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorizationedits.h"
#include "core/policy/edits.h"
#include "tests/support/core/changedworkspace.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

using List = AuthorizationList;

const QByteArray head = "apiVersion: security.istio.io/v1 # as served\n"
                        "kind: AuthorizationPolicy\n"
                        "metadata: {name: a, namespace: istio-system}\n"
                        "spec:\n"
                        "  selector: {matchLabels: {istio: egressgateway-a}}\n";

QByteArray policy(const QByteArray &action, const QByteArray &rules)
{
    return head + "  action: " + action + "\n  rules:\n" + rules;
}

GatewayFacts facts(const QList<int> &targetPorts = {}, const QString &gateway = u"egressgateway-a"_s)
{
    return {gateway, targetPorts, [gateway](const QString &host) {
                return QString(host).replace(u"*."_s, gateway + u'-') + u".wildcard.egress.internal"_s;
            }};
}

const DocumentId first{0, 0};

AuthorizationRuleView view(const Workspace &workspace, int rule = 0, const GatewayFacts &gateway = facts())
{
    return viewOf(workspace.reading(0, 0), rule, 0, gateway);
}

/// The text behind the header after the changes.
QString after(const Workspace &workspace, const QList<DocumentChange> &changes)
{
    const Result<Workspace> result = changed(workspace, changes);
    if (!result)
        return u"refused: "_s + result.error().toString();
    const QByteArray &text = result->files[0]->stream.text;
    return QString::fromUtf8(text.startsWith(head) ? text.mid(head.size()) : text);
}

QString after(const QByteArray &text, List which, const QStringList &wanted, const GatewayFacts &gateway = facts())
{
    const Workspace workspace = workspaceOf(text);
    return after(workspace, setEntries(workspace, first, view(workspace, 0, gateway), which, wanted, gateway));
}

QString settled(const QByteArray &text)
{
    const Workspace workspace = workspaceOf(text);
    return after(workspace, settleHosts(workspace, first, view(workspace), facts()));
}

const QByteArray postRule = "  - from:\n"
                            "    - source:\n"
                            "        namespaces: # whose\n"
                            "        - mytest # the team\n"
                            "    to:\n"
                            "    - operation:\n"
                            "        hosts:\n"
                            "        - a.example.com # one\n"
                            "        - a.example.com:*\n"
                            "        - b.example.com\n"
                            "        methods: [POST]\n"
                            "    when:\n"
                            "    - key: connection.sni\n"
                            "      notValues: ['*.l4.egress.internal']\n";

QString post(const char *from, const char *to)
{
    QByteArray text = "  action: DENY\n  rules:\n" + postRule;
    if (!text.contains(from))
        qFatal("no such text: %s", from);
    return QString::fromUtf8(text.replace(from, to));
}

} // namespace

class AuthorizationEditsTest : public QObject
{
    Q_OBJECT
private slots:
    void aHostWithAndWithoutPortIsOneEntry()
    {
        const AuthorizationRuleView rule = view(workspaceOf(policy("DENY", postRule)));
        QCOMPARE(rule.texts(List::Hosts), (QStringList{u"a.example.com"_s, u"b.example.com"_s}));
        QCOMPARE(rule.list(List::Hosts)[0].places.size(), 2);
        QCOMPARE(rule.texts(List::Namespaces), QStringList{u"mytest"_s});
        QVERIFY(!rule.pin.isEmpty() && rule.restrictions.isEmpty() && rule.otherSources.isEmpty());
    }

    void nothingThatARuleSaysIsLeftOut()
    {
        const AuthorizationRuleView rule = view(workspaceOf(policy(
            "DENY",
            "  - from:\n    - source: {namespaces: [a], notPrincipals: [x]}\n    - source: {ipBlocks: [10.0.0.0/8]}\n"
            "    - source: {serviceAccounts: [a/b]}\n    - source: {principals: ['*/ns/c/sa/d', cluster.local/ns/e/sa/f]}\n"
            "    to:\n    - operation: {hosts: ['a:*'], notHosts: [b], ports: ['8080'], notPaths: [/x]}\n"
            "    - operation: {methods: [PUT]}\n"
            "    when:\n    - {key: 'request.headers[x]', values: [v], notValues: [w]}\n"
            "    - {key: connection.sni, values: [a.example.org]}\n    other: 1\n")));
        QCOMPARE(rule.otherSources, (QStringList{u"namespaces: a; notPrincipals: x"_s, u"ipBlocks: 10.0.0.0/8"_s}));
        QCOMPARE(rule.texts(List::Identities), (QStringList{u"a/b"_s, u"c/d"_s, u"cluster.local/ns/e/sa/f"_s}));
        QCOMPARE(rule.texts(List::Hosts), QStringList{u"a:*"_s});
        QCOMPARE(rule.operations, 2);
        QCOMPARE(rule.restrictions,
                 (QStringList{u"notHosts: b"_s, u"ports: 8080"_s, u"notPaths: /x"_s,
                              u"request.headers[x] (values: v; notValues: w)"_s,
                              u"connection.sni (values: a.example.org)"_s, u"other: 1"_s}));
    }

    void portsOfTheWholeGatewayAreNoRestriction()
    {
        const Workspace workspace =
            workspaceOf(policy("DENY", "  - to: [{operation: {ports: ['8443', '8080'], methods: [POST]}}]\n"));
        QCOMPARE(view(workspace, 0, facts({8080, 8443})).restrictions, QStringList());
        QCOMPARE(view(workspace, 0, facts({8080, 8443, 8444})).restrictions, QStringList{u"ports: 8443, 8080"_s});
    }

    void aWildcardIsReadFromItsDoorOfThisGatewayOnly()
    {
        const QByteArray text = policy(
            "DENY",
            "  - when: [{key: connection.sni, values: [egressgateway-a-example.org.wildcard.egress.internal, '*.example.org']}]\n");
        QCOMPARE(view(workspaceOf(text)).texts(List::Hosts), QStringList{u"*.example.org"_s});
        const AuthorizationRuleView other = view(workspaceOf(text), 0, facts({}, u"egressgateway-b"_s));
        QCOMPARE(other.texts(List::Hosts), QStringList());
        QCOMPARE(other.restrictions.size(), 1);
    }

    void aChangedHostChangesItsTwoLines()
    {
        QCOMPARE(after(policy("DENY", postRule), List::Hosts, {u"c.example.com"_s, u"b.example.com"_s}),
                 post("        - a.example.com # one\n        - a.example.com:*\n",
                      "        - c.example.com # one\n        - c.example.com:*\n"));
    }

    void aNewHostIsWrittenWithAndWithoutPortBehindTheOneBefore()
    {
        QCOMPARE(
            after(policy("DENY", postRule), List::Hosts, {u"a.example.com"_s, u"c.example.com"_s, u"b.example.com"_s}),
            post("- a.example.com:*\n", "- a.example.com:*\n        - c.example.com\n        - c.example.com:*\n"));
    }

    void aHostGivenAPortLosesItsPair()
    {
        QCOMPARE(after(policy("DENY", postRule), List::Hosts, {u"a.example.com:81"_s, u"b.example.com"_s}),
                 post("- a.example.com # one\n        - a.example.com:*\n", "- a.example.com:81 # one\n"));
    }

    void aRemovedHostTakesBothLines()
    {
        QCOMPARE(after(policy("DENY", postRule), List::Hosts, {u"b.example.com"_s}),
                 post("        - a.example.com # one\n        - a.example.com:*\n", ""));
    }

    void anEmptiedListGoesWithWhatMayNotBeEmpty()
    {
        QCOMPARE(
            after(policy("DENY", postRule), List::Hosts, {}),
            post("        hosts:\n        - a.example.com # one\n        - a.example.com:*\n        - b.example.com\n",
                 ""));
        QCOMPARE(after(policy("DENY", postRule), List::Namespaces, {}),
                 post("  - from:\n    - source:\n        namespaces: # whose\n        - mytest # the team\n    to:",
                      "  - to:"));
        QCOMPARE(after(policy("DENY",
                              "  - from: [{source: {namespaces: [a]}}, {source: {namespaces: [b]}}]\n"
                              "    to: [{operation: {methods: [PUT]}}]\n"),
                       List::Namespaces, {}),
                 u"  action: DENY\n  rules:\n  - to: [{operation: {methods: [PUT]}}]\n"_s);
        QCOMPARE(
            after(policy("DENY",
                         "  - from:\n    - source: {namespaces: [a]}\n    to:\n    - operation: {methods: [PUT]}\n"),
                  List::Methods, {}),
            u"  action: DENY\n  rules:\n  - from:\n    - source: {namespaces: [a]}\n"_s);
    }

    void aRuleThatBeginsToSpeakOfRequestsIsKeptOffTheStreams()
    {
        const QString written = after(policy("DENY", "  - from:\n    - source:\n        namespaces: [mytest]\n"),
                                      List::Methods, {u"POST"_s}, facts({8080, 8443}));
        QCOMPARE(written,
                 u"  action: DENY\n  rules:\n  - from:\n    - source:\n        namespaces: [mytest]\n"
                 "    to:\n    - operation:\n        methods:\n        - POST\n        ports:\n"
                 "        - \"8080\"\n        - \"8443\"\n    when:\n    - key: connection.sni\n"
                 "      notValues:\n      - '*.l4.egress.internal'\n"_s);
    }

    void anAllowThatBeginsToSpeakOfRequestsLeavesTheStreamsOpen()
    {
        const QString written = after(policy("ALLOW", "  - from:\n    - source:\n        namespaces: [mytest]\n"),
                                      List::Methods, {u"GET"_s});
        QVERIFY2(written.endsWith(
                     u"  - when:\n    - key: connection.sni\n      values:\n      - '*.l4.egress.internal'\n"_s),
                 qPrintable(written));
    }

    void aForeignRuleThatIsNotSafeIsNotRewrittenByAnEdit()
    {
        const QByteArray rule = "  - to:\n    - operation:\n        methods: [POST] # only\n";
        QCOMPARE(after(policy("DENY", rule), List::Methods, {u"POST"_s, u"PUT"_s}),
                 u"  action: DENY\n  rules:\n  - to:\n    - operation:\n        methods: [POST, PUT] # only\n"_s);
    }

    void aServiceAccountIsWrittenAsAPrincipalOfAnyTrustDomain()
    {
        const QString written = after(policy("DENY", postRule), List::Identities, {u"mytest/sleep"_s});
        QVERIFY2(written.contains(u"    - source:\n        principals:\n        - '*/ns/mytest/sa/sleep'\n"_s),
                 qPrintable(written));
        QCOMPARE(after(policy("DENY", "  - from: [{source: {serviceAccounts: [a/b]}}]\n"), List::Identities,
                       {u"a/b"_s, u"a/c"_s}),
                 u"  action: DENY\n  rules:\n  - from: [{source: {serviceAccounts: [a/b, a/c]}}]\n"_s);
    }

    void aRuleOfEverythingCanBeNarrowed()
    {
        const Workspace workspace = workspaceOf(policy("DENY", "  - {}\n"));
        const QString written =
            after(workspace, setEntries(workspace, first, view(workspace), List::Namespaces, {u"a"_s}, facts()));
        const Workspace now = workspaceOf(head + written.toUtf8());
        QCOMPARE(view(now).texts(List::Namespaces), QStringList{u"a"_s});
    }

    void aWildcardAloneIsMatchedByItsDoor()
    {
        const QString written =
            settled(policy("DENY",
                           QByteArray(postRule)
                               .replace("        - a.example.com # one\n        - a.example.com:*\n", "")
                               .replace("b.example.com", "\"*.example.org\"")));
        QCOMPARE(
            written,
            u"  action: DENY\n  rules:\n  - from:\n    - source:\n        namespaces: # whose\n        - mytest # the team\n"
            "    to:\n    - operation:\n        methods: [POST]\n    when:\n    - key: connection.sni\n      values:\n"
            "      - egressgateway-a-example.org.wildcard.egress.internal\n      - '*.example.org'\n"_s);
    }

    void aWildcardAmongHostsGetsARuleOfItsOwn()
    {
        const QByteArray text = policy("DENY", QByteArray(postRule).replace("- b.example.com", "- '*.example.org'"));
        const QString written = settled(text);
        QVERIFY2(written.startsWith(post("        - b.example.com\n", "")), qPrintable(written));
        const Workspace now = workspaceOf(head + written.toUtf8());
        const AuthorizationRuleView twin = view(now, 1);
        QCOMPARE(twin.texts(List::Hosts), QStringList{u"*.example.org"_s});
        QCOMPARE(twin.texts(List::Methods), QStringList{u"POST"_s});
        QCOMPARE(twin.texts(List::Namespaces), QStringList{u"mytest"_s});
        QVERIFY(twin.pin.isEmpty() && !twin.door.isEmpty() && twin.restrictions.isEmpty());
        QCOMPARE(settled(head + written.toUtf8()), written);
    }

    void anExactHostInARuleOfADoorIsMatchedByItsHeaderAgain()
    {
        const QByteArray text =
            policy("DENY",
                   "  - to: [{operation: {methods: [POST]}}]\n    when:\n    - key: connection.sni\n      values:\n"
                   "      - www.example.org.wildcard.egress.internal\n      - www.example.org\n");
        QCOMPARE(
            settled(text),
            u"  action: DENY\n  rules:\n  - to: [{operation: {hosts: [www.example.org, 'www.example.org:*'], methods: [POST]}}]\n"
            "    when:\n    - key: connection.sni\n      notValues:\n      - '*.l4.egress.internal'\n"_s);
    }

    void theRuleThatLeavesStreamsOpenComesAndGoesWithAllow()
    {
        const Workspace deny = workspaceOf(policy("DENY", postRule));
        const QString allowed = after(deny, setAction(deny, first, u"ALLOW"_s));
        QVERIFY2(allowed.startsWith(post("DENY", "ALLOW")), qPrintable(allowed));
        const Workspace allow = workspaceOf(head + allowed.toUtf8());
        QCOMPARE(streamRuleOf(allow, first), 1);
        QCOMPARE(after(allow, setAction(allow, first, u"DENY"_s)), post("DENY", "DENY"));
    }

    void anotherGatewayTakesSelectorNamespacePortsAndDoorsAlong()
    {
        MeshGateway gateway = assumedGateway(u"egressgateway-b"_s);
        gateway.namespaceName = u"edge"_s;
        const Workspace workspace = workspaceOf(policy(
            "DENY",
            "  - to: [{operation: {ports: ['8080'], methods: [PUT]}}]\n"
            "    when: [{key: connection.sni, values: [egressgateway-a-example.org.wildcard.egress.internal, '*.example.org']}]\n"
            "  - to: [{operation: {ports: ['9000']}}]\n"));
        const Result<Workspace> now = changed(
            workspace, setGateway(workspace, first, gateway, facts({8080}), facts({9080}, u"egressgateway-b"_s)));
        QVERIFY(now);
        QCOMPARE(
            QString::fromUtf8(now->files[0]->stream.text),
            u"apiVersion: security.istio.io/v1 # as served\nkind: AuthorizationPolicy\n"
            "metadata: {name: a, namespace: edge}\nspec:\n  selector: {matchLabels: {istio: egressgateway-b}}\n"
            "  action: DENY\n  rules:\n  - to: [{operation: {ports: [\"9080\"], methods: [PUT]}}]\n"
            "    when: [{key: connection.sni, values: [egressgateway-b-example.org.wildcard.egress.internal, '*.example.org']}]\n"
            "  - to: [{operation: {ports: ['9000']}}]\n"_s);
    }
};

QTEST_APPLESS_MAIN(AuthorizationEditsTest)
#include "tst_authorizationedits.moc"
