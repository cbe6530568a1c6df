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
    Q_DECLARE_TR_FUNCTIONS(sallyport::AccessCommand)
};

void printText(const std::vector<Access> &list, Console &console)
{
    for (const Access &access : list)
        console.print(accessText(access));
    if (list.empty())
        console.print(Texts::tr("Nothing is allowed."));
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    std::optional<Workspace> workspace = readWorkspace(arguments.operands, accessCommand(), console);
    if (!workspace)
        return ExitStatus::Failed;
    const CompiledAccess compiled = compiledAccess(*std::move(workspace));
    reportErrors(compiled, console);
    const std::vector<Access> list = accessOf(compiled.input());
    const QString format = arguments.value(u"output"_s);
    if (format == "csv"_L1) {
        console.write(accessCsv(list));
    } else if (format == "markdown"_L1) {
        console.write(accessMarkdown(list));
    } else if (format == "json"_L1) {
        const QJsonObject root = {{u"schema"_s, u"sallyport.dev/access/v1alpha1"_s},
                                  {u"partial"_s, compiled.isPartial()},
                                  {u"access"_s, toJson(list, compiled.workspace)}};
        console.write(QJsonDocument(root).toJson());
    } else {
        printText(list, console);
    }
    return compiled.isPartial() ? ExitStatus::No : ExitStatus::Done;
}

} // namespace

TerminalCommand accessCommand()
{
    return {
        u"access"_s,
        u"FILE... [--output text|csv|markdown|json]"_s,
        Texts::tr("list which workloads may reach which hosts"),
        Texts::tr(
            "Reads all files as one workspace and lists all that it allows: workloads, hosts, port, class of traffic and gateway. "
            "Where several rules fit a workload, the one that decides is listed; no two entries overlap.\n"
            "What has an error is counted as closed, the errors go to standard error, and the status is 1."),
        {{u"output"_s,
          u"FORMAT"_s,
          Texts::tr("how the list is written (default: text)"),
          {u"text"_s, u"csv"_s, u"markdown"_s, u"json"_s}}},
        run,
    };
}

} // namespace sallyport
