// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/scalartext.h"

#include "core/yaml/plain.h"

#include <algorithm>
#include <array>

namespace sallyport::yaml {

namespace {

/// What stands in a text that decides how it can be written.
struct Content {
    bool blankAtEdge = false; ///< Starts or ends with a space or line break.
    bool blankAtLineEnd = false; ///< A space before a line break or at the very end.
    bool breaks = false;
    bool special = false; ///< Needs an escape: control characters, line separators, what kubectl escapes as well.
    bool indicators = false; ///< Means something to YAML when unquoted in a block.
    bool flowIndicators = false; ///< Means something to YAML when unquoted inside [] or {}.
};

/// As kubectl has it: beyond ASCII the Basic Multilingual Plane without separators, surrogates and byte order marks.
bool isPrintable(char16_t c)
{
    if (c < 0x80)
        return (c >= 0x20 && c < 0x7f) || c == u'\n';
    return c >= 0xa0 && c != 0x2028 && c != 0x2029 && (c < 0xd800 || c >= 0xe000) && c != 0xfeff && c < 0xfffe;
}

bool isLeadingIndicator(char16_t c)
{
    return c < 0x80 && QByteArrayView("#,[]{}&*!|>'\"%@`").contains(char(c));
}

bool isFlowIndicator(char16_t c)
{
    return c == u',' || c == u'[' || c == u']' || c == u'{' || c == u'}' || c == u'?' || c == u':';
}

bool isBlank(char16_t c)
{
    return c == u' ' || c == u'\t' || c == u'\n';
}

void inspectStart(QStringView text, Content &found)
{
    const char16_t first = text.front().unicode();
    const bool alone = text.size() == 1 || isBlank(text[1].unicode());
    const bool isMark = first == u'?' || first == u':' || first == u'-';
    found.indicators =
        isLeadingIndicator(first) || (isMark && alone) || text.startsWith(u"---") || text.startsWith(u"...");
    found.flowIndicators = isMark && (alone || isFlowIndicator(text[1].unicode()));
    found.blankAtEdge = isBlank(first) || isBlank(text.back().unicode());
    found.blankAtLineEnd = text.back() == u' ';
}

Content inspect(QStringView text)
{
    Content found;
    if (text.isEmpty())
        return found;
    inspectStart(text, found);
    char16_t previous = u' ';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool beforeBlank = i + 1 == text.size() || isBlank(text[i + 1].unicode());
        found.indicators |= (c == u':' && beforeBlank) || (c == u'#' && isBlank(previous));
        found.flowIndicators |= isFlowIndicator(c);
        found.breaks |= c == u'\n';
        found.blankAtLineEnd |= c == u'\n' && i > 0 && previous == u' ';
        found.special |= !isPrintable(c);
        previous = c;
    }
    return found;
}

/// Letters, digits and the punctuation of names: by far most strings are made of these alone.
bool isName(QStringView text)
{
    static const auto table = [] {
        std::array<bool, 128> safe{};
        for (int c = 0; c < 128; ++c)
            safe[size_t(c)] = QChar::isLetterOrNumber(uint(c)) || c == '_' || c == '/' || c == '.' || c == '-';
        return safe;
    }();
    return !text.isEmpty() && text.front().isLetter()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && table[c.unicode()]; });
}

void appendEscape(QByteArray &out, char32_t c)
{
    static constexpr struct {
        char32_t c;
        char name;
    } names[] = {{0, '0'},  {7, 'a'},   {8, 'b'},     {9, 't'},    {10, 'n'},   {11, 'v'},     {12, 'f'},    {13, 'r'},
                 {27, 'e'}, {'"', '"'}, {'\\', '\\'}, {0x85, 'N'}, {0xa0, '_'}, {0x2028, 'L'}, {0x2029, 'P'}};
    out += '\\';
    for (const auto &known : names) {
        if (known.c == c) {
            out += known.name;
            return;
        }
    }
    const int digits = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
    out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    out += QByteArray::number(uint(c), 16).toUpper().rightJustified(digits, '0');
}

} // namespace

bool staysPlain(const QString &text, bool inFlow)
{
    if (isName(text))
        return true;
    const Content found = inspect(text);
    return !(text.isEmpty() || found.indicators || found.blankAtEdge || found.breaks || found.special
             || (inFlow && found.flowIndicators));
}

bool canBePlain(const QString &text, bool inFlow)
{
    return !text.isEmpty() && !isMisreadAsPlain(text) && staysPlain(text, inFlow);
}

bool canBeSingleQuoted(const QString &text)
{
    const Content found = inspect(text);
    return !found.breaks && !found.special;
}

Style inlineStyle(const QString &text, bool inFlow)
{
    if (canBePlain(text, inFlow))
        return Style::Plain;
    return isMisreadAsPlain(text) || !canBeSingleQuoted(text) ? Style::DoubleQuoted : Style::SingleQuoted;
}

Style canonicalStyle(const QString &text)
{
    if (!text.contains(u'\n'))
        return inlineStyle(text, false);
    const Content found = inspect(text);
    return found.special || found.blankAtLineEnd ? Style::DoubleQuoted : Style::Literal;
}

QByteArray singleQuoted(const QString &text)
{
    QByteArray out = text.toUtf8();
    out.replace("'", "''");
    return '\'' + out + '\'';
}

QByteArray doubleQuoted(const QString &text)
{
    QByteArray out("\"");
    for (const char32_t c : text.toUcs4()) {
        if (c == '"' || c == '\\' || c == '\n' || c > 0xffff || !isPrintable(char16_t(c)))
            appendEscape(out, c);
        else
            appendUtf8(out, QString(QChar(char16_t(c))));
    }
    return out += '"';
}

void appendUtf8(QByteArray &out, QStringView text)
{
    const qsizetype begin = out.size();
    out.resize(begin + text.size());
    char *at = out.data() + begin;
    for (const QChar c : text) {
        if (c.unicode() >= 0x80) {
            out.truncate(begin);
            out += text.toUtf8();
            return;
        }
        *at++ = char(c.unicode());
    }
}

void appendInline(QByteArray &out, const QString &text, Style style)
{
    if (style == Style::SingleQuoted)
        out += singleQuoted(text);
    else if (style == Style::DoubleQuoted)
        out += doubleQuoted(text);
    else
        appendUtf8(out, text);
}

QByteArray literalHeader(const QString &text)
{
    QByteArray header;
    if (text.startsWith(u' ') || text.startsWith(u'\n'))
        header += '2';
    if (!text.endsWith(u'\n'))
        header += '-';
    else if (text.size() == 1 || text.endsWith(u"\n\n"))
        header += '+';
    return header;
}

} // namespace sallyport::yaml
