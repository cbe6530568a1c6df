// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/commands/plantext.h"

#include "core/yaml/write.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;
using namespace kube;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::PlanText)
};

/// More would push the rest off the screen; json has all of it.
constexpr qsizetype longestValue = 100;

QString shown(const std::optional<Value> &value)
{
    if (!value)
        return Texts::tr("(nothing)");
    QString text = QString::fromUtf8(yaml::toJson(*value));
    if (text.size() > longestValue) {
        text.truncate(longestValue);
        text += "..."_L1;
    }
    return text;
}

QString sign(PlannedAction action)
{
    switch (action) {
    case PlannedAction::Create:
        return u"+"_s;
    case PlannedAction::Update:
        return u"~"_s;
    case PlannedAction::Delete:
        return u"-"_s;
    case PlannedAction::Unchanged:
    case PlannedAction::Stale:
    case PlannedAction::LeftOut:
        return u" "_s;
    case PlannedAction::Conflict:
    case PlannedAction::Forbidden:
    case PlannedAction::Invalid:
        return u"!"_s;
    }
    return {};
}

void addObject(QStringList &lines, const PlannedObject &object)
{
    lines.append(sign(object.action) + u' ' + actionName(object.action).leftJustified(9) + ' '_L1
                 + object.ref.toString());
    const QString indent = u"      "_s;
    for (const FieldConflict &conflict : object.conflicts) {
        lines.append(indent
                     + (conflict.field.isEmpty() ? Texts::tr("the object belongs to %1").arg(conflict.manager)
                                                 : Texts::tr("%1 belongs to %2: theirs %3, ours %4")
                                                       .arg(conflict.field, conflict.manager, shown(conflict.theirs),
                                                            shown(conflict.ours))));
    }
    if (object.error)
        lines.append(indent + object.error->message);
    if (object.action != PlannedAction::Create) {
        for (const FieldChange &change : object.changes)
            lines.append(indent + change.field + ": "_L1 + shown(change.live) + " -> "_L1 + shown(change.next));
    }
    for (const QString &warning : object.warnings)
        lines.append(indent + Texts::tr("warning: %1").arg(warning));
}

} // namespace

QStringList planText(const Plan &plan)
{
    QStringList lines;
    for (const PlannedObject &object : plan.objects) {
        if (object.action != PlannedAction::Unchanged)
            addObject(lines, object);
    }
    for (const QString &notice : plan.notices)
        lines.append(Texts::tr("note: %1").arg(notice));
    lines.append(Texts::tr("Context %1, mesh %2: %3.").arg(plan.context, plan.mesh, summary(plan)));
    if (plan.count(PlannedAction::Stale) > 0)
        lines.append(Texts::tr("What is stale stays: --prune deletes what the policy does not need any more."));
    if (!plan.roleYaml.isEmpty()) {
        lines.append(Texts::tr("These rights are missing; this would grant them:"));
        lines.append(QString::fromUtf8(plan.roleYaml).split(u'\n', Qt::SkipEmptyParts));
    }
    return lines;
}

} // namespace sallyport
