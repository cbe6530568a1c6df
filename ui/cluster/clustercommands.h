// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cluster/clusterservices.h"
#include "ui/palette/paletteitem.h"

#include <QObject>

class QDockWidget;
class QMainWindow;
class QToolButton;

namespace sallyport {

class Actions;
class ClusterView;
class Docks;
class Settings;

/// What the window can do with clusters: the dock, its actions, the button of the tool bar.
class ClusterCommands : public QObject
{
    Q_OBJECT
public:
    /// None becomes its own; all must outlive it.
    ClusterCommands(WorkspaceEditor *editor, Settings *settings, Actions *actions, Docks *docks,
                    ClusterServices services, QMainWindow *window);

    ClusterView *view() const { return m_view; }
    /// A new button for a tool bar that says which context is open.
    QToolButton *makeButton(QWidget *parent);

private:
    void connectActions();
    void updateActions();
    void showDock();

    Actions *m_actions;
    Docks *m_docks;
    ClusterView *m_view;
    QDockWidget *m_dock;
};

} // namespace sallyport
