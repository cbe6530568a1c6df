// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/documentfindings.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

DocumentReading readingOf(const QByteArray &text)
{
    return workspaceOf(text).reading(0, 0);
}

DocumentReading spoilt(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = soundPolicy();
    const qsizetype at = text.indexOf(from);
    if (at < 0)
        qFatal("The policy has no such text: %s", from.constData());
    return readingOf(text.replace(at, from.size(), to));
}

FieldPath path(const char *text)
{
    return *FieldPath::parse(QString::fromLatin1(text));
}

} // namespace

class PolicyReaderTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldIsRead();
    void flowStyleAndQuotesReadTheSame();
    void aSoundPolicyHasNoFindings();
    void nullsCountAsAbsent();
    void aWholeNumberMayBeWrittenWithAPoint();
    void itemsOfTheWrongTypeKeepTheirPosition();
    void aFaultyFieldLeavesTheOthersUsable();
    void missingKeysAreReportedAtTheirParent();
    void ofVeryManyFindingsTheFirstAreListedAndTheOthersCounted();
    void aHugeTextIsNotRepeatedInAMessage();
    void oneDefectGivesOneFinding_data();
    void oneDefectGivesOneFinding();
    void misspeltKeysAreRenamedToTheNearest_data();
    void misspeltKeysAreRenamedToTheNearest();
    void aKeyThatIsThereAlreadyIsNotSuggested();
    void pastedHostsAreCleaned_data();
    void pastedHostsAreCleaned();
    void serverFieldsAndStatusAreKnown();
    void wrongTopLevelTypesAreSurvived_data();
    void wrongTopLevelTypesAreSurvived();
};

void PolicyReaderTest::everyFieldIsRead()
{
    const DocumentReading reading = readingOf(R"(apiVersion: istio.alibabacloud.com/v1
kind: ASMEgressTrafficPolicy
metadata: {name: egress-by-gw, namespace: istio-egress}
spec:
  byEgressGateway: {name: gw}
  egressRules:
  - name: all
    from:
    - namespace: shop
      workloadSelector: {tier: web, app: cart}
    to:
    - name: api
      hosts: [API.example.com., "*.example.org"]
      port: {name: http, number: 80, protocol: http, targetPort: 8080}
      byEgressGateway: {name: other, port: 444}
      httpsUpgrade: {enabled: true, port: 8443}
status:
  autoAllocatedGatewayPorts: {api: 10000, bad: no}
)");
    QCOMPARE(codesAndFields(reading.findings), QStringList());
    const Policy &policy = *reading.policy();
    QCOMPARE(policy.apiVersion, u"istio.alibabacloud.com/v1"_s);
    QCOMPARE(policy.gateway, u"gw"_s);
    QCOMPARE(policy.allocatedPorts, (QList<std::pair<QString, int>>{{u"api"_s, 10000}}));
    const Rule &rule = policy.rules[0];
    QCOMPARE(rule.name, u"all"_s);
    QCOMPARE(rule.from, (QList<Source>{{u"shop"_s, {{u"app"_s, u"cart"_s}, {u"tier"_s, u"web"_s}}}}));
    const Destination &to = rule.to[0];
    QCOMPARE(to.hosts, (QStringList{u"API.example.com."_s, u"*.example.org"_s}));
    QCOMPARE(to.port, (Port{80, Protocol::Http, u"http"_s, 8080}));
    QCOMPARE(to.byEgressGateway, std::optional(GatewayPort{u"other"_s, 444}));
    QCOMPARE(to.httpsUpgrade, std::optional(HttpsUpgrade{true, 8443}));
}

