// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/blockwriter.h"
#include "core/yaml/change.h"
#include "core/yaml/document.h"
#include "core/yaml/layout.h"
#include "core/yaml/spot.h"
#include "core/yaml/textedit.h"

#include <optional>

namespace sallyport::yaml {

/// Finds the smallest edits of a document's text for a change; what they do is checked by whoever asks.
class EditFinder
{
public:
    EditFinder(const QByteArray &text, const Document &document);

    /// nullopt where the change has no small edit here, or its path does not fit.
    std::optional<TextEdits> find(const Change &change) const;
    /// Writes the node at a path anew with this value.
    std::optional<TextEdits> rewrite(const FieldPath &path, const Value &value) const;
    /// The lines of an item with its comments, the dash in the first column; nullopt where it has no lines of its own.
    std::optional<QByteArray> itemLines(const FieldPath &item) const;

private:
    std::optional<TextEdits> set(const Change &change) const;
    std::optional<TextEdits> remove(const FieldPath &path) const;
    std::optional<TextEdits> insert(const Change &change) const;
    std::optional<TextEdits> move(const Change &change) const;
    std::optional<TextEdits> renameKey(const Change &change) const;

    // editvalue.cpp: one node gets another value.
    std::optional<TextEdits> setScalar(const Spot &spot, const Value &value) const;
    std::optional<TextEdits> replace(const Spot &spot, const Value &value) const;
    std::optional<TextEdits> replaceByInline(const Spot &spot, const Value &value) const;
    std::optional<TextEdits> replaceByBlock(const Spot &spot, const Value &value) const;
    QByteArray scalarText(const Node &old, const Value &value, bool inFlow, qsizetype parentIndent) const;
    QByteArray inlineText(const Spot &spot, const Value &value) const;
    bool likeJson(const Spot &spot) const;

    // editblock.cpp: members and items that have lines of their own.
    TextEdits insertLines(const Spot &collection, size_t index, QByteArray lines) const;
    std::optional<TextEdits> removeLines(const Spot &collection, size_t index) const;
    std::optional<TextEdits> moveLines(const Spot &list, size_t from, size_t to) const;
    Range linesOf(const Node &collection, size_t index) const;
    bool startsItsLine(const Node &collection, size_t index) const;
    qsizetype aboveComments(const Node &collection, size_t index) const;

    // editlist.cpp: many items of a list at once.
    std::optional<TextEdits> insertItems(const Change &change) const;
    std::optional<TextEdits> arrange(const Change &change) const;
    TextEdits arrangeLines(const Spot &list, const QList<int> &order) const;
    TextEdits arrangeInFlow(const Node &list, const QList<int> &order) const;
    Range ownLinesOf(const Spot &list, size_t index) const;

    // editflow.cpp: members and items between brackets.
    TextEdits insertInFlow(const Node &collection, size_t index, const QByteArray &piece) const;
    TextEdits removeFromFlow(const Node &collection, size_t index) const;
    TextEdits moveInFlow(const Node &list, size_t from, size_t to) const;

    std::optional<TextEdits> addMember(const Spot &map, const QString &key, const Value &value,
                                       const QStringList &before) const;
    bool hasBrackets(const Node &collection) const;

    Layout m_layout;
    const QByteArray &m_text;
    const Document &m_document;
    BlockStyle m_style;
};

} // namespace sallyport::yaml
