// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/entrymodel.h"

#include "ui/fields/marks.h"
#include "ui/fields/rowdiff.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>

namespace sallyport {

EntryModel::EntryModel(QStringList titles, QStringList invitation, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(std::move(titles))
    , m_invitation(std::move(invitation))
{
}

void EntryModel::setRows(const QList<QStringList> &rows)
{
    const auto changed = [this](int first, int count) {
        emit dataChanged(index(first, 0), index(first + count - 1, columnCount() - 1));
    };
    // At the end of the list the empty row becomes the new entry and a new empty row follows it (and the other way round), so that
    // the editor in which the entry is being typed stays where it is.
    const auto inserted = [&](int first, int count, auto commit) {
        const bool turns = m_editable && first == m_rows.size();
        beginInsertRows({}, turns ? first + 1 : first, (turns ? first + 1 : first) + count - 1);
        turns ? void(m_emptyRows += count) : commit();
        endInsertRows();
        if (turns) {
            commit();
            m_emptyRows = 1;
            changed(first, count);
        }
    };
    const auto removed = [&](int first, int count, auto commit) {
        const bool turns = m_editable && first + count == m_rows.size();
        if (turns) {
            commit();
            m_emptyRows += count;
            changed(first, count);
        }
        beginRemoveRows({}, turns ? first + 1 : first, (turns ? first + 1 : first) + count - 1);
        turns ? void(m_emptyRows = 1) : commit();
        endRemoveRows();
    };
    updateRows(m_rows, rows, changed, inserted, removed);
}

void EntryModel::setEditable(bool editable)
{
    if (m_editable == editable)
        return;
    const int last = int(m_rows.size());
    if (editable)
        beginInsertRows({}, last, last);
    else
        beginRemoveRows({}, last, last);
    m_editable = editable;
    if (editable)
        endInsertRows();
    else
        endRemoveRows();
}

void EntryModel::setInvitation(const QStringList &invitation)
{
    if (m_invitation == invitation)
        return;
    m_invitation = invitation;
    if (m_editable)
        emit dataChanged(index(int(m_rows.size()), 0), index(int(m_rows.size()), columnCount() - 1));
}

void EntryModel::setChoices(int column, const Choices &choices)
{
    m_choices.insert(column, choices);
}

void EntryModel::setFixed(int column)
{
    m_fixed.append(column);
}

void EntryModel::setFindings(const QHash<int, QList<Diagnostic>> &findings)
{
    QHash<Cell, QList<Diagnostic>> cells;
    for (auto row = findings.begin(); row != findings.end(); ++row)
        cells.insert({row.key(), 0}, row.value());
    setCellFindings(cells);
}

void EntryModel::setCellFindings(const QHash<Cell, QList<Diagnostic>> &findings)
{
    if (m_findings.isEmpty() && findings.isEmpty())
        return;
    m_findings = findings;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                         {Qt::DecorationRole, Qt::ToolTipRole, Qt::AccessibleDescriptionRole});
}

int EntryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + (m_editable ? m_emptyRows : 0);
}

int EntryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (!isEntry(index.row())) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return m_invitation[index.column()];
        if (role == Qt::ForegroundRole)
            return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return shown(index);
    case Qt::AccessibleTextRole: // an empty cell would not be read at all
        return shown(index).isEmpty() ? tr("%1: empty").arg(m_titles.value(index.column())) : shown(index);
    case Qt::EditRole:
        return m_rows[index.row()][index.column()];
    case ChoicesRole:
        return m_choices.contains(index.column()) ? QVariant::fromValue(m_choices.value(index.column())) : QVariant();
    case Qt::DecorationRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return markOf({index.row(), index.column()}, role);
    default:
        return {};
    }
}

bool EntryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !m_editable)
        return false;
    const QString text = value.toString();
    const bool isNew = !isEntry(index.row());
    if (isNew ? text.isEmpty() : m_rows[index.row()][index.column()] == text)
        return false;
    emit edited(index.row(), index.column(), text);
    return true;
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_titles.value(section)) : QVariant(section + 1);
}

Qt::ItemFlags EntryModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    // A new entry begins with its first column.
    const bool isFixed = m_fixed.contains(index.column());
    if (m_editable && !isFixed && (isEntry(index.row()) || index.column() == 0))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant EntryModel::markOf(const Cell &cell, int role) const
{
    const auto found = m_findings.constFind(cell);
    if (found == m_findings.constEnd())
        return {};
    if (role == Qt::DecorationRole)
        return iconOf(worstOf(*found)->severity);
    return sentencesOf(*found);
}

QString EntryModel::shown(const QModelIndex &index) const
{
    const QString &value = m_rows[index.row()][index.column()];
    for (const auto &[choice, word] : m_choices.value(index.column())) {
        if (choice.compare(value, Qt::CaseInsensitive) == 0)
            return word;
    }
    return value;
}

} // namespace sallyport
