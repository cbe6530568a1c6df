// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspacechecks.h"

namespace sallyport {

/// What the AuthorizationPolicies of the workspace do, or fail to do, to its gateways (authz.*).
QList<Diagnostic> checkAuthorizations(const Workspace &workspace, const Mesh &mesh, const L4Ports &l4Ports);

} // namespace sallyport
