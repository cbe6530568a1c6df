// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/access.h"

#include "core/routes/coverage.h"
#include "core/routes/labelset.h"
#include "core/routes/precedence.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace sallyport {

namespace {

/// The part of a host's routes that one request can meet.
using PortAndClass = std::pair<int, TrafficClass>;

/// Routes of one host, port and class, in the order in which they are tried: the first that selects the workload decides.
using Decisions = std::vector<const EgressRoute *>;
using HostDecisions = std::map<PortAndClass, Decisions>;

bool leadsTheSameWay(const EgressRoute &a, const EgressRoute &b)
{
    return a.gateway == b.gateway && a.dialledPort() == b.dialledPort();
}

/// True where a later decision would decide the same for all workloads of `decisions[i]`, so that the earlier one says nothing new.
bool isRepeatedLater(const Decisions &decisions, size_t i)
{
    for (size_t j = i + 1; j < decisions.size(); ++j) {
        const bool same = leadsTheSameWay(*decisions[i], *decisions[j]);
        if (same && selectsAllOf(decisions[j]->selector, decisions[i]->selector))
            return true;
        if (!same && canSelectOnePod(decisions[i]->selector, decisions[j]->selector))
            return false;
    }
    return false;
}

void dropRepeated(Decisions &decisions)
{
    Decisions kept;
    for (size_t i = 0; i < decisions.size(); ++i) {
        if (!isRepeatedLater(decisions, i))
            kept.push_back(decisions[i]);
    }
    decisions = std::move(kept);
}

/// What one client namespace may reach, by host pattern.
class NamespaceAccess
{
public:
    void add(const QString &host, HostDecisions decisions) { m_hosts.insert(host, std::move(decisions)); }

    QStringList hosts() const { return m_hosts.keys(); }

    /// What decides for hosts of this pattern: its own entry, else that of the narrowest wildcard over it; null where nothing does.
    const HostDecisions *decisionsFor(const QString &host) const
    {
        const auto own = m_hosts.constFind(host);
        if (own != m_hosts.constEnd())
            return &*own;
        for (const QString &wildcard : coveringWildcards(host)) {
            const auto over = m_hosts.constFind(wildcard);
            if (over != m_hosts.constEnd())
                return &*over;
        }
        return nullptr;
    }

private:
    QHash<QString, HostDecisions> m_hosts;
};

using Namespaces = QMap<QString, NamespaceAccess>;

Namespaces namespacesOf(const AccessInput &input)
{
    Namespaces namespaces;
    const std::vector<EgressRoute> &routes = input.table.routes;
    for (const auto &[key, group] : routesInPrecedence(routes, input.mesh)) {
        HostDecisions decisions;
        for (quint32 i : group)
            decisions[{routes[i].port, routes[i].trafficClass}].push_back(&routes[i]);
        for (auto &[portAndClass, list] : decisions)
            dropRepeated(list);
        const EgressRoute &own = routes[group.front()];
        namespaces[own.clientNamespace].add(own.host, std::move(decisions));
    }
    return namespaces;
}

/// Workloads whose traffic a route decides, and the hosts below a wildcard for which that does not hold.
struct Piece {
    LabelSet workloads;
    const EgressRoute *route = nullptr;
    QStringList exceptHosts;

    bool saysTheSameAs(const Piece &other) const
    {
        return workloads == other.workloads && route->port == other.route->port
            && route->trafficClass == other.route->trafficClass && leadsTheSameWay(*route, *other.route);
    }
};
using Pieces = std::vector<Piece>;

/// Of the workloads, those that `others` does not send the way of the route.
void addDifference(Pieces &pieces, const LabelSet &workloads, const EgressRoute *route, const Decisions &others)
{
    const bool meets = std::any_of(others.begin(), others.end(), [&](const EgressRoute *other) {
        return leadsTheSameWay(*route, *other) && intersected(workloads, other->selector);
    });
    if (!meets) {
        pieces.push_back({workloads, route, {}});
        return;
    }
    std::optional<LabelSet> rest = workloads;
    for (const EgressRoute *other : others) {
        const std::optional<LabelSet> decided = intersected(*rest, other->selector);
        if (decided && !leadsTheSameWay(*route, *other))
            pieces.push_back({*decided, route, {}});
        rest = without(*rest, other->selector);
        if (!rest)
            return;
    }
    pieces.push_back({*rest, route, {}});
}

/// What `mine` allows and `others` does not, for one host.
Pieces difference(const HostDecisions *mine, const HostDecisions *others)
{
    static const Decisions none;
    Pieces pieces;
    if (!mine)
        return pieces;
    for (const auto &[portAndClass, decisions] : *mine) {
        const auto found = others ? others->find(portAndClass) : HostDecisions::const_iterator();
        const Decisions &against = others && found != others->end() ? found->second : none;
        for (size_t i = 0; i < decisions.size(); ++i) {
            std::optional<LabelSet> workloads = selectedBy(decisions[i]->selector);
            for (size_t earlier = 0; earlier < i && workloads; ++earlier)
                workloads = without(*workloads, decisions[earlier]->selector);
            if (workloads)
                addDifference(pieces, *workloads, decisions[i], against);
        }
    }
    return pieces;
}

/// The hosts of a namespace with the pieces of each, which hold only where no narrower pattern of the list does.
class HostTree
{
public:
    explicit HostTree(const QStringList &hosts)
        : m_hosts(hosts)
    {
        // what lies below a wildcard comes before it
        std::sort(m_hosts.begin(), m_hosts.end(), [](const QString &a, const QString &b) {
            return std::tuple(-suffixLength(a), a) < std::tuple(-suffixLength(b), b);
        });
        const QSet<QString> all(hosts.begin(), hosts.end());
        const bool hasWildcards =
            std::any_of(hosts.begin(), hosts.end(), [](const QString &h) { return isWildcard(h); });
        for (const QString &host : hasWildcards ? m_hosts : QStringList()) {
            const QStringList over = coveringWildcards(host);
            const auto parent =
                std::find_if(over.begin(), over.end(), [&](const QString &h) { return all.contains(h); });
            if (parent != over.end())
                m_children[*parent].append(host);
        }
    }

