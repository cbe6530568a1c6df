// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/inputs.h"
#include "app/commands/locatedfinding.h"
#include "app/exportfolder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::CompileCommand)
};

Error nothingToCompile()
{
    return {.what = Texts::tr("There is nothing to compile"),
            .where = Texts::tr(
                "no document of the input is an ASMEgressTrafficPolicy or an AuthorizationPolicy of an egress gateway"),
            .unaffected = Texts::tr("Nothing was written."),
            .next = Texts::tr("Name the files that hold the policy."),
            .details = {}};
}

Error refusedAsPartial(const QString &folder)
{
    return {
        .what = Texts::tr("The export was refused"),
        .where = folder,
        .unaffected = Texts::tr("Nothing was written."),
        .next = Texts::tr(
            "Because of the errors above something would be missing. Repair them, or pass --partial to write the rest."),
        .details = {}};
}

void printPaths(const ExportPlan &plan, FileAction action, const QString &heading, Console &console)
{
    const QStringList paths = plan.paths(action);
    if (paths.isEmpty())
        return;
    console.print(heading);
    for (const QString &path : paths)
        console.print("  "_L1 + path);
}

void printSummary(const ExportPlan &plan, Console &console)
{
    console.print(Texts::tr("%1 files created, %2 changed, %3 unchanged, %4 removed")
                      .arg(plan.paths(FileAction::Create).size())
                      .arg(plan.paths(FileAction::Change).size())
                      .arg(plan.paths(FileAction::Keep).size())
                      .arg(plan.paths(FileAction::Remove).size()));
    printPaths(plan, FileAction::Remove, Texts::tr("Removed, because they are not exported any more:"), console);
    printPaths(plan, FileAction::Leave, Texts::tr("Left from an earlier export (--remove-stale removes them):"),
               console);
    printPaths(
        plan, FileAction::Doubt,
        Texts::tr(
            "Perhaps left from an earlier export; policies carry no mark of it, so remove them by hand if they are:"),
        console);
}

ExitStatus writeToFolder(const Export &exported, const ExportFolder &folder, const Arguments &arguments,
                         Console &console)
{
    const bool partial = exported.isPartial();
    if (partial && !arguments.has(u"partial"_s)) {
        console.report(refusedAsPartial(folder.path()));
        return ExitStatus::No;
    }
    Result<ExportPlan> plan = folder.plan(exported);
    if (plan) {
        // What a defect leaves out only looks stale.
        const bool prunes = arguments.has(u"remove-stale"_s) && !partial;
        const QStringList stale = prunes ? plan->paths(FileAction::Leave) : QStringList();
        plan = folder.write(exported, {stale.begin(), stale.end()});
    }
    if (!plan) {
        console.report(plan.error());
        return ExitStatus::Failed;
    }
    printSummary(*plan, console);
    return partial ? ExitStatus::No : ExitStatus::Done;
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    const bool toFolder = arguments.has(u"o"_s);
    if (arguments.has(u"remove-stale"_s) && !toFolder) {
        console.report(usageError(compileCommand(), Texts::tr("--remove-stale needs -o DIR")));
        return ExitStatus::Failed;
    }
    const std::optional<Workspace> workspace = readWorkspace(arguments.operands, compileCommand(), console);
    if (!workspace)
        return ExitStatus::Failed;
    const Export exported = exportOf(*workspace, targetOf(arguments));
    reportFindings(located(exported.findings, *workspace), console);
    if (exported.files.empty() && !exported.isPartial()) {
        console.report(nothingToCompile());
        return ExitStatus::Failed;
    }
    if (toFolder)
        return writeToFolder(exported, ExportFolder(arguments.value(u"o"_s), exportSources(*workspace)), arguments,
                             console);
    for (size_t i = 0; i < exported.files.size(); ++i)
        console.write(i == 0 ? exported.files[i].bytes : "---\n" + exported.files[i].bytes);
    return exported.isPartial() ? ExitStatus::No : ExitStatus::Done;
}

} // namespace

TerminalCommand compileCommand()
{
    return {
        u"compile"_s,
        u"FILE... [-o DIR [--remove-stale]] [--target istio|asm|both] [--partial]"_s,
        Texts::tr("write the objects that a policy stands for"),
        Texts::tr(
            "Reads all files as one workspace and writes its objects to standard output, or with -o a file for each object\n"
            "and a kustomization.yaml. A folder stands for all *.yaml, *.yml and *.json files below it, \"-\" for standard input.\n"
            "Where findings are errors, the rest is compiled, the findings go to standard error and the exit status is 1."),
        {{u"o"_s, u"DIR"_s, Texts::tr("write files into this folder; an existing kustomization.yaml is extended"), {}},
         {u"remove-stale"_s, {}, Texts::tr("remove the files of an earlier export that are not exported any more"), {}},
         targetOption(),
         {u"partial"_s,
          {},
          Texts::tr("write to the folder even though errors leave something out; removes nothing"),
          {}}},
        run,
    };
}

} // namespace sallyport
