// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/plan.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Plan)
};

/// Removes the field at the path; paths with keys of list items ("[name=…]") are left alone.
void removeAt(Value &object, const FieldPath &path)
{
    Value *parent = &object;
    for (qsizetype i = 0; i + 1 < path.size() && parent; ++i) {
        const PathElement &element = path.elements()[i];
        if (!element.isIndex())
            parent = parent->find(element.name);
        else
            parent = size_t(element.index) < parent->size() ? &parent->members()[size_t(element.index)].value : nullptr;
    }
    if (parent && !path.isEmpty() && !path.last().isIndex())
        parent->remove(path.last().name);
}

bool stays(PlannedAction action)
{
    return action == PlannedAction::Stale || action == PlannedAction::LeftOut || action == PlannedAction::Conflict
        || action == PlannedAction::Forbidden || action == PlannedAction::Invalid;
}

Error cannotApply(const QString &reason, const QString &next)
{
    return {.what = Texts::tr("The plan cannot be applied"),
            .where = reason,
            .unaffected = Texts::tr("Nothing on the cluster was changed."),
            .next = next,
            .details = {}};
}

/// An object that did not get through, or the guard that is missing then.
const PlannedObject *firstWith(const Plan &plan, PlannedAction action)
{
    const auto found = std::find_if(plan.objects.begin(), plan.objects.end(),
                                    [action](const PlannedObject &object) { return object.action == action; });
    return found == plan.objects.end() ? nullptr : &*found;
}

/// TLS and TCP chains of a gateway without the guard of their namespace would stand open.
bool opensWithoutGuard(const Plan &plan)
{
    const bool guardStays = std::any_of(plan.objects.begin(), plan.objects.end(), [](const PlannedObject &object) {
        return object.action == PlannedAction::LeftOut && object.ref.kind == "AuthorizationPolicy"_L1;
    });
    return guardStays && std::any_of(plan.objects.begin(), plan.objects.end(), [](const PlannedObject &object) {
               return object.isWritten() && object.ref.kind == "Gateway"_L1;
           });
}

} // namespace

QString actionName(PlannedAction action)
{
    static const QString names[] = {u"create"_s,   u"update"_s,    u"unchanged"_s, u"delete"_s,  u"stale"_s,
                                    u"conflict"_s, u"forbidden"_s, u"invalid"_s,   u"left out"_s};
    return names[size_t(action)];
}

int Plan::count(PlannedAction action) const
{
    return int(std::count_if(objects.begin(), objects.end(),
                             [action](const PlannedObject &object) { return object.action == action; }));
}

bool Plan::hasChanges() const
{
    return std::any_of(objects.begin(), objects.end(), [](const PlannedObject &object) {
        return object.isWritten() || object.action == PlannedAction::Delete;
    });
}

int Plan::countLive() const
{
    return int(
        std::count_if(objects.begin(), objects.end(), [](const PlannedObject &object) { return bool(object.live); }));
}

bool Plan::prunesTooMuch() const
{
    return prune == Prune::Stale && 2 * count(PlannedAction::Delete) > countLive();
}

std::optional<Error> Plan::obstacle() const
{
    if (!setFault.isEmpty() && hasChanges())
        return cannotApply(setFault,
                           Texts::tr("Ask an administrator of the cluster for the rights listed, and plan again."));
    if (const PlannedObject *object = firstWith(*this, PlannedAction::Forbidden))
        return cannotApply(object->error ? object->error->message : object->ref.toString(),
                           Texts::tr("Ask an administrator of the cluster for the rights listed, and plan again."));
    if (const PlannedObject *object = firstWith(*this, PlannedAction::Invalid))
        return cannotApply(object->ref.toString() + ": "_L1 + (object->error ? object->error->message : QString()),
                           Texts::tr("Correct it, and plan again."));
    if (const PlannedObject *object = firstWith(*this, PlannedAction::Conflict))
        return cannotApply(
            Texts::tr("%1 belongs to %2").arg(object->ref.toString(), object->conflicts.value(0).manager),
            Texts::tr("Decide which fields to take over, or leave them to their owner."));
    if (prunesTooMuch())
        return cannotApply(Texts::tr("it deletes %1 of %2 objects").arg(count(PlannedAction::Delete)).arg(countLive()),
                           Texts::tr("Confirm that this is meant (--prune=all)."));
    if (opensWithoutGuard(*this))
        return cannotApply(Texts::tr("a guard is left out, and the gateway would stand open without it"),
                           Texts::tr("Take the AuthorizationPolicy over, or leave the gateway's objects out, too."));
    return std::nullopt;
}

