// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/randompolicies.h"

using namespace Qt::StringLiterals;

namespace sallyport::test {

QStringList Universe::names()
{
    return {u"a.example.com"_s, u"b.example.com"_s, u"x.example.org"_s, u"z.example.org"_s, u"one.example.net"_s};
}

QList<Labels> Universe::workloads()
{
    return {{}, {{u"app"_s, u"a"_s}}, {{u"app"_s, u"b"_s}}, {{u"app"_s, u"a"_s}, {u"tier"_s, u"web"_s}}};
}

QByteArray Universe::mesh()
{
    return R"(---
apiVersion: sallyport.dev/v1alpha1
kind: Mesh
metadata: {name: default}
spec:
  outboundTrafficPolicy: REGISTRY_ONLY
  gateways:
  - name: egressgateway-a
  - name: egressgateway-b
    namespace: egress
    ports:
    - {number: 80, targetPort: 8080, protocol: HTTP, name: http}
    - {number: 443, targetPort: 8443, protocol: HTTPS, name: https}
    - {number: 444, targetPort: 8444, protocol: TLS, name: tls}
  hosts:
  - {host: one.example.net, addresses: [203.0.113.1]}
  - {host: "*.example.org", representative: www.example.org}
)";
}

QByteArray RandomPolicies::source()
{
    static const QByteArrayList selectors = {"", "", ", workloadSelector: {app: a}", ", workloadSelector: {app: b}",
                                             ", workloadSelector: {app: a, tier: web}"};
    return "{namespace: " + pick(Universe::namespaces()).toUtf8() + pick(selectors) + '}';
}

QByteArray RandomPolicies::destination()
{
    static const QByteArrayList hosts = {"a.example.com", "b.example.com", "x.example.org", "'*.example.org'"};
    static const QByteArrayList gateways = {"",
                                            "",
                                            "",
                                            ", byEgressGateway: {name: egressgateway-b}",
                                            ", byEgressGateway: {port: 443}",
                                            ", byEgressGateway: {name: egressgateway-b, port: 444}"};
    static const QByteArrayList upgrades = {"", "", ", httpsUpgrade: {enabled: true}"};
    const auto to = [](const QByteArray &host, const QByteArray &port, const QByteArray &rest) {
        return "{hosts: [" + host + "], port: {" + port + '}' + rest + '}';
    };
    switch (m_random.bounded(6)) {
    case 0:
    case 1:
        return to(pick(hosts), "number: 80, protocol: HTTP", pick(upgrades) + pick(gateways));
    case 2:
        return to(pick(hosts), "number: 8080, protocol: " + pick(QByteArrayList{"HTTP", "HTTP", "HTTP2"}),
                  pick(gateways));
    case 3:
        return to(pick(hosts), "number: 443, protocol: " + pick(QByteArrayList{"HTTPS", "TLS"}), pick(gateways));
    case 4:
        return to("one.example.net", pick(QByteArrayList{"number: 443, protocol: TCP", "number: 5432, protocol: TCP"}),
                  pick(gateways));
    default:
        return to("one.example.net", "number: 443, protocol: TLS", pick(gateways));
    }
}

RandomPolicies::Rules RandomPolicies::rules()
{
    Rules rules;
    for (int i = 1 + m_random.bounded(5); i > 0; --i)
        rules.push_back(rule(source(), destination()));
    return rules;
}

RandomPolicies::Rules RandomPolicies::changed(Rules rules)
{
    for (int i = 1 + m_random.bounded(2); i > 0; --i) {
        const size_t at = size_t(m_random.bounded(int(rules.size())));
        switch (m_random.bounded(3)) {
        case 0:
            rules.push_back(rule(source(), destination()));
            break;
        case 1:
            rules[at] = rule(source(), destination());
            break;
        default:
            if (rules.size() > 1)
                rules.erase(rules.begin() + qsizetype(at));
        }
    }
    return rules;
}

std::optional<Compiled> RandomPolicies::compiled(const Rules &rules) const
{
    QByteArray text;
    for (const QByteArray &rule : rules)
        text += rule;
    Compiled result = compileText(policyWith(text) + Universe::mesh());
    if (result.compilation.hasErrors())
        return std::nullopt;
    return result;
}

std::pair<Compiled, Compiled> RandomPolicies::pair()
{
    for (;;) {
        const Rules first = rules();
        const Rules second = m_random.bounded(3) == 0 ? rules() : changed(first);
        std::optional<Compiled> before = compiled(first);
        std::optional<Compiled> after = before ? compiled(second) : std::nullopt;
        if (after)
            return {std::move(*before), std::move(*after)};
    }
}

} // namespace sallyport::test
