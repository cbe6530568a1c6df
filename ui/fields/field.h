// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "ui/fields/help.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace sallyport {

/// One field of a form: a label, the input it belongs to, a place for the mark of its findings, and help.
///
/// It stands for a field of a document: findings at or below path() are its own. Nothing in it moves when a finding comes or goes.
class Field : public QWidget
{
    Q_OBJECT
public:
    enum class Label : quint8 {
        Above,
        Beside,
        InInput, ///< The input says it itself, as a check box does.
    };

    /// Takes the input. Its accessible name and description, its tool tip and the label's buddy are kept here.
    Field(FieldHelp help, QWidget *input, Label label, QWidget *parent = nullptr);

    QWidget *input() const { return m_input; }
    const FieldHelp &help() const { return m_help; }

    const FieldPath &path() const { return m_path; }
    void setPath(const FieldPath &path) { m_path = path; }

    const QList<Diagnostic> &findings() const { return m_findings; }
    void showFindings(const QList<Diagnostic> &findings);
    /// Marks the field as the one the window is looking at, while the keyboard is elsewhere.
    void setCurrent(bool current);

    /// Puts the keyboard into the field, to the part of it that `where` names.
    void reveal(const FieldPath &where);
    void showHelp();

signals:
    void findingsChanged();
    void revealed(const sallyport::FieldPath &where);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void fitToTheme();
    int underline() const;
    QWidget *keyboardPlace() const; ///< The widget that has the keyboard when the input has.

    FieldHelp m_help;
    QWidget *m_input;
    QLabel *m_label;
    QLabel *m_mark;
    QToolButton *m_helpButton;
    FieldPath m_path;
    QList<Diagnostic> m_findings;
    bool m_current = false;
};

/// The field that holds the widget, or null.
Field *fieldOf(QWidget *widget);

} // namespace sallyport
