// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/addresses.h"
#include "core/trace/hostnames.h"
#include "core/trace/httproutes.h"
#include "core/trace/scope.h"
#include "core/trace/sidecar.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

/// The virtual hosts of one port of a sidecar, looked up by name. Which VirtualService owns one is Istio's most surprising rule: the
/// first of its host that has any route for this workload takes all of it, and the others are dropped.
class VirtualHosts
{
public:
    VirtualHosts(Run &run, const Hop &hop)
        : m_run(run)
        , m_view{hop, run.flow.port, u"mesh"_s, {}}
    {
    }

    /// Nothing where no virtual host has this very name.
    std::optional<Outcome> answer(const QString &name);
    std::vector<TraceLoser> takeLosers() { return std::move(m_losers); }

private:
    int serviceOnPort(const QString &host);
    bool owns(int rule, const QString &name, int service);
    bool isBestWildcard(int rule, const QString &name);
    bool hasServiceOnPort(const istio::VirtualService &rule);
    bool standsForServices(const QString &wildcard);

    Run &m_run;
    HttpView m_view;
    std::vector<TraceLoser> m_losers;
};

/// A service of that host with this port, whatever the port carries.
int VirtualHosts::serviceOnPort(const QString &host)
{
    for (int i : visibleServices(m_run, m_run.sidecar, host)) {
        if (m_run.world.services[size_t(i)].port(m_view.port))
            return i;
    }
    return -1;
}

/// Whether, of all VirtualServices that the sidecar sees, this one has the most specific host for a service.
bool VirtualHosts::isBestWildcard(int rule, const QString &name)
{
    const std::vector<int> rules =
        visibleRules(m_run, m_run.sidecar.namespaceName, m_run.world.meshRules.covering(name));
    QString best;
    std::vector<int> owners;
    for (int i : rules) {
        for (const QString &host : m_run.world.virtualServices[size_t(i)].hosts) {
            if (!istio::isCoveredBy(name, host)
                || (!best.isEmpty() && best != host && !istio::isMoreSpecific(host, best)))
                continue;
            if (best != host)
                owners.clear();
            best = host;
            owners.push_back(i);
        }
    }
    return inOrder(m_run, m_run.sidecar.namespaceName, owners).front() == rule;
}

bool VirtualHosts::hasServiceOnPort(const istio::VirtualService &rule)
{
    for (const QString &host : rule.hosts) {
        if (istio::isWildcardName(host)) {
            for (auto it = m_run.world.servicesByHost.constBegin(); it != m_run.world.servicesByHost.constEnd(); ++it) {
                const int i = istio::namesOverlap(it.key(), host) ? serviceOnPort(it.key()) : -1;
                if (i >= 0 && istio::mayCarryHttp(m_run.world.services[size_t(i)].port(m_view.port)->protocol))
                    return true;
            }
            continue;
        }
        const int i = serviceOnPort(host);
        if (i >= 0 && istio::mayCarryHttp(m_run.world.services[size_t(i)].port(m_view.port)->protocol))
            return true;
    }
    return false;
}

/// A wildcard that any service of the port falls under makes virtual hosts for these, and none of its own.
bool VirtualHosts::standsForServices(const QString &wildcard)
{
    for (auto it = m_run.world.servicesByHost.constBegin(); it != m_run.world.servicesByHost.constEnd(); ++it) {
        if (istio::namesOverlap(it.key(), wildcard) && serviceOnPort(it.key()) >= 0)
            return true;
    }
    return false;
}

/// Whether a VirtualService, if it has routes here, makes the virtual host `name`.
bool VirtualHosts::owns(int rule, const QString &name, int service)
{
    const istio::VirtualService &candidate = m_run.world.virtualServices[size_t(rule)];
    const bool hasName = candidate.hosts.contains(name);
    if (service >= 0) {
        if (!istio::mayCarryHttp(m_run.world.services[size_t(service)].port(m_view.port)->protocol))
            return false;
        return hasName && !istio::isWildcardName(name) ? true : isBestWildcard(rule, name);
    }
    // A host that no service defines exists on port 80 all the same, and elsewhere beside a host that one does define.
    return hasName && !(istio::isWildcardName(name) && standsForServices(name))
        && (m_view.port == 80 || hasServiceOnPort(candidate));
}

