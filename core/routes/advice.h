// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

namespace sallyport {

/// Findings about routes that work, yet perhaps not as meant; nothing is dropped.
///
/// source.overlap: one workload, host and port through two gateways, and which of them wins. rule.shadowed: a rule whose every route
/// another rule allows already. guard.server-first: TCP behind the guard.
void advise(RouteTable &table, Target target);

} // namespace sallyport
