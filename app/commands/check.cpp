// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/findingformats.h"
#include "app/commands/inputs.h"
#include "app/commands/locatedtrace.h"

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

/// Traces every expectation's request. The order is that of the documents, and so of their places.
QList<ReportedExpectation> expectationsOf(const Workspace &workspace, bool withSteps)
{
    QList<ReportedExpectation> reported;
    if (documentsOf(workspace, DocumentKind::Expectations).empty())
        return reported;
    const Compilation compilation = compile(workspace);
    const TraceWorld world = worldOf(workspace, compilation);
    FieldPlaces places(workspace, compilation, world);
    QList<Diagnostic> findings;
    const TraceDetail detail = withSteps ? TraceDetail::Steps : TraceDetail::Verdict;
    for (const ExpectationResult &result : evaluateExpectations(workspace, world, detail)) {
        Diagnostic finding;
        finding.severity = result.state == ExpectationState::Fails ? Severity::Error : Severity::Note;
        finding.code = u"expectation"_s;
        finding.where = result.where;
        finding.message = titleOf(result.expectation) + ": "_L1 + sentenceOf(result);
        findings.append(finding);
        reported.append({result.expectation.name,
                         result.state,
                         {},
                         withSteps ? traceToJson(result.trace, world, places) : QJsonObject()});
    }
    const QList<LocatedFinding> located = sallyport::located(findings, workspace);
    for (qsizetype i = 0; i < reported.size(); ++i)
        reported[i].place = located.at(i);
    return reported;
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
    report.expectations = expectationsOf(*workspace, arguments.value(u"output"_s) == "json"_L1);
    if (report.findings.isEmpty() && !hasSomethingToCheck(*workspace)) {
        console.report(nothingToCheck());
        return ExitStatus::Failed;
    }
    console.write(formatted(report, arguments.value(u"output"_s)));
    return report.passes() ? ExitStatus::Done : ExitStatus::No;
}

} // namespace

TerminalCommand checkCommand()
{
    return {
        u"check"_s,
        u"FILE... [--target istio|asm|both] [--strict] [--output text|json|sarif|junit]"_s,
        Texts::tr("report findings and failed expectations: what is wrong, where, and what to do"),
        Texts::tr(
            "Reads all files as one workspace, reports every finding with its place and its code, and traces the requests of\n"
            "Expectations documents: what comes out otherwise than expected is a failure.\n"
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
