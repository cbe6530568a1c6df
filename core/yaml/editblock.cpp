// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/edits.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

bool endsWithBreak(const QByteArray &text, qsizetype offset)
{
    return offset > 0 && (text[offset - 1] == '\n' || text[offset - 1] == '\r');
}

} // namespace

bool EditFinder::startsItsLine(const Node &collection, size_t index) const
{
    const qsizetype begin = memberBegin(m_layout, collection, index);
    return m_layout.skipBlanks(m_layout.lineStart(begin)) == begin;
}

/// The start of the comment lines directly above a member, at its indentation; of its own line where there are none.
qsizetype EditFinder::aboveComments(const Node &collection, size_t index) const
{
    const qsizetype begin = memberBegin(m_layout, collection, index);
    qsizetype line = m_layout.lineStart(begin);
    const qsizetype column = begin - line;
    const qsizetype floor = index == 0 ? collection.range.begin : collection.members[index - 1].value.range.end;
    // Above the first member the comments may be its collection's: they stay with that unless the key is right above them.
    const qsizetype limit = index == 0 ? line : m_layout.nextLine(floor);
    while (line > limit) {
        const qsizetype above =
            m_layout.lineStart(line - (m_text[line - 1] == '\n' && line > 1 && m_text[line - 2] == '\r' ? 2 : 1));
        const qsizetype first = m_layout.skipBlanks(above);
        if (m_layout.at(first) != '#' || first - above != column || above < limit)
            break;
        line = above;
    }
    return line;
}

/// The lines of a member: from the comments above it to the end of its last line, the break included.
Range EditFinder::linesOf(const Node &collection, size_t index) const
{
    return {aboveComments(collection, index), m_layout.nextLine(collection.members[index].value.range.end)};
}

TextEdits EditFinder::insertLines(const Spot &spot, size_t index, QByteArray lines) const
{
    const Node &collection = spot.node();
    const QByteArray indent(m_layout.column(collection.range.begin), ' ');
    if (index < collection.members.size()) {
        if (!startsItsLine(collection, index)) {
            const qsizetype begin = memberBegin(m_layout, collection, index);
            return {{{begin, begin}, lines + indent}};
        }
        const qsizetype at = aboveComments(collection, index);
        return {{{at, at}, indent + lines}};
    }
    const qsizetype at = m_layout.nextLine(collection.range.end);
    if (endsWithBreak(m_text, at))
        return {{{at, at}, indent + lines}};
    lines.chop(m_style.lineEnd.size());
    return {{{at, at}, m_style.lineEnd + indent + lines}};
}

std::optional<TextEdits> EditFinder::removeLines(const Spot &spot, size_t index) const
{
    const Node &collection = spot.node();
    const auto &members = collection.members;
    if (members.size() == 1)
        return replaceByInline(spot, collection.kind == NodeKind::List ? Value::list() : Value::map());
    if (startsItsLine(collection, index)) {
        const Range lines = collection.kind == NodeKind::List ? ownLinesOf(spot, index) : linesOf(collection, index);
        if (!endsWithBreak(m_text, lines.end)) { // the last line of a text that does not end with a break
            const qsizetype before = m_layout.lineEnd(members[index - 1].value.range.end);
            return TextEdits{{{std::min(before, lines.begin), lines.end}, {}}};
        }
        return TextEdits{{lines, {}}};
    }
    // The first of a collection that starts behind a dash: the next one takes its place.
    const qsizetype begin = memberBegin(m_layout, collection, index);
    const qsizetype next = memberBegin(m_layout, collection, index + 1);
    const qsizetype end = members[index].value.range.end;
    if (m_layout.skipBlanks(m_layout.nextLine(end)) == next)
        return TextEdits{{{begin, next}, {}}};
    return TextEdits{{{begin, end}, {}}};
}

std::optional<TextEdits> EditFinder::moveLines(const Spot &spot, size_t from, size_t to) const
{
    const Node &list = spot.node();
    if (from == to)
        return TextEdits{};
    if (!startsItsLine(list, 0))
        return std::nullopt;
    const Range lines = ownLinesOf(spot, from);
    QByteArray piece = m_text.sliced(lines.begin, lines.size());
    const size_t target = from < to ? to + 1 : to;
    if (target == list.members.size()) {
        const qsizetype at = m_layout.nextLine(list.range.end);
        if (endsWithBreak(m_text, at))
            return TextEdits{{lines, {}}, {{at, at}, piece}};
        piece.chop(m_style.lineEnd.size());
        return TextEdits{{lines, {}}, {{at, at}, m_style.lineEnd + piece}};
    }
    const qsizetype at = ownLinesOf(spot, target).begin;
    if (from < to)
        return TextEdits{{lines, {}}, {{at, at}, piece}};
    if (endsWithBreak(m_text, lines.end))
        return TextEdits{{{at, at}, piece}, {lines, {}}};
    const qsizetype before = m_layout.lineEnd(list.members[from - 1].value.range.end);
    return TextEdits{{{at, at}, piece + m_style.lineEnd}, {{before, lines.end}, {}}};
}

} // namespace sallyport::yaml
