// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/edits.h"
#include "core/policy/workspace.h"
#include "core/result.h"

namespace sallyport {

/// A rule, a destination or a host on its way from one place to another.
struct ClipItem {
    enum class Kind : quint8 { Rule, Destination, Host };

    Kind kind = Kind::Rule;
    Value value; ///< With the fields that we do not know.
    QByteArray lines; ///< As an item of a list, with its comments: see yaml::itemText().
    bool operator==(const ClipItem &) const = default;
};

/// What stands at a place of an ASMEgressTrafficPolicy; nullopt where that is neither a rule, a destination nor a host.
std::optional<ClipItem::Kind> clipKindOf(const FieldPath &path);
/// The items in the order of the documents, each once, without those that lie in another one or are not there.
QList<FieldRef> outermost(const Workspace &workspace, QList<FieldRef> items);

/// Items as YAML that a person could paste into an editor: a list of them as they stand, comments included; a host alone as itself.
QByteArray clipText(const Workspace &workspace, const QList<FieldRef> &items);
/// The same, but a host alone is a list of one, too, so that its comment goes along.
QByteArray clipLines(const Workspace &workspace, const QList<FieldRef> &items);
/// The items in YAML of any origin: one item, a list of them, the part of a policy that holds them, whole policies. Error, with the
/// reason, where it says anything else: nothing is left out silently.
Result<QList<ClipItem>> readClip(const QByteArray &text);

/// What putting items into a policy does.
struct ClipInsertion {
    ItemsEdit edit; ///< No changes where all were hosts that are there already.
    int present = 0; ///< Hosts left out because the destination has them.
};

/// Puts items where `at` is: behind it where it is one of their kind, else to the end of the list that belongs to it. Error where
/// there is no such list: destinations need a rule, hosts a destination.
Result<ClipInsertion> insertClip(const Workspace &workspace, const FieldRef &at, const QList<ClipItem> &items);
/// Puts items of one kind into a list of theirs before a position (-1 = at the end): for drops.
ClipInsertion insertClip(const Workspace &workspace, const FieldRef &list, int before, const QList<ClipItem> &items);

} // namespace sallyport
