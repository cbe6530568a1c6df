// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/objectspec.h"

#include "core/routes/groups.h"
#include "core/routes/precedence.h"

#include <algorithm>
#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Collects, for every kind, which routes meet in which object. One pass over the table.
class Grouping
{
public:
    Grouping(const std::vector<EgressRoute> &routes, const Mesh &mesh)
        : m_routes(routes)
        , m_mesh(mesh)
        , m_clientHosts(routesInPrecedence(routes, mesh))
    {
        for (quint32 i = 0; i < routes.size(); ++i)
            add(i);
    }

    /// Once: the routes of the groups move into the specs.
    std::vector<ObjectSpec> specs(Names &names) &&;

private:
    struct GatewayHome {
        quint32 number = 0; ///< Of the namespace.
        QString namespaceName;
    };

    void add(quint32 i);
    const GatewayHome &homeOf(const EgressRoute &route);
    bool isUpgradedAndPlain(const EgressRoute &route) const;

    const std::vector<EgressRoute> &m_routes;
    const Mesh &m_mesh;
    QHash<quint32, GatewayHome> m_homes; ///< By the gateway's number.
    QStringList m_homeNames;
    Groups m_clientHosts; ///< client namespace, host; in order of precedence
    Groups m_clientGateways; ///< client namespace, gateway
    Groups m_gatewayHosts; ///< gateway namespace, host
    Groups m_upgradedHosts; ///< gateway namespace, host
    Groups m_doors; ///< gateway
    Groups m_wildcardDoors; ///< gateway, host
    Groups m_httpLegs; ///< gateway, host
    Groups m_l4Gateways; ///< gateway, client namespace
    Groups m_l4Legs; ///< gateway, client namespace, host, port: a mesh SNI
    Groups m_guards; ///< gateway
};

void Grouping::add(quint32 i)
{
    const EgressRoute &route = m_routes[i];
    const quint32 home = homeOf(route).number;
    m_clientGateways.add({route.namespaceNumber, route.gatewayNumber}, i);
    m_gatewayHosts.add({home, route.hostNumber}, i);
    if (route.trafficClass == TrafficClass::Http) {
        m_httpLegs.add({route.gatewayNumber, route.hostNumber}, i);
        if (isWildcard(route.host))
            m_wildcardDoors.add({route.gatewayNumber, route.hostNumber}, i);
        else
            m_doors.add({route.gatewayNumber}, i);
        if (route.upgradePort)
            m_upgradedHosts.add({home, route.hostNumber}, i);
    } else {
        m_l4Gateways.add({route.gatewayNumber, route.namespaceNumber}, i);
        m_l4Legs.add({route.gatewayNumber, route.namespaceNumber, route.hostNumber, quint32(route.port)}, i);
        m_guards.add({route.gatewayNumber}, i);
    }
}

const Grouping::GatewayHome &Grouping::homeOf(const EgressRoute &route)
{
    GatewayHome &home = m_homes[route.gatewayNumber];
    if (home.number == 0) {
        home.namespaceName = m_mesh.gateway(route.gateway).namespaceName;
        if (!m_homeNames.contains(home.namespaceName))
            m_homeNames.append(home.namespaceName);
        home.number = quint32(m_homeNames.indexOf(home.namespaceName)) + 1;
    }
    return home;
}

bool Grouping::isUpgradedAndPlain(const EgressRoute &route) const
{
    const Meeting host{m_homes.constFind(route.gatewayNumber)->number, route.hostNumber};
    if (!m_upgradedHosts.find(host))
        return false;
    const std::vector<quint32> &all = *m_gatewayHosts.find(host);
    return std::any_of(all.begin(), all.end(), [this](quint32 i) {
        return m_routes[i].trafficClass == TrafficClass::Http && !m_routes[i].upgradePort;
    });
}

