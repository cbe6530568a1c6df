// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/blockwriter.h"

#include "core/yaml/keyorder.h"
#include "core/yaml/scalartext.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace sallyport::yaml {

namespace {

/// kubectl writes longer keys with a question mark before them.
constexpr qsizetype longestSimpleKey = 128;

std::vector<const Member *> membersOf(const Value &map, bool sorted)
{
    if (sorted)
        return membersInKeyOrder(map);
    std::vector<const Member *> members;
    for (const Member &member : map.members())
        members.push_back(&member);
    return members;
}

bool startsOnItsKeysLine(const Value &value)
{
    return !value.isCollection() || value.isEmpty();
}

void appendDouble(QByteArray &out, double d)
{
    if (std::isnan(d) || std::isinf(d)) {
        out += std::isnan(d) ? ".nan" : d > 0 ? ".inf" : "-.inf";
        return;
    }
    constexpr double largestExact = 9007199254740992.0; // 2^53
    if (std::floor(d) == d && std::abs(d) <= largestExact) {
        out += QByteArray::number(qint64(d));
        return;
    }
    char buffer[512];
    // The exponent decides on the notation, as in Go's %g.
    char *end = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::scientific).ptr;
    const QByteArrayView scientific(buffer, end);
    const int exponent = scientific.sliced(scientific.indexOf('e') + 1).toInt();
    if (exponent >= -4 && exponent < 6)
        end = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::fixed).ptr;
    out.append(buffer, end - buffer);
}

} // namespace

void appendWord(QByteArray &out, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case Value::Type::Int:
        out += QByteArray::number(value.toInt());
        break;
    case Value::Type::Double:
        appendDouble(out, value.toDouble());
        break;
    default:
        out += "null";
    }
}

void BlockWriter::write(const Value &value, qsizetype indent)
{
    if (value.isString()) {
        writeString(value, indent);
    } else if (!value.isCollection()) {
        m_out += ' ';
        appendWord(m_out, value);
        endLine(value.origin());
    } else if (value.isEmpty()) {
        m_out += value.isMap() ? " {}" : " []";
        endLine(value.origin());
    } else if (value.isMap()) {
        writeMap(value, indent);
    } else {
        writeList(value, indent);
    }
}

void BlockWriter::writeMap(const Value &map, qsizetype indent)
{
    bool first = true;
    for (const Member *member : membersOf(map, m_style.sortsKeys)) {
        if (!std::exchange(first, false))
            m_out.append(indent, ' ');
        writeMember(member->key, member->value, indent);
    }
}

void BlockWriter::writeList(const Value &list, qsizetype indent)
{
    bool first = true;
    for (const Member &item : list.members()) {
        if (!std::exchange(first, false))
            m_out.append(indent, ' ');
        writeItem(item.value, indent);
    }
}

void BlockWriter::writeItem(const Value &value, qsizetype indent)
{
    m_out += '-';
    if (!startsOnItsKeysLine(value))
        m_out += ' ';
    write(value, indent + 2);
}

void BlockWriter::writeMember(const QString &key, const Value &value, qsizetype indent)
{
    const qsizetype begin = m_out.size();
    appendInline(m_out, key, inlineStyle(key, false));
    const bool isLong = m_out.size() - begin > longestSimpleKey;
    if (isLong) {
        m_out.insert(begin, "? ");
        endLine(value.origin());
        m_out.append(indent, ' ');
    }
    m_out += ':';
    if (startsOnItsKeysLine(value)) {
        write(value, indent + 2);
    } else if (isLong) {
        m_out += ' ';
        write(value, indent + 2);
    } else {
        const qsizetype inner = indent + (value.isMap() ? m_style.mapIndent : m_style.listIndent);
        endLine(value.origin());
        m_out.append(inner, ' ');
        write(value, inner);
    }
}

void BlockWriter::writeString(const Value &value, qsizetype indent)
{
    const Style style = canonicalStyle(value.text());
    m_out += ' ';
    if (style == Style::Literal) {
        writeLiteral(value, indent);
        return;
    }
    appendInline(m_out, value.text(), style);
    endLine(value.origin());
}

void BlockWriter::writeLiteral(const Value &value, qsizetype indent)
{
    m_out += '|' + literalHeader(value.text());
    endLine(value.origin());
    QStringView text = value.text();
    if (text.endsWith(u'\n'))
        text.chop(1);
    for (const QStringView line : text.split(u'\n')) {
        if (!line.isEmpty())
            m_out.append(indent, ' ');
        appendUtf8(m_out, line);
        endLine(value.origin());
    }
}

void BlockWriter::endLine(quint32 origin)
{
    if (m_style.lineEnd.size() == 1)
        m_out += m_style.lineEnd.front();
    else
        m_out += m_style.lineEnd;
    if (m_origins)
        m_origins->push_back(origin);
}

QByteArray flowText(const Value &value, bool likeJson)
{
    const auto text = [likeJson](const QString &string) {
        QByteArray out;
        appendInline(out, string, likeJson ? Style::DoubleQuoted : inlineStyle(string, true));
        return out;
    };
    QByteArray out;
    if (value.isString()) {
        out = text(value.text());
    } else if (!value.isCollection()) {
        appendWord(out, value);
    } else {
        out += value.isMap() ? '{' : '[';
        for (const Member &member : value.members()) {
            if (out.size() > 1)
                out += ", ";
            if (value.isMap())
                out += text(member.key) + ": ";
            out += flowText(member.value, likeJson);
        }
        out += value.isMap() ? '}' : ']';
    }
    return out;
}

} // namespace sallyport::yaml
