// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorization.h"
#include "core/policy/authorizationwriter.h"
#include "core/policy/workspacechecks.h"
#include "core/yaml/write.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

/// An AuthorizationPolicy of egressgateway-a with these lines below spec.
QByteArray authorization(const QByteArray &action, const QByteArray &rules)
{
    return "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, namespace: istio-system}\n"
           "spec:\n  selector: {matchLabels: {istio: egressgateway-a}}\n  action: "
        + action + "\n  rules:\n" + rules;
}

const AuthorizationRule ruleIn(const QByteArray &rules)
{
    return workspaceOf(authorization("DENY", rules)).reading(0, 0).authorization()->rules[0];
}

Value sniCondition(const QString &key, const QStringList &values)
{
    return Value::map({{u"key"_s, u"connection.sni"_s}, {key, Value::list(values)}});
}

/// What is found about AuthorizationPolicies where the gateway carries TLS on its port 443.
QStringList findingsWithTls(const QByteArray &documents)
{
    const Workspace workspace = workspaceOf(soundPolicy() + "---\n" + documents);
    return codesAndFields(checkWorkspace(workspace, meshOf(workspace), {{u"egressgateway-a"_s, {443}}}));
}

QString doorOf(const QString &host)
{
    return u"door-of-"_s + host;
}

} // namespace

class AuthorizationTest : public QObject
{
    Q_OBJECT
private slots:
    void rulesAreFlattened();
    void httpOnlyMeansThatTlsAndTcpHaveNoSuchPart_data();
    void httpOnlyMeansThatTlsAndTcpHaveNoSuchPart();
    void conditionsOnTheServerNameMayKeepARuleOffL4_data();
    void conditionsOnTheServerNameMayKeepARuleOffL4();
    void dryRunsDoNothingAndAreNotJudged();
    void portsOfHttpLegsKeepARuleOffL4();
    void oneAllowRuleForL4SparesTheOthers();
    void denyIsWrittenOffL4WithAndWithoutPorts();
    void allowIsWrittenWithL4LeftOpen();
    void wildcardsAreMatchedByTheirDoor();
    void sourcesAloneNeedNoPin();
    void whatIsWrittenSafelyHasNoFindings_data();
    void whatIsWrittenSafelyHasNoFindings();
};

void AuthorizationTest::rulesAreFlattened()
{
    const AuthorizationRule rule = ruleIn(
        "  - from:\n    - source: {namespaces: [a]}\n    - source: {namespaces: [b], principals: [p]}\n"
        "    to:\n    - operation: {hosts: [h], ports: ['80']}\n    - operation: {methods: [GET], paths: [/x], notPaths: [/y]}\n");
    QCOMPARE(rule.namespaces, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(rule.principals, QStringList{u"p"_s});
    QCOMPARE(rule.hosts, QStringList{u"h"_s});
    QCOMPARE(rule.ports, QStringList{u"80"_s});
    QCOMPARE(rule.methods, QStringList{u"GET"_s});
    QCOMPARE(rule.paths, QStringList{u"/x"_s});
    QCOMPARE(rule.notPaths, QStringList{u"/y"_s});
}

void AuthorizationTest::httpOnlyMeansThatTlsAndTcpHaveNoSuchPart_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("httpOnly");
    QTest::newRow("hosts") << QByteArray("  - to: [{operation: {hosts: [h]}}]\n") << true;
    QTest::newRow("notMethods") << QByteArray("  - to: [{operation: {notMethods: [GET]}}]\n") << true;
    QTest::newRow("request principals") << QByteArray("  - from: [{source: {requestPrincipals: ['*']}}]\n") << true;
    QTest::newRow("a header") << QByteArray("  - when: [{key: 'request.headers[x]', values: [a]}]\n") << true;
    QTest::newRow("namespaces") << QByteArray("  - from: [{source: {namespaces: [a]}}]\n") << false;
    QTest::newRow("ports") << QByteArray("  - to: [{operation: {ports: ['8080']}}]\n") << false;
    QTest::newRow("server name") << QByteArray("  - when: [{key: connection.sni, values: [a]}]\n") << false;
}

