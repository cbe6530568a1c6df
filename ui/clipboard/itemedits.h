// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/clipboard.h"
#include "ui/structureedits.h"

namespace sallyport {

// Edits of several rules, destinations or hosts at once, each one undo step with words for it: for menus, lists, drags and drops.

/// "web", or "3 rules" for several: what lists, undo steps and messages call them.
QString itemsTitle(const Workspace &workspace, const QList<FieldRef> &items);
QString itemsTitle(const QList<ClipItem> &items);

StructureEdit cutItems(const Workspace &workspace, const QList<FieldRef> &items);
StructureEdit removeItems(const Workspace &workspace, const QList<FieldRef> &items, const QString &undoText);
/// What pasting them where `at` is does; the changes are empty where all were hosts that are there already.
Result<StructureEdit> pasteItems(const Workspace &workspace, const FieldRef &at, const QList<ClipItem> &items);

} // namespace sallyport
