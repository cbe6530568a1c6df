// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"

#include "core/yaml/layout.h"
#include "core/yaml/spot.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

/// One step down: the node, and of a map's member its key as well.
struct Found {
    const Node *key = nullptr;
    const Node *value = nullptr;
};

Found childOf(const Node &node, const PathElement &element)
{
    if (element.isIndex()) {
        if (node.kind != NodeKind::List || size_t(element.index) >= node.members.size())
            return {};
        return {nullptr, &node.members[size_t(element.index)].value};
    }
    if (node.kind != NodeKind::Map)
        return {};
    const auto found = std::find_if(node.members.begin(), node.members.end(),
                                    [&](const NodeMember &member) { return keyText(member.key) == element.name; });
    return found == node.members.end() ? Found{} : Found{&found->key, &found->value};
}

bool isBlockCollection(const Node &node)
{
    return node.isCollection() && node.style == Style::Block;
}

Range rangeOf(const Found &found)
{
    const bool isVague = isBlockCollection(*found.value) || found.value->range.size() == 0;
    return isVague && found.key && found.key->range.size() > 0 ? found.key->range : found.value->range;
}

/// Where a member's text starts; for one that starts its line, the line.
qsizetype beginOf(const Layout &layout, const Node &collection, size_t index)
{
    const qsizetype begin = memberBegin(layout, collection, index);
    const qsizetype line = layout.lineStart(begin);
    return collection.style == Style::Block && layout.skipBlanks(line) == begin ? line : begin;
}

/// The member whose text, or whose last line, holds the offset; null where it is between members.
const NodeMember *memberAt(const Layout &layout, const Node &collection, qsizetype offset)
{
    const auto &members = collection.members;
    const auto after = std::partition_point(members.begin(), members.end(), [&](const NodeMember &member) {
        return beginOf(layout, collection, size_t(&member - members.data())) <= offset;
    });
    if (after == members.begin())
        return nullptr;
    const NodeMember &member = *(after - 1);
    const qsizetype end = member.value.range.end;
    return offset <= (collection.style == Style::Block ? layout.lineEnd(end) : end) ? &member : nullptr;
}

} // namespace

FieldPath pathAt(const Document &document, const QByteArray &text, qsizetype offset)
{
    FieldPath path;
    if (document.hasAliases) // an alias's copies all stand in one place
        return path;
    const Layout layout(text, document.content.end);
    const Node *node = &document.root;
    while (node->isCollection()) {
        const NodeMember *member = memberAt(layout, *node, offset);
        if (!member)
            break;
        path = node->kind == NodeKind::List ? path.index(int(member - node->members.data()))
                                            : path.child(keyText(member->key));
        node = &member->value;
        if (node->isCollection() && offset < beginOf(layout, *node, 0))
            break;
    }
    return path;
}

Range locate(const Document &document, const FieldPath &path)
{
    Found found{nullptr, &document.root};
    for (const PathElement &element : path.elements()) {
        const Found child = childOf(*found.value, element);
        if (!child.value)
            break;
        found = child;
    }
    return rangeOf(found);
}

} // namespace sallyport::yaml
