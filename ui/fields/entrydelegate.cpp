// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/entrydelegate.h"

#include "ui/fields/inputs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace sallyport {

QWidget *EntryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new LineEdit(parent);
    edit->setFrame(false);
    edit->setAutoFillBackground(true);
    const QString title = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    edit->setAccessibleName(title);
    m_editing = index;
    m_before = index.data(Qt::EditRole).toString();
    connect(edit, &QLineEdit::textEdited, this,
            [this, edit] { emit const_cast<EntryDelegate *>(this)->commitData(edit); });
    return edit;
}

void EntryDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    static_cast<LineEdit *>(editor)->showText(index.data(Qt::EditRole).toString());
}

void EntryDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, static_cast<LineEdit *>(editor)->text());
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
