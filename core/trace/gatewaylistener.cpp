// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/gatewaylistener.h"

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

using Tls = istio::GatewayServer::Tls;

bool endsTls(const istio::GatewayServer &server)
{
    return server.tls == Tls::IstioMutual || server.tls == Tls::Other;
}

/// Builds the listener of one workload and port.
class ListenerBuilder
{
public:
    ListenerBuilder(Run &run, int workload, int port)
        : m_run(run)
        , m_workload(run.world.workloads[size_t(workload)])
        , m_gateway{true, m_workload.namespaceName, m_workload.labels, m_workload.labelsAreComplete, workload}
        , m_port(port)
    {
    }

    GatewayListener build();

private:
    bool listensHere(int number);
    void gather();
    std::vector<ServerRef> merge(std::vector<TraceLoser> *losers, std::vector<int> &rivals);
    void addChains(const std::vector<ServerRef> &accepted);
    void addTcpChain(ServerRef ref);
    void addPassthroughChains(ServerRef ref);
    std::vector<int> rulesFor(ServerRef ref);
    bool speaksFor(ServerRef ref, const istio::VirtualService &rule);
    bool isForServer(const istio::L4Match &match, ServerRef ref);
    void add(ChainMatch match, GatewayChain chain);

    const istio::GatewayServer &server(ServerRef ref) const { return serverOf(m_run.world, ref); }

    Run &m_run;
    const Workload &m_workload;
    Proxy m_gateway;
    int m_port;
    std::vector<ServerRef> m_servers; ///< Of this port, in the order in which they are merged.
    QSet<QString> m_passedNames;
    GatewayListener m_listener;
};

/// Servers name a port of the Service, which stands for where the pods listen; or, if the Service has none such, that place itself.
bool ListenerBuilder::listensHere(int number)
{
    if (number == m_port)
        return true;
    const WorkloadPort *here = m_workload.port(m_port);
    const WorkloadPort *other = m_workload.port(number);
    if (other)
        return here && here->target && other->target && *here->target == *other->target;
    if (here && here->target)
        return *here->target == number;
    m_listener.isSure = false;
    return m_run.choose(Texts::tr("whether port %1 of %2 leads to port %3 of its pods (the Mesh can list target ports)")
                            .arg(m_port)
                            .arg(m_workload.serviceHost)
                            .arg(number),
                        2)
        == 1;
}

void ListenerBuilder::gather()
{
    for (size_t g = 0; g < m_run.world.gateways.size(); ++g) {
        const istio::Gateway &gateway = m_run.world.gateways[g];
        const Maybe isSelected = gateway.selector ? m_run.isSelected(*gateway.selector, m_gateway) : Maybe(true);
        if (isSelected && !*isSelected)
            continue;
        for (size_t s = 0; s < gateway.servers.size(); ++s) {
            if (!listensHere(gateway.servers[s].number))
                continue;
            m_listener.isSure = m_listener.isSure && isSelected;
            if (!m_run.decide(isSelected, [&] {
                    return Texts::tr("whether the pods of %1 carry all labels that %2 selects")
                        .arg(m_workload.serviceHost, m_run.name(gateway.object));
                }))
                break;
            if (!gateway.servers[s].bind.isEmpty())
                m_run.giveUp(field(gateway.object, "spec", "servers", int(s), "bind"),
                             Texts::tr("which of the gateway's addresses is dialled"));
            m_servers.push_back({int(g), int(s)});
        }
    }
}

