// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/plan.h"

#include <QStringList>

#include <map>
#include <set>

namespace sallyport {

/// What a person decided about a plan. Kept apart from it, so that a decision can be taken back.
struct PlanDecisions {
    using Field = std::pair<kube::ObjectKey, QString>; ///< An empty field stands for the object as a whole.
    std::map<Field, kube::Choice> fields;
    std::set<kube::ObjectKey> leftOut;
    bool prunesMost = false; ///< Deleting more than half of what is there is meant.
    bool partial = false; ///< What errors of the policy leave out may be left out.
};

/// The plan with the decisions carried out. The objects stay where they are in it.
kube::Plan decided(kube::Plan plan, const PlanDecisions &decisions);

/// Fields that were decided to stay their owners', as settings keep them: "KIND/NAMESPACE/NAME:FIELD".
QStringList keptFields(const PlanDecisions &decisions);
/// Decides again to keep what was kept before, where it is still a conflict of the plan.
void keepAgain(PlanDecisions &decisions, const kube::Plan &plan, const QStringList &kept);

/// Objects that applying the plan touches.
struct TouchedObjects {
    int written = 0;
    int deleted = 0;
    int total() const { return written + deleted; }
};
TouchedObjects touchedBy(const kube::Plan &plan);

} // namespace sallyport
