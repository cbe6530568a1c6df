// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/planview.h"

#include "ui/cluster/conflictspanel.h"
#include "ui/cluster/plandelegate.h"
#include "ui/cluster/planmodel.h"
#include "ui/cluster/planwork.h"
#include "ui/cluster/prunepanel.h"
#include "ui/fields/marks.h"
#include "ui/form/statepage.h"
#include "ui/icons.h"
#include "ui/preview/bars.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// So few objects are shown with their fields from the start.
constexpr int expandedObjects = 12;

/// What is in the way, with the place unless that is the context, which is said beside it.
QString sentence(const Error &obstacle, const QString &context)
{
    QString text = obstacle.what;
    if (!obstacle.where.isEmpty() && obstacle.where != context)
        text += ": "_L1 + obstacle.where;
    return text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

PlanView::PlanView(PlanWork *work, Settings *settings, QWidget *parent)
    : QWidget(parent)
    , m_work(work)
    , m_memory(settings)
    , m_model(new PlanModel(work, this))
    , m_pages(new QStackedWidget)
    , m_state(new StatePage)
    , m_icon(new QLabel)
    , m_summary(new QLabel)
    , m_partial(new QCheckBox(tr("Apply the &rest all the same")))
    , m_unchanged(new QCheckBox(tr("&Unchanged, too")))
    , m_leaveOut(new QPushButton)
    , m_again(new QPushButton(tr("Plan A&gain")))
    , m_apply(new QPushButton)
    , m_tree(new QTreeView)
    , m_splitter(new QSplitter)
    , m_decisions(new QTabWidget)
    , m_conflicts(new ConflictsPanel(work))
    , m_prune(new PrunePanel(work))
{
    m_pages->addWidget(m_state);
    m_pages->addWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    connect(m_state, &StatePage::clicked, this,
            [this] { m_context.isEmpty() ? emit contextsRequested() : emit planRequested(); });
    connect(m_again, &QPushButton::clicked, work, &PlanWork::again);
    connect(m_apply, &QPushButton::clicked, this, &PlanView::applyRequested);
    connect(m_leaveOut, &QPushButton::clicked, this, &PlanView::toggleLeftOut);
    connect(m_partial, &QCheckBox::clicked, work, &PlanWork::setPartial);
    connect(m_unchanged, &QCheckBox::toggled, this, &PlanView::hideUnchanged);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &PlanView::updateLeaveOut);
    connect(work, &PlanWork::planMade, this, &PlanView::showPlan);
    connect(work, &PlanWork::planChanged, this, &PlanView::showState);
    connect(work, &PlanWork::stageChanged, this, &PlanView::showState);
    showPlan();
    showState();
}

QWidget *PlanView::makeContent()
{
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PlanDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideMiddle); // names differ at their ends
    m_tree->setAccessibleName(tr("Plan"));
    m_tree->setAccessibleDescription(tr("Objects, and what would become of their fields."));
    const int widths[] = {52, 22, 30, 40};
    for (int column = 0; column < PlanModel::ColumnCount; ++column)
        m_tree->header()->resizeSection(column, widths[column] * fontMetrics().averageCharWidth());
    m_decisions->setDocumentMode(true);
    m_decisions->addTab(m_conflicts, {});
    m_decisions->addTab(m_prune, {});
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_decisions);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    layout->addWidget(m_splitter, 1);
    return content;
}

QLayout *PlanView::makeBar()
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_partial->setToolTip(tr("What errors of the policy concern is left out, and nothing is deleted."));
    m_unchanged->setToolTip(tr("Shows the objects, too, that are as the policy says."));
    m_again->setToolTip(tr("Asks the cluster once more. Nothing is changed there."));
    m_apply->setDefault(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(barMargins(this));
    bar->addWidget(m_icon);
    bar->addWidget(m_summary, 1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_partial), static_cast<QWidget *>(m_unchanged), static_cast<QWidget *>(m_leaveOut),
          static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_apply)})
        bar->addWidget(widget);
    return bar;
}

void PlanView::setOpened(const QString &context)
{
    m_context = context;
    showPages();
}

void PlanView::showPages()
{
    if (m_context.isEmpty()) {
        m_state->show(tr("No cluster is open"),
                      tr("Open a context to plan what applying your policy would change there."),
                      tr("Choose a Context"));
    } else if (m_work->stage() == PlanWork::Stage::Planning) {
        m_state->show(tr("Planning…"), tr("The cluster is asked what would change. Nothing is changed there."), {});
    } else {
        m_state->show(tr("Nothing is planned yet"),
                      tr("A plan asks %1 what applying would change, and changes nothing there.").arg(m_context),
                      tr("Plan"));
    }
    const bool hasPlan = m_work->stage() >= PlanWork::Stage::Planned && !m_context.isEmpty();
    m_pages->setCurrentIndex(hasPlan ? 1 : 0);
    setFocusProxy(hasPlan ? static_cast<QWidget *>(m_tree) : m_state);
}

