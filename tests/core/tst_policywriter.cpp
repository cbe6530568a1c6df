// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/policywriter.h"
#include "core/yaml/write.h"
#include "tests/support/core/workspacefixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

/// Sound policies and meshes of every shape, the same ones in every run.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    Policy policy()
    {
        Policy policy;
        policy.apiVersion = coin() ? u"istio.alibabacloud.com/v1"_s : u"istio.alibabacloud.com/v1beta1"_s;
        policy.namespaceName = policyNamespace();
        policy.gateway = word();
        policy.name = policyNameFor(policy.gateway);
        for (int i = below(3); i >= 0; --i)
            policy.rules.append(rule());
        return policy;
    }

    Mesh mesh()
    {
        Mesh mesh;
        mesh.assumed = false;
        mesh.name = word();
        mesh.outboundTrafficPolicy = OutboundTrafficPolicy(below(3));
        mesh.dnsCapture = coin();
        if (coin())
            mesh.istioVersion = u"1.30"_s; // must not come back as a number
        for (int i = below(3); i > 0; --i)
            mesh.gateways.append(gateway(u"gateway-%1"_s.arg(i)));
        for (int i = below(3); i > 0; --i)
            mesh.hosts.append(meshHost(i));
        return mesh;
    }

    Expectations expectations()
    {
        Expectations all;
        all.name = word();
        for (int i = below(4); i > 0; --i) {
            Expectation one;
            one.name = coin() ? u"reaches: it"_s : QString();
            one.namespaceName = word();
            one.labels = labels();
            one.serviceAccount = coin() ? word() : QString();
            if (coin())
                one.request.url = u"https://www.example.org:8443/a?b=c#d"_s;
            else
                one.request.tcp = u"db.example.org:5432"_s;
            one.request.method = coin() ? u"GET"_s : u"POST"_s;
            if (coin())
                one.request.headers = {{u"x-flag"_s, u"yes"_s}};
            one.verdict = ExpectedVerdict(below(3));
            if (coin())
                one.status = 403;
            all.cases.append(one);
        }
        return all;
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    bool coin() { return below(2) == 0; }
    QString word()
    {
        return QStringList{u"mytest"_s, u"yes"_s, u"null"_s, u"1e3"_s, u"0x1f"_s, u"a-b"_s, u"off"_s, u"n"_s}[below(8)];
    }

    Labels labels()
    {
        if (coin())
            return {};
        return {{u"app"_s, word()}, {u"app.kubernetes.io/name"_s, u"1.0"_s}, {u"version"_s, u"true"_s}};
    }

    Rule rule()
    {
        Rule rule;
        rule.name = coin() ? word() : QString();
        for (int i = below(2); i >= 0; --i)
            rule.from.append({word(), labels()});
        for (int i = below(2); i >= 0; --i)
            rule.to.append(destination());
        return rule;
    }

    Destination destination()
    {
        Destination to;
        to.name = coin() ? u"a: b #c"_s : QString();
        to.hosts = coin() ? QStringList{u"*.example.org"_s, u"WWW.example.com."_s} : QStringList{u"www.httpbin.org"_s};
        to.port.number = 1 + below(65535);
        to.port.protocol = protocols()[below(int(protocols().size()))].protocol;
        to.port.name = coin() ? word() : QString();
        if (coin())
            to.port.targetPort = 8080;
        if (coin())
            to.byEgressGateway = GatewayPort{coin() ? word() : QString(), coin() ? std::optional(443) : std::nullopt};
        if (coin() && info(*to.port.protocol).trafficClass == TrafficClass::Http)
            to.httpsUpgrade = HttpsUpgrade{coin(), coin() ? std::optional(0) : std::nullopt};
        return to;
    }

    MeshGateway gateway(const QString &name)
    {
        MeshGateway gateway = assumedGateway(name);
        if (coin())
            return gateway;
        gateway.namespaceName = word();
        gateway.selector = {{u"istio"_s, word()}};
        gateway.ports = {{80, 8080, u"HTTP"_s, u"http2"_s, false}, {15443, std::nullopt, u"TLS"_s, QString(), true}};
        gateway.portsListed = true;
        return gateway;
    }

    MeshHost meshHost(int i)
    {
        if (coin())
            return {u"*.h%1.example.org"_s.arg(i), {}, u"www.example.org"_s};
        return {u"h%1.example.org"_s.arg(i), {u"203.0.113.10"_s, u"2001:db8::/32"_s}, {}};
    }

    QRandomGenerator m_random;
};

DocumentReading written(const Value &document)
{
    return workspaceOf(yaml::write(document)).reading(0, 0);
}

} // namespace

class PolicyWriterTest : public QObject
{
    Q_OBJECT
private slots:
    void writtenPoliciesReadBackEqual();
    void writtenMeshesReadBackEqual();
    void writtenExpectationsReadBackEqual();
    void protocolsAreWrittenInUpperCase();
    void whatIsAbsentIsNotWritten();
    void statusIsNeverWritten();
    void localDocumentsSayThatTheyAreLocal();
};

void PolicyWriterTest::writtenPoliciesReadBackEqual()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const Policy policy = Generator(seed).policy();
        const DocumentReading reading = written(toValue(policy));
        QVERIFY2(reading.defects.isEmpty(), qPrintable(codesAndFields(reading.findings).join(u'\n')));
        QCOMPARE(*reading.policy(), policy);
    }
}

void PolicyWriterTest::writtenMeshesReadBackEqual()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const Mesh mesh = Generator(seed).mesh();
        const DocumentReading reading = written(toValue(mesh));
        QCOMPARE(codesAndFields(reading.findings), QStringList());
        QCOMPARE(*reading.mesh(), mesh);
    }
}

void PolicyWriterTest::writtenExpectationsReadBackEqual()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const Expectations expectations = Generator(seed).expectations();
        const DocumentReading reading = written(toValue(expectations));
        QCOMPARE(codesAndFields(reading.findings), QStringList());
        QCOMPARE(*reading.expectations(), expectations);
    }
}

void PolicyWriterTest::protocolsAreWrittenInUpperCase()
{
    Destination destination;
    destination.port = {27017, Protocol::Mongo, {}, {}};
    QCOMPARE(toValue(destination)[u"port"][u"protocol"].text(), u"MONGO"_s);
}

void PolicyWriterTest::whatIsAbsentIsNotWritten()
{
    QCOMPARE(yaml::write(toValue(Source{u"mytest"_s, {}})), QByteArray("namespace: mytest\n"));
    Destination destination;
    destination.hosts = {u"a.example.org"_s};
    destination.port = {80, Protocol::Http, {}, {}};
    destination.byEgressGateway = GatewayPort();
    QCOMPARE(toValue(destination).size(), size_t(3)); // hosts, port, byEgressGateway: {}
    QVERIFY(toValue(destination)[u"byEgressGateway"].isMap());
}

void PolicyWriterTest::statusIsNeverWritten()
{
    Policy policy = Generator(1).policy();
    policy.allocatedPorts = {{u"web"_s, 10000}};
    QVERIFY(!toValue(policy).find(u"status"));
}

void PolicyWriterTest::localDocumentsSayThatTheyAreLocal()
{
    for (const Value &document : {toValue(Mesh()), toValue(Expectations())})
        QCOMPARE(document[u"metadata"][u"annotations"][u"config.kubernetes.io/local-config"].text(), u"true"_s);
}

QTEST_APPLESS_MAIN(PolicyWriterTest)
#include "tst_policywriter.moc"
