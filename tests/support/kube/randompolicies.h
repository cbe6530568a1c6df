// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/compiling.h"

#include <QRandomGenerator>

#include <vector>

namespace sallyport::test {

/// What generated policies speak of: little, so that rules meet, overlap and shadow each other often.
struct Universe {
    static QStringList namespaces() { return {QStringLiteral("mytest"), QStringLiteral("payments")}; }
    static QStringList names(); ///< Host names that a workload can ask for.
    static QList<int> ports() { return {80, 8080, 443, 5432}; }
    static QList<Labels> workloads();
    static QByteArray mesh(); ///< A Mesh document with both gateways.
};

/// Policies made at random that compile without an error. The same seed makes the same policies.
class RandomPolicies
{
public:
    explicit RandomPolicies(quint32 seed)
        : m_random(seed)
    {
    }

    /// Two states to go between: unrelated ones, or one with a few of its rules changed.
    std::pair<Compiled, Compiled> pair();
    QRandomGenerator &random() { return m_random; }

private:
    using Rules = std::vector<QByteArray>;
    template<typename List>
    auto pick(const List &list)
    {
        return list[m_random.bounded(int(list.size()))];
    }
    QByteArray source();
    QByteArray destination();
    Rules rules();
    Rules changed(Rules rules);
    std::optional<Compiled> compiled(const Rules &rules) const;

    QRandomGenerator m_random;
};

} // namespace sallyport::test
