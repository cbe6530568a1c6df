// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <algorithm>

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

/// Brings `rows` to `wanted` in steps that views can follow: first what is another in its place, then what came or went.
///
/// `changed(first, count)` is told after the fact; `inserted` and `removed` get (first, count, commit) and call commit() between the
/// model's begin and end.
template<typename T, typename Changed, typename Inserted, typename Removed>
void updateRows(QList<T> &rows, const QList<T> &wanted, Changed changed, Inserted inserted, Removed removed)
{
    const RowDiff diff = rowDiff(rows, wanted);
    const int common = std::min(diff.removed, diff.inserted);
    if (common > 0) {
        std::copy_n(wanted.begin() + diff.first, common, rows.begin() + diff.first);
        changed(diff.first, common);
    }
    const auto commit = [&] { rows = wanted; };
    if (diff.inserted > common)
        inserted(diff.first + common, diff.inserted - common, commit);
    else if (diff.removed > common)
        removed(diff.first + common, diff.removed - common, commit);
}

} // namespace sallyport
