// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/pem.h"

#include <optional>

namespace sallyport::kube {

namespace {

/// The content of "-----BEGIN x-----": x, where the line is one.
std::optional<QByteArray> marker(const QByteArray &line, const QByteArray &word)
{
    const QByteArray begin = "-----" + word + ' ';
    if (!line.startsWith(begin) || !line.endsWith("-----") || line.size() < begin.size() + 5)
        return {};
    return line.mid(begin.size(), line.size() - begin.size() - 5);
}

QByteArray withoutTrailingBlanks(QByteArray line)
{
    while (!line.isEmpty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.chop(1);
    return line;
}

/// The block between two markers, or nothing where it holds no base64.
std::optional<PemBlock> blockOf(const QByteArray &type, const QList<QByteArray> &lines)
{
    PemBlock block{.type = type};
    qsizetype first = 0;
    while (first < lines.size() && lines[first].contains(':')) {
        block.hasHeaders = true;
        ++first;
    }
    QByteArray text;
    for (const QByteArray &line : lines.mid(first))
        text += line;
    text.replace(' ', "").replace('\t', "");
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || text.size() % 4 != 0)
        return {};
    block.der = *decoded;
    return block;
}

} // namespace

QList<PemBlock> pemBlocks(const QByteArray &text)
{
    QList<PemBlock> blocks;
    std::optional<QByteArray> type;
    QList<QByteArray> lines;
    for (const QByteArray &raw : text.split('\n')) {
        const QByteArray line = withoutTrailingBlanks(raw);
        if (const std::optional<QByteArray> begin = marker(line, "BEGIN")) {
            type = begin;
            lines.clear();
        } else if (type && marker(line, "END") == type) {
            if (const std::optional<PemBlock> block = blockOf(*type, lines))
                blocks.append(*block);
            type.reset();
        } else if (type) {
            lines.append(line);
        }
    }
    return blocks;
}

} // namespace sallyport::kube
