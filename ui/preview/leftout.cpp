// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/leftout.h"

#include "ui/selection.h"

#include <QCoreApplication>

namespace sallyport {

namespace {

struct LeftOut {
    Q_DECLARE_TR_FUNCTIONS(LeftOut)
};

} // namespace

QString leftOutText(const QList<Diagnostic> &findings)
{
    QList<FieldRef> rules;
    QList<FieldRef> documents;
    const auto note = [&](const FieldRef &where) {
        const FieldRef rule{where.file, where.document, rulePathOf(where.path)};
        QList<FieldRef> &places = rule.path.isEmpty() ? documents : rules;
        if (!places.contains(rule))
            places.append(rule);
    };
    for (const Diagnostic &finding : findings) {
        if (finding.severity != Severity::Error || finding.suppressed)
            continue;
        note(finding.where);
        for (const FieldRef &other : finding.related) // of two in conflict both are left out
            note(other);
    }
    if (documents.isEmpty() && rules.isEmpty())
        return {};
    if (documents.isEmpty())
        return LeftOut::tr("%n rule(s) are left out, at least in part, because of errors.", nullptr, int(rules.size()));
    const QString ofDocuments = LeftOut::tr("%n document(s) have errors, and what depends on them is left out.", nullptr, int(documents.size()));
    if (rules.isEmpty())
        return ofDocuments;
    return ofDocuments + u' ' + LeftOut::tr("So are %n rule(s), at least in part.", nullptr, int(rules.size()));
}

} // namespace sallyport
