// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace sallyport {

/// A line that two texts have in common, as its index (from 0) in each.
struct LinePair {
    int before = 0;
    int after = 0;
    bool operator==(const LinePair &) const = default;
};

/// The text's lines with their ends: a line that only lost its end is another line. They live as long as the text.
QList<QByteArrayView> linesOf(const QByteArray &text);

/// The lines that stay when one text becomes the other, ascending: as many as possible. Works for pieces of any size, words for one.
///
/// Texts that have thousands of lines of difference are compared less thoroughly, along the lines that both have exactly once.
std::vector<LinePair> commonLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after);

} // namespace sallyport
