// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/flatten.h"

#include "core/policy/findingcodes.h"
#include "core/routes/coverage.h"
#include "core/routes/defects.h"
#include "core/routes/findinglist.h"
#include "core/routes/wildcardfixes.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// A workspace of more routes than this is a mistake, or an attack on the memory of whoever opens it.
constexpr size_t routeLimit = 100'000; // about 3 GB of objects

QString tr(const char *text)
{
    return QCoreApplication::translate("Flatten", text);
}

/// Turns policies into routes, one policy after the other.
class Flattener
{
public:
    Flattener(const Workspace &workspace, const Mesh &mesh)
        : m_workspace(workspace)
        , m_mesh(mesh)
        , m_findings(m_table.findings)
    {
    }

    RouteTable run();

private:
    void findClashingGateways();
    void reportClash(DocumentId mesh, const QStringList &names, int earlier, int later);
    void addPolicy(DocumentId id);
    void addSource(const Policy &policy, const Defects &defects, EgressRoute route);
    void addDestination(const Policy &policy, const Defects &defects, EgressRoute route);
    void addHost(const QString &host, EgressRoute route);
    bool canLower(const EgressRoute &route);
    void report(QLatin1StringView code, const EgressRoute &route, const FieldPath &path, const QString &message,
                QList<Fix> fixes = {});

    const Workspace &m_workspace;
    const Mesh &m_mesh;
    QSet<QString> m_gatewayNamespaces;
    QSet<QString> m_clashingGateways;
    quint32 numberOf(const QString &name)
    {
        quint32 &number = m_numbers[name];
        if (number == 0)
            number = quint32(m_numbers.size());
        return number;
    }

    QHash<QString, quint32> m_numbers;
    bool m_full = false;
    RouteTable m_table;
    FindingList m_findings;
};

RouteTable Flattener::run()
{
    findClashingGateways();
    for (const QString &name : gatewaysOf(m_workspace, m_mesh))
        m_gatewayNamespaces.insert(m_mesh.gateway(name).namespaceName);
    for (DocumentId id : documentsOf(m_workspace, DocumentKind::Policy))
        addPolicy(id);
    return std::move(m_table);
}

/// Istio merges every Gateway whose selector matches a pod, whatever its namespace: two of ours on one pod would mix their doors.
void Flattener::findClashingGateways()
{
    const std::vector<DocumentId> meshes = documentsOf(m_workspace, DocumentKind::Mesh);
    if (meshes.empty())
        return; // the assumed selectors differ by construction
    QStringList names;
    for (const MeshGateway &gateway : m_mesh.gateways)
        names.append(gateway.name);
    for (const QString &name : gatewaysOf(m_workspace, m_mesh)) {
        if (!names.contains(name))
            names.append(name);
    }
    for (qsizetype later = 0; later < names.size(); ++later) {
        for (qsizetype earlier = 0; earlier < later; ++earlier) {
            if (names[earlier] != names[later]
                && canSelectOnePod(m_mesh.gateway(names[earlier]).selector, m_mesh.gateway(names[later]).selector))
                reportClash(meshes.front(), names, int(earlier), int(later));
        }
    }
}

void Flattener::reportClash(DocumentId mesh, const QStringList &names, int earlier, int later)
{
    m_clashingGateways.insert(names[earlier]);
    m_clashingGateways.insert(names[later]);
    const auto selectorOf = [&](int i) {
        const FieldPath gateways = FieldPath().child(u"spec"_s).child(u"gateways"_s);
        const bool listed = i < m_mesh.gateways.size();
        return FieldRef{mesh.file, mesh.document, listed ? gateways.index(i).child(u"selector"_s) : gateways};
    };
    Diagnostic clash = finding(
        "gateway.same-selector"_L1, m_workspace.target, selectorOf(later),
        tr("The selectors of gateways %1 and %2 can select the same pod, so Istio would mix the servers of both. "
           "No rule through either of them is compiled. Give the two a label with different values.")
            .arg(names[earlier], names[later]));
    clash.related = {selectorOf(earlier)};
    m_findings.add(clash);
}

void Flattener::addPolicy(DocumentId id)
{
    const DocumentReading &reading = m_workspace.reading(id.file, id.document);
    const Defects defects(reading.defects);
    const Policy *policy = reading.policy();
    if (!policy || defects.wholePolicy())
        return;
    EgressRoute route;
    route.origin.document = id;
    for (int rule = 0; rule < policy->rules.size(); ++rule) {
        if (defects.rule(rule))
            continue;
        route.origin.rule = rule;
        for (int from = 0; from < policy->rules[rule].from.size(); ++from) {
            route.origin.from = from;
            if (!defects.source(rule, from))
                addSource(*policy, defects, route);
        }
    }
}

