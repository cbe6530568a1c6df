// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fields/field.h"
#include "ui/form/documentcursor.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace sallyport {

class ChoiceBox;
class FindingLine;

/// A panel of the form: its title, one line for the finding that matters most, and its fields.
///
/// The line stands in the title's row, so that a finding that comes or goes moves nothing.
class Section : public QWidget
{
    Q_OBJECT
public:
    Section(const QString &title, DocumentCursor *cursor, QWidget *parent);

    const QList<Field *> &fields() const { return m_fields; }
    /// Shows what is written, after the cursor has moved or the text has changed.
    virtual void refresh() = 0;
    /// The parts of the document whose findings come here when no field is closer to them.
    virtual QList<FieldPath> places() const = 0;
    /// The field that has the keyboard, whose findings go first; null for none.
    void setFocusedField(Field *field);
    /// Findings of the panel that are of none of its fields.
    void showOwnFindings(const QList<Diagnostic> &findings);
    const QList<Diagnostic> &ownFindings() const { return m_ownFindings; }

signals:
    void fixChosen(const sallyport::Diagnostic &finding, int fix);
    void findingClicked(const sallyport::Diagnostic &finding);

protected:
    DocumentCursor *cursor() const { return m_cursor; }
    QBoxLayout *titleRow() const { return m_titleRow; }
    /// A row on the grid that all panels share: each widget with its number of the twelve columns.
    void addRow(const QList<std::pair<QWidget *, int>> &widgets);

    /// A field whose input is made by the panel itself.
    Field *addField(const FieldSpec &spec, QWidget *input, Field::Label label = Field::Label::Above);
    /// A field of one scalar: typing writes it.
    Field *addTextField(const FieldSpec &spec, Field::Label label = Field::Label::Above);
    /// A field of one scalar that is one of several words.
    Field *addChoiceField(const FieldSpec &spec, ChoiceBox *choices);
    /// Binds the field to a place in the document and shows what is written there.
    void show(Field *field, const FieldPath &path);

private:
    void updateLine();

    DocumentCursor *m_cursor;
    QBoxLayout *m_titleRow;
    QGridLayout *m_body;
    FindingLine *m_line;
    QList<Field *> m_fields;
    Field *m_focused = nullptr;
    QList<Diagnostic> m_ownFindings;
};

} // namespace sallyport
