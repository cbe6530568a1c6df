// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QList>

#include <algorithm>
#include <functional>

namespace sallyport {

/// The one stretch in which two lists differ: `removed` rows from `first` on became `inserted` rows.
struct RowDiff {
    int first = 0;
    int removed = 0;
    int inserted = 0;
};

template<typename T>
RowDiff rowDiff(const QList<T> &before, const QList<T> &after)
{
    const auto shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {int(head), int(before.size() - head - tail), int(after.size() - head - tail)};
}

} // namespace sallyport
