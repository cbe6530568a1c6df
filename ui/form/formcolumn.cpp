// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/formcolumn.h"

#include <QApplication>
#include <QScrollArea>

namespace sallyport {

namespace {

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

/// Where the keyboard can be in the column, in reading order.
QList<QWidget *> stopsIn(const QWidget *column)
{
    QList<QWidget *> stops;
    for (QWidget *widget : column->findChildren<QWidget *>()) {
        const bool isPart = widget->window() == column->window(); // not of the list that a combo box opens
        if (isPart && takesTab(widget) && !widget->focusProxy())
            stops.append(widget);
    }
    return stops;
}

/// The nearest stop outside the column, in Qt's chain; null where there is none.
QWidget *stopBeyond(const QWidget *column, QWidget *from, bool next)
{
    const auto step = [next](const QWidget *widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget *widget = step(from); widget != from; widget = step(widget)) {
        QWidget *stop = widget;
        while (stop->focusProxy())
            stop = stop->focusProxy();
        if (!column->isAncestorOf(stop) && stop->window() == column->window() && takesTab(stop))
            return stop;
    }
    return nullptr;
}

void showInScrollArea(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

} // namespace

bool FormColumn::focusNextPrevChild(bool next)
{
    const QList<QWidget *> stops = stopsIn(this);
    QWidget *from = QApplication::focusWidget();
    const qsizetype at = stops.indexOf(from);
    if (at < 0)
        return QWidget::focusNextPrevChild(next);
    const qsizetype to = next ? at + 1 : at - 1;
    const bool isInside = to >= 0 && to < stops.size();
    QWidget *stop = isInside ? stops[to] : stopBeyond(this, from, next);
    if (!stop)
        stop = next ? stops.first() : stops.last(); // nothing else in the window: around
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    showInScrollArea(stop);
    return true;
}

} // namespace sallyport
