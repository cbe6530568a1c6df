// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

namespace sallyport {

/// The three ways out of a wildcard that no gateway can resolve: name a representative in the Mesh, list the hosts, or use ASM.
QList<Fix> wildcardFixes(const Workspace &workspace, const EgressRoute &route);

} // namespace sallyport
