// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace sallyport {

/// What is searched for in a text, line by line.
struct Search {
    QString text; ///< Empty = nothing is searched for.
    bool matchCase = false;
    bool operator==(const Search &) const = default;

    bool isEmpty() const { return text.isEmpty(); }
    /// Where the matches start in a line, without overlaps.
    QList<int> matches(QStringView line) const;
};

} // namespace sallyport
