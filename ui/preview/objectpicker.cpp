// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/objectpicker.h"

#include "ui/fields/clearbutton.h"
#include "ui/preview/bars.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport {

namespace {

constexpr int rowsShown = 14;

bool movesInList(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

ObjectPicker::ObjectPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit)
    , m_list(new QListView)
    , m_titles(new QStringListModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_filter->setPlaceholderText(tr("Filter by namespace, kind or name"));
    m_filter->setAccessibleName(tr("Filter objects"));
    addClearButton(m_filter);
    m_filter->installEventFilter(this);
    m_filtered->setSourceModel(m_titles);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    m_list->setAccessibleName(tr("Objects"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(barMargins(this));
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, &ObjectPicker::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, &ObjectPicker::pickCurrent);
    connect(m_list, &QListView::clicked, this, &ObjectPicker::pickCurrent);
    connect(m_list, &QListView::activated, this, &ObjectPicker::pickCurrent);
}

void ObjectPicker::open(const QStringList &titles, int current, QWidget *anchor)
{
    m_titles->setStringList(titles);
    m_filter->clear();
    m_list->setCurrentIndex(m_filtered->index(std::max(current, 0), 0));
    const int rows = std::clamp(int(titles.size()), 1, rowsShown);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * rows + 2 * m_list->frameWidth());
    setFixedWidth(anchor->width());
    adjustSize();
    move(anchor->mapToGlobal(QPoint(0, anchor->height())));
    show();
    m_filter->setFocus(Qt::PopupFocusReason);
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void ObjectPicker::filter(const QString &text)
{
    m_filtered->setFilterFixedString(text);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filtered->index(0, 0));
}

void ObjectPicker::pickCurrent()
{
    const QModelIndex row = m_filtered->mapToSource(m_list->currentIndex());
    if (!row.isValid())
        return;
    hide();
    emit picked(row.row());
}

bool ObjectPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && movesInList(static_cast<QKeyEvent *>(event)->key())) {
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace sallyport