void Flattener::addSource(const Policy &policy, const Defects &defects, EgressRoute route)
{
    const Rule &rule = policy.rules[route.origin.rule];
    const Source &source = rule.from[route.origin.from];
    route.clientNamespace = source.namespaceName;
    route.namespaceNumber = numberOf(source.namespaceName);
    route.selector = source.workloadSelector;
    if (m_gatewayNamespaces.contains(route.clientNamespace)) {
        report(
            "source.gateway-namespace"_L1, route, route.origin.fromPath().child(u"namespace"_s),
            tr("Namespace %1 is the namespace of a gateway. A host's two ServiceEntries would share their endpoints there, so rules for its own "
               "workloads cannot be compiled to Istio objects; the other sources of the rule are. Move the workloads to a namespace of their own.")
                .arg(route.clientNamespace));
        return;
    }
    for (int to = 0; to < rule.to.size(); ++to) {
        route.origin.to = to;
        if (!defects.destination(route.origin.rule, to))
            addDestination(policy, defects, route);
    }
}

void Flattener::addDestination(const Policy &policy, const Defects &defects, EgressRoute route)
{
    const Destination &to = policy.rules[route.origin.rule].to[route.origin.to];
    if (!to.port.protocol)
        return;
    route.port = to.port.number;
    route.targetPort = to.port.targetPort.value_or(to.port.number);
    route.protocol = *to.port.protocol;
    route.trafficClass = info(route.protocol).trafficClass;
    route.upgradePort = to.httpsUpgrade && to.httpsUpgrade->enabled ? to.httpsUpgrade->effectivePort() : 0;
    route.origin.ownGateway = to.byEgressGateway && !to.byEgressGateway->name.isEmpty();
    route.origin.ownGatewayPort = to.byEgressGateway && to.byEgressGateway->port;
    route.gateway = route.origin.ownGateway ? to.byEgressGateway->name : policy.gateway;
    route.gatewayPort = route.origin.ownGatewayPort ? *to.byEgressGateway->port : 0;
    if (route.gateway.isEmpty() || m_clashingGateways.contains(route.gateway)
        || (!route.origin.ownGateway && defects.policyGateway()))
        return;
    route.gatewayNumber = numberOf(route.gateway);
    for (int host = 0; host < to.hosts.size(); ++host) {
        route.origin.host = host;
        if (!defects.host(route.origin.rule, route.origin.to, host))
            addHost(canonicalHost(to.hosts[host]), route);
    }
}

void Flattener::addHost(const QString &host, EgressRoute route)
{
    route.host = host;
    if (!canLower(route))
        return;
    route.hostNumber = numberOf(host);
    if (m_table.routes.size() < routeLimit) {
        m_table.routes.push_back(std::move(route));
    } else if (!m_full) {
        m_full = true;
        report(
            "yaml.limit"_L1, route, route.origin.rulePath(),
            tr("The workspace has more than %1 combinations of source, host and port. From this rule on nothing is compiled; the "
               "rules before it are. Split the workspace.")
                .arg(routeLimit));
    }
}

bool Flattener::canLower(const EgressRoute &route)
{
    if (isWildcard(route.host)) {
        const MeshHost *known = m_mesh.host(route.host);
        if (!known || known->representative.isEmpty()) {
            report(
                "host.wildcard"_L1, route, route.origin.hostPath(),
                tr("A gateway cannot look up %1: it has no address of its own. This host is left out of the Istio objects; the others are "
                   "compiled. Name a representative host in the Mesh, list the hosts one by one, or use the ASM target.")
                    .arg(route.host),
                wildcardFixes(m_workspace, route));
            return false;
        }
    }
    if (route.trafficClass != TrafficClass::Http && l4MeshSni(route).size() > longestMeshSni) {
        report(
            "host.too-long"_L1, route, route.origin.hostPath(),
            tr("The name of %1 for namespace %2 inside the mesh would have %3 characters; %4 is the most. This host is left out; the "
               "others are compiled. A shorter host name or namespace is the only way.")
                .arg(route.host, route.clientNamespace)
                .arg(l4MeshSni(route).size())
                .arg(longestMeshSni));
        return false;
    }
    return true;
}

void Flattener::report(QLatin1StringView code, const EgressRoute &route, const FieldPath &path, const QString &message,
                       QList<Fix> fixes)
{
    Diagnostic diagnostic = finding(code, m_workspace.target, route.origin.ref(path), message);
    diagnostic.fixes = std::move(fixes);
    m_findings.add(std::move(diagnostic));
}

} // namespace

RouteTable flatten(const Workspace &workspace, const Mesh &mesh)
{
    return Flattener(workspace, mesh).run();
}

} // namespace sallyport
