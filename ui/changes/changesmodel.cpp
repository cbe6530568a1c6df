// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/changes/changesmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using Kind = ComparedLine::Kind;

QString signOf(Kind kind)
{
    return kind == Kind::Added ? u"+ "_s : kind == Kind::Removed ? u"− "_s : u"  "_s;
}

bool isNumber(int column)
{
    return column == ChangesModel::BeforeNumber || column == ChangesModel::AfterNumber;
}

} // namespace

ChangesModel::ChangesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ChangesModel::setComparison(const Comparison &comparison)
{
    if (m_comparison == comparison)
        return;
    beginResetModel();
    m_comparison = comparison;
    layOut();
    endResetModel();
}

void ChangesModel::setSideBySide(bool on)
{
    if (m_isSideBySide == on)
        return;
    beginResetModel();
    m_isSideBySide = on;
    layOut();
    endResetModel();
}

void ChangesModel::layOut()
{
    const QList<ComparedLine> &lines = m_comparison.lines;
    m_rows.clear();
    m_rows.reserve(lines.size());
    m_rowOfLine.fill(-1, lines.size());
    m_longest = 0;
    for (int i = 0; i < int(lines.size()); ++i) {
        const ComparedLine &line = lines[i];
        m_longest = std::max(m_longest, int(line.text.size()));
        if (m_isSideBySide && line.kind == Kind::Added && line.partner >= 0) {
            m_rowOfLine[i] = m_rowOfLine[line.partner];
            continue; // It stands beside what was there before.
        }
        const int row = int(m_rows.size());
        m_rowOfLine[i] = row;
        if (m_isSideBySide && line.kind == Kind::Removed)
            m_rows.append({i, line.partner});
        else if (m_isSideBySide && line.kind == Kind::Added)
            m_rows.append({-1, i});
        else
            m_rows.append({i, i});
    }
}

int ChangesModel::lineAt(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return -1;
    return m_rows[row].after >= 0 ? m_rows[row].after : m_rows[row].before;
}

int ChangesModel::rowOf(int line) const
{
    return line >= 0 && line < m_rowOfLine.size() ? m_rowOfLine[line] : -1;
}

int ChangesModel::differenceFrom(int row, int direction) const
{
    QList<int> rows;
    for (const int line : m_comparison.differences)
        rows.append(rowOf(line));
    if (rows.isEmpty())
        return -1;
    if (direction > 0) {
        const auto next = std::upper_bound(rows.begin(), rows.end(), row);
        return next == rows.end() ? rows.first() : *next;
    }
    const auto next = std::lower_bound(rows.begin(), rows.end(), row);
    return next == rows.begin() ? rows.last() : *(next - 1);
}

const ComparedLine *ChangesModel::lineOf(const Row &row, int column) const
{
    const int line = column == BeforeNumber || column == Before ? row.before : row.after;
    return line < 0 ? nullptr : &m_comparison.lines[line];
}

QString ChangesModel::textOf(const ComparedLine &line) const
{
    const QString text = QString::fromUtf8(line.text);
    if (line.kind == Kind::Gap)
        return tr("⋯ %Ln line(s) that are the same", nullptr, line.count);
    if (line.kind == Kind::Title)
        return line.before == 0 ? tr("%1 (new)").arg(text) : line.after == 0 ? tr("%1 (gone)").arg(text) : text;
    return signOf(line.kind) + text;
}

QString ChangesModel::plainText(int row) const
{
    const Row &r = m_rows[row];
    QStringList texts;
    if (r.before >= 0)
        texts.append(textOf(m_comparison.lines[r.before]));
    if (r.after >= 0 && r.after != r.before)
        texts.append(textOf(m_comparison.lines[r.after]));
    return texts.join(u'\n');
}

QList<Span> ChangesModel::spansOf(int line) const
{
    const ComparedLine &one = m_comparison.lines[line];
    if (one.partner < 0)
        return {};
    const QString own = QString::fromUtf8(one.text);
    const QString other = QString::fromUtf8(m_comparison.lines[one.partner].text);
    QList<Span> spans = one.kind == Kind::Removed ? changedWords(own, other).first : changedWords(other, own).second;
    for (Span &span : spans)
        span.begin += int(signOf(one.kind).size());
    return spans;
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    const int column = index.column();
    const ComparedLine *line = lineOf(row, column);
    if (role == KindRole)
        return line ? int(line->kind) : -1;
    if (!line)
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const int number = column == BeforeNumber ? line->before : line->after;
        if (isNumber(column))
            return number > 0 && line->kind != Kind::Title ? QString::number(number) : QString();
        if (m_isSideBySide && line->kind == Kind::Title && (column == Before ? line->before : line->after) == 0)
            return {};
        return textOf(*line);
    }
    case Qt::ToolTipRole:
        return isNumber(column) ? QVariant() : QString::fromUtf8(line->text);
    case Qt::AccessibleTextRole:
        if (isNumber(column))
            return data(index, Qt::DisplayRole);
        if (line->kind == Kind::Added || line->kind == Kind::Removed)
            return (line->kind == Kind::Added ? tr("Added: %1") : tr("Removed: %1")).arg(QString::fromUtf8(line->text));
        return textOf(*line);
    case SpansRole:
        return QVariant::fromValue(spansOf(column == Before ? row.before : row.after));
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Before)
        return tr("Before");
    if (section == After)
        return m_isSideBySide ? tr("Now") : tr("Before and now");
    return {};
}

} // namespace sallyport