void AuthorizationTest::httpOnlyMeansThatTlsAndTcpHaveNoSuchPart()
{
    QFETCH(QByteArray, rule);
    QFETCH(bool, httpOnly);
    QCOMPARE(ruleIn(rule).isHttpOnly(), httpOnly);
}

void AuthorizationTest::conditionsOnTheServerNameMayKeepARuleOffL4_data()
{
    QTest::addColumn<Value>("condition");
    QTest::addColumn<bool>("keepsOff");
    const auto row = [](const char *name, const Value &condition, bool keepsOff) {
        QTest::newRow(name) << condition << keepsOff;
    };
    row("not our TLS and TCP names", sniCondition(u"notValues"_s, {u"*.l4.egress.internal"_s}), true);
    row("not any of ours", sniCondition(u"notValues"_s, {u"*.egress.internal"_s}), true);
    row("not those of one namespace", sniCondition(u"notValues"_s, {u"*.mytest.l4.egress.internal"_s}), false);
    row("a door", sniCondition(u"values"_s, {u"egressgateway-a.door.egress.internal"_s}), true);
    row("a host", sniCondition(u"values"_s, {u"www.httpbin.org"_s, u"*.example.org"_s}), true);
    row("a TLS route", sniCondition(u"values"_s, {u"p443.a.example.org.mytest.l4.egress.internal"_s}), false);
    row("a door or every TLS route",
        sniCondition(u"values"_s, {u"a.door.egress.internal"_s, u"*.l4.egress.internal"_s}), false);
    row("everything", sniCondition(u"values"_s, {u"*"_s}), false);
    row("what begins like a TLS route", sniCondition(u"values"_s, {u"p443*"_s}), false);
    row("no values", sniCondition(u"values"_s, {}), false);
    row("another key",
        Value::map(
            {{u"key"_s, u"destination.port"_s}, {u"notValues"_s, Value::list(QStringList{u"*.l4.egress.internal"_s})}}),
        false);
}

void AuthorizationTest::conditionsOnTheServerNameMayKeepARuleOffL4()
{
    QFETCH(Value, condition);
    QFETCH(bool, keepsOff);
    QCOMPARE(keepsOffL4(condition), keepsOff);
}

void AuthorizationTest::dryRunsDoNothingAndAreNotJudged()
{
    const QByteArray rules = "  - to: [{operation: {methods: [POST]}}]\n";
    QCOMPARE(findingsWithTls(authorization("DENY", rules)), QStringList{u"authz.l4-widened spec.rules[0]"_s});
    const QByteArray dryRun =
        authorization("DENY", rules)
            .replace("namespace: istio-system", "namespace: istio-system, annotations: {istio.io/dry-run: 'true'}");
    QCOMPARE(findingsWithTls(dryRun), QStringList());
}

void AuthorizationTest::portsOfHttpLegsKeepARuleOffL4()
{
    QCOMPARE(findingsWithTls(authorization("DENY", "  - to: [{operation: {methods: [POST], ports: ['8080']}}]\n")),
             QStringList());
    QCOMPARE(findingsWithTls(authorization("DENY", "  - to: [{operation: {methods: [POST], ports: ['8443']}}]\n")),
             QStringList{u"authz.l4-widened spec.rules[0]"_s});
}

void AuthorizationTest::oneAllowRuleForL4SparesTheOthers()
{
    const QByteArray http = authorization("ALLOW", "  - to: [{operation: {methods: [GET]}}]\n");
    QCOMPARE(findingsWithTls(http), QStringList{u"authz.l4-killed spec.rules"_s});
    const QByteArray other =
        authorization("ALLOW", "  - from: [{source: {namespaces: [mytest]}}]\n").replace("name: a", "name: b");
    QCOMPARE(findingsWithTls(http + "---\n" + other), QStringList());
}

