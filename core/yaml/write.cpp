// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/write.h"

#include "core/yaml/keyorder.h"
#include "core/yaml/scalartext.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace sallyport::yaml {

namespace {

/// kubectl writes longer keys with a question mark before them.
constexpr qsizetype longestSimpleKey = 128;

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
    char buffer[32];
    // The exponent decides on the notation, as in Go's %g.
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::scientific).ptr;
    const QByteArrayView scientific(buffer, end);
    const int exponent = scientific.sliced(scientific.indexOf('e') + 1).toInt();
    if (exponent < -4 || exponent >= 6) {
        out += scientific;
        return;
    }
    char fixed[64];
    out.append(fixed, std::to_chars(fixed, fixed + sizeof fixed, d, std::chars_format::fixed).ptr - fixed);
}

void appendNumberOrWord(QByteArray &out, const Value &value)
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

/// Appends block style lines to a buffer, noting for each line where its value came from.
class Writer
{
public:
    Writer(QByteArray &out, std::vector<quint32> *origins)
        : m_out(out)
        , m_origins(origins)
    {
    }

    /// Writes a value whose lines are indented by `indent`; the first one continues the current line, where the caller has put what
    /// leads up to it (a dash or a key) without the space behind.
    void write(const Value &value, qsizetype indent)
    {
        if (value.isString())
            writeString(value, indent);
        else if (!value.isCollection())
            writeScalar(value);
        else if (value.isEmpty())
            line(value.isMap() ? " {}" : " []", value.origin());
        else if (value.isMap())
            writeMap(value, indent);
        else
            writeList(value, indent);
    }

private:
    /// The members of a map, each starting with the indentation but the first, which stands where the line is now.
    void writeMap(const Value &map, qsizetype indent)
    {
        bool first = true;
        for (const Member *member : membersInKeyOrder(map)) {
            if (!first)
                m_out.append(indent, ' ');
            first = false;
            writeMember(*member, indent);
        }
    }

    void writeList(const Value &list, qsizetype indent)
    {
        bool first = true;
        for (const Member &item : list.members()) {
            if (!first)
                m_out.append(indent, ' ');
            first = false;
            m_out += '-';
            if (item.value.isCollection() && !item.value.isEmpty())
                m_out += ' ';
            write(item.value, indent + 2);
        }
    }

    void writeMember(const Member &member, qsizetype indent)
    {
        const qsizetype begin = m_out.size();
        writeKey(member.key);
        const bool isLong = m_out.size() - begin > longestSimpleKey;
        if (isLong) {
            m_out.insert(begin, "? ");
            line("", member.value.origin());
            m_out.append(indent, ' ');
        }
        m_out += ':';
        if (!member.value.isCollection() || member.value.isEmpty()) {
            write(member.value, indent + 2);
        } else if (isLong) {
            m_out += ' ';
            write(member.value, indent + 2);
        } else {
            const qsizetype inner = member.value.isMap() ? indent + 2 : indent;
            line("", member.value.origin());
            m_out.append(inner, ' ');
            write(member.value, inner);
        }
    }

    void writeKey(const QString &text) { appendInline(m_out, text, inlineStyle(text, false)); }

    void writeString(const Value &value, qsizetype indent)
    {
        const Style style = canonicalStyle(value.text());
        m_out += ' ';
        if (style == Style::Literal) {
            writeLiteral(value, indent);
            return;
        }
        appendInline(m_out, value.text(), style);
        line("", value.origin());
    }

    void writeScalar(const Value &value)
    {
        m_out += ' ';
        appendNumberOrWord(m_out, value);
        line("", value.origin());
    }

    void writeLiteral(const Value &value, qsizetype indent)
    {
        m_out += '|' + literalHeader(value.text());
        line("", value.origin());
        QStringView text = value.text();
        if (text.endsWith(u'\n'))
            text.chop(1);
        for (const QStringView part : text.split(u'\n')) {
            if (!part.isEmpty())
                m_out.append(indent, ' ');
            appendUtf8(m_out, part);
            line("", value.origin());
        }
    }

    void line(const char *rest, quint32 origin)
    {
        m_out += rest;
        m_out += '\n';
        if (m_origins)
            m_origins->push_back(origin);
    }

    QByteArray &m_out;
    std::vector<quint32> *m_origins;
};

void appendJsonString(QByteArray &out, const QString &text)
{
    out += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (uchar(c) < 0x20) {
            out += "\\u" + QByteArray::number(int(c), 16).rightJustified(4, '0');
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendJson(QByteArray &out, const Value &value)
{
    const char *separator = "";
    switch (value.type()) {
    case Value::Type::Map:
        out += '{';
        for (const Member *member : membersInKeyOrder(value)) {
            out += std::exchange(separator, ",");
            appendJsonString(out, member->key);
            out += ':';
            appendJson(out, member->value);
        }
        out += '}';
        break;
    case Value::Type::List:
        out += '[';
        for (const Member &item : value.members()) {
            out += std::exchange(separator, ",");
            appendJson(out, item.value);
        }
        out += ']';
        break;
    case Value::Type::String:
        appendJsonString(out, value.text());
        break;
    default:
        // JSON has no word for what is no number.
        if (std::isfinite(value.toDouble()))
            appendNumberOrWord(out, value);
        else
            out += "null";
    }
}

} // namespace

QByteArray write(const Value &value)
{
    QByteArray out;
    write(value, out);
    return out;
}

void write(const Value &value, QByteArray &out, std::vector<quint32> *origins)
{
    const qsizetype begin = out.size();
    Writer(out, origins).write(value, 0);
    if (!value.isCollection() || value.isEmpty())
        out.remove(begin, 1); // the space that sets a value off from its key
}

QByteArray scalar(const QString &text)
{
    QByteArray out;
    appendInline(out, text, inlineStyle(text, false));
    return out;
}

QByteArray toJson(const Value &value)
{
    QByteArray out;
    appendJson(out, value);
    return out;
}

} // namespace sallyport::yaml
