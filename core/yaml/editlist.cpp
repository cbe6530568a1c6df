// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/edits.h"

#include "core/yaml/surroundings.h"

#include <algorithm>

// Many items of one list at once: the text is looked at and checked once, however many they are.

namespace sallyport::yaml {

namespace {

bool endsWithBreak(const QByteArray &text)
{
    return text.endsWith('\n') || text.endsWith('\r');
}

/// Lines that start in the first column, set off by `indent`; all but the first, which continues a line that has its indent.
QByteArray indented(const QByteArray &lines, qsizetype indent, const QByteArray &lineEnd)
{
    QByteArray out;
    QByteArrayView rest = lines;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (!out.isEmpty() && !line.isEmpty())
            out.append(indent, ' ');
        out += line;
        out += lineEnd;
    }
    return out;
}

bool isAscending(const QList<int> &order)
{
    return std::is_sorted(order.begin(), order.end());
}

} // namespace

std::optional<TextEdits> EditFinder::insertItems(const Change &change) const
{
    const auto list = change.path.isEmpty() ? std::nullopt : Spot::find(m_layout, m_document, change.path.parent());
    if (!list || list->node().members.empty()) // the list, and the maps above it, come with its first items
        return set(
            {.kind = Change::Kind::Set, .path = change.path.parent(), .value = change.value, .before = change.before});
    const Node &node = list->node();
    const auto &items = change.value.members();
    const size_t index = size_t(change.path.last().index);
    if (node.kind != NodeKind::List || items.empty())
        return std::nullopt;
    if (node.style == Style::Flow) {
        QByteArray piece;
        for (const Member &item : items)
            piece += (piece.isEmpty() ? "" : ", ") + flowText(item.value, looksLikeJson(m_document, node));
        return insertInFlow(node, index, piece);
    }
    const qsizetype indent = m_layout.column(node.range.begin);
    QByteArray lines = indented(change.lines, indent, m_style.lineEnd);
    BlockWriter writer(lines, m_style);
    for (const Member &item : change.lines.isEmpty() ? items : std::vector<Member>()) {
        if (!lines.isEmpty())
            lines.append(indent, ' ');
        writer.writeItem(item.value, indent);
    }
    if (index > 0 || !startsItsLine(node, 0))
        return insertLines(*list, index, lines);
    const qsizetype at = ownLinesOf(*list, 0).begin;
    return TextEdits{{{at, at}, QByteArray(indent, ' ') + lines}};
}

std::optional<TextEdits> EditFinder::arrange(const Change &change) const
{
    const auto spot = Spot::find(m_layout, m_document, change.path);
    if (!spot || spot->node().kind != NodeKind::List)
        return std::nullopt;
    const Node &list = spot->node();
    if (change.order.isEmpty())
        return list.members.empty() ? TextEdits() : replaceByInline(*spot, Value::list());
    if (list.style == Style::Flow)
        return arrangeInFlow(list, change.order);
    return startsItsLine(list, 0) ? std::optional(arrangeLines(*spot, change.order)) : std::nullopt;
}

/// The lines of an item with the comments above it: those of the first one, too, where nothing but the list's key is above them.
Range EditFinder::ownLinesOf(const Spot &list, size_t index) const
{
    Range lines = linesOf(list.node(), index);
    if (index > 0 || (list.parent() && list.place() < 0))
        return lines;
    const qsizetype limit = list.parent() ? m_layout.nextLine(list.place()) : m_document.content.begin;
    const qsizetype column = m_layout.column(list.node().range.begin);
    qsizetype begin = lines.begin;
    while (begin > limit) {
        const qsizetype above = m_layout.lineStart(begin - 1 - (begin > 1 && m_text.sliced(begin - 2, 2) == "\r\n"));
        const qsizetype first = m_layout.skipBlanks(above);
        if (m_layout.at(first) != '#' || first - above != column)
            return lines; // what else is above them separates them from the key: then they may be anyone's
        begin = above;
    }
    return {begin, lines.end};
}

/// What stands between the items (blank lines, comments set off by them) keeps its place; items come and go as whole lines.
TextEdits EditFinder::arrangeLines(const Spot &spot, const QList<int> &order) const
{
    const size_t count = spot.node().members.size();
    std::vector<Range> items;
    for (size_t i = 0; i < count; ++i)
        items.push_back(ownLinesOf(spot, i));
    if (isAscending(order) && (endsWithBreak(m_text.first(items.back().end)) || size_t(order.back()) + 1 == count)) {
        TextEdits edits;
        qsizetype next = 0;
        for (size_t i = 0; i < count; ++i) {
            if (next < order.size() && size_t(order[next]) == i)
                ++next;
            else
                edits.append({items[i], {}});
        }
        return edits;
    }
    const Range all{items.front().begin, items.back().end};
    QByteArray text;
    for (size_t i = 0; i < count; ++i) {
        if (qsizetype(i) < order.size()) {
            const Range &item = items[size_t(order[qsizetype(i)])];
            text += m_text.sliced(item.begin, item.size());
            if (!endsWithBreak(text))
                text += m_style.lineEnd;
        }
        if (i + 1 < count)
            text += m_text.sliced(items[i].end, items[i + 1].begin - items[i].end);
    }
    if (!endsWithBreak(m_text.first(all.end)))
        text.chop(m_style.lineEnd.size());
    return {{all, text}};
}

TextEdits EditFinder::arrangeInFlow(const Node &list, const QList<int> &order) const
{
    const auto rangeOf = [&](int i) {
        return Range{memberBegin(m_layout, list, size_t(i)), list.members[size_t(i)].value.range.end};
    };
    QByteArray text;
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (i > 0) {
            const qsizetype gap = rangeOf(int(i) - 1).end;
            text += m_text.sliced(gap, rangeOf(int(i)).begin - gap);
        }
        text += m_text.sliced(rangeOf(order[i]).begin, rangeOf(order[i]).size());
    }
    return {{{rangeOf(0).begin, rangeOf(int(list.members.size()) - 1).end}, text}};
}

std::optional<QByteArray> EditFinder::itemLines(const FieldPath &item) const
{
    const auto list = item.isEmpty() ? std::nullopt : Spot::find(m_layout, m_document, item.parent());
    if (!list || !item.last().isIndex() || size_t(item.last().index) >= list->node().members.size())
        return std::nullopt;
    const size_t index = size_t(item.last().index);
    if (list->inFlow() || list->node().style == Style::Flow || !startsItsLine(list->node(), index))
        return std::nullopt;
    const Range range = ownLinesOf(*list, index);
    const qsizetype indent = m_layout.column(memberBegin(m_layout, list->node(), index));
    QByteArray lines;
    for (qsizetype at = range.begin; at < range.end; at = m_layout.nextLine(at)) {
        const qsizetype begin = std::min(m_layout.skipSpaces(at), at + indent);
        lines += m_text.sliced(begin, std::max(begin, m_layout.lineEnd(at)) - begin) + '\n';
    }
    return lines;
}

} // namespace sallyport::yaml
