// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/textedit.h"

#include <QByteArrayView>

namespace sallyport::yaml {

/// Tells where the pieces of YAML's text end: blanks and comments, properties, and each style of scalar.
///
/// yaml-cpp says only where a node starts. All offsets count from the start of the file; nothing at or past `end` is looked at.
/// The rules are the reader's, so that both agree on every byte.
class Layout
{
public:
    explicit Layout(QByteArrayView text)
        : Layout(text, text.size())
    {
    }
    Layout(QByteArrayView text, qsizetype end)
        : m_text(text.first(end))
    {
    }

    qsizetype end() const { return m_text.size(); }
    /// The byte at an offset; a line feed past the end.
    char at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : '\n'; }
    QByteArrayView text(Range range) const { return m_text.sliced(range.begin, range.size()); }
    bool isBlankAt(qsizetype offset) const { return at(offset) == ' ' || at(offset) == '\t'; }
    bool isBreakAt(qsizetype offset) const { return at(offset) == '\n' || at(offset) == '\r'; }
    bool isBlankOrBreakAt(qsizetype offset) const { return isBlankAt(offset) || isBreakAt(offset); }
    /// A one-character indicator that needs a blank behind it: - ? :
    bool isIndicatorAt(qsizetype offset, char indicator) const;

    qsizetype lineStart(qsizetype offset) const;
    qsizetype lineEnd(qsizetype offset) const; ///< Where the line's break stands, or the end.
    qsizetype nextLine(qsizetype offset) const; ///< Behind the line's break.
    qsizetype column(qsizetype offset) const { return offset - lineStart(offset); } ///< In bytes, as the reader counts.
    bool sameLine(qsizetype a, qsizetype b) const { return lineEnd(a) >= b; } ///< For a <= b.

    qsizetype skipSpaces(qsizetype offset) const;
    qsizetype skipBlanks(qsizetype offset) const; ///< Spaces and tabs.
    qsizetype skipToToken(qsizetype offset) const; ///< Blanks, line breaks and comments.
    qsizetype skipTag(qsizetype offset) const; ///< From the ! on.
    qsizetype skipAnchor(qsizetype offset) const; ///< From the & or * on.

    /// Ends of scalars, from their first byte: one past the last byte that belongs to them.
    qsizetype plainEnd(qsizetype offset, qsizetype leastIndent, bool inFlow) const;
    qsizetype quotedEnd(qsizetype offset) const; ///< -1 where the quote is never closed.
    /// `parentIndent` is the column of the collection it stands in, -1 for none. Its last line break does not belong to it.
    qsizetype blockScalarEnd(qsizetype offset, qsizetype parentIndent) const;

private:
    bool plainStopsAt(qsizetype offset, bool inFlow) const;

    QByteArrayView m_text;
};

} // namespace sallyport::yaml
