// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/clusters.h"

namespace sallyport {

/// The whole way, from the application's connection to its end.
Outcome throughSidecar(Run &run);

/// A plain request at an HTTP listener: which virtual host, which route (sidecarhttp.cpp).
Outcome throughVirtualHosts(Run &run, const Hop &hop);

/// One chain of a sidecar's TCP listener, and where it leads.
struct SidecarChain {
    QStringList serverNames, blocks;
    int service = -1; ///< In TraceWorld::services: whose port made the chain.
    int rule = -1; ///< In TraceWorld::virtualServices; -1: to the service itself.
    bool isTls = false; ///< route and match are of spec.tls, else of spec.tcp.
    int route = -1, match = -1;
};

/// The chains that a service's port adds to its listener (sidecarchains.cpp). `blocks` are its addresses where those are blocks;
/// `hasAddress` = it has a listener of its own.
std::vector<SidecarChain> chainsOf(Run &run, const Hop &hop, int service, const istio::ServicePort &port,
                                   const QStringList &blocks, bool hasAddress);

} // namespace sallyport
