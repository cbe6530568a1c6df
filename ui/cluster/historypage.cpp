// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/historypage.h"

#include "ui/cluster/backgroundwork.h"
#include "ui/cluster/planwords.h"
#include "ui/form/statepage.h"
#include "ui/preview/bars.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int idRole = Qt::UserRole;

QString commandWords(const QString &command)
{
    if (command == "apply"_L1)
        return HistoryPage::tr("Applied");
    return command == "delete"_L1 ? HistoryPage::tr("Deleted the policy") : HistoryPage::tr("Went back");
}

QString outcomeWords(const kube::HistoryEntry &entry)
{
    if (entry.outcome == "complete"_L1)
        return HistoryPage::tr("complete");
    if (entry.outcome == "cancelled"_L1)
        return HistoryPage::tr("stopped after %n write(s)", nullptr, entry.written);
    if (entry.outcome == "partial"_L1)
        return HistoryPage::tr("ended after %n write(s)", nullptr, entry.written);
    return entry.outcome == "failed"_L1 ? HistoryPage::tr("failed, nothing was written")
                                        : HistoryPage::tr("did not come to its end");
}

QTreeWidgetItem *itemOf(const kube::HistoryEntry &entry)
{
    auto *item = new QTreeWidgetItem({QLocale().toString(entry.time.toLocalTime(), QLocale::ShortFormat),
                                      commandWords(entry.command),
                                      HistoryPage::tr("%n object(s)", nullptr, int(entry.objects.size())),
                                      entry.context, entry.mesh, outcomeWords(entry)});
    item->setData(0, idRole, entry.id);
    for (const kube::HistoryObject &object : entry.objects)
        item->addChild(new QTreeWidgetItem({object.ref.toString(), actionWords(object.action)}));
    return item;
}

} // namespace

HistoryPage::HistoryPage(const kube::History &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_background(new BackgroundWork(this))
    , m_pages(new QStackedWidget)
    , m_list(new QTreeWidget)
    , m_revert(new QPushButton(tr("Go &Back to Before…")))
{
    m_list->setHeaderLabels({tr("When"), tr("What"), tr("Objects"), tr("Context"), tr("Mesh"), tr("How it ended")});
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Apply history"));
    const int widths[] = {44, 22, 14, 24, 16, 36};
    for (int column = 0; column < 6; ++column)
        m_list->header()->resizeSection(column, widths[column] * fontMetrics().averageCharWidth());
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(barMargins(this));
    buttons->addWidget(m_revert);
    buttons->addStretch();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(buttons);
    column->addWidget(m_list, 1);
    auto *state = new StatePage;
    state->show(tr("Nothing has been applied from here yet"),
                tr("Each apply is noted with what stood there before, so that you can go back."), {});
    m_pages->addWidget(content);
    m_pages->addWidget(state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    setFocusProxy(m_list);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryPage::updateButton);
    connect(m_revert, &QPushButton::clicked, this, &HistoryPage::revert);
    fill();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    reload();
    QWidget::showEvent(event);
}

void HistoryPage::reload()
{
    const auto entries = std::make_shared<QList<kube::HistoryEntry>>();
    m_background->run([entries, history = m_history] { *entries = history.entries(); },
                      [this, entries] {
                          m_entries = *entries;
                          fill();
                      });
}

void HistoryPage::fill()
{
    const QTreeWidgetItem *before = m_list->currentItem();
    const QString current = before ? before->data(0, idRole).toString() : QString();
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const kube::HistoryEntry &entry : std::as_const(m_entries))
        items.append(itemOf(entry));
    m_list->addTopLevelItems(items);
    if (!items.isEmpty())
        m_list->setCurrentItem(items.first());
    for (QTreeWidgetItem *item : std::as_const(items)) {
        if (item->data(0, idRole).toString() == current)
            m_list->setCurrentItem(item);
    }
    m_pages->setCurrentIndex(items.isEmpty() ? 1 : 0);
    updateButton();
}

void HistoryPage::setOpened(const QString &context)
{
    m_context = context;
    updateButton();
}

void HistoryPage::setBusy(bool busy)
{
    m_busy = busy;
    updateButton();
}

void HistoryPage::updateButton()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item && item->parent())
        item = item->parent();
    const QString context = item ? item->text(3) : QString();
    m_revert->setEnabled(item && !m_busy && context == m_context);
    m_revert->setToolTip(
        item && context != m_context
            ? tr("Open the context %1 first: that is where it was applied.").arg(context)
            : tr("Plans what leads back to before this apply. Nothing is changed before you apply that plan."));
}

void HistoryPage::revert()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item && item->parent())
        item = item->parent();
    for (const kube::HistoryEntry &entry : std::as_const(m_entries)) {
        if (item && entry.id == item->data(0, idRole).toString()) {
            const kube::HistoryEntry chosen = entry;
            emit revertRequested(chosen);
            return;
        }
    }
}

} // namespace sallyport
