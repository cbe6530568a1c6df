// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/documentfindings.h"

#include "core/policy/findingcodes.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

void DocumentFindings::add(QLatin1StringView code, const FieldPath &where, const QString &message,
                           const QList<Fix> &fixes)
{
    // No finding of a document alone depends on the target.
    Diagnostic diagnostic = finding(code, Target::Istio, {-1, -1, where}, message);
    diagnostic.fixes = fixes;
    if (diagnostic.severity == Severity::Error)
        m_defects.append(where);
    append(std::move(diagnostic));
}

Diagnostic *DocumentFindings::append(Diagnostic diagnostic)
{
    if (m_diagnostics.size() < listedFindings) {
        m_diagnostics.append(std::move(diagnostic));
        return &m_diagnostics.last();
    }
    ++m_more;
    m_worstOfMore = std::min(m_worstOfMore, diagnostic.severity);
    return nullptr;
}

QList<Diagnostic> DocumentFindings::diagnostics() const
{
    if (m_more == 0)
        return m_diagnostics;
    const QString message = tr("%1 more findings of this document are not listed. Correct some of the first %2.");
    return m_diagnostics
        + QList{
            finding("size.findings"_L1, m_worstOfMore, {-1, -1, {}}, message.arg(m_more).arg(m_diagnostics.size()))};
}

void DocumentFindings::add(QLatin1StringView code, const Place &where, const QString &message, const QList<Fix> &fixes)
{
    add(code, where.path(), message, fixes);
}

void DocumentFindings::addMissing(QLatin1StringView code, const Place &where, const QList<Fix> &fixes)
{
    const FieldPath field = where.path();
    const auto misspelt = m_misspelt.constFind(field);
    if (misspelt != m_misspelt.constEnd() && !where.isPresent()) {
        Diagnostic &unknown = m_diagnostics[*misspelt];
        unknown.severity = Severity::Error;
        unknown.message = tr("“%1” is not known here, and “%2” is required: is that what was meant?")
                              .arg(unknown.where.path.last().name, where.key());
    } else {
        const QString message = !where.isPresent() ? tr("“%1” is missing; it is required here.")
            : where.isAbsent()                     ? tr("“%1” has no value; one is required here.")
                                                   : tr("“%1” is empty; it needs at least one entry.");
        Diagnostic diagnostic = finding(code, Target::Istio, {-1, -1, where.reportPath()}, message.arg(where.key()));
        diagnostic.fixes = fixes;
        append(std::move(diagnostic));
    }
    // The key itself, not the parent: what else stands there is sound.
    m_defects.append(field);
}

void DocumentFindings::addUnknownKey(const FieldPath &map, const yaml::Node &key, const QString &meant)
{
    const FieldPath where = map.child(keyText(key));
    if (meant.isEmpty()) {
        addAtKey("policy.unknown-field"_L1, map, key,
                 tr("“%1” is not known here. It is kept, but has no effect.").arg(key.text));
        return;
    }
    yaml::Change rename;
    rename.kind = yaml::Change::Kind::RenameKey;
    rename.path = where;
    rename.value = meant;
    if (m_diagnostics.size() < listedFindings)
        m_misspelt.insert(map.child(meant), m_diagnostics.size());
    addAtKey("policy.unknown-field"_L1, map, key,
             tr("“%1” is not known here: did you mean “%2”? It is kept, but has no effect.").arg(key.text, meant),
             {documentFix(tr("Rename to %1").arg(meant), {rename})});
}

void DocumentFindings::addAtKey(QLatin1StringView code, const FieldPath &map, const yaml::Node &key,
                                const QString &message, const QList<Fix> &fixes)
{
    Diagnostic diagnostic = finding(code, Target::Istio, {-1, -1, map.child(keyText(key))}, message);
    diagnostic.fixes = fixes;
    diagnostic.begin = key.range.begin;
    diagnostic.end = key.range.end;
    if (diagnostic.severity == Severity::Error)
        m_defects.append(diagnostic.where.path);
    append(std::move(diagnostic));
}

void DocumentFindings::addProblem(const yaml::Problem &problem)
{
    Diagnostic diagnostic = findingOf(problem);
    if (diagnostic.severity == Severity::Error)
        m_defects.append(problem.path);
    append(std::move(diagnostic));
}

QList<FieldPath> DocumentFindings::defects() const
{
    QList<FieldPath> sorted = m_defects;
    if (!std::is_sorted(sorted.begin(), sorted.end(), comesBefore)) // most are found in their order
        std::sort(sorted.begin(), sorted.end(), comesBefore);
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

Diagnostic findingOf(const yaml::Problem &problem)
{
    const FindingCode *row = findingCode(problem.code);
    Diagnostic diagnostic;
    diagnostic.severity = row ? row->istio : Severity::Error;
    diagnostic.code = problem.code;
    diagnostic.where.path = problem.path;
    diagnostic.message = problem.message;
    diagnostic.begin = problem.range.begin;
    diagnostic.end = problem.range.end;
    return diagnostic;
}

Fix documentFix(const QString &title, const QList<yaml::Change> &changes)
{
    QList<DocumentChange> answer;
    for (const yaml::Change &change : changes)
        answer.append({-1, -1, change});
    return {title, std::nullopt, [answer](const QString &) { return answer; }, false};
}

Fix setFix(const QString &title, const FieldPath &path, const Value &value, const QList<QStringList> &before)
{
    yaml::Change change;
    change.path = path;
    change.value = value;
    change.before = before;
    return documentFix(title, {change});
}

Fix removeFix(const QString &title, const FieldPath &path)
{
    yaml::Change change;
    change.kind = yaml::Change::Kind::Remove;
    change.path = path;
    return documentFix(title, {change});
}

Diagnostic placed(Diagnostic finding, int file, int document)
{
    const auto place = [file, document](auto &ref) {
        ref.file = file;
        ref.document = document;
    };
    place(finding.where);
    for (FieldRef &related : finding.related)
        place(related);
    for (Fix &fix : finding.fixes) {
        fix.changes = [changes = fix.changes, place](const QString &answer) {
            QList<DocumentChange> all = changes(answer);
            for (DocumentChange &change : all)
                place(change);
            return all;
        };
    }
    return finding;
}

bool comesBefore(const FieldPath &a, const FieldPath &b)
{
    return std::lexicographical_compare(a.elements().begin(), a.elements().end(), b.elements().begin(),
                                        b.elements().end(), [](const PathElement &x, const PathElement &y) {
                                            return x.index != y.index ? x.index < y.index : x.name < y.name;
                                        });
}

} // namespace sallyport
