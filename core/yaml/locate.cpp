// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"

#include "core/yaml/layout.h"

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
    const auto found = std::find_if(node.members.begin(), node.members.end(), [&](const NodeMember &member) {
        return keyText(member.key) == element.name;
    });
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

} // namespace

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
