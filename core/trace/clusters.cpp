// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/clusters.h"

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

using Rules = std::vector<const istio::DestinationRule *>;

bool isPrivate(const istio::DestinationRule &rule)
{
    return rule.selector || (!rule.exportTo.everywhere && rule.exportTo.namespaces == QStringList(rule.namespaceName));
}

/// The rules of one namespace for the most specific host that any of them has.
template<typename Predicate>
Rules rulesFor(const TraceWorld &world, const QString &host, Predicate isCandidate)
{
    const auto of = [&](const QString &name) {
        Rules rules;
        const auto found = world.destinationRulesByHost.constFind(name);
        for (size_t i = 0; found != world.destinationRulesByHost.constEnd() && i < found->size(); ++i) {
            const istio::DestinationRule &rule = world.destinationRules[size_t((*found)[i])];
            if (isCandidate(rule))
                rules.push_back(&rule);
        }
        return rules;
    };
    Rules best = of(host);
    if (!best.empty())
        return best;
    QString bestName;
    for (const QString &wildcard : world.wildcardDestinationRules) {
        if (!istio::isCoveredBy(host, wildcard) || (!bestName.isEmpty() && !istio::isMoreSpecific(wildcard, bestName)))
            continue;
        const Rules rules = of(wildcard);
        if (!rules.empty()) {
            best = rules;
            bestName = wildcard;
        }
    }
    return best;
}

/// Istio looks in the proxy's own namespace, then in the service's, then in its own.
Rules lookUp(const Run &run, const Proxy &proxy, const istio::Service &service)
{
    const QString &own = proxy.namespaceName;
    const bool isRoot = own == rootNamespace();
    const Rules local = rulesFor(run.world, service.host, [&](const istio::DestinationRule &rule) {
        return rule.namespaceName == own && (isRoot ? isPrivate(rule) : rule.selector || rule.exportTo.includes(own));
    });
    if (!local.empty())
        return local;
    for (const QString &home : {service.namespaceName, rootNamespace()}) {
        Rules exported = rulesFor(run.world, service.host, [&](const istio::DestinationRule &rule) {
            return rule.namespaceName == home && !isPrivate(rule);
        });
        std::erase_if(exported, [&](const auto *rule) { return !rule->exportTo.includes(own); });
        if (!exported.empty())
            return exported;
    }
    return {};
}

/// Several rules for one host become one where they agree on who sees them.
Rules merged(Run &run, const Proxy &proxy, Rules rules, const QString &subset)
{
    std::erase_if(rules, [&](const istio::DestinationRule *rule) {
        if (!rule->selector)
            return false;
        if (run.isSelected(*rule->selector, proxy).value_or(true))
            run.giveUp(field(rule->object, "spec", "workloadSelector"),
                       Texts::tr("how %1 mixes with other rules for the workload").arg(run.name(rule->object)));
        return true;
    });
    if (rules.size() < 2)
        return rules;
    int policies = 0;
    int subsets = 0;
    std::vector<int> objects;
    for (const istio::DestinationRule *rule : rules) {
        if (rule->exportTo != rules.front()->exportTo || rule->hasExportTo != rules.front()->hasExportTo)
            run.giveUp(field(rule->object, "spec", "exportTo"),
                       Texts::tr("which of several DestinationRules of one host is taken, whose exportTo differs"));
        policies += rule->policy ? 1 : 0;
        subsets += int(std::count_if(rule->subsets.begin(), rule->subsets.end(),
                                     [&](const istio::Subset &s) { return s.name == subset; }));
        objects.push_back(rule->object);
    }
    if (policies < 2 && subsets < 2)
        return rules;
    const std::vector<int> ordered = run.byAge(objects);
    std::sort(rules.begin(), rules.end(), [&](const auto *a, const auto *b) {
        return std::find(ordered.begin(), ordered.end(), a->object)
            < std::find(ordered.begin(), ordered.end(), b->object);
    });
    return rules;
}

/// A policy as it holds for one port: an entry for the port replaces all of it.
struct PortPolicy {
    const istio::TrafficPolicy *policy = nullptr;
    int entry = -1;
};

PortPolicy forPort(const std::optional<istio::TrafficPolicy> &policy, int port)
{
    if (!policy)
        return {};
    for (size_t i = 0; i < policy->ports.size(); ++i) {
        if (policy->ports[i].port == port)
            return {&policy->ports[i], int(i)};
    }
    return {&*policy, -1};
}

FieldPath policyPath(FieldPath path, const PortPolicy &policy)
{
    path = path.child(u"trafficPolicy"_s);
    if (policy.entry >= 0)
        path = path.child(u"portLevelSettings"_s).index(policy.entry);
    return path.child(u"tls"_s);
}

/// The service whose only port a destination without one means. A gateway's HTTP routes ask the VirtualService's namespace first.
int portGiver(Run &run, const Hop &hop, const QString &host, const QString &home)
{
    const auto found = run.world.servicesByHost.constFind(host);
    for (size_t i = 0; hop.isHttp && found != run.world.servicesByHost.constEnd() && i < found->size(); ++i) {
        const istio::Service &service = run.world.services[size_t((*found)[i])];
        if (service.namespaceName == home && service.exportTo.includes(hop.proxy.namespaceName))
            return (*found)[i];
    }
    return visibleService(run, hop.proxy, host);
}

} // namespace

