// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/clearbutton.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace sallyport {

void addClearButton(QLineEdit *line)
{
    line->setClearButtonEnabled(true);
    for (QToolButton *button : line->findChildren<QToolButton *>()) {
        const QString words = QCoreApplication::translate("ClearButton", "Clear the text");
        button->setAccessibleName(words);
        button->setToolTip(words);
    }
}

} // namespace sallyport