std::optional<Outcome> VirtualHosts::answer(const QString &name)
{
    const int service = serviceOnPort(name);
    std::vector<int> owners;
    for (int i : visibleRules(m_run, m_run.sidecar.namespaceName, m_run.world.meshRules.covering(name))) {
        if (!owns(i, name, service))
            continue;
        if (!candidatesOf(m_run, i, m_view).empty())
            owners.push_back(i);
        else
            m_losers.push_back({field(m_run.world.virtualServices[size_t(i)].object, "spec", "http"),
                                Texts::tr("No route of it is for this workload and port.")});
    }
    if (!owners.empty()) {
        owners = inOrder(m_run, m_run.sidecar.namespaceName, owners);
        for (size_t i = 1; i < owners.size(); ++i)
            m_losers.push_back({field(m_run.world.virtualServices[size_t(owners[i])].object, "spec", "hosts"),
                                Texts::tr("An older VirtualService has the host already.")});
        return follow(m_run, candidatesOf(m_run, owners.front(), m_view), m_view, takeLosers());
    }
    if (service < 0)
        return std::nullopt;
    const istio::Service &self = m_run.world.services[size_t(service)];
    if (!istio::mayCarryHttp(self.port(m_view.port)->protocol))
        return std::nullopt;
    const TraceField where = field(self.object, "spec", "hosts", self.position);
    m_run.step(
        TraceStage::Sidecar, where,
        [&] {
            return Texts::tr("No VirtualService has a route for this workload: the request goes to %1 itself.")
                .arg(name);
        },
        takeLosers());
    return sendToCluster(m_run, m_view.hop, {name, {}, m_view.port, 0}, m_view.port, where);
}

/// The host that has the address on this port: its virtual host answers to the address, too.
QString hostAt(Run &run, const QString &address)
{
    QStringList hosts;
    for (int i : run.world.servicesByAddress.value(address)) {
        const istio::Service &service = run.world.services[size_t(i)];
        const std::vector<int> chosen = visibleServices(run, run.sidecar, service.host);
        const istio::ServicePort *port = service.port(run.flow.port);
        if (port && istio::mayCarryHttp(port->protocol) && std::find(chosen.begin(), chosen.end(), i) != chosen.end())
            hosts.append(service.host);
    }
    hosts.removeDuplicates();
    if (hosts.size() > 1)
        run.giveUp({}, Texts::tr("which virtual host %1 belongs to").arg(address));
    return hosts.isEmpty() ? address : hosts.front();
}

} // namespace

Outcome throughVirtualHosts(Run &run, const Hop &hop)
{
    VirtualHosts hosts(run, hop);
    const QString host = run.flow.host();
    if (host.endsWith(u'.'))
        run.giveUp({}, Texts::tr("how proxies of this version take a host with a trailing dot"));
    const bool isAddress = istio::addressBlock(host).has_value();
    if (!isAddress && istio::isClusterName(host) && !run.world.servicesByHost.contains(host))
        run.giveUp({}, Texts::tr("which virtual host %1 belongs to").arg(host));
    QStringList names(isAddress ? hostAt(run, host) : host);
    for (qsizetype dot = host.indexOf(u'.'); dot >= 0; dot = host.indexOf(u'.', dot + 1))
        names.append(u'*' + host.mid(dot));
    for (const QString &name : names) {
        if (const std::optional<Outcome> outcome = hosts.answer(name))
            return *outcome;
    }
    TraceField why;
    if (allowsAny(run, why))
        return passThrough(run, why);
    run.step(
        TraceStage::Sidecar, why,
        [&] {
            return Texts::tr(
                       "No object that this workload sees has %1 on port %2, and only what has a rule may leave: 502.")
                .arg(host)
                .arg(run.flow.port);
        },
        hosts.takeLosers());
    return refused(502);
}

} // namespace sallyport
