// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/spot.h"

#include <algorithm>

namespace sallyport::yaml {

qsizetype memberBegin(const Layout &layout, const Node &collection, size_t index)
{
    const bool isFlow = collection.style == Style::Flow;
    if (index == 0) {
        const bool hasBracket =
            isFlow && (layout.at(collection.range.begin) == '[' || layout.at(collection.range.begin) == '{');
        return layout.skipToToken(collection.range.begin + (hasBracket ? 1 : 0));
    }
    const qsizetype begin = layout.skipToToken(collection.members[index - 1].value.range.end);
    return isFlow && layout.at(begin) == ',' ? layout.skipToToken(begin + 1) : begin;
}

Spot::Spot(const Layout &layout, const Document &document)
    : m_layout(layout)
    , m_node(&document.root)
    , m_place(document.content.begin)
{
}

bool Spot::descend(const PathElement &element)
{
    const Node &collection = *m_node;
    const auto &members = collection.members;
    const auto found = element.isIndex()
        ? members.begin() + std::min(qsizetype(element.index), qsizetype(members.size()))
        : std::find_if(members.begin(), members.end(),
                       [&](const NodeMember &member) { return keyText(member.key) == element.name; });
    if (collection.kind != (element.isIndex() ? NodeKind::List : NodeKind::Map) || found == members.end())
        return false;
    m_parent = &collection;
    m_index = size_t(found - members.begin());
    m_node = &found->value;
    m_inFlow |= collection.style == Style::Flow;
    if (!m_inFlow)
        m_parentIndent = m_layout.column(collection.range.begin);
    if (element.isIndex()) {
        m_place = m_inFlow ? -1 : memberBegin(m_layout, collection, m_index) + 1;
    } else {
        const qsizetype colon = m_layout.skipToToken(found->key.range.end);
        m_place = m_layout.at(colon) == ':' && colon < m_layout.end() ? colon + 1 : -1;
    }
    return true;
}

std::optional<Spot> Spot::find(const Layout &layout, const Document &document, const FieldPath &path)
{
    Spot spot(layout, document);
    for (const PathElement &element : path.elements()) {
        if (!spot.descend(element))
            return std::nullopt;
    }
    return spot;
}

qsizetype Spot::begin() const
{
    if (!m_node->tagged || m_place < 0)
        return m_node->range.begin;
    return m_layout.skipToToken(m_place);
}

} // namespace sallyport::yaml
