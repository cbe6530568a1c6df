// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fields/entrymodel.h"

#include <QRegularExpression>
#include <QTableView>

#include <functional>

class QMimeData;

namespace sallyport {

/// Edits the entries of an EntryModel in place; every keystroke is written.
///
/// Enter opens and closes the editor (and goes on below the last entry), Delete removes the selected rows, Alt+Up and Alt+Down move the
/// current one, Ctrl+C, Ctrl+X and Ctrl+V work on whole rows. What to do with any of it is the owner's business.
class EntryView : public QTableView
{
    Q_OBJECT
public:
    explicit EntryView(EntryModel *model, QWidget *parent = nullptr);

    void setVisibleRows(int rows); ///< As many as its size hint shows.
    void setMovable(bool movable); ///< The order of the entries means something.
    /// What pasted text has that is more than one entry.
    void setSeparators(const QRegularExpression &separators);
    /// How rows are copied and dragged; without it, as lines of text.
    void setMimeSource(const std::function<QMimeData *(const QList<int> &rows)> &source);
    void setDuplicable(bool duplicable); ///< An entry may stand there twice: Ctrl+Shift+D puts a copy behind it.
    void setSeparator(QChar separator); ///< Between the cells of a row on the clipboard; '=' unless told.
    void setEmptyText(const QString &text); ///< What stands where there is no entry.
    EntryModel *entries() const { return m_model; }
    QList<int> selectedEntries() const; ///< Ascending, without the empty row and those that are hidden.
    void editRow(int row, int column = 0);
    void setReadOnly(bool readOnly);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void editNew(); ///< Opens the empty row.
    void removeSelected();
    void cut();
    void copy() const;
    void paste();
    void moveCurrent(int by);
    void duplicateCurrent();

signals:
    void duplicateRequested(int row);
    void removeRequested(const QList<int> &rows);
    void moveRequested(int row, int to);
    void pasteRequested(const QString &text, int before); ///< Goes before that row.
    void rowsMoveRequested(const QList<int> &rows, int before); ///< By a drag within the list.
    void dropped(const QMimeData *mime, int before); ///< From elsewhere.
    void searchRequested(); ///< By its key; only lists that can be searched listen.
    void editingEnded(int row); ///< The editor has closed; the row may be one that is still empty.
    void menuRequested(QMenu *menu); ///< Before the context menu opens: owners add what is theirs.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void startDrag(Qt::DropActions supported) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    bool handleKey(const QKeyEvent *event, bool onlyAsk);
    void fitToFont();
    QMimeData *mimeOf(const QList<int> &rows) const;
    QString textOf(const QList<int> &rows) const;
    int rowForDrop(const QPoint &position) const;

    EntryModel *m_model;
    int m_visibleRows = 3;
    bool m_movable = false;
    bool m_duplicable = false;
    QChar m_separator = u'=';
    QString m_emptyText;
    bool m_readOnly = false;
    std::function<QMimeData *(const QList<int> &rows)> m_mimeSource;
    QList<int> m_dragged; ///< While a drag of its own goes on.
};

} // namespace sallyport
