// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/textchange.h"

#include "core/document/textlines.h"

#include <algorithm>

namespace sallyport {

using yaml::TextEdit;
using yaml::TextEdits;

TextEdits difference(const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    // Whole characters: a view must not be handed half of one.
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    while (head > 0
           && ((head < before.size() && continues(before[head])) || (head < after.size() && continues(after[head]))))
        --head;
    while (tail > 0 && continues(before[before.size() - tail]))
        --tail;
    return {TextEdit{{head, before.size() - tail}, after.mid(head, after.size() - tail - head)}};
}

TextEdits lineEdits(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArrayView> a = linesOf(before);
    const QList<QByteArrayView> b = linesOf(after);
    std::vector<LinePair> pairs = commonLines(a, b);
    pairs.push_back({int(a.size()), int(b.size())});
    TextEdits edits;
    LinePair at;
    qsizetype offset = 0;
    for (const LinePair &same : pairs) {
        TextEdit edit{{offset, offset}, {}};
        for (; at.before < same.before; ++at.before)
            edit.range.end += a[at.before].size();
        for (; at.after < same.after; ++at.after)
            edit.text += b[at.after];
        offset = edit.range.end;
        if (edit.range.size() > 0 || !edit.text.isEmpty())
            edits.append(edit);
        if (same.before < int(a.size()))
            offset += a[same.before].size();
        at = {same.before + 1, same.after + 1};
    }
    return edits;
}

TextEdits withoutIdle(const TextEdits &edits, const QByteArray &before)
{
    TextEdits result;
    for (const TextEdit &edit : edits) {
        if (QByteArrayView(before).sliced(edit.range.begin, edit.range.size()) != edit.text)
            result.append(edit);
    }
    return result;
}

} // namespace sallyport
