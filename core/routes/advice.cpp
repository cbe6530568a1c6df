// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/advice.h"

#include "core/policy/findingcodes.h"
#include "core/routes/coverage.h"
#include "core/routes/findinglist.h"
#include "core/routes/groups.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>
#include <set>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// With more routes than this in one (namespace, host, port), comparing each with each would be felt; such sets get no advice.
constexpr size_t comparableRoutes = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("Advice", text);
}

using RuleId = std::tuple<int, int, int>; ///< file, document, rule: document order

RuleId ruleOf(const EgressRoute &route)
{
    return {route.origin.document.file, route.origin.document.document, route.origin.rule};
}

/// The explicit routes of each (client namespace, host, port).
Groups neighboursOf(const RouteTable &table)
{
    Groups neighbours;
    for (quint32 i = 0; i < table.routes.size(); ++i) {
        const EgressRoute &route = table.routes[i];
        if (!route.implied)
            neighbours.add({route.namespaceNumber, route.hostNumber, quint32(route.port)}, i);
    }
    return neighbours;
}

/// True where `wide` lets everything through that `narrow` does, in the same way.
bool allowsAllOf(const EgressRoute &wide, const EgressRoute &narrow)
{
    return wide.trafficClass == narrow.trafficClass && wide.gateway == narrow.gateway
        && wide.gatewayPort == narrow.gatewayPort && wide.upgradePort == narrow.upgradePort
        && wide.targetPort == narrow.targetPort && info(wide.protocol).http2 == info(narrow.protocol).http2
        && selectsAllOf(wide.selector, narrow.selector);
}

class ShadowFinder
{
public:
    ShadowFinder(RouteTable &table, const Groups &neighbours)
        : m_table(table)
        , m_neighbours(neighbours)
    {
        for (const EgressRoute &route : table.routes) {
            if (isWildcard(route.host))
                m_wildcards.insert(route.host, route.hostNumber);
        }
    }

    /// For every rule the other rules that allow all of it.
    std::map<RuleId, std::set<RuleId>> run()
    {
        std::map<RuleId, std::set<RuleId>> allowedBy;
        for (const EgressRoute &route : m_table.routes) {
            if (route.implied)
                continue;
            const auto known = allowedBy.find(ruleOf(route));
            if (known != allowedBy.end() && known->second.empty())
                continue;
            const std::set<RuleId> rules = rulesThatAllow(route);
            if (known == allowedBy.end()) {
                allowedBy.emplace(ruleOf(route), rules);
            } else {
                std::erase_if(known->second, [&](const RuleId &rule) { return !rules.contains(rule); });
            }
        }
        return allowedBy;
    }

private:
    std::set<RuleId> rulesThatAllow(const EgressRoute &route) const
    {
        std::set<RuleId> rules;
        collect(route, route.hostNumber, rules);
        for (const QString &wildcard : m_wildcards.isEmpty() ? QStringList() : coveringWildcards(route.host)) {
            if (m_wildcards.contains(wildcard))
                collect(route, m_wildcards.value(wildcard), rules);
        }
        return rules;
    }

    void collect(const EgressRoute &route, quint32 hostNumber, std::set<RuleId> &rules) const
    {
        const std::vector<quint32> *found = m_neighbours.find({route.namespaceNumber, hostNumber, quint32(route.port)});
        if (!found || found->size() > comparableRoutes)
            return;
        for (quint32 i : *found) {
            const EgressRoute &other = m_table.routes[i];
            if (ruleOf(other) != ruleOf(route) && allowsAllOf(other, route))
                rules.insert(ruleOf(other));
        }
    }

    RouteTable &m_table;
    const Groups &m_neighbours;
    QHash<QString, quint32> m_wildcards;
};

FieldRef ruleRef(const RuleId &rule)
{
    const auto [file, document, index] = rule;
    RouteOrigin origin;
    origin.document = {file, document};
    origin.rule = index;
    return origin.ref(origin.rulePath());
}

void reportShadowed(RouteTable &table, const Groups &neighbours, Target target)
{
    const std::map<RuleId, std::set<RuleId>> allowedBy = ShadowFinder(table, neighbours).run();
    for (const auto &[rule, others] : allowedBy) {
        // of two rules that allow the same, only the later one is told so
        const auto proof = std::find_if(others.begin(), others.end(), [&, shadowed = rule](const RuleId &other) {
            return other < shadowed || !allowedBy.at(other).contains(shadowed);
        });
        if (proof == others.end())
            continue;
        Diagnostic shadowed = finding(
            "rule.shadowed"_L1, target, ruleRef(rule),
            tr("Rule %1 of the same workspace already allows all that this rule allows: it selects the same workloads or more, and "
               "reaches the same hosts and ports in the same way. This rule can go.")
                .arg(std::get<2>(*proof) + 1));
        shadowed.related = {ruleRef(*proof)};
        table.findings.append(std::move(shadowed));
    }
}

void reportOverlaps(RouteTable &table, const Groups &neighbours, Target target)
{
    FindingList findings(table.findings);
    for (const auto &[key, meeting] : neighbours) {
        for (size_t i = 1; i < meeting.size() && meeting.size() <= comparableRoutes; ++i) {
            for (size_t j = 0; j < i; ++j) {
                const EgressRoute &earlier = table.routes[meeting[j]];
                const EgressRoute &later = table.routes[meeting[i]];
                if (earlier.gateway == later.gateway || !canSelectOnePod(earlier.selector, later.selector))
                    continue;
                const bool laterWins = later.selector.size() > earlier.selector.size();
                const EgressRoute &winner = laterWins ? later : earlier;
                const EgressRoute &loser = laterWins ? earlier : later;
                Diagnostic overlap = finding(
                    "source.overlap"_L1, target, loser.origin.ref(loser.origin.fromPath()),
                    tr("Some workload of namespace %1 may be selected by this rule, through gateway %2, and by rule %3, through gateway %4, "
                       "for port %5 of %6. Its traffic takes gateway %4: the selector with more labels wins, then the earlier rule.")
                        .arg(loser.clientNamespace, loser.gateway)
                        .arg(winner.origin.rule + 1)
                        .arg(winner.gateway)
                        .arg(loser.port)
                        .arg(loser.host));
                overlap.related = {winner.origin.ref(winner.origin.fromPath())};
                findings.add(std::move(overlap));
            }
        }
    }
}

void reportServerFirst(RouteTable &table, Target target)
{
    FindingList findings(table.findings);
    for (const EgressRoute &route : table.routes) {
        if (route.trafficClass != TrafficClass::Tcp)
            continue;
        findings.add(finding(
            "guard.server-first"_L1, target, route.origin.ref(route.origin.toPath()),
            tr("The gateway's guard decides on the first bytes of a client. Where %1 speaks first, as many databases do, a workload that is "
               "denied may still see the host's greeting; nothing it sends gets through.")
                .arg(route.host)));
    }
}

} // namespace

void advise(RouteTable &table, Target target)
{
    const Groups neighbours = neighboursOf(table);
    reportOverlaps(table, neighbours, target);
    reportShadowed(table, neighbours, target);
    reportServerFirst(table, target);
}

} // namespace sallyport
