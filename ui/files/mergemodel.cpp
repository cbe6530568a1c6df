// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/files/mergemodel.h"

#include <algorithm>

namespace sallyport {

namespace {

using Kind = MergeChunk::Kind;
using Take = MergeChunk::Take;

constexpr int context = 3; ///< Lines shown around a difference.

bool isOpenToChoice(const MergeChunk &chunk)
{
    return chunk.kind != Kind::Same && chunk.kind != Kind::Both;
}

bool isTaken(const MergeChunk &chunk, int column)
{
    if (column == MergeModel::MineColumn)
        return chunk.take == Take::Mine || chunk.take == Take::MineThenTheirs;
    return chunk.take == Take::Theirs || chunk.take == Take::MineThenTheirs;
}

const QByteArrayList &linesOf(const MergeChunk &chunk, int column)
{
    return column == MergeModel::MineColumn ? chunk.mine : column == MergeModel::BaseColumn ? chunk.base : chunk.theirs;
}

} // namespace

MergeModel::MergeModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MergeModel::setChunks(const QList<MergeChunk> &chunks)
{
    beginResetModel();
    m_chunks = chunks;
    m_rows.clear();
    for (int i = 0; i < int(chunks.size()); ++i) {
        const MergeChunk &chunk = chunks[i];
        const int count = int(std::max({chunk.mine.size(), chunk.base.size(), chunk.theirs.size()}));
        const int head = i == 0 ? 0 : context;
        const int tail = i + 1 == chunks.size() ? 0 : context;
        const bool folds = chunk.kind == Kind::Same && count > head + tail + 1;
        for (int line = 0; line < count; ++line) {
            if (folds && line == head) {
                m_rows.append({-1, count - head - tail});
                line = count - tail;
            }
            if (line < count)
                m_rows.append({i, line});
        }
    }
    endResetModel();
    emit decided();
}

int MergeModel::chunkAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].chunk : -1;
}

bool MergeModel::isDifference(int row) const
{
    const int chunk = chunkAt(row);
    return chunk >= 0 && isOpenToChoice(m_chunks[chunk]);
}

int MergeModel::firstRowOf(int chunk) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [chunk](const Row &row) { return row.chunk == chunk; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void MergeModel::take(int chunk, Take take)
{
    if (chunk < 0 || !isOpenToChoice(m_chunks[chunk]))
        return;
    m_chunks[chunk].take = take;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit decided();
}

void MergeModel::takeAll(Take take)
{
    for (MergeChunk &chunk : m_chunks) {
        if (isOpenToChoice(chunk))
            chunk.take = take;
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit decided();
}

int MergeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MergeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MergeModel::takenText(const Row &row) const
{
    const MergeChunk &chunk = m_chunks[row.chunk];
    if (row.line > 0 || chunk.kind == Kind::Same)
        return {};
    if (chunk.kind == Kind::Both)
        return tr("The same");
    switch (chunk.take) {
    case Take::Undecided:
        return tr("Choose…");
    case Take::Mine:
        return tr("Yours");
    case Take::Theirs:
        return tr("On disk");
    case Take::MineThenTheirs:
        return tr("Both");
    }
    return {};
}

QString MergeModel::textAt(const Row &row, int column) const
{
    if (row.chunk < 0)
        return column == MineColumn ? tr("⋯ %Ln more line(s) that are the same", nullptr, row.line) : QString();
    if (column == TakenColumn)
        return takenText(row);
    const QByteArrayList &lines = linesOf(m_chunks[row.chunk], column);
    if (row.line >= lines.size())
        return {};
    QByteArray line = lines[row.line];
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

MergeModel::Ground MergeModel::groundOf(const Row &row, int column) const
{
    if (row.chunk < 0 || !isOpenToChoice(m_chunks[row.chunk]))
        return Ground::Plain;
    const MergeChunk &chunk = m_chunks[row.chunk];
    if (chunk.take == Take::Undecided)
        return column == BaseColumn ? Ground::Plain : Ground::Open;
    if (column == TakenColumn || column == BaseColumn)
        return Ground::Plain;
    return isTaken(chunk, column) ? Ground::Taken : Ground::Left;
}

QVariant MergeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textAt(row, index.column());
    case GroundRole:
        return int(groundOf(row, index.column()));
    case Qt::AccessibleTextRole: {
        const QString text = textAt(row, index.column());
        switch (groundOf(row, index.column())) {
        case Ground::Taken:
            return tr("Taken: %1").arg(text);
        case Ground::Left:
            return tr("Not taken: %1").arg(text);
        case Ground::Open:
            return tr("To be decided: %1").arg(text);
        case Ground::Plain:
            break;
        }
        return text;
    }
    default:
        return {};
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TakenColumn:
        return tr("Taken");
    case MineColumn:
        return tr("Yours");
    case BaseColumn:
        return tr("Last saved");
    case TheirsColumn:
        return tr("On disk");
    default:
        return {};
    }
}

} // namespace sallyport
