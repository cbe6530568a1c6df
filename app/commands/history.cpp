// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/commands/clusterflow.h"
#include "app/paths.h"
#include "core/yaml/write.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::HistoryCommand)
};

kube::History history()
{
    return kube::History(stateFolder() + "/history"_L1);
}

ExitStatus runHistory(const Arguments &arguments, Console &console)
{
    QList<kube::HistoryEntry> entries = history().entries();
    if (arguments.has(u"context"_s))
        entries.removeIf([&](const kube::HistoryEntry &e) { return e.context != arguments.value(u"context"_s); });
    if (arguments.value(u"output"_s) == "json"_L1) {
        console.write(yaml::toJson(kube::historyJson(entries)) + '\n');
        return ExitStatus::Done;
    }
    for (const kube::HistoryEntry &entry : entries) {
        console.print(u"%1  %2  %3  %4  %5"_s.arg(entry.id, entry.outcome.leftJustified(9), entry.command,
                                                  entry.context,
                                                  Texts::tr("%n object(s)", nullptr, int(entry.objects.size()))));
    }
    if (entries.isEmpty())
        console.message(Texts::tr("Nothing has been applied from here yet."));
    return ExitStatus::Done;
}

ExitStatus runRevert(const Arguments &arguments, Console &console)
{
    std::optional<ClusterTask> task = clusterTask(arguments, revertCommand(), console);
    if (!task)
        return ExitStatus::Failed;
    if (arguments.operands.size() != 1) {
        console.report(usageError(revertCommand(), Texts::tr("it takes one ID of the history")));
        return ExitStatus::Failed;
    }
    const Result<kube::HistoryEntry> entry = history().entry(arguments.operands.first());
    if (!entry) {
        console.report(entry.error());
        return ExitStatus::Failed;
    }
    if (arguments.has(u"context"_s) && arguments.value(u"context"_s) != entry->context) {
        console.report(usageError(revertCommand(), Texts::tr("that was applied to context %1").arg(entry->context)));
        return ExitStatus::Failed;
    }
    Arguments opened = arguments;
    opened.options.insert(u"context"_s, entry->context);
    task->request = kube::revertOf(*entry);
    task->command = "revert "_L1 + entry->id;
    task->applies = true;
    task->question = Texts::tr("Go back on %2: %1?");
    return runClusterTask(std::move(*task), opened, console);
}

} // namespace

TerminalCommand historyCommand()
{
    return {
        u"history"_s,
        u"[--context NAME] [--output text|json]"_s,
        Texts::tr("list what was applied from this machine"),
        Texts::tr(
            "Lists applies, deletions and reverts, newest first: ID, how it ended, what it was, context, number of objects."),
        {{u"context"_s, u"NAME"_s, Texts::tr("those to this context alone"), {}},
         {u"output"_s, u"FORMAT"_s, Texts::tr("text or json (default: text)"), {u"text"_s, u"json"_s}}},
        runHistory,
    };
}

TerminalCommand revertCommand()
{
    QList<CommandOption> options = clusterOptions();
    options.append({
        {u"take-over"_s,
         u"KIND/NS/NAME:FIELD"_s,
         Texts::tr("write a field that belongs to another manager by now (may be repeated; all = every one)"),
         {}},
        {u"yes"_s, {}, Texts::tr("do not ask before something is changed"), {}},
        {u"pause"_s, u"SECONDS"_s, Texts::tr("how long to wait between phases (default: 5)"), {}},
    });
    return {
        u"revert"_s,
        u"ID [--context NAME] [--kubeconfig FILE] [--take-over KIND/NS/NAME:FIELD|all] [--yes] [--pause SECONDS] [--output text|json]"_s,
        Texts::tr("go back to what was there before an apply"),
        Texts::tr(
            "Makes a plan that gives every object of that apply the form it had before, and deletes those that it made;\n"
            "shows it, asks, and carries it out. What others have changed since is a conflict, as always."),
        options,
        runRevert,
    };
}

} // namespace sallyport
