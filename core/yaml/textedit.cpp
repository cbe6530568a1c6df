// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/textedit.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace sallyport::yaml {

namespace {

/// A stretch of an edited text: a range of the original, or new text.
struct Piece {
    Range original; ///< Empty for new text.
    QByteArray added;

    qsizetype size() const { return original.size() + added.size(); }
    Piece first(qsizetype n) const
    {
        return original.size() > 0 ? Piece{{original.begin, original.begin + n}, {}} : Piece{{}, added.first(n)};
    }
    Piece from(qsizetype n) const
    {
        return original.size() > 0 ? Piece{{original.begin + n, original.end}, {}} : Piece{{}, added.sliced(n)};
    }
};

using Pieces = std::vector<Piece>;

/// Moves the pieces of the next `count` bytes from `source` (last piece first) to `target`.
void take(Pieces &source, Pieces &target, qsizetype count)
{
    while (count > 0) {
        const Piece piece = source.back();
        source.pop_back();
        const qsizetype n = std::min(count, piece.size());
        target.push_back(piece.first(n));
        if (n < piece.size())
            source.push_back(piece.from(n));
        count -= n;
    }
}

Pieces edited(Pieces pieces, const TextEdits &edits)
{
    std::reverse(pieces.begin(), pieces.end());
    Pieces result;
    Pieces dropped;
    qsizetype at = 0;
    for (const TextEdit &edit : edits) {
        take(pieces, result, edit.range.begin - at);
        take(pieces, dropped, edit.range.size());
        if (!edit.text.isEmpty())
            result.push_back({{}, edit.text});
        at = edit.range.end;
    }
    result.insert(result.end(), pieces.rbegin(), pieces.rend());
    return result;
}

} // namespace

bool canApply(const TextEdits &edits, qsizetype textSize)
{
    qsizetype reached = 0;
    for (const TextEdit &edit : edits) {
        if (edit.range.begin < reached || edit.range.end < edit.range.begin || edit.range.end > textSize)
            return false;
        reached = edit.range.end;
    }
    return true;
}

QByteArray apply(const TextEdits &edits, const QByteArray &text)
{
    Q_ASSERT(canApply(edits, text.size()));
    qsizetype size = text.size();
    for (const TextEdit &edit : edits)
        size += edit.text.size() - edit.range.size();
    QByteArray result;
    result.reserve(size);
    qsizetype copied = 0;
    for (const TextEdit &edit : edits) {
        result.append(text.constData() + copied, edit.range.begin - copied);
        result.append(edit.text);
        copied = edit.range.end;
    }
    result.append(text.constData() + copied, text.size() - copied);
    return result;
}

TextEdits inverse(const TextEdits &edits, const QByteArray &text)
{
    TextEdits back;
    back.reserve(edits.size());
    qsizetype moved = 0;
    for (const TextEdit &edit : edits) {
        const qsizetype begin = edit.range.begin + moved;
        back.append({{begin, begin + edit.text.size()}, text.sliced(edit.range.begin, edit.range.size())});
        moved += edit.text.size() - edit.range.size();
    }
    return back;
}

TextEdits compose(const TextEdits &first, const TextEdits &second)
{
    const Pieces whole{{{0, std::numeric_limits<qsizetype>::max() / 2}, {}}};
    TextEdits edits;
    TextEdit next;
    for (const Piece &piece : edited(edited(whole, first), second)) {
        if (piece.original.size() == 0) {
            next.text += piece.added;
            continue;
        }
        next.range.end = piece.original.begin;
        if (next.range.size() > 0 || !next.text.isEmpty())
            edits.append(next);
        next = {{piece.original.end, piece.original.end}, {}};
    }
    return edits;
}

} // namespace sallyport::yaml
