// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/precedence.h"

#include "core/routes/coverage.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sallyport {

namespace {

using Routes = std::vector<EgressRoute>;

QHash<QString, quint32> wildcardNumbers(const Routes &routes)
{
    QHash<QString, quint32> wildcards;
    for (const EgressRoute &route : routes) {
        if (isWildcard(route.host))
            wildcards.insert(route.host, route.hostNumber);
    }
    return wildcards;
}

/// An implied route gives way to an explicit one of another class, also where they meet only through a wildcard.
void dropImpliedInTheWay(std::vector<quint32> &group, const Routes &routes)
{
    const std::vector<quint32> all = group;
    std::erase_if(group, [&](quint32 implied) {
        return routes[implied].implied && std::any_of(all.begin(), all.end(), [&](quint32 other) {
                   return routes[other].port == routes[implied].port
                       && routes[other].trafficClass != routes[implied].trafficClass;
               });
    });
}

auto rank(const EgressRoute &route, quint32 index, const QString &host)
{
    const qsizetype distance = route.host == host ? 0 : 1000 - route.host.size();
    return std::tuple(distance, route.implied, -route.selector.size(), index);
}

} // namespace

Groups routesInPrecedence(const Routes &routes, const Mesh &mesh)
{
    Groups groups;
    for (quint32 i = 0; i < routes.size(); ++i)
        groups.add({routes[i].namespaceNumber, routes[i].hostNumber}, i);

    const QHash<QString, quint32> wildcards = wildcardNumbers(routes);
    const Groups own = wildcards.isEmpty() ? Groups() : groups;
    for (auto &[key, group] : groups) {
        const QString host = routes[group.front()].host;
        for (const QString &wildcard : wildcards.isEmpty() ? QStringList() : coveringWildcards(host)) {
            const quint32 number = wildcards.value(wildcard);
            if (const std::vector<quint32> *over = number ? own.find({key.first, number}) : nullptr)
                std::copy_if(over->begin(), over->end(), std::back_inserter(group),
                             [&](quint32 i) { return isKnownByName(routes[i], mesh); });
        }
        if (!wildcards.isEmpty())
            dropImpliedInTheWay(group, routes);
        if (group.size() > 1)
            std::sort(group.begin(), group.end(),
                      [&](quint32 a, quint32 b) { return rank(routes[a], a, host) < rank(routes[b], b, host); });
    }
    return groups;
}

} // namespace sallyport
