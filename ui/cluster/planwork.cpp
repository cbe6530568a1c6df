// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/planwork.h"

#include "core/document/workspaceeditor.h"
#include "ui/cluster/backgroundwork.h"
#include "ui/cluster/clusterlink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Whether a plan for the one is a plan for the other. Undoing a change makes an outdated plan good again.
bool sayTheSame(const Workspace &a, const Workspace &b)
{
    return a.target == b.target
        && std::equal(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(),
                      [](const auto &one, const auto &other) {
                          return one == other || one->stream.text == other->stream.text;
                      });
}

QString commandOf(PlanAim aim, const std::optional<kube::HistoryEntry> &entry)
{
    switch (aim) {
    case PlanAim::Apply:
        return u"apply"_s;
    case PlanAim::Delete:
        return u"delete"_s;
    case PlanAim::Revert:
        break;
    }
    return "revert "_L1 + (entry ? entry->id : QString());
}

Error refused(const QString &what, const QString &context, const QString &next)
{
    return {.what = what,
            .where = context,
            .unaffected = PlanWork::tr("Nothing on the cluster was changed."),
            .next = next,
            .details = {}};
}

} // namespace

PlanWork::PlanWork(WorkspaceEditor *editor, Settings *settings, ClusterLink *link, const QString &historyFolder,
                   std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_memory(settings)
    , m_link(link)
    , m_history(historyFolder)
    , m_pause(pause)
    , m_background(new BackgroundWork(this))
{
    connect(link, &ClusterLink::closing, this, [this] {
        dropJobs();
        setPlan({}, Stage::None);
    });
    for (auto signal : {&WorkspaceEditor::filesChanged, &WorkspaceEditor::targetChanged})
        connect(editor, signal, this, &PlanWork::noteEdit);
    connect(editor, &WorkspaceEditor::changed, this, &PlanWork::noteEdit);
}

PlanWork::~PlanWork()
{
    m_applying.reset(); // the client may go right after
    dropJobs();
}

void PlanWork::dropJobs()
{
    m_background->drop();
    if (m_planning)
        std::exchange(m_planning, nullptr)->cancel();
    if (m_applying)
        m_applying.release()->deleteLater(); // it may be what has called us
}

void PlanWork::planApply()
{
    m_aim = PlanAim::Apply;
    makePlan();
}

void PlanWork::planDelete()
{
    m_aim = PlanAim::Delete;
    makePlan();
}

void PlanWork::planRevert(const kube::HistoryEntry &entry)
{
    m_aim = PlanAim::Revert;
    m_goesBackTo = entry;
    makePlan();
}

void PlanWork::again()
{
    makePlan();
}

void PlanWork::setPrunes(bool prunes)
{
    if (prunes == m_prunes || isBusy())
        return;
    m_prunes = prunes;
    makePlan();
}

void PlanWork::makePlan()
{
    if (m_link->state() != ClusterLink::State::Open || m_stage == Stage::Applying)
        return;
    dropJobs();
    m_workspace = m_editor->workspace();
    setPlan({}, Stage::Planning);
    const auto request = std::make_shared<kube::PlanRequest>();
    m_background->run(
        [request, aim = m_aim, workspace = m_workspace, entry = m_goesBackTo, prunes = m_prunes] {
            *request = aim == PlanAim::Revert ? kube::revertOf(*entry)
                : aim == PlanAim::Delete      ? kube::deletionRequest(workspace, workspace.target)
                                              : kube::planRequest(workspace, workspace.target);
            if (aim == PlanAim::Apply)
                request->prune = prunes ? kube::Prune::Stale : kube::Prune::Nothing;
        },
        [this, request] { runPlan(std::move(*request)); });
}

void PlanWork::runPlan(kube::PlanRequest request)
{
    request.context = m_link->context();
    m_planning = new kube::PlanJob(*m_link->client(), std::move(request), this);
    connect(m_planning, &kube::PlanJob::progress, this, &PlanWork::progressed);
    connect(m_planning, &kube::PlanJob::finished, this, &PlanWork::takePlan);
    connect(m_planning, &kube::PlanJob::failed, this, [this](const Error &error) {
        dropJobs();
        setStage(Stage::None);
        emit failed(error);
    });
    m_planning->start();
}

void PlanWork::takePlan(const kube::Plan &plan)
{
    const kube::Plan made = plan; // it goes with the job
    dropJobs();
    setPlan(made, Stage::Planned);
}

void PlanWork::setPlan(const kube::Plan &plan, Stage stage)
{
    m_original = plan;
    m_decisions = {};
    keepAgain(m_decisions, m_original, m_memory.kept(m_original.context));
    m_plan = decided(m_original, m_decisions);
    m_drifted = false;
    m_report.reset();
    m_results.clear();
    m_stage = stage;
    m_wasOutdated = isOutdated(); // the workspace may have changed while it was planned
    emit planMade();
    emit stageChanged();
}

void PlanWork::redecide()
{
    if (m_stage != Stage::Planned)
        return;
    m_plan = decided(m_original, m_decisions);
    emit planChanged();
}

void PlanWork::decide(const kube::ObjectKey &key, const QString &field, kube::Choice choice)
{
    if (m_stage != Stage::Planned)
        return;
    if (choice == kube::Choice::Undecided)
        m_decisions.fields.erase({key, field});
    else
        m_decisions.fields[{key, field}] = choice;
    // what is kept is kept the next time, too, until it is decided otherwise
    const QString name = key.toString() + u':' + field;
    QStringList kept = m_memory.kept(m_plan.context);
    kept.removeAll(name);
    if (choice == kube::Choice::Keep)
        kept.append(name);
    m_memory.setKept(m_plan.context, kept);
    redecide();
}

void PlanWork::setLeftOut(const kube::ObjectKey &key, bool leftOut)
{
    if (leftOut)
        m_decisions.leftOut.insert(key);
    else
        m_decisions.leftOut.erase(key);
    redecide();
}

void PlanWork::setPrunesMost(bool meant)
{
    m_decisions.prunesMost = meant;
    redecide();
}

void PlanWork::setPartial(bool meant)
{
    m_decisions.partial = meant;
    redecide();
}

/// Views hear of it only where it makes a difference: this comes with every keystroke.
void PlanWork::noteEdit()
{
    const bool isNow = isOutdated();
    if (isNow != std::exchange(m_wasOutdated, isNow))
        emit planChanged();
}

void PlanWork::noteDrift()
{
    if (m_stage != Stage::Planned)
        return;
    m_drifted = true;
    emit planChanged();
}

bool PlanWork::isOutdated() const
{
    // what leads back does not depend on the workspace
    return m_stage == Stage::Planned
        && (m_drifted || (m_aim != PlanAim::Revert && !sayTheSame(m_workspace, m_editor->workspace())));
}

std::optional<Error> PlanWork::obstacle() const
{
    if (m_stage != Stage::Planned)
        return refused(tr("There is no plan."), m_link->context(), tr("Make a plan first."));
    if (isOutdated())
        return refused(m_drifted ? tr("The cluster changed since this plan.")
                                 : tr("The policy changed since this plan."),
                       m_plan.context, tr("Plan again, and look at it."));
    if (m_memory.mark(m_plan.context) == ContextMark::ReadOnly)
        return refused(tr("The context is marked as read-only."), m_plan.context,
                       tr("Take the mark off in the list of contexts, if it is meant."));
    if (m_plan.partial && !m_decisions.partial)
        return refused(tr("The policy has errors, and what they concern would be left out."), m_plan.context,
                       tr("Correct them (see Problems), or apply the rest all the same."));
    if (const std::optional<Error> obstacle = m_plan.obstacle())
        return obstacle;
    if (!m_plan.hasChanges())
        return refused(m_aim == PlanAim::Apply && m_plan.objects.empty() ? tr("There is nothing to apply.")
                                                                         : tr("The cluster is as it should be."),
                       m_plan.context, {});
    return std::nullopt;
}

void PlanWork::apply()
{
    if (m_link->state() != ClusterLink::State::Open || m_link->context() != m_plan.context)
        return;
    if (const std::optional<Error> error = obstacle()) {
        emit failed(*error);
        return;
    }
    const Result<kube::HistoryEntry> entry = m_history.begin(m_plan, commandOf(m_aim, m_goesBackTo));
    if (!entry) { // without before-images there would be no way back
        emit failed(entry.error());
        return;
    }
    m_entry = *entry;
    m_entryId = entry->id;
    m_applying = std::make_unique<kube::ApplyJob>(*m_link->client(), m_plan, m_pause);
    connectApply();
    setStage(Stage::Applying);
    emit noted();
    emit progressed(0, m_applying->total());
    m_applying->start();
}

void PlanWork::connectApply()
{
    kube::ApplyJob *job = m_applying.get();
    connect(job, &kube::ApplyJob::pausing, this, [this](std::chrono::milliseconds time) {
        emit doing(tr("Waiting %1 s until all proxies have it…").arg(double(time.count()) / 1000));
    });
    connect(job, &kube::ApplyJob::writing, this, [this](kube::Phase phase) {
        emit doing(tr("Applying to %1: %2…").arg(m_plan.context, kube::phaseName(phase)));
    });
    connect(job, &kube::ApplyJob::progress, this, [this](int done, int total, const kube::WriteResult &last) {
        const kube::ObjectKey key = {last.ref.kind, last.ref.namespaceName, last.ref.name};
        m_results.insert(key, last);
        emit progressed(done, total);
        emit written(key);
    });
    connect(job, &kube::ApplyJob::finished, this, &PlanWork::takeReport);
}

void PlanWork::takeReport(const kube::ApplyReport &report)
{
    m_report = report;
    dropJobs();
    if (m_entry) {
        if (const std::optional<Error> error = m_history.end(*m_entry, report))
            emit failed(*error);
        m_entry.reset();
    }
    setStage(Stage::Applied);
    emit noted();
    emit planChanged();
    emit applied();
}

void PlanWork::cancel()
{
    if (m_stage == Stage::Planning) {
        dropJobs();
        setStage(Stage::None);
    } else if (m_applying) {
        emit doing(tr("Stopping after the writes under way…"));
        m_applying->cancel();
    }
}

const kube::WriteResult *PlanWork::resultOf(const kube::ObjectKey &key) const
{
    const auto found = m_results.constFind(key);
    return found == m_results.cend() ? nullptr : &*found;
}

void PlanWork::setStage(Stage stage)
{
    m_stage = stage;
    emit stageChanged();
}

} // namespace sallyport
