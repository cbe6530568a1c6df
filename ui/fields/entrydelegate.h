// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPersistentModelIndex>
#include <QRegularExpression>
#include <QStyledItemDelegate>

#include <functional>

namespace sallyport {

/// Edits an entry with a LineEdit that writes every keystroke, or with a ChoiceBox where its column has choices. Esc brings back what stood there when the editor was opened.
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

    /// What pasted text has that is more than one entry; without it, a line break.
    void setSeparators(const QRegularExpression &separators) { m_separators = separators; }

    /// Words that are offered while a cell is typed.
    void setCompletions(const std::function<QStringList(const QModelIndex &)> &words) { m_completions = words; }

signals:
    void linesPasted(const QString &text); ///< More than one entry.

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createChoices(QWidget *parent, const QModelIndex &index) const;
    void commit(QWidget *editor) const;

    mutable QPersistentModelIndex m_editing;
    mutable QString m_before;
    std::function<QStringList(const QModelIndex &)> m_completions;
    QRegularExpression m_separators = QRegularExpression(QStringLiteral("\n"));
};

} // namespace sallyport
