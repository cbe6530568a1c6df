// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/planwords.h"

#include "core/yaml/write.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

using kube::PlannedAction;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Plan)
};

} // namespace

QString actionWords(PlannedAction action)
{
    switch (action) {
    case PlannedAction::Create:
        return Texts::tr("+ Create");
    case PlannedAction::Update:
        return Texts::tr("~ Change");
    case PlannedAction::Unchanged:
        return Texts::tr("= Unchanged");
    case PlannedAction::Delete:
        return Texts::tr("− Delete");
    case PlannedAction::Stale:
        return Texts::tr("? Not needed any more");
    case PlannedAction::Conflict:
        return Texts::tr("! Conflict");
    case PlannedAction::Forbidden:
        return Texts::tr("× Not allowed");
    case PlannedAction::Invalid:
        return Texts::tr("× Not accepted");
    case PlannedAction::LeftOut:
        break;
    }
    return Texts::tr("○ Left out");
}

QString resultWords(const kube::PlannedObject &object, const kube::WriteResult &result)
{
    if (result.error)
        return Texts::tr("✗ Failed");
    if (result.deleted)
        return Texts::tr("✓ Deleted");
    return object.live ? Texts::tr("✓ Changed") : Texts::tr("✓ Created");
}

QString choiceWords(kube::Choice choice)
{
    switch (choice) {
    case kube::Choice::Undecided:
        return Texts::tr("Not decided");
    case kube::Choice::Keep:
        return Texts::tr("Keep theirs");
    case kube::Choice::TakeOver:
        break;
    }
    return Texts::tr("Take over");
}

const Tint *tintOf(PlannedAction action, const Theme &theme)
{
    switch (action) {
    case PlannedAction::Create:
        return &theme.good;
    case PlannedAction::Update:
        return &theme.note;
    case PlannedAction::Stale:
        return &theme.warning;
    case PlannedAction::Delete:
    case PlannedAction::Conflict:
    case PlannedAction::Forbidden:
    case PlannedAction::Invalid:
        return &theme.error;
    case PlannedAction::Unchanged:
    case PlannedAction::LeftOut:
        break;
    }
    return nullptr;
}

QString shownValue(const Value &value, qsizetype longest)
{
    QString text = value.isString() ? value.text() : QString::fromUtf8(yaml::toJson(value));
    text.replace(u'\n', u' ');
    if (text.size() > longest) {
        text.truncate(longest);
        text += u'…';
    }
    return text;
}

} // namespace sallyport
