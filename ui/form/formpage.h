// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;

namespace sallyport {

class DocumentCursor;
class Field;
class NoticeBar;
class Section;
class Selection;

/// The form of one kind of document: at the top what the document comes to, below it its sections, one under the other.
///
/// It follows the selection and leads it: the field that has the keyboard is the selected one. Findings stand at the fields they speak
/// of. Where the document cannot be edited a notice takes the place of the top, so that nothing below it moves.
class FormPage : public QWidget
{
    Q_OBJECT
public:
    FormPage(DocumentCursor *cursor, Selection *selection, QWidget *parent);

    const QList<Section *> &sections() const { return m_sections; }
    /// The field that stands for the path, or for the nearest part of the document above it; null where none is shown.
    Field *fieldFor(const FieldPath &path) const;

    /// Shows what is written.
    virtual void refresh();
    /// Shows what was made of it: findings, and what else depends on the whole workspace.
    virtual void showCompilation();
    void markCurrent();
    void reveal(const FieldRef &field);
    /// The keyboard has gone from one field to another; null where it came from or went to somewhere else.
    void keyboardMoved(const Field *left, Field *entered);

signals:
    void fixRequested(const sallyport::Diagnostic &finding, int fix);
    void textRequested();

protected:
    /// Puts the page together; called once, by the derived constructor. `last` stands below the sections.
    void build(QWidget *top, const QList<Section *> &sections, QWidget *last = nullptr);
    DocumentCursor *formCursor() const { return m_cursor; }
    /// Shows the findings at their fields and panels. `more`: what else is to be said in the first panel.
    void placeFindings(const QList<Diagnostic> &findings, const QList<Diagnostic> &more = {});
    /// The findings of the document, without those that are suppressed.
    QList<Diagnostic> findings() const;
    Diagnostic noticeAt(Severity severity, const FieldRef &where, const QString &message) const;
    /// Why the document cannot be edited; empty where it can.
    virtual QString obstacle() const;

private:
    void showNotice();
    void fail(const Error &error);

    DocumentCursor *m_cursor;
    Selection *m_selection;
    QStackedWidget *m_top; ///< What the document comes to, or a notice.
    QWidget *m_summary = nullptr;
    NoticeBar *m_notice;
    QScrollArea *m_scroll;
    QList<Section *> m_sections;
};

} // namespace sallyport