void PolicyReaderTest::flowStyleAndQuotesReadTheSame()
{
    const Policy flow = *readingOf(R"({"apiVersion": "istio.alibabacloud.com/v1beta1", "kind": "ASMEgressTrafficPolicy",
  "metadata": {"name": "egress-by-egressgateway-a", "namespace": "istio-egress"},
  "spec": {"byEgressGateway": {"name": "egressgateway-a"}, "egressRules": [{"name": "web",
    "from": [{"namespace": "mytest", "workloadSelector": {"app": "sleep-a"}}],
    "to": [{"name": "httpbin", "hosts": ["www.httpbin.org"], "port": {"name": "http", "number": 80, "protocol": "HTTP"}}]}]}})")
                             .policy();
    QCOMPARE(flow, *readingOf(soundPolicy()).policy());
}

void PolicyReaderTest::aSoundPolicyHasNoFindings()
{
    const DocumentReading reading = readingOf(soundPolicy());
    QCOMPARE(reading.kind, DocumentKind::Policy);
    QCOMPARE(codesAndFields(reading.findings), QStringList());
    QVERIFY(reading.defects.isEmpty());
}

void PolicyReaderTest::nullsCountAsAbsent()
{
    const DocumentReading reading =
        spoilt("        protocol: HTTP\n",
               "        protocol: HTTP\n        targetPort:\n      byEgressGateway:\n      httpsUpgrade: ~\n");
    QCOMPARE(codesAndFields(reading.findings), QStringList());
    QVERIFY(!reading.policy()->rules[0].to[0].byEgressGateway);
    QVERIFY(!reading.policy()->rules[0].to[0].httpsUpgrade);
}

void PolicyReaderTest::aWholeNumberMayBeWrittenWithAPoint()
{
    const DocumentReading reading = spoilt("number: 80", "number: 80.0");
    QCOMPARE(codesAndFields(reading.findings), QStringList());
    QCOMPARE(reading.policy()->rules[0].to[0].port.number, 80);
}

void PolicyReaderTest::itemsOfTheWrongTypeKeepTheirPosition()
{
    const DocumentReading reading = spoilt("  - name: web\n", "  - nonsense\n  - name: web\n");
    QCOMPARE(codesAndFields(reading.findings), (QStringList{u"field.type spec.egressRules[0]"_s}));
    QCOMPARE(reading.policy()->rules.size(), 2);
    QCOMPARE(reading.policy()->rules[1].name, u"web"_s);
    QVERIFY(!reading.isUsable(path("spec.egressRules[0]")));
    QVERIFY(reading.isUsable(path("spec.egressRules[1]")));
}

void PolicyReaderTest::aFaultyFieldLeavesTheOthersUsable()
{
    const DocumentReading reading = spoilt("      - www.httpbin.org\n", "      - localhost\n      - www.httpbin.org\n");
    QVERIFY(!reading.isUsable(path("spec.egressRules[0].to[0].hosts[0]")));
    QVERIFY(reading.isUsable(path("spec.egressRules[0].to[0].hosts[1]")));
    QVERIFY(reading.isUsable(path("spec.egressRules[0].to[0].port")));
    QVERIFY(!reading.isUsable(path("spec.egressRules[0].to[0]")));
    QVERIFY(reading.isUsable(path("spec.egressRules[0].from[0]")));
    QVERIFY(reading.isUsable(path("metadata")));
}

void PolicyReaderTest::ofVeryManyFindingsTheFirstAreListedAndTheOthersCounted()
{
    QByteArray text = soundPolicy();
    const qsizetype rules = text.indexOf("  egressRules:\n");
    text.insert(rules + int(qstrlen("  egressRules:\n")), QByteArray("  - not a rule\n").repeated(listedFindings + 7));
    const DocumentReading reading = readingOf(text);
    QCOMPARE(reading.findings.size(), listedFindings + 1);
    QCOMPARE(reading.findings.last().code, u"size.findings"_s);
    QCOMPARE(reading.findings.last().severity, Severity::Error);
    QVERIFY2(reading.findings.last().message.startsWith(u"7 more"_s), qPrintable(reading.findings.last().message));
    // None of them is compiled, and what follows them is.
    QCOMPARE(reading.defects.size(), listedFindings + 7);
    QVERIFY(!reading.policy()->rules.last().to.isEmpty());
}

