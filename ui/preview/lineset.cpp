// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/lineset.h"

#include <algorithm>

namespace sallyport {

void LineSet::add(LineRange range)
{
    if (!m_ranges.empty() && range.first <= m_ranges.back().last + 1)
        m_ranges.back().last = std::max(m_ranges.back().last, range.last);
    else
        m_ranges.push_back(range);
}

void LineSet::shift(int from, int by)
{
    for (LineRange &range : m_ranges) {
        if (range.first >= from)
            range.first = std::max(from, range.first + by);
        if (range.last >= from)
            range.last = std::max(from - 1, range.last + by);
    }
    std::erase_if(m_ranges, [](const LineRange &range) { return range.last < range.first; });
}

bool LineSet::contains(int line) const
{
    const auto range = std::ranges::lower_bound(m_ranges, line, {}, &LineRange::last);
    return range != m_ranges.end() && range->first <= line;
}

} // namespace sallyport
