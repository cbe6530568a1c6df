// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/transition.h"

#include "core/kube/withdrawal.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

/// Position of an object in the order of output: what others lean on comes first.
enum Rank {
    GuardRank,
    GatewayServiceEntryRank,
    GatewayDestinationRuleRank,
    GatewayLegRank,
    GatewayRank,
    ClientDestinationRuleRank,
    ClientServiceEntryRank,
    RoutingRank, ///< VirtualServices of clients; and whatever replaces a whole policy at once (ASM's resource).
    RankCount,
};

Rank rankOf(const ObjectRef &ref, const GatewayNamespaces &gateways)
{
    const bool atGateway = sideOf(ref, gateways) == Side::Gateway;
    if (ref.kind == "AuthorizationPolicy"_L1)
        return GuardRank;
    if (ref.kind == "ServiceEntry"_L1)
        return atGateway ? GatewayServiceEntryRank : ClientServiceEntryRank;
    if (ref.kind == "DestinationRule"_L1)
        return atGateway ? GatewayDestinationRuleRank : ClientDestinationRuleRank;
    if (ref.kind == "VirtualService"_L1)
        return atGateway ? GatewayLegRank : RoutingRank;
    return ref.kind == "Gateway"_L1 ? GatewayRank : RoutingRank;
}

bool isL4Protocol(const QString &protocol)
{
    return !protocol.startsWith("HTTP"_L1) && !protocol.startsWith("GRPC"_L1);
}

/// How wide a VirtualService of a client reaches: one of a wildcard also routes names whose own one is not there yet, or is gone.
qsizetype breadth(const Manifest &manifest)
{
    const QString host = manifest.spec()[u"hosts"][0].text();
    return host.startsWith(u'*') ? 1000 - host.size() : 0;
}

/// Port numbers of a ServiceEntry that change between TLS and other TCP.
QSet<int> changedL4Ports(const Value &live, const Value &wanted)
{
    QSet<int> changed;
    for (const Member &port : wanted[u"spec"][u"ports"].members()) {
        for (const Member &there : live[u"spec"][u"ports"].members()) {
            const QString before = there.value[u"protocol"].text();
            const QString after = port.value[u"protocol"].text();
            if (there.value[u"number"] == port.value[u"number"] && before != after && isL4Protocol(before)
                && isL4Protocol(after) && (before == "TLS"_L1 || after == "TLS"_L1))
                changed.insert(int(port.value[u"number"].toInt()));
        }
    }
    return changed;
}

/// The live VirtualService with the wanted `tls` and `tcp` routes of these ports behind its own.
Value withRoutesOf(const QSet<int> &ports, Value live, const Value &wanted)
{
    Value *spec = live.find(u"spec");
    for (const QString &list : {u"tcp"_s, u"tls"_s}) {
        for (const Member &route : wanted[u"spec"][list].members()) {
            if (!ports.contains(int(route.value[u"match"][0][u"port"].toInt())))
                continue;
            Value *routes = spec->find(list);
            if (!routes)
                routes = &spec->set(list, Value::list());
            const auto &there = routes->members();
            if (std::none_of(there.begin(), there.end(), [&](const Member &r) { return r.value == route.value; }))
                routes->append(route.value);
        }
    }
    return live;
}

/// Follows the objects through the phases and keeps the writes that change one.
class Planner
{
public:
    Planner(const ManifestSet &live, const ManifestSet &wanted, const GatewayNamespaces &gateways);

    std::vector<Step> steps() &&;

private:
    using Value_p = std::shared_ptr<const Value>;

    void withdraw();
    void expandGateways(bool contestedStayLive);
    void expand();
    void contract();
    void expandRank(Rank rank, bool contestedStayLive = false);
    void writeBothL4Routes();
    void takeWantedForm(Phase phase, Rank rank);
    void removeUnwanted(Rank rank);
    void write(const ObjectRef &ref, Value_p value);
    void endStep(Phase phase);
    void wait() { m_wait = m_wait || !m_steps.empty(); }

    const ManifestSet &m_live;
    const GatewayNamespaces &m_gateways;
    Withdrawal m_withdrawal;
    std::array<std::vector<const Manifest *>, RankCount> m_wanted; ///< In their order.
    std::array<std::vector<const Manifest *>, RankCount> m_unwanted; ///< What is to be deleted.
    QHash<ObjectKey, Value_p> m_present; ///< As of the writes so far.
    std::vector<Write> m_writes;
    std::vector<Step> m_steps;
    bool m_wait = false;
};

Planner::Planner(const ManifestSet &live, const ManifestSet &wanted, const GatewayNamespaces &gateways)
    : m_live(live)
    , m_gateways(gateways)
    , m_withdrawal(withdrawalOf(live, wanted, gateways))
{
    QSet<ObjectKey> keys;
    for (const Manifest &manifest : wanted) {
        keys.insert(manifest.key());
        m_wanted[size_t(rankOf(manifest.ref, gateways))].push_back(&manifest);
    }
    for (const Manifest &manifest : live) {
        m_present.insert(manifest.key(), manifest.value);
        if (!keys.contains(manifest.key()))
            m_unwanted[size_t(rankOf(manifest.ref, gateways))].push_back(&manifest);
    }
    for (auto *routing : {&m_wanted[RoutingRank], &m_unwanted[RoutingRank]})
        std::stable_sort(routing->begin(), routing->end(),
                         [](const Manifest *a, const Manifest *b) { return breadth(*a) < breadth(*b); });
}

