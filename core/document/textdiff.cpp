// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/textdiff.h"

#include "core/document/textlines.h"

#include <algorithm>
#include <vector>

namespace sallyport {

namespace {

using Kind = DiffLine::Kind;

QByteArray withoutEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line.toByteArray();
}

/// Every line of both texts, marked.
QList<DiffLine> markedLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after)
{
    std::vector<LinePair> same = commonLines(before, after);
    const int sizeA = int(before.size());
    same.push_back({sizeA, int(after.size())});

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
