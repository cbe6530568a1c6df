// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/edits.h"
#include "core/policy/paste/pastedrow.h"

namespace sallyport {

/// What taking pasted hosts into a policy does.
struct PastePlan {
    QList<DocumentChange> changes;
    int hosts = 0;
    int newDestinations = 0;
    FieldRef first; ///< Where the first of them stands afterwards.
};

/// Puts the rows of state Host into the rule of `at`, which is a destination or, in a rule without any, its place in the list.
///
/// Hosts with the destination's port and protocol go there, before position `before` of its hosts (-1 = at the end), as many as fit;
/// all others go to new destinations behind it, one for each port and protocol and for every 50 hosts. A destination without hosts
/// takes the port of the first of them.
PastePlan planPaste(const Workspace &workspace, const FieldRef &at, int before, const QList<PastedRow> &rows);

/// Makes several destinations of one that has more hosts than a destination takes; no changes where it has not. Hosts keep their
/// comments, and each part is as the whole was in everything else.
QList<DocumentChange> splitDestination(const Workspace &workspace, const FieldRef &destination);

} // namespace sallyport
