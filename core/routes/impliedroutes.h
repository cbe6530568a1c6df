// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

namespace sallyport {

/// Appends, for every upgraded route, the TLS route for the application's own HTTPS on the upgrade port (statement 4 of the meaning).
///
/// It goes through the gateway port of its HTTP route and ranks after every explicit route. Dropped, with a note, where an explicit
/// route of another class has that port of that host, and where its mesh SNI would be too long.
void addImpliedRoutes(RouteTable &table, const Mesh &mesh, Target target);

} // namespace sallyport
