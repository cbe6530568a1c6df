// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/findingformats.h"

#include "app/console.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::CheckCommand)
};

QJsonObject jsonOf(const LocatedFinding &finding)
{
    return {
        {u"code"_s, finding.code},
        {u"severity"_s, severityWord(finding.severity)},
        {u"file"_s, finding.file},
        {u"line"_s, finding.begin.line},
        {u"column"_s, finding.begin.column},
        {u"endLine"_s, finding.end.line},
        {u"endColumn"_s, finding.end.column},
        {u"field"_s, finding.field},
        {u"message"_s, finding.message},
        {u"fixable"_s, finding.fixable},
        {u"suppressed"_s, finding.suppressed},
    };
}

/// "no findings; 3 expectations hold, 1 fails, 1 is unknown"
QString summaryOf(const CheckReport &report)
{
    QString summary = countsOf(report.findings).toString();
    if (report.expectations.isEmpty())
        return summary;
    const auto count = [&](ExpectationState state) {
        return std::count_if(report.expectations.begin(), report.expectations.end(),
                             [&](const ReportedExpectation &e) { return e.state == state; });
    };
    summary += "; "_L1 + Texts::tr("expectations: %1 hold").arg(count(ExpectationState::Holds));
    if (const auto failed = count(ExpectationState::Fails))
        summary += ", "_L1 + Texts::tr("%1 fail").arg(failed);
    if (const auto unknown = count(ExpectationState::Unknown))
        summary += ", "_L1 + Texts::tr("%1 unknown").arg(unknown);
    return summary;
}

} // namespace

bool CheckReport::fails(const LocatedFinding &finding) const
{
    const Severity least = strict ? Severity::Warning : Severity::Error;
    return finding.severity <= least && !finding.suppressed;
}

bool CheckReport::fails(const ReportedExpectation &expectation) const
{
    return expectation.state == ExpectationState::Fails || (strict && expectation.state == ExpectationState::Unknown);
}

bool CheckReport::passes() const
{
    const auto isFailure = [this](const auto &item) { return fails(item); };
    return std::none_of(findings.begin(), findings.end(), isFailure)
        && std::none_of(expectations.begin(), expectations.end(), isFailure);
}

QByteArray toText(const CheckReport &report)
{
    QByteArray text;
    for (const LocatedFinding &finding : report.findings) {
        for (const QString &line : findingLines(finding))
            text += printable(line).toUtf8() + '\n';
    }
    for (const ReportedExpectation &expectation : report.expectations) {
        if (expectation.state != ExpectationState::Holds)
            text += printable(findingLines(expectation.place).first()).toUtf8() + '\n';
    }
    return text + summaryOf(report).toUtf8() + '\n';
}

QByteArray toJson(const CheckReport &report)
{
    QJsonArray findings;
    for (const LocatedFinding &finding : report.findings)
        findings.append(jsonOf(finding));
    QJsonArray expectations;
    for (const ReportedExpectation &expectation : report.expectations) {
        QJsonObject object = expectation.trace;
        object.insert(u"name"_s, expectation.name);
        object.insert(u"result"_s, stateWord(expectation.state));
        object.insert(u"message"_s, expectation.place.message);
        object.insert(u"file"_s, expectation.place.file);
        object.insert(u"line"_s, expectation.place.begin.line);
        expectations.append(object);
    }
    const QJsonObject root = {
        {u"schema"_s, u"sallyport.dev/check/v1alpha1"_s}, {u"findings"_s, findings}, {u"expectations"_s, expectations}};
    return QJsonDocument(root).toJson();
}

} // namespace sallyport
