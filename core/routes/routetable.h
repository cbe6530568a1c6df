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
    bool operator==(const RouteOrigin &) const = default;

    FieldPath rulePath() const; ///< spec.egressRules[i]
    FieldPath fromPath() const;
    FieldPath toPath() const;
    FieldPath hostPath() const;
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

    /// The port the gateway connects to at the host: the upgrade port, else the target port.
    int upstreamPort() const { return upgradePort ? upgradePort : targetPort; }
};

/// All routes of a workspace in document order (files, documents, rules, to, from, hosts), without those in conflict.
struct RouteTable {
    std::vector<EgressRoute> routes;
    QList<Diagnostic> findings;
};

/// Flattens the policies, chooses automatic gateway ports, finds conflicts; of two routes in conflict both are left out.
RouteTable routesOf(const Workspace &workspace, const Mesh &mesh);

} // namespace sallyport
