// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/tracemodel.h"

#include "ui/fields/rowdiff.h"
#include "ui/trace/verdict.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

TraceModel::TraceModel(std::function<QString(int)> titleOf, QObject *parent)
    : QAbstractItemModel(parent)
    , m_titleOf(std::move(titleOf))
{
}

void TraceModel::setSteps(const QList<PlacedStep> &steps)
{
    QList<Row> rows;
    for (const PlacedStep &step : steps)
        rows.append({0, step});
    const RowDiff diff = rowDiff(m_rows, rows);
    if (diff.removed > 0) {
        beginRemoveRows({}, diff.first, diff.first + diff.removed - 1);
        m_rows.remove(diff.first, diff.removed);
        endRemoveRows();
    }
    if (diff.inserted > 0) {
        beginInsertRows({}, diff.first, diff.first + diff.inserted - 1);
        for (int i = diff.first; i < diff.first + diff.inserted; ++i)
            m_rows.insert(i, {++m_lastId, rows[i].step});
        endInsertRows();
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i].step = rows[i].step; // the same, at another line perhaps
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex step = index(i, PlaceColumn);
        emit dataChanged(step, step);
        if (const int losers = rowCount(step.siblingAtColumn(0)); losers > 0)
            emit dataChanged(index(0, PlaceColumn, step.siblingAtColumn(0)),
                             index(losers - 1, PlaceColumn, step.siblingAtColumn(0)));
    }
}

int TraceModel::rowOf(quintptr id) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &each) { return each.id == id; });
    return int(row - m_rows.begin());
}

const PlacedField &TraceModel::fieldAt(const QModelIndex &index) const
{
    const PlacedStep &step = m_rows[index.internalId() == 0 ? index.row() : rowOf(index.internalId())].step;
    return index.internalId() == 0 ? step.where : step.losers[index.row()].where;
}

QModelIndex TraceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_rows[parent.row()].id : 0);
}

QModelIndex TraceModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != 0 ? createIndex(rowOf(index.internalId()), 0, quintptr(0))
                                                      : QModelIndex();
}

int TraceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_rows[parent.row()].step.losers.size()) : 0;
}

int TraceModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString TraceModel::textOf(const QModelIndex &index) const
{
    const PlacedField &field = fieldAt(index);
    const bool isLoser = index.internalId() != 0;
    switch (index.column()) {
    case StageColumn:
        return isLoser ? tr("Not taken") : wordOf(m_rows[index.row()].step.stage);
    case TextColumn:
        return isLoser ? m_rows[rowOf(index.internalId())].step.losers[index.row()].reason
                       : m_rows[index.row()].step.text;
    case ObjectColumn:
        return field.object.isEmpty() ? tr("the mesh") : field.toText();
    case PlaceColumn:
        return field.place.ref.isValid() ? u"%1:%2"_s.arg(m_titleOf(field.place.ref.file)).arg(field.place.line)
                                         : QString();
    default:
        return {};
    }
}

QVariant TraceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return textOf(index);
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Where"), tr("What happens"), tr("What decides it"), tr("Made by")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace sallyport
