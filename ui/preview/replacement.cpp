// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/replacement.h"

#include <algorithm>

namespace sallyport {

namespace {

qsizetype commonPrefix(QStringView a, QStringView b)
{
    const auto [end, _] = std::ranges::mismatch(a, b);
    const qsizetype length = end - a.begin();
    return length > 0 && a[length - 1].isHighSurrogate() ? length - 1 : length;
}

qsizetype commonSuffix(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype length = 0;
    while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    return length > 0 && a[a.size() - length].isLowSurrogate() ? length - 1 : length;
}

} // namespace

Replacement replacementFor(QStringView before, QStringView after)
{
    const qsizetype prefix = commonPrefix(before, after);
    const qsizetype suffix = commonSuffix(before.sliced(prefix), after.sliced(prefix));
    return {int(prefix), int(before.size() - prefix - suffix),
            after.sliced(prefix, after.size() - prefix - suffix).toString()};
}

} // namespace sallyport
