// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/driftpage.h"

#include "ui/cluster/driftlog.h"
#include "ui/cluster/planwords.h"
#include "ui/form/statepage.h"
#include "ui/preview/bars.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

DriftPage::DriftPage(DriftLog *log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_state(new StatePage)
    , m_content(new QWidget)
    , m_list(new QTreeWidget)
{
    m_list->setHeaderLabels({tr("What happened"), tr("It was"), tr("It is")});
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Changes by others"));
    const int widths[] = {80, 30, 30};
    for (int column = 0; column < 3; ++column)
        m_list->header()->resizeSection(column, widths[column] * fontMetrics().averageCharWidth());
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *plan = new QPushButton(tr("&Plan Again"));
    plan->setToolTip(tr("Asks the cluster what applying your policy would change now."));
    auto *clear = new QPushButton(tr("Clea&r"));
    clear->setToolTip(tr("Forgets these notices. The cluster stays as it is."));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(barMargins(this));
    buttons->addWidget(plan);
    buttons->addStretch();
    buttons->addWidget(clear);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(buttons);
    column->addWidget(m_list, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_content);
    layout->addWidget(m_state);
    connect(plan, &QPushButton::clicked, this, &DriftPage::planRequested);
    connect(clear, &QPushButton::clicked, log, &DriftLog::clear);
    connect(log, &DriftLog::changed, this, &DriftPage::refresh);
    refresh();
}

void DriftPage::refresh()
{
    const QList<kube::Drift> &drifts = m_log->drifts();
    m_list->clear();
    for (const kube::Drift &drift : drifts) {
        auto *item = new QTreeWidgetItem({drift.toString()});
        item->setToolTip(0, item->text(0));
        for (const kube::FieldChange &change : drift.changes)
            item->addChild(new QTreeWidgetItem({change.field, change.live ? shownValue(*change.live) : QString(),
                                                change.next ? shownValue(*change.next) : QString()}));
        m_list->insertTopLevelItem(0, item); // the latest first
    }
    m_content->setVisible(!drifts.isEmpty());
    m_state->setVisible(drifts.isEmpty());
    setFocusProxy(drifts.isEmpty() ? static_cast<QWidget *>(m_state) : m_list);
    if (m_log->isWatching())
        m_state->show(tr("Nobody has changed our objects"),
                      tr("They are watched since the first plan. What others do to them is told here."), {});
    else
        m_state->show(tr("Nothing is watched yet"),
                      tr("From the first plan on, what others do to the objects of your mesh is told here."), {});
}

} // namespace sallyport
