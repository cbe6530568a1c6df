// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/manifest.h"

namespace sallyport::kube {

/// Gateway ports whose `http` routes are not united: of these those of one state alone count (see transition.h, withdraw).
struct ContestedPorts {
    QSet<int> ports;
    bool stayLive = false; ///< The live routes count; otherwise the wanted ones.
};

/// The object that serves both states while a mesh goes from one to the other: what is there together with what is wanted.
///
/// What is not named here is as wanted; lists hold the wanted items first, then those that only the live object has.
/// - AuthorizationPolicy, both DENY and for the same pods: whole rules. Denying for either reason, it lets through what both let through.
/// - Gateway: servers by port number and first host; their hosts are the first, then the others of both, sorted.
/// - VirtualService at a gateway: `http` routes by match without the gate, and destination; the gate lets the namespaces of both
///   through; one catch-all, last. `tcp` routes by match and destination.
/// - DestinationRule: subsets by name, in them portLevelSettings by port number.
/// - ServiceEntry: ports by number, of which an HTTP protocol beats the others; addresses of both, sorted.
/// - VirtualService of a client and every other kind: as wanted. They are replaced as a whole.
/// united(a, a) = a; united(united(a, b), b) = united(a, b).
Value united(const Value &live, const Value &wanted, Side side, const ContestedPorts &contested = {});

} // namespace sallyport::kube
