// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/clustercommands.h"

#include "core/document/workspaceeditor.h"
#include "ui/actions.h"
#include "ui/cluster/clusterlink.h"
#include "ui/cluster/clusterview.h"
#include "ui/cluster/contextspage.h"
#include "ui/docks.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

ClusterCommands::ClusterCommands(WorkspaceEditor *editor, Settings *settings, Actions *actions, Docks *docks,
                                 ClusterServices services, QMainWindow *window)
    : QObject(window)
    , m_actions(actions)
    , m_docks(docks)
    , m_view(new ClusterView(editor, settings, std::move(services)))
    , m_dock(docks->add(u"cluster"_s, tr("Cluster"), m_view))
{
    window->restoreDockWidget(m_dock);
    connectActions();
    connect(m_view, &ClusterView::contextChanged, this, &ClusterCommands::updateActions);
    updateActions();
}

void ClusterCommands::connectActions()
{
    const auto on = [this](Command command, auto &&slot) {
        connect((*m_actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::ShowCluster, [this] { showDock(); });
    on(Command::ChooseContext, [this] {
        m_view->showPage(ClusterView::ContextsTab);
        showDock();
    });
    on(Command::CloseContext, [this] { m_view->link()->close(); });
}

void ClusterCommands::showDock()
{
    m_docks->show(m_dock);
}

void ClusterCommands::updateActions()
{
    for (const Command command : {Command::ShowCluster, Command::ChooseContext})
        (*m_actions)[command]->setEnabled(true);
    (*m_actions)[Command::CloseContext]->setEnabled(m_view->link()->state() != ClusterLink::State::Closed);
}

QToolButton *ClusterCommands::makeButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setToolTip(tr("The kubeconfig context that is open. Click to choose one."));
    const auto say = [this, button] {
        const QString title = m_view->contextTitle();
        QString text = title.isEmpty() ? tr("Context: (none)") : tr("Context: %1").arg(title);
        button->setText(text.replace(u'&', u"&&"_s));
        button->setAccessibleName(text);
    };
    connect(m_view, &ClusterView::contextChanged, button, say);
    connect(button, &QToolButton::clicked, (*m_actions)[Command::ChooseContext], &QAction::trigger);
    say();
    return button;
}

} // namespace sallyport
