// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/entryview.h"

#include "ui/fields/entrydelegate.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sallyport {

EntryView::EntryView(EntryModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    auto *delegate = new EntryDelegate(this);
    setItemDelegate(delegate);
    setModel(model);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitToFont();
    // Queued: the editor is in the middle of its key event, and what is pasted changes the rows under it.
    connect(
        delegate, &EntryDelegate::linesPasted, this,
        [this, delegate](const QString &text) { emit pasteRequested(text, delegate->editing().row()); },
        Qt::QueuedConnection);
}

void EntryView::setSeparators(const QRegularExpression &separators)
{
    static_cast<EntryDelegate *>(itemDelegate())->setSeparators(separators);
}

void EntryView::setMimeSource(const std::function<QMimeData *(const QList<int> &rows)> &source)
{
    m_mimeSource = source;
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
}

void EntryView::setVisibleRows(int rows)
{
    m_visibleRows = rows;
    updateGeometry();
}

void EntryView::setMovable(bool movable)
{
    m_movable = movable;
}

void EntryView::setDuplicable(bool duplicable)
{
    m_duplicable = duplicable;
}

void EntryView::setSeparator(QChar separator)
{
    m_separator = separator;
}

void EntryView::setEmptyText(const QString &text)
{
    if (m_emptyText == text)
        return;
    m_emptyText = text;
    viewport()->update();
}

QList<int> EntryView::selectedEntries() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (m_model->isEntry(index.row()) && !isRowHidden(index.row()))
            rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void EntryView::editRow(int row, int column)
{
    const QModelIndex index = m_model->index(row, column);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
    edit(index);
}

void EntryView::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_model->setEditable(!readOnly);
}

QSize EntryView::sizeHint() const
{
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return {fontMetrics().averageCharWidth() * 24,
            header + m_visibleRows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

QSize EntryView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, verticalHeader()->defaultSectionSize() * 2 + 2 * frameWidth()};
}

void EntryView::editNew()
{
    setFocus();
    editRow(m_model->rowCount() - 1);
}

void EntryView::removeSelected()
{
    const QList<int> rows = selectedEntries();
    if (!rows.isEmpty() && !m_readOnly)
        emit removeRequested(rows);
}

void EntryView::copy() const
{
    if (const QList<int> rows = selectedEntries(); !rows.isEmpty())
        QGuiApplication::clipboard()->setMimeData(mimeOf(rows));
}

void EntryView::cut()
{
    copy();
    removeSelected();
}

void EntryView::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    const int current = currentIndex().row();
    if (!text.trimmed().isEmpty() && !m_readOnly)
        emit pasteRequested(text, m_model->isEntry(current) ? current + 1 : int(m_model->rows().size()));
}

void EntryView::moveCurrent(int by)
{
    const int row = currentIndex().row();
    const int to = row + by;
    if (!m_movable || m_readOnly || !m_model->isEntry(row) || !m_model->isEntry(to))
        return;
    emit moveRequested(row, to);
    setCurrentIndex(m_model->index(to, currentIndex().column()));
}

void EntryView::duplicateCurrent()
{
    const int row = currentIndex().row();
    if (!m_duplicable || m_readOnly || !m_model->isEntry(row))
        return;
    emit duplicateRequested(row);
    setCurrentIndex(m_model->index(row + 1, currentIndex().column()));
}

bool EntryView::event(QEvent *event)
{
    // Its own keys come before those of the window's menus while it has the keyboard.
    if (event->type() == QEvent::ShortcutOverride && handleKey(static_cast<QKeyEvent *>(event), true)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void EntryView::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event, false))
        QTableView::keyPressEvent(event);
}

/// True where the key is one of ours; does what it says unless only asked.
bool EntryView::handleKey(const QKeyEvent *event, bool onlyAsk)
{
    const auto run = [onlyAsk](auto action) {
        if (!onlyAsk)
            action();
        return true;
    };
    if (event->matches(QKeySequence::Copy))
        return run([this] { copy(); });
    if (event->matches(QKeySequence::Cut))
        return run([this] { cut(); });
    if (event->matches(QKeySequence::Paste))
        return run([this] { paste(); });
    if (event->matches(QKeySequence::Find) && receivers(SIGNAL(searchRequested())) > 0)
        return run([this] { emit searchRequested(); });
    if (event->matches(QKeySequence::Delete))
        return run([this] { removeSelected(); });
    if (event->matches(QKeySequence::SelectAll))
        return run([this] { selectAll(); });
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return run([this, event] { moveCurrent(event->key() == Qt::Key_Up ? -1 : 1); });
    if (m_duplicable && event->key() == Qt::Key_D && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return run([this] { duplicateCurrent(); });
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState)
        return run([this] { edit(currentIndex()); });
    return false;
}

