// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/ui/memorysettings.h"
#include "tests/support/ui/scriptedcluster.h"
#include "ui/cluster/clusterlink.h"
#include "ui/cluster/clusterview.h"
#include "ui/cluster/planwork.h"
#include "ui/mainwindow.h"

#include <QAbstractItemModel>
#include <QTemporaryDir>

#include <memory>

class QAbstractButton;
class QToolButton;

namespace sallyport::test {

/// The whole window over a cluster in memory, and settings that outlive it.
class ClusterWindow
{
public:
    ClusterWindow();

    /// Shows a window with this policy, or with what a first start shows.
    void show(const QByteArray &policy = {});
    void close(); ///< At once, as if the program ended.

    ScriptedCluster cluster;
    MemorySettings settings;
    QTemporaryDir folder; ///< For the history.
    std::unique_ptr<WorkspaceEditor> editor;
    std::unique_ptr<MainWindow> window;

    ClusterView *view() const;
    ClusterLink *link() const { return view()->link(); }
    PlanWork *work() const { return view()->work(); }

    void trigger(Command command) { window->actions()[command]->trigger(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers); ///< In the window.
    /// Opens a context by the list's keys and waits until it is open.
    [[nodiscard]] bool open(const QString &context);
    /// As open(), and until the plan is there.
    [[nodiscard]] bool openAndPlan(const QString &context);
    [[nodiscard]] bool waitFor(PlanWork::Stage stage) const;

    QToolButton *contextButton() const;
    /// The visible button of the dock with this text, marks of letters not counted; null for none.
    QAbstractButton *button(const QString &text) const;
    /// Gives the button the keyboard and presses it.
    [[nodiscard]] bool pressButton(const QString &text) const;
    /// Every text of visible widgets below this one, tool tips and accessible names included.
    static QString visibleText(const QWidget *widget);
    /// The rows of a list or tree, "a | b | c", those below with two blanks before them.
    static QString textOf(const QAbstractItemModel *model, const QModelIndex &parent = {});
};

/// A policy with a Mesh that says what its rules ask for.
QByteArray clusterPolicy(const QByteArray &rules);

} // namespace sallyport::test
