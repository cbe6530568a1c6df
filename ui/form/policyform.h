// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace sallyport {

class AuthorizationCursor;
class DocumentCursor;
class DocumentSummary;
class ExpectationsCursor;
class Field;
class FlowStrip;
class FormPage;
class MeshCursor;
class PolicyCursor;
class PolicyPage;
class Section;
class Selection;
class StatePage;
struct ExpectationResult;

/// The form of the selected document, a page for each kind that has one. Where there is nothing to edit it says why, and what to do.
class PolicyForm : public QWidget
{
    Q_OBJECT
public:
    PolicyForm(WorkspaceEditor *editor, Selection *selection, QWidget *parent = nullptr);
    ~PolicyForm() override;

    /// The field that stands for the path, or for the nearest part of the document above it; null where none is shown.
    Field *fieldFor(const FieldPath &path) const;
    const QList<Section *> &sections() const; ///< Of the page that is shown, or of the policy's.
    FlowStrip *flowStrip() const;
    /// What came of expectations, to be shown beside them.
    void showResults(const std::vector<ExpectationResult> &results);

public slots:
    void pasteHosts(); ///< Those of the clipboard, after a look at them.
    void showHelp(); ///< Of the field that has the keyboard.

signals:
    void fixRequested(const sallyport::Diagnostic &finding, int fix); ///< To be shown as a diff before it is taken.
    void textRequested(const sallyport::FieldRef &field); ///< To be shown in the Source tab.
    void newPolicyRequested();
    void hostsPasted(const QString &message); ///< What was done.

private:
    void addPage(DocumentKind kind, FormPage *page);
    void refresh();
    QWidget *pageOf(const DocumentCursor &cursor);
    FormPage *current() const; ///< Null while a state or a summary is shown.
    void showCompilation();
    void markCurrent();
    void reveal(const FieldRef &field);
    void keyboardMoved(QWidget *from, QWidget *to);
    void askForText();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    // In this order they follow the selection: the policy's comes last, and its state says what the form shows.
    MeshCursor *m_mesh;
    AuthorizationCursor *m_authorization;
    ExpectationsCursor *m_expectations;
    PolicyCursor *m_cursor;
    QStackedWidget *m_pages;
    StatePage *m_statePage;
    DocumentSummary *m_summary;
    PolicyPage *m_policy = nullptr;
    QHash<DocumentKind, FormPage *> m_forms;
};

} // namespace sallyport
