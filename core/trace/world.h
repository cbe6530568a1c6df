// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/compile.h"
#include "core/policy/workspace.h"
#include "core/trace/objects.h"
#include "core/trace/result.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace sallyport {

/// An object that a proxy's configuration may come from.
struct TraceObject {
    ObjectRef ref;
    std::shared_ptr<const Value> value;
    DocumentId document; ///< Of a foreign object: where the workspace has it.
    int compiled = -1; ///< Of one of ours: its place in Compilation::objects.
    std::optional<qint64>
        created; ///< Seconds since 1970, where the object says it: Istio prefers the older of two rivals.
};

/// A port of a Service of the cluster, and where its pods listen.
struct WorkloadPort {
    int number = 0;
    std::optional<int> target; ///< Unknown where absent.
};

/// The pods behind a Service of the cluster. They are a gateway where a Gateway selects them.
struct Workload {
    QString name; ///< Of the Mesh's gateway, or of the Service.
    QString namespaceName, serviceHost;
    Labels labels; ///< Those that are known; sorted by key.
    bool labelsAreComplete = false;
    std::vector<WorkloadPort> ports;
    bool portsAreListed = false; ///< Otherwise they are assumed.
    QString serviceAccount; ///< Empty = unknown.
    /// security.istio.io/tlsMode of its pods: clients without a DestinationRule then speak mutual TLS. Istio's own gateways lack it.
    bool takesMutualTls = false;
    int object = -1; ///< The Service; -1 = the Mesh knows it.
    bool isGateway = false; ///< A Mesh or a policy calls it one, or a Gateway may select it.

    const WorkloadPort *port(int number) const;
};

/// What changes a proxy's configuration beyond what is modelled: an EnvoyFilter, a WasmPlugin and the like.
struct Extension {
    int object = -1;
    QString namespaceName;
    Labels selector;
    bool changesSidecars = false; ///< Their outbound side.
    bool changesGateways = false;
};

/// Which VirtualServices hold a host, by the host as they write it.
struct HostIndex {
    QHash<QString, std::vector<int>> byName;
    std::vector<QString> wildcards; ///< Keys of byName.

    void add(const QString &host, int item);
    /// Items with a host that is `name` or covers it, or is covered by it where `name` is a wildcard; ascending, each once.
    std::vector<int> overlapping(const QString &name) const;
    /// Items with a host that is `name` or covers it.
    std::vector<int> covering(const QString &name) const;
};

/// Services of one visibility that have a port.
struct ServicesOnPort {
    std::vector<int> http; ///< Where the port carries HTTP: one listener serves them all.
    std::vector<int> others;
};

/// Everything that decides what becomes of requests: objects of a workspace, ours and foreign, and the facts of its Mesh.
///
/// Only what is in here exists: a mesh has no other object that matters.
struct TraceWorld {
    Mesh mesh;
    std::vector<TraceObject> objects;
    std::vector<istio::Service> services;
    std::vector<istio::VirtualService> virtualServices;
    std::vector<istio::DestinationRule> destinationRules;
    std::vector<istio::Gateway> gateways;
    std::vector<int> authorizations, sidecars, requestAuthentications, peerAuthentications, proxyConfigs,
        meshRoutes; ///< Objects.
    std::vector<Extension> extensions;
    std::vector<Workload> workloads;

    QHash<QString, std::vector<int>> servicesByHost;
    QHash<QString, QHash<int, ServicesOnPort>>
        servicesByNamespace; ///< Exported to that namespace; those for all under "*".
    QHash<QString, std::vector<int>> servicesByAddress; ///< Single addresses.
    HostIndex meshRules; ///< VirtualServices bound to sidecars.
    QHash<QString, HostIndex> gatewayRules; ///< VirtualServices by gateway.
    QHash<QString, std::vector<int>> rulesByGateway;
    QHash<QString, std::vector<int>> destinationRulesByHost;
    std::vector<QString> wildcardDestinationRules;
};

/// Istio's namespace for objects that concern the whole mesh.
QString rootNamespace();

/// The world of a workspace: what it compiles to and every foreign object. Without a policy, its generated documents are read, too.
TraceWorld worldOf(const Workspace &workspace, const Compilation &compilation);

/// Where a field stands for a person: in the policy that made it, or in the foreign document.
struct FieldPlace {
    FieldRef ref; ///< Invalid for a fact about the mesh that no document states.
    QString file; ///< Empty where there is none.
    int line = 0; ///< From 1.
};
/// "VirtualService mytest/egp-www-…"; empty for no object.
QString objectName(const TraceWorld &world, const TraceField &field);

/// Finds the places of fields; keeps what it has parsed.
class FieldPlaces
{
public:
    FieldPlaces(const Workspace &workspace, const Compilation &compilation, const TraceWorld &world);
    FieldPlace place(const TraceField &field);
    /// The line (from 0) of the object's own YAML, of an object that the workspace compiles to; else -1.
    int lineInObject(const TraceField &field);

private:
    struct Compiled {
        std::shared_ptr<const yaml::Document> document;
        std::shared_ptr<const yaml::LineIndex> lines;
    };

    FieldRef refOf(const TraceObject &object, const FieldPath &path);
    int compiledLine(const TraceObject &object, const FieldPath &path);

    const Workspace &m_workspace;
    const Compilation &m_compilation;
    const TraceWorld &m_world;
    QHash<int, Compiled> m_compiledTexts; ///< By place in Compilation::objects.
    QHash<int, std::shared_ptr<const yaml::LineIndex>> m_lines; ///< Of files.
};

} // namespace sallyport