void Planner::write(const ObjectRef &ref, Value_p value)
{
    Value_p &present = m_present[{ref.kind, ref.namespaceName, ref.name}];
    if (present && carries(*present, *value))
        return;
    present = value;
    m_writes.push_back({false, {ref, std::move(value)}});
}

void Planner::endStep(Phase phase)
{
    if (m_writes.empty())
        return;
    m_steps.push_back({phase, std::exchange(m_wait, false), std::exchange(m_writes, {})});
}

void Planner::withdraw()
{
    if (m_withdrawal.detours) {
        expandGateways(true);
        wait();
    }
    for (const Manifest &manifest : m_withdrawal.clients)
        write(manifest.ref, manifest.value);
    endStep(Phase::Withdraw);
    wait();
}

void Planner::expandRank(Rank rank, bool contestedStayLive)
{
    for (const Manifest *manifest : m_wanted[size_t(rank)]) {
        const Value_p present = m_present.value(manifest->key());
        const Side side = sideOf(manifest->ref, m_gateways);
        const ContestedPorts contested = {m_withdrawal.contested.value(manifest->key()), contestedStayLive};
        write(manifest->ref,
              present ? std::make_shared<const Value>(
                  united(withoutServerFields(*present), *manifest->value, side, contested))
                      : manifest->value);
    }
    endStep(Phase::Expand);
}

/// Once a port's ServiceEntry says TCP in place of TLS, or the reverse, routes of the other list do not count any more.
void Planner::writeBothL4Routes()
{
    QHash<ObjectKey, const Manifest *> routing;
    for (const Manifest *manifest : m_wanted[RoutingRank])
        routing.insert(manifest->key(), manifest);
    for (const Manifest *entry : m_wanted[ClientServiceEntryRank]) {
        const Value_p present = m_present.value(entry->key());
        const QSet<int> changed = present ? changedL4Ports(*present, *entry->value) : QSet<int>();
        const ObjectKey key = {u"VirtualService"_s, entry->ref.namespaceName, entry->ref.name};
        const Value_p there = m_present.value(key);
        const Manifest *wanted = routing.value(key);
        if (changed.isEmpty() || !there || !wanted)
            continue;
        write(wanted->ref,
              std::make_shared<const Value>(withRoutesOf(changed, withoutServerFields(*there), *wanted->value)));
    }
    if (!m_writes.empty())
        wait(); // these clients use what the gateways got above
    endStep(Phase::Expand);
}

void Planner::expandGateways(bool contestedStayLive)
{
    expandRank(GuardRank);
    wait(); // a guard stands before there is something behind it
    for (Rank rank :
         {GatewayServiceEntryRank, GatewayDestinationRuleRank, GatewayLegRank, GatewayRank, ClientDestinationRuleRank})
        expandRank(rank, contestedStayLive);
}

void Planner::expand()
{
    expandGateways(false);
    writeBothL4Routes();
    expandRank(ClientServiceEntryRank);
    wait();
}

void Planner::takeWantedForm(Phase phase, Rank rank)
{
    const std::vector<const Manifest *> &wanted = m_wanted[size_t(rank)];
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (rank == RoutingRank && i > 0 && breadth(*wanted[i]) != breadth(*wanted[i - 1]))
            endStep(phase);
        write(wanted[i]->ref, wanted[i]->value);
    }
    endStep(phase);
}

void Planner::removeUnwanted(Rank rank)
{
    const std::vector<const Manifest *> &unwanted = m_unwanted[size_t(rank)];
    for (auto it = unwanted.rbegin(); it != unwanted.rend(); ++it) {
        if (rank == RoutingRank && it != unwanted.rbegin() && breadth(**it) != breadth(**std::prev(it)))
            endStep(Phase::Contract);
        m_writes.push_back({true, **it});
    }
}

void Planner::contract()
{
    for (int rank = RoutingRank; rank >= GuardRank; --rank) {
        if (rank == GatewayRank || rank == GuardRank)
            wait(); // clients let go before gateways, and the guard is the last
        removeUnwanted(Rank(rank));
        takeWantedForm(Phase::Contract, Rank(rank));
    }
}

std::vector<Step> Planner::steps() &&
{
    withdraw();
    expand();
    takeWantedForm(Phase::Switch, RoutingRank);
    wait();
    contract();
    return std::move(m_steps);
}

} // namespace

QString phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Withdraw:
        return u"withdraw"_s;
    case Phase::Expand:
        return u"expand"_s;
    case Phase::Switch:
        return u"switch"_s;
    case Phase::Contract:
        return u"contract"_s;
    }
    return {};
}

std::vector<Step> transition(const ManifestSet &live, const ManifestSet &wanted, const GatewayNamespaces &gateways)
{
    return Planner(live, wanted, gateways).steps();
}

ManifestSet keepingGuards(const ManifestSet &live, ManifestSet wanted, const GatewayNamespaces &gateways)
{
    const QHash<ObjectKey, const Manifest *> there = byKey(live);
    for (Manifest &manifest : wanted) {
        const Manifest *present = there.value(manifest.key());
        if (rankOf(manifest.ref, gateways) == GuardRank && present)
            manifest.value = std::make_shared<const Value>(
                united(withoutServerFields(*present->value), *manifest.value, Side::Gateway));
    }
    return wanted;
}

} // namespace sallyport::kube
