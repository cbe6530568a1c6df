// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/layout.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

bool isFlowIndicator(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

/// What stands between the | or > of a block scalar and its line's end.
struct BlockHeader {
    qsizetype indent = 0; ///< 0 where the text's first line decides.
    bool keepsBlankLines = false;
};

BlockHeader blockHeader(const Layout &layout, qsizetype offset)
{
    BlockHeader header;
    for (++offset; !layout.isBlankOrBreakAt(offset); ++offset) {
        const char c = layout.at(offset);
        if (c >= '1' && c <= '9')
            header.indent = c - '0';
        header.keepsBlankLines |= c == '+';
    }
    return header;
}

} // namespace

bool Layout::isIndicatorAt(qsizetype offset, char indicator) const
{
    return at(offset) == indicator && isBlankOrBreakAt(offset + 1);
}

qsizetype Layout::lineStart(qsizetype offset) const
{
    while (offset > 0 && m_text[offset - 1] != '\n' && m_text[offset - 1] != '\r')
        --offset;
    return offset;
}

qsizetype Layout::lineEnd(qsizetype offset) const
{
    while (offset < end() && m_text[offset] != '\n' && m_text[offset] != '\r')
        ++offset;
    return offset;
}

qsizetype Layout::nextLine(qsizetype offset) const
{
    offset = lineEnd(offset);
    if (offset < end() && m_text[offset] == '\r' && at(offset + 1) == '\n')
        ++offset;
    return std::min(offset + 1, end());
}

qsizetype Layout::skipSpaces(qsizetype offset) const
{
    while (offset < end() && m_text[offset] == ' ')
        ++offset;
    return offset;
}

qsizetype Layout::skipBlanks(qsizetype offset) const
{
    while (offset < end() && isBlankAt(offset))
        ++offset;
    return offset;
}

qsizetype Layout::skipToToken(qsizetype offset) const
{
    while (offset < end()) {
        if (m_text[offset] == '#')
            offset = lineEnd(offset);
        else if (isBlankOrBreakAt(offset))
            ++offset;
        else
            break;
    }
    return offset;
}

qsizetype Layout::skipTag(qsizetype offset) const
{
    const bool isVerbatim = at(offset + 1) == '<';
    while (offset < end() && !isBlankOrBreakAt(offset)) {
        if (isVerbatim ? m_text[offset] == '>' : isFlowIndicator(m_text[offset]))
            return isVerbatim ? offset + 1 : offset;
        ++offset;
    }
    return offset;
}

qsizetype Layout::skipAnchor(qsizetype offset) const
{
    while (offset < end() && !isBlankOrBreakAt(offset) && !isFlowIndicator(m_text[offset]))
        ++offset;
    return offset;
}

bool Layout::plainStopsAt(qsizetype offset, bool inFlow) const
{
    const char c = m_text[offset];
    if (c == ':')
        return isBlankOrBreakAt(offset + 1)
            || (inFlow && (at(offset + 1) == ',' || at(offset + 1) == ']' || at(offset + 1) == '}'));
    if (inFlow && (isFlowIndicator(c) || c == '?'))
        return true;
    return isBlankOrBreakAt(offset) && at(offset + 1) == '#';
}

qsizetype Layout::plainEnd(qsizetype offset, qsizetype leastIndent, bool inFlow) const
{
    qsizetype lastEnd = offset;
    while (offset < end()) {
        while (offset < end() && !isBreakAt(offset) && !plainStopsAt(offset, inFlow)) {
            ++offset;
            if (!isBlankAt(offset - 1))
                lastEnd = offset;
        }
        if (offset == end() || !isBreakAt(offset))
            break;
        qsizetype next = offset;
        qsizetype line = offset;
        do {
            line = nextLine(next);
            next = skipBlanks(line);
        } while (next < end() && isBreakAt(next));
        // A comment ends the scalar; so does a line that is indented less.
        if (next == end() || at(next) == '#' || next - line < leastIndent)
            break;
        offset = next;
    }
    return lastEnd;
}

qsizetype Layout::quotedEnd(qsizetype offset) const
{
    const char quote = m_text[offset];
    for (++offset; offset < end(); ++offset) {
        const char c = m_text[offset];
        if (c == '\\' && quote == '"') {
            ++offset;
        } else if (c == quote) {
            if (quote == '"' || at(offset + 1) != quote)
                return offset + 1;
            ++offset;
        }
    }
    return -1;
}

qsizetype Layout::blockScalarEnd(qsizetype offset, qsizetype parentIndent) const
{
    const BlockHeader header = blockHeader(*this, offset);
    bool decided = header.indent > 0;
    qsizetype indent = std::max(parentIndent, qsizetype(0)) + (decided ? header.indent : 1);
    qsizetype lastEnd = lineEnd(offset);
    for (qsizetype line = nextLine(offset); line < end(); line = nextLine(line)) {
        const qsizetype content = skipSpaces(line);
        const qsizetype column = content - line;
        if (!decided)
            indent = std::max(indent, column);
        const bool isEmpty = isBreakAt(content) && column <= indent;
        if (isEmpty && !header.keepsBlankLines)
            continue;
        if (!isEmpty && column < indent)
            break;
        decided |= !isEmpty;
        lastEnd = lineEnd(content);
    }
    return lastEnd;
}

} // namespace sallyport::yaml