void EntryView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool hasEntries = !selectedEntries().isEmpty();
    const auto add = [&](const QString &text, const QKeySequence &keys, bool enabled, auto slot) {
        QAction *action = menu.addAction(text, this, slot);
        action->setShortcut(keys);
        action->setEnabled(enabled);
    };
    add(tr("Add"), {}, !m_readOnly, &EntryView::editNew);
    add(tr("Edit"), Qt::Key_F2, hasEntries && !m_readOnly, [this] { edit(currentIndex()); });
    if (m_duplicable)
        add(tr("Duplicate"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, hasEntries && !m_readOnly, &EntryView::duplicateCurrent);
    add(tr("Remove"), QKeySequence::Delete, hasEntries && !m_readOnly, &EntryView::removeSelected);
    if (m_movable) {
        add(tr("Move up"), Qt::ALT | Qt::Key_Up, hasEntries && !m_readOnly, [this] { moveCurrent(-1); });
        add(tr("Move down"), Qt::ALT | Qt::Key_Down, hasEntries && !m_readOnly, [this] { moveCurrent(1); });
    }
    menu.addSeparator();
    add(tr("Cut"), QKeySequence::Cut, hasEntries && !m_readOnly, &EntryView::cut);
    add(tr("Copy"), QKeySequence::Copy, hasEntries, &EntryView::copy);
    add(tr("Paste"), QKeySequence::Paste, !m_readOnly, &EntryView::paste);
    add(tr("Select all"), QKeySequence::SelectAll, true, &EntryView::selectAll);
    emit menuRequested(&menu);
    menu.exec(event->globalPos());
}

void EntryView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitToFont();
}

void EntryView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || !m_model->rows().isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int top = m_model->rowCount() * verticalHeader()->defaultSectionSize();
    const int gap = fontMetrics().horizontalAdvance(u' ');
    painter.drawText(viewport()->rect().adjusted(gap, top, -gap, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     m_emptyText);
}

void EntryView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QPersistentModelIndex cell = static_cast<EntryDelegate *>(itemDelegate())->editing();
    const bool byTab = hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::EditPreviousItem;
    const bool within = cell.isValid() && cell.column() + (hint == QAbstractItemDelegate::EditNextItem ? 1 : -1) >= 0
        && cell.column() + (hint == QAbstractItemDelegate::EditNextItem ? 1 : -1) < m_model->columnCount();
    // Tab walks through the cells of a row and then out of the list: no one is caught in a long list.
    QTableView::closeEditor(editor, byTab && !within ? QAbstractItemDelegate::NoHint : hint);
    if (byTab && !within)
        focusNextPrevChild(hint == QAbstractItemDelegate::EditNextItem);
    if (!cell.isValid())
        return;
    emit editingEnded(cell.row());
    const bool byEnter = hint == QAbstractItemDelegate::SubmitModelCache;
    if (byEnter && m_model->isEntry(cell.row())) {
        const int next = cell.row() + 1;
        setCurrentIndex(m_model->index(next, 0));
        if (!m_model->isEntry(next))
            edit(m_model->index(next, 0)); // entering one after the other
    }
}

QItemSelectionModel::SelectionFlags EntryView::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    // Where the program goes to a row, the modifiers of the shortcut that sent it there say nothing of the selection: after Ctrl+Shift+D
    // only the copy is selected, and Delete takes one row.
    return event ? QTableView::selectionCommand(index, event)
                 : QItemSelectionModel::SelectionFlags(QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void EntryView::fitToFont()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + fontMetrics().descent());
    setIconSize(QSize(fontMetrics().ascent(), fontMetrics().ascent()));
    updateGeometry();
}

QMimeData *EntryView::mimeOf(const QList<int> &rows) const
{
    if (m_mimeSource)
        return m_mimeSource(rows);
    auto *mime = new QMimeData;
    mime->setText(textOf(rows));
    return mime;
}

void EntryView::startDrag(Qt::DropActions)
{
    m_dragged = selectedEntries();
    if (m_dragged.isEmpty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(mimeOf(m_dragged));
    const Qt::DropAction wanted = m_readOnly ? Qt::CopyAction : Qt::MoveAction;
    const Qt::DropAction done = drag->exec(Qt::CopyAction | (m_readOnly ? Qt::CopyAction : Qt::MoveAction), wanted);
    // What was dropped into this list has moved by then.
    if (done == Qt::MoveAction && !m_dragged.isEmpty() && !m_readOnly)
        emit removeRequested(m_dragged);
    m_dragged.clear();
}

void EntryView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_readOnly && event->mimeData()->hasText() && !event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void EntryView::dragMoveEvent(QDragMoveEvent *event)
{
    QAbstractItemView::dragMoveEvent(event); // scrolls at the edges
    if (!m_readOnly && event->mimeData()->hasText() && !event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void EntryView::dropEvent(QDropEvent *event)
{
    const int row = rowForDrop(event->position().toPoint());
    if (event->source() == this && event->dropAction() == Qt::MoveAction) {
        const QList<int> rows = std::exchange(m_dragged, {});
        event->acceptProposedAction();
        emit rowsMoveRequested(rows, row);
        return;
    }
    event->acceptProposedAction();
    emit dropped(event->mimeData(), row);
}

/// The row before which a drop at that place goes.
int EntryView::rowForDrop(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || !m_model->isEntry(index.row()))
        return int(m_model->rows().size());
    const bool isLowerHalf = position.y() > visualRect(index).center().y();
    return index.row() + (isLowerHalf ? 1 : 0);
}

QString EntryView::textOf(const QList<int> &rows) const
{
    QStringList lines;
    for (const int row : rows)
        lines.append(m_model->rows()[row].join(m_separator));
    return lines.join(u'\n');
}

} // namespace sallyport
