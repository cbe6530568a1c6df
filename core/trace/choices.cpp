// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/choices.h"

#include <algorithm>

namespace sallyport {

int Choices::choose(const QString &fact, int count)
{
    const auto before = std::find_if(m_asked.begin(), m_asked.begin() + qsizetype(m_at),
                                     [&](const Asked &asked) { return asked.fact == fact; });
    if (before != m_asked.begin() + qsizetype(m_at))
        return std::min(before->taken, count - 1);
    if (m_at == m_asked.size())
        m_asked.push_back({fact, count, 0});
    return m_asked[m_at++].taken;
}

bool Choices::next()
{
    m_at = 0;
    while (!m_asked.empty() && m_asked.back().taken + 1 >= m_asked.back().count)
        m_asked.pop_back();
    if (m_asked.empty())
        return false;
    ++m_asked.back().taken;
    return true;
}

QStringList Choices::difference(const Choices &other) const
{
    QStringList different;
    for (const Asked &asked : m_asked) {
        const auto same = std::find_if(other.m_asked.begin(), other.m_asked.end(),
                                       [&](const Asked &theirs) { return theirs.fact == asked.fact; });
        if (same != other.m_asked.end() && same->taken != asked.taken)
            different.append(asked.fact);
    }
    return different;
}

QStringList Choices::facts() const
{
    QStringList facts;
    for (const Asked &asked : m_asked)
        facts.append(asked.fact);
    return facts;
}

} // namespace sallyport
