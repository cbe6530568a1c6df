// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/sidecar.h"

#include "core/trace/chains.h"
#include "core/trace/hostnames.h"
#include "core/trace/scope.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

/// Up to this many services on a port the whole listener is built, so that whatever makes Envoy refuse it is seen.
constexpr size_t manyServices = 64;

/// An address within a block, other than its first; what is no block stays as it is.
QString within(const QString &text)
{
    const std::optional<istio::AddressBlock> block = istio::addressBlock(text);
    if (!block || block->isSingle())
        return text;
    const auto &bytes = block->bytes;
    return block->isV6 ? text.section(u'/', 0, 0)
                       : u"%1.%2.%3.%4"_s.arg(bytes[0]).arg(bytes[1]).arg(bytes[2]).arg(bytes[3] | 1);
}

/// A plain request to an HTTP port of a gateway's own Service is one like any other.
bool isGatewayPort(Run &run, const QString &host)
{
    const int i = run.target.payload == RequestTarget::Payload::Http ? visibleService(run, run.sidecar, host) : -1;
    if (i < 0)
        return false;
    const istio::Service &service = run.world.services[size_t(i)];
    const istio::ServicePort *port = service.port(run.target.port);
    return service.workload >= 0 && run.world.workloads[size_t(service.workload)].isGateway && port
        && istio::carriesHttp(port->protocol);
}

void checkTarget(Run &run)
{
    const QString &host = run.target.host;
    const QString serviceHost = host + (host.endsWith(".svc"_L1) ? ".cluster.local"_L1 : ".svc.cluster.local"_L1);
    const bool isAlias = run.world.servicesByHost.contains(serviceHost);
    if (((!run.target.isAddress && istio::isClusterName(host)) || isAlias) && !isGatewayPort(run, host))
        run.giveUp({}, Texts::tr("what becomes of requests to %1, which stay inside the cluster").arg(host));
    if (host.endsWith(u'.'))
        run.giveUp({}, Texts::tr("how proxies of this version take a host with a trailing dot"));
    for (int i : run.target.isAddress ? run.world.servicesByAddress.value(host) : std::vector<int>()) {
        if (run.world.services[size_t(i)].isKubernetes)
            run.giveUp(field(run.world.services[size_t(i)].object, "spec"),
                       Texts::tr("what becomes of a request to this address"));
    }
}

/// Addresses that objects of the client's sidecar list for the host.
QStringList listedAddresses(Run &run)
{
    QStringList addresses;
    const QString &host = run.target.host;
    QStringList names(host);
    for (qsizetype dot = host.indexOf(u'.'); dot >= 0; dot = host.indexOf(u'.', dot + 1))
        names.append(u'*' + host.mid(dot));
    for (const QString &name : names) {
        for (int i : visibleServices(run, run.sidecar, name))
            addresses += listenAddresses(run, run.world.services[size_t(i)]);
        if (!addresses.isEmpty())
            break;
    }
    addresses.removeDuplicates();
    return addresses;
}

QString oneOf(Run &run, const QStringList &addresses)
{
    const int taken = addresses.size() < 2
        ? 0
        : run.choose(Texts::tr("which of its addresses %1 resolves to").arg(run.target.host), int(addresses.size()));
    return within(addresses.at(taken));
}

/// What the application's resolver gives; empty for an address that no object lists.
QString resolved(Run &run)
{
    if (run.target.isAddress)
        return run.target.host;
    const QStringList listed = listedAddresses(run);
    if (run.world.mesh.dnsCapture) {
        QStringList answers;
        std::copy_if(listed.begin(), listed.end(), std::back_inserter(answers),
                     [](const QString &address) { return !istio::isBlock(address); });
        if (!answers.isEmpty())
            return oneOf(run, answers);
    }
    if (const MeshHost *known = run.world.mesh.host(run.target.host); known && !known->addresses.isEmpty())
        return oneOf(run, known->addresses);
    if (listed.isEmpty())
        return {};
    const int taken =
        run.choose(Texts::tr("whether %1 resolves to an address of its ServiceEntry (the Mesh can list its addresses)")
                       .arg(run.target.host),
                   int(listed.size()) + 1);
    return taken == int(listed.size()) ? QString() : within(listed.at(taken));
}

/// A service's part of the listener that the connection meets.
struct Part {
    int service = -1;
    const istio::ServicePort *port = nullptr;
    std::vector<SidecarChain> chains;
};

/// The listener for one address and port, as istiod would build it for this sidecar.
class Listener
{
public:
    Listener(Run &run, const Hop &hop)
        : m_run(run)
        , m_hop(hop)
    {
    }

    Outcome take();

private:
    std::vector<int> servicesOnPort(bool &hasHttp);
    bool isChosen(int service);
    bool matters(int service);
    void gather();
    void merge();
    bool differs(const SidecarChain &a, const SidecarChain &b) const;
    Outcome follow(const SidecarChain &chain);
    Outcome fallThrough();
    QString listenerName() const;