std::vector<ObjectSpec> Grouping::specs(Names &names) &&
{
    std::vector<ObjectSpec> specs;
    specs.reserve(4 * m_routes.size());
    // the names of a group are those of any of its routes
    const auto collect = [&](Groups &groups, ObjectKind kind, auto describe, bool isLast = true) {
        for (auto &[key, routes] : groups) {
            const EgressRoute &route = m_routes[routes.front()];
            specs.push_back(describe(route, m_homes.constFind(route.gatewayNumber)->namespaceName));
            specs.back().kind = kind;
            if (isLast)
                specs.back().routes = std::move(routes);
            else
                specs.back().routes = routes;
        }
    };
    using Spec = ObjectSpec;
    collect(m_guards, ObjectKind::Guard, [](const EgressRoute &r, const QString &home) {
        return Spec{.namespaceName = home, .name = guardName(r.gateway), .gateway = r.gateway};
    });
    collect(m_upgradedHosts, ObjectKind::UpgradeDestinationRule, [&](const EgressRoute &r, const QString &home) {
        return Spec{.namespaceName = home,
                    .name = names.upgrade(r.host),
                    .host = r.host,
                    .upgradedAndPlain = isUpgradedAndPlain(r)};
    });
    collect(m_httpLegs, ObjectKind::GatewayLeg, [&](const EgressRoute &r, const QString &home) {
        return Spec{.namespaceName = home,
                    .name = names.gatewayLeg(r.gateway, r.host),
                    .gateway = r.gateway,
                    .host = r.host,
                    .upgradedAndPlain = isUpgradedAndPlain(r)};
    });
    // after those that ask which routes a host has at its gateways
    collect(m_gatewayHosts, ObjectKind::GatewayServiceEntry, [&](const EgressRoute &r, const QString &home) {
        return Spec{.namespaceName = home, .name = names.clientHost(r.host), .host = r.host};
    });
    collect(m_l4Legs, ObjectKind::L4GatewayLeg, [&](const EgressRoute &r, const QString &home) {
        const QString sni = l4MeshSni(r);
        return Spec{.namespaceName = home, .name = names.gatewayLeg(r.gateway, sni), .gateway = r.gateway, .host = sni};
    });
    collect(m_doors, ObjectKind::Door, [](const EgressRoute &r, const QString &home) {
        return Spec{.namespaceName = home, .name = perGateway(r.gateway), .gateway = r.gateway};
    });
    collect(m_wildcardDoors, ObjectKind::WildcardDoor, [&](const EgressRoute &r, const QString &home) {
        return Spec{
            .namespaceName = home, .name = names.wildcardDoor(r.gateway, r.host), .gateway = r.gateway, .host = r.host};
    });
    collect(m_l4Gateways, ObjectKind::L4Gateway, [&](const EgressRoute &r, const QString &home) {
        return Spec{.namespaceName = home,
                    .name = names.l4Gateway(r.gateway, r.clientNamespace),
                    .gateway = r.gateway,
                    .clientNamespace = r.clientNamespace};
    });
    collect(m_clientGateways, ObjectKind::ClientDestinationRule, [](const EgressRoute &r, const QString &) {
        return Spec{.namespaceName = r.clientNamespace,
                    .name = perGateway(r.gateway),
                    .gateway = r.gateway,
                    .clientNamespace = r.clientNamespace};
    });
    const auto describeClientHost = [&](const EgressRoute &r, const QString &) {
        return Spec{.namespaceName = r.clientNamespace,
                    .name = names.clientHost(r.host),
                    .host = r.host,
                    .clientNamespace = r.clientNamespace};
    };
    collect(m_clientHosts, ObjectKind::ClientServiceEntry, describeClientHost, false);
    collect(m_clientHosts, ObjectKind::MeshLeg, describeClientHost);
    return specs;
}

} // namespace

QString kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Guard:
        return u"AuthorizationPolicy"_s;
    case ObjectKind::GatewayServiceEntry:
    case ObjectKind::ClientServiceEntry:
        return u"ServiceEntry"_s;
    case ObjectKind::UpgradeDestinationRule:
    case ObjectKind::ClientDestinationRule:
        return u"DestinationRule"_s;
    case ObjectKind::GatewayLeg:
    case ObjectKind::L4GatewayLeg:
    case ObjectKind::MeshLeg:
        return u"VirtualService"_s;
    case ObjectKind::Door:
    case ObjectKind::WildcardDoor:
    case ObjectKind::L4Gateway:
        return u"Gateway"_s;
    }
    return {};
}

int outputRank(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Guard:
        return 0;
    case ObjectKind::GatewayServiceEntry:
        return 1;
    case ObjectKind::UpgradeDestinationRule:
        return 2;
    case ObjectKind::GatewayLeg:
    case ObjectKind::L4GatewayLeg:
        return 3;
    case ObjectKind::Door:
    case ObjectKind::WildcardDoor:
    case ObjectKind::L4Gateway:
        return 4;
    case ObjectKind::ClientDestinationRule:
        return 5;
    case ObjectKind::ClientServiceEntry:
        return 6;
    case ObjectKind::MeshLeg:
        return 7;
    }
    return 8;
}

std::vector<ObjectSpec> objectSpecs(const std::vector<EgressRoute> &routes, const Mesh &mesh, Names &names)
{
    std::vector<ObjectSpec> specs = Grouping(routes, mesh).specs(names);
    // the order of namespaces and kinds as one number each, so that most comparisons touch no string; and pointers are sorted, because
    // moving a spec costs more than comparing two
    struct Place {
        quint64 group;
        ObjectSpec *spec;
    };
    std::map<QString, quint64> namespaces;
    for (const ObjectSpec &spec : specs)
        namespaces.emplace(spec.namespaceName, 0);
    quint64 position = 0;
    for (auto &[name, number] : namespaces)
        number = ++position;
    std::vector<Place> order;
    order.reserve(specs.size());
    for (ObjectSpec &spec : specs) {
        const quint64 isClients = outputRank(spec.kind) >= outputRank(ObjectKind::ClientDestinationRule) ? 1 : 0;
        order.push_back(
            {(isClients << 48) | (namespaces[spec.namespaceName] << 8) | quint64(outputRank(spec.kind)), &spec});
    }
    std::sort(order.begin(), order.end(), [](const Place &a, const Place &b) {
        return a.group != b.group ? a.group < b.group : a.spec->name < b.spec->name;
    });
    std::vector<ObjectSpec> sorted;
    sorted.reserve(specs.size());
    for (const Place &place : order)
        sorted.push_back(std::move(*place.spec));
    return sorted;
}

} // namespace sallyport