void AuthorizationTest::denyIsWrittenOffL4WithAndWithoutPorts()
{
    const Value rules =
        safeRules({u"DENY"_s, {u"mytest"_s}, {}, {u"www.httpbin.org"_s}, {u"POST"_s}, {}, {8080}}, doorOf);
    QCOMPARE(yaml::write(rules), QByteArray(R"(- from:
  - source:
      namespaces:
      - mytest
  to:
  - operation:
      hosts:
      - www.httpbin.org
      - www.httpbin.org:*
      methods:
      - POST
      ports:
      - "8080"
  when:
  - key: connection.sni
    notValues:
    - '*.l4.egress.internal'
)"));
}

void AuthorizationTest::allowIsWrittenWithL4LeftOpen()
{
    const Value rules = safeRules({u"ALLOW"_s, {}, {u"mytest/sa"_s}, {}, {u"GET"_s}, {}, {}}, doorOf);
    QCOMPARE(rules.size(), size_t(2));
    QCOMPARE(rules[1][u"when"][0][u"values"][0].text(), u"*.l4.egress.internal"_s);
    QVERIFY(!rules[1].find(u"to") && !rules[1].find(u"from"));
}

void AuthorizationTest::wildcardsAreMatchedByTheirDoor()
{
    const Value rules =
        safeRules({u"DENY"_s, {}, {}, {u"*.example.org"_s, u"www.httpbin.org"_s}, {u"POST"_s}, {}, {}}, doorOf);
    QCOMPARE(rules.size(), size_t(2));
    QVERIFY(!rules[0][u"to"][0][u"operation"].find(u"hosts"));
    QCOMPARE(rules[0][u"when"][0][u"values"][0].text(), u"door-of-*.example.org"_s);
    QCOMPARE(rules[0][u"when"][0][u"values"][1].text(), u"*.example.org"_s);
    QCOMPARE(rules[1][u"to"][0][u"operation"][u"hosts"][0].text(), u"www.httpbin.org"_s);
}

void AuthorizationTest::sourcesAloneNeedNoPin()
{
    const Value rules = safeRules({u"DENY"_s, {u"mytest"_s}, {}, {}, {}, {}, {}}, doorOf);
    QCOMPARE(rules.size(), size_t(1));
    QVERIFY(!rules[0].find(u"when") && !rules[0].find(u"to"));
}

void AuthorizationTest::whatIsWrittenSafelyHasNoFindings_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QStringList>("hosts");
    for (const QString &action : {u"ALLOW"_s, u"DENY"_s}) {
        QTest::newRow(qPrintable(action + u" any host"_s)) << action << QStringList();
        QTest::newRow(qPrintable(action + u" hosts"_s))
            << action << QStringList{u"www.httpbin.org"_s, u"httpbin.org"_s};
        QTest::newRow(qPrintable(action + u" wildcard"_s)) << action << QStringList{u"*.example.org"_s};
    }
}

void AuthorizationTest::whatIsWrittenSafelyHasNoFindings()
{
    QFETCH(QString, action);
    QFETCH(QStringList, hosts);
    const MeshGateway gateway = assumedGateway(u"egressgateway-a"_s);
    const Value rules = safeRules({action, {u"mytest"_s}, {u"mytest/sa"_s}, hosts, {u"POST"_s}, {u"/x"_s}, {}}, doorOf);
    const QByteArray text = yaml::write(authorizationDocument(u"a"_s, gateway, Mesh(), action, rules));
    QCOMPARE(findingsWithTls(text), QStringList());
    const Workspace workspace = workspaceOf(soundPolicy() + "---\n" + text);
    QCOMPARE(codesAndFields(documentFindings(workspace)), QStringList());
}

QTEST_APPLESS_MAIN(AuthorizationTest)
#include "tst_authorization.moc"
