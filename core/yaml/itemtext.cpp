// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/itemtext.h"

#include "core/yaml/blockwriter.h"
#include "core/yaml/edits.h"

namespace sallyport::yaml {

namespace {

bool says(const QByteArray &lines, const Value &list)
{
    const Stream read = parse(lines);
    if (read.documents.size() != 1)
        return false;
    const Document &document = *read.documents.front();
    return !document.broken && !document.hasAliases && document.problems.isEmpty() && toValue(document.root) == list;
}

/// A document as an item of a list.
QByteArray asItem(const Stream &stream, const Document &document)
{
    QByteArray lines;
    bool hasDash = false;
    QByteArrayView rest = QByteArrayView(stream.text).sliced(document.content.begin, document.content.size());
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        const bool isFirst = !hasDash && !line.trimmed().isEmpty() && !line.trimmed().startsWith('#');
        hasDash = hasDash || isFirst;
        if (!line.isEmpty())
            lines += isFirst ? "- " : hasDash ? "  " : "";
        lines += line;
        lines += '\n';
    }
    return lines;
}

} // namespace

QByteArray itemText(const Stream &stream, const Document &document, const FieldPath &item)
{
    const Value value = toValue(*document.root.find(item));
    const QByteArray whole = item.isEmpty() ? asItem(stream, document) : QByteArray();
    if (!whole.isEmpty() && says(whole, Value::list(std::vector<Value>{value})))
        return whole;
    if (const auto lines = EditFinder(stream.text, document).itemLines(item)) {
        if (says(*lines, Value::list(std::vector<Value>{value})))
            return *lines;
    }
    QByteArray text;
    BlockStyle style;
    style.sortsKeys = false;
    BlockWriter(text, style).writeItem(value, 0);
    return text;
}

} // namespace sallyport::yaml
