// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/plandecisions.h"

namespace sallyport {

using kube::Choice;
using kube::PlannedAction;

kube::Plan decided(kube::Plan plan, const PlanDecisions &decisions)
{
    for (const auto &[field, choice] : decisions.fields) {
        // the empty field is a conflict of its own here, and would mean all of them to decide()
        if (!field.second.isEmpty()) {
            decide(plan, field.first, field.second, choice);
            continue;
        }
        for (kube::PlannedObject &object : plan.objects) {
            if (object.key() == field.first && choice == Choice::TakeOver && !object.conflicts.isEmpty()
                && object.conflicts.first().field.isEmpty())
                object.conflicts.first().choice = choice;
        }
    }
    for (kube::PlannedObject &object : plan.objects) {
        const bool isDecided =
            std::none_of(object.conflicts.begin(), object.conflicts.end(),
                         [](const kube::FieldConflict &conflict) { return conflict.choice == Choice::Undecided; });
        if (object.action == PlannedAction::Conflict && isDecided && !object.conflicts.isEmpty())
            object.action = PlannedAction::Update;
    }
    for (const kube::ObjectKey &key : decisions.leftOut)
        leaveOut(plan, key);
    if (decisions.prunesMost && plan.prune == kube::Prune::Stale)
        plan.prune = kube::Prune::All;
    return plan;
}

QStringList keptFields(const PlanDecisions &decisions)
{
    QStringList kept;
    for (const auto &[field, choice] : decisions.fields) {
        if (choice == Choice::Keep)
            kept.append(field.first.toString() + u':' + field.second);
    }
    return kept;
}

void keepAgain(PlanDecisions &decisions, const kube::Plan &plan, const QStringList &kept)
{
    for (const kube::PlannedObject &object : plan.objects) {
        for (const kube::FieldConflict &conflict : object.conflicts) {
            if (!conflict.field.isEmpty() && kept.contains(object.key().toString() + u':' + conflict.field))
                decisions.fields.emplace(PlanDecisions::Field(object.key(), conflict.field), Choice::Keep);
        }
    }
}

TouchedObjects touchedBy(const kube::Plan &plan)
{
    TouchedObjects touched;
    for (const kube::PlannedObject &object : plan.objects) {
        touched.written += object.isWritten();
        touched.deleted += object.action == PlannedAction::Delete;
    }
    return touched;
}

} // namespace sallyport
