// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/place.h"

#include <QCoreApplication>
#include <QHash>

namespace sallyport {

/// Collects what is wrong with one document while it is read, and the fields that may not be compiled because of it.
class DocumentFindings
{
    Q_DECLARE_TR_FUNCTIONS(DocumentFindings)
public:
    /// Reports a field. Where the code is an error, the field counts as defective.
    void add(QLatin1StringView code, const FieldPath &where, const QString &message, const QList<Fix> &fixes = {});
    void add(QLatin1StringView code, const Place &where, const QString &message, const QList<Fix> &fixes = {});
    /// Reports a required key that is not there, or has no value: at the parent, or at the key. Where a key beside it was taken for
    /// it in another spelling, that finding becomes an error instead: one defect, one finding.
    void addMissing(QLatin1StringView code, const Place &where, const QList<Fix> &fixes = {});
    /// Reports a key that the schema does not know, at the key itself; `meant` is the key it seems to stand for, perhaps empty.
    void addUnknownKey(const FieldPath &map, const yaml::Node &key, const QString &meant);

    /// Reports a key, at the key itself and not at its value.
    void addAtKey(QLatin1StringView code, const FieldPath &map, const yaml::Node &key, const QString &message,
                  const QList<Fix> &fixes = {});

    /// Reports what the YAML reader said.
    void addProblem(const yaml::Problem &problem);

    /// All of them; of a document that has more than can be read, the first ones and how many more there are.
    QList<Diagnostic> diagnostics() const;
    /// Sorted, each once.
    QList<FieldPath> defects() const;

private:
    /// Null where the list is full; then the finding is only counted.
    Diagnostic *append(Diagnostic diagnostic);

    QList<Diagnostic> m_diagnostics;
    qint64 m_more = 0; ///< Those that are not listed,
    Severity m_worstOfMore = Severity::Note; ///< and the worst of them.
    QList<FieldPath> m_defects;
    QHash<FieldPath, qsizetype> m_misspelt; ///< The key that was meant -> its finding.
};

/// As many findings of one document are listed (docs/limits.md): each takes memory, and nobody reads more.
constexpr int listedFindings = 10'000;

/// What the YAML reader said about a document, or about a whole file, as a finding.
Diagnostic findingOf(const yaml::Problem &problem);

/// A fix that changes the finding's own document; which one that is, the workspace fills in (see placed()).
Fix documentFix(const QString &title, const QList<yaml::Change> &changes);
/// The same for the most common case: one field gets a value.
Fix setFix(const QString &title, const FieldPath &path, const Value &value, const QList<QStringList> &before = {});
Fix removeFix(const QString &title, const FieldPath &path);

/// The finding with its place in the workspace filled in, in its fixes, too.
Diagnostic placed(Diagnostic finding, int file, int document);

/// Document order: what stands before what, a parent before its children.
bool comesBefore(const FieldPath &a, const FieldPath &b);

} // namespace sallyport
