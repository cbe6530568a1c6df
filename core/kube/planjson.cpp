// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/plan.h"

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

Value changeJson(const FieldChange &change)
{
    Value json = Value::map({{u"field"_s, change.field}});
    if (change.live)
        json.add(u"live"_s, *change.live);
    if (change.next)
        json.add(u"new"_s, *change.next);
    return json;
}

Value conflictJson(const FieldConflict &conflict)
{
    Value json = Value::map({{u"field"_s, conflict.field}, {u"manager"_s, conflict.manager}});
    if (!conflict.theirs.isNull())
        json.add(u"theirs"_s, conflict.theirs);
    if (!conflict.ours.isNull())
        json.add(u"ours"_s, conflict.ours);
    static const QString choices[] = {u"undecided"_s, u"keep"_s, u"take over"_s};
    json.add(u"choice"_s, choices[size_t(conflict.choice)]);
    return json;
}

Value objectJson(const PlannedObject &object)
{
    Value json = Value::map({{u"apiVersion"_s, object.ref.apiVersion},
                             {u"kind"_s, object.ref.kind},
                             {u"namespace"_s, object.ref.namespaceName},
                             {u"name"_s, object.ref.name},
                             {u"action"_s, actionName(object.action)}});
    Value changes = Value::list();
    for (const FieldChange &change : object.changes)
        changes.append(changeJson(change));
    json.add(u"changes"_s, std::move(changes));
    json.add(u"warnings"_s, Value::list(object.warnings));
    Value conflicts = Value::list();
    for (const FieldConflict &conflict : object.conflicts)
        conflicts.append(conflictJson(conflict));
    json.add(u"conflicts"_s, std::move(conflicts));
    if (!object.lost.isEmpty())
        json.add(u"dropped"_s, Value::list(object.lost));
    if (object.error)
        json.add(u"error"_s, object.error->message);
    return json;
}

Value stepJson(const Step &step)
{
    Value json = Value::map({{u"phase"_s, phaseName(step.phase)}, {u"waits"_s, step.waitsBefore}});
    Value writes = Value::list();
    for (const Write &write : step.writes)
        writes.append((write.deletes ? "delete "_L1 : "apply "_L1) + write.object.key().toString());
    json.add(u"writes"_s, std::move(writes));
    return json;
}

} // namespace

Value planJson(const Plan &plan)
{
    Value json = Value::map({{u"schema"_s, u"sallyport.dev/plan/v1alpha1"_s},
                             {u"context"_s, plan.context},
                             {u"mesh"_s, plan.mesh},
                             {u"target"_s, plan.target == Target::Istio ? u"istio"_s : u"asm"_s},
                             {u"partial"_s, plan.partial}});
    Value objects = Value::list();
    for (const PlannedObject &object : plan.objects)
        objects.append(objectJson(object));
    json.add(u"objects"_s, std::move(objects));
    json.add(u"notices"_s, Value::list(plan.notices));
    Value steps = Value::list();
    for (const Step &step : stepsOf(plan))
        steps.append(stepJson(step));
    json.add(u"steps"_s, std::move(steps));
    if (!plan.roleYaml.isEmpty())
        json.add(u"missingRights"_s, QString::fromUtf8(plan.roleYaml));
    return json;
}

} // namespace sallyport::kube
