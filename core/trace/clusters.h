// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/run.h"

namespace sallyport {

/// What DestinationRules say of one cluster: a service's port, perhaps a subset of it.
struct ClusterPolicy {
    bool exists = true; ///< False where the subset is nobody's.
    std::optional<istio::ClientTls> tls;
    TraceField tlsField;
    Labels subsetLabels;
    istio::HttpVersion httpVersion = istio::HttpVersion::AsThePort;
};

ClusterPolicy policyOf(Run &run, const Proxy &proxy, const istio::Service &service, int port, const QString &subset);

/// Whether a proxy speaks HTTP/2 to the port whatever the client speaks.
bool speaksHttp2(const ClusterPolicy &policy, const istio::ServicePort &port);

/// One stretch of the way: who sends, whether as HTTP, at which stage.
struct Hop {
    const Proxy &proxy;
    TraceStage stage;
    bool isHttp = false;
};

/// Takes one of a route's destinations and sends the request there. `list` is the field of the list of destinations; `listener` the port that
/// a destination without one means.
Outcome sendToOneOf(Run &run, const Hop &hop, const std::vector<istio::RouteDestination> &destinations, TraceField list,
                    int listener);
/// Sends the request to a cluster. An empty subset is the service itself.
Outcome sendToCluster(Run &run, const Hop &hop, const istio::RouteDestination &to, int port, const TraceField &field);

/// Nobody answers at the other end.
Outcome unreachable(const Hop &hop);

/// The sidecar is connected with a port of a workload's Service (mutualtls.cpp).
Outcome enterWorkload(Run &run, const Hop &hop, const istio::Service &service, const istio::ServicePort &port,
                      const QString &subset, const ClusterPolicy &policy);
/// A proxy is connected with a host outside (origination.cpp).
Outcome leaveMesh(Run &run, const Hop &hop, const istio::Service &service, const istio::ServicePort &port,
                  const ClusterPolicy &policy);
/// The connection goes where the application meant it to go, without a rule (origination.cpp).
Outcome passThrough(Run &run, const TraceField &why);

/// A proxy that listens for connections of the mesh gets one (gateway.cpp).
Outcome atGateway(Run &run, int workload, int port, const ProxyLeg &leg);
/// Whether the gateway's AuthorizationPolicies let the request in; a refusal, or nothing (authorization.cpp).
std::optional<Outcome> authorize(Run &run, const Proxy &gateway, int port, const ProxyLeg &leg, bool asHttp);

} // namespace sallyport
