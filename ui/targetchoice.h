// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;
class QToolButton;

namespace sallyport {

class Settings;
class WorkspaceEditor;

/// The choice of what leaves the program, Istio objects or the policy itself: actions for menus, and a button that says it.
class TargetChoice : public QObject
{
    Q_OBJECT
public:
    /// Takes the choice of the last time from the settings, and keeps it there. Both must outlive it.
    TargetChoice(WorkspaceEditor *editor, Settings *settings, QObject *parent);

    QList<QAction *> actions() const { return m_actions; }
    /// A new button for a tool bar.
    QToolButton *makeButton(QWidget *parent);

private:
    void showChoice();

    WorkspaceEditor *m_editor;
    Settings *m_settings;
    QList<QAction *> m_actions;
};

} // namespace sallyport
