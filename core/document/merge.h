// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace sallyport {

/// Lines that belong together in three texts: the one that both sides started from, ours, and that of the other program.
struct MergeChunk {
    enum class Kind : quint8 {
        Same, ///< Nobody changed it.
        Mine, ///< Only we did.
        Theirs, ///< Only the other program did.
        Both, ///< Both did, in the same way.
        Conflict, ///< Both did, differently.
    };
    enum class Take : quint8 {
        Undecided, ///< Of a conflict that nobody has looked at.
        Mine,
        Theirs,
        MineThenTheirs,
    };

    Kind kind = Kind::Same;
    Take take = Take::Mine;
    QByteArrayList base = {}; ///< Lines with their ends. All three are equal in a chunk that is Same.
    QByteArrayList mine = {};
    QByteArrayList theirs = {};
    bool operator==(const MergeChunk &) const = default;
};

/// The three texts side by side, in order; together the chunks hold every line of each. What one side alone changed is taken from it.
QList<MergeChunk> threeWay(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);

/// How many chunks wait for a decision.
int undecided(const QList<MergeChunk> &chunks);

/// The text of what is taken; ours where nothing was decided.
QByteArray merged(const QList<MergeChunk> &chunks);

} // namespace sallyport
