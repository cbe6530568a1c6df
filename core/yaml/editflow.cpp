// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/edits.h"

#include <algorithm>
#include <numeric>

namespace sallyport::yaml {

bool EditFinder::hasBrackets(const Node &collection) const
{
    const char first = m_layout.at(collection.range.begin);
    return collection.style == Style::Flow && (collection.kind == NodeKind::List ? first == '[' : first == '{');
}

TextEdits EditFinder::insertInFlow(const Node &collection, size_t index, const QByteArray &piece) const
{
    const qsizetype open = collection.range.begin;
    if (collection.members.empty())
        return {{{open + 1, collection.range.end - 1}, piece}};
    const qsizetype first = memberBegin(m_layout, collection, 0);
    const bool hasLines = !m_layout.sameLine(open, first);
    const QByteArray gap = hasLines ? m_style.lineEnd + QByteArray(m_layout.column(first), ' ') : QByteArray(" ");
    if (index < collection.members.size()) {
        const qsizetype at = memberBegin(m_layout, collection, index);
        return {{{at, at}, piece + ',' + gap}};
    }
    const qsizetype last = collection.members.back().value.range.end;
    const qsizetype comma = m_layout.skipToToken(last);
    const bool hasComma = m_layout.at(comma) == ',';
    const qsizetype behind = hasComma ? comma + 1 : last;
    if (!hasLines)
        return {{{behind, behind}, hasComma ? ' ' + piece + ',' : ", " + piece}};
    const qsizetype lineEnd = m_layout.lineEnd(behind);
    const QByteArray line = gap + piece + (hasComma ? "," : "");
    const bool restIsComment = m_layout.skipToToken(behind) >= lineEnd;
    const qsizetype at = restIsComment ? lineEnd : behind;
    if (hasComma || at == behind)
        return {{{at, at}, (hasComma ? "" : ",") + line}};
    return {{{last, last}, ","}, {{at, at}, line}};
}

TextEdits EditFinder::removeFromFlow(const Node &collection, size_t index) const
{
    const size_t count = collection.members.size();
    const qsizetype begin = memberBegin(m_layout, collection, index);
    const qsizetype end = collection.members[index].value.range.end;
    if (count == 1)
        return {{collection.range, collection.kind == NodeKind::List ? "[]" : "{}"}};
    if (index + 1 < count)
        return {{{begin, memberBegin(m_layout, collection, index + 1)}, {}}};
    return {{{collection.members[index - 1].value.range.end, end}, {}}};
}

/// The items change places; what separates them stays.
TextEdits EditFinder::moveInFlow(const Node &list, size_t from, size_t to) const
{
    std::vector<size_t> order(list.members.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto a = order.begin() + qsizetype(from);
    const auto b = order.begin() + qsizetype(to);
    if (from < to)
        std::rotate(a, a + 1, b + 1);
    else
        std::rotate(b, a, a + 1);
    const auto rangeOf = [&](size_t i) {
        return Range{memberBegin(m_layout, list, i), list.members[i].value.range.end};
    };
    TextEdits edits;
    for (size_t i = 0; i < order.size(); ++i) {
        if (order[i] != i)
            edits.append({rangeOf(i), m_text.sliced(rangeOf(order[i]).begin, rangeOf(order[i]).size())});
    }
    return edits;
}

} // namespace sallyport::yaml
