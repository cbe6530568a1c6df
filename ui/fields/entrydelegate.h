// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace sallyport {

/// Edits an entry with a LineEdit that writes every keystroke. Esc brings back what stood there when the editor was opened.
class EntryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

    /// The cell whose editor is open or was the last to be.
    const QPersistentModelIndex &editing() const { return m_editing; }

signals:
    void linesPasted(const QString &text); ///< More than one line, which is more than one entry.

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    mutable QPersistentModelIndex m_editing;
    mutable QString m_before;
};

} // namespace sallyport
