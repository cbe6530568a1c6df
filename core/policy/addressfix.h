// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

namespace sallyport {

/// The way out of an address in the hosts of a TCP destination (host.ip): a name in its place, and the address in the Mesh.
/// None for other classes: they are told apart by names, which the application must use.
QList<Fix> addressFixes(const Workspace &workspace, const FieldRef &host);

} // namespace sallyport
