// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/merge.h"

#include "core/document/textlines.h"

#include <algorithm>

namespace sallyport {

namespace {

using Kind = MergeChunk::Kind;
using Take = MergeChunk::Take;

/// For each line of the base its place in the other text; -1 where it is not there.
std::vector<int> placesOf(const QList<QByteArrayView> &base, const QList<QByteArrayView> &other)
{
    std::vector<int> places(size_t(base.size()) + 1, -1);
    for (const LinePair &pair : commonLines(base, other))
        places[size_t(pair.before)] = pair.after;
    places.back() = int(other.size()); // The ends belong together.
    return places;
}

QByteArrayList sliced(const QList<QByteArrayView> &lines, int begin, int end)
{
    QByteArrayList result;
    result.reserve(end - begin);
    for (int i = begin; i < end; ++i)
        result.append(lines[i].toByteArray());
    return result;
}

void decide(MergeChunk &chunk)
{
    if (chunk.mine == chunk.theirs)
        chunk.kind = chunk.mine == chunk.base ? Kind::Same : Kind::Both;
    else if (chunk.mine == chunk.base)
        chunk.kind = Kind::Theirs;
    else if (chunk.theirs == chunk.base)
        chunk.kind = Kind::Mine;
    else
        chunk.kind = Kind::Conflict;
    chunk.take = chunk.kind == Kind::Theirs ? Take::Theirs
        : chunk.kind == Kind::Conflict      ? Take::Undecided
                                            : Take::Mine;
}

void append(QByteArray &text, const QByteArrayList &lines)
{
    // The last line of a file may lack its end; what follows it must not become part of it.
    if (!lines.isEmpty() && !text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    for (const QByteArray &line : lines)
        text += line;
}

} // namespace

QList<MergeChunk> threeWay(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    const QList<QByteArrayView> baseLines = linesOf(base);
    const QList<QByteArrayView> mineLines = linesOf(mine);
    const QList<QByteArrayView> theirLines = linesOf(theirs);
    const std::vector<int> inMine = placesOf(baseLines, mineLines);
    const std::vector<int> inTheirs = placesOf(baseLines, theirLines);
    const int end = int(baseLines.size());

    QList<MergeChunk> chunks;
    int atBase = 0;
    int atMine = 0;
    int atTheirs = 0;
    const auto take = [&](int toBase, int toMine, int toTheirs) {
        if (toBase == atBase && toMine == atMine && toTheirs == atTheirs)
            return;
        MergeChunk chunk{.base = sliced(baseLines, atBase, toBase),
                         .mine = sliced(mineLines, atMine, toMine),
                         .theirs = sliced(theirLines, atTheirs, toTheirs)};
        decide(chunk);
        chunks.append(std::move(chunk));
        atBase = toBase;
        atMine = toMine;
        atTheirs = toTheirs;
    };
    while (atBase < end || atMine < int(mineLines.size()) || atTheirs < int(theirLines.size())) {
        int same = 0; // Lines from here on that stand in all three.
        while (atBase + same < end && inMine[size_t(atBase + same)] == atMine + same
               && inTheirs[size_t(atBase + same)] == atTheirs + same)
            ++same;
        take(atBase + same, atMine + same, atTheirs + same);
        int next = atBase; // The next line of the base that both have.
        while (next < end && (inMine[size_t(next)] < 0 || inTheirs[size_t(next)] < 0))
            ++next;
        take(next, inMine[size_t(next)], inTheirs[size_t(next)]);
    }
    return chunks;
}

int undecided(const QList<MergeChunk> &chunks)
{
    return int(std::count_if(chunks.begin(), chunks.end(),
                             [](const MergeChunk &chunk) { return chunk.take == Take::Undecided; }));
}

QByteArray merged(const QList<MergeChunk> &chunks)
{
    QByteArray text;
    for (const MergeChunk &chunk : chunks) {
        if (chunk.take != Take::Theirs)
            append(text, chunk.mine);
        if (chunk.take == Take::Theirs || chunk.take == Take::MineThenTheirs)
            append(text, chunk.theirs);
    }
    return text;
}

} // namespace sallyport
