// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/readingorder.h"

namespace sallyport {

bool isReadBefore(const QWidget *a, const QWidget *b, const QWidget *inside)
{
    const QRect first(a->mapTo(inside, QPoint()), a->size());
    const QRect second(b->mapTo(inside, QPoint()), b->size());
    if (first.bottom() < second.top() || second.bottom() < first.top())
        return first.top() < second.top();
    return first.left() < second.left();
}

QList<QWidget *> tabStops(QWidget *inside)
{
    const auto isStop = [inside](const QWidget *widget) {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->focusProxy() && widget->window() == inside->window();
    };
    // The chain is a ring: it is cut where it comes in from outside, which for a whole window is at the window.
    QWidget *start = inside->window();
    for (QWidget *widget = start->nextInFocusChain(); widget != inside->window(); widget = widget->nextInFocusChain()) {
        if (isStop(widget) && !inside->isAncestorOf(widget))
            start = widget;
        else if (isStop(widget))
            break;
    }
    QList<QWidget *> stops;
    QWidget *widget = start;
    do {
        if (isStop(widget) && inside->isAncestorOf(widget))
            stops.append(widget);
        widget = widget->nextInFocusChain();
    } while (widget != start);
    return stops;
}

} // namespace sallyport
