// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/planmodel.h"

#include "ui/cluster/planwords.h"
#include "ui/cluster/planwork.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sallyport {

using kube::PlannedAction;
using kube::PlannedObject;

namespace {

/// The longest text that a tool tip shows.
constexpr qsizetype longestTip = 2000;

/// Where an object of this action stands: what needs a person first.
int rankOf(PlannedAction action)
{
    switch (action) {
    case PlannedAction::Conflict:
    case PlannedAction::Forbidden:
    case PlannedAction::Invalid:
        return 0;
    case PlannedAction::Delete:
        return 1;
    case PlannedAction::Update:
        return 2;
    case PlannedAction::Create:
        return 3;
    case PlannedAction::Stale:
        return 4;
    case PlannedAction::LeftOut:
    case PlannedAction::Unchanged:
        break;
    }
    return 5;
}

/// Of an object that comes or goes, each part of its spec on a line of its own.
QList<kube::FieldChange> changesOf(const PlannedObject &object)
{
    const bool comes = object.action == PlannedAction::Create;
    const bool goes = object.action == PlannedAction::Delete || object.action == PlannedAction::Stale;
    if (!comes && !goes)
        return object.changes;
    const auto &whole = comes ? object.wanted : object.live;
    QList<kube::FieldChange> changes;
    if (!whole)
        return changes;
    for (const Member &member : (*whole)[u"spec"].members()) {
        const std::optional<Value> value = member.value;
        changes.append({"spec."_L1 + member.key, comes ? std::nullopt : value, comes ? value : std::nullopt});
    }
    return changes;
}

QString changeWords(const kube::FieldChange &change)
{
    if (!change.live)
        return PlanModel::tr("added");
    return change.next ? PlanModel::tr("changed") : PlanModel::tr("removed");
}

} // namespace

PlanModel::PlanModel(const PlanWork *work, QObject *parent)
    : QAbstractItemModel(parent)
    , m_work(work)
{
    connect(work, &PlanWork::planMade, this, &PlanModel::reset);
    connect(work, &PlanWork::planChanged, this, &PlanModel::refresh);
    connect(work, &PlanWork::written, this, &PlanModel::refreshObject);
    reset();
}

void PlanModel::reset()
{
    beginResetModel();
    const std::vector<PlannedObject> &objects = m_work->original().objects;
    m_order.resize(objects.size());
    std::iota(m_order.begin(), m_order.end(), size_t(0));
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](size_t a, size_t b) { return rankOf(objects[a].action) < rankOf(objects[b].action); });
    m_lines.clear();
    m_rows.clear();
    for (size_t row = 0; row < m_order.size(); ++row)
        m_rows.insert(objects[m_order[row]].key(), int(row));
    endResetModel();
}

void PlanModel::refresh()
{
    if (m_order.empty())
        return;
    m_lines.clear(); // their number stays: it depends on the plan as it was made
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex top = index(row, 0);
        if (!object(row).conflicts.isEmpty())
            emit dataChanged(index(0, 0, top), index(rowCount(top) - 1, ColumnCount - 1, top));
    }
}

void PlanModel::refreshObject(const kube::ObjectKey &key)
{
    const QModelIndex top = indexOf(key);
    if (top.isValid())
        emit dataChanged(top, top.siblingAtColumn(ColumnCount - 1));
}

const PlannedObject &PlanModel::object(int row) const
{
    return m_work->plan().objects[m_order[size_t(row)]];
}

const PlannedObject *PlanModel::objectAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return &object(index.internalId() == 0 ? index.row() : int(index.internalId()) - 1);
}

QModelIndex PlanModel::indexOf(const kube::ObjectKey &key) const
{
    const auto row = m_rows.constFind(key);
    return row == m_rows.cend() ? QModelIndex() : index(*row, 0);
}

const QList<PlanModel::Line> &PlanModel::linesOf(int row) const
{
    const auto known = m_lines.constFind(row);
    if (known != m_lines.cend())
        return *known;
    const PlannedObject &now = object(row);
    const PlannedObject &original = m_work->original().objects[m_order[size_t(row)]];
    QList<Line> lines;
    if (original.error)
        lines.append({original.error->message, tr("reason"), {}, {}});
    for (const kube::FieldConflict &conflict : now.conflicts) {
        const QString what = conflict.field.isEmpty() ? tr("the object as a whole") : conflict.field;
        lines.append({tr("%1 belongs to %2").arg(what, conflict.manager), choiceWords(conflict.choice),
                      conflict.field.isEmpty() ? QString() : shownValue(conflict.theirs, longestTip),
                      conflict.field.isEmpty() ? QString() : shownValue(conflict.ours, longestTip)});
    }
    for (const kube::FieldChange &change : changesOf(original))
        lines.append({change.field, changeWords(change), change.live ? shownValue(*change.live, longestTip) : QString(),
                      change.next ? shownValue(*change.next, longestTip) : QString()});
    for (const QString &warning : original.warnings)
        lines.append({warning, tr("warning"), {}, {}});
    return *m_lines.insert(row, lines);
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() > 0 ? createIndex(int(child.internalId()) - 1, 0, quintptr(0))
                                                     : QModelIndex();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_work->plan().objects.empty() ? 0 : int(m_order.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(linesOf(parent.row()).size()) : 0;
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString PlanModel::summaryOf(const PlannedObject &object) const
{
    const kube::WriteResult *result = m_work->resultOf(object.key());
    if (result && result->error)
        return result->error->message;
    if (object.error)
        return object.error->message;
    if (object.action == PlannedAction::Update)
        return tr("%n field(s)", nullptr, int(object.changes.size()));
    return {};
}

QString PlanModel::objectText(int row, int column) const
{
    const PlannedObject &shown = object(row);
    const kube::WriteResult *result = m_work->resultOf(shown.key());
    switch (column) {
    case WhatColumn:
        return shown.ref.toString();
    case ActionColumn:
        return result ? resultWords(shown, *result) : actionWords(shown.action);
    case NewColumn:
        return summaryOf(shown);
    default:
        return {};
    }
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PlannedObject *object = objectAt(index);
    const kube::WriteResult *result = m_work->resultOf(object->key());
    switch (role) {
    case ActionRole:
        return int(object->action);
    case FailedRole:
        return result && result->error;
    case DoneRole:
        return result && !result->error;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        break;
    default:
        return {};
    }
    if (index.internalId() == 0)
        return objectText(index.row(), index.column());
    const Line &line = linesOf(int(index.internalId()) - 1)[index.row()];
    const QString texts[ColumnCount] = {line.what, line.action, line.live, line.next};
    return texts[index.column()];
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[ColumnCount] = {tr("Object or field"), tr("What happens"), tr("On the cluster"),
                                         tr("Planned")};
    return titles[section];
}

} // namespace sallyport
