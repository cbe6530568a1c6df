// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cluster/clusterview.h"
#include "ui/palette/paletteitem.h"

#include <QObject>

#include <functional>
#include <map>

class QAction;
class QDockWidget;
class QMainWindow;
class QToolButton;

namespace sallyport {

class Actions;
class Docks;
class Selection;
class Workloads;

/// What a window is made of, as far as clusters look at it. None becomes theirs; all must outlive them.
struct ClusterSurroundings {
    WorkspaceEditor *editor;
    Settings *settings;
    Selection *selection;
    Actions *actions;
    Docks *docks;
    QMainWindow *window;
};

/// What the window can do with clusters: the dock, its actions, the button of the tool bar.
class ClusterCommands : public QObject
{
    Q_OBJECT
public:
    ClusterCommands(const ClusterSurroundings &surroundings, const ClusterServices &services);

    ClusterView *view() const { return m_view; }
    Workloads *workloads() const { return m_workloads; }
    /// A new button for a tool bar that says which context is open.
    QToolButton *makeButton(QWidget *parent);

    /// Whether the window may close. Asks while something is applied; if that is to stop, the window closes when it has.
    bool mayClose();
    /// What asks that in a window of its own: true = stop it and close. Given from outside, so that tests can answer.
    void setQuestion(const std::function<bool(QWidget *parent, const QString &context)> &question);

private:
    void connectActions();
    void updateActions();
    void showDock(ClusterView::Page page);
    void showApply();
    void planDeletion();
    void importMesh();
    void openPolicy();
    std::vector<PaletteItem> contextItems();
    void openFiles(const std::vector<Value> &policies);

    ClusterSurroundings m_at;
    ClusterServices m_services;
    ClusterView *m_view;
    QDockWidget *m_dock;
    Workloads *m_workloads;
    std::function<bool(QWidget *, const QString &)> m_question;
    bool m_closesAtEnd = false;
    std::map<QString, QAction *> m_contextActions; ///< One for each context that the palette has offered.
};

} // namespace sallyport
