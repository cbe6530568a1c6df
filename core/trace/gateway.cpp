// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/gatewaylistener.h"
#include "core/trace/hostnames.h"
#include "core/trace/httproutes.h"
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
using Payload = RequestTarget::Payload;

/// What a gateway writes into x-forwarded-client-cert about a sidecar that it has verified. The parts that nobody can know stand in a
/// form that an expression which does not ask for them passes over.
Part certificateOf(const Run &run, const ProxyLeg &leg, const Workload &workload)
{
    if (leg.security != ProxyLeg::Security::IstioMutual)
        return {};
    const QString account = run.request.serviceAccount.isEmpty() ? u"default"_s : run.request.serviceAccount;
    return {
        true, true,
        u"By=spiffe://cluster.local/ns/%1/sa/%2;Hash=%3;Cert=\"-\";Subject=\"\";URI=spiffe://cluster.local/ns/%4/sa/%5"_s
            .arg(workload.namespaceName, workload.serviceAccount.isEmpty() ? workload.name : workload.serviceAccount,
                 QString(64, u'0'), run.request.namespaceName, account)};
}

/// A request at one of a gateway's HTTP chains.
class GatewayHttp
{
public:
    GatewayHttp(Run &run, const Proxy &gateway, const GatewayChain &chain, const ProxyLeg &leg)
        : m_run(run)
        , m_hop{gateway, TraceStage::Gateway, true}
        , m_chain(chain)
        , m_leg(leg)
    {
    }

    Outcome answer();

private:
    std::optional<Outcome> answerFor(const QString &name);
    bool makesHost(ServerRef ref, const istio::VirtualService &rule, const QString &name);
    HttpView viewOf(ServerRef ref) const;

    Run &m_run;
    Hop m_hop;
    const GatewayChain &m_chain;
    const ProxyLeg &m_leg;
    std::vector<TraceLoser> m_losers;
};

HttpView GatewayHttp::viewOf(ServerRef ref) const
{
    const Workload &workload = m_run.world.workloads[size_t(m_hop.proxy.workload)];
    return {m_hop, serverOf(m_run.world, ref).number, m_run.world.gateways[size_t(ref.gateway)].name,
            certificateOf(m_run, m_leg, workload)};
}

/// A server and a VirtualService make a virtual host for each name that the one has and the other covers.
bool GatewayHttp::makesHost(ServerRef ref, const istio::VirtualService &rule, const QString &name)
{
    const istio::GatewayServer &server = serverOf(m_run.world, ref);
    const bool serverHas = server.hostSet.contains(name) || server.hostSet.contains(rule.namespaceName + u'/' + name);
    const bool serverCovers =
        serverHas || std::any_of(server.patterns.begin(), server.patterns.end(), [&](const QString &pattern) {
            const std::optional<QString> own = serverHost(pattern, rule.namespaceName);
            return own && istio::isCoveredBy(name, *own);
        });
    const bool ruleHas = rule.hosts.contains(name);
    const bool ruleCovers = std::any_of(rule.hosts.begin(), rule.hosts.end(),
                                        [&](const QString &h) { return istio::isCoveredBy(name, h); });
    return (serverHas && ruleCovers) || (ruleHas && serverCovers);
}

