// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include <vector>

namespace sallyport {

/// Where routes meet, in numbers: up to three names' numbers (see EgressRoute) and ports, in an order that the user of a Groups chooses.
struct Meeting {
    quint32 first = 0;
    quint32 second = 0;
    quint32 third = 0;
    quint32 fourth = 0;
    bool operator==(const Meeting &) const = default;

    friend size_t qHash(const Meeting &meeting, size_t seed = 0)
    {
        // names' numbers and ports are small: packed, two multiplications mix them well enough
        const quint64 low = (quint64(meeting.first) << 32) | meeting.second;
        const quint64 high = (quint64(meeting.third) << 32) | meeting.fourth;
        quint64 mixed = (low ^ seed) * 0x9e3779b97f4a7c15ull;
        mixed = (mixed ^ (mixed >> 29) ^ high) * 0xbf58476d1ce4e5b9ull;
        return size_t(mixed ^ (mixed >> 32));
    }
};

/// Indices of routes that meet, in order of first appearance: a hash alone would give another order in every process.
class Groups
{
public:
    struct Group {
        Meeting key;
        std::vector<quint32> routes; ///< Ascending.
    };

    void add(const Meeting &key, quint32 route)
    {
        size_t &place = m_places[key];
        if (place == 0) {
            m_groups.push_back({key, {}});
            place = m_groups.size();
        }
        m_groups[place - 1].routes.push_back(route);
    }

    const std::vector<quint32> *find(const Meeting &key) const
    {
        const size_t place = m_places.value(key);
        return place == 0 ? nullptr : &m_groups[place - 1].routes;
    }

    bool empty() const { return m_groups.empty(); }
    auto begin() { return m_groups.begin(); }
    auto end() { return m_groups.end(); }
    auto begin() const { return m_groups.begin(); }
    auto end() const { return m_groups.end(); }

private:
    QHash<Meeting, size_t>
        m_places; ///< Position in m_groups, from 1: 0 is what a hash gives for a key it has not seen.
    std::vector<Group> m_groups;
};

} // namespace sallyport
