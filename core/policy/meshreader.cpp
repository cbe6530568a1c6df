// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/meshreader.h"

#include "core/policy/metadatachecks.h"
#include "core/policy/names.h"
#include "core/policy/schema.h"
#include "core/policy/structure.h"

#include <QSet>
#include <QVersionNumber>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView invalid = "mesh.invalid"_L1;

/// Reads one Mesh from top to bottom.
class MeshReader
{
    Q_DECLARE_TR_FUNCTIONS(MeshReader)
public:
    explicit MeshReader(DocumentFindings &findings)
        : m_findings(findings)
    {
    }

    Mesh read(const Place &root);

private:
    OutboundTrafficPolicy readOutbound(const Place &place);
    QString readVersion(const Place &place);
    void readGateways(const Place &place, Mesh &mesh);
    MeshGateway readGateway(const Place &place);
    QList<MeshGatewayPort> readPorts(const Place &place);
    MeshGatewayPort readPort(const Place &place);
    int readPortNumber(const Place &place);
    void readHosts(const Place &place, Mesh &mesh);
    MeshHost readHost(const Place &place);
    void checkLabel(const Place &place);

    DocumentFindings &m_findings;
};

Mesh MeshReader::read(const Place &root)
{
    checkStructure(*schemaOf(DocumentKind::Mesh), root, m_findings);
    checkVersion(root, {u"sallyport.dev/v1alpha1"_s}, m_findings);
    const Place metadata = root.child("metadata"_L1);
    const Place spec = root.child("spec"_L1);
    Mesh mesh;
    mesh.assumed = false;
    mesh.name = metadata.child("name"_L1).text().value_or(mesh.name);
    checkName(metadata, m_findings);
    mesh.outboundTrafficPolicy = readOutbound(spec.child("outboundTrafficPolicy"_L1));
    mesh.dnsCapture = spec.child("dnsCapture"_L1).boolean().value_or(false);
    mesh.istioVersion = readVersion(spec.child("istioVersion"_L1));
    readGateways(spec.child("gateways"_L1), mesh);
    readHosts(spec.child("hosts"_L1), mesh);
    return mesh;
}

OutboundTrafficPolicy MeshReader::readOutbound(const Place &place)
{
    const std::optional<QString> text = place.text();
    if (!text)
        return OutboundTrafficPolicy::Unknown;
    if (*text == "REGISTRY_ONLY"_L1)
        return OutboundTrafficPolicy::RegistryOnly;
    if (*text == "ALLOW_ANY"_L1)
        return OutboundTrafficPolicy::AllowAny;
    m_findings.add(invalid, place,
                   tr("“%1” is no outbound traffic policy. It is REGISTRY_ONLY or ALLOW_ANY.").arg(*text));
    return OutboundTrafficPolicy::Unknown;
}

QString MeshReader::readVersion(const Place &place)
{
    const QString text = place.text().value_or(QString());
    if (!text.isEmpty() && QVersionNumber::fromString(text).segmentCount() < 2)
        m_findings.add(invalid, place, tr("“%1” is no version of Istio. Write it like \"1.30\".").arg(text));
    return text;
}

void MeshReader::readGateways(const Place &place, Mesh &mesh)
{
    for (size_t i = 0; place.isList() && i < place.size(); ++i) {
        const Place item = place.item(i);
        MeshGateway gateway = readGateway(item);
        if (gateway.name.isEmpty())
            continue;
        if (mesh.lists(gateway.name)) {
            const Place name = item.child("name"_L1);
            m_findings.add(invalid, name, tr("Gateway %1 is listed twice; the first entry counts.").arg(gateway.name));
            continue;
        }
        mesh.gateways.append(std::move(gateway));
    }
}

MeshGateway MeshReader::readGateway(const Place &place)
{
    const Place selector = place.child("selector"_L1);
    const Place ports = place.child("ports"_L1);
    const QString name = place.child("name"_L1).text().value_or(QString());
    MeshGateway gateway = assumedGateway(name);
    checkLabel(place.child("name"_L1));
    checkLabel(place.child("namespace"_L1));
    checkLabel(place.child("service"_L1));
    checkLabels(selector, invalid, m_findings);
    gateway.namespaceName = place.child("namespace"_L1).text().value_or(gateway.namespaceName);
    gateway.service = place.child("service"_L1).text().value_or(gateway.service);
    if (selector.isMap() && selector.size() == 0)
        m_findings.add(
            invalid, selector,
            tr("The selector is empty: it would select every pod. Leave it out, or name the gateway's labels."));
    else if (selector.isMap())
        gateway.selector = readLabels(selector);
    if (ports.isList() && ports.size() == 0)
        m_findings.add(
            invalid, ports,
            tr("The list of ports is empty. Leave it out to assume the usual ones, or list the ports of the Service."));
    else if (ports.isList()) {
        gateway.ports = readPorts(ports);
        gateway.portsListed = true;
    }
    return gateway;
}

