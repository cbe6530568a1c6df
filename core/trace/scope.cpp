// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/scope.h"

#include "core/trace/hostnames.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

std::vector<int> objectsOf(const Run &run, const std::vector<int> &services)
{
    std::vector<int> objects;
    for (int i : services) {
        const int object = run.world.services[size_t(i)].object;
        if (object >= 0 && std::find(objects.begin(), objects.end(), object) == objects.end())
            objects.push_back(object);
    }
    return objects;
}

/// The namespace whose definition of a host a proxy takes.
QString chosenNamespace(Run &run, const Proxy &proxy, const std::vector<int> &seen)
{
    const auto service = [&](int i) -> const istio::Service & { return run.world.services[size_t(i)]; };
    QSet<QString> namespaces;
    for (int i : seen)
        namespaces.insert(service(i).namespaceName);
    // A sidecar prefers its own namespace; a gateway does not.
    if (namespaces.size() == 1 || (!proxy.isGateway && namespaces.contains(proxy.namespaceName)))
        return namespaces.size() == 1 ? *namespaces.begin() : proxy.namespaceName;
    for (int i : seen) {
        if (service(i).isKubernetes)
            return service(i).namespaceName;
    }
    std::vector<int> rivals;
    for (bool everywhere : {false, true}) {
        for (int i : seen) {
            if (service(i).exportTo.everywhere == everywhere)
                rivals.push_back(i);
        }
        if (!rivals.empty())
            break;
    }
    const std::vector<int> ordered = run.byAge(objectsOf(run, rivals));
    for (int i : rivals) {
        if (service(i).object == ordered.front())
            return service(i).namespaceName;
    }
    return {};
}

/// Two ServiceEntries of one namespace and host share their endpoints: fine where they differ in ports alone.
bool canShare(const istio::Service &a, const istio::Service &b)
{
    if (a.isKubernetes || b.isKubernetes || a.resolution != b.resolution || a.isExternal != b.isExternal
        || !a.endpoints.empty() || !b.endpoints.empty() || a.hasSelector || b.hasSelector || a.exportTo != b.exportTo
        || a.resolution == istio::Service::Resolution::DynamicDns || !a.addresses.isEmpty() || !b.addresses.isEmpty()
        || a.subjectAltNames != b.subjectAltNames)
        return false;
    return std::none_of(a.ports.begin(), a.ports.end(), [&](const auto &port) { return b.port(port.number); });
}

bool appliesTo(const Run &run, const Proxy &proxy, const QString &home, const Labels &selector)
{
    const bool isNear = home == proxy.namespaceName || home == rootNamespace();
    return isNear && run.isSelected(selector, proxy).value_or(true);
}

/// The Sidecar object that configures the client's sidecar, or -1.
int sidecarObject(Run &run)
{
    const auto selectorOf = [&](int i) -> const Value & {
        return (*run.world.objects[size_t(i)].value)[u"spec"][u"workloadSelector"];
    };
    std::vector<int> selecting, plain, root;
    for (int i : run.world.sidecars) {
        const bool hasSelector = !selectorOf(i).isNull();
        if (run.ref(i).namespaceName == run.sidecar.namespaceName) {
            if (!hasSelector)
                plain.push_back(i);
            else if (istio::selects(istio::labelsOf(selectorOf(i)[u"labels"]), run.sidecar.labels))
                selecting.push_back(i);
        } else if (run.ref(i).namespaceName == rootNamespace() && !hasSelector) {
            root.push_back(i);
        }
    }
    for (const std::vector<int> &candidates : {selecting, plain, root}) {
        if (!candidates.empty())
            return run.byAge(candidates).front();
    }
    return -1;
}

bool importsEverything(const Value &egress)
{
    if (egress.isEmpty())
        return true;
    const Value &only = egress[size_t(0)];
    return egress.size() == 1 && !only.find(u"port") && !only.find(u"bind") && !only.find(u"captureMode")
        && istio::textsOf(only[u"hosts"]) == QStringList(u"*/*"_s);
}

/// Istio 1.25 and newer allocate addresses by themselves; before, only sidecars with a further setting used them.
bool allocatesAddresses(Run &run)
{
    const QVersionNumber version = QVersionNumber::fromString(run.world.mesh.istioVersion);
    if (version.segmentCount() >= 2 && version >= QVersionNumber(1, 25))
        return true;
    return run.choose(
               Texts::tr("whether istiod allocates addresses for hosts without one (Istio before 1.25 does not by "
                         "itself; the Mesh's istioVersion says which)"),
               2)
        == 0;
}

} // namespace