ClusterPolicy policyOf(Run &run, const Proxy &proxy, const istio::Service &service, int port, const QString &subset)
{
    ClusterPolicy result;
    result.exists = subset.isEmpty();
    const Rules rules = merged(run, proxy, lookUp(run, proxy, service), subset);
    for (const istio::DestinationRule *rule : rules) {
        const PortPolicy policy = forPort(rule->policy, port);
        if (!policy.policy)
            continue;
        result.tls = policy.policy->tls;
        result.httpVersion = policy.policy->httpVersion.value_or(istio::HttpVersion::AsThePort);
        result.tlsField = {rule->object, policyPath(FieldPath().child(u"spec"_s), policy)};
        if (policy.policy->isUnmodelled)
            run.giveUp({rule->object, result.tlsField.path.parent()}, Texts::tr("what this trafficPolicy does"));
        break;
    }
    for (const istio::DestinationRule *rule : rules) {
        for (size_t i = 0; !result.exists && i < rule->subsets.size(); ++i) {
            const istio::Subset &found = rule->subsets[i];
            if (found.name != subset)
                continue;
            result.exists = true;
            result.subsetLabels = found.labels;
            const FieldPath path = FieldPath().child(u"spec"_s).child(u"subsets"_s).index(int(i));
            const PortPolicy policy = forPort(found.policy, port);
            if (!policy.policy)
                continue;
            if (policy.policy->tls || policy.entry >= 0) {
                result.tls = policy.policy->tls;
                result.tlsField = {rule->object, policyPath(path, policy)};
            }
            if (policy.policy->httpVersion || policy.entry >= 0)
                result.httpVersion = policy.policy->httpVersion.value_or(istio::HttpVersion::AsThePort);
            if (policy.policy->isUnmodelled)
                run.giveUp({rule->object, path}, Texts::tr("what this trafficPolicy does"));
        }
    }
    return result;
}

bool speaksHttp2(const ClusterPolicy &policy, const istio::ServicePort &port)
{
    using istio::PortProtocol;
    if (policy.httpVersion == istio::HttpVersion::AsTheClient)
        return false;
    return policy.httpVersion == istio::HttpVersion::Two || port.protocol == PortProtocol::Http2
        || port.protocol == PortProtocol::Grpc || port.protocol == PortProtocol::GrpcWeb;
}

Outcome unreachable(const Hop &hop)
{
    return hop.isHttp ? refused(503) : closed();
}

Outcome sendToOneOf(Run &run, const Hop &hop, const std::vector<istio::RouteDestination> &destinations, TraceField list,
                    int listener)
{
    std::vector<size_t> taken;
    for (size_t i = 0; i < destinations.size(); ++i) {
        if (destinations.size() == 1 || destinations[i].weight > 0)
            taken.push_back(i);
    }
    if (taken.empty()) {
        run.giveUp(list, Texts::tr("where a route without a destination of any weight leads"));
        return closed();
    }
    const size_t choice = taken.size() == 1
        ? 0
        : size_t(run.choose(Texts::tr("which of the weighted destinations in %1 of %2 is taken")
                                .arg(list.path.toString(), run.name(list.object)),
                            int(taken.size())));
    const istio::RouteDestination &to = destinations[taken[choice]];
    list.path = list.path.index(int(taken[choice])).child(u"destination"_s);
    int port = to.port.value_or(listener);
    if (!to.port && (!hop.isHttp || hop.proxy.isGateway)) {
        const int i = portGiver(run, hop, to.host, run.ref(list.object).namespaceName);
        if (i >= 0 && run.world.services[size_t(i)].ports.size() == 1)
            port = run.world.services[size_t(i)].ports.front().number;
    }
    return sendToCluster(run, hop, to, port, list);
}

Outcome sendToCluster(Run &run, const Hop &hop, const istio::RouteDestination &to, int port, const TraceField &field)
{
    const std::vector<int> services = visibleServices(run, hop.proxy, to.host);
    if (services.empty()) {
        if (istio::isClusterName(to.host))
            run.giveUp(
                field,
                Texts::tr("whether the mesh has a Service %1, and which ports and pods (list its gateway in the Mesh, "
                          "or add the Service to the workspace)")
                    .arg(to.host));
        run.step(hop.stage, field, [&] {
            return Texts::tr("No object that this proxy sees defines %1: there is nowhere to go.").arg(to.host);
        });
        return unreachable(hop);
    }
    const istio::Service *service = nullptr;
    for (int i : services) {
        if (run.world.services[size_t(i)].port(port))
            service = &run.world.services[size_t(i)];
    }
    const istio::ServicePort *servicePort = service ? service->port(port) : nullptr;
    if (!servicePort || servicePort->protocol == istio::PortProtocol::Udp) {
        const int workload = run.world.services[size_t(services.front())].workload;
        if (workload >= 0 && !run.world.workloads[size_t(workload)].portsAreListed)
            run.giveUp(
                field,
                Texts::tr("whether the Service %1 has a port %2 (the Mesh can list its ports)").arg(to.host).arg(port));
        run.step(hop.stage, field,
                 [&] { return Texts::tr("%1 has no port %2: there is nowhere to go.").arg(to.host).arg(port); });
        return unreachable(hop);
    }
    const ClusterPolicy policy = policyOf(run, hop.proxy, *service, port, to.subset);
    if (!policy.exists) {
        run.step(hop.stage, field, [&] {
            return Texts::tr("No DestinationRule that this proxy uses has a subset %1 of %2: there is nowhere to go.")
                .arg(to.subset, to.host);
        });
        return unreachable(hop);
    }
    run.step(hop.stage, field, [&] {
        return to.subset.isEmpty()
            ? Texts::tr("The request goes to %1, port %2.").arg(to.host).arg(port)
            : Texts::tr("The request goes to %1, port %2, subset %3.").arg(to.host).arg(port).arg(to.subset);
    });
    return service->isKubernetes ? enterWorkload(run, hop, *service, *servicePort, to.subset, policy)
                                 : leaveMesh(run, hop, *service, *servicePort, policy);
}

} // namespace sallyport
