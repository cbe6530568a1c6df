// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/access/accessmodel.h"

#include "core/policy/labels.h"
#include "core/routes/accesstext.h"
#include "ui/fields/rowdiff.h"
#include "ui/icons.h"

using namespace Qt::StringLiterals;

namespace sallyport {

void AccessModel::setAccess(const std::vector<Access> &list)
{
    QList<Row> rows;
    rows.reserve(qsizetype(list.size()));
    for (const Access &access : list)
        rows.append({Change::None, access});
    setRows(rows);
}

void AccessModel::setDiff(const AccessDiff &diff)
{
    QList<Row> rows;
    for (const Access &access : diff.newlyAllowed)
        rows.append({Change::New, access});
    for (const Access &access : diff.noLongerAllowed)
        rows.append({Change::Gone, access});
    setRows(rows);
}

void AccessModel::setRows(const QList<Row> &rows)
{
    updateRows(
        m_rows, rows,
        [this](int first, int count) { emit dataChanged(index(first, 0), index(first + count - 1, ColumnCount - 1)); },
        [this](int first, int count, auto commit) {
            beginInsertRows({}, first, first + count - 1);
            commit();
            endInsertRows();
        },
        [this](int first, int count, auto commit) {
            beginRemoveRows({}, first, first + count - 1);
            commit();
            endRemoveRows();
        });
    m_rows = rows; // the same rows, made by the rules as they are now
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccessModel::textOf(const Row &row, int column) const
{
    const Access &access = row.access;
    switch (column) {
    case ChangeColumn:
        return row.change == Change::New ? tr("Newly allowed")
            : row.change == Change::Gone ? tr("No longer allowed")
                                         : QString();
    case NamespaceColumn:
        return access.namespaceName;
    case WorkloadColumn: {
        QStringList exceptions;
        for (const Labels &except : access.exceptSelectors)
            exceptions.append(labelsText(except, ","_L1));
        const QString who = access.selector.isEmpty() ? tr("every workload") : labelsText(access.selector, ","_L1);
        return exceptions.isEmpty() ? who : tr("%1, except %2").arg(who, exceptions.join(tr(" and ")));
    }
    case HostColumn:
        return hostText(access);
    case PortColumn:
        return portText(access);
    case ClassColumn:
        return name(access.trafficClass);
    case GatewayColumn:
        return access.gateway;
    default:
        return {};
    }
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::DisplayRole)
        return textOf(row, index.column());
    if (role == Qt::ToolTipRole)
        return accessText(row.access);
    if (role == Qt::DecorationRole && index.column() == ChangeColumn && row.change != Change::None)
        return icon(row.change == Change::New ? u"add"_s : u"remove"_s);
    return {};
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Change"), tr("Namespace"), tr("Workloads"), tr("Host"),
                              tr("Port"),   tr("Class"),     tr("Gateway")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace sallyport
