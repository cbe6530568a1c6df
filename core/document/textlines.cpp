// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/textlines.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace sallyport {

namespace {

/// How many differing lines are looked through for the shortest answer; time and memory grow with the square of it.
constexpr int maxDistance = 2000;
/// The same between two lines that both texts have exactly once.
constexpr int maxDistanceBetweenAnchors = 200;

/// The lines of both texts as numbers: equal lines, equal numbers.
class Numbers
{
public:
    std::vector<int> of(const QList<QByteArrayView> &lines)
    {
        std::vector<int> result;
        result.reserve(size_t(lines.size()));
        for (const QByteArrayView line : lines)
            result.push_back(of(line));
        return result;
    }

private:
    int of(QByteArrayView line)
    {
        const auto found = m_numbers.constFind(line);
        return found != m_numbers.constEnd() ? *found : *m_numbers.insert(line, int(m_numbers.size()));
    }

    QHash<QByteArrayView, int> m_numbers;
};

/// A stretch of both texts.
struct Part {
    int beginA = 0;
    int endA = 0;
    int beginB = 0;
    int endB = 0;
};

/// Which lines of two lists of numbers belong together: Myers' greedy search for the longest common subsequence.
///
/// Furthest[k] is how far down `a` a path of `d` differences gets on diagonal k (a - b); the furthest of every d are kept for the way back.
class Search
{
public:
    Search(const std::vector<int> &a, const std::vector<int> &b, const Part &part)
        : m_a(a)
        , m_b(b)
        , m_part(part)
        , m_sizeA(part.endA - part.beginA)
        , m_sizeB(part.endB - part.beginB)
    {
    }

    /// Pairs of lines that stay, ascending. None where there are more than `most` lines of difference.
    std::optional<std::vector<LinePair>> pairs(int most)
    {
        for (int d = 0; d <= std::min(m_sizeA + m_sizeB, most); ++d) {
            if (advance(d))
                return wayBack(d);
        }
        return std::nullopt;
    }

private:
    bool advance(int d)
    {
        std::vector<int> row(size_t(2 * d + 1));
        for (int k = -d; k <= d; k += 2) {
            int x = d == 0 ? 0 : stepDown(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1;
            while (x < m_sizeA && x - k < m_sizeB && same(x, x - k))
                ++x;
            row[size_t(k + d)] = x;
            if (x >= m_sizeA && x - k >= m_sizeB) {
                m_rows.push_back(std::move(row));
                return true;
            }
        }
        m_rows.push_back(std::move(row));
        return false;
    }

    /// Whether the path to diagonal k comes from above (a line added) rather than from the left (one removed).
    bool stepDown(int d, int k) const { return k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1)); }
    int at(int d, int k) const { return m_rows[size_t(d)][size_t(k + d)]; }
    bool same(int x, int y) const { return y >= 0 && m_a[size_t(m_part.beginA + x)] == m_b[size_t(m_part.beginB + y)]; }

    std::vector<LinePair> wayBack(int d) const
    {
        std::vector<LinePair> result;
        int x = m_sizeA;
        int y = m_sizeB;
        for (; d >= 0; --d) {
            const int k = x - y;
            const bool down = d > 0 && stepDown(d, k);
            const int fromX = d == 0 ? 0 : at(d - 1, down ? k + 1 : k - 1);
            const int fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            const int startX = d == 0 ? 0 : down ? fromX : fromX + 1;
            while (x > startX) {
                --x;
                --y;
                result.push_back({m_part.beginA + x, m_part.beginB + y});
            }
            x = fromX;
            y = fromY;
        }
        std::reverse(result.begin(), result.end());
        return result;
    }

    const std::vector<int> &m_a;
    const std::vector<int> &m_b;
    Part m_part;
    int m_sizeA;
    int m_sizeB;
    std::vector<std::vector<int>> m_rows;
};

/// The lines that both parts have exactly once, as long a list of them as stands in the same order in both.
std::vector<LinePair> anchors(const std::vector<int> &a, const std::vector<int> &b, const Part &part)
{
    struct Seen {
        int count = 0;
        int line = 0;
    };
    QHash<int, Seen> inB;
    for (int y = part.beginB; y < part.endB; ++y) {
        Seen &seen = inB[b[size_t(y)]];
        ++seen.count;
        seen.line = y;
    }
    QHash<int, int> inA;
    for (int x = part.beginA; x < part.endA; ++x)
        ++inA[a[size_t(x)]];
    std::vector<LinePair> pairs;
    for (int x = part.beginA; x < part.endA; ++x) {
        const Seen seen = inB.value(a[size_t(x)]);
        if (seen.count == 1 && inA.value(a[size_t(x)]) == 1)
            pairs.push_back({x, seen.line});
    }
    // The longest ascending run of `after`: tails[n] ends the best run of n + 1 pairs, previous leads back along it.
    std::vector<int> tails;
    std::vector<int> previous(pairs.size(), -1);
    for (int i = 0; i < int(pairs.size()); ++i) {
        const auto isBefore = [&pairs](int tail, int after) { return pairs[size_t(tail)].after < after; };
        const auto place = std::lower_bound(tails.begin(), tails.end(), pairs[size_t(i)].after, isBefore);
        previous[size_t(i)] = place == tails.begin() ? -1 : *(place - 1);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<LinePair> result;
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = previous[size_t(i)])
        result.push_back(pairs[size_t(i)]);
    std::reverse(result.begin(), result.end());
    return result;
}

/// Appends the lines that the part has in common.
void compare(const std::vector<int> &a, const std::vector<int> &b, Part part, int most, std::vector<LinePair> &same)
{
    while (part.beginA < part.endA && part.beginB < part.endB && a[size_t(part.beginA)] == b[size_t(part.beginB)])
        same.push_back({part.beginA++, part.beginB++});
    int tail = 0;
    while (part.beginA < part.endA && part.beginB < part.endB && a[size_t(part.endA - 1)] == b[size_t(part.endB - 1)]) {
        --part.endA;
        --part.endB;
        ++tail;
    }
    if (const auto pairs = Search(a, b, part).pairs(most)) {
        same.insert(same.end(), pairs->begin(), pairs->end());
    } else {
        std::vector<LinePair> fixed = anchors(a, b, part);
        if (!fixed.empty()) {
            fixed.push_back({part.endA, part.endB});
            Part gap = part;
            for (const LinePair &anchor : fixed) {
                gap.endA = anchor.before;
                gap.endB = anchor.after;
                compare(a, b, gap, maxDistanceBetweenAnchors, same);
                if (anchor.before < part.endA)
                    same.push_back(anchor);
                gap.beginA = anchor.before + 1;
                gap.beginB = anchor.after + 1;
            }
        }
    }
    for (int i = 0; i < tail; ++i)
        same.push_back({part.endA + i, part.endB + i});
}

} // namespace

QList<QByteArrayView> linesOf(const QByteArray &text)
{
    QList<QByteArrayView> lines;
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(QByteArrayView(text).sliced(start, next - start));
        start = next;
    }
    return lines;
}

std::vector<LinePair> commonLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after)
{
    Numbers numbers;
    const std::vector<int> a = numbers.of(before);
    const std::vector<int> b = numbers.of(after);
    std::vector<LinePair> same;
    compare(a, b, {0, int(a.size()), 0, int(b.size())}, maxDistance, same);
    return same;
}

} // namespace sallyport
