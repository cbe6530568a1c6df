// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/objectspec.h"

#include "core/routes/coverage.h"
#include "core/routes/groups.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using Pair = std::pair<QString, QString>;

/// Collects, for every kind, which routes meet in which object. One pass over the table.
class Grouping
{
public:
    Grouping(const std::vector<EgressRoute> &routes, const Mesh &mesh)
        : m_routes(routes)
        , m_mesh(mesh)
    {
        for (quint32 i = 0; i < routes.size(); ++i)
            add(i);
        carryWildcards();
    }

    std::vector<ObjectSpec> specs(Names &names) const;

private:
    void add(quint32 i);
    void carryWildcards();
    void dropImpliedInTheWay(std::vector<quint32> &routes) const;
    bool precedes(quint32 a, quint32 b, const QString &host) const;
    const QString &gatewayNamespace(const QString &gateway);

    const std::vector<EgressRoute> &m_routes;
    const Mesh &m_mesh;
    QHash<QString, QString> m_gatewayNamespaces;
    Groups<Pair> m_clientHosts; ///< client namespace, host
    Groups<Pair> m_clientGateways; ///< client namespace, gateway
    Groups<Pair> m_gatewayHosts; ///< gateway namespace, host
    Groups<Pair> m_upgradedHosts; ///< gateway namespace, host
    Groups<QString> m_doors; ///< gateway
    Groups<Pair> m_wildcardDoors; ///< gateway, host
    Groups<Pair> m_httpLegs; ///< gateway, host
    Groups<Pair> m_l4Gateways; ///< gateway, client namespace
    Groups<Pair> m_l4Legs; ///< gateway, mesh SNI
    Groups<QString> m_guards; ///< gateway
};

void Grouping::add(quint32 i)
{
    const EgressRoute &route = m_routes[i];
    m_clientHosts.add({route.clientNamespace, route.host}, i);
    m_clientGateways.add({route.clientNamespace, route.gateway}, i);
    m_gatewayHosts.add({gatewayNamespace(route.gateway), route.host}, i);
    if (route.trafficClass == TrafficClass::Http) {
        m_httpLegs.add({route.gateway, route.host}, i);
        if (isWildcard(route.host))
            m_wildcardDoors.add({route.gateway, route.host}, i);
        else
            m_doors.add(route.gateway, i);
        if (route.upgradePort)
            m_upgradedHosts.add({gatewayNamespace(route.gateway), route.host}, i);
    } else {
        m_l4Gateways.add({route.gateway, route.clientNamespace}, i);
        m_l4Legs.add({route.gateway, l4MeshSni(route)}, i);
        m_guards.add(route.gateway, i);
    }
}

/// The sidecar sees only the most exact ServiceEntry of a name: so that an exact host, or a narrower wildcard, does not hide what a
/// wildcard over it allows, it carries the wildcard's routes after its own.
void Grouping::carryWildcards()
{
    const bool anyWildcard = std::any_of(m_routes.begin(), m_routes.end(), [](const EgressRoute &r) { return isWildcard(r.host); });
    const Groups<Pair> own = anyWildcard ? m_clientHosts : Groups<Pair>();
    for (auto &[key, routes] : m_clientHosts) {
        for (const QString &wildcard : anyWildcard ? coveringWildcards(key.second) : QStringList()) {
            if (const std::vector<quint32> *over = own.find({key.first, wildcard}))
                std::copy_if(over->begin(), over->end(), std::back_inserter(routes), [this](quint32 i) { return isKnownByName(m_routes[i], m_mesh); });
        }
        if (anyWildcard)
            dropImpliedInTheWay(routes);
        std::sort(routes.begin(), routes.end(), [this, host = key.second](quint32 a, quint32 b) { return precedes(a, b, host); });
    }
}

/// An implied route gives way to an explicit one of another class, also where they meet only through a wildcard.
void Grouping::dropImpliedInTheWay(std::vector<quint32> &routes) const
{
    const std::vector<quint32> all = routes;
    std::erase_if(routes, [&](quint32 implied) {
        return m_routes[implied].implied && std::any_of(all.begin(), all.end(), [&](quint32 other) {
            return m_routes[other].port == m_routes[implied].port && m_routes[other].trafficClass != m_routes[implied].trafficClass;
        });
    });
}

