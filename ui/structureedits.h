// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

namespace sallyport {

/// A change of what a policy consists of: one undo step, and what to look at when it is done.
struct StructureEdit {
    QString undoText;
    QList<DocumentChange> changes;
    FieldRef selectAfter;
};

// Edits of rules and destinations, wherever they are asked for: navigator, form, menus. `item` is the place of a rule or a destination.
// The parts must exist; an item that cannot be moved that way gives nullopt.

/// A new rule before position `before` of the policy (-1 = at the end), for the clients of the rule before it.
StructureEdit addRule(const Workspace &workspace, const DocumentId &policy, int before = -1);
/// A new destination before position `before` of the rule (-1 = at the end).
StructureEdit addDestination(const Workspace &workspace, const FieldRef &rule, int before = -1);
StructureEdit duplicate(const Workspace &workspace, const FieldRef &item);
StructureEdit removeItem(const Workspace &workspace, const FieldRef &item);
/// Up (by < 0) or down within its list.
std::optional<StructureEdit> moveItem(const Workspace &workspace, const FieldRef &item, int by);

/// True for the path of a rule or of a destination itself.
bool isRuleOrDestination(const FieldPath &path);
/// "httpbin-http", as lists call the rule or destination.
QString itemTitle(const Workspace &workspace, const FieldRef &item);

} // namespace sallyport
