// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/selection.h"

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace sallyport {

/// What the status bar says all the time: file, target, findings, and the facts about the mesh that nobody has stated.
class StatusLine : public QObject
{
    Q_OBJECT
public:
    StatusLine(WorkspaceEditor *editor, Selection *selection, QStatusBar *bar);

    void refresh();

signals:
    void problemsClicked();
    void assumedClicked(); ///< The user wants to state what is assumed.

private:
    void showFile();
    void showTarget();
    void showProblems();
    void showAssumed();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    QLabel *m_file;
    QLabel *m_target;
    QToolButton *m_problems;
    QToolButton *m_assumed;
};

/// "Istio" or "ASM".
QString targetName(Target target);

} // namespace sallyport
