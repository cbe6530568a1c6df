// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/commands/clusterflow.h"
#include "app/commands/inputs.h"
#include "app/commands/locatedfinding.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ApplyCommand)
};

Target clusterTarget(const Arguments &arguments)
{
    return arguments.value(u"target"_s) == "asm"_L1 ? Target::Asm : Target::Istio;
}

QList<CommandOption> planOptions()
{
    QList<CommandOption> options = clusterOptions();
    options.append({
        {u"target"_s,
         u"TARGET"_s,
         Texts::tr("istio: objects for any Istio mesh; asm: the policies for a mesh with their CRD (default: istio)"),
         {u"istio"_s, u"asm"_s}},
        {u"prune"_s,
         u"WHAT"_s,
         Texts::tr("delete what the policy does not need any more; more than half of what is there only with all"),
         {u"stale"_s, u"all"_s},
         u"stale"_s},
        {u"take-over"_s,
         u"KIND/NS/NAME:FIELD"_s,
         Texts::tr("write a field that belongs to another manager (may be repeated; all = every one)"),
         {}},
        {u"partial"_s, {}, Texts::tr("go on although errors leave something out; deletes nothing then"), {}},
    });
    return options;
}

QList<CommandOption> applyOptions(QList<CommandOption> options)
{
    options.append({
        {u"yes"_s, {}, Texts::tr("do not ask before something is changed"), {}},
        {u"pause"_s,
         u"SECONDS"_s,
         Texts::tr("how long to wait between phases until all proxies have the configuration (default: 5)"),
         {}},
    });
    return options;
}

kube::Prune pruneOf(const Arguments &arguments)
{
    if (!arguments.has(u"prune"_s))
        return kube::Prune::Nothing;
    return arguments.value(u"prune"_s) == "all"_L1 ? kube::Prune::All : kube::Prune::Stale;
}

Error refusedAsPartial()
{
    return {.what = Texts::tr("The policy has errors, and what they concern would be left out"),
            .where = Texts::tr("see the findings above"),
            .unaffected = Texts::tr("Nothing on the cluster was changed."),
            .next = Texts::tr("Correct them, or use --partial."),
            .details = {}};
}

Error nothingToApply()
{
    return {.what = Texts::tr("There is nothing to apply"),
            .where = Texts::tr("no document of the input is a policy for a gateway"),
            .unaffected = Texts::tr("Nothing on the cluster was changed."),
            .next = Texts::tr("Name the files that hold the policy; sallyport delete removes one from a cluster."),
            .details = {}};
}

ExitStatus runWith(const Arguments &arguments, const TerminalCommand &command, bool applies, Console &console)
{
    std::optional<ClusterTask> task = clusterTask(arguments, command, console);
    const std::optional<Workspace> workspace =
        task ? readWorkspace(arguments.operands, command, console) : std::nullopt;
    if (!workspace)
        return ExitStatus::Failed;
    task->request = kube::planRequest(*workspace, clusterTarget(arguments));
    task->request.prune = pruneOf(arguments);
    task->applies = applies;
    task->question = Texts::tr("Apply to %2: %1?");
    if (task->request.partial) {
        reportFindings(located(task->request.findings, *workspace), console);
        if (!arguments.has(u"partial"_s)) {
            console.report(refusedAsPartial());
            return ExitStatus::No;
        }
    }
    if (task->request.wanted.empty() && task->request.prune == kube::Prune::Nothing) {
        console.report(nothingToApply());
        return ExitStatus::Failed;
    }
    return runClusterTask(std::move(*task), arguments, console);
}

ExitStatus runPlan(const Arguments &arguments, Console &console)
{
    return runWith(arguments, planCommand(), false, console);
}

ExitStatus runApply(const Arguments &arguments, Console &console)
{
    return runWith(arguments, applyCommand(), true, console);
}

ExitStatus runDelete(const Arguments &arguments, Console &console)
{
    std::optional<ClusterTask> task = clusterTask(arguments, deleteCommand(), console);
    const std::optional<Workspace> workspace =
        task ? readWorkspace(arguments.operands, deleteCommand(), console) : std::nullopt;
    if (!workspace)
        return ExitStatus::Failed;
    task->request = kube::deletionRequest(*workspace, clusterTarget(arguments));
    task->applies = true;
    task->question = Texts::tr("Delete from %2: %1?");
    return runClusterTask(std::move(*task), arguments, console);
}

} // namespace

TerminalCommand planCommand()
{
    return {
        u"plan"_s,
        u"FILE... [--context NAME] [--kubeconfig FILE] [--target istio|asm] [--prune[=all]] [--take-over KIND/NS/NAME:FIELD|all] "
        "[--partial] [--output text|json]"_s,
        Texts::tr("show what apply would change on a cluster"),
        Texts::tr(
            "Reads all files as one workspace and compares what they stand for with a cluster, by reading and dry runs only.\n"
            "Exit status 0: the cluster is as the policy says; 1: apply would change something, or cannot."),
        planOptions(),
        runPlan,
    };
}

TerminalCommand applyCommand()
{
    return {
        u"apply"_s,
        u"FILE... [--context NAME] [--kubeconfig FILE] [--target istio|asm] [--prune[=all]] [--take-over KIND/NS/NAME:FIELD|all] "
        "[--yes] [--pause SECONDS] [--partial] [--output text|json]"_s,
        Texts::tr("change a cluster to what the policy says"),
        Texts::tr(
            "Plans, shows the plan, asks, and carries it out in an order that never allows more, and never cuts what stays\n"
            "allowed: guards, gateways and clients are first widened, then switched, then narrowed, with pauses between.\n"
            "Exit status 3: partly applied; applying again goes on, and revert goes back."),
        applyOptions(planOptions()),
        runApply,
    };
}

TerminalCommand deleteCommand()
{
    QList<CommandOption> options = clusterOptions();
    options.append({u"target"_s,
                    u"TARGET"_s,
                    Texts::tr("which form of the policy is on the cluster (default: istio)"),
                    {u"istio"_s, u"asm"_s}});
    return {
        u"delete"_s,
        u"FILE... [--context NAME] [--kubeconfig FILE] [--target istio|asm] [--yes] [--pause SECONDS] [--output text|json]"_s,
        Texts::tr("remove a policy from a cluster"),
        Texts::tr(
            "Deletes everything that was applied for the mesh of these files, clients first and guards last, after showing it.\n"
            "To take only a part away, change the files and apply them with --prune."),
        applyOptions(options),
        runDelete,
    };
}

} // namespace sallyport
