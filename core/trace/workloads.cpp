// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/workloads.h"

#include "core/trace/hostnames.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Pods as a Pod or a Deployment describes them.
struct Pods {
    QString namespaceName, serviceAccount;
    Labels labels;
};

std::vector<Pods> podsOf(const TraceWorld &world)
{
    std::vector<Pods> all;
    for (const TraceObject &object : world.objects) {
        const bool isPod = object.ref.kind == "Pod"_L1;
        if (!isPod && object.ref.kind != "Deployment"_L1 && object.ref.kind != "DaemonSet"_L1)
            continue;
        const Value &pod = isPod ? *object.value : (*object.value)[u"spec"][u"template"];
        all.push_back({object.ref.namespaceName, pod[u"spec"][u"serviceAccountName"].text(),
                       istio::labelsOf(pod[u"metadata"][u"labels"])});
    }
    return all;
}

std::vector<WorkloadPort> portsOf(const Value &service)
{
    std::vector<WorkloadPort> ports;
    for (const Member &member : service[u"spec"][u"ports"].members()) {
        const Value *target = member.value.find(u"targetPort");
        const int number = int(member.value[u"port"].toInt());
        WorkloadPort port{number, std::nullopt};
        if (!target)
            port.target = number;
        else if (target->type() == Value::Type::Int)
            port.target = int(target->toInt()); // a name is the pod's business
        ports.push_back(port);
    }
    return ports;
}

/// Completes what Pod documents know of a Service's pods. Of pods that differ, nothing is sure.
void addPods(Workload &workload, const std::vector<Pods> &all, const Labels &selector)
{
    std::vector<const Pods *> mine;
    for (const Pods &pods : all) {
        if (pods.namespaceName == workload.namespaceName && !selector.isEmpty()
            && istio::selects(selector, pods.labels))
            mine.push_back(&pods);
    }
    if (mine.size() != 1)
        return;
    workload.labels = mine.front()->labels;
    workload.labelsAreComplete = true;
    workload.serviceAccount = mine.front()->serviceAccount.isEmpty() ? u"default"_s : mine.front()->serviceAccount;
    workload.takesMutualTls = std::any_of(workload.labels.begin(), workload.labels.end(), [](const auto &label) {
        return label.first == "security.istio.io/tlsMode"_L1 && label.second == "istio"_L1;
    });
}

Workload workloadOf(const istio::Service &service, const Value &object, const std::vector<Pods> &pods)
{
    Workload workload;
    workload.name = object[u"metadata"][u"name"].text();
    workload.namespaceName = service.namespaceName;
    workload.serviceHost = service.host;
    workload.labels = istio::labelsOf(object[u"spec"][u"selector"]);
    workload.ports = portsOf(object);
    workload.portsAreListed = true;
    workload.object = service.object;
    addPods(workload, pods, workload.labels);
    return workload;
}

/// What a Service document does not say of a gateway, the Mesh may.
void complete(Workload &workload, const MeshGateway &gateway)
{
    workload.name = gateway.name;
    workload.isGateway = true;
    if (!workload.labelsAreComplete) {
        for (const auto &label : gateway.selector) {
            if (!workload.labels.contains(label))
                workload.labels.append(label);
        }
        std::sort(workload.labels.begin(), workload.labels.end());
    }
    for (WorkloadPort &port : workload.ports) {
        const MeshGatewayPort *known = gateway.port(port.number);
        if (!port.target && known)
            port.target = known->targetPort;
    }
}

int findWorkload(const TraceWorld &world, const QString &serviceHost)
{
    const auto found = std::find_if(world.workloads.begin(), world.workloads.end(),
                                    [&](const Workload &workload) { return workload.serviceHost == serviceHost; });
    return found == world.workloads.end() ? -1 : int(found - world.workloads.begin());
}

istio::PortProtocol protocolOf(const MeshGatewayPort &port)
{
    const istio::PortProtocol named = istio::portProtocol(port.name.section(u'-', 0, 0));
    return named == istio::PortProtocol::Auto && port.name.isEmpty() ? istio::portProtocol(port.protocol) : named;
}

/// A gateway whose Service no document shows.
void addMeshGateway(TraceWorld &world, const MeshGateway &gateway, const std::vector<Pods> &pods)
{
    const int known = findWorkload(world, gateway.serviceHost());
    if (known >= 0)
        return complete(world.workloads[size_t(known)], gateway);
    Workload workload;
    workload.name = gateway.name;
    workload.isGateway = true;
    workload.namespaceName = gateway.namespaceName;
    workload.serviceHost = gateway.serviceHost();
    workload.labels = gateway.selector;
    std::sort(workload.labels.begin(), workload.labels.end());
    workload.portsAreListed = gateway.portsListed;
    addPods(workload, pods, workload.labels);
    istio::Service service;
    service.isKubernetes = true;
    service.isExternal = false;
    service.hasSelector = true;
    service.resolution = istio::Service::Resolution::Static;
    service.host = workload.serviceHost;
    service.namespaceName = workload.namespaceName;
    service.workload = int(world.workloads.size());
    for (const MeshGatewayPort &port : gateway.ports) {
        workload.ports.push_back({port.number, port.targetPort});
        service.ports.push_back({port.number, port.targetPort.value_or(0), port.name, protocolOf(port)});
    }
    world.services.push_back(std::move(service));
    world.workloads.push_back(std::move(workload));
}

bool isKnown(const TraceWorld &world, const Labels &selector)
{
    return std::any_of(world.workloads.begin(), world.workloads.end(),
                       [&](const Workload &workload) { return istio::selects(selector, workload.labels); });
}

/// Gateways that nothing but a Gateway object names are taken for what they usually are.
void addUsualGateways(TraceWorld &world, const std::vector<Pods> &pods)
{
    for (const istio::Gateway &gateway : world.gateways) {
        if (!gateway.selector || isKnown(world, *gateway.selector))
            continue;
        for (const auto &[key, value] : *gateway.selector) {
            if (key == "istio"_L1 && value.startsWith("egressgateway"_L1))
                addMeshGateway(world, assumedGateway(value), pods);
        }
    }
}

/// Whether pods of which some labels are known can have all labels of a selector.
bool canHave(const Workload &workload, const Labels &selector)
{
    return std::all_of(selector.begin(), selector.end(), [&](const auto &label) {
        const auto known = std::find_if(workload.labels.begin(), workload.labels.end(),
                                        [&](const auto &other) { return other.first == label.first; });
        return known == workload.labels.end() ? !workload.labelsAreComplete : known->second == label.second;
    });
}

void markGateways(TraceWorld &world)
{
    for (Workload &workload : world.workloads) {
        for (const istio::Gateway &gateway : world.gateways)
            workload.isGateway = workload.isGateway || !gateway.selector || canHave(workload, *gateway.selector);
    }
}

} // namespace

void addWorkloads(TraceWorld &world, const Workspace &workspace)
{
    const std::vector<Pods> pods = podsOf(world);
    for (istio::Service &service : world.services) {
        if (!service.isKubernetes || !service.hasSelector)
            continue;
        service.workload = int(world.workloads.size());
        world.workloads.push_back(workloadOf(service, *world.objects[size_t(service.object)].value, pods));
    }
    for (const QString &name : gatewaysOf(workspace, world.mesh))
        addMeshGateway(world, world.mesh.gateway(name), pods);
    addUsualGateways(world, pods);
    markGateways(world);
}

} // namespace sallyport
