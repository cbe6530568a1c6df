// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/kube/plan.h"
#include "ui/cluster/clusterlink.h"

namespace sallyport {

/// One thing that a cluster says, and what it means for the policy.
struct FactRow {
    Severity severity = Severity::Note; ///< Of what it changes.
    QString fact; ///< "REGISTRY_ONLY"
    QString says; ///< "yes"
    QString changes; ///< A sentence; empty where it changes nothing.
    bool operator==(const FactRow &) const = default;
};

/// What was found before anything is planned, and with a plan what others have there and what we may not do. `mesh` is what the policy was made with.
QList<FactRow> factRows(const ClusterFacts &facts, const Mesh &mesh, const kube::Plan *plan);

} // namespace sallyport
