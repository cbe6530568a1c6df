// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/textdiff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace sallyport {

namespace {

using Kind = DiffLine::Kind;

/// How many differing lines are looked through for the shortest answer; time and memory grow with the square of it.
constexpr int maxDistance = 2000;

/// Lines with their ends: a line that only lost its end is another line.
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

QByteArray withoutEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line.toByteArray();
}

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

/// Which lines of two lists of numbers belong together: Myers' greedy search for the longest common subsequence.
///
/// Furthest[k] is how far down `a` a path of `d` differences gets on diagonal k (a - b); the furthest of every d are kept for the way back.
class Search
{
public:
    Search(const std::vector<int> &a, const std::vector<int> &b, int begin, int endA, int endB)
        : m_a(a)
        , m_b(b)
        , m_begin(begin)
        , m_sizeA(endA - begin)
        , m_sizeB(endB - begin)
    {
    }

    /// Pairs of lines that stay, ascending. Empty where the texts are too different.
    std::vector<std::pair<int, int>> pairs()
    {
        for (int d = 0; d <= std::min(m_sizeA + m_sizeB, maxDistance); ++d) {
            if (advance(d))
                return wayBack(d);
        }
        return {};
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
    bool same(int x, int y) const { return y >= 0 && m_a[size_t(m_begin + x)] == m_b[size_t(m_begin + y)]; }

    std::vector<std::pair<int, int>> wayBack(int d) const
    {
        std::vector<std::pair<int, int>> result;
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
                result.emplace_back(m_begin + x, m_begin + y);
            }
            x = fromX;
            y = fromY;
        }
        std::reverse(result.begin(), result.end());
        return result;
    }

    const std::vector<int> &m_a;
    const std::vector<int> &m_b;
    int m_begin;
    int m_sizeA;
    int m_sizeB;
    std::vector<std::vector<int>> m_rows;
};

/// Every line of both texts, marked.
QList<DiffLine> markedLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after)
{
    Numbers numbers;
    const std::vector<int> a = numbers.of(before);
    const std::vector<int> b = numbers.of(after);
    const int sizeA = int(a.size());
    const int sizeB = int(b.size());
    int head = 0;
    while (head < sizeA && head < sizeB && a[size_t(head)] == b[size_t(head)])
        ++head;
    int tail = 0;
    while (tail < sizeA - head && tail < sizeB - head && a[size_t(sizeA - 1 - tail)] == b[size_t(sizeB - 1 - tail)])
        ++tail;

    std::vector<std::pair<int, int>> same;
    for (int i = 0; i < head; ++i)
        same.emplace_back(i, i);
    const auto middle = Search(a, b, head, sizeA - tail, sizeB - tail).pairs();
    same.insert(same.end(), middle.begin(), middle.end());
    for (int i = tail; i > 0; --i)
        same.emplace_back(sizeA - i, sizeB - i);
    same.emplace_back(sizeA, sizeB);

    QList<DiffLine> lines;
    int x = 0;
    int y = 0;
    for (const auto &[sameX, sameY] : same) {
        for (; x < sameX; ++x)
            lines.append({Kind::Removed, withoutEnd(before[x]), x + 1, 0});
        for (; y < sameY; ++y)
            lines.append({Kind::Added, withoutEnd(after[y]), 0, y + 1});
        if (x < sizeA)
            lines.append({Kind::Same, withoutEnd(before[x]), x + 1, y + 1});
        ++x;
        ++y;
    }
    return lines;
}

QByteArray span(const QList<DiffLine> &lines, int DiffLine::*number)
{
    int first = 0;
    int count = 0;
    for (const DiffLine &line : lines) {
        if (line.*number == 0)
            continue;
        if (count++ == 0)
            first = line.*number;
    }
    return QByteArray::number(first) + ',' + QByteArray::number(count);
}

} // namespace

QList<DiffHunk> textDiff(const QByteArray &before, const QByteArray &after, int context)
{
    const QList<QByteArrayView> linesBefore = linesOf(before);
    const QList<QByteArrayView> linesAfter = linesOf(after);
    const QList<DiffLine> lines = markedLines(linesBefore, linesAfter);

    QList<DiffHunk> hunks;
    qsizetype shown = 0; // lines before this one are in a hunk already
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == Kind::Same)
            continue;
        const qsizetype from = std::max<qsizetype>(shown, i - context);
        if (hunks.isEmpty() || from > shown)
            hunks.append(DiffHunk());
        const qsizetype to = std::min<qsizetype>(lines.size(), i + 1 + context);
        hunks.last().lines += lines.mid(from, std::max<qsizetype>(0, to - from));
        shown = std::max(shown, to);
    }
    return hunks;
}

QByteArray unified(const QList<DiffHunk> &hunks)
{
    QByteArray result;
    for (const DiffHunk &hunk : hunks) {
        result += "@@ -" + span(hunk.lines, &DiffLine::before) + " +" + span(hunk.lines, &DiffLine::after) + " @@\n";
        for (const DiffLine &line : hunk.lines) {
            result += line.kind == Kind::Same ? ' ' : line.kind == Kind::Removed ? '-' : '+';
            result += line.text + '\n';
        }
    }
    return result;
}

} // namespace sallyport
