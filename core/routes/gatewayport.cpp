// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/gatewayport.h"

#include "core/policy/findingcodes.h"
#include "core/routes/findinglist.h"
#include "core/routes/groups.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("GatewayPort", text);
}

/// How well a Service port's protocol suits a class: 0 is best, -1 not at all.
int suitability(const MeshGatewayPort &port, TrafficClass trafficClass)
{
    const bool http = port.protocol == "HTTP"_L1 || port.protocol == "HTTP2"_L1 || port.protocol == "GRPC"_L1;
    const bool tls = port.protocol == "HTTPS"_L1 || port.protocol == "TLS"_L1;
    if (port.plaintext)
        return -1;
    if (trafficClass == TrafficClass::Http)
        return http ? 0 : tls ? 1 : -1;
    return tls ? 0 : port.protocol == "TCP"_L1 ? 1 : http ? 2 : -1;
}

/// The ports of one gateway, best first, for each class.
struct PortChoice {
    MeshGateway gateway;
    QList<int> http;
    QList<int> l4;

    explicit PortChoice(const MeshGateway &of)
        : gateway(of)
        , http(inOrderOfPreference(TrafficClass::Http))
        , l4(inOrderOfPreference(TrafficClass::Tls))
    {
    }

    QList<int> inOrderOfPreference(TrafficClass trafficClass) const
    {
        QList<int> numbers;
        for (int wanted = 0; wanted <= 2; ++wanted) {
            for (const MeshGatewayPort &port : gateway.ports) {
                if (suitability(port, trafficClass) == wanted)
                    numbers.append(port.number);
            }
        }
        return numbers;
    }
};

/// Which HTTP port of a host has which gateway port: (gateway, host, gateway port) -> port.
using HttpPorts = QHash<Meeting, int>;

Meeting httpKey(const EgressRoute &route, int gatewayPort)
{
    return {route.gatewayNumber, route.hostNumber, quint32(gatewayPort)};
}

int choose(const EgressRoute &route, const PortChoice &choice, const HttpPorts &taken)
{
    if (route.trafficClass != TrafficClass::Http)
        return choice.l4.value(0);
    for (int number : choice.http) {
        if (taken.value(httpKey(route, number), route.port) == route.port)
            return number;
    }
    return 0;
}

Diagnostic noPortFinding(const EgressRoute &route, Target target)
{
    return finding(
        "gateway-port.absent"_L1, target == Target::Istio ? Severity::Error : Severity::Note,
        route.origin.ref(route.origin.toPath()),
        tr("Gateway %1 has no free port that suits %2 to port %3 of %4. This destination is left out; the others are compiled. Add a port "
           "to the gateway's Service and list it in the Mesh.")
            .arg(route.gateway, name(route.trafficClass))
            .arg(route.port)
            .arg(route.host));
}

/// A port that the policy names: is it there, and free? Nothing to say is the usual answer.
std::optional<Diagnostic> checkGivenPort(const EgressRoute &route, const MeshGateway &gateway, Target target)
{
    const FieldRef where = route.origin.ref(route.origin.toPath().child(u"byEgressGateway"_s).child(u"port"_s));
    const MeshGatewayPort *port = gateway.port(route.gatewayPort);
    if (port && port->plaintext) {
        return finding(
            "gateway-port.plaintext"_L1, target, where,
            tr("Port %1 of gateway %2 serves plaintext for another Gateway, so Istio would ignore our mutual TLS server on it. This "
               "destination is left out; the others are compiled. Choose another port, or none to have one chosen.")
                .arg(route.gatewayPort)
                .arg(route.gateway));
    }
    if (port)
        return std::nullopt;
    const QString service = gateway.namespaceName + u'/' + gateway.service;
    if (gateway.portsListed && target == Target::Istio) {
        return finding(
            "gateway-port.absent"_L1, Severity::Error, where,
            tr("Port %1 is not a port of Service %2 in the Mesh, so no request could reach it. This destination is left out; the others are "
               "compiled. Choose a listed port, or add it to the Service and the Mesh.")
                .arg(route.gatewayPort)
                .arg(service));
    }
    return finding(
        "gateway-port.absent"_L1, Severity::Warning, where,
        tr("Port %1 is not among the ports assumed of Service %2. It works only if the Service has it: list the Service's ports in a "
           "Mesh document to be sure.")
            .arg(route.gatewayPort)
            .arg(service));
}

/// Goes through the table once for the given ports and once for the missing ones.
class PortChooser
{
public:
    PortChooser(RouteTable &table, const Mesh &mesh, Target target)
        : m_table(table)
        , m_mesh(mesh)
        , m_target(target)
        , m_findings(table.findings)
    {
    }

    void run()
    {
        std::vector<char> dropped(m_table.routes.size(), 0);
        for (size_t i = 0; i < m_table.routes.size(); ++i)
            dropped[i] = m_table.routes[i].gatewayPort != 0 && !takeGiven(m_table.routes[i]);
        for (size_t i = 0; i < m_table.routes.size(); ++i) {
            if (m_table.routes[i].gatewayPort == 0)
                dropped[i] = !takeChosen(m_table.routes[i]);
        }
        size_t i = 0;
        std::erase_if(m_table.routes, [&](const EgressRoute &) { return dropped[i++] != 0; });
    }

private:
    const PortChoice &choiceOf(const EgressRoute &route)
    {
        const auto known = m_choices.find(route.gatewayNumber);
        return known != m_choices.end()
            ? known->second
            : m_choices.emplace(route.gatewayNumber, PortChoice(m_mesh.gateway(route.gateway))).first->second;
    }

    bool takeGiven(const EgressRoute &route)
    {
        bool usable = true;
        if (const auto problem = checkGivenPort(route, choiceOf(route).gateway, m_target)) {
            usable = problem->severity != Severity::Error;
            m_findings.add(*problem);
        }
        if (route.trafficClass == TrafficClass::Http)
            m_taken.insert(httpKey(route, route.gatewayPort), route.port);
        return usable;
    }

    bool takeChosen(EgressRoute &route)
    {
        route.gatewayPort = choose(route, choiceOf(route), m_taken);
        if (route.gatewayPort == 0) {
            m_findings.add(noPortFinding(route, m_target));
            return false;
        }
        if (route.trafficClass == TrafficClass::Http)
            m_taken.insert(httpKey(route, route.gatewayPort), route.port);
        return true;
    }

    RouteTable &m_table;
    const Mesh &m_mesh;
    Target m_target;
    std::map<quint32, PortChoice> m_choices; ///< By the gateway's number.
    HttpPorts m_taken;
    FindingList m_findings;
};

} // namespace

void chooseGatewayPorts(RouteTable &table, const Mesh &mesh, Target target)
{
    PortChooser(table, mesh, target).run();
}

} // namespace sallyport
