// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/access/accessdock.h"

#include "core/document/liveaccess.h"
#include "ui/docks.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace sallyport {

AccessDock::AccessDock(MainWindow *window)
    : m_live(new LiveAccess(window->editor(), this))
{
    QDockWidget *dock = window->docks()->add(u"access"_s, tr("Access"), this, list());
    connect(window->actions()[Command::ShowAccess], &QAction::triggered, this,
            [window, dock] { window->docks()->show(dock); });
    connect(m_live, &LiveAccess::listed, this, [this] { showAccess(m_live->list(), m_live->isPartial()); });
    connect(this, &AccessView::entryActivated, window, [window](const Access &access) {
        window->selection()->reveal(access.origin.ref(access.origin.hostPath()));
    });
}

void AccessDock::showEvent(QShowEvent *event)
{
    AccessView::showEvent(event);
    m_live->setWanted(true);
}

void AccessDock::hideEvent(QHideEvent *event)
{
    AccessView::hideEvent(event);
    m_live->setWanted(false);
}

} // namespace sallyport
