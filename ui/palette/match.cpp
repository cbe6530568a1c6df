// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/palette/match.h"

#include <algorithm>

namespace sallyport {

namespace {

constexpr int perLetter = 1;
constexpr int forFollowing = 5; ///< The letter right after the one before.
constexpr int forWordStart = 8;
constexpr int forTextStart = 4;

bool startsWord(const QString &text, qsizetype position)
{
    if (position == 0)
        return true;
    const QChar before = text[position - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[position].isUpper());
}

int worthOf(const QString &text, qsizetype position, qsizetype before)
{
    int worth = perLetter;
    if (before >= 0 && position == before + 1)
        worth += forFollowing;
    if (startsWord(text, position))
        worth += forWordStart;
    if (position == 0)
        worth += forTextStart;
    return worth;
}

/// The word as it stands in the text, best at the start of one of its words.
qsizetype placeOf(const QString &word, const QString &text)
{
    qsizetype first = -1;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return at;
        if (first < 0)
            first = at;
    }
    return first;
}

/// Adds a word's letters to the match; false where the text does not have them.
bool addWord(Match &match, const QString &word, const QString &text)
{
    const qsizetype whole = placeOf(word, text);
    qsizetype before = -1;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const qsizetype at = whole >= 0 ? whole + i : text.indexOf(word[i], before + 1, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        match.score += worthOf(text, at, before);
        match.positions.append(int(at));
        before = at;
    }
    return true;
}

} // namespace

std::optional<Match> matchOf(const QString &query, const QString &text)
{
    Match match;
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!addWord(match, word, text))
            return std::nullopt;
    }
    std::sort(match.positions.begin(), match.positions.end());
    match.positions.erase(std::unique(match.positions.begin(), match.positions.end()), match.positions.end());
    // of two texts with the same letters the shorter says less else
    match.score = match.score * 64 - int(std::min<qsizetype>(text.size(), 63));
    return match;
}

} // namespace sallyport
