// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fields/entryview.h"
#include "ui/form/documentcursor.h"

namespace sallyport {

/// A map of texts in the document, such as labels, in rows of key and value; every keystroke is written.
class LabelsEdit : public EntryView
{
    Q_OBJECT
public:
    /// `titles` of the two columns; `spec` gives the words of its undo steps.
    LabelsEdit(const QStringList &titles, const QString &invitation, const FieldSpec &spec, DocumentCursor *cursor,
               QWidget *parent);

    void showMap(const FieldPath &map);
    /// Puts the cursor on the row that the path names.
    void goTo(const FieldPath &where);

private:
    void editCell(int row, int column, const QString &text);
    void removeRowsOf(const QList<int> &rows);
    void pasteLabels(const QString &text);

    FieldSpec m_spec;
    DocumentCursor *m_cursor;
    FieldPath m_map;
};

/// app=sleep-a, one for each line or comma; "app: sleep-a" as YAML has it counts, too.
QList<std::pair<QString, QString>> labelsIn(const QString &text);

} // namespace sallyport
