// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/meshfacts.h"
#include "ui/structureedits.h"

namespace sallyport {

/// Writes what a cluster says into the workspace's Mesh, or a new one: gateways with their ports, the outbound traffic policy, Istio's
/// version. What the cluster does not say stays as it is, such as gateways that it lacks and what is known of hosts.
/// No changes where the Mesh says all of it already. `selected` must name an open file.
StructureEdit importMesh(const Workspace &workspace, const FieldRef &selected, const kube::MeshFacts &facts,
                         const QString &context);

} // namespace sallyport