std::optional<Outcome> GatewayHttp::answerFor(const QString &name)
{
    std::vector<HttpCandidate> candidates;
    ServerRef first = m_chain.servers.front();
    bool exists = false, redirects = false;
    for (ServerRef ref : m_chain.servers) {
        const istio::GatewayServer &server = serverOf(m_run.world, ref);
        const HttpView view = viewOf(ref);
        const auto bound = m_run.world.gatewayRules.constFind(view.gateway);
        std::vector<int> rules = bound == m_run.world.gatewayRules.constEnd()
            ? std::vector<int>()
            : visibleRules(m_run, m_hop.proxy.namespaceName, bound->covering(name));
        std::erase_if(rules, [&](int i) { return !makesHost(ref, m_run.world.virtualServices[size_t(i)], name); });
        std::erase_if(rules, [&](int i) { return candidatesOf(m_run, i, view).empty(); });
        for (int i : inOrder(m_run, m_hop.proxy.namespaceName, rules)) {
            const std::vector<HttpCandidate> more = candidatesOf(m_run, i, view);
            candidates.insert(candidates.end(), more.begin(), more.end());
        }
        if (!exists && !rules.empty())
            first = ref;
        exists = exists || !rules.empty();
        redirects = redirects || (server.redirectsToHttps && (!rules.empty() || server.hostSet.contains(name)));
        if (serverOf(m_run.world, first).number != server.number)
            m_run.giveUp(serverField(m_run.world, ref),
                         Texts::tr("how servers of two port numbers share one listener"));
    }
    if (redirects && m_leg.security == ProxyLeg::Security::Plain) {
        m_run.step(TraceStage::Gateway, serverField(m_run.world, first),
                   [&] { return Texts::tr("The server redirects plain requests to HTTPS."); });
        return refused(301, u"redirect"_s);
    }
    if (!exists)
        return std::nullopt;
    putCatchAllsLast(m_run.world, candidates);
    return follow(m_run, candidates, viewOf(first), std::move(m_losers));
}

Outcome GatewayHttp::answer()
{
    const QString host = m_run.flow.host();
    if (host.endsWith(u'.'))
        m_run.giveUp({}, Texts::tr("how proxies of this version take a host with a trailing dot"));
    QStringList names(host);
    for (qsizetype dot = host.indexOf(u'.'); dot >= 0; dot = host.indexOf(u'.', dot + 1))
        names.append(u'*' + host.mid(dot));
    names.append(u"*"_s);
    for (const QString &name : names) {
        if (const std::optional<Outcome> outcome = answerFor(name))
            return *outcome;
    }
    m_run.step(TraceStage::Gateway, serverField(m_run.world, m_chain.servers.front()),
               [&] { return Texts::tr("No VirtualService bound to this Gateway has %1: 404.").arg(host); });
    return refused(404);
}

/// Whether a connection gets past the TLS of a chain, and what it then carries.
bool passesTls(Run &run, const GatewayChain &chain, const ProxyLeg &leg, Payload &payload)
{
    const ServerRef ref = chain.servers.front();
    const TraceField where = serverField(run.world, ref);
    const Tls tls = chain.kind == GatewayChain::Kind::Passthrough ? Tls::Passthrough : serverOf(run.world, ref).tls;
    const bool isPlain = leg.security == ProxyLeg::Security::Plain;
    switch (tls) {
    case Tls::None:
        if (!isPlain && chain.kind == GatewayChain::Kind::Tcp)
            run.giveUp(where, Texts::tr("what the host makes of the sidecar's TLS"));
        if (!isPlain)
            run.step(TraceStage::MutualTls, where,
                     [&] { return Texts::tr("The server speaks plain HTTP, the sidecar TLS: the connection fails."); });
        return isPlain;
    case Tls::Passthrough:
        if (leg.security == ProxyLeg::Security::Simple)
            run.giveUp(where, Texts::tr("whether the host has a certificate for %1").arg(leg.serverName));
        if (!isPlain)
            run.step(TraceStage::MutualTls, where, [&] {
                return Texts::tr(
                    "The server passes the sidecar's own TLS on, and the host has no certificate of the mesh: the connection fails.");
            });
        return isPlain;
    case Tls::IstioMutual:
        if (leg.security != ProxyLeg::Security::IstioMutual)
            run.step(TraceStage::MutualTls, where, [&] {
                return isPlain && payload == Payload::Tls
                    ? Texts::tr(
                        "The server ends the application's own TLS with a certificate of the mesh, which the application does not trust.")
                    : Texts::tr("The server asks for a certificate of the mesh, and gets none: the connection fails.");
            });
        return leg.security == ProxyLeg::Security::IstioMutual;
    case Tls::AutoPassthrough:
    case Tls::Other:
        break;
    }
    if (!isPlain || payload == Payload::Tls)
        run.giveUp(where, Texts::tr("which certificate the server's secret holds"));
    run.step(TraceStage::MutualTls, where,
             [&] { return Texts::tr("The server expects TLS and gets none: the connection fails."); });
    return false;
}

