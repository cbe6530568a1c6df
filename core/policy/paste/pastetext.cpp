// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pastetext.h"

#include <QChar>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 16 * 1024;

bool isBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\f' || c == u'\v' || c == u'\u0085' || c == u'\u2028' || c == u'\u2029';
}

/// What a character is read as; a null where it has no width.
QChar plain(QChar c)
{
    switch (c.unicode()) {
    case 0x00AD: // soft hyphen
    case 0x200B: // zero width space
    case 0x200C: // zero width non-joiner
    case 0x200D: // zero width joiner
    case 0x200E: // marks of direction
    case 0x200F:
    case 0x202A:
    case 0x202B:
    case 0x202C:
    case 0x202D:
    case 0x202E:
    case 0x2060: // word joiner
    case 0x2066:
    case 0x2067:
    case 0x2068:
    case 0x2069:
    case 0xFEFF: // byte order mark
        return {};
    case 0x2010: // hyphens that word processors make
    case 0x2011:
        return u'-';
    case 0x3002: // full stops that IDNA takes for dots
    case 0xFF0E:
    case 0xFF61:
        return u'.';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x2039:
    case 0x203A:
        return u'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
        return u'"';
    case 0x3001: // enumeration comma
    case 0xFF0C:
        return u',';
    case 0xFF1B:
        return u';';
    case 0xFF1A:
        return u':';
    case 0x2022: // bullets
    case 0x2023:
    case 0x25CF:
    case 0x25E6:
    case 0x25AA:
    case 0x2043:
    case 0x2013: // dashes
    case 0x2014:
    case 0x2192: // arrows
        return u' ';
    default:
        break;
    }
    if (c != u'\t' && (c.isSpace() || c.category() == QChar::Other_Control))
        return u' ';
    return c;
}

/// Dots, schemes and at signs that were made harmless so that no program links them.
QString armed(QString line)
{
    for (const QLatin1StringView dot : {"[.]"_L1, "(.)"_L1, "{.}"_L1, "[dot]"_L1, "(dot)"_L1, "[DOT]"_L1})
        line.replace(dot, "."_L1);
    line.replace("[:]"_L1, ":"_L1);
    line.replace("[://]"_L1, "://"_L1);
    return line;
}

} // namespace

QString cleanedLine(QStringView line)
{
    QString clean;
    clean.reserve(line.size());
    bool hasBrackets = false;
    for (const QChar c : line) {
        if (c.unicode() > u' ' && c.unicode() < 0x7F) { // nearly all there is
            hasBrackets = hasBrackets || c == u'[' || c == u'(' || c == u'{';
            clean += c;
            continue;
        }
        if (const QChar p = plain(c); !p.isNull())
            clean += p;
    }
    if (hasBrackets)
        clean = armed(clean);
    return clean;
}

QStringView LineCutter::next()
{
    if (!m_inLine)
        ++m_number;
    m_inLine = false;
    qsizetype end = 0;
    while (end < m_rest.size() && !isBreak(m_rest[end])) {
        const QChar c = m_rest[end];
        if (end >= longestLine && (c == u',' || c == u';' || c.isSpace())) {
            m_inLine = true;
            break;
        }
        ++end;
    }
    const QStringView line = m_rest.first(end);
    const bool isPair = end + 1 < m_rest.size() && m_rest[end] == u'\r' && m_rest[end + 1] == u'\n';
    m_rest = m_rest.sliced(qMin(m_rest.size(), end + (m_inLine ? 0 : isPair ? 2 : 1)));
    return line;
}

} // namespace sallyport