void PolicyReaderTest::aHugeTextIsNotRepeatedInAMessage()
{
    const DocumentReading reading = spoilt("- www.httpbin.org", "- " + QByteArray(100'000, 'a') + '!');
    QVERIFY(!reading.findings.isEmpty());
    QVERIFY(reading.findings.first().message.size() <= 2001);
    QVERIFY(reading.findings.first().message.contains(u'…'));
}

void PolicyReaderTest::missingKeysAreReportedAtTheirParent()
{
    const DocumentReading reading = spoilt("  byEgressGateway:\n    name: egressgateway-a\n", "");
    QCOMPARE(codesAndFields(reading.findings), (QStringList{u"gateway.required spec"_s}));
    // The parent is sound all the same: the rules may name gateways of their own.
    QVERIFY(!reading.isUsable(path("spec.byEgressGateway")));
    QVERIFY(reading.isUsable(path("spec.egressRules[0]")));
}

void PolicyReaderTest::oneDefectGivesOneFinding_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QString &finding) {
        QTest::newRow(name) << from << to << finding;
    };
    row("empty host", "- www.httpbin.org", "- ''", u"host.invalid spec.egressRules[0].to[0].hosts[0]"_s);
    row("host as number", "- www.httpbin.org", "- 12", u"field.type spec.egressRules[0].to[0].hosts[0]"_s);
    row("star alone", "- www.httpbin.org", "- '*'", u"host.invalid spec.egressRules[0].to[0].hosts[0]"_s);
    row("number out of every range", "number: 80", "number: 99999999999999",
        u"port.number spec.egressRules[0].to[0].port.number"_s);
    row("negative port", "number: 80", "number: -1", u"port.number spec.egressRules[0].to[0].port.number"_s);
    row("fraction", "number: 80", "number: 80.5", u"field.type spec.egressRules[0].to[0].port.number"_s);
    row("hosts as text", "      hosts:\n      - www.httpbin.org\n", "      hosts: www.httpbin.org\n",
        u"field.type spec.egressRules[0].to[0].hosts"_s);
    row("selector as list", "      workloadSelector:\n        app: sleep-a\n", "      workloadSelector: [app]\n",
        u"field.type spec.egressRules[0].from[0].workloadSelector"_s);
    row("label without value", "app: sleep-a",
        "app:", u"field.type spec.egressRules[0].from[0].workloadSelector.app"_s);
    row("empty namespace", "namespace: mytest", "namespace: ''",
        u"source.namespace spec.egressRules[0].from[0].namespace"_s);
    row("metadata gone", "metadata:\n  name: egress-by-egressgateway-a\n  namespace: istio-egress\n", "",
        u"field.required -"_s);
}

void PolicyReaderTest::oneDefectGivesOneFinding()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, finding);
    QCOMPARE(codesAndFields(spoilt(from, to).findings), QStringList{finding});
}

void PolicyReaderTest::misspeltKeysAreRenamedToTheNearest_data()
{
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("wrong");
    for (const auto &[right, wrong] :
         std::initializer_list<std::pair<const char *, const char *>>{{"workloadSelector", "workload_selector"},
                                                                      {"workloadSelector", "workloadselector"},
                                                                      {"workloadSelector", "selector"},
                                                                      {"egressRules", "rules"},
                                                                      {"protocol", "protcol"},
                                                                      {"hosts", "host"},
                                                                      {"from", "form"},
                                                                      {"byEgressGateway", "egressGateway"}})
        QTest::newRow(wrong) << QByteArray(right) << QByteArray(wrong);
}

void PolicyReaderTest::misspeltKeysAreRenamedToTheNearest()
{
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, wrong);
    const DocumentReading reading = spoilt(right + ":", wrong + ":");
    QCOMPARE(reading.findings.size(), 1);
    const Diagnostic &finding = reading.findings[0];
    QCOMPARE(finding.code, u"policy.unknown-field"_s);
    QCOMPARE(finding.where.path.last().name, QString::fromLatin1(wrong));
    // Where the right key is required, something is missing from the output: an error.
    QCOMPARE(finding.severity, right == "workloadSelector" ? Severity::Warning : Severity::Error);
    QCOMPARE(finding.fixes.size(), 1);
    const QList<DocumentChange> changes = finding.fixes[0].changes({});
    QCOMPARE(changes[0].change.kind, yaml::Change::Kind::RenameKey);
    QCOMPARE(changes[0].change.value.text(), QString::fromLatin1(right));
}

