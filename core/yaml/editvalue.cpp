// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/edits.h"
#include "core/yaml/scalartext.h"
#include "core/yaml/surroundings.h"

namespace sallyport::yaml {

namespace {

bool isBlockText(const Node &node)
{
    return node.kind == NodeKind::Scalar && (node.style == Style::Literal || node.style == Style::Folded);
}

bool isBlockCollection(const Node &node)
{
    return node.isCollection() && node.style == Style::Block;
}

} // namespace

bool EditFinder::likeJson(const Spot &spot) const
{
    const Node &node = spot.node();
    if (node.isCollection() && !node.members.empty())
        return node.style == Style::Flow && looksLikeJson(m_document, node);
    return spot.parent() && spot.inFlow() && looksLikeJson(m_document, *spot.parent());
}

/// The value in the style that the scalar before it had, where it can be kept.
QByteArray EditFinder::scalarText(const Node &old, const Value &value, bool inFlow, qsizetype parentIndent) const
{
    QByteArray out;
    if (!value.isString()) {
        appendWord(out, value);
        return out;
    }
    const QString &text = value.text();
    if (isBlockText(old) && canonicalStyle(text) == Style::Literal) {
        BlockWriter(out, m_style).write(value, std::max(parentIndent, qsizetype(0)) + 2);
        return out.sliced(1, out.size() - 1 - m_style.lineEnd.size());
    }
    // Quotes that we would have written, too ("", "n" on the way to "nginx"), say nothing about the author's style.
    const bool isChosen = old.kind == NodeKind::Scalar && old.style != inlineStyle(old.text, inFlow);
    Style style = inlineStyle(text, inFlow);
    if (isChosen && old.style == Style::DoubleQuoted)
        style = Style::DoubleQuoted;
    else if (isChosen && old.style == Style::SingleQuoted && canBeSingleQuoted(text))
        style = Style::SingleQuoted;
    appendInline(out, text, style);
    return out;
}

std::optional<TextEdits> EditFinder::setScalar(const Spot &spot, const Value &value) const
{
    const Node &old = spot.node();
    const bool quotesAll = value.isString() && likeJson(spot);
    const QByteArray text =
        quotesAll ? doubleQuoted(value.text()) : scalarText(old, value, spot.inFlow(), spot.parentIndent());
    return TextEdits{{{spot.begin(), old.range.end}, text}};
}

QByteArray EditFinder::inlineText(const Spot &spot, const Value &value) const
{
    if (spot.inFlow() || value.isCollection())
        return flowText(value, likeJson(spot));
    QByteArray out;
    if (value.isString())
        appendInline(out, value.text(), inlineStyle(value.text(), false));
    else
        appendWord(out, value);
    return out;
}

std::optional<TextEdits> EditFinder::replace(const Spot &spot, const Value &value) const
{
    const Node &old = spot.node();
    const bool staysFlow = old.style == Style::Flow && !old.members.empty();
    if (spot.inFlow() || staysFlow || !value.isCollection() || value.isEmpty())
        return replaceByInline(spot, value);
    return replaceByBlock(spot, value);
}

std::optional<TextEdits> EditFinder::replaceByInline(const Spot &spot, const Value &value) const
{
    const Node &old = spot.node();
    const bool isAbsent = old.range.size() == 0 && !old.tagged;
    const QByteArray text = inlineText(spot, value);
    if (!spot.parent())
        return TextEdits{{{spot.begin(), old.range.end}, isAbsent ? text + m_style.lineEnd : text}};
    if (isAbsent && spot.place() < 0) // a key alone, in braces
        return spot.inFlow() ? std::optional(TextEdits{{old.range, ": " + text}}) : std::nullopt;
    if (isAbsent) {
        const qsizetype rest = m_layout.skipBlanks(spot.place());
        const qsizetype end = m_layout.isBreakAt(rest) ? rest : spot.place();
        return TextEdits{{{spot.place(), end}, ' ' + text}};
    }
    if (!isBlockCollection(old) || spot.place() < 0)
        return TextEdits{{{spot.begin(), old.range.end}, text}};
    const qsizetype end = m_layout.lineEnd(old.range.end);
    if (m_layout.sameLine(spot.place(), old.range.begin))
        return TextEdits{{{spot.place(), end}, ' ' + text}};
    // What follows the key on its line, a comment, stays.
    const qsizetype keyLineEnd = m_layout.lineEnd(spot.place());
    if (m_layout.skipBlanks(spot.place()) == keyLineEnd)
        return TextEdits{{{spot.place(), end}, ' ' + text}};
    return TextEdits{{{spot.place(), spot.place()}, ' ' + text}, {{keyLineEnd, end}, {}}};
}

std::optional<TextEdits> EditFinder::replaceByBlock(const Spot &spot, const Value &value) const
{
    const Node &old = spot.node();
    if (spot.parent() && spot.place() < 0)
        return std::nullopt;
    const qsizetype end =
        old.range.size() > 0 && isBlockCollection(old) ? m_layout.lineEnd(old.range.end) : old.range.end;
    const qsizetype under = value.isMap() ? m_style.mapIndent : m_style.listIndent;
    const qsizetype indent = !spot.parent() ? 0 : spot.parentIndent() + (spot.isItem() ? 2 : under);
    QByteArray lines;
    BlockWriter(lines, m_style).write(value, indent);
    if (!spot.parent()) {
        if (old.range.size() > 0)
            lines.chop(m_style.lineEnd.size());
        return TextEdits{{{spot.begin(), end}, lines}};
    }
    lines.chop(m_style.lineEnd.size());
    if (spot.isItem())
        return TextEdits{{{spot.place(), end}, ' ' + lines}};
    lines = m_style.lineEnd + QByteArray(indent, ' ') + lines;
    const bool startsBelow = !m_layout.sameLine(spot.place(), old.range.begin);
    if (startsBelow)
        return TextEdits{{{m_layout.lineEnd(spot.place()), end}, lines}};
    // The comment behind the old value stays on the key's line.
    const qsizetype lineEnd = m_layout.lineEnd(end);
    if (isBlockText(old) || m_layout.skipBlanks(end) == lineEnd)
        return TextEdits{{{spot.place(), lineEnd}, lines}};
    return TextEdits{{{spot.place(), end}, {}}, {{lineEnd, lineEnd}, lines}};
}

} // namespace sallyport::yaml
