// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

namespace sallyport {

/// Short texts in rows, edited in place: a list of hosts is one column of them, a map of labels is two.
///
/// A column may have choices: its cells then show the words of the values that they hold.
///
/// After the last row comes an empty one, where typing makes a new entry. The model changes nothing itself: it asks by edited() and
/// shows what setRows() then brings.
class EntryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Choices = QList<std::pair<QString, QString>>; ///< Value and word.
    using Cell = std::pair<int, int>; ///< Row and column.
    static constexpr int ChoicesRole =
        Qt::UserRole; ///< The values and words of the column, as a list of pairs of texts.

    /// One title for each column; `invitation` is what the empty row says, one for each column.
    EntryModel(QStringList titles, QStringList invitation, QObject *parent = nullptr);

    /// Replaces the rows, each of as many cells as there are columns. Rows that stay keep their identity, and so do open editors.
    void setRows(const QList<QStringList> &rows);
    const QList<QStringList> &rows() const { return m_rows; }
    void setEditable(bool editable);
    void setInvitation(const QStringList &invitation);
    void setChoices(int column, const Choices &choices);
    void setFixed(int column); ///< Its cells are never edited.
    /// Marks rows by their findings.
    void setFindings(const QHash<int, QList<Diagnostic>> &findings);
    /// Marks single cells.
    void setCellFindings(const QHash<Cell, QList<Diagnostic>> &findings);

    bool isEntry(int row) const { return row >= 0 && row < m_rows.size(); } ///< False for the empty row.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The user typed; `row` is one past the last entry where this makes a new one.
    void edited(int row, int column, const QString &text);

private:
    QVariant markOf(const Cell &cell, int role) const;
    QString shown(const QModelIndex &index) const;

    QStringList m_titles;
    QStringList m_invitation;
    QList<QStringList> m_rows;
    QHash<Cell, QList<Diagnostic>> m_findings;
    QHash<int, Choices> m_choices;
    QList<int> m_fixed;
    bool m_editable = true;
    int m_emptyRows = 1; ///< After the entries, where editable; more than one only while rows come or go.
};

} // namespace sallyport
