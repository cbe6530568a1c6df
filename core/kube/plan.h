// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/applyset.h"
#include "core/kube/difference.h"
#include "core/kube/kubeerror.h"
#include "core/kube/resource.h"
#include "core/kube/transition.h"
#include "core/policy/target.h"

namespace sallyport::kube {

/// What an apply would do with one object.
enum class PlannedAction : quint8 {
    Create,
    Update,
    Unchanged,
    Delete,
    Stale, ///< Ours and not wanted any more, but nobody said that it may go: it stays.
    Conflict, ///< Something of it belongs to somebody else, and nobody has decided yet.
    Forbidden, ///< We may not.
    Invalid, ///< The cluster does not take it: a field, a namespace or a kind is not right there.
    LeftOut, ///< Somebody decided to leave it as it is.
};

QString actionName(PlannedAction action); ///< "create" …

/// What to do about a field of somebody else's.
enum class Choice : quint8 {
    Undecided,
    Keep, ///< Theirs stays: we leave the field out.
    TakeOver, ///< Ours is written, and the field is ours from then on.
};

/// A field that belongs to another manager and would get another value.
struct FieldConflict {
    QString field; ///< As Kubernetes prints it; empty = the object as a whole is not ours.
    QString manager;
    Value theirs;
    Value ours;
    Choice choice = Choice::Undecided;
};

struct PlannedObject {
    ObjectRef ref; ///< In the version that the server has.
    PlannedAction action = PlannedAction::Unchanged;
    std::shared_ptr<const Value> live; ///< As the cluster has it; null where it has not.
    std::shared_ptr<const Value> wanted; ///< As it is sent; null where it is to go.
    QList<FieldChange> changes; ///< From the live object to what the server would make of it.
    QStringList warnings; ///< The server's.
    QStringList lost; ///< Fields that the server would drop without a word.
    QList<FieldConflict> conflicts;
    std::optional<KubeError> error; ///< Of Forbidden and Invalid.

    ObjectKey key() const { return {ref.kind, ref.namespaceName, ref.name}; }
    bool isWritten() const { return action == PlannedAction::Create || action == PlannedAction::Update; }
};

/// What may be deleted.
enum class Prune : quint8 {
    Nothing,
    Stale, ///< What is not wanted any more, as long as that is not most of what there is.
    All, ///< Even most of it.
};

/// What an apply would do to one cluster. Building it changes nothing there. A plain value: it can be shown, saved and tested.
struct Plan {
    QString context; ///< It can be applied to this one only.
    QString mesh;
    Target target = Target::Istio;
    Prune prune = Prune::Nothing;
    bool partial = false; ///< Something is left out because of errors in the policy: nothing is deleted then.
    GatewayNamespaces gateways;
    std::vector<PlannedObject> objects; ///< What is wanted in output order, then what is not.
    std::vector<Resource> resources; ///< How the server serves the kinds.
    ApplySet set; ///< As it is to be.
    std::optional<ApplySet> liveSet; ///< As it is; absent where there is none yet.
    QString parentUid; ///< Of the ConfigMap that says so.
    QString setFault; ///< Why that ConfigMap cannot be written, in words; empty where it can.
    QStringList notices; ///< What else on the cluster changes the outcome, one sentence each.
    std::vector<QString> missingRights; ///< In words; see roleYaml().
    QByteArray roleYaml; ///< Roles and bindings that would grant what is missing; empty where nothing is.

    int count(PlannedAction action) const;
    int countLive() const; ///< Objects that are on the cluster.
    bool hasChanges() const; ///< Applying it would write or delete something.
    /// Deletes more than half of what there is, and nobody said that this is meant: it cannot be applied.
    bool prunesTooMuch() const;
    /// Why it cannot be applied as it is; nothing where it can.
    std::optional<Error> obstacle() const;

    const Resource *resource(const ObjectRef &ref) const;
};

/// Decides conflicts. `key` as "KIND/NAMESPACE/NAME"; an empty field means all of the object's conflicts.
/// Objects whose conflicts are all decided become updates.
void decide(Plan &plan, const ObjectKey &key, const QString &field, Choice choice);
void leaveOut(Plan &plan, const ObjectKey &key);

/// The writes of the plan, in order and with the pauses between (transition.h).
std::vector<Step> stepsOf(const Plan &plan);

/// How one write has to be sent, given the choices: without what others keep.
Value bodyOf(const PlannedObject &object, const Value &written);
bool takesOver(const PlannedObject &object);

/// {"schema": "sallyport.dev/plan/v1alpha1", …} (docs/command-line.md)
Value planJson(const Plan &plan);

/// "create 4, update 1, delete 2": the counts that are not zero; "no changes" where all are.
QString summary(const Plan &plan);

} // namespace sallyport::kube
