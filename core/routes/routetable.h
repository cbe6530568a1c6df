// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/mesh.h"
#include "core/policy/policy.h"
#include "core/policy/workspace.h"

#include <vector>

namespace sallyport {

/// Which words of which policy made a route: indices into the workspace's policies and their lists.
struct RouteOrigin {
    DocumentId document;
    int rule = 0;
    int from = 0;
    int to = 0;
    int host = 0;
    bool ownGateway = false; ///< The destination names its gateway itself; otherwise the policy does.
    bool ownGatewayPort = false; ///< The destination names its gateway port; otherwise it was chosen.
    bool operator==(const RouteOrigin &) const = default;

    FieldPath rulePath() const; ///< spec.egressRules[i]
    FieldPath fromPath() const;
    FieldPath toPath() const;
    FieldPath hostPath() const;
    FieldPath gatewayPath() const; ///< Where the gateway is named.

    FieldRef ref(const FieldPath &path) const { return {document.file, document.document, path}; }
};

/// One permission, flat: these workloads may reach this host on this port, in this way. The table of these answers every question:
/// conflicts, automatic ports, the gate, the access diff; the Istio objects are lowered from it.
struct EgressRoute {
    QString clientNamespace;
    Labels selector;
    QString host; ///< Canonical; perhaps a wildcard.
    int port = 0;
    int targetPort = 0; ///< What the gateway dials; equals port where the policy gives none.
    TrafficClass trafficClass = TrafficClass::Http;
    Protocol protocol = Protocol::Http;
    QString gateway;
    int gatewayPort = 0; ///< Chosen where the policy gives none; 0 where none could be.
    int upgradePort = 0; ///< 0 = no upgrade.
    bool implied = false; ///< The application's own HTTPS beside an upgrade (statement 4 of the meaning).
    RouteOrigin origin;

    /// Numbers of the names, equal within one table exactly where the names are: grouping thousands of routes hashes these.
    quint32 namespaceNumber = 0;
    quint32 hostNumber = 0;
    quint32 gatewayNumber = 0;

    /// The port of the host as the gateway's mesh knows it, and the one it dials there: the upgrade port for both, else port and target port.
    int upstreamPort() const { return upgradePort ? upgradePort : port; }
    int dialledPort() const { return upgradePort ? upgradePort : targetPort; }

    /// True where the same objects come of both: all but the origin is equal.
    bool sameRouteAs(const EgressRoute &other) const;
};

/// The name inside the mesh's mutual TLS by which a gateway knows an L4 route: p443.api.example.com.mytest.l4.egress.internal.
/// Its own names all end in .egress.internal, so they can never meet a real host (finding host.reserved).
QString l4MeshSni(const EgressRoute &route);
/// The longest name that DNS and Envoy's SNI matching take.
inline constexpr qsizetype longestMeshSni = 253;

/// All routes of a workspace in document order (files, documents, rules, from, to, hosts; implied ones last), without those in conflict.
struct RouteTable {
    std::vector<EgressRoute> routes;
    QList<Diagnostic> findings;
};

/// Tells whether a route carried over from a wildcard matters to an exact host: TCP knows no names unless sidecars answer DNS.
inline bool isKnownByName(const EgressRoute &route, const Mesh &mesh)
{
    return route.trafficClass != TrafficClass::Tcp || mesh.dnsCapture;
}

/// Flattens the policies, chooses automatic gateway ports, finds conflicts; of two routes in conflict both are left out.
RouteTable routesOf(const Workspace &workspace, const Mesh &mesh);

} // namespace sallyport
