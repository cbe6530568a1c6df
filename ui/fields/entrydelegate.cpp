// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/entrydelegate.h"

#include "ui/fields/completion.h"
#include "ui/fields/entrymodel.h"
#include "ui/fields/inputs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QTimer>

namespace sallyport {

QWidget *EntryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    m_editing = index;
    m_before = index.data(Qt::EditRole).toString();
    if (index.data(EntryModel::ChoicesRole).isValid())
        return createChoices(parent, index);
    auto *edit = new LineEdit(parent);
    edit->setFrame(false);
    edit->setAutoFillBackground(true);
    const QString title = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    edit->setAccessibleName(title);
    if (m_completions)
        offerWords(edit, [this] { return m_editing.isValid() ? m_completions(m_editing) : QStringList(); });
    connect(edit, &QLineEdit::textEdited, this, [this, edit] { commit(edit); });
    return edit;
}

QWidget *EntryDelegate::createChoices(QWidget *parent, const QModelIndex &index) const
{
    auto *box = new ChoiceBox(parent);
    for (const auto &[value, word] : index.data(EntryModel::ChoicesRole).value<EntryModel::Choices>())
        value.isEmpty() ? box->addEmptyChoice(word) : box->addChoice(value, word);
    box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    connect(box, &ChoiceBox::chosen, this, [this, box] {
        commit(box);
        emit const_cast<EntryDelegate *>(this)->closeEditor(box);
    });
    // Who came with the mouse has asked for the list already; keys choose without it.
    if (QGuiApplication::mouseButtons() != Qt::NoButton)
        QTimer::singleShot(0, box, [box] { box->showPopup(); });
    return box;
}

void EntryDelegate::commit(QWidget *editor) const
{
    emit const_cast<EntryDelegate *>(this)->commitData(editor);
}

void EntryDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *box = qobject_cast<ChoiceBox *>(editor))
        box->showText(value);
    else
        static_cast<LineEdit *>(editor)->showText(value);
}

void EntryDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = qobject_cast<ChoiceBox *>(editor);
    if (box && box->currentIndex() < 0)
        return;
    model->setData(index, box ? box->currentData().toString() : static_cast<LineEdit *>(editor)->text());
}

void EntryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationPosition = QStyleOptionViewItem::Right; // the text does not move when a mark comes or goes
}

bool EntryDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<LineEdit *>(watched);
    if (!edit || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (isUndoKey(key))
        return false;
    if (key->key() == Qt::Key_Escape && edit->text() != m_before) {
        edit->setText(m_before);
        emit commitData(edit);
    } else if (key->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text().trimmed();
        if (text.contains(m_separators)) {
            emit linesPasted(text);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace sallyport
