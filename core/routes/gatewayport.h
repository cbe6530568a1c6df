// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

namespace sallyport {

/// Gives every route without a gateway port the first port of the gateway's Service that suits its class, and checks the given ones.
///
/// HTTP prefers HTTP ports, then HTTPS; TLS and TCP prefer HTTPS or TLS, then TCP, then HTTP. Ports that another Gateway serves in
/// plaintext are skipped. A gateway tells two HTTP ports of one host apart by the gateway port alone, so for HTTP a port is skipped,
/// too, where another port of that host has it; explicit ports count first, then document order decides. Everything else may share.
/// Routes whose port is certainly not there are dropped.
void chooseGatewayPorts(RouteTable &table, const Mesh &mesh, Target target);

} // namespace sallyport
