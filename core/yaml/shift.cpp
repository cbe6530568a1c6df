// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/shift.h"

#include "core/yaml/inplace.h"
#include "core/yaml/layout.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

/// Moves what lies at or behind an offset.
struct Shift {
    qsizetype from;
    qsizetype by;

    void operator()(Range &range) const
    {
        if (range.begin >= from)
            range.begin += by;
        if (range.end >= from)
            range.end += by;
    }

    void operator()(Node &node) const
    {
        if (node.range.end < from)
            return;
        (*this)(node.range);
        for (NodeMember &member : node.members) {
            (*this)(member.key);
            (*this)(member.value);
        }
    }

    void operator()(Document &document) const
    {
        (*this)(document.range);
        (*this)(document.content);
        (*this)(document.root);
        for (Problem &problem : document.problems)
            (*this)(problem.range);
    }
};

/// A scalar value in the tree, and whether a collection above it is in flow style.
struct Leaf {
    Node *node = nullptr;
    bool inFlow = false;
};

Leaf leafAround(Node &node, Range range, bool inFlow)
{
    if (!node.isCollection())
        return {&node, inFlow};
    inFlow |= node.style == Style::Flow;
    const auto after = std::partition_point(node.members.begin(), node.members.end(), [&](const NodeMember &member) {
        return member.value.range.end < range.begin;
    });
    if (after == node.members.end() || after->value.range.begin > range.begin || after->value.range.end < range.end)
        return {};
    return leafAround(after->value, range, inFlow);
}

} // namespace

Document shifted(const Document &document, qsizetype by)
{
    Document moved = document;
    if (by != 0)
        Shift{document.range.begin, by}(moved);
    return moved;
}

std::shared_ptr<const Document> retyped(const Document &document, const QByteArray &text, Range range, qsizetype by)
{
    if (document.broken || document.hasAliases || range.begin < document.content.begin
        || range.end > document.content.end)
        return nullptr;
    auto after = std::make_shared<Document>(document);
    const Leaf leaf = leafAround(after->root, range, false);
    if (!leaf.node || leaf.node->range.begin > range.begin || leaf.node->range.end < range.end)
        return nullptr;
    const Range old = leaf.node->range;
    const Layout layout(text, document.content.end + by);
    const auto bytes = QByteArrayView(text).sliced(old.begin, old.size() + by);
    const auto node = scalarInPlace(*leaf.node, bytes, leaf.inFlow, layout.at(old.end + by));
    if (!node)
        return nullptr;
    Shift{old.end, by}(*after);
    *leaf.node = *node;
    return after;
}

} // namespace sallyport::yaml
