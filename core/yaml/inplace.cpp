// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/inplace.h"

#include "core/yaml/scalartext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::yaml {

namespace {

bool endsScalar(char next, bool inFlow)
{
    return next == ' ' || next == '\t' || next == '\n' || next == '\r'
        || (inFlow && (next == ',' || next == ']' || next == '}'));
}

bool isOneLineOfText(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x20 && c != 0x7f; })
        && !bytes.contains("\xc2") && !bytes.contains("\xe2\x80") && !bytes.contains("\xef\xbf");
}

bool isNullWord(const QString &text)
{
    return text == "~"_L1 || text == "null"_L1 || text == "Null"_L1 || text == "NULL"_L1;
}

/// The text between quotes, where no escape is in it.
std::optional<QString> unquoted(QByteArrayView bytes)
{
    const char quote = bytes.front();
    if (bytes.size() < 2 || bytes.back() != quote)
        return std::nullopt;
    const QByteArrayView inner = bytes.sliced(1, bytes.size() - 2);
    if (inner.contains(quote) || (quote == '"' && inner.contains('\\')))
        return std::nullopt;
    return QString::fromUtf8(inner);
}

} // namespace

std::optional<Node> scalarInPlace(const Node &old, QByteArrayView bytes, bool inFlow, char next)
{
    const bool isBlock = old.style == Style::Literal || old.style == Style::Folded;
    if (old.isCollection() || isBlock || old.tagged || old.range.size() == 0 || bytes.isEmpty()
        || !endsScalar(next, inFlow) || !isOneLineOfText(bytes))
        return std::nullopt;
    Node node{.kind = NodeKind::Scalar};
    node.range = {old.range.begin, old.range.begin + bytes.size()};
    if (bytes.front() == '"' || bytes.front() == '\'') {
        const auto text = unquoted(bytes);
        if (!text)
            return std::nullopt;
        node.style = bytes.front() == '"' ? Style::DoubleQuoted : Style::SingleQuoted;
        node.isText = true;
        node.text = *text;
        return node;
    }
    node.text = QString::fromUtf8(bytes);
    if (!staysPlain(node.text, inFlow))
        return std::nullopt;
    if (isNullWord(node.text))
        node.kind = NodeKind::Null;
    return node;
}

} // namespace sallyport::yaml
