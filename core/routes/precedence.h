// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/groups.h"
#include "core/routes/routetable.h"

namespace sallyport {

/// The routes of each (client namespace, host), by their numbers, in the order in which the namespace's sidecars try them.
///
/// A sidecar sees only the most exact ServiceEntry of a name. So that an exact host, or a narrower wildcard, does not hide what a wildcard
/// over it allows, it carries the wildcard's routes after its own. Before others stand own routes, then those of narrower wildcards; among
/// these explicit ones, then those with more labels, then earlier ones. The first whose port, class and selector fit decides.
Groups routesInPrecedence(const std::vector<EgressRoute> &routes, const Mesh &mesh);

} // namespace sallyport
