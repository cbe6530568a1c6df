// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/expect.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Expectations)
};

} // namespace

ExpectationState judge(const Expectation &expectation, const TraceResult &trace)
{
    if (trace.verdict == TraceVerdict::Unknown)
        return ExpectationState::Unknown;
    const bool isAllowed = trace.verdict == TraceVerdict::Allowed;
    if (expectation.verdict != ExpectedVerdict::Any && (expectation.verdict == ExpectedVerdict::Allowed) != isAllowed)
        return ExpectationState::Fails;
    if (!expectation.status || trace.status == expectation.status)
        return ExpectationState::Holds;
    return trace.statusIsAmbiguous ? ExpectationState::Unknown : ExpectationState::Fails;
}

std::vector<ExpectationCase> expectationCases(const Workspace &workspace)
{
    std::vector<ExpectationCase> all;
    for (const DocumentId &id : documentsOf(workspace, DocumentKind::Expectations)) {
        const DocumentReading &reading = workspace.reading(id.file, id.document);
        const Expectations *expectations = reading.expectations();
        const FieldPath cases = FieldPath().child(u"spec"_s).child(u"cases"_s);
        for (qsizetype i = 0; expectations && i < expectations->cases.size(); ++i) {
            const FieldPath path = cases.index(int(i));
            if (reading.isUsable(path))
                all.push_back({{id.file, id.document, path}, expectations->cases.at(i)});
        }
    }
    return all;
}

ExpectationResult evaluate(const ExpectationCase &expected, Tracer &tracer, TraceDetail detail)
{
    ExpectationResult result{expected.where, expected.expectation, {}, {}};
    result.trace = tracer.trace(requestOf(result.expectation), detail);
    result.state = judge(result.expectation, result.trace);
    return result;
}

std::vector<ExpectationResult> evaluateExpectations(const Workspace &workspace, const TraceWorld &world,
                                                    TraceDetail detail)
{
    std::vector<ExpectationResult> results;
    Tracer tracer(world);
    for (const ExpectationCase &expected : expectationCases(workspace))
        results.push_back(evaluate(expected, tracer, detail));
    return results;
}

QString expectedText(const Expectation &expectation)
{
    const QString verdict = expectation.verdict == ExpectedVerdict::Allowed ? Texts::tr("allowed")
        : expectation.verdict == ExpectedVerdict::Blocked                   ? Texts::tr("blocked")
                                                                            : Texts::tr("any verdict");
    return expectation.status ? Texts::tr("%1 with status %2").arg(verdict).arg(*expectation.status) : verdict;
}

QString sentenceOf(const ExpectationResult &result)
{
    switch (result.state) {
    case ExpectationState::Holds:
        return Texts::tr("As expected: %1.").arg(result.trace.outcome);
    case ExpectationState::Fails:
        return Texts::tr("Expected %1, but the request is %2: %3.")
            .arg(expectedText(result.expectation),
                 result.trace.verdict == TraceVerdict::Allowed ? Texts::tr("allowed") : Texts::tr("blocked"),
                 result.trace.outcome);
    case ExpectationState::Unknown:
        break;
    }
    if (result.trace.verdict == TraceVerdict::Unknown)
        return Texts::tr("Expected %1; nobody can tell, because it is not known %2.")
            .arg(expectedText(result.expectation), result.trace.missing);
    return Texts::tr("Expected %1; the outcome is %2.").arg(expectedText(result.expectation), result.trace.outcome);
}

QString titleOf(const Expectation &expectation)
{
    if (!expectation.name.isEmpty())
        return expectation.name;
    const QString &url = expectation.request.url;
    return expectation.namespaceName + u' ' + (url.isEmpty() ? "tcp://"_L1 + expectation.request.tcp : url);
}

QString stateWord(ExpectationState state)
{
    switch (state) {
    case ExpectationState::Holds:
        return u"holds"_s;
    case ExpectationState::Fails:
        return u"fails"_s;
    case ExpectationState::Unknown:
        break;
    }
    return u"unknown"_s;
}

} // namespace sallyport
