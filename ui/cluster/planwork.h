// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/applyjob.h"
#include "core/kube/history.h"
#include "core/kube/planjob.h"
#include "ui/cluster/contextmemory.h"
#include "ui/cluster/plandecisions.h"

#include <QObject>

#include <memory>

namespace sallyport {

class ClusterLink;
class BackgroundWork;
class WorkspaceEditor;

/// What a plan is to lead to.
enum class PlanAim : quint8 {
    Apply, ///< What the workspace says.
    Delete, ///< Nothing of the workspace's mesh is left.
    Revert, ///< As it was before an apply.
};

/// A plan for the open context from its making through its decisions to its end: a view over the jobs of core/kube.
///
/// The plan can be applied while the workspace is the one that it was made from, and nobody was seen to change the cluster since.
class PlanWork : public QObject
{
    Q_OBJECT
public:
    enum class Stage : quint8 { None, Planning, Planned, Applying, Applied };

    /// None becomes its own; all must outlive it.
    PlanWork(WorkspaceEditor *editor, Settings *settings, ClusterLink *link, const QString &historyFolder,
             std::chrono::milliseconds pause, QObject *parent = nullptr);
    ~PlanWork() override;

    void planApply();
    void planDelete();
    void planRevert(const kube::HistoryEntry &entry);
    void again(); ///< The same aim, planned anew.
    void setPrunes(bool prunes); ///< Plans anew.
    bool prunes() const { return m_prunes; }

    void decide(const kube::ObjectKey &key, const QString &field, kube::Choice choice);
    void setLeftOut(const kube::ObjectKey &key, bool leftOut);
    void setPrunesMost(bool meant);
    void setPartial(bool meant);

    void apply(); ///< Does nothing where there is an obstacle().
    void cancel(); ///< Planning ends at once; applying after the writes under way.

    Stage stage() const { return m_stage; }
    bool isBusy() const { return m_stage == Stage::Planning || m_stage == Stage::Applying; }
    PlanAim aim() const { return m_aim; }
    const kube::Plan &original() const { return m_original; } ///< As it was made, before any decision.
    const kube::Plan &plan() const { return m_plan; } ///< As decided. Empty before Planned.
    const PlanDecisions &decisions() const { return m_decisions; }
    /// Why it cannot be applied as it is; nothing where it can.
    std::optional<Error> obstacle() const;
    bool isOutdated() const;
    /// What became of an object so far; null where it was not written.
    const kube::WriteResult *resultOf(const kube::ObjectKey &key) const;
    const std::optional<kube::ApplyReport> &report() const { return m_report; }
    const kube::History &history() const { return m_history; }
    const QString &entryId() const { return m_entryId; } ///< Of the last apply in the history; empty for none.

public slots:
    void noteDrift(); ///< Somebody changed the cluster.

signals:
    void stageChanged();
    void planMade(); ///< original() is another one.
    void planChanged(); ///< A decision, or it has become outdated.
    void progressed(int done, int total);
    void doing(const QString &sentence);
    void written(const sallyport::kube::ObjectKey &key);
    void failed(const sallyport::Error &error);
    void applied();
    void noted(); ///< The history has something new.

private:
    void noteEdit();
    void makePlan();
    void runPlan(kube::PlanRequest request);
    void takePlan(const kube::Plan &plan);
    void setPlan(const kube::Plan &plan, Stage stage);
    void takeReport(const kube::ApplyReport &report);
    void connectApply();
    void redecide();
    void setStage(Stage stage);
    void dropJobs();

    WorkspaceEditor *m_editor;
    ContextMemory m_memory;
    ClusterLink *m_link;
    kube::History m_history;
    std::chrono::milliseconds m_pause;
    BackgroundWork *m_background;
    Stage m_stage = Stage::None;
    PlanAim m_aim = PlanAim::Apply;
    bool m_prunes = false;
    bool m_drifted = false;
    bool m_wasOutdated = false; ///< When views were last told.
    std::optional<kube::HistoryEntry> m_goesBackTo;
    Workspace m_workspace; ///< That the plan was made from.
    kube::Plan m_original;
    kube::Plan m_plan;
    PlanDecisions m_decisions;
    kube::PlanJob *m_planning = nullptr;
    std::unique_ptr<kube::ApplyJob> m_applying;
    std::optional<kube::HistoryEntry> m_entry;
    QString m_entryId;
    std::optional<kube::ApplyReport> m_report;
    QHash<kube::ObjectKey, kube::WriteResult> m_results;
};

} // namespace sallyport