Outcome passOn(Run &run, const Proxy &gateway, const GatewayChain &chain)
{
    const istio::VirtualService &rule = run.world.virtualServices[size_t(chain.rule)];
    const bool isTls = chain.kind == GatewayChain::Kind::Passthrough;
    const char *const part = isTls ? "tls" : "tcp";
    const istio::L4Route &route = isTls ? rule.tls[size_t(chain.route)] : rule.tcp[size_t(chain.route)];
    run.step(TraceStage::Gateway, field(rule.object, "spec", part, chain.route),
             [&] { return Texts::tr("This route takes the connection."); });
    return sendToOneOf(run, {gateway, TraceStage::Gateway, false}, route.destinations,
                       field(rule.object, "spec", part, chain.route, "route"),
                       serverOf(run.world, chain.servers.front()).number);
}

} // namespace

Outcome atGateway(Run &run, int workload, int port, const ProxyLeg &leg)
{
    const Workload &pods = run.world.workloads[size_t(workload)];
    const Proxy gateway{true, pods.namespaceName, pods.labels, pods.labelsAreComplete, workload};
    checkExtensions(run, gateway);
    const std::shared_ptr<const GatewayListener> listener = gatewayListener(run, workload, port);
    const TraceField service{pods.object, FieldPath()};
    if (listener->automatic && leg.serverName.startsWith("outbound_"_L1))
        run.giveUp(serverField(run.world, *listener->automatic),
                   Texts::tr("which Service of the mesh this server passes the connection on to"));
    if (listener->chains.empty()) {
        run.step(
            TraceStage::Gateway, service,
            [&] { return Texts::tr("No server of a Gateway listens on port %1 of %2.").arg(port).arg(pods.name); },
            listener->losers);
        return closed();
    }
    if (listener->isRefused)
        run.giveUp(
            serverField(run.world, listener->chains.front().servers.front()),
            Texts::tr(
                "what the proxy does: it refuses the listener of port %1, in which two servers take the same connections")
                .arg(port));
    const bool isPlain = leg.security == ProxyLeg::Security::Plain;
    const QString name = isPlain ? run.flow.serverName : leg.serverName;
    const int found = listener->table.find({std::nullopt, name, false});
    if (found < 0) {
        run.step(
            TraceStage::Gateway, service,
            [&] {
                return name.isEmpty()
                    ? Texts::tr("No server on port %1 of %2 takes a connection without a server name.")
                          .arg(port)
                          .arg(pods.name)
                    : Texts::tr("No server on port %1 of %2 answers to %3.").arg(port).arg(pods.name, name);
            },
            listener->losers);
        return closed();
    }
    const GatewayChain &chain = listener->chains[size_t(found)];
    run.step(
        TraceStage::Gateway, serverField(run.world, chain.servers.front()),
        [&] { return Texts::tr("This server takes the connection on port %1 of %2.").arg(port).arg(pods.name); },
        listener->losers);
    if (!passesTls(run, chain, leg, run.flow.payload)) {
        Outcome failed = closed();
        if (isPlain && run.flow.payload == Payload::Tls && chain.kind != GatewayChain::Kind::Passthrough
            && serverOf(run.world, chain.servers.front()).tls == Tls::IstioMutual)
            failed.answer = Texts::tr("the gateway shows a certificate of the mesh");
        return failed;
    }
    const bool asHttp = chain.kind == GatewayChain::Kind::Http;
    if (asHttp && run.flow.payload != Payload::Http) {
        run.step(TraceStage::Gateway, serverField(run.world, chain.servers.front()),
                 [&] { return Texts::tr("The server expects HTTP and gets something else."); });
        return closed();
    }
    if (const std::optional<Outcome> denied = authorize(run, gateway, port, leg, asHttp))
        return *denied;
    return asHttp ? GatewayHttp(run, gateway, chain, leg).answer() : passOn(run, gateway, chain);
}

} // namespace sallyport
