// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace sallyport {

/// One line of a difference. Line numbers count from 1; 0 where the line is not in that text.
struct DiffLine {
    enum class Kind : quint8 { Same, Removed, Added };
    Kind kind = Kind::Same;
    QByteArray text; ///< Without its line end.
    int before = 0;
    int after = 0;
    bool operator==(const DiffLine &) const = default;
};

/// Changed lines that stand together, with some unchanged ones around them.
struct DiffHunk {
    QList<DiffLine> lines;
    bool operator==(const DiffHunk &) const = default;
};

/// The difference of two texts by lines, as few of them as possible; removed lines come before those that were added in their place.
///
/// Texts that have thousands of lines of difference are compared less thoroughly: the answer is right, but may be longer than it had
/// to be. A line end alone is a difference, too. `context`: how many unchanged lines are shown around a change.
QList<DiffHunk> textDiff(const QByteArray &before, const QByteArray &after, int context = 3);

/// The hunks as people and tools know them: @@ -1,3 +1,4 @@ and lines led by a blank, a minus or a plus.
QByteArray unified(const QList<DiffHunk> &hunks);

} // namespace sallyport
