// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"
#include "core/value.h"

#include <QByteArray>
#include <QStringList>

namespace sallyport::yaml {

/// One change of what a document says, in terms of values; core/yaml/patch.h turns it into edits of the text.
struct Change {
    enum class Kind : quint8 {
        Set, ///< Gives `path` the value; creates it, and missing parents as maps, where absent.
        Remove, ///< Takes the member or item at `path` away; parents stay, an emptied list becomes [] and an emptied map {}.
        Insert, ///< Puts the value before the item at `path` (its last element is an index, which may be one past the last).
        InsertItems, ///< Puts the items of the list `value` before the item at `path`, as Insert does with one.
        Arrange, ///< Keeps those items of the list at `path` whose positions `order` names, in that order; the others go.
        Move, ///< Takes the item at `path` to position `to` of the same list, as counted after it was taken out.
        RenameKey, ///< Gives the member at `path` the key in value.text(), in place.
        AppendDocument, ///< Adds the value as a new document at the end of the file; `path` is unused.
        RemoveDocument, ///< Takes the whole document away, with its separator; `path` is unused.
    };

    Kind kind = Kind::Set;
    FieldPath path;
    Value value;
    int to = 0;
    QList<int> order = {};
    /// Of InsertItems: the items as lines of block style with the dashes in the first column, comments included. They are used
    /// instead of newly written ones where the list has lines of its own and they say the same as `value`.
    QByteArray lines = {};
    /// Where Set creates a member: it goes before the first present sibling named here, else to the end.
    /// For created parents as well as for the member itself, one list per created level, outermost first.
    QList<QStringList> before;
};

} // namespace sallyport::yaml
