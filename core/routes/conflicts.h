// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

namespace sallyport {

/// Finds routes that cannot stand side by side on a mesh, reports each pair of fields once, and drops both sides.
///
/// 1 one class and one HTTP protocol per (client namespace, host, port), the wildcards that cover the host included: a ServiceEntry port
///   has one protocol (protocol.class-conflict, protocol.mixed)
/// 2 one HTTP protocol and one target port per (gateway namespace, host, upstream port) (protocol.mixed, port.target-conflict)
/// 3 one HTTP port of a host per gateway port: Envoy ignores the port of a Host header there (gateway-port.http-clash)
/// 4 with or without upgrade, and to one port, per (gateway, gateway port, host, port) (upgrade.conflict)
/// 5 one TCP host without an address of its own per (client namespace, port): its listener takes all of the port (tcp.no-address)
void dropConflicts(RouteTable &table, const Mesh &mesh, Target target);

} // namespace sallyport
