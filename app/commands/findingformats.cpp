// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/findingformats.h"

#include "app/console.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

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

} // namespace

bool CheckReport::fails(const LocatedFinding &finding) const
{
    const Severity least = strict ? Severity::Warning : Severity::Error;
    return finding.severity <= least && !finding.suppressed;
}

bool CheckReport::passes() const
{
    if (strict && !expectations.isEmpty())
        return false;
    return std::none_of(findings.begin(), findings.end(),
                        [this](const LocatedFinding &finding) { return fails(finding); });
}

QByteArray toText(const CheckReport &report)
{
    QByteArray text;
    for (const LocatedFinding &finding : report.findings) {
        for (const QString &line : findingLines(finding))
            text += printable(line).toUtf8() + '\n';
    }
    return text + countsOf(report.findings).toString().toUtf8() + '\n';
}

QByteArray toJson(const CheckReport &report)
{
    QJsonArray findings;
    for (const LocatedFinding &finding : report.findings)
        findings.append(jsonOf(finding));
    QJsonArray expectations;
    for (const QString &name : report.expectations)
        expectations.append(QJsonObject{{u"name"_s, name}, {u"result"_s, u"unknown"_s}, {u"steps"_s, QJsonArray()}});
    const QJsonObject root = {
        {u"schema"_s, u"sallyport.dev/check/v1alpha1"_s}, {u"findings"_s, findings}, {u"expectations"_s, expectations}};
    return QJsonDocument(root).toJson();
}

} // namespace sallyport
