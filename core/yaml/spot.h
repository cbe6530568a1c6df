// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/layout.h"

#include <optional>
#include <vector>

namespace sallyport::yaml {

/// A node of a tree with the collections it stands in, and what these say about its place in the text.
class Spot
{
public:
    /// The node at a path; nullopt where there is none.
    static std::optional<Spot> find(const Layout &layout, const Document &document, const FieldPath &path);

    const Node &node() const { return *m_node; }
    const Node *parent() const { return m_parent; } ///< Null for the root.
    size_t index() const { return m_index; } ///< Among the parent's members.
    const NodeMember &member() const { return m_parent->members[m_index]; }
    bool isItem() const { return m_parent && m_parent->kind == NodeKind::List; }
    bool inFlow() const { return m_inFlow; } ///< Some collection above it is in flow style.
    qsizetype parentIndent() const
    {
        return m_parentIndent;
    } ///< Column of the parent's keys or dashes; -1 for the root.

    /// Right behind the colon or dash before the node; -1 where there is none (a key alone, an item in []).
    qsizetype place() const { return m_place; }
    /// Where the node's text starts, its tag included.
    qsizetype begin() const;

private:
    explicit Spot(const Layout &layout, const Document &document);
    bool descend(const PathElement &element);

    Layout m_layout;
    const Node *m_node;
    const Node *m_parent = nullptr;
    size_t m_index = 0;
    bool m_inFlow = false;
    qsizetype m_parentIndent = -1;
    qsizetype m_place;
};

/// Where member or item number `index` of a collection starts: its question mark, dash, tag or first character.
qsizetype memberBegin(const Layout &layout, const Node &collection, size_t index);

} // namespace sallyport::yaml
