// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/composition.h"

#include <algorithm>
#include <limits>

namespace sallyport {

namespace {

using yaml::Range;
using yaml::TextEdit;
using yaml::TextEdits;

/// A stretch of an edited text: bytes of the original, or bytes that were put in.
struct Piece {
    bool original = true;
    Range range; ///< Of an original piece.
    QByteArray text; ///< Of one put in.

    qsizetype size() const { return original ? range.size() : text.size(); }
    Piece part(qsizetype begin, qsizetype count) const
    {
        return original ? Piece{true, {range.begin + begin, range.begin + begin + count}, {}} : Piece{false, {}, text.mid(begin, count)};
    }
};

constexpr qsizetype openEnd = std::numeric_limits<qsizetype>::max() / 2; ///< Beyond every text: its size does not matter here.

/// Takes pieces from the front of a list.
class PieceReader
{
public:
    explicit PieceReader(const QList<Piece> &pieces)
        : m_pieces(pieces)
    {
    }

    /// The next `count` bytes, as pieces.
    QList<Piece> take(qsizetype count)
    {
        QList<Piece> result;
        while (count > 0 && m_piece < m_pieces.size()) {
            const Piece &piece = m_pieces[m_piece];
            const qsizetype part = std::min(count, piece.size() - m_used);
            result.append(piece.part(m_used, part));
            count -= part;
            m_used += part;
            if (m_used == piece.size()) {
                ++m_piece;
                m_used = 0;
            }
        }
        return result;
    }

private:
    const QList<Piece> &m_pieces;
    qsizetype m_piece = 0;
    qsizetype m_used = 0;
};

QList<Piece> applied(const TextEdits &edits, const QList<Piece> &pieces)
{
    QList<Piece> result;
    PieceReader reader(pieces);
    qsizetype place = 0;
    for (const TextEdit &edit : edits) {
        result += reader.take(edit.range.begin - place);
        reader.take(edit.range.size());
        result.append({false, {}, edit.text});
        place = edit.range.end;
    }
    result += reader.take(openEnd);
    return result;
}

/// What must be done to the original to get these pieces of it: what lies between two of them goes, what was put in comes.
TextEdits editsFor(const QList<Piece> &pieces)
{
    TextEdits result;
    TextEdit edit;
    for (const Piece &piece : pieces) {
        if (!piece.original) {
            edit.text += piece.text;
            continue;
        }
        edit.range.end = piece.range.begin;
        if (edit.range.size() > 0 || !edit.text.isEmpty())
            result.append(edit);
        edit = {{piece.range.end, piece.range.end}, {}};
    }
    return result;
}

} // namespace

TextEdits composed(const TextEdits &first, const TextEdits &second)
{
    const QList<Piece> original = {{true, {0, openEnd}, {}}};
    return editsFor(applied(second, applied(first, original)));
}

TextEdits difference(const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    // Whole characters: a view must not be handed half of one.
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    while (head > 0 && ((head < before.size() && continues(before[head])) || (head < after.size() && continues(after[head]))))
        --head;
    while (tail > 0 && continues(before[before.size() - tail]))
        --tail;
    return {TextEdit{{head, before.size() - tail}, after.mid(head, after.size() - tail - head)}};
}

TextEdits withoutIdle(const TextEdits &edits, const QByteArray &before)
{
    TextEdits result;
    for (const TextEdit &edit : edits) {
        if (QByteArrayView(before).sliced(edit.range.begin, edit.range.size()) != edit.text)
            result.append(edit);
    }
    return result;
}

} // namespace sallyport