    const QStringList &hosts() const { return m_hosts; }
    Pieces &operator[](const QString &host) { return m_pieces[host]; }

    /// Lets a wildcard's piece speak for the hosts below that say the same, and names those that do not as exceptions.
    void merge()
    {
        for (const QString &host : m_hosts) {
            for (const QString &child : m_children.value(host)) {
                for (Piece &piece : m_pieces[host])
                    takeOver(piece, child);
            }
        }
    }

private:
    static qsizetype suffixLength(const QString &host) { return host.size() - (isWildcard(host) ? 2 : 0); }

    void takeOver(Piece &piece, const QString &child)
    {
        Pieces &below = m_pieces[child];
        const auto same =
            std::find_if(below.begin(), below.end(), [&](const Piece &other) { return other.saysTheSameAs(piece); });
        if (same == below.end()) {
            piece.exceptHosts.append(child);
        } else {
            piece.exceptHosts.append(same->exceptHosts);
            below.erase(same);
        }
    }

    QStringList m_hosts;
    QHash<QString, QStringList> m_children;
    QHash<QString, Pieces> m_pieces;
};

void addAccess(std::vector<Access> &list, const QString &host, Piece piece)
{
    piece.exceptHosts.sort();
    list.push_back({.namespaceName = piece.route->clientNamespace,
                    .selector = piece.workloads.selector,
                    .exceptSelectors = piece.workloads.except,
                    .host = host,
                    .exceptHosts = piece.exceptHosts,
                    .port = piece.route->port,
                    .trafficClass = piece.route->trafficClass,
                    .gateway = piece.route->gateway,
                    .dialledPort = piece.route->dialledPort(),
                    .origin = piece.route->origin});
}

void addNamespaceDifference(std::vector<Access> &list, const NamespaceAccess &mine, const NamespaceAccess &others)
{
    QStringList hosts = mine.hosts() + others.hosts();
    hosts.removeDuplicates();
    HostTree tree(hosts);
    for (const QString &host : tree.hosts())
        tree[host] = difference(mine.decisionsFor(host), others.decisionsFor(host));
    tree.merge();
    for (const QString &host : tree.hosts()) {
        for (const Piece &piece : tree[host])
            addAccess(list, host, piece);
    }
}

auto orderOf(const Access &access)
{
    return std::tie(access.namespaceName, access.host, access.port, access.trafficClass, access.selector,
                    access.exceptSelectors, access.gateway, access.dialledPort);
}

/// What `mine` allows and `others` does not.
std::vector<Access> onlyIn(const Namespaces &mine, const Namespaces &others)
{
    std::vector<Access> list;
    for (auto it = mine.begin(); it != mine.end(); ++it)
        addNamespaceDifference(list, it.value(), others.value(it.key()));
    std::sort(list.begin(), list.end(), [](const Access &a, const Access &b) { return orderOf(a) < orderOf(b); });
    return list;
}

} // namespace

bool Access::sameAs(const Access &other) const
{
    return orderOf(*this) == orderOf(other) && exceptHosts == other.exceptHosts;
}

AccessDiff accessDiff(const AccessInput &before, const AccessInput &after)
{
    const Namespaces old = namespacesOf(before);
    const Namespaces now = namespacesOf(after);
    return {.newlyAllowed = onlyIn(now, old), .noLongerAllowed = onlyIn(old, now)};
}

std::vector<Access> accessOf(const AccessInput &input)
{
    return onlyIn(namespacesOf(input), {});
}

} // namespace sallyport
