// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/access.h"

#include <QAbstractTableModel>

namespace sallyport {

/// Who may reach what, or how that changes, as rows: a table for a policy, or the difference of two.
///
/// Rows that stay are not touched when it is made again, so that lists keep selection and scroll position while one types.
class AccessModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        ChangeColumn,
        NamespaceColumn,
        WorkloadColumn,
        HostColumn,
        PortColumn,
        ClassColumn,
        GatewayColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAccess(const std::vector<Access> &list);
    void setDiff(const AccessDiff &diff); ///< What is newly allowed comes first.

    const Access &accessAt(int row) const { return m_rows[row].access; }
    bool isGone(int row) const { return m_rows[row].change == Change::Gone; } ///< It is of the state before.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Change : quint8 { None, New, Gone };

    struct Row {
        Change change = Change::None;
        Access access;
        bool operator==(const Row &other) const { return change == other.change && access.sameAs(other.access); }
    };

    void setRows(const QList<Row> &rows);
    QString textOf(const Row &row, int column) const;

    QList<Row> m_rows;
};

} // namespace sallyport
