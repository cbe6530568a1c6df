// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/entrytable.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

EntryTable::EntryTable(EntryModel *model, const QList<int> &widths, const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new EntryView(model, this))
    , m_widths(widths)
    , m_buttons(new QVBoxLayout)
{
    m_view->setMovable(true);
    m_view->setDuplicable(true);
    m_view->setSeparator(u'\t');
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setMinimumSectionSize(1);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsClickable(false);
    m_view->horizontalHeader()->show();
    m_view->viewport()->installEventFilter(this);

    m_buttons->setSpacing(0);
    m_add = addButton(u"add"_s, words.add);
    m_duplicate = addButton(u"duplicate"_s, tr("Duplicate (Ctrl+Shift+D)"));
    m_remove = addButton(u"remove"_s, tr("%1 (Del)").arg(words.remove));
    m_up = addButton(u"up"_s, tr("Move up (Alt+Up)"));
    m_down = addButton(u"down"_s, tr("Move down (Alt+Down)"));
    connect(m_add, &QToolButton::clicked, m_view, &EntryView::editNew);
    connect(m_duplicate, &QToolButton::clicked, m_view, &EntryView::duplicateCurrent);
    connect(m_remove, &QToolButton::clicked, m_view, &EntryView::removeSelected);
    connect(m_up, &QToolButton::clicked, m_view, [this] { m_view->moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, m_view, [this] { m_view->moveCurrent(1); });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(m_buttons);
    column->addStretch();
    layout->addLayout(column);
    setFocusProxy(m_view);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &EntryTable::updateButtons);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EntryTable::updateButtons);
    updateButtons();
}

QToolButton *EntryTable::addButton(const QString &iconName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::NoFocus); // the table has a key for each
    const int size = m_view->verticalHeader()->defaultSectionSize();
    button->setFixedSize(size, size);
    m_buttons->addWidget(button);
    return button;
}

void EntryTable::setEditable(bool editable)
{
    m_editable = editable;
    m_view->setReadOnly(!editable);
    updateButtons();
}

bool EntryTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        shareWidth();
    return QWidget::eventFilter(watched, event);
}

void EntryTable::shareWidth()
{
    int all = 0;
    for (int column = 0; column < int(m_widths.size()); ++column)
        all += m_view->isColumnHidden(column) ? 0 : m_widths[column];
    int left = m_view->viewport()->width();
    for (int column = 0; column < int(m_widths.size()); ++column) {
        if (m_view->isColumnHidden(column) || all <= 0)
            continue;
        const int width = left * m_widths[column] / all;
        m_view->setColumnWidth(column, width);
        left -= width;
        all -= m_widths[column];
    }
}

void EntryTable::updateButtons()
{
    const int row = m_view->currentIndex().row();
    const bool onEntry = m_editable && m_model->isEntry(row);
    m_add->setEnabled(m_editable);
    m_duplicate->setEnabled(onEntry);
    m_remove->setEnabled(m_editable && !m_view->selectedEntries().isEmpty());
    m_up->setEnabled(onEntry && row > 0);
    m_down->setEnabled(onEntry && m_model->isEntry(row + 1));
}

} // namespace sallyport
