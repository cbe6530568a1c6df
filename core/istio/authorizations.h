// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/object.h"

namespace sallyport {

/// The AuthorizationPolicies of the workspace that select one of its gateways, as they leave the program: under their own names, with our
/// labels, without status and without our suppressions. Those with error findings are left out.
std::vector<Object> authorizationObjects(const Workspace &workspace, const Mesh &mesh);

} // namespace sallyport
