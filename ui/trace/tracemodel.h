// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/placedtrace.h"

#include <QAbstractItemModel>

#include <functional>

namespace sallyport {

/// The steps of a trace as rows, in the order in which they are taken; under each the candidates that lost, with the reason.
///
/// A step that stays is not touched when the request is traced again, so that lists keep selection and scroll position while one types.
class TraceModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { StageColumn, TextColumn, ObjectColumn, PlaceColumn, ColumnCount };

    /// `titleOf` names files as the window does.
    explicit TraceModel(std::function<QString(int file)> titleOf, QObject *parent = nullptr);

    void setSteps(const QList<PlacedStep> &steps);
    /// What the row speaks of.
    const PlacedField &fieldAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A step with a number of its own, by which its losers know it wherever it moves.
    struct Row {
        quintptr id = 0;
        PlacedStep step;
        bool operator==(const Row &other) const { return step.isSameAs(other.step); }
    };

    int rowOf(quintptr id) const;
    QString textOf(const QModelIndex &index) const;

    std::function<QString(int)> m_titleOf;
    QList<Row> m_rows;
    quintptr m_lastId = 0;
};

} // namespace sallyport