/// Istio's rules for servers that share a port. `rivals` are the objects whose age decides.
std::vector<ServerRef> ListenerBuilder::merge(std::vector<TraceLoser> *losers, std::vector<int> &rivals)
{
    std::vector<ServerRef> accepted;
    QHash<QString, ServerRef> names; // that a server with TLS has
    QSet<QString> tables;
    std::optional<ServerRef> plain;
    const auto drop = [&](ServerRef ref, ServerRef other, const QString &why) {
        for (ServerRef each : {ref, other})
            rivals.push_back(m_run.world.gateways[size_t(each.gateway)].object);
        if (losers)
            losers->push_back({serverField(m_run.world, ref), why});
    };
    for (ServerRef ref : m_servers) {
        const istio::GatewayServer &candidate = server(ref);
        const bool isPlain = candidate.tls == Tls::None;
        if (candidate.hasTls) {
            const auto taken = std::find_if(candidate.hosts.begin(), candidate.hosts.end(),
                                            [&](const QString &h) { return names.contains(h); });
            if (taken != candidate.hosts.end()) {
                drop(ref, names.value(*taken),
                     Texts::tr("Another server has %1 already: the whole server is dropped.").arg(*taken));
                continue;
            }
            for (const QString &host : candidate.hosts)
                names.insert(host, ref);
        }
        if (plain && !(istio::carriesHttp(candidate.protocol) && istio::carriesHttp(server(*plain).protocol))) {
            drop(ref, *plain, Texts::tr("A plain server has the port already: this one is dropped."));
            continue;
        }
        if (!plain && !accepted.empty() && isPlain) // the other way round it would be dropped
            rivals.insert(rivals.end(),
                          {m_run.world.gateways[size_t(ref.gateway)].object,
                           m_run.world.gateways[size_t(accepted.front().gateway)].object});
        if (candidate.protocol == istio::PortProtocol::Https && endsTls(candidate)) {
            const QString table =
                QString::number(candidate.number) + u' ' + candidate.portName + u' ' + QString::number(ref.gateway);
            if (!accepted.empty() && tables.contains(table)) {
                drop(ref, ref,
                     Texts::tr("Another server of this Gateway has the port name already: this one is dropped."));
                continue;
            }
            tables.insert(table);
        }
        if (isPlain && !plain)
            plain = ref;
        accepted.push_back(ref);
    }
    return accepted;
}

/// Whether a server's hosts have one in common with a VirtualService.
bool ListenerBuilder::speaksFor(ServerRef ref, const istio::VirtualService &rule)
{
    for (const QString &host : server(ref).hosts) {
        const std::optional<QString> name = serverHost(host, rule.namespaceName);
        if (name && std::any_of(rule.hosts.begin(), rule.hosts.end(), [&](const QString &other) {
                return istio::namesOverlap(*name, other);
            }))
            return true;
    }
    return false;
}