/// Own routes before those of wildcards, narrower wildcards before wider; explicit before implied; more labels before fewer; then policy order.
bool Grouping::precedes(quint32 a, quint32 b, const QString &host) const
{
    const auto rank = [&](quint32 i) {
        const EgressRoute &route = m_routes[i];
        const qsizetype distance = route.host == host ? 0 : 1000 - route.host.size();
        return std::tuple(distance, route.implied, -route.selector.size(), i);
    };
    return rank(a) < rank(b);
}

const QString &Grouping::gatewayNamespace(const QString &gateway)
{
    auto known = m_gatewayNamespaces.constFind(gateway);
    if (known == m_gatewayNamespaces.constEnd())
        known = m_gatewayNamespaces.insert(gateway, m_mesh.gateway(gateway).namespaceName);
    return *known;
}

std::vector<ObjectSpec> Grouping::specs(Names &names) const
{
    const auto home = [this](const QString &gateway) { return m_gatewayNamespaces.value(gateway); };
    std::vector<ObjectSpec> specs;
    for (const auto &[gateway, routes] : m_guards)
        specs.push_back({ObjectKind::Guard, home(gateway), guardName(gateway), gateway, {}, {}, routes});
    for (const auto &[key, routes] : m_gatewayHosts)
        specs.push_back({ObjectKind::GatewayServiceEntry, key.first, names.clientHost(key.second), {}, key.second, {}, routes});
    for (const auto &[key, routes] : m_upgradedHosts)
        specs.push_back({ObjectKind::UpgradeDestinationRule, key.first, names.upgrade(key.second), {}, key.second, {}, routes});
    for (const auto &[key, routes] : m_httpLegs)
        specs.push_back({ObjectKind::GatewayLeg, home(key.first), names.gatewayLeg(key.first, key.second), key.first, key.second, {}, routes});
    for (const auto &[key, routes] : m_l4Legs)
        specs.push_back({ObjectKind::L4GatewayLeg, home(key.first), names.gatewayLeg(key.first, key.second), key.first, key.second, {}, routes});
    for (const auto &[gateway, routes] : m_doors)
        specs.push_back({ObjectKind::Door, home(gateway), perGateway(gateway), gateway, {}, {}, routes});
    for (const auto &[key, routes] : m_wildcardDoors)
        specs.push_back({ObjectKind::WildcardDoor, home(key.first), names.wildcardDoor(key.first, key.second), key.first, key.second, {}, routes});
    for (const auto &[key, routes] : m_l4Gateways)
        specs.push_back({ObjectKind::L4Gateway, home(key.first), names.l4Gateway(key.first, key.second), key.first, {}, key.second, routes});
    for (const auto &[key, routes] : m_clientGateways)
        specs.push_back({ObjectKind::ClientDestinationRule, key.first, perGateway(key.second), key.second, {}, key.first, routes});
    for (const auto &[key, routes] : m_clientHosts) {
        specs.push_back({ObjectKind::ClientServiceEntry, key.first, names.clientHost(key.second), {}, key.second, key.first, routes});
        specs.push_back({ObjectKind::MeshLeg, key.first, names.clientHost(key.second), {}, key.second, key.first, routes});
    }
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
    const auto isClients = [](const ObjectSpec &spec) { return outputRank(spec.kind) >= outputRank(ObjectKind::ClientDestinationRule); };
    const auto precedes = [&](const ObjectSpec *a, const ObjectSpec *b) {
        if (isClients(*a) != isClients(*b))
            return isClients(*b);
        if (const int order = a->namespaceName.compare(b->namespaceName))
            return order < 0;
        if (outputRank(a->kind) != outputRank(b->kind))
            return outputRank(a->kind) < outputRank(b->kind);
        return a->name < b->name;
    };
    // pointers are sorted, because moving a spec costs more than comparing two
    std::vector<ObjectSpec *> order;
    order.reserve(specs.size());
    for (ObjectSpec &spec : specs)
        order.push_back(&spec);
    std::sort(order.begin(), order.end(), precedes);
    std::vector<ObjectSpec> sorted;
    sorted.reserve(specs.size());
    for (ObjectSpec *spec : order)
        sorted.push_back(std::move(*spec));
    return sorted;
}

} // namespace sallyport
