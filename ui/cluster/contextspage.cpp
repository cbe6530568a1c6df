// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/contextspage.h"

#include "ui/cluster/contextsmodel.h"
#include "ui/fields/clearbutton.h"
#include "ui/form/statepage.h"
#include "ui/preview/bars.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

ContextsPage::ContextsPage(ClusterServices services, Settings *settings, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_memory(settings)
    , m_model(new ContextsModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_pages(new QStackedWidget)
    , m_state(new StatePage)
    , m_text(new QLineEdit)
    , m_list(new QTreeView)
    , m_mark(new QComboBox)
    , m_open(new QPushButton(tr("&Open Context")))
    , m_close(new QPushButton(tr("C&lose Context")))
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_pages->addWidget(makeList());
    m_pages->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    QWidget *const order[] = {m_text, m_mark, m_open, m_close, m_list};
    for (size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
    setFocusProxy(m_list);
    connect(m_state, &StatePage::clicked, this, &ContextsPage::reload);
    connect(m_text, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_text, &QLineEdit::returnPressed, this, &ContextsPage::openCurrent);
    connect(m_list, &QTreeView::doubleClicked, this, &ContextsPage::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &ContextsPage::openCurrent);
    connect(m_close, &QPushButton::clicked, this, &ContextsPage::closeRequested);
    connect(m_mark, &QComboBox::activated, this, &ContextsPage::chooseMark);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ContextsPage::showChoices);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ContextsPage::showChoices);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ContextsPage::showChoices);
    setOpened({});
    showChoices();
}

QWidget *ContextsPage::makeList()
{
    m_text->setPlaceholderText(tr("Filter contexts"));
    m_text->setAccessibleName(tr("Filter contexts"));
    addClearButton(m_text);
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Contexts"));
    m_list->setAccessibleDescription(tr("The contexts of your kubeconfig files. Enter opens one."));
    m_list->installEventFilter(this);
    const int widths[] = {30, 14, 36, 20, 24};
    for (int column = 0; column < ContextsModel::ColumnCount; ++column)
        m_list->header()->resizeSection(column, widths[column] * fontMetrics().averageCharWidth());
    m_mark->addItem(tr("No mark"), int(ContextMark::None));
    m_mark->addItem(tr("Production: ask before applying"), int(ContextMark::Production));
    m_mark->addItem(tr("Read-only: never apply"), int(ContextMark::ReadOnly));
    m_mark->setAccessibleName(tr("Mark of the context"));
    m_mark->setToolTip(tr("What may be done with the selected context. It counts on the command line, too."));
    m_open->setToolTip(tr("Connects to the cluster and looks at it. Nothing is changed there."));
    m_close->setToolTip(tr("Ends the connection to the context that is open."));

    auto *page = new QWidget;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(barMargins(this));
    row->addWidget(m_text, 1);
    row->addWidget(m_mark);
    row->addWidget(m_open);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    return page;
}

void ContextsPage::showEvent(QShowEvent *event)
{
    reload();
    QWidget::showEvent(event);
}

void ContextsPage::reload()
{
    const Result<kube::Kubeconfig> config = m_services.kubeconfig();
    const int before = currentRow();
    const QString current = before >= 0 ? m_model->row(before).name : m_memory.last();
    m_model->setRows(config ? contextRows(*config, m_memory) : QList<ContextRow>());
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (m_model->row(m_filter->mapToSource(index).row()).name == current || !m_list->currentIndex().isValid())
            m_list->setCurrentIndex(index);
    }
    if (!config) {
        const Error &error = config.error();
        const QString next = error.next.isEmpty() ? tr("Correct the file, and look again.") : error.next;
        m_state->show(error.what, QStringList({error.where, error.unaffected, next}).join(u' '), tr("Look Again"));
    } else if (m_model->rowCount() == 0) {
        m_state->show(
            tr("No cluster is configured"),
            tr("There is no kubeconfig with a context. Sallyport reads the files that kubectl reads: those of "
               "KUBECONFIG, else ~/.kube/config."),
            tr("Look Again"));
    }
    m_pages->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    setFocusProxy(m_model->rowCount() == 0 ? static_cast<QWidget *>(m_state) : m_list);
    showChoices();
}

void ContextsPage::setOpened(const QString &context)
{
    m_model->setOpened(context);
    m_close->setEnabled(!context.isEmpty());
}

int ContextsPage::currentRow() const
{
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    return index.isValid() ? index.row() : -1;
}

void ContextsPage::showChoices()
{
    const int row = currentRow();
    m_mark->setEnabled(row >= 0);
    m_open->setEnabled(row >= 0);
    m_mark->setCurrentIndex(row < 0 ? 0 : m_mark->findData(int(m_model->row(row).mark)));
}

void ContextsPage::chooseMark(int choice)
{
    const int row = currentRow();
    if (row < 0)
        return;
    setMark(m_model->row(row).name, ContextMark(m_mark->itemData(choice).toInt()));
}

void ContextsPage::setMark(const QString &context, ContextMark mark)
{
    m_memory.setMark(context, mark);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->row(row).name == context)
            m_model->setMark(row, mark);
    }
    showChoices();
    emit markChanged(context);
}

void ContextsPage::openCurrent()
{
    if (!m_list->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
    if (const int row = currentRow(); row >= 0)
        emit openRequested(m_model->row(row).name);
}

bool ContextsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sallyport