std::vector<int> visibleServices(Run &run, const Proxy &proxy, const QString &host)
{
    std::vector<int> seen;
    const auto found = run.world.servicesByHost.constFind(host);
    if (found == run.world.servicesByHost.constEnd())
        return seen;
    for (int i : *found) {
        if (run.world.services[size_t(i)].exportTo.includes(proxy.namespaceName))
            seen.push_back(i);
    }
    if (seen.size() < 2)
        return seen;
    const QString home = chosenNamespace(run, proxy, seen);
    std::erase_if(seen, [&](int i) { return run.world.services[size_t(i)].namespaceName != home; });
    for (size_t i = 1; i < seen.size(); ++i) {
        const istio::Service &service = run.world.services[size_t(seen[i])];
        if (!canShare(run.world.services[size_t(seen.front())], service))
            run.giveUp(field(service.object, "spec", "hosts"),
                       Texts::tr("what two definitions of one host in one namespace come to"));
    }
    return seen;
}

int visibleService(Run &run, const Proxy &proxy, const QString &host)
{
    const std::vector<int> services = visibleServices(run, proxy, host);
    return services.empty() ? -1 : services.front();
}

std::vector<int> visibleRules(const Run &run, const QString &namespaceName, const std::vector<int> &rules)
{
    std::vector<int> visible;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(visible),
                 [&](int i) { return run.world.virtualServices[size_t(i)].exportTo.includes(namespaceName); });
    return visible;
}

std::vector<int> inOrder(Run &run, const QString &namespaceName, const std::vector<int> &rules)
{
    if (rules.size() < 2)
        return rules;
    QHash<int, int> ruleOf;
    std::vector<int> groups[3];
    for (int i : rules) {
        const istio::VirtualService &rule = run.world.virtualServices[size_t(i)];
        ruleOf.insert(rule.object, i);
        const size_t group = rule.exportTo.everywhere ? 2 : rule.namespaceName == namespaceName ? 0 : 1;
        groups[group].push_back(rule.object);
    }
    std::vector<int> ordered;
    for (const std::vector<int> &group : groups) {
        for (int object : run.byAge(group))
            ordered.push_back(ruleOf.value(object));
    }
    return ordered;
}

QStringList listenAddresses(Run &run, const istio::Service &service)
{
    if (!service.addresses.isEmpty() || !run.world.mesh.dnsCapture || !service.mayGetAddress || service.isKubernetes)
        return service.addresses;
    return allocatesAddresses(run) ? QStringList("auto:"_L1 + service.namespaceName + u'/' + service.host)
                                   : QStringList();
}

bool allowsAny(Run &run, TraceField &why)
{
    const int object = sidecarObject(run);
    if (object >= 0) {
        const Value &policy = (*run.world.objects[size_t(object)].value)[u"spec"][u"outboundTrafficPolicy"];
        if (!policy.isNull()) {
            why = field(object, "spec", "outboundTrafficPolicy");
            const QString mode = policy[u"mode"].text();
            if (policy.find(u"egressProxy")
                || (!mode.isEmpty() && mode != "ALLOW_ANY"_L1 && mode != "REGISTRY_ONLY"_L1))
                run.giveUp(why, Texts::tr("where this outboundTrafficPolicy sends traffic without a rule"));
            return mode == "ALLOW_ANY"_L1;
        }
    }
    switch (run.world.mesh.outboundTrafficPolicy) {
    case OutboundTrafficPolicy::RegistryOnly:
        return false;
    case OutboundTrafficPolicy::AllowAny:
        return true;
    case OutboundTrafficPolicy::Unknown:
        break;
    }
    return run.choose(
               Texts::tr(
                   "whether the mesh's outboundTrafficPolicy is REGISTRY_ONLY or ALLOW_ANY (a Mesh document says)"),
               2)
        == 1;
}

void checkExtensions(Run &run, const Proxy &proxy)
{
    for (const Extension &extension : run.world.extensions) {
        if ((proxy.isGateway ? extension.changesGateways : extension.changesSidecars)
            && appliesTo(run, proxy, extension.namespaceName, extension.selector))
            run.giveUp({extension.object, {}},
                       Texts::tr("what %1 does to the request").arg(run.name(extension.object)));
    }
}

void checkSidecarObjects(Run &run)
{
    checkExtensions(run, run.sidecar);
    const int object = sidecarObject(run);
    if (object >= 0 && !importsEverything((*run.world.objects[size_t(object)].value)[u"spec"][u"egress"]))
        run.giveUp(field(object, "spec", "egress"), Texts::tr("what %1 hides from the workload").arg(run.name(object)));
    for (int i : run.world.meshRoutes)
        run.giveUp(field(i, "spec", "parentRefs"), Texts::tr("which requests %1 takes").arg(run.name(i)));
    for (int i : run.world.proxyConfigs) {
        const Value &spec = (*run.world.objects[size_t(i)].value)[u"spec"];
        const Labels selector = istio::labelsOf(spec[u"selector"][u"matchLabels"]);
        if (!spec[u"environmentVariables"].isEmpty() && appliesTo(run, run.sidecar, run.ref(i).namespaceName, selector))
            run.giveUp(field(i, "spec", "environmentVariables"),
                       Texts::tr("what %1 changes in the sidecar").arg(run.name(i)));
    }
}

} // namespace sallyport
