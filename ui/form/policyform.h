// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;

namespace sallyport {

class DocumentSummary;
class Field;
class FlowStrip;
class GatewayPanel;
class HeaderPanel;
class NoticeBar;
class PolicyCursor;
class Section;
class Selection;
class StatePage;

/// The form of the selected policy: the way of its traffic, and the four panels source, destination, protocol and gateway port.
///
/// It follows the selection and leads it: the field that has the keyboard is the selected one. Findings stand at the fields they speak
/// of. Where there is no policy to edit it says why, and what to do.
class PolicyForm : public QWidget
{
    Q_OBJECT
public:
    PolicyForm(WorkspaceEditor *editor, Selection *selection, QWidget *parent = nullptr);
    ~PolicyForm() override;

    /// The field that stands for the path, or for the nearest part of the document above it; null where none is shown.
    Field *fieldFor(const FieldPath &path) const;
    const QList<Section *> &sections() const { return m_sections; }
    FlowStrip *flowStrip() const { return m_flow; }

public slots:
    void showHelp(); ///< Of the field that has the keyboard.

signals:
    void fixRequested(const sallyport::Diagnostic &finding, int fix); ///< To be shown as a diff before it is taken.
    void textRequested(const sallyport::FieldRef &field); ///< To be shown in the Source tab.
    void newPolicyRequested();

private:
    void buildForm();
    QWidget *buildColumn();
    void refresh();
    void showState();
    void showNotice();
    void showCompilation();
    void placeFindings();
    void markCurrent();
    Field *currentField() const; ///< That the window is looking at; null where it looks elsewhere.
    void takeKeyboard();
    void reveal(const FieldRef &field);
    void keyboardMoved(QWidget *from, QWidget *to);
    void askForText();
    void useStateButton();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    PolicyCursor *m_cursor;
    QStackedWidget *m_pages; ///< The form, an empty state, or a summary.
    QWidget *m_formPage;
    StatePage *m_statePage;
    DocumentSummary *m_summary;
    QStackedWidget *m_top; ///< The flow strip or a notice, in the same place: nothing below it moves.
    FlowStrip *m_flow;
    NoticeBar *m_notice;
    QScrollArea *m_scroll;
    StatePage *m_noRules;
    HeaderPanel *m_header;
    GatewayPanel *m_gateway;
    QList<Section *> m_sections;
};

} // namespace sallyport