    Run &m_run;
    const Hop &m_hop;
    bool m_exists = false, m_isOwn = false, m_hasHttp = false;
    std::vector<Part> m_parts;
    std::vector<SidecarChain> m_chains;
    std::vector<TraceLoser> m_losers;
};

bool Listener::isChosen(int service)
{
    const std::vector<int> chosen = visibleServices(m_run, m_run.sidecar, m_run.world.services[size_t(service)].host);
    return std::find(chosen.begin(), chosen.end(), service) != chosen.end();
}

/// Whether a service can have a chain for this connection at all; asked where there are many.
bool Listener::matters(int service)
{
    const istio::Service &candidate = m_run.world.services[size_t(service)];
    if (!istio::carriesTls(candidate.port(m_run.flow.port)->protocol) || !candidate.addresses.isEmpty())
        return true;
    const QString &name = m_run.flow.serverName;
    if (name.isEmpty())
        return false;
    if (istio::isCoveredBy(name, candidate.host))
        return true;
    for (int rule : m_run.world.meshRules.covering(name)) {
        for (const QString &host : m_run.world.virtualServices[size_t(rule)].hosts) {
            if (istio::namesOverlap(host, candidate.host))
                return true;
        }
    }
    return false;
}

std::vector<int> Listener::servicesOnPort(bool &hasHttp)
{
    std::vector<int> others;
    for (const QString &scope : {u"*"_s, m_run.sidecar.namespaceName}) {
        const auto found = m_run.world.servicesByNamespace.constFind(scope);
        if (found == m_run.world.servicesByNamespace.constEnd())
            continue;
        const ServicesOnPort there = found->value(m_run.flow.port);
        for (size_t i = 0; !hasHttp && i < there.http.size(); ++i)
            hasHttp = isChosen(there.http[i]);
        others.insert(others.end(), there.others.begin(), there.others.end());
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    if (others.size() > manyServices)
        std::erase_if(others, [&](int i) { return !matters(i); });
    std::erase_if(others, [&](int i) { return !isChosen(i); });
    return others;
}

/// Finds the listener: one at the very address, or else the one at all addresses of the port.
void Listener::gather()
{
    bool hasHttp = false;
    const QString &address = m_run.flow.address;
    std::vector<Part> own, shared;
    for (int i : servicesOnPort(hasHttp)) {
        const istio::Service &service = m_run.world.services[size_t(i)];
        const istio::ServicePort *port = service.port(m_run.flow.port);
        if (port->protocol == istio::PortProtocol::Udp)
            continue;
        const QStringList addresses = listenAddresses(m_run, service);
        if (!address.isEmpty() && addresses.contains(address))
            own.push_back({i, port, chainsOf(m_run, m_hop, i, *port, {}, true)});
        // Each block makes a chain of its own; without an address of any kind there is one chain for all.
        for (const QString &block : addresses.isEmpty() && !service.isKubernetes ? QStringList(QString()) : addresses) {
            if (block.isEmpty() || istio::isBlock(block))
                shared.push_back(
                    {i, port,
                     chainsOf(m_run, m_hop, i, *port, block.isEmpty() ? QStringList() : QStringList(block), false)});
        }
    }
    m_isOwn = !own.empty();
    m_hasHttp = hasHttp && !m_isOwn;
    m_parts = m_isOwn ? std::move(own) : std::move(shared);
    m_exists = m_hasHttp || !m_parts.empty();
    for (const Part &part : m_parts) {
        const bool speaksFirst =
            part.port->protocol == istio::PortProtocol::Mongo || part.port->protocol == istio::PortProtocol::MySql;
        const bool isAlone = !m_hasHttp && std::all_of(m_parts.begin(), m_parts.end(), [&](const Part &other) {
            return other.port->protocol == part.port->protocol;
        });
        const TraceField where = field(m_run.world.services[size_t(part.service)].object, "spec", "ports");
        if (part.port->protocol == istio::PortProtocol::Auto || (speaksFirst && !isAlone))
            m_run.giveUp(where, Texts::tr("how ports of this protocol share a listener with others"));
    }
}

bool Listener::differs(const SidecarChain &a, const SidecarChain &b) const
{
    return a.rule != b.rule || a.route != b.route || a.isTls != b.isTls || (a.rule < 0 && a.service != b.service);
}

/// Of two chains with one condition the one of the older service stays, and the other is dropped without a word.
void Listener::merge()
{
    std::vector<int> rivals;
    const auto object = [&](const Part &part) { return m_run.world.services[size_t(part.service)].object; };
    for (size_t i = 0; i < m_parts.size(); ++i) {
        for (size_t j = i + 1; j < m_parts.size(); ++j) {
            for (const SidecarChain &a : m_parts[i].chains) {
                for (const SidecarChain &b : m_parts[j].chains) {
                    if (differs(a, b)
                        && ChainMatch{a.serverNames, a.blocks, false}.isSameAs({b.serverNames, b.blocks, false})) {
                        rivals.push_back(object(m_parts[i]));
                        rivals.push_back(object(m_parts[j]));
                    }
                }
            }
        }
    }
    std::sort(rivals.begin(), rivals.end());
    rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
    const std::vector<int> ordered = rivals.size() < 2 ? rivals : m_run.byAge(rivals);
    std::stable_sort(m_parts.begin(), m_parts.end(), [&](const Part &a, const Part &b) {
        return std::find(ordered.begin(), ordered.end(), object(a))
            < std::find(ordered.begin(), ordered.end(), object(b));
    });
    for (const Part &part : m_parts) {
        for (const SidecarChain &chain : part.chains) {
            const auto same = std::find_if(m_chains.begin(), m_chains.end(), [&](const SidecarChain &other) {
                return ChainMatch{chain.serverNames, chain.blocks, false}.isSameAs(
                    {other.serverNames, other.blocks, false});
            });
            if (same == m_chains.end())
                m_chains.push_back(chain);
            else if (differs(chain, *same))
                m_losers.push_back({field(object(part), "spec", "ports"),
                                    Texts::tr("Another service has the port for the same connections already.")});
        }
    }
}

QString Listener::listenerName() const
{
    return m_isOwn ? Texts::tr("the listener of %1:%2").arg(m_run.flow.address).arg(m_run.flow.port)
                   : Texts::tr("the listener of port %1").arg(m_run.flow.port);
}

Outcome Listener::follow(const SidecarChain &chain)
{
    const istio::Service &service = m_run.world.services[size_t(chain.service)];
    if (chain.rule < 0) {
        const TraceField where = field(service.object, "spec", "hosts", service.position);
        m_run.step(
            TraceStage::Sidecar, where,
            [&] {
                return Texts::tr("In %1, no VirtualService of %2 takes the connection of this workload.")
                    .arg(listenerName(), service.host);
            },
            m_losers);
        const int port = service.ports.size() == 1 ? service.ports.front().number : m_run.flow.port;
        return sendToCluster(m_run, m_hop, {service.host, {}, port, 0}, port, where);
    }
    const istio::VirtualService &rule = m_run.world.virtualServices[size_t(chain.rule)];
    const char *const part = chain.isTls ? "tls" : "tcp";
    const TraceField where = chain.match < 0 ? field(rule.object, "spec", part, chain.route)
                                             : field(rule.object, "spec", part, chain.route, "match", chain.match);
    m_run.step(
        TraceStage::Sidecar, where,
        [&] { return Texts::tr("In %1, this route takes the connection.").arg(listenerName()); }, m_losers);
    const istio::L4Route &route = chain.isTls ? rule.tls[size_t(chain.route)] : rule.tcp[size_t(chain.route)];
    return sendToOneOf(m_run, m_hop, route.destinations, field(rule.object, "spec", part, chain.route, "route"),
                       m_run.flow.port);
}

Outcome Listener::fallThrough()
{
    TraceField why;
    if (allowsAny(m_run, why))
        return passThrough(m_run, why);
    m_run.step(
        TraceStage::Sidecar, why,
        [&] {
            return m_exists
                ? Texts::tr("Nothing in %1 takes the connection, and only what has a rule may leave: it is closed.")
                      .arg(listenerName())
                : Texts::tr(
                      "The sidecar has no listener for port %1, and only what has a rule may leave: the connection is closed.")
                      .arg(m_run.flow.port);
        },
        m_losers);
    return closed();
}

Outcome Listener::take()
{
    gather();
    merge();
    ChainTable table;
    std::vector<int> index; // of the table's chains in m_chains; -1 = HTTP
    int everything = -1;
    for (size_t i = 0; i < m_chains.size(); ++i) {
        const ChainMatch match{m_chains[i].serverNames, m_chains[i].blocks, false};
        if (match.takesAll()) {
            everything = int(i);
            continue;
        }
        table.add(match);
        index.push_back(int(i));
    }
    if (m_hasHttp) {
        table.add({{}, {}, true});
        index.push_back(-1);
    }
    if (table.isRefused())
        m_run.giveUp(field(m_run.world.services[size_t(m_parts.front().service)].object, "spec"),
                     Texts::tr("what the proxy does: it refuses %1, in which two routes take the same connections")
                         .arg(listenerName()));
    const Connection connection{m_run.flow.address.isEmpty() ? std::nullopt : istio::addressBlock(m_run.flow.address),
                                m_run.flow.serverName, m_run.flow.payload == RequestTarget::Payload::Http};
    const int found = table.find(connection);
    if (found >= 0 && index[size_t(found)] < 0)
        return throughVirtualHosts(m_run, {m_run.sidecar, TraceStage::Sidecar, true});
    if (found >= 0)
        return follow(m_chains[size_t(index[size_t(found)])]);
    return everything >= 0 ? follow(m_chains[size_t(everything)]) : fallThrough();
}

} // namespace

Outcome throughSidecar(Run &run)
{
    checkTarget(run);
    checkSidecarObjects(run);
    run.flow.address = resolved(run);
    const Hop hop{run.sidecar, TraceStage::Sidecar, false};
    return Listener(run, hop).take();
}

} // namespace sallyport
