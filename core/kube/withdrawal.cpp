// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/withdrawal.h"

#include "core/istio/names.h"

#include <algorithm>
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

/// The object without those `http` routes; nothing where it has none of them.
std::optional<Value> withoutRoutes(const Manifest &manifest, const QHash<Place, int> &wantedPorts)
{
    const QString own = slug({manifest.spec()[u"hosts"][0].text()});
    Value left = Value::list();
    for (const Member &route : manifest.spec()[u"http"].members()) {
        const std::optional<ClientRoute> found = clientRoute(route.value, own);
        const auto wanted = found ? wantedPorts.constFind(found->place) : wantedPorts.constEnd();
        if (wanted == wantedPorts.constEnd() || *wanted == found->clientPort)
            left.append(route.value);
    }
    if (left.size() == manifest.spec()[u"http"].size())
        return std::nullopt;
    Value object = withoutServerFields(*manifest.value);
    object.find(u"spec")->set(u"http"_s, std::move(left));
    return object;
}

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
    for (const Manifest &manifest : live) {
        if (!isClientRouting(manifest, gateways))
            continue;
        if (std::optional<Value> left = withoutRoutes(manifest, contested))
            withdrawal.clients.push_back({manifest.ref, std::make_shared<const Value>(std::move(*left))});
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
                withdrawal.replaced[manifest.key()].insert(it.key().gatewayPort);
        }
    }
    return withdrawal;
}

} // namespace sallyport::kube
