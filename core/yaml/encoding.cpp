// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/encoding.h"

#include "core/yaml/problems.h"

#include <algorithm>
#include <array>

namespace sallyport::yaml {

namespace {

uchar byteAt(QByteArrayView text, qsizetype offset)
{
    return offset < text.size() ? uchar(text[offset]) : uchar(0);
}

bool isContinuation(uchar byte)
{
    return (byte & 0xc0) == 0x80;
}

/// The length of the UTF-8 sequence at an offset; 0 where there is none. The second byte rules out overlong forms, surrogates
/// and what lies beyond U+10FFFF.
qsizetype sequenceLength(QByteArrayView text, qsizetype offset)
{
    const uchar lead = byteAt(text, offset);
    const uchar second = byteAt(text, offset + 1);
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4 || !isContinuation(second))
        return 0;
    if (lead < 0xe0)
        return 2;
    if (!isContinuation(byteAt(text, offset + 2)))
        return 0;
    if (lead < 0xf0)
        return (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second >= 0xa0) ? 0 : 3;
    if (!isContinuation(byteAt(text, offset + 3)) || (lead == 0xf0 && second < 0x90)
        || (lead == 0xf4 && second >= 0x90))
        return 0;
    return 4;
}

bool looksLikeWideCharacters(QByteArrayView text)
{
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        return true;
    return text.size() >= 2 && (text[0] == 0) != (text[1] == 0);
}

/// Bytes that may start a character which YAML does not allow.
bool mayBeIllegal(uchar byte)
{
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f || byte == 0xc2 || byte == 0xe2
        || byte == 0xef;
}

struct Character {
    uint code;
    qsizetype length;
};

Character characterAt(QByteArrayView text, qsizetype offset)
{
    const uint lead = byteAt(text, offset);
    if (lead < 0x80)
        return {lead, 1};
    const uint second = byteAt(text, offset + 1) & 0x3fU;
    if (lead < 0xe0)
        return {(lead & 0x1f) << 6 | second, 2};
    return {(lead & 0xf) << 12 | second << 6 | (byteAt(text, offset + 2) & 0x3fU), 3};
}

bool isIllegal(uint c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe
        || c == 0xffff;
}

} // namespace

qsizetype byteOrderMark(QByteArrayView text)
{
    return text.startsWith("\xef\xbb\xbf") ? 3 : 0;
}

std::optional<Problem> encodingProblem(QByteArrayView text)
{
    if (looksLikeWideCharacters(text))
        return problems::otherEncoding();
    for (qsizetype offset = 0; offset < text.size();) {
        const qsizetype length = sequenceLength(text, offset);
        if (length == 0)
            return problems::notUtf8({offset, offset + 1});
        if (text[offset] == 0)
            return problems::nulByte({offset, offset + 1});
        offset += length;
    }
    return std::nullopt;
}

std::optional<Problem> characterProblem(QByteArrayView text, Range range)
{
    static const auto table = [] {
        std::array<bool, 256> suspects{};
        for (size_t byte = 0; byte < suspects.size(); ++byte)
            suspects[byte] = mayBeIllegal(uchar(byte));
        return suspects;
    }();
    for (qsizetype offset = range.begin; offset < range.end; ++offset) {
        if (!table[byteAt(text, offset)])
            continue;
        const Character c = characterAt(text, offset);
        if (isIllegal(c.code))
            return problems::illegalCharacter({offset, offset + c.length}, c.code);
    }
    return std::nullopt;
}

} // namespace sallyport::yaml
