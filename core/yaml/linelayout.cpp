// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/linelayout.h"

#include "core/yaml/encoding.h"
#include "core/yaml/spot.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

class LineLayout
{
public:
    LineLayout(const QByteArray &text, const Document &document)
        : m_layout(text, document.range.end)
    {
        const qsizetype begin = document.range.begin == 0 ? byteOrderMark(text) : document.range.begin;
        for (qsizetype line = begin; line < document.range.end; line = m_layout.nextLine(line)) {
            const qsizetype end = m_layout.lineEnd(line);
            const qsizetype column = m_layout.skipBlanks(line) - line;
            m_lines.push_back(
                {.range = {line, end}, .column = column, .newColumn = column, .isBlank = line + column == end});
        }
    }

    std::vector<Line> take() { return std::move(m_lines); }

    /// Marks the lines that go on with something, and lets them move with its first line.
    void followFirstLines(const Node &node)
    {
        const bool isBlock = node.isCollection() && node.style == Style::Block;
        if (!isBlock && node.range.size() > 0) {
            const size_t first = lineAt(node.range.begin);
            const size_t last = lineAt(node.range.end - 1);
            const bool isBlockText = node.style == Style::Literal || node.style == Style::Folded;
            const bool isQuoted = node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted;
            for (size_t i = first + 1; i <= last; ++i) {
                m_lines[i].isInside = true;
                m_lines[i].keepsBlanks |= isBlockText || (isQuoted && i < last);
                moveBy(m_lines[i], shiftOf(m_lines[first]));
            }
            m_lines[first].keepsBlanks |= first < last && isQuoted;
        }
        for (const NodeMember &member : node.members) {
            followFirstLines(member.key);
            followFirstLines(member.value);
        }
    }

    void place(const Node &node, qsizetype column)
    {
        if (node.style != Style::Block)
            return;
        for (size_t i = 0; i < node.members.size(); ++i) {
            const qsizetype begin = memberBegin(m_layout, node, i);
            Line &line = m_lines[lineAt(begin)];
            if (line.range.begin + line.column == begin) {
                line.newColumn = column;
                m_placed.push_back(lineAt(begin));
            }
            const Node &value = node.members[i].value;
            const bool isBeside = m_layout.sameLine(begin, value.range.begin);
            if (isBeside) // behind a dash: the distance stays
                place(value, column + value.range.begin - begin);
            else
                place(value, column + (node.kind == NodeKind::Map && value.kind == NodeKind::List ? 0 : 2));
        }
    }

    /// A comment on its own line stands where the line below it stands, if it stood there before; else it moves with the line above.
    void placeComments()
    {
        std::sort(m_placed.begin(), m_placed.end());
        for (size_t i = m_lines.size(); i-- > 0;) {
            Line &line = m_lines[i];
            if (!isComment(line))
                continue;
            const auto below = std::find_if(m_lines.begin() + qsizetype(i) + 1, m_lines.end(),
                                            [](const Line &other) { return !other.isBlank; });
            if (below != m_lines.end() && below->column == line.column) {
                line.newColumn = below->newColumn;
                continue;
            }
            const auto above = std::lower_bound(m_placed.begin(), m_placed.end(), i);
            if (above != m_placed.begin())
                moveBy(line, shiftOf(m_lines[*(above - 1)]));
        }
    }

private:
    size_t lineAt(qsizetype offset) const
    {
        const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), offset,
                                            [](qsizetype o, const Line &line) { return o < line.range.begin; });
        return size_t(std::max(after - m_lines.begin() - 1, ptrdiff_t(0)));
    }

    bool isComment(const Line &line) const
    {
        return !line.isBlank && !line.isInside && m_layout.at(line.range.begin + line.column) == '#';
    }
    static qsizetype shiftOf(const Line &line) { return line.newColumn - line.column; }
    static void moveBy(Line &line, qsizetype shift) { line.newColumn = std::max(line.column + shift, qsizetype(0)); }

    Layout m_layout;
    std::vector<Line> m_lines;
    std::vector<size_t> m_placed; ///< Numbers of the lines that members of block collections start.
};

} // namespace

std::vector<Line> layOut(const QByteArray &text, const Document &document, bool indents)
{
    LineLayout layout(text, document);
    if (indents)
        layout.place(document.root, 0);
    layout.followFirstLines(document.root);
    if (indents)
        layout.placeComments();
    return layout.take();
}

} // namespace sallyport::yaml
