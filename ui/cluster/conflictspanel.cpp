// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/conflictspanel.h"

#include "ui/cluster/planwords.h"
#include "ui/cluster/planwork.h"
#include "ui/preview/bars.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int kindRole = Qt::UserRole;
constexpr int namespaceRole = Qt::UserRole + 1;
constexpr int nameRole = Qt::UserRole + 2;
constexpr int fieldRole = Qt::UserRole + 3;

kube::ObjectKey keyOf(const QTreeWidgetItem *item)
{
    return {item->data(0, kindRole).toString(), item->data(0, namespaceRole).toString(),
            item->data(0, nameRole).toString()};
}

} // namespace

ConflictsPanel::ConflictsPanel(PlanWork *work, QWidget *parent)
    : QWidget(parent)
    , m_work(work)
    , m_list(new QTreeWidget)
    , m_keep(new QPushButton(tr("&Keep Theirs")))
    , m_take(new QPushButton(tr("&Take Over")))
    , m_leave(new QPushButton(tr("Lea&ve Object Out")))
{
    m_list->setHeaderLabels({tr("Object"), tr("Field"), tr("Belongs to"), tr("Decision"), tr("Theirs"), tr("Ours")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("Conflicts"));
    m_list->setAccessibleDescription(tr("Fields that belong to somebody else and would get another value."));
    m_keep->setToolTip(tr("Their value stays, and the field is not written. It is remembered for the next plan."));
    m_take->setToolTip(tr("Our value is written, and the field is ours from then on."));
    m_leave->setToolTip(tr("The object stays as it is on the cluster."));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(barMargins(this));
    for (QPushButton *button : {m_keep, m_take, m_leave})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_list);
    connect(m_keep, &QPushButton::clicked, this, [this] { decideSelected(kube::Choice::Keep); });
    connect(m_take, &QPushButton::clicked, this, [this] { decideSelected(kube::Choice::TakeOver); });
    connect(m_leave, &QPushButton::clicked, this, &ConflictsPanel::leaveSelectedOut);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ConflictsPanel::updateButtons);
    connect(work, &PlanWork::planMade, this, &ConflictsPanel::fill);
    connect(work, &PlanWork::planChanged, this, &ConflictsPanel::showDecisions);
    fill();
}

int ConflictsPanel::count() const
{
    return m_list->topLevelItemCount();
}

void ConflictsPanel::fill()
{
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const kube::PlannedObject &object : m_work->original().objects) {
        for (const kube::FieldConflict &conflict : object.conflicts) {
            const bool whole = conflict.field.isEmpty();
            auto *item = new QTreeWidgetItem({object.ref.toString(),
                                              whole ? tr("(the whole object)") : conflict.field,
                                              conflict.manager,
                                              {},
                                              whole ? QString() : shownValue(conflict.theirs),
                                              whole ? QString() : shownValue(conflict.ours)});
            item->setData(0, kindRole, object.ref.kind);
            item->setData(0, namespaceRole, object.ref.namespaceName);
            item->setData(0, nameRole, object.ref.name);
            item->setData(0, fieldRole, conflict.field);
            for (int column = 0; column <= OursColumn; ++column)
                item->setToolTip(column, item->text(column));
            items.append(item);
        }
    }
    m_list->addTopLevelItems(items);
    if (!items.isEmpty())
        m_list->setCurrentItem(items.first());
    for (const Column column : {FieldColumn, OwnerColumn})
        m_list->resizeColumnToContents(column);
    showDecisions();
    emit countChanged();
}

void ConflictsPanel::showDecisions()
{
    const QSignalBlocker blocker(m_list);
    const PlanDecisions &decisions = m_work->decisions();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const auto found = decisions.fields.find({keyOf(item), item->data(0, fieldRole).toString()});
        const kube::Choice choice = found == decisions.fields.end() ? kube::Choice::Undecided : found->second;
        item->setText(DecisionColumn,
                      decisions.leftOut.contains(keyOf(item)) ? tr("Object left out") : choiceWords(choice));
    }
    m_list->resizeColumnToContents(DecisionColumn);
    updateButtons();
}

QList<QTreeWidgetItem *> ConflictsPanel::chosen() const
{
    return m_list->selectedItems();
}

void ConflictsPanel::updateButtons()
{
    const QList<QTreeWidgetItem *> items = chosen();
    const bool canDecide = !items.isEmpty() && m_work->stage() == PlanWork::Stage::Planned;
    // an object that is not ours can be taken over or left out, but not written in part
    const bool hasFields = std::any_of(items.begin(), items.end(), [](const QTreeWidgetItem *item) {
        return !item->data(0, fieldRole).toString().isEmpty();
    });
    m_keep->setEnabled(canDecide && hasFields);
    m_take->setEnabled(canDecide);
    m_leave->setEnabled(canDecide);
}

void ConflictsPanel::decideSelected(kube::Choice choice)
{
    for (const QTreeWidgetItem *item : chosen()) {
        const QString field = item->data(0, fieldRole).toString();
        if (field.isEmpty() && choice == kube::Choice::Keep)
            continue;
        m_work->setLeftOut(keyOf(item), false);
        m_work->decide(keyOf(item), field, choice);
    }
}

void ConflictsPanel::leaveSelectedOut()
{
    for (const QTreeWidgetItem *item : chosen())
        m_work->setLeftOut(keyOf(item), true);
}

} // namespace sallyport
