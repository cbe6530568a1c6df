// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/write.h"

#include "core/yaml/blockwriter.h"
#include "core/yaml/keyorder.h"
#include "core/yaml/scalartext.h"

#include <cmath>
#include <utility>

namespace sallyport::yaml {

namespace {

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
            appendWord(out, value);
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
    BlockWriter(out, {}, origins).write(value, 0);
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
