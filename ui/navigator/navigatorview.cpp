// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigatorview.h"

#include "ui/localfiles.h"
#include "ui/navigator/navigatordelegate.h"
#include "ui/navigator/navigatorfilter.h"
#include "ui/navigator/navigatormodel.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace sallyport {

namespace {

using Kind = OutlineItem::Kind;

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(NavigatorModel::KindRole).toInt());
}

/// Adds a row; neighbours become one range, because a selection of thousands of ranges is slow.
void addTo(QItemSelection *selection, const QModelIndex &index)
{
    const bool continues = !selection->isEmpty() && selection->last().parent() == index.parent()
        && selection->last().bottom() + 1 == index.row();
    if (continues)
        selection->last() = QItemSelectionRange(selection->last().topLeft(), index);
    else
        selection->append(QItemSelectionRange(index));
}

/// The names of what is dragged, as a small sheet under the pointer.
QPixmap sheetOf(const QWidget &widget, const QString &text)
{
    const QFontMetrics metrics = widget.fontMetrics();
    const int gap = metrics.horizontalAdvance(u' ');
    const QSize size(std::min(metrics.horizontalAdvance(text), 40 * metrics.averageCharWidth()) + 4 * gap,
                     metrics.height() * 3 / 2);
    QPixmap pixmap(size * widget.devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
    pixmap.fill(widget.palette().color(QPalette::ToolTipBase));
    QPainter painter(&pixmap);
    painter.setFont(widget.font());
    painter.setPen(widget.palette().color(QPalette::ToolTipText));
    const QRect place(QPoint(0, 0), size);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    painter.drawText(place, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, size.width() - 2 * gap));
    return pixmap;
}

} // namespace

NavigatorView::NavigatorView(NavigatorFilter *model, QWidget *parent)
    : QTreeView(parent)
    , m_entries(model)
{
    setModel(model);
    setItemDelegate(new NavigatorDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(true);
    setFrameShape(NoFrame);
    setIndentation(fontMetrics().height());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setSelectionMode(ExtendedSelection);
    setDragDropMode(DragDrop);
    setDropIndicatorShown(true);
    setAutoExpandDelay(700);
}

QList<FieldRef> NavigatorView::selectedFields() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    const auto placeOf = [](const QModelIndex &index) {
        QList<int> place;
        for (QModelIndex each = index; each.isValid(); each = each.parent())
            place.prepend(each.row());
        return place;
    };
    std::vector<std::pair<QList<int>, QModelIndex>> placed;
    for (const QModelIndex &row : rows)
        placed.emplace_back(placeOf(row), row);
    std::sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) {
        return std::lexicographical_compare(a.first.begin(), a.first.end(), b.first.begin(), b.first.end());
    });
    QList<FieldRef> fields;
    for (const auto &[place, row] : placed) {
        const FieldRef where = NavigatorModel::whereOf(row);
        if (where.isValid())
            fields.append(where);
    }
    return fields;
}

void NavigatorView::selectFields(const QList<FieldRef> &fields, const FieldRef &current)
{
    QItemSelection selection;
    for (const FieldRef &field : fields) {
        const QModelIndex index = m_entries->mapFromSource(m_entries->entries()->indexOf(field));
        if (index.isValid())
            addTo(&selection, index);
    }
    const QModelIndex index = m_entries->mapFromSource(m_entries->entries()->indexOf(current));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        scrollTo(index);
}

void NavigatorView::selectAll()
{
    const bool isFiltering = m_entries->isFiltering();
    const QModelIndex current = currentIndex();
    const bool inRule = current.isValid() && kindOf(current) == Kind::Destination && !isFiltering;
    QItemSelection selection;
    const auto visit = [&](const auto &self, const QModelIndex &parent) -> void {
        const int count = m_entries->rowCount(parent);
        for (int row = 0; row < count; ++row) {
            const QModelIndex index = m_entries->index(row, 0, parent);
            const Kind kind = kindOf(index);
            const bool isItem = kind == Kind::Rule || kind == Kind::Destination;
            if (isItem && (!isFiltering || m_entries->entries()->isMatch(m_entries->mapToSource(index))))
                addTo(&selection, index);
            else
                self(self, index);
        }
    };
    visit(visit, inRule ? current.parent() : QModelIndex());
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void NavigatorView::startDrag(Qt::DropActions actions)
{
    const QList<FieldRef> items = selectedFields();
    std::unique_ptr<QMimeData> dragged(model()->mimeData(selectionModel()->selectedRows()));
    if (!dragged)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragged.release());
    const QString text =
        items.size() == 1 ? currentIndex().data().toString() : tr("%Ln item(s)", nullptr, int(items.size()));
    drag->setPixmap(sheetOf(*this, text));
    m_droppedHere = false;
    // Another program gets a copy, unless it is told to move; within the tree moving is usual: see dropEvent().
    if (drag->exec(actions, Qt::CopyAction) == Qt::MoveAction && !m_droppedHere)
        emit draggedAway(items);
}

void NavigatorView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        return;
    }
    m_entries->entries()->setDragged(event->mimeData());
    QTreeView::dragEnterEvent(event);
}

/// Within the tree things move; with Ctrl they are copied.
void NavigatorView::chooseAction(QDropEvent *event) const
{
    if (m_entries->entries()->isFromHere(*event->mimeData()))
        event->setDropAction(event->modifiers() & Qt::ControlModifier ? Qt::CopyAction : Qt::MoveAction);
}

void NavigatorView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        return;
    }
    QTreeView::dragMoveEvent(event);
    if (event->isAccepted()) {
        chooseAction(event);
        event->accept();
    }
}

void NavigatorView::dropEvent(QDropEvent *event)
{
    if (const QStringList files = localFiles(*event->mimeData()); !files.isEmpty()) {
        event->acceptProposedAction();
        emit filesDropped(files);
        return;
    }
    m_droppedHere = true;
    chooseAction(event);
    QTreeView::dropEvent(event);
    m_entries->entries()->setDragged(nullptr);
}

void NavigatorView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        setIndentation(fontMetrics().height());
    QTreeView::changeEvent(event);
}

} // namespace sallyport
