// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "core/policy/sharedfields.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport {

class ChoiceBox;
class Field;
class LineEdit;
class SelectedItems;

/// The form of several rules and destinations at once: shows what they share, and changes only what is touched, in one undo step.
///
/// Unlike the form of one policy it does not write while one types: what is typed goes to all of them when the button says so.
class BulkPanel : public QWidget
{
    Q_OBJECT
public:
    BulkPanel(WorkspaceEditor *editor, SelectedItems *items, QWidget *parent = nullptr);

    QWidget *input(SharedField field) const;
    QPushButton *applyButton() const { return m_apply; }

public slots:
    void showHelp(); ///< Of the field that has the keyboard.

signals:
    void failed(const sallyport::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<FieldRef> items() const;
    LineEdit *addText(SharedField field, const QString &pattern, LineEdit *input);
    ChoiceBox *addChoice(SharedField field, const QString &pattern, ChoiceBox *input);
    void build();
    void refresh();
    void showField(SharedField field);
    void touch(SharedField field, const QString &text);
    void updateOutcome();
    void apply();
    void reset();

    WorkspaceEditor *m_editor;
    SelectedItems *m_items;
    QMap<SharedField, Field *> m_fields;
    QMap<SharedField, QString> m_touched;
    QLabel *m_title;
    QLabel *m_outcome;
    QPushButton *m_apply;
    QPushButton *m_reset;
};

} // namespace sallyport
