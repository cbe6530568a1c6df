// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/dialogbuttons.h"

#include <QDialogButtonBox>
#include <QLayout>

namespace sallyport {

void tabInReadingOrder(const QDialogButtonBox *buttons)
{
    QWidget *before = nullptr;
    for (int i = 0; i < buttons->layout()->count(); ++i) {
        QWidget *button = buttons->layout()->itemAt(i)->widget();
        if (before && button)
            QWidget::setTabOrder(before, button);
        before = button ? button : before;
    }
}

} // namespace sallyport
