// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/expect.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QSortFilterProxyModel>

namespace sallyport {

/// Expectations and what came of them as rows, in the order of their documents.
///
/// Rows that stay are not touched when all are evaluated again, so that lists keep selection and scroll position while one types.
class ExpectationsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, TitleColumn, RequestColumn, ExpectedColumn, OutcomeColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setResults(const std::vector<ExpectationResult> &results);
    const ExpectationResult &result(int row) const { return m_rows[row].result; }
    int count(ExpectationState state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        ExpectationResult result;
        bool operator==(const Row &other) const;
    };

    QString textOf(const ExpectationResult &result, int column) const;

    QList<Row> m_rows;
};

/// The rows in a state that is wanted, and with a text in any column.
class ExpectationsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);
    void setShown(ExpectationState state, bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QSet<int> m_hidden;
};

} // namespace sallyport
