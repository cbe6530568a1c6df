// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/leftout.h"

#include "ui/selection.h"

#include <QCoreApplication>

#include <set>
#include <tuple>
#include <utility>

namespace sallyport {

namespace {

struct LeftOut {
    Q_DECLARE_TR_FUNCTIONS(LeftOut)
};

} // namespace

QString leftOutText(const QList<Diagnostic> &findings)
{
    std::set<std::tuple<int, int, int>> rules; // file, document, rule
    std::set<std::pair<int, int>> documents;
    const auto note = [&](const FieldRef &where) {
        const FieldPath rule = rulePathOf(where.path);
        if (rule.isEmpty())
            documents.insert({where.file, where.document});
        else
            rules.insert({where.file, where.document, rule.last().index});
    };
    for (const Diagnostic &finding : findings) {
        if (finding.severity != Severity::Error || finding.suppressed)
            continue;
        note(finding.where);
        for (const FieldRef &other : finding.related) // of two in conflict both are left out
            note(other);
    }
    if (documents.empty() && rules.empty())
        return {};
    if (documents.empty())
        return LeftOut::tr("%n rule(s) are left out, at least in part, because of errors.", nullptr, int(rules.size()));
    const QString ofDocuments = LeftOut::tr("%n document(s) have errors, and what depends on them is left out.",
                                            nullptr, int(documents.size()));
    if (rules.empty())
        return ofDocuments;
    return ofDocuments + u' ' + LeftOut::tr("So are %n rule(s), at least in part.", nullptr, int(rules.size()));
}

} // namespace sallyport
