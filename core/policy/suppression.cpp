// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/suppression.h"

#include "core/policy/documentfindings.h"
#include "core/policy/findingcodes.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView annotationKey = "sallyport.dev/suppress"_L1;

std::optional<QString> annotationOf(const Place &root)
{
    const Place metadata = root.child("metadata"_L1);
    const Place annotations = metadata.child("annotations"_L1);
    return annotations.child(annotationKey).text();
}

/// Kinds that are not read have no say: the annotation might be somebody else's.
bool maySuppress(const DocumentReading &reading)
{
    return reading.content.index() != 0;
}

class SuppressionChecks
{
    Q_DECLARE_TR_FUNCTIONS(SuppressionChecks)
public:
    static QString fault(const Suppression &entry)
    {
        const FindingCode *code = findingCode(entry.code);
        if (!code)
            return tr("“%1” is no code of a finding. Entries have the form code=reason, separated by semicolons.")
                .arg(entry.code);
        if (!code->isSuppressible())
            return tr("%1 is an error; errors cannot be suppressed.").arg(entry.code);
        return tr("The suppression of %1 has no reason and no effect. Write %1=reason.").arg(entry.code);
    }
};

} // namespace

QString suppressionAnnotation()
{
    return annotationKey;
}

bool Suppression::isEffective() const
{
    const FindingCode *row = findingCode(code);
    return row && row->isSuppressible() && !reason.isEmpty();
}

QList<Suppression> parseSuppressions(const QString &annotation)
{
    QList<Suppression> entries;
    for (const QString &part : annotation.split(u';')) {
        if (part.trimmed().isEmpty())
            continue;
        entries.append({part.section(u'=', 0, 0).trimmed(), part.section(u'=', 1).trimmed()});
    }
    return entries;
}

void applySuppressions(QList<Diagnostic> &findings, const Workspace &workspace)
{
    for (Diagnostic &finding : findings) {
        if (finding.severity == Severity::Error || !finding.where.isValid())
            continue;
        const auto &documents = workspace.files[size_t(finding.where.file)]->documents;
        if (finding.where.document < 0 || size_t(finding.where.document) >= documents.size())
            continue;
        const DocumentReading &reading = *documents[size_t(finding.where.document)];
        const std::optional<QString> annotation =
            maySuppress(reading) ? annotationOf(Place(reading.source->root)) : std::nullopt;
        if (!annotation)
            continue;
        for (const Suppression &entry : parseSuppressions(*annotation)) {
            if (entry.code != finding.code || !entry.isEffective())
                continue;
            finding.suppressed = true;
            finding.suppressionReason = entry.reason;
        }
    }
}

void checkSuppressions(const Place &root, DocumentFindings &findings)
{
    const std::optional<QString> annotation = annotationOf(root);
    if (!annotation)
        return;
    const FieldPath where = FieldPath().child(u"metadata"_s).child(u"annotations"_s).child(suppressionAnnotation());
    for (const Suppression &entry : parseSuppressions(*annotation)) {
        if (!entry.isEffective())
            findings.add("suppress.invalid"_L1, where, SuppressionChecks::fault(entry));
    }
}

} // namespace sallyport
