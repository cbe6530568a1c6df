// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/locatedfinding.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::LocatedFinding)
};

/// Knows where fields stand; reads each file's lines once.
class Places
{
public:
    explicit Places(const Workspace &workspace)
        : m_workspace(workspace)
        , m_lines(workspace.files.size())
    {
    }

    void place(LocatedFinding &finding, const FieldRef &where, yaml::Range range)
    {
        if (!where.isValid())
            return;
        const SourceFile &file = *m_workspace.files[size_t(where.file)];
        finding.file = file.path;
        finding.field = where.path.toString();
        if (range.begin < 0 && where.document >= 0 && size_t(where.document) < file.stream.documents.size())
            range = yaml::locate(*file.stream.documents[size_t(where.document)], where.path);
        if (range.begin < 0)
            return;
        finding.begin = position(where.file, range.begin);
        finding.end = position(where.file, std::max(range.begin, range.end));
    }

private:
    yaml::Position position(int file, qsizetype offset)
    {
        std::optional<yaml::LineIndex> &lines = m_lines[size_t(file)];
        if (!lines)
            lines.emplace(m_workspace.files[size_t(file)]->stream.text);
        return lines->position(offset);
    }

    const Workspace &m_workspace;
    std::vector<std::optional<yaml::LineIndex>> m_lines;
};

QString placeText(const LocatedFinding &finding)
{
    return finding.file.isEmpty() ? u"sallyport"_s
                                  : u"%1:%2:%3"_s.arg(finding.file).arg(finding.begin.line).arg(finding.begin.column);
}

} // namespace

QList<LocatedFinding> located(const QList<Diagnostic> &findings, const Workspace &workspace)
{
    Places places(workspace);
    std::vector<std::pair<int, LocatedFinding>> ordered;
    for (const Diagnostic &finding : findings) {
        LocatedFinding result;
        result.severity = finding.severity;
        result.code = finding.code;
        result.message = finding.message;
        result.fixable = !finding.fixes.isEmpty();
        result.suppressed = finding.suppressed;
        result.suppressionReason = finding.suppressionReason;
        places.place(result, finding.where, {finding.begin, finding.end});
        for (const FieldRef &other : finding.related) {
            result.related.append(LocatedFinding());
            places.place(result.related.last(), other, {-1, -1});
        }
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
        u"%1: %2: %3 [%4]"_s.arg(placeText(finding), severityWord(finding.severity), finding.message, finding.code);
    if (finding.suppressed)
        first += u' ' + Texts::tr("(suppressed: %1)").arg(finding.suppressionReason);
    QStringList lines = {first};
    for (const LocatedFinding &other : finding.related)
        lines.append(Texts::tr("  see %1: %2").arg(placeText(other), other.field));
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

} // namespace sallyport