const Resource *Plan::resource(const ObjectRef &ref) const
{
    const auto found = std::find_if(resources.begin(), resources.end(), [&](const Resource &resource) {
        return resource.kind == ref.kind && resource.apiVersion() == ref.apiVersion;
    });
    return found == resources.end() ? nullptr : &*found;
}

void decide(Plan &plan, const ObjectKey &key, const QString &field, Choice choice)
{
    for (PlannedObject &object : plan.objects) {
        if (!(object.key() == key))
            continue;
        bool decided = !object.conflicts.isEmpty();
        for (FieldConflict &conflict : object.conflicts) {
            // an object that is not ours can be taken over or left out, but not written in part
            if ((field.isEmpty() || conflict.field == field) && !(conflict.field.isEmpty() && choice == Choice::Keep))
                conflict.choice = choice;
            decided = decided && conflict.choice != Choice::Undecided;
        }
        if (object.action == PlannedAction::Conflict && decided)
            object.action = PlannedAction::Update;
        else if (object.action == PlannedAction::Update && !object.conflicts.isEmpty() && !decided)
            object.action = PlannedAction::Conflict;
    }
}

void leaveOut(Plan &plan, const ObjectKey &key)
{
    for (PlannedObject &object : plan.objects) {
        if (object.key() == key && object.action != PlannedAction::Unchanged)
            object.action = PlannedAction::LeftOut;
    }
}

std::vector<Step> stepsOf(const Plan &plan)
{
    ManifestSet live;
    ManifestSet wanted;
    bool somethingStays = false;
    for (const PlannedObject &object : plan.objects) {
        if (stays(object.action)) {
            somethingStays = true;
            continue;
        }
        if (object.wanted)
            wanted.push_back({object.ref, object.wanted});
        // what carries our fields already is as wanted, whatever a server has filled in around them
        if (object.action == PlannedAction::Unchanged)
            live.push_back({object.ref, object.wanted});
        else if (object.live)
            live.push_back({object.ref, object.live});
    }
    if (somethingStays)
        wanted = keepingGuards(live, std::move(wanted), plan.gateways);
    return transition(live, wanted, plan.gateways);
}

Value bodyOf(const PlannedObject &object, const Value &written)
{
    Value body = withoutServerFields(written);
    for (const FieldConflict &conflict : object.conflicts) {
        if (conflict.choice != Choice::Keep)
            continue;
        if (const std::optional<FieldPath> path = FieldPath::parse(conflict.field))
            removeAt(body, *path);
    }
    return body;
}

bool takesOver(const PlannedObject &object)
{
    return std::any_of(object.conflicts.begin(), object.conflicts.end(),
                       [](const FieldConflict &conflict) { return conflict.choice == Choice::TakeOver; });
}

QString summary(const Plan &plan)
{
    QStringList parts;
    for (int i = 0; i <= int(PlannedAction::LeftOut); ++i) {
        const auto action = PlannedAction(i);
        const int count = plan.count(action);
        if (count > 0 && action != PlannedAction::Unchanged)
            parts.append(actionName(action) + u' ' + QString::number(count));
    }
    const int same = plan.count(PlannedAction::Unchanged);
    if (same > 0)
        parts.append(Texts::tr("unchanged %1").arg(same));
    return parts.isEmpty() ? Texts::tr("nothing to do") : parts.join(u", "_s);
}

} // namespace sallyport::kube
