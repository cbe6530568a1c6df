// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/edits.h"

#include "core/yaml/scalartext.h"
#include "core/yaml/surroundings.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

/// Where a new key goes: before the first present sibling that is named, else to the end.
size_t positionOf(const Node &map, const QStringList &before)
{
    for (const QString &sibling : before) {
        const auto found = std::find_if(map.members.begin(), map.members.end(),
                                        [&](const NodeMember &member) { return keyText(member.key) == sibling; });
        if (found != map.members.end())
            return size_t(found - map.members.begin());
    }
    return map.members.size();
}

/// The value inside maps of one key each, outermost key first.
Value wrapped(const QList<PathElement> &keys, const Value &value)
{
    Value result = value;
    for (auto key = keys.crbegin(); key != keys.crend(); ++key)
        result = Value::map({{key->name, result}});
    return result;
}

} // namespace

EditFinder::EditFinder(const QByteArray &text, const Document &document)
    : m_layout(text, document.content.end)
    , m_text(text)
    , m_document(document)
    , m_style(styleAround(m_layout, document))
{
}

std::optional<TextEdits> EditFinder::find(const Change &change) const
{
    switch (change.kind) {
    case Change::Kind::Set:
        return set(change);
    case Change::Kind::Remove:
        return remove(change.path);
    case Change::Kind::Insert:
        return insert(change);
    case Change::Kind::InsertItems:
        return insertItems(change);
    case Change::Kind::Arrange:
        return arrange(change);
    case Change::Kind::Move:
        return move(change);
    case Change::Kind::RenameKey:
        return renameKey(change);
    case Change::Kind::AppendDocument:
    case Change::Kind::RemoveDocument:
        break; // not within one document: see patch.cpp
    }
    return std::nullopt;
}

std::optional<TextEdits> EditFinder::rewrite(const FieldPath &path, const Value &value) const
{
    const auto spot = Spot::find(m_layout, m_document, path);
    return spot ? replace(*spot, value) : std::nullopt;
}

std::optional<TextEdits> EditFinder::set(const Change &change) const
{
    if (const auto spot = Spot::find(m_layout, m_document, change.path)) {
        const bool isScalar = spot->node().kind == NodeKind::Scalar
            || (spot->node().kind == NodeKind::Null && spot->node().range.size() > 0);
        return isScalar && !change.value.isCollection() ? setScalar(*spot, change.value) : replace(*spot, change.value);
    }
    FieldPath parent = change.path.parent();
    auto spot = Spot::find(m_layout, m_document, parent);
    while (!spot) {
        parent = parent.parent();
        spot = Spot::find(m_layout, m_document, parent);
    }
    const QList<PathElement> missing = change.path.elements().sliced(parent.size());
    if (std::any_of(missing.begin(), missing.end(), [](const PathElement &element) { return element.isIndex(); }))
        return std::nullopt;
    const Value value = wrapped(missing.sliced(1), change.value);
    return addMember(*spot, missing.front().name, value, change.before.value(0));
}

std::optional<TextEdits> EditFinder::addMember(const Spot &map, const QString &key, const Value &value,
                                               const QStringList &before) const
{
    const Node &node = map.node();
    if (node.kind == NodeKind::Null || (node.kind == NodeKind::Map && node.members.empty()))
        return replace(map, Value::map({{key, value}}));
    if (node.kind != NodeKind::Map)
        return std::nullopt;
    const size_t index = positionOf(node, before);
    if (node.style == Style::Flow) {
        if (!hasBrackets(node))
            return std::nullopt;
        const QByteArray text = flowText(Value::map({{key, value}}), looksLikeJson(m_document, node));
        return insertInFlow(node, index, text.sliced(1, text.size() - 2));
    }
    QByteArray lines;
    BlockWriter(lines, m_style).writeMember(key, value, m_layout.column(node.range.begin));
    return insertLines(map, index, lines);
}

std::optional<TextEdits> EditFinder::remove(const FieldPath &path) const
{
    const auto collection = path.isEmpty() ? std::nullopt : Spot::find(m_layout, m_document, path.parent());
    const auto spot = Spot::find(m_layout, m_document, path);
    if (!spot || !collection)
        return std::nullopt;
    const Node &node = collection->node();
    if (node.style != Style::Flow)
        return removeLines(*collection, spot->index());
    return hasBrackets(node) ? std::optional(removeFromFlow(node, spot->index())) : std::nullopt;
}

std::optional<TextEdits> EditFinder::insert(const Change &change) const
{
    return insertItems({.kind = Change::Kind::InsertItems,
                        .path = change.path,
                        .value = Value::list({change.value}),
                        .before = change.before});
}

std::optional<TextEdits> EditFinder::move(const Change &change) const
{
    const auto list = change.path.isEmpty() ? std::nullopt : Spot::find(m_layout, m_document, change.path.parent());
    if (!list || list->node().kind != NodeKind::List)
        return std::nullopt;
    const size_t from = size_t(change.path.last().index);
    const size_t to = size_t(change.to);
    return list->node().style == Style::Flow ? std::optional(moveInFlow(list->node(), from, to))
                                             : moveLines(*list, from, to);
}

std::optional<TextEdits> EditFinder::renameKey(const Change &change) const
{
    const auto spot = Spot::find(m_layout, m_document, change.path);
    if (!spot || !spot->parent() || spot->isItem())
        return std::nullopt;
    const Node &key = spot->member().key;
    if (key.range.size() == 0 || key.tagged)
        return std::nullopt;
    const bool quotesAll = spot->inFlow() && looksLikeJson(m_document, *spot->parent());
    const QByteArray text =
        quotesAll ? doubleQuoted(change.value.text()) : scalarText(key, change.value, spot->inFlow(), 0);
    return TextEdits{{key.range, text}};
}

} // namespace sallyport::yaml
