// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/kubeconfig.h"
#include "ui/cluster/contextmemory.h"

#include <QAbstractTableModel>

namespace sallyport {

/// A context as lists show it: without anything secret, not even a password that stands in a server's address.
struct ContextRow {
    QString name, server, user, file;
    ContextMark mark = ContextMark::None;
    bool operator==(const ContextRow &) const = default;
};

/// The contexts of all kubeconfig files, by name, the current one of kubectl first.
QList<ContextRow> contextRows(const kube::Kubeconfig &config, const ContextMemory &memory);

/// The contexts as a table.
class ContextsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, MarkColumn, ServerColumn, UserColumn, FileColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<ContextRow> &rows);
    void setMark(int row, ContextMark mark);
    void setOpened(const QString &context); ///< Shown in bold; empty for none.
    const ContextRow &row(int row) const { return m_rows[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ContextRow> m_rows;
    QString m_opened;
};

} // namespace sallyport
