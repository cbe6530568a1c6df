// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/sidecar.h"

#include "core/trace/scope.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

bool isForSidecar(const Run &run, const istio::L4Match &match, int port)
{
    return (match.port == 0 || match.port == port) && (match.gateways.isEmpty() || match.gateways.contains(u"mesh"_s))
        && (match.sourceNamespace.isEmpty() || match.sourceNamespace == run.sidecar.namespaceName)
        && istio::selects(match.sourceLabels, run.sidecar.labels);
}

/// VirtualServices of the service's host with a route of this class for the sidecar, in the order that counts.
std::vector<int> rulesOf(Run &run, const istio::Service &service, int port, bool isTls)
{
    std::vector<int> rules =
        visibleRules(run, run.sidecar.namespaceName, run.world.meshRules.overlapping(service.host));
    std::erase_if(rules, [&](int i) {
        const istio::VirtualService &rule = run.world.virtualServices[size_t(i)];
        for (const istio::L4Route &route : isTls ? rule.tls : rule.tcp) {
            if (route.destinations.empty())
                continue;
            if (!isTls && route.matches.empty())
                return false;
            for (const istio::L4Match &match : route.matches) {
                if (isForSidecar(run, match, port))
                    return false;
            }
        }
        return true;
    });
    return inOrder(run, run.sidecar.namespaceName, rules);
}

std::vector<SidecarChain> tlsChains(Run &run, int service, const istio::ServicePort &port, QStringList blocks,
                                    bool hasAddress)
{
    const istio::Service &self = run.world.services[size_t(service)];
    std::vector<SidecarChain> chains;
    QSet<QString> seen;
    for (int i : rulesOf(run, self, port.number, true)) {
        const istio::VirtualService &rule = run.world.virtualServices[size_t(i)];
        for (size_t r = 0; r < rule.tls.size(); ++r) {
            for (size_t m = 0; !rule.tls[r].destinations.empty() && m < rule.tls[r].matches.size(); ++m) {
                const istio::L4Match &match = rule.tls[r].matches[m];
                if (!isForSidecar(run, match, port.number))
                    continue;
                if (!match.destinationSubnets.isEmpty())
                    blocks = match.destinationSubnets; // and so for all that follow, as Istio has it
                const QString key = match.sniHosts.join(u',') + u'|' + match.destinationSubnets.join(u',');
                if (!seen.contains(key))
                    chains.push_back({match.sniHosts, blocks, service, i, true, int(r), int(m)});
                seen.insert(key);
            }
        }
    }
    if (chains.empty()) {
        const bool needsName = !blocks.isEmpty() || !hasAddress;
        chains.push_back({needsName ? QStringList(self.host) : QStringList(), blocks, service, -1, true, -1, -1});
    }
    return chains;
}

std::vector<SidecarChain> tcpChains(Run &run, int service, const istio::ServicePort &port, const QStringList &blocks)
{
    const istio::Service &self = run.world.services[size_t(service)];
    std::vector<SidecarChain> chains;
    for (int i : rulesOf(run, self, port.number, false)) {
        const istio::VirtualService &rule = run.world.virtualServices[size_t(i)];
        for (size_t r = 0; r < rule.tcp.size(); ++r) {
            const istio::L4Route &route = rule.tcp[r];
            if (route.destinations.empty())
                continue;
            if (route.matches.empty()) {
                chains.push_back({{}, blocks, service, i, false, int(r), -1});
                return chains;
            }
            QStringList subnets;
            for (size_t m = 0; m < route.matches.size(); ++m) {
                const istio::L4Match &match = route.matches[m];
                if (!isForSidecar(run, match, port.number))
                    continue;
                if (match.destinationSubnets.isEmpty()) {
                    chains.push_back({{}, blocks, service, i, false, int(r), int(m)});
                    return chains;
                }
                subnets += match.destinationSubnets;
            }
            if (!subnets.isEmpty())
                chains.push_back({{}, subnets, service, i, false, int(r), -1});
        }
    }
    chains.push_back({{}, blocks, service, -1, false, -1, -1});
    return chains;
}

} // namespace

std::vector<SidecarChain> chainsOf(Run &run, const Hop &hop, int service, const istio::ServicePort &port,
                                   const QStringList &blocks, bool hasAddress)
{
    Q_UNUSED(hop)
    return istio::carriesTls(port.protocol) ? tlsChains(run, service, port, blocks, hasAddress)
                                            : tcpChains(run, service, port, blocks);
}

} // namespace sallyport
