// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QSet>

namespace sallyport {

/// Findings with at most one per code and field: many hosts and sources meet in one field, and people want to hear of it once.
class FindingList
{
public:
    explicit FindingList(QList<Diagnostic> &findings)
        : m_findings(findings)
    {
    }

    void add(Diagnostic diagnostic)
    {
        const Key key{{diagnostic.where.file, diagnostic.where.document}, {diagnostic.code, diagnostic.where.path}};
        if (m_seen.contains(key))
            return;
        m_seen.insert(key);
        m_findings.append(std::move(diagnostic));
    }

private:
    using Key = std::pair<std::pair<int, int>, std::pair<QString, FieldPath>>;
    QList<Diagnostic> &m_findings;
    QSet<Key> m_seen;
};

} // namespace sallyport
