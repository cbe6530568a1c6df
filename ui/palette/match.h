// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace sallyport {

/// How well a text answers what was typed, and which of its characters do.
struct Match {
    int score = 0; ///< Larger is better; comparable between texts for one query.
    QList<int> positions; ///< Ascending, each once.
};

/// Every word of the query must occur in the text, its letters in order, perhaps with others between them: "adrl" finds "Add Rule". Letters
/// that begin a word, follow each other, or stand early count more. Case does not matter. An empty query matches everything alike.
std::optional<Match> matchOf(const QString &query, const QString &text);

} // namespace sallyport