/// VirtualServices bound to the server's Gateway that share a host with it.
std::vector<int> ListenerBuilder::rulesFor(ServerRef ref)
{
    const QString &name = m_run.world.gateways[size_t(ref.gateway)].name;
    const auto bound = m_run.world.gatewayRules.constFind(name);
    std::vector<int> rules;
    if (bound == m_run.world.gatewayRules.constEnd())
        return rules;
    for (const QString &host : server(ref).hosts) {
        const QString bare = host.section(u'/', -1);
        const std::vector<int> found = bound->overlapping(bare);
        rules.insert(rules.end(), found.begin(), found.end());
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    rules = visibleRules(m_run, m_gateway.namespaceName, rules);
    std::erase_if(rules, [&](int i) { return !speaksFor(ref, m_run.world.virtualServices[size_t(i)]); });
    return rules;
}

/// At a gateway nothing but port and gateway counts in a tcp or tls match.
bool ListenerBuilder::isForServer(const istio::L4Match &match, ServerRef ref)
{
    return (match.port == 0 || match.port == server(ref).number)
        && (match.gateways.isEmpty() || match.gateways.contains(m_run.world.gateways[size_t(ref.gateway)].name));
}

void ListenerBuilder::add(ChainMatch match, GatewayChain chain)
{
    m_listener.table.add(std::move(match));
    m_listener.chains.push_back(std::move(chain));
}

QStringList serverNames(const istio::GatewayServer &server)
{
    QStringList names;
    for (const QString &host : server.hosts)
        names.append(host.section(u'/', -1));
    names.removeDuplicates();
    return names;
}

void ListenerBuilder::addTcpChain(ServerRef ref)
{
    std::vector<int> rules = rulesFor(ref);
    const auto routeOf = [&](int i) {
        const istio::VirtualService &rule = m_run.world.virtualServices[size_t(i)];
        for (size_t r = 0; r < rule.tcp.size(); ++r) {
            const istio::L4Route &route = rule.tcp[r];
            const bool takes = route.matches.empty()
                || std::any_of(route.matches.begin(), route.matches.end(),
                               [&](const auto &m) { return isForServer(m, ref); });
            if (takes && !route.destinations.empty())
                return int(r);
        }
        return -1;
    };
    std::erase_if(rules, [&](int i) { return routeOf(i) < 0; });
    if (rules.empty()) {
        m_listener.losers.push_back(
            {serverField(m_run.world, ref), Texts::tr("No VirtualService has a tcp route for this server.")});
        return;
    }
    m_listener.isSure = m_listener.isSure && rules.size() < 2;
    const int rule = inOrder(m_run, m_gateway.namespaceName, rules).front();
    add({server(ref).tls == Tls::None ? QStringList() : serverNames(server(ref)), {}, false},
        {GatewayChain::Kind::Tcp, {ref}, rule, routeOf(rule), -1});
}

void ListenerBuilder::addPassthroughChains(ServerRef ref)
{
    std::vector<int> rules = rulesFor(ref);
    std::erase_if(rules, [&](int i) { return m_run.world.virtualServices[size_t(i)].tls.empty(); });
    m_listener.isSure = m_listener.isSure && rules.size() < 2;
    for (int i : inOrder(m_run, m_gateway.namespaceName, rules)) {
        const istio::VirtualService &rule = m_run.world.virtualServices[size_t(i)];
        for (size_t r = 0; r < rule.tls.size(); ++r) {
            for (size_t m = 0; !rule.tls[r].destinations.empty() && m < rule.tls[r].matches.size(); ++m) {
                const istio::L4Match &match = rule.tls[r].matches[m];
                if (!isForServer(match, ref))
                    continue;
                if (std::any_of(match.sniHosts.begin(), match.sniHosts.end(),
                                [&](const QString &n) { return m_passedNames.contains(n); })) {
                    m_listener.losers.push_back({field(rule.object, "spec", "tls", int(r), "match", int(m)),
                                                 Texts::tr("Another route has one of these names already.")});
                    continue;
                }
                for (const QString &name : match.sniHosts)
                    m_passedNames.insert(name);
                add({match.sniHosts, {}, false}, {GatewayChain::Kind::Passthrough, {ref}, i, int(r), int(m)});
            }
        }
    }
}

void ListenerBuilder::addChains(const std::vector<ServerRef> &accepted)
{
    GatewayChain plain;
    for (ServerRef ref : accepted) {
        const istio::GatewayServer &current = server(ref);
        if (istio::carriesHttp(current.protocol))
            plain.servers.push_back(ref);
        else if (current.protocol == istio::PortProtocol::Https && endsTls(current))
            add({serverNames(current), {}, false}, {GatewayChain::Kind::Http, {ref}, -1, -1, -1});
        else if (current.tls == Tls::Passthrough)
            addPassthroughChains(ref);
        else if (current.tls == Tls::AutoPassthrough)
            m_listener.automatic = ref;
        else
            addTcpChain(ref);
    }
    if (!plain.servers.empty())
        add({}, plain);
}

GatewayListener ListenerBuilder::build()
{
    gather();
    std::vector<int> rivals;
    merge(nullptr, rivals);
    std::sort(rivals.begin(), rivals.end());
    rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
    if (rivals.size() > 1) {
        m_listener.isSure = false;
        const std::vector<int> ordered = m_run.byAge(rivals);
        const auto rank = [&](ServerRef ref) {
            return std::find(ordered.begin(), ordered.end(), m_run.world.gateways[size_t(ref.gateway)].object);
        };
        std::stable_sort(m_servers.begin(), m_servers.end(),
                         [&](ServerRef a, ServerRef b) { return rank(a) < rank(b); });
    }
    std::vector<int> unused;
    addChains(merge(&m_listener.losers, unused));
    m_listener.isRefused = m_listener.table.isRefused();
    return std::move(m_listener);
}

} // namespace

std::shared_ptr<const GatewayListener> gatewayListener(Run &run, int workload, int port)
{
    std::shared_ptr<const GatewayListener> &cached = run.cache.listeners[{workload, port}];
    if (cached)
        return cached;
    auto built = std::make_shared<const GatewayListener>(ListenerBuilder(run, workload, port).build());
    if (built->isSure && !run.hasGivenUp())
        cached = built;
    return built;
}

const istio::GatewayServer &serverOf(const TraceWorld &world, ServerRef ref)
{
    return world.gateways[size_t(ref.gateway)].servers[size_t(ref.server)];
}

TraceField serverField(const TraceWorld &world, ServerRef ref)
{
    return field(world.gateways[size_t(ref.gateway)].object, "spec", "servers", ref.server);
}

std::optional<QString> serverHost(const QString &host, const QString &namespaceName)
{
    const qsizetype slash = host.indexOf(u'/');
    if (slash < 0)
        return host;
    return QStringView(host).first(slash) == namespaceName ? std::optional(host.mid(slash + 1)) : std::nullopt;
}

} // namespace sallyport
