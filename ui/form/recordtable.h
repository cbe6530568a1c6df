// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fields/entrytable.h"
#include "ui/form/documentcursor.h"

namespace sallyport {

/// A column of a RecordTable: a member of each record, and how a cell's text says it.
struct RecordColumn {
    enum class Kind : quint8 {
        Text,
        Number, ///< A whole number; any other text is written as it stands.
        Flag, ///< "true", or not there.
        Words, ///< A list of words, with commas.
        LabelMap, ///< A map of texts: "app=web, tier=front".
        Fixed, ///< Not of the document: shown only, by the owner.
    };

    QString title = {};
    FieldPath path = {}; ///< From the record.
    Kind kind = Kind::Text;
    int width = 10; ///< In characters, as a share.
    bool isRequired = false; ///< Emptied it stays as an empty value.
    EntryModel::Choices choices = {};
    QStringList others =
        {}; ///< Names beside the path's last under which the member may stand as well, one of them at a time.
    /// Which of these names a text is written under, the path's own or one of `others`; the path's own unless set.
    std::function<QString(const QString &text)> nameFor = {};
};

/// A list of maps of the document as a table, one row for each; every keystroke in a cell is written to its member.
class RecordTable : public EntryTable
{
    Q_OBJECT
public:
    /// What the table calls one of its records: "port 80"; for undo steps.
    using TitleOf = std::function<QString(const FieldPath &record)>;

    RecordTable(DocumentCursor *cursor, const QList<RecordColumn> &columns, const QString &invitation,
                const Words &words, QWidget *parent = nullptr);

    /// A new record for a text typed into the first column of the empty row.
    std::function<Value(const QString &text)> newRecord;
    TitleOf titleOf;

    void showList(const FieldPath &list);
    const FieldPath &list() const { return m_list; }
    void showFindings(const QList<Diagnostic> &findings);
    /// Puts the cursor on the cell that the path names.
    void goTo(const FieldPath &where);
    /// The path of a cell's member, as it is written.
    FieldPath memberPath(int row, int column) const;
    /// Fills a fixed column and shows it; an empty list hides it.
    void showFixed(int column, const QStringList &texts);

signals:
    void rowChosen(int row); ///< The user went there.

private:
    QList<QStringList> rows() const;
    QString cellText(int row, int column) const;
    void edit(int row, int column, const QString &text);
    QList<DocumentChange> cellChanges(int row, int column, const QString &text) const;
    void remove(const QList<int> &rows);
    void move(int row, int to);
    void duplicateRow(int row);
    void paste(const QString &text, int before);
    int columnOf(const FieldPath &inRecord) const;

    DocumentCursor *m_cursor;
    QList<RecordColumn> m_columns;
    FieldPath m_list;
    QStringList m_fixed;
    int m_fixedColumn = -1;
    EntryModel::Cell m_typedIn = {
        -1, -1}; ///< The cell that is being typed into, and what was typed there: "a, " says the same as "a".
    QString m_typed;
};

} // namespace sallyport
