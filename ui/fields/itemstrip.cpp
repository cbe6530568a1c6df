// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/itemstrip.h"

#include "ui/fields/chip.h"
#include "ui/fields/marks.h"
#include "ui/fields/rowdiff.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int longestTitle = 28; // characters; longer ones are elided

/// Paints an item as a chip: class, title and the sign of its worst finding.
class StripDelegate : public QStyledItemDelegate
{
public:
    StripDelegate(const StripModel *model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const StripItem &item = m_model->item(index.row());
        const int gap = gapOf(option);
        int width = 2 * gap + option.fontMetrics.horizontalAdvance(shown(item, option.fontMetrics));
        if (item.trafficClass)
            width += chipSize(*item.trafficClass, option.font).width() + gap;
        // The sign keeps its room when there is none, so that the chips after it do not move.
        width += option.fontMetrics.ascent() + gap;
        return {width, option.fontMetrics.height() + gap};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const StripItem &item = m_model->item(index.row());
        const bool isCurrent = option.state & QStyle::State_Selected;
        const Theme &theme = Theme::of(option.palette);
        const int gap = gapOf(option);
        painter->save();
        painter->setFont(option.font);
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(option.rect).adjusted(0.5, 0.5, -0.5 - gap / 2, -0.5);
        painter->setPen(
            QPen(isCurrent ? theme.accent : theme.line, option.fontMetrics.lineWidth() * (isCurrent ? 1.5 : 1)));
        painter->setBrush(isCurrent ? option.palette.base() : option.palette.window());
        painter->drawRoundedRect(frame, gap / 2.0, gap / 2.0);

        QRect room = option.rect.adjusted(gap, 0, -gap - gap / 2, 0);
        if (item.trafficClass) {
            const QSize size = chipSize(*item.trafficClass, option.font);
            paintChip(painter, QRect(QPoint(room.left(), room.center().y() - size.height() / 2 + 1), size),
                      *item.trafficClass, option.palette);
            room.setLeft(room.left() + size.width() + gap);
        }
        painter->setPen(option.palette.color(QPalette::Text));
        const QString title = shown(item, option.fontMetrics);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, title);
        if (item.severity) {
            const int size = option.fontMetrics.ascent();
            iconOf(*item.severity)
                .paint(painter, QRect(room.right() - size + gap / 2, room.center().y() - size / 2, size, size));
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(theme.accent, option.fontMetrics.lineWidth(), Qt::DotLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(frame.adjusted(2, 2, -2, -2), gap / 2.0, gap / 2.0);
        }
        painter->restore();
    }

private:
    static int gapOf(const QStyleOptionViewItem &option) { return option.fontMetrics.horizontalAdvance(u' ') * 2; }
    static QString shown(const StripItem &item, const QFontMetrics &metrics)
    {
        return metrics.elidedText(item.title, Qt::ElideMiddle, metrics.averageCharWidth() * longestTitle);
    }

    const StripModel *m_model;
};

} // namespace

void StripModel::setItems(const QList<StripItem> &items)
{
    const auto changed = [this](int first, int count) { emit dataChanged(index(first), index(first + count - 1)); };
    const auto inserted = [this](int first, int count, auto commit) {
        beginInsertRows({}, first, first + count - 1);
        commit();
        endInsertRows();
    };
    const auto removed = [this](int first, int count, auto commit) {
        beginRemoveRows({}, first, first + count - 1);
        commit();
        endRemoveRows();
    };
    updateRows(m_items, items, changed, inserted, removed);
}

int StripModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant StripModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const StripItem &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return item.description;
    case Qt::AccessibleTextRole: {
        QStringList words;
        if (item.trafficClass)
            words.append(name(*item.trafficClass));
        words.append(item.title);
        if (item.severity)
            words.append(wordOf(*item.severity));
        return words.join(u", "_s);
    }
    default:
        return {};
    }
}

ItemStrip::ItemStrip(const QString &addText, const QString &removeText, QWidget *parent)
    : QWidget(parent)
    , m_model(new StripModel(this))
    , m_view(new QListView(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new StripDelegate(m_model, m_view));
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!m_showing && index.isValid())
            emit currentChosen(index.row());
    });

    const auto prepare = [this](QToolButton *button, const QString &iconName, const QString &text) {
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::TabFocus);
    };
    prepare(m_add, u"add"_s, addText);
    prepare(m_remove, u"remove"_s, removeText);
    connect(m_add, &QToolButton::clicked, this, &ItemStrip::addRequested);
    connect(m_remove, &QToolButton::clicked, this, [this] { emit removeRequested(current()); });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_add);
    layout->addWidget(m_remove);
    setFocusProxy(m_view);
    fitToFont();
}

void ItemStrip::setItems(const QList<StripItem> &items, int current)
{
    m_showing = true;
    m_model->setItems(items);
    if (const QModelIndex index = m_model->index(current); index.isValid() && index != m_view->currentIndex()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
    m_showing = false;
    setEditable(m_editable);
}

void ItemStrip::setEditable(bool editable)
{
    m_editable = editable;
    m_add->setEnabled(editable);
    m_remove->setEnabled(editable && m_model->rowCount() > 0);
}

int ItemStrip::current() const
{
    return m_view->currentIndex().row();
}

bool ItemStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && m_editable && current() >= 0) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool moves = key->modifiers() == Qt::ControlModifier;
        if (moves && key->key() == Qt::Key_Left && current() > 0) {
            emit moveRequested(current(), -1);
            return true;
        }
        if (moves && key->key() == Qt::Key_Right && current() + 1 < m_model->rowCount()) {
            emit moveRequested(current(), 1);
            return true;
        }
        if (key->matches(QKeySequence::Delete)) {
            emit removeRequested(current());
            return true;
        }
    }
    if (watched == m_view->viewport() && event->type() == QEvent::Wheel) {
        // There is no scroll bar: a wheel of any direction walks along the strip.
        const QPoint delta = static_cast<QWheelEvent *>(event)->angleDelta();
        QScrollBar *bar = m_view->horizontalScrollBar();
        bar->setValue(bar->value() - (delta.x() ? delta.x() : delta.y()) / 2);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ItemStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitToFont();
    QWidget::changeEvent(event);
}

void ItemStrip::fitToFont()
{
    const int height = fontMetrics().height() + fontMetrics().horizontalAdvance(u' ') * 2;
    m_view->setFixedHeight(height + 2 * m_view->frameWidth());
}

} // namespace sallyport
