// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace sallyport {

/// Lines `first` to `last`, both included, from 0.
struct LineRange {
    int first = 0;
    int last = 0;
    bool operator==(const LineRange &) const = default;
};

/// A set of lines as ascending ranges: as quick to ask for a whole text of 200,000 lines as for one.
class LineSet
{
public:
    /// Lines and ranges come in ascending order; what touches or overlaps becomes one range.
    void add(int line) { add(LineRange{line, line}); }
    void add(LineRange range);

    /// Lines came before line `from`, or went (by < 0).
    void shift(int from, int by);

    bool contains(int line) const;
    bool isEmpty() const { return m_ranges.empty(); }
    void clear() { m_ranges.clear(); }
    const std::vector<LineRange> &ranges() const { return m_ranges; }
    bool operator==(const LineSet &) const = default;

private:
    std::vector<LineRange> m_ranges;
};

} // namespace sallyport