QList<MeshGatewayPort> MeshReader::readPorts(const Place &place)
{
    QList<MeshGatewayPort> ports;
    QSet<int> seen;
    for (size_t i = 0; i < place.size(); ++i) {
        const Place item = place.item(i);
        const MeshGatewayPort port = readPort(item);
        if (port.number == 0)
            continue;
        if (seen.contains(port.number)) {
            const Place number = item.child("number"_L1);
            m_findings.add(invalid, number, tr("Port %1 is listed twice; the first entry counts.").arg(port.number));
            continue;
        }
        seen.insert(port.number);
        ports.append(port);
    }
    return ports;
}

MeshGatewayPort MeshReader::readPort(const Place &place)
{
    static const QStringList known = {u"HTTP"_s, u"HTTP2"_s, u"GRPC"_s, u"HTTPS"_s, u"TLS"_s, u"TCP"_s};
    const Place protocol = place.child("protocol"_L1);
    const Place targetPort = place.child("targetPort"_L1);
    MeshGatewayPort port;
    port.number = readPortNumber(place.child("number"_L1));
    if (const int target = readPortNumber(targetPort))
        port.targetPort = target;
    port.protocol = protocol.text().value_or(QString()).toUpper();
    if (protocol.text() && !known.contains(port.protocol))
        m_findings.add(
            invalid, protocol,
            tr("“%1” is no protocol of a gateway's port. Known: %2.").arg(*protocol.text(), known.join(", "_L1)));
    port.name = place.child("name"_L1).text().value_or(QString());
    if (!port.name.isEmpty())
        checkLabel(place.child("name"_L1));
    port.plaintext = place.child("plaintext"_L1).boolean().value_or(false);
    return port;
}

/// 0 where there is no valid number.
int MeshReader::readPortNumber(const Place &place)
{
    const std::optional<qint64> number = place.integer();
    if (!number)
        return 0;
    if (*number >= 1 && *number <= 65535)
        return int(*number);
    m_findings.add(invalid, place, tr("%1 is no port: it must lie between 1 and 65535.").arg(*number));
    return 0;
}

void MeshReader::readHosts(const Place &place, Mesh &mesh)
{
    QSet<QString> seen;
    for (size_t i = 0; place.isList() && i < place.size(); ++i) {
        const Place item = place.item(i);
        const MeshHost host = readHost(item);
        if (host.host.isEmpty())
            continue;
        if (seen.contains(host.host)) {
            const Place name = item.child("host"_L1);
            m_findings.add(invalid, name, tr("%1 is listed twice; the first entry counts.").arg(host.host));
            continue;
        }
        seen.insert(host.host);
        mesh.hosts.append(host);
    }
}

MeshHost MeshReader::readHost(const Place &place)
{
    const Place name = place.child("host"_L1);
    const Place addresses = place.child("addresses"_L1);
    const Place representative = place.child("representative"_L1);
    MeshHost host;
    const QString canonical = canonicalHost(name.text().value_or(QString()));
    const bool wildcard = isWildcard(canonical);
    if (isHostName(wildcard ? QStringView(canonical).sliced(2) : QStringView(canonical)))
        host.host = canonical;
    else if (name.text())
        m_findings.add(invalid, name, tr("“%1” is no DNS name.").arg(*name.text()));
    for (size_t i = 0; addresses.isList() && i < addresses.size(); ++i) {
        const Place item = addresses.item(i);
        const QString address = item.text().value_or(QString());
        if (isAddressOrBlock(address))
            host.addresses.append(address);
        else if (item.text())
            m_findings.add(invalid, item, tr("“%1” is no IP address.").arg(address));
    }
    const std::optional<QString> represented = representative.text();
    if (represented && !wildcard)
        m_findings.add(invalid, representative,
                       tr("Only a wildcard has a representative; %1 is looked up by its own name.").arg(canonical));
    else if (represented && !isHostName(canonicalHost(*represented)))
        m_findings.add(invalid, representative, tr("“%1” is no DNS name.").arg(*represented));
    else
        host.representative = canonicalHost(represented.value_or(QString()));
    return host;
}

void MeshReader::checkLabel(const Place &place)
{
    const std::optional<QString> text = place.text();
    if (text && !isDnsLabel(*text))
        m_findings.add(invalid, place,
                       tr("“%1” is no valid name: up to 63 lower-case letters, digits and hyphens.").arg(*text));
}

} // namespace

Mesh readMesh(const Place &root, DocumentFindings &findings)
{
    return MeshReader(findings).read(root);
}

} // namespace sallyport
