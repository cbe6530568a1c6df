// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/clustersession.h"
#include "app/commands/command.h"
#include "core/kube/applyjob.h"
#include "core/kube/history.h"
#include "core/kube/planjob.h"

#include <QObject>

namespace sallyport {

/// What plan, apply, delete and revert have in common on the command line.
struct ClusterTask {
    kube::PlanRequest request;
    QStringList takeOver; ///< "KIND/NS/NAME:FIELD", "KIND/NS/NAME" or "all"
    bool applies = false; ///< Otherwise the plan is all that is wanted.
    bool yes = false; ///< Do not ask.
    bool json = false;
    QString command; ///< For the history: "apply".
    QString question; ///< What is asked before something is changed; %1 = the summary, %2 = the context.
    std::chrono::milliseconds pause = std::chrono::seconds(5);
};

/// Plans, asks, applies, and says what happened; then ends the event loop with the exit status.
class ClusterFlow : public QObject
{
    Q_OBJECT

public:
    ClusterFlow(ClusterSession session, ClusterTask task, Console &console);

    /// Runs the flow in the application's event loop, which must not run yet.
    ExitStatus run();

private:
    void takePlan(kube::Plan plan);
    void decideConflicts(kube::Plan &plan);
    bool confirmed(const kube::Plan &plan);
    void apply(kube::Plan plan);
    void takeReport(const kube::ApplyReport &report);
    void end(ExitStatus status);

    ClusterSession m_session;
    ClusterTask m_task;
    Console &m_console;
    kube::Plan m_plan;
    kube::History m_history;
    std::optional<kube::HistoryEntry> m_entry;
};

/// The options that these commands share.
QList<CommandOption> clusterOptions();
/// Fills in what the options say; reports and gives nothing where they are wrong.
std::optional<ClusterTask> clusterTask(const Arguments &arguments, const TerminalCommand &command, Console &console);
/// Opens the context and runs the task.
ExitStatus runClusterTask(ClusterTask task, const Arguments &arguments, Console &console);

} // namespace sallyport
