// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/completion.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace sallyport {

void offerWords(QLineEdit *edit, const std::function<QStringList()> &words)
{
    auto *model = new QStringListModel(edit);
    auto *completer = new QCompleter(model, edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setAccessibleName(QCompleter::tr("Names on the cluster"));
    edit->setCompleter(completer);
    QObject::connect(edit, &QLineEdit::textEdited, model, [model, words] {
        const QStringList now = words();
        if (now != model->stringList())
            model->setStringList(now);
    });
    QObject::connect(completer, qOverload<const QString &>(&QCompleter::activated), edit, [edit](const QString &word) {
        edit->setText(word);
        emit edit->textEdited(word);
    });
}

} // namespace sallyport
