// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/kube/plan.h"
#include "core/policy/workspace.h"

namespace sallyport::kube {

/// What a plan is made for.
struct PlanRequest {
    QString context;
    QString mesh = QStringLiteral("default");
    Target target = Target::Istio;
    ManifestSet wanted; ///< In output order, as exported: without labels of the set.
    GatewayNamespaces gateways;
    QStringList gatewayNames; ///< Egress gateways of the policies.
    bool partial = false; ///< `wanted` lacks what has errors.
    Prune prune = Prune::Nothing;
    /// For going back: `wanted` and `removed` change what is there, and everything else of the set stays.
    bool onTopOfLive = false;
    QSet<ObjectKey> removed;
    /// Nobody looks at the plan before it is applied. Of new objects one per kind and namespace is dry-run then, where it is known that
    /// the others are new; what a server has against one of those alone ends the apply, in a state that is safe.
    bool isConfirmed = false;
    QList<Diagnostic> findings; ///< Of the compilation.
};

/// The request that applies a workspace. The context is still to be filled in, and what may be pruned.
PlanRequest planRequest(const Workspace &workspace, Target target);

/// The request that deletes all that was ever applied for the workspace's mesh.
PlanRequest deletionRequest(const Workspace &workspace, Target target);

} // namespace sallyport::kube
