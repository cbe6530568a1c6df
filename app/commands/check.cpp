// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/findingformats.h"
#include "app/commands/inputs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::CheckCommand)
};

/// A mistyped folder must not pass as a checked one.
bool hasSomethingToCheck(const Workspace &workspace)
{
    const auto isOurs = [&](DocumentKind kind) { return !documentsOf(workspace, kind).empty(); };
    return isOurs(DocumentKind::Policy) || isOurs(DocumentKind::Authorization) || isOurs(DocumentKind::Mesh)
        || isOurs(DocumentKind::Expectations);
}

Error nothingToCheck()
{
    return {.what = Texts::tr("There is nothing to check"),
            .where = Texts::tr(
                "no document of the input is an ASMEgressTrafficPolicy, AuthorizationPolicy, Mesh or Expectations"),
            .unaffected = Texts::tr("Nothing was written."),
            .next = Texts::tr("Name the files that hold the policy."),
            .details = {}};
}

QStringList expectationsOf(const Workspace &workspace)
{
    QStringList names;
    for (DocumentId id : documentsOf(workspace, DocumentKind::Expectations)) {
        const Expectations *expectations = workspace.reading(id.file, id.document).expectations();
        for (const Expectation &expectation : expectations ? expectations->cases : QList<Expectation>())
            names.append(expectation.name);
    }
    return names;
}

QByteArray formatted(const CheckReport &report, const QString &format)
{
    if (format == "json"_L1)
        return toJson(report);
    if (format == "sarif"_L1)
        return toSarif(report);
    if (format == "junit"_L1)
        return toJunit(report);
    return toText(report);
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    const std::optional<Workspace> workspace = readWorkspace(arguments.operands, checkCommand(), console);
    if (!workspace)
        return ExitStatus::Failed;
    CheckReport report;
    report.strict = arguments.has(u"strict"_s);
    report.findings = located(exportOf(*workspace, targetOf(arguments)).findings, *workspace);
    for (const auto &file : workspace->files)
        report.files.append(file->path);
    report.expectations = expectationsOf(*workspace);
    if (report.findings.isEmpty() && !hasSomethingToCheck(*workspace)) {
        console.report(nothingToCheck());
        return ExitStatus::Failed;
    }
    if (!report.expectations.isEmpty())
        console.message(Texts::tr("%1 expectations were read but not evaluated: this version does not trace requests.")
                            .arg(report.expectations.size()));
    console.write(formatted(report, arguments.value(u"output"_s)));
    return report.passes() ? ExitStatus::Done : ExitStatus::No;
}

} // namespace

TerminalCommand checkCommand()
{
    return {
        u"check"_s,
        u"FILE... [--target istio|asm|both] [--strict] [--output text|json|sarif|junit]"_s,
        Texts::tr("report findings: what is wrong, where, and what to do"),
        Texts::tr("Reads all files as one workspace and reports every finding with its place and its code.\n"
                  "A folder stands for all *.yaml, *.yml and *.json files below it, \"-\" for standard input.\n"
                  "\"sallyport explain CODE\" tells more about a code."),
        {targetOption(),
         {u"strict"_s,
          {},
          Texts::tr("warnings count as failures, and so do expectations whose outcome is unknown"),
          {}},
         {u"output"_s,
          u"FORMAT"_s,
          Texts::tr("how findings are written (default: text)"),
          {u"text"_s, u"json"_s, u"sarif"_s, u"junit"_s}}},
        run,
    };
}

} // namespace sallyport
