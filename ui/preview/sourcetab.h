// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace sallyport {

class Selection;
class SourceEditor;
class SourceText;
class WorkspaceEditor;
class YamlPane;
struct FieldRef;

/// The text of the selection's file, to read and to edit, with the findings in it.
///
/// The selected field's lines are marked; moving the cursor selects the field that it stands in.
class SourceTab : public QWidget
{
    Q_OBJECT
public:
    SourceTab(WorkspaceEditor *workspace, Selection *selection, QWidget *parent = nullptr);

    YamlPane *pane() const { return m_pane; }
    SourceEditor *editor() const { return m_editor; }
    int file() const;
    void showText(int file, qsizetype offset); ///< With the cursor and the keyboard there.

private:
    void showFile(int file);
    void showSelection();
    void showFiles();
    void showFindings();
    void markSelection();
    void scrollToSelection();
    void selectAtCursor();
    void showPosition();
    void showStep(const FieldRef &field);

    WorkspaceEditor *m_workspace;
    Selection *m_selection;
    SourceEditor *m_editor;
    SourceText *m_text;
    YamlPane *m_pane;
    QWidget *m_fileRow;
    QComboBox *m_files;
    QLabel *m_notice;
    QLabel *m_position;
    QTimer m_cursorTimer; ///< One selection for each turn of the event loop, when the workspace knows what was typed.
    bool m_selecting = false; ///< The selection changes because the cursor moved.
};

} // namespace sallyport
