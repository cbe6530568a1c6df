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

bool LineSet::contains(int line) const
{
    const auto range = std::ranges::lower_bound(m_ranges, line, {}, &LineRange::last);
    return range != m_ranges.end() && range->first <= line;
}

} // namespace sallyport
