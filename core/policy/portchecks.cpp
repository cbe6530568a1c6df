// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/portchecks.h"

#include "core/policy/names.h"

#include <algorithm>
#include <limits>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastPort = 65535;

class PortChecks
{
    Q_DECLARE_TR_FUNCTIONS(PortChecks)
public:
    /// The port at `place`, reported with `code` where it is below `first` or above 65535; nullopt where no number stands there.
    static std::optional<int> port(const Place &place, QLatin1StringView code, DocumentFindings &findings,
                                   int first = 1)
    {
        const std::optional<qint64> number = place.integer();
        if (!number)
            return std::nullopt;
        if (*number < first || *number > lastPort)
            findings.add(code, place, tr("%1 is no port: it must lie between 1 and %2.").arg(*number).arg(lastPort));
        // Out of range is reported; kept as near to what was written as an int can be.
        return int(
            std::clamp(*number, qint64(std::numeric_limits<int>::min()), qint64(std::numeric_limits<int>::max())));
    }

    static std::optional<Protocol> protocol(const Place &place, DocumentFindings &findings)
    {
        const std::optional<QString> text = place.text();
        if (!text)
            return std::nullopt;
        const std::optional<Protocol> protocol = parseProtocol(*text);
        if (!protocol)
            findings.add("protocol.unknown"_L1, place,
                         tr("“%1” is no known protocol. Known: %2.").arg(*text, knownProtocols()));
        return protocol;
    }

    static QString portName(const Place &place, DocumentFindings &findings)
    {
        const QString name = place.text().value_or(QString());
        if (!name.isEmpty() && !isDnsLabel(name))
            findings.add("port.name"_L1, place,
                         tr("“%1” is no valid port name: up to 63 lower-case letters, digits and hyphens.").arg(name));
        return name;
    }

    static void checkGatewayName(const Place &place, const QString &name, DocumentFindings &findings)
    {
        if (!isGatewayName(name))
            findings.add(
                "gateway.name"_L1, place,
                tr("“%1” is no valid gateway name: up to 50 lower-case letters, digits and hyphens.").arg(name));
    }

    static void checkUpgradeProtocol(const Place &place, Protocol protocol, DocumentFindings &findings)
    {
        findings.add("upgrade.protocol"_L1, place,
                     tr("%1 cannot be upgraded to HTTPS: an upgrade is for applications that speak plain HTTP.")
                         .arg(info(protocol).name),
                     {removeFix(tr("Remove the HTTPS upgrade"), place.path())});
    }

private:
    static QString knownProtocols()
    {
        QStringList names;
        for (const ProtocolInfo &row : protocols())
            names.append(row.name);
        return names.join(", "_L1);
    }
};

} // namespace

Port readPort(const Place &place, DocumentFindings &findings)
{
    Port port;
    port.number = PortChecks::port(place.child("number"_L1), "port.number"_L1, findings).value_or(0);
    port.protocol = PortChecks::protocol(place.child("protocol"_L1), findings);
    port.name = PortChecks::portName(place.child("name"_L1), findings);
    port.targetPort = PortChecks::port(place.child("targetPort"_L1), "port.number"_L1, findings);
    return port;
}

std::optional<GatewayPort> readGatewayPort(const Place &place, DocumentFindings &findings)
{
    if (!place.isMap())
        return std::nullopt;
    GatewayPort port;
    const Place name = place.child("name"_L1);
    if (!name.text().value_or(QString()).isEmpty()) // an empty override overrides nothing
        port.name = readGatewayName(name, findings);
    port.port = PortChecks::port(place.child("port"_L1), "gateway-port.range"_L1, findings);
    return port;
}

std::optional<HttpsUpgrade> readUpgrade(const Place &place, std::optional<Protocol> protocol,
                                        DocumentFindings &findings)
{
    if (!place.isMap())
        return std::nullopt;
    HttpsUpgrade upgrade;
    upgrade.enabled = place.child("enabled"_L1).boolean().value_or(false);
    constexpr int defaultPort = 0;
    upgrade.port = PortChecks::port(place.child("port"_L1), "upgrade.port"_L1, findings, defaultPort);
    if (upgrade.enabled && protocol && info(*protocol).trafficClass != TrafficClass::Http)
        PortChecks::checkUpgradeProtocol(place, *protocol, findings);
    return upgrade;
}

QString readGatewayName(const Place &place, DocumentFindings &findings)
{
    const std::optional<QString> name = place.text();
    if (name)
        PortChecks::checkGatewayName(place, *name, findings);
    return name.value_or(QString());
}

} // namespace sallyport
