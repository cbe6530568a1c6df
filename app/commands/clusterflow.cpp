// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/commands/clusterflow.h"

#include "app/commands/plantext.h"
#include "app/interrupts.h"
#include "app/paths.h"
#include "core/yaml/write.h"

#include <QCoreApplication>
#include <QTimer>

namespace sallyport {

using namespace Qt::StringLiterals;
using namespace kube;

ClusterFlow::ClusterFlow(ClusterSession session, ClusterTask task, Console &console)
    : m_session(std::move(session))
    , m_task(std::move(task))
    , m_console(console)
    , m_history(stateFolder() + "/history"_L1)
{
    m_task.request.context = m_session.context;
    m_task.request.isConfirmed = m_task.applies && m_task.yes;
}

ExitStatus ClusterFlow::run()
{
    auto *job = new PlanJob(*m_session.client, m_task.request, this);
    connect(job, &PlanJob::finished, this, &ClusterFlow::takePlan);
    connect(job, &PlanJob::failed, this, [this](const Error &error) {
        m_console.report(error);
        end(ExitStatus::Failed);
    });
    QTimer::singleShot(0, job, &PlanJob::start);
    return ExitStatus(QCoreApplication::exec());
}

void ClusterFlow::end(ExitStatus status)
{
    QCoreApplication::exit(int(status));
}

void ClusterFlow::decideConflicts(Plan &plan)
{
    for (const QString &word : m_task.takeOver) {
        const QString name = word.section(u':', 0, 0);
        const QString field = word.section(u':', 1);
        const std::vector<PlannedObject> objects = plan.objects;
        for (const PlannedObject &object : objects) {
            if (!object.conflicts.isEmpty() && (word == "all"_L1 || object.key().toString() == name))
                decide(plan, object.key(), word == "all"_L1 ? QString() : field, Choice::TakeOver);
        }
    }
}

void ClusterFlow::takePlan(Plan plan)
{
    decideConflicts(plan);
    if (m_task.json && !m_task.applies)
        m_console.write(yaml::toJson(planJson(plan)) + '\n');
    if (!m_task.json) {
        for (const QString &line : planText(plan))
            m_console.print(line);
    }
    const std::optional<Error> obstacle = plan.obstacle();
    if (!m_task.applies)
        return end(plan.hasChanges() || obstacle ? ExitStatus::No : ExitStatus::Done);
    if (obstacle) {
        m_console.report(*obstacle);
        return end(ExitStatus::No);
    }
    if (plan.hasChanges() && !m_task.yes && !confirmed(plan))
        return end(ExitStatus::Failed);
    apply(std::move(plan));
}

/// Asks on a terminal; elsewhere nobody could answer.
bool ClusterFlow::confirmed(const Plan &plan)
{
    const std::optional<bool> answer = m_console.ask(m_task.question.arg(summary(plan), plan.context));
    if (!answer) {
        m_console.report({.what = tr("Nobody was there to confirm the plan"),
                          .where = plan.context,
                          .unaffected = tr("Nothing on the cluster was changed."),
                          .next = tr("Run the command on a terminal, or add --yes."),
                          .details = {}});
    } else if (!*answer) {
        m_console.message(tr("Nothing on the cluster was changed."));
    }
    return answer.value_or(false);
}

void ClusterFlow::apply(Plan plan)
{
    m_plan = std::move(plan);
    if (m_plan.hasChanges()) {
        const Result<HistoryEntry> entry = m_history.begin(m_plan, m_task.command);
        if (!entry) { // without before-images there would be no way back
            m_console.report(entry.error());
            return end(ExitStatus::Failed);
        }
        m_entry = *entry;
    }
    auto *job = new ApplyJob(*m_session.client, m_plan, m_task.pause, this);
    auto *interrupts = new Interrupts(job);
    connect(interrupts, &Interrupts::interrupted, job, &ApplyJob::cancel);
    connect(job, &ApplyJob::finished, this, &ClusterFlow::takeReport);
    if (!m_task.json) {
        connect(job, &ApplyJob::pausing, this, [this](std::chrono::milliseconds duration) {
            m_console.message(tr("waiting %1 s until all proxies have it").arg(double(duration.count()) / 1000));
        });
        connect(job, &ApplyJob::progress, this, [this](int done, int total, const WriteResult &last) {
            const QString action = last.held ? tr("being deleted, its finalizers keep it for now:")
                : last.deleted               ? tr("deleted")
                                             : tr("applied");
            m_console.message(u"[%1/%2] "_s.arg(done).arg(total) + (last.error ? tr("failed") : action) + u' '
                              + last.ref.toString());
        });
    }
    job->start();
}

void ClusterFlow::takeReport(const ApplyReport &report)
{
    if (m_entry) {
        if (const std::optional<Error> error = m_history.end(*m_entry, report))
            m_console.report(*error);
    }
    if (m_task.json)
        m_console.write(yaml::toJson(reportJson(m_plan, report)) + '\n');
    if (report.error)
        m_console.report(*report.error);
    if (report.cancelled)
        m_console.message(
            tr("Cancelled after %1 writes. Applying again goes on; revert goes back.").arg(report.done()));
    if (report.complete)
        return end(ExitStatus::Done);
    if (m_entry && report.done() > 0 && !m_task.json)
        m_console.message(tr("To go back: sallyport revert %1 --context %2").arg(m_entry->id, m_plan.context));
    end(report.done() > 0 ? ExitStatus::Partly : ExitStatus::Failed);
}

QList<CommandOption> clusterOptions()
{
    return {
        {u"context"_s, u"NAME"_s, ClusterFlow::tr("the kubeconfig's context (default: its current one)"), {}},
        {u"kubeconfig"_s, u"FILE"_s, ClusterFlow::tr("this kubeconfig alone, as kubectl's option"), {}},
        {u"output"_s, u"FORMAT"_s, ClusterFlow::tr("text or json (default: text)"), {u"text"_s, u"json"_s}},
    };
}

std::optional<ClusterTask> clusterTask(const Arguments &arguments, const TerminalCommand &command, Console &console)
{
    ClusterTask task;
    task.command = command.name;
    task.json = arguments.value(u"output"_s) == "json"_L1;
    task.yes = arguments.has(u"yes"_s);
    task.takeOver = arguments.values(u"take-over"_s);
    if (arguments.has(u"pause"_s)) {
        bool isNumber = false;
        const double seconds = arguments.value(u"pause"_s).toDouble(&isNumber);
        if (!isNumber || seconds < 0 || seconds > 3600) {
            console.report(usageError(command, ClusterFlow::tr("--pause takes seconds, 0 to 3600")));
            return std::nullopt;
        }
        task.pause = std::chrono::milliseconds(qint64(seconds * 1000));
    }
    return task;
}

ExitStatus runClusterTask(ClusterTask task, const Arguments &arguments, Console &console)
{
    Result<ClusterSession> session = openSession(
        arguments.value(u"kubeconfig"_s), arguments.value(u"context"_s), [&console](std::chrono::milliseconds time) {
            console.message(ClusterFlow::tr("The server is busy, waiting %1 s.").arg(double(time.count()) / 1000));
        });
    if (!session) {
        console.report(session.error());
        return ExitStatus::Failed;
    }
    if (task.applies && isReadOnly(session->context)) {
        console.report({.what = ClusterFlow::tr("The context is marked as read-only"),
                        .where = session->context,
                        .unaffected = ClusterFlow::tr("Nothing on the cluster was changed."),
                        .next = ClusterFlow::tr("Take the mark off in the window's list of contexts, if it is meant."),
                        .details = {}});
        return ExitStatus::Failed;
    }
    ClusterFlow flow(std::move(*session), std::move(task), console);
    return flow.run();
}

} // namespace sallyport
