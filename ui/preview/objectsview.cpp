// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/objectsview.h"

#include <QKeyEvent>

namespace sallyport {

ObjectsView::ObjectsView(QWidget *parent)
    : YamlView(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
}

void ObjectsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit lineActivated();
    else
        YamlView::keyPressEvent(event);
}

void ObjectsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    YamlView::mouseDoubleClickEvent(event); // selects the word, as everywhere
    if (event->button() == Qt::LeftButton)
        emit lineActivated();
}

} // namespace sallyport
