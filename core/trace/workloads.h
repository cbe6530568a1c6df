// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/world.h"

namespace sallyport {

/// Adds the workloads behind the cluster's Services: those of the workspace's Service, Pod and Deployment documents, of the Mesh's
/// gateways, and of gateways that only a policy or a Gateway object names, with what such a gateway has by default.
void addWorkloads(TraceWorld &world, const Workspace &workspace);

} // namespace sallyport
