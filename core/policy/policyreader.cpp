// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/policyreader.h"

#include "core/policy/hostchecks.h"
#include "core/policy/metadatachecks.h"
#include "core/policy/names.h"
#include "core/policy/portchecks.h"
#include "core/policy/schema.h"
#include "core/policy/structure.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Reads one policy from top to bottom.
class PolicyReader
{
    Q_DECLARE_TR_FUNCTIONS(PolicyReader)
public:
    explicit PolicyReader(DocumentFindings &findings)
        : m_findings(findings)
    {
    }

    Policy read(const Place &root);

private:
    void checkNamespace(const Place &metadata);
    void checkConvention(const Place &metadata, const Policy &policy);
    QString readGateway(const Place &spec);
    Rule readRule(const Place &place);
    Source readSource(const Place &place);
    Destination readDestination(const Place &place);
    static QList<std::pair<QString, int>> readAllocatedPorts(const Place &root);

    DocumentFindings &m_findings;
};

Policy PolicyReader::read(const Place &root)
{
    checkStructure(*schemaOf(DocumentKind::Policy), root, m_findings);
    checkVersion(root, {u"istio.alibabacloud.com/v1"_s, u"istio.alibabacloud.com/v1beta1"_s}, m_findings);
    const Place metadata = root.child("metadata"_L1);
    const Place spec = root.child("spec"_L1);
    const Place rules = spec.child("egressRules"_L1);
    Policy policy;
    policy.apiVersion = root.child("apiVersion"_L1).text().value_or(QString());
    policy.namespaceName = metadata.child("namespace"_L1).text().value_or(QString());
    policy.name = metadata.child("name"_L1).text().value_or(QString());
    checkName(metadata, m_findings);
    checkNamespace(metadata);
    policy.gateway = readGateway(spec);
    checkConvention(metadata, policy);
    for (size_t i = 0; rules.isList() && i < rules.size(); ++i)
        policy.rules.append(readRule(rules.item(i)));
    policy.allocatedPorts = readAllocatedPorts(root);
    return policy;
}

void PolicyReader::checkNamespace(const Place &metadata)
{
    if (!metadata.isMap())
        return;
    const Place place = metadata.child("namespace"_L1);
    const std::optional<QString> text = place.text();
    const QList<Fix> fixes = {setFix(tr("Set the namespace to %1").arg(policyNamespace()), place.path(),
                                     policyNamespace(), {keysAfter(DocumentKind::Policy, place.path())})};
    if (place.isAbsent())
        m_findings.addMissing("policy.namespace"_L1, place, fixes);
    else if (text && *text != policyNamespace())
        m_findings.add("policy.namespace"_L1, place,
                       tr("The policy must be in namespace %1, not “%2”.").arg(policyNamespace(), *text), fixes);
}

void PolicyReader::checkConvention(const Place &metadata, const Policy &policy)
{
    const Place place = metadata.child("name"_L1);
    const QString expected = policyNameFor(policy.gateway);
    if (!isDnsName(policy.name) || !isGatewayName(policy.gateway) || policy.name == expected)
        return;
    m_findings.add("policy.name"_L1, place,
                   tr("By convention this policy is named %1, after its gateway.").arg(expected),
                   {setFix(tr("Rename to %1").arg(expected), place.path(), expected)});
}

QString PolicyReader::readGateway(const Place &spec)
{
    const Place gateway = spec.child("byEgressGateway"_L1);
    const Place name = gateway.child("name"_L1);
    if (name.text() == QString()) {
        m_findings.add("gateway.required"_L1, name,
                       tr("The gateway's name is empty. Say through which egress gateway traffic leaves."));
        return {};
    }
    return readGatewayName(name, m_findings);
}

Rule PolicyReader::readRule(const Place &place)
{
    const Place from = place.child("from"_L1);
    const Place to = place.child("to"_L1);
    Rule rule;
    rule.name = place.child("name"_L1).text().value_or(QString());
    for (size_t i = 0; from.isList() && i < from.size(); ++i)
        rule.from.append(readSource(from.item(i)));
    for (size_t i = 0; to.isList() && i < to.size(); ++i)
        rule.to.append(readDestination(to.item(i)));
    return rule;
}

Source PolicyReader::readSource(const Place &place)
{
    const Place namespacePlace = place.child("namespace"_L1);
    const Place selector = place.child("workloadSelector"_L1);
    const std::optional<QString> text = namespacePlace.text();
    if (text && !isDnsLabel(*text)) {
        m_findings.add(
            "source.namespace"_L1, namespacePlace,
            text->isEmpty()
                ? tr("The namespace is empty. Say which namespace's workloads are allowed.")
                : tr("“%1” is no valid namespace: up to 63 lower-case letters, digits and hyphens.").arg(*text));
    }
    checkLabels(selector, "source.selector"_L1, m_findings);
    return {text.value_or(QString()), readLabels(selector)};
}

Destination PolicyReader::readDestination(const Place &place)
{
    const Place hosts = place.child("hosts"_L1);
    const Place port = place.child("port"_L1);
    Destination destination;
    destination.name = place.child("name"_L1).text().value_or(QString());
    destination.hosts = hosts.texts();
    if (hosts.isList())
        checkHosts(hosts, m_findings);
    destination.port = readPort(port, m_findings);
    destination.byEgressGateway = readGatewayPort(place.child("byEgressGateway"_L1), m_findings);
    destination.httpsUpgrade = readUpgrade(place.child("httpsUpgrade"_L1), destination.port.protocol, m_findings);
    return destination;
}

/// Written by ASM, so nothing about it is worth a finding.
QList<std::pair<QString, int>> PolicyReader::readAllocatedPorts(const Place &root)
{
    const Place status = root.child("status"_L1);
    const Place ports = status.child("autoAllocatedGatewayPorts"_L1);
    QList<std::pair<QString, int>> allocated;
    if (!ports.isMap())
        return allocated;
    for (const yaml::NodeMember &member : ports.node()->members) {
        const std::optional<qint64> number = Place(member.value).integer();
        if (number && *number > 0 && *number <= 65535)
            allocated.append({member.key.text, int(*number)});
    }
    return allocated;
}

} // namespace

Policy readPolicy(const Place &root, DocumentFindings &findings)
{
    return PolicyReader(findings).read(root);
}

} // namespace sallyport
