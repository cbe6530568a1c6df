// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/merge.h"

#include <QAbstractTableModel>

namespace sallyport {

/// Three texts side by side as lines of a table: ours, what both started from, and what is on the disk, with what is taken of them.
///
/// Of long stretches that are the same, only the lines near a difference are rows; one row stands for those between.
class MergeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TakenColumn, MineColumn, BaseColumn, TheirsColumn, ColumnCount };
    enum Role {
        GroundRole = Qt::UserRole, ///< A Ground, as an int.
    };
    enum class Ground : quint8 { Plain, Taken, Left, Open };

    explicit MergeModel(QObject *parent = nullptr);

    void setChunks(const QList<MergeChunk> &chunks);
    const QList<MergeChunk> &chunks() const { return m_chunks; }
    int chunkAt(int row) const; ///< -1 for a row that only stands for others.
    bool isDifference(int row) const; ///< Whether there is something to decide.
    int firstRowOf(int chunk) const;
    void take(int chunk, MergeChunk::Take take);
    void takeAll(MergeChunk::Take take);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void decided();

private:
    struct Row {
        int chunk = -1;
        int line = 0; ///< Of the chunk; of a row without a chunk, how many it stands for.
    };

    QString textAt(const Row &row, int column) const;
    QString takenText(const Row &row) const;
    Ground groundOf(const Row &row, int column) const;

    QList<MergeChunk> m_chunks;
    QList<Row> m_rows;
};

} // namespace sallyport
