// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/locatedfinding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::LocatedFinding)
};

} // namespace

QList<LocatedFinding> located(const QList<Diagnostic> &findings, const Workspace &workspace)
{
    Places places(workspace);
    std::vector<std::pair<int, LocatedFinding>> ordered;
    for (const Diagnostic &finding : findings) {
        LocatedFinding result{places.of(finding.where, {finding.begin, finding.end})};
        result.severity = finding.severity;
        result.code = finding.code;
        result.message = finding.message;
        result.fixable = !finding.fixes.isEmpty();
        result.suppressed = finding.suppressed;
        result.suppressionReason = finding.suppressionReason;
        for (const FieldRef &other : finding.related)
            result.related.append(places.of(other));
        ordered.emplace_back(finding.where.file, std::move(result));
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.first, a.second.begin.line, a.second.begin.column)
            < std::tuple(b.first, b.second.begin.line, b.second.begin.column);
    });
    QList<LocatedFinding> result;
    for (auto &[file, finding] : ordered)
        result.append(std::move(finding));
    return result;
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

QStringList findingLines(const LocatedFinding &finding)
{
    QString first =
        u"%1: %2: %3 [%4]"_s.arg(finding.toString(), severityWord(finding.severity), finding.message, finding.code);
    if (finding.suppressed)
        first += u' ' + Texts::tr("(suppressed: %1)").arg(finding.suppressionReason);
    QStringList lines = {first};
    for (const ReportedPlace &other : finding.related)
        lines.append(Texts::tr("  see %1: %2").arg(other.toString(), other.field));
    return lines;
}

FindingCounts countsOf(const QList<LocatedFinding> &findings)
{
    FindingCounts counts;
    for (const LocatedFinding &finding : findings) {
        int &count = finding.suppressed             ? counts.suppressed
            : finding.severity == Severity::Error   ? counts.errors
            : finding.severity == Severity::Warning ? counts.warnings
                                                    : counts.notes;
        ++count;
    }
    return counts;
}

QString FindingCounts::toString() const
{
    QStringList parts;
    const auto add = [&parts](int n, const QString &one, const QString &many) {
        if (n > 0)
            parts.append(u"%1 %2"_s.arg(n).arg(n == 1 ? one : many));
    };
    add(errors, Texts::tr("error"), Texts::tr("errors"));
    add(warnings, Texts::tr("warning"), Texts::tr("warnings"));
    add(notes, Texts::tr("note"), Texts::tr("notes"));
    add(suppressed, Texts::tr("suppressed"), Texts::tr("suppressed"));
    return parts.isEmpty() ? Texts::tr("no findings") : parts.join(", "_L1);
}

void reportFindings(const QList<LocatedFinding> &findings, Console &console)
{
    for (const LocatedFinding &finding : findings) {
        if (finding.suppressed || finding.severity == Severity::Note)
            continue;
        for (const QString &line : findingLines(finding))
            console.message(line);
    }
    const FindingCounts counts = countsOf(findings);
    if (counts.errors > 0 || counts.warnings > 0)
        console.message(counts.toString());
}

} // namespace sallyport
