// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/prunepanel.h"

#include "ui/cluster/planwork.h"
#include "ui/preview/bars.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

using kube::PlannedAction;

namespace {

constexpr int positionRole = Qt::UserRole; ///< In the plan.

} // namespace

PrunePanel::PrunePanel(PlanWork *work, QWidget *parent)
    : QWidget(parent)
    , m_work(work)
    , m_deletes(new QCheckBox(tr("&Delete what the policy does not need any more")))
    , m_most(new QCheckBox)
    , m_why(new QLabel)
    , m_list(new QListWidget)
{
    m_deletes->setToolTip(tr("Plans anew, with deletions. Nothing is deleted before you apply the plan."));
    m_most->setToolTip(tr("Deleting most of what is there is more often a mistake than not: say that it is meant."));
    m_why->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Objects that are not needed any more"));
    m_list->setAccessibleDescription(tr("Those that are checked are deleted."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(barMargins(this));
    for (QWidget *widget : {static_cast<QWidget *>(m_deletes), static_cast<QWidget *>(m_why)})
        layout->addWidget(widget);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_most);
    setFocusProxy(m_deletes);
    connect(m_deletes, &QCheckBox::clicked, work, &PlanWork::setPrunes);
    connect(m_most, &QCheckBox::clicked, work, &PlanWork::setPrunesMost);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        const kube::PlannedObject &object = m_work->original().objects[item->data(positionRole).toULongLong()];
        m_work->setLeftOut(object.key(), item->checkState() == Qt::Unchecked);
    });
    connect(work, &PlanWork::planMade, this, &PrunePanel::fill);
    connect(work, &PlanWork::planChanged, this, &PrunePanel::showDecisions);
    fill();
}

int PrunePanel::count() const
{
    return m_list->count();
}

void PrunePanel::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const std::vector<kube::PlannedObject> &objects = m_work->original().objects;
    for (size_t i = 0; i < objects.size(); ++i) {
        if (objects[i].action != PlannedAction::Delete && objects[i].action != PlannedAction::Stale)
            continue;
        auto *item =
            new QListWidgetItem((QStringList(objects[i].ref.toString()) + objects[i].warnings).join(u" — "_s), m_list);
        item->setToolTip(item->text());
        item->setData(positionRole, qulonglong(i));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        if (objects[i].action == PlannedAction::Delete) {
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Checked);
        }
    }
    showDecisions();
    emit countChanged();
}

void PrunePanel::showDecisions()
{
    const QSignalBlocker blocker(m_list);
    const kube::Plan &plan = m_work->plan();
    const bool canDecide = m_work->stage() == PlanWork::Stage::Planned;
    m_deletes->setVisible(m_work->aim() == PlanAim::Apply);
    m_deletes->setChecked(m_work->prunes());
    m_deletes->setEnabled(canDecide && !plan.partial);
    m_why->setVisible(plan.partial);
    m_why->setText(tr("Errors of the policy leave something out: nothing is deleted then."));
    const PlanDecisions &decisions = m_work->decisions();
    m_most->setVisible(plan.prunesTooMuch() || decisions.prunesMost);
    m_most->setChecked(decisions.prunesMost);
    m_most->setEnabled(canDecide);
    m_most->setText(tr("&Yes, delete more than half of what is there (%1)").arg(plan.count(PlannedAction::Delete)));
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (!item->flags().testFlag(Qt::ItemIsUserCheckable))
            continue;
        const kube::PlannedObject &object = m_work->original().objects[item->data(positionRole).toULongLong()];
        item->setCheckState(decisions.leftOut.contains(object.key()) ? Qt::Unchecked : Qt::Checked);
    }
}

} // namespace sallyport
