// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/withdrawal.h"

#include "core/istio/names.h"

#include <algorithm>
#include <optional>
#include <set>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

/// Where a gateway takes one host's requests: there, all of them go to one port of the host.
struct Place {
    QString service; ///< The gateway's host name.
    int gatewayPort = 0;
    QString host; ///< Its slug: that of the wildcard where the route is a wildcard's.
    bool operator==(const Place &) const = default;
    friend size_t qHash(const Place &place, size_t seed = 0)
    {
        return qHashMulti(seed, place.service, place.gatewayPort, place.host);
    }
};

/// One `http` route of a client's VirtualService.
struct ClientRoute {
    Place place;
    int clientPort = 0;
};

bool isClientRouting(const Manifest &manifest, const GatewayNamespaces &gateways)
{
    return manifest.ref.kind == "VirtualService"_L1 && sideOf(manifest.ref, gateways) == Side::Client;
}

/// Nothing where the route answers by itself.
std::optional<ClientRoute> clientRoute(const Value &route, const QString &ownSlug)
{
    const Value &destination = route[u"route"][0][u"destination"];
    if (!destination.isMap())
        return std::nullopt;
    // The subset is http or http2 for the VirtualService's own host, and has the wildcard's slug behind that for a wildcard's route.
    const QString subset = destination[u"subset"].text();
    const qsizetype dash = subset.indexOf(u'-');
    return ClientRoute{{destination[u"host"].text(), int(destination[u"port"][u"number"].toInt()),
                        dash < 0 ? ownSlug : subset.mid(dash + 1)},
                       int(route[u"match"][0][u"port"].toInt())};
}

using PortsByPlace = QHash<Place, std::set<int>>;

PortsByPlace portsByPlace(const ManifestSet &set, const GatewayNamespaces &gateways)
{
    PortsByPlace ports;
    for (const Manifest &manifest : set) {
        if (!isClientRouting(manifest, gateways))
            continue;
        const QString own = slug({manifest.spec()[u"hosts"][0].text()});
        for (const Member &route : manifest.spec()[u"http"].members()) {
            if (const std::optional<ClientRoute> found = clientRoute(route.value, own))
                ports[found->place].insert(found->clientPort);
        }
    }
    return ports;
}

/// Service host name -> name of the gateway, as the clients' DestinationRules have it.
QHash<QString, QString> gatewayNames(const ManifestSet &live, const ManifestSet &wanted,
                                     const GatewayNamespaces &gateways)
{
    QHash<QString, QString> names;
    for (const ManifestSet *set : {&live, &wanted}) {
        for (const Manifest &manifest : *set) {
            if (manifest.ref.kind == "DestinationRule"_L1 && sideOf(manifest.ref, gateways) == Side::Client
                && manifest.ref.name.startsWith("egp-"_L1))
                names.insert(manifest.spec()[u"host"].text(), manifest.ref.name.mid(4));
        }
    }
    return names;
}

/// The wanted VirtualService that would route a host in a namespace: the host's own, or that of the narrowest wildcard over it.
const Manifest *routingOf(const ManifestSet &wanted, const QString &namespaceName, const QString &host)
{
    const Manifest *best = nullptr;
    for (const Manifest &manifest : wanted) {
        if (manifest.ref.kind != "VirtualService"_L1 || manifest.ref.namespaceName != namespaceName)
            continue;
        const QString pattern = manifest.spec()[u"hosts"][0].text();
        if (pattern == host)
            return &manifest;
        if (covers(pattern, host) && (!best || best->spec()[u"hosts"][0].text().size() < pattern.size()))
            best = &manifest;
    }
    return best;
}

/// The wanted routes of these client ports whose places are free.
Value detours(const Manifest *wanted, const std::set<int> &clientPorts, const QHash<Place, int> &contested)
{
    Value routes = Value::list();
    if (!wanted)
        return routes;
    const QString own = slug({wanted->spec()[u"hosts"][0].text()});
    for (const Member &route : wanted->spec()[u"http"].members()) {
        const std::optional<ClientRoute> found = clientRoute(route.value, own);
        if (found && clientPorts.contains(found->clientPort) && !contested.contains(found->place))
            routes.append(route.value);
    }
    return routes;
}

/// Takes out what is in the way.
class Withdrawer
{
public:
    Withdrawer(const ManifestSet &wanted, const QHash<Place, int> &contested)
        : m_wanted(wanted)
        , m_contested(contested)
    {
    }

    void withdraw(const Manifest &live, Withdrawal &result) const
    {
        const QString host = live.spec()[u"hosts"][0].text();
        const QString own = slug({host});
        std::set<int> withdrawn;
        Value left = Value::list();
        for (const Member &route : live.spec()[u"http"].members()) {
            const std::optional<ClientRoute> found = clientRoute(route.value, own);
            if (found && m_contested.value(found->place, found->clientPort) != found->clientPort)
                withdrawn.insert(found->clientPort);
            else
                left.append(route.value);
        }
        if (withdrawn.empty())
            return;
        Value routes = detours(routingOf(m_wanted, live.ref.namespaceName, host), withdrawn, m_contested);
        result.detours = result.detours || !routes.isEmpty();
        for (const Member &route : left.members()) {
            const auto &known = routes.members();
            if (std::none_of(known.begin(), known.end(), [&](const Member &r) { return r.value == route.value; }))
                routes.append(route.value);
        }
        Value object = withoutServerFields(*live.value);
        object.find(u"spec")->set(u"http"_s, std::move(routes));
        result.clients.push_back({live.ref, std::make_shared<const Value>(std::move(object))});
    }

private:
    const ManifestSet &m_wanted;
    const QHash<Place, int> &m_contested;
};

/// Places where both states together have more than one port, with the wanted one.
QHash<Place, int> contestedPlaces(const PortsByPlace &live, const PortsByPlace &wanted)
{
    QHash<Place, int> contested;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const int port = *it->begin(); // one: more would be a conflict of the policy
        const std::set<int> there = live.value(it.key());
        if (std::any_of(there.begin(), there.end(), [port](int other) { return other != port; }))
            contested.insert(it.key(), port);
    }
    return contested;
}

} // namespace

Withdrawal withdrawalOf(const ManifestSet &live, const ManifestSet &wanted, const GatewayNamespaces &gateways)
{
    const QHash<Place, int> contested = contestedPlaces(portsByPlace(live, gateways), portsByPlace(wanted, gateways));
    Withdrawal withdrawal;
    if (contested.isEmpty())
        return withdrawal;
    const Withdrawer withdrawer(wanted, contested);
    for (const Manifest &manifest : live) {
        if (isClientRouting(manifest, gateways))
            withdrawer.withdraw(manifest, withdrawal);
    }
    const QHash<QString, QString> names = gatewayNames(live, wanted, gateways);
    Names objectNames;
    for (const Manifest &manifest : wanted) {
        if (manifest.ref.kind != "VirtualService"_L1 || sideOf(manifest.ref, gateways) == Side::Client)
            continue;
        const QString host = manifest.spec()[u"hosts"][0].text();
        for (auto it = contested.begin(); it != contested.end(); ++it) {
            if (it.key().host == slug({host})
                && objectNames.gatewayLeg(names.value(it.key().service), host) == manifest.ref.name)
                withdrawal.contested[manifest.key()].insert(it.key().gatewayPort);
        }
    }
    return withdrawal;
}

} // namespace sallyport::kube