void PlanView::showPlan()
{
    hideUnchanged();
    const kube::Plan &plan = m_work->plan();
    if (touchedBy(plan).total() + plan.count(kube::PlannedAction::Conflict) <= expandedObjects) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (!m_tree->isRowHidden(row, {}))
                m_tree->expand(m_model->index(row, 0));
        }
    }
    m_tree->setCurrentIndex(m_model->index(0, 0));
    m_decisions->setTabText(0, tr("Conflicts (%1)").arg(m_conflicts->count()));
    m_decisions->setTabText(1, tr("Not needed any more (%1)").arg(m_prune->count()));
    m_decisions->setTabVisible(0, m_conflicts->count() > 0);
    m_decisions->setTabVisible(1, m_prune->count() > 0);
    m_decisions->setVisible(m_conflicts->count() + m_prune->count() > 0);
}

void PlanView::hideUnchanged()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int action = m_model->index(row, 0).data(PlanModel::ActionRole).toInt();
        m_tree->setRowHidden(row, {}, action == int(kube::PlannedAction::Unchanged) && !m_unchanged->isChecked());
    }
}

QString PlanView::applyWords() const
{
    const QString &context = m_work->plan().context;
    const TouchedObjects touched = touchedBy(m_work->plan());
    if (m_memory.mark(context) == ContextMark::ReadOnly)
        return tr("%1 is read-only").arg(context);
    if (touched.total() == 0)
        return tr("Nothing to apply to %1").arg(context);
    if (m_work->aim() == PlanAim::Revert)
        return tr("Take back %n object(s) on %1", nullptr, touched.total()).arg(context);
    if (touched.deleted > 0 && touched.written > 0)
        return tr("Apply %1 and delete %2 objects on %3").arg(touched.written).arg(touched.deleted).arg(context);
    if (touched.deleted > 0)
        return tr("Delete %n object(s) from %1", nullptr, touched.deleted).arg(context);
    return tr("Apply %n object(s) to %1", nullptr, touched.written).arg(context);
}

QString PlanView::summaryText() const
{
    if (const std::optional<kube::ApplyReport> &report = m_work->report()) {
        if (report->complete)
            return tr("Done: %n write(s) to %1.", nullptr, report->done()).arg(m_work->plan().context);
        return report->cancelled ? tr("Stopped after %n write(s). Plan again to go on.", nullptr, report->done())
                                 : tr("Ended after %n write(s). Plan again to go on.", nullptr, report->done());
    }
    const QString counts = kube::summary(m_work->plan());
    if (const std::optional<Error> obstacle = m_work->obstacle())
        return QStringList({sentence(*obstacle, m_context), obstacle->next, counts}).join(u' ');
    return tr("%1: %2").arg(m_work->plan().context, counts);
}

void PlanView::showState()
{
    showPages();
    const PlanWork::Stage stage = m_work->stage();
    if (stage < PlanWork::Stage::Planned)
        return;
    const bool isPlanned = stage == PlanWork::Stage::Planned;
    const std::optional<Error> obstacle = isPlanned ? m_work->obstacle() : std::nullopt;
    const bool isWrong = (obstacle && !obstacle->next.isEmpty()) || (m_work->report() && !m_work->report()->complete);
    m_icon->setPixmap(icon(isWrong ? u"warning"_s : u"note"_s).pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize)));
    m_summary->setText(summaryText());
    m_summary->setToolTip(m_summary->text());
    m_partial->setVisible(m_work->plan().partial);
    m_partial->setChecked(m_work->decisions().partial);
    m_partial->setEnabled(isPlanned);
    m_again->setEnabled(!m_work->isBusy());
    m_apply->setText(applyWords().replace(u'&', u"&&"_s));
    m_apply->setAccessibleName(applyWords());
    m_apply->setEnabled(isPlanned && !obstacle);
    m_apply->setToolTip(obstacle ? obstacle->toString()
                                 : tr("Writes to the cluster, in an order that never allows more in between."));
    m_apply->setAccessibleDescription(m_apply->toolTip());
    updateLeaveOut();
}

void PlanView::updateLeaveOut()
{
    using kube::PlannedAction;
    const kube::PlannedObject *object = m_model->objectAt(m_tree->currentIndex());
    const bool isOut = object && m_work->decisions().leftOut.contains(object->key());
    const bool mayLeave =
        object && object->action != PlannedAction::Unchanged && object->action != PlannedAction::Stale;
    m_leaveOut->setText(isOut ? tr("Take &In Again") : tr("Leave &Out"));
    m_leaveOut->setToolTip(isOut ? tr("The selected object becomes part of the plan again.")
                                 : tr("The selected object stays as it is on the cluster."));
    m_leaveOut->setEnabled(mayLeave && m_work->stage() == PlanWork::Stage::Planned);
}

void PlanView::toggleLeftOut()
{
    if (const kube::PlannedObject *object = m_model->objectAt(m_tree->currentIndex())) {
        const kube::ObjectKey key = object->key(); // the plan is made anew by the decision
        m_work->setLeftOut(key, !m_work->decisions().leftOut.contains(key));
    }
}

void PlanView::focusApply()
{
    if (m_work->stage() < PlanWork::Stage::Planned)
        m_state->setFocus(Qt::ShortcutFocusReason);
    else if (m_apply->isEnabled())
        m_apply->setFocus(Qt::ShortcutFocusReason);
    else
        (m_conflicts->count() > 0 ? static_cast<QWidget *>(m_conflicts) : m_tree)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace sallyport
