// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/sourcelines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

int leadingBlanks(QStringView line)
{
    return int(std::ranges::find_if(line, [](QChar c) { return c != u' '; }) - line.begin());
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

/// Where the key or value of a line starts: behind its dashes.
int contentStart(QStringView line)
{
    int start = leadingBlanks(line);
    while (start + 1 < line.size() && line[start] == u'-' && line[start + 1] == u' ')
        start += 1 + leadingBlanks(line.sliced(start + 1));
    return start;
}

QStringView withoutComment(QStringView line)
{
    const qsizetype comment = line.startsWith(u'#') ? 0 : line.indexOf(" #"_L1);
    return (comment < 0 ? line : line.first(comment)).trimmed();
}

bool opensBlock(QStringView text)
{
    if (text.endsWith(u':'))
        return true;
    const qsizetype blank = text.lastIndexOf(u' ');
    const QStringView sign = text.sliced(blank + 1);
    return blank > 0 && (sign.startsWith(u'|') || sign.startsWith(u'>')) && sign.size() <= 3;
}

bool isComment(QStringView line)
{
    return line.trimmed().startsWith(u'#');
}

QString uncommented(const QString &line)
{
    const qsizetype sign = line.indexOf(u'#');
    if (sign < 0)
        return line;
    return line.first(sign) + line.sliced(sign + (line.mid(sign + 1, 1) == " "_L1 ? 2 : 1));
}

} // namespace

QString indentAfter(const QString &line)
{
    const QStringView text = withoutComment(line);
    const int dash = leadingBlanks(line);
    const int start = contentStart(line);
    if (opensBlock(text))
        return QString(start + indentWidth, u' ');
    // Behind "- name: x" the item goes on; behind "- x" comes the next item.
    const bool isMap = QStringView(line).sliced(std::min<qsizetype>(start, line.size())).contains(": "_L1);
    return QString(isMap ? start : dash, u' ');
}

QStringList indented(const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines)
        result.append(isBlank(line) ? line : QString(indentWidth, u' ') + line);
    return result;
}

QStringList unindented(const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines)
        result.append(line.sliced(std::min(indentWidth, leadingBlanks(line))));
    return result;
}

QStringList toggledComments(const QStringList &lines)
{
    const bool allCommented =
        std::ranges::all_of(lines, [](const QString &line) { return isBlank(line) || isComment(line); })
        && std::ranges::any_of(lines, [](const QString &line) { return isComment(line); });
    QStringList result;
    if (allCommented) {
        std::ranges::transform(lines, std::back_inserter(result), uncommented);
        return result;
    }
    int depth = -1;
    for (const QString &line : lines) {
        if (!isBlank(line))
            depth = depth < 0 ? leadingBlanks(line) : std::min(depth, leadingBlanks(line));
    }
    for (const QString &line : lines)
        result.append(isBlank(line) ? line : line.first(depth) + "# "_L1 + line.sliced(depth));
    return result;
}

int backspaceWidth(const QString &beforeCursor)
{
    if (beforeCursor.isEmpty() || leadingBlanks(beforeCursor) < beforeCursor.size())
        return 0;
    const int odd = int(beforeCursor.size() % indentWidth);
    return odd > 0 ? odd : indentWidth;
}

QString cleanText(const QString &text)
{
    QString clean = text;
    clean.replace("\r\n"_L1, "\n"_L1);
    // What QTextDocument takes for the end of a paragraph.
    for (const QChar lineEnd : {QChar(u'\r'), QChar(QChar::ParagraphSeparator), QChar(0xfdd0), QChar(0xfdd1)})
        clean.replace(lineEnd, u'\n');
    clean.remove(QChar(u'\0'));
    for (qsizetype i = 0; i < clean.size(); ++i) {
        if (clean[i].isHighSurrogate() && i + 1 < clean.size() && clean[i + 1].isLowSurrogate())
            ++i;
        else if (clean[i].isSurrogate())
            clean[i] = QChar::ReplacementCharacter;
    }
    return clean;
}

} // namespace sallyport
