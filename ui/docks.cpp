// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/docks.h"

#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace sallyport {

namespace {

constexpr int startLines = 12; ///< Height of the panes when the first of them opens, in lines of text.

} // namespace

Docks::Docks(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    window->setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
}

QDockWidget *Docks::add(const QString &name, const QString &title, QWidget *content, QWidget *focus)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea);
    dock->setWidget(content);
    if (focus)
        content->setFocusProxy(focus);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, dock);
    if (!m_docks.isEmpty())
        m_window->tabifyDockWidget(m_docks.last(), dock);
    m_docks.append(dock);
    dock->hide();
    return dock;
}

void Docks::show(QDockWidget *dock)
{
    const bool isFirst =
        std::none_of(m_docks.begin(), m_docks.end(), [](const QDockWidget *each) { return !each->isHidden(); });
    dock->show();
    dock->raise();
    if (isFirst)
        m_window->resizeDocks({dock}, {startLines * m_window->fontMetrics().lineSpacing()}, Qt::Vertical);
    dock->widget()->setFocus(Qt::ShortcutFocusReason);
}

void Docks::toggle(QDockWidget *dock)
{
    // A dock behind another tab is visible to isHidden() only: nothing of it can be seen.
    if (!dock->isHidden() && !dock->visibleRegion().isEmpty())
        dock->hide();
    else
        show(dock);
}

} // namespace sallyport
