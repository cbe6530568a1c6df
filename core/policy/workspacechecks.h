// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/mesh.h"

namespace sallyport {

struct Workspace;

/// Findings that take several documents to see, but no routes: duplicates, unknown gateways, what AuthorizationPolicies do to TLS and TCP.
QList<Diagnostic> checkWorkspace(const Workspace &workspace, const Mesh &mesh);

} // namespace sallyport