void PolicyReaderTest::aKeyThatIsThereAlreadyIsNotSuggested()
{
    const DocumentReading reading = spoilt("      hosts:\n", "      host: x\n      hosts:\n");
    QCOMPARE(codesAndFields(reading.findings), (QStringList{u"policy.unknown-field spec.egressRules[0].to[0].host"_s}));
    QVERIFY(reading.findings[0].fixes.isEmpty());
}

void PolicyReaderTest::pastedHostsAreCleaned_data()
{
    QTest::addColumn<QString>("host");
    for (const char *pasted : {"https://api.example.com", "https://user:pw@api.example.com:8443/path?q#f",
                               "api.example.com:443", "api.example.com/", "' api.example.com'"})
        QTest::newRow(pasted) << u"api.example.com"_s;
    QTest::newRow("https://*.example.com/") << u"*.example.com"_s;
    QTest::newRow("münchen.example.com") << u"xn--mnchen-3ya.example.com"_s;
    for (const char *hopeless : {"https://localhost", "not a host", "http://203.0.113.10/", "a_b.example.com"})
        QTest::newRow(hopeless) << QString();
}

void PolicyReaderTest::pastedHostsAreCleaned()
{
    QFETCH(QString, host);
    const DocumentReading reading = spoilt("www.httpbin.org", QTest::currentDataTag());
    QCOMPARE(codesAndFields(reading.findings), (QStringList{u"host.invalid spec.egressRules[0].to[0].hosts[0]"_s}));
    QCOMPARE(reading.findings[0].fixes.size(), host.isEmpty() ? 0 : 1);
    if (!host.isEmpty())
        QCOMPARE(reading.findings[0].fixes[0].changes({})[0].change.value.text(), host);
}

void PolicyReaderTest::serverFieldsAndStatusAreKnown()
{
    const DocumentReading reading = spoilt(
        "metadata:\n",
        "status: {message: ok}\nmetadata:\n  uid: x\n  resourceVersion: '1'\n  managedFields: [{manager: kubectl}]\n  creationTimestamp: null\n");
    QCOMPARE(codesAndFields(reading.findings), QStringList());
}

void PolicyReaderTest::wrongTopLevelTypesAreSurvived_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray head = "apiVersion: istio.alibabacloud.com/v1\nkind: ASMEgressTrafficPolicy\n";
    QTest::newRow("spec as text") << head + "metadata: {name: a, namespace: istio-egress}\nspec: x\n";
    QTest::newRow("spec as list") << head + "metadata: {name: a, namespace: istio-egress}\nspec: [x]\n";
    QTest::newRow("metadata as list") << head
            + "metadata: []\nspec: {byEgressGateway: {name: a}, egressRules: [{from: [{namespace: a}], to: [{hosts: [a.b], port: {number: 1, protocol: TCP}}]}]}\n";
    QTest::newRow("gateway as text") << head
            + "metadata: {name: a, namespace: istio-egress}\nspec: {byEgressGateway: a, egressRules: [{from: [{namespace: a}], to: [{hosts: [a.b], port: {number: 1, protocol: TCP}}]}]}\n";
}

void PolicyReaderTest::wrongTopLevelTypesAreSurvived()
{
    QFETCH(QByteArray, text);
    const DocumentReading reading = readingOf(text);
    QCOMPARE(reading.findings.size(), 1);
    QCOMPARE(reading.findings[0].code, u"field.type"_s);
}

QTEST_APPLESS_MAIN(PolicyReaderTest)
#include "tst_policyreader.moc"
