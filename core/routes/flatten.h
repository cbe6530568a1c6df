// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

namespace sallyport {

/// Every (from, to, host) of every policy as a route of its own, with the gateway port still 0 where the policy gives none.
///
/// Left out: parts with error findings, and what no Istio object can say (wildcards without a representative, clients in a gateway's
/// namespace, gateways that select each other's pods, mesh SNIs over 253 characters); the latter have findings in the answer.
RouteTable flatten(const Workspace &workspace, const Mesh &mesh);

} // namespace sallyport
