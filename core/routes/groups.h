// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include <vector>

namespace sallyport {

/// Indices of routes that share a key, in order of first appearance: a hash alone would give another order in every process.
template<typename Key>
class Groups
{
public:
    struct Group {
        Key key;
        std::vector<quint32> routes; ///< Ascending.
    };

    void add(const Key &key, quint32 route)
    {
        const auto known = m_positions.constFind(key);
        if (known != m_positions.constEnd()) {
            m_groups[*known].routes.push_back(route);
            return;
        }
        m_positions.insert(key, m_groups.size());
        m_groups.push_back({key, {route}});
    }

    const std::vector<quint32> *find(const Key &key) const
    {
        const auto known = m_positions.constFind(key);
        return known == m_positions.constEnd() ? nullptr : &m_groups[*known].routes;
    }

    bool empty() const { return m_groups.empty(); }
    auto begin() { return m_groups.begin(); }
    auto end() { return m_groups.end(); }
    auto begin() const { return m_groups.begin(); }
    auto end() const { return m_groups.end(); }

private:
    QHash<Key, size_t> m_positions;
    std::vector<Group> m_groups;
};

} // namespace sallyport
