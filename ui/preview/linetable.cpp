// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/linetable.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace sallyport {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

bool isContinuation(char byte)
{
    return (uchar(byte) & 0xC0) == 0x80;
}

/// UTF-16 units of the character that starts with this byte; 0 inside a character.
int unitsOf(char byte)
{
    return isContinuation(byte) ? 0 : uchar(byte) >= 0xF0 ? 2 : 1;
}

int unitsIn(const QByteArray &text, qsizetype from, qsizetype to)
{
    int units = 0;
    for (qsizetype i = from; i < to; ++i)
        units += unitsOf(text[i]);
    return units;
}

/// The length of the line end at `at`, 0 where there is none. QTextDocument breaks lines at all of these characters.
qsizetype lineEndLength(const QByteArray &text, qsizetype at)
{
    const QByteArrayView rest = QByteArrayView(text).sliced(at);
    switch (uchar(text[at])) {
    case '\n':
        return 1;
    case '\r':
        return rest.startsWith("\r\n") ? 2 : 1;
    case 0xE2: // U+2029
        return rest.startsWith("\xE2\x80\xA9") ? 3 : 0;
    case 0xEF: // U+FDD0, U+FDD1
        return rest.startsWith("\xEF\xB7\x90") || rest.startsWith("\xEF\xB7\x91") ? 3 : 0;
    default:
        return 0;
    }
}

QString decoded(QByteArrayView utf8)
{
    // Not QString::fromUtf8(): that drops a U+FEFF at the start of every piece.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

} // namespace

LineTable::LineTable(const QByteArray &text)
    : m_text(text)
{
    scan(0, text.size(), 0, true, m_lines);
}

/// Appends the lines of text[from, to). `from` is the start of a line, `to` is behind a line end, or `isLast` and the end of the text.
void LineTable::scan(qsizetype from, qsizetype to, int position, bool isLast, std::vector<Line> &lines) const
{
    if (from == 0 && m_text.startsWith(byteOrderMark))
        from = byteOrderMark.size();
    Line line{from, from, position};
    qsizetype at = from;
    while (at < to) {
        const qsizetype length = lineEndLength(m_text, at);
        if (length == 0) {
            position += unitsOf(m_text[at++]);
            continue;
        }
        line.end = at;
        lines.push_back(line);
        at += length;
        line = {at, at, ++position};
    }
    if (isLast) {
        line.end = to;
        lines.push_back(line);
    }
}

int LineTable::positionCount() const
{
    const Line &last = m_lines.back();
    return last.position + unitsIn(m_text, last.byte, last.end);
}

QString LineTable::lines(int first, int count) const
{
    QString result;
    for (int i = first; i < first + count; ++i) {
        if (i > first)
            result += u'\n';
        const Line &line = m_lines[size_t(i)];
        result += decoded(QByteArrayView(m_text).sliced(line.byte, line.end - line.byte));
    }
    return result;
}

QString LineTable::characters(int position, int count) const
{
    if (count == 0)
        return {};
    const int first = lineAt(toByte(position));
    const int last = lineAt(toByte(position + count));
    return lines(first, last - first + 1).mid(position - m_lines[size_t(first)].position, count);
}

int LineTable::lineAt(qsizetype byte) const
{
    const auto after = std::ranges::upper_bound(m_lines, byte, {}, &Line::byte);
    return std::max(0, int(after - m_lines.begin()) - 1);
}

qsizetype LineTable::toByte(int position) const
{
    const auto after = std::ranges::upper_bound(m_lines, position, {}, &Line::position);
    const Line &line = m_lines[size_t(std::max(0, int(after - m_lines.begin()) - 1))];
    int left = position - line.position;
    qsizetype at = line.byte;
    while (at < line.end && left >= unitsOf(m_text[at]))
        left -= unitsOf(m_text[at++]);
    return at;
}

int LineTable::toPosition(qsizetype byte) const
{
    const Line &line = m_lines[size_t(lineAt(byte))];
    qsizetype to = std::clamp(byte, line.byte, line.end);
    while (to > line.byte && to < line.end && isContinuation(m_text[to]))
        --to;
    return line.position + unitsIn(m_text, line.byte, to);
}

/// The line end that new lines get at `line`: its own, else that of the line before it.
QByteArray LineTable::lineEndAt(int line) const
{
    for (int i : {line, line - 1}) {
        if (i < 0 || i + 1 >= lineCount())
            continue;
        const qsizetype end = m_lines[size_t(i)].end;
        const QByteArray lineEnd = m_text.mid(end, m_lines[size_t(i) + 1].byte - end);
        if (lineEnd.size() < 3)
            return lineEnd;
    }
    return "\n";
}

yaml::TextEdit LineTable::edit(int position, int removed, const QString &added) const
{
    const qsizetype begin = toByte(position);
    const qsizetype end = removed == 0 ? begin : toByte(position + removed);
    QByteArray bytes = added.toUtf8();
    const QByteArray lineEnd = lineEndAt(lineAt(begin));
    if (lineEnd != "\n")
        bytes.replace('\n', lineEnd);
    return {{begin, end}, bytes};
}

/// The lines that the edits may change, and by how many bytes they grow.
std::vector<LineTable::Region> LineTable::regionsOf(const yaml::TextEdits &edits) const
{
    std::vector<Region> regions;
    for (const yaml::TextEdit &edit : edits) {
        int first = lineAt(edit.range.begin);
        int last = lineAt(edit.range.end);
        // A line feed put behind a carriage return makes one line end of the two.
        if (first > 0 && m_text[edit.range.begin - 1] == '\r')
            --first;
        if (edit.range.end > m_lines[size_t(last)].end && last + 1 < lineCount())
            ++last;
        const qsizetype growth = edit.text.size() - edit.range.size();
        if (!regions.empty() && regions.back().last >= first) {
            regions.back().last = std::max(regions.back().last, last);
            regions.back().growth += growth;
        } else {
            regions.push_back({first, last, growth});
        }
    }
    return regions;
}

QList<LinePatch> LineTable::apply(const yaml::TextEdits &edits)
{
    const std::vector<Region> regions = regionsOf(edits);
    const qsizetype sizeBefore = m_text.size();
    const std::vector<Line> before = std::exchange(m_lines, {});
    m_text = yaml::apply(edits, m_text);
    m_lines.reserve(before.size());

    QList<LinePatch> patches;
    qsizetype byteShift = 0;
    int positionShift = 0;
    int line = 0;
    const auto keepUpTo = [&](int end) {
        for (; line < end; ++line) {
            const Line &old = before[size_t(line)];
            m_lines.push_back({old.byte + byteShift, old.end + byteShift, old.position + positionShift});
        }
    };
    for (const Region &region : regions) {
        keepUpTo(region.first);
        const bool isLast = size_t(region.last) + 1 == before.size();
        const qsizetype from = region.first == 0 ? 0 : before[size_t(region.first)].byte + byteShift;
        byteShift += region.growth;
        const qsizetype to = (isLast ? sizeBefore : before[size_t(region.last) + 1].byte) + byteShift;
        const int newFirst = lineCount();
        scan(from, to, before[size_t(region.first)].position + positionShift, isLast, m_lines);
        if (!isLast)
            positionShift = positionCount() + 1 - before[size_t(region.last) + 1].position;
        line = region.last + 1;
        patches.append({region.first, line - region.first, newFirst, lineCount() - newFirst});
    }
    keepUpTo(int(before.size()));
    return patches;
}

} // namespace sallyport
