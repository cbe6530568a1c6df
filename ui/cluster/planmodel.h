// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/plan.h"

#include <QAbstractItemModel>
#include <QHash>

namespace sallyport {

class PlanWork;

/// A plan as a tree: objects, and below each what would become of its fields. What needs a decision comes first, what stays last.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { WhatColumn, ActionColumn, LiveColumn, NewColumn, ColumnCount };
    enum Role {
        ActionRole = Qt::UserRole, ///< int(kube::PlannedAction), of a field that of its object.
        FailedRole, ///< bool: its write failed.
        DoneRole, ///< bool: it was written.
    };

    /// The work must outlive it.
    explicit PlanModel(const PlanWork *work, QObject *parent = nullptr);

    /// The object of a row, or of the row's parent; null for none.
    const kube::PlannedObject *objectAt(const QModelIndex &index) const;
    QModelIndex indexOf(const kube::ObjectKey &key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A row below an object.
    struct Line {
        QString what, action, live, next;
    };

    void reset();
    void refresh();
    void refreshObject(const kube::ObjectKey &key);
    const kube::PlannedObject &object(int row) const; ///< As decided.
    const QList<Line> &linesOf(int row) const;
    QString objectText(int row, int column) const;
    QString summaryOf(const kube::PlannedObject &object) const;

    const PlanWork *m_work;
    std::vector<size_t> m_order; ///< Positions in the plan.
    QHash<kube::ObjectKey, int> m_rows;
    mutable QHash<int, QList<Line>> m_lines; ///< Made when first looked at.
};

} // namespace sallyport
