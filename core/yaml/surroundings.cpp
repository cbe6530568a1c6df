// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/surroundings.h"

#include "core/yaml/scalartext.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

QByteArray lineEndOf(const Layout &layout, qsizetype from)
{
    const qsizetype end = layout.lineEnd(from);
    if (layout.at(end) == '\n' || end >= layout.end())
        return "\n";
    return layout.at(end + 1) == '\n' && end + 1 < layout.end() ? "\r\n" : "\r";
}

/// Looks for a block collection of one kind under a block map's key; how much deeper it stands, or -1.
int indentUnderKey(const Layout &layout, const Node &node, NodeKind kind)
{
    for (const NodeMember &member : node.members) {
        const Node &value = member.value;
        if (value.style == Style::Block && value.kind == kind && node.kind == NodeKind::Map
            && node.style == Style::Block && !value.members.empty())
            return int(layout.column(value.range.begin) - layout.column(node.range.begin));
        if (const int found = indentUnderKey(layout, value, kind); found >= 0)
            return found;
    }
    return -1;
}

} // namespace

BlockStyle styleAround(const Layout &layout, const Document &document)
{
    BlockStyle style;
    style.sortsKeys = false;
    style.lineEnd = lineEndOf(layout, document.range.begin);
    const int mapIndent = indentUnderKey(layout, document.root, NodeKind::Map);
    const int listIndent = indentUnderKey(layout, document.root, NodeKind::List);
    if (mapIndent > 0)
        style.mapIndent = mapIndent;
    if (listIndent >= 0)
        style.listIndent = listIndent;
    return style;
}

bool looksLikeJson(const Document &document, const Node &flowCollection)
{
    const auto isDoubleQuoted = [](const Node &node) {
        return node.isCollection() || node.style == Style::DoubleQuoted;
    };
    const auto &members = flowCollection.members;
    if (flowCollection.kind == NodeKind::Map)
        return !members.empty() && std::all_of(members.begin(), members.end(), [&](const NodeMember &member) {
            return isDoubleQuoted(member.key);
        });
    const bool allQuoted = !members.empty() && std::all_of(members.begin(), members.end(), [&](const NodeMember &item) {
        return isDoubleQuoted(item.value)
            || (item.value.kind == NodeKind::Scalar && !item.value.isText && !resolve(item.value).isString());
    });
    const bool needsAll = std::all_of(members.begin(), members.end(), [](const NodeMember &item) {
        return item.value.kind == NodeKind::Scalar && item.value.style == Style::DoubleQuoted
            && inlineStyle(item.value.text, true) == Style::DoubleQuoted;
    });
    if (!allQuoted || !needsAll)
        return allQuoted;
    const Node &root = document.root;
    return root.style == Style::Flow && root.kind == NodeKind::Map && looksLikeJson(document, root);
}

} // namespace sallyport::yaml
