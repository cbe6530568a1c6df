// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preview/lineset.h"
#include "ui/preview/textsync.h"

#include <QObject>

namespace sallyport {

class SourceEditor;
class WorkspaceEditor;

/// Keeps a SourceEditor and the text of one file of the workspace equal, both ways.
///
/// What is typed becomes an edit of the workspace at once, whatever state the text is in; what others change appears at its place.
/// Neither direction compares whole texts.
class SourceText : public QObject
{
    Q_OBJECT
public:
    SourceText(WorkspaceEditor *workspace, SourceEditor *editor);

    /// Shows the file; -1 = none.
    void setFile(int file);
    int file() const { return m_file; }
    /// False where the file is not UTF-8: it is shown as well as it can be, and not to be edited.
    bool isText() const { return m_isText; }

    qsizetype toByte(int position) const { return m_table.toByte(position); }
    int toPosition(qsizetype byte) const { return m_table.toPosition(byte); }
    LineRange linesOf(yaml::Range bytes) const;
    void fillTo(int line) { m_sync.fillTo(line); }
    /// True while the editor is being changed from here: its cursor moves without the user.
    bool isWorking() const { return m_sync.isWorking(); }

signals:
    void shown(); ///< Another file, or the same anew.
    /// Others changed these lines.
    void changedElsewhere(const sallyport::LineSet &lines);

private:
    void follow(int file, const yaml::TextEdits &edits);
    void followFiles();
    void takeTyping(int position, int removed, int added);
    void passOn();
    void updateEditable();
    QString typedText(int position, int count) const;
    QString mergeKeyFor(const yaml::TextEdit &edit);

    WorkspaceEditor *m_workspace;
    SourceEditor *m_editor;
    LineTable m_table;
    TextSync m_sync;
    int m_file = -1;
    bool m_isText = true;
    bool m_passingOn = false;
    QList<yaml::TextEdit> m_typed; ///< One after the other; taken from the editor, not yet given to the workspace.
    bool m_torn = false; ///< What was typed holds half a surrogate pair.
    qsizetype m_typedEnd = -1; ///< Where typing would go on, in bytes.
};

} // namespace sallyport
