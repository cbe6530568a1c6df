// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/accessformats.h"
#include "app/commands/inputs.h"
#include "core/routes/accesstext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::DiffCommand)
};

void printList(const std::vector<Access> &list, const QString &title, QChar sign, Console &console)
{
    if (list.empty())
        return;
    console.print(title);
    for (const Access &access : list)
        console.print(u"  %1 %2"_s.arg(sign).arg(accessText(access)));
}

void printText(const AccessDiff &diff, Console &console)
{
    printList(diff.newlyAllowed, Texts::tr("Newly allowed:"), u'+', console);
    printList(diff.noLongerAllowed, Texts::tr("No longer allowed:"), u'-', console);
    if (diff.newlyAllowed.empty() && diff.noLongerAllowed.empty())
        console.print(Texts::tr("The access is the same."));
}

Error accessGrew(size_t count)
{
    return {.what = Texts::tr("The new policies allow what the old ones do not"),
            .where = Texts::tr("%n entries are newly allowed", nullptr, int(count)),
            .unaffected = Texts::tr("Nothing was written."),
            .next = Texts::tr("Review the entries listed as newly allowed, or leave --no-new-access out."),
            .details = {}};
}

Error notKnown()
{
    return {.what = Texts::tr("It is not known whether the access grew"),
            .where = Texts::tr("the new policies have errors, and what has an error is counted as closed"),
            .unaffected = Texts::tr("Nothing was written."),
            .next = Texts::tr("Repair the errors above and compare again."),
            .details = {}};
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    if (arguments.operands.size() != 2) {
        console.report(usageError(diffCommand(), Texts::tr("two inputs are compared: the old one and the new one")));
        return ExitStatus::Failed;
    }
    std::optional<Workspace> workspaces[2];
    for (int i = 0; i < 2; ++i)
        workspaces[i] = readWorkspace({arguments.operands[i]}, diffCommand(), console);
    if (!workspaces[0] || !workspaces[1])
        return ExitStatus::Failed;
    const CompiledAccess before = compiledAccess(*std::move(workspaces[0]));
    const CompiledAccess after = compiledAccess(*std::move(workspaces[1]));
    reportErrors(before, console);
    reportErrors(after, console);

    const AccessDiff diff = accessDiff(before.input(), after.input());
    if (arguments.value(u"output"_s) == "json"_L1) {
        const QJsonObject root = {{u"schema"_s, u"sallyport.dev/diff/v1alpha1"_s},
                                  {u"partial"_s, before.isPartial() || after.isPartial()},
                                  {u"newlyAllowed"_s, toJson(diff.newlyAllowed, after.workspace)},
                                  {u"noLongerAllowed"_s, toJson(diff.noLongerAllowed, before.workspace)}};
        console.write(QJsonDocument(root).toJson());
    } else {
        printText(diff, console);
    }
    if (!arguments.has(u"no-new-access"_s))
        return before.isPartial() || after.isPartial() ? ExitStatus::No : ExitStatus::Done;
    if (after.isPartial())
        console.report(notKnown());
    else if (!diff.newlyAllowed.empty())
        console.report(accessGrew(diff.newlyAllowed.size()));
    return after.isPartial() || !diff.newlyAllowed.empty() ? ExitStatus::No : ExitStatus::Done;
}

} // namespace

TerminalCommand diffCommand()
{
    return {
        u"diff"_s,
        u"OLD NEW [--no-new-access] [--output text|json]"_s,
        Texts::tr("compare two sets of policies by what they allow"),
        Texts::tr(
            "Says which workloads may reach which hosts with NEW and not with OLD, and the other way round, however the policies are "
            "written. Each input is a file, a folder, or \"-\" for standard input.\n"
            "What moves to another gateway, or to another port of the host, is listed as newly allowed there and no longer allowed here."),
        {{u"no-new-access"_s,
          {},
          Texts::tr("end with status 1 where something is newly allowed, or where errors make that unknown"),
          {}},
         {u"output"_s,
          u"FORMAT"_s,
          Texts::tr("how the differences are written (default: text)"),
          {u"text"_s, u"json"_s}}},
        run,
    };
}

} // namespace sallyport
