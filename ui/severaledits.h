// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/clipboard/itemedits.h"

namespace sallyport {

/// One undo step, what to look at after it, and what is selected together then, where there are several.
struct SeveralEdit {
    StructureEdit step;
    QList<FieldRef> itemsAfter;
};

// Edits of several rules or destinations at once, beside those of the clipboard, in whichever policies and files they are: one step
// each. `items` are outermost() and not empty. Comments and fields that we do not know go along.

/// What all of them are; nullopt where some are rules and some destinations.
std::optional<ClipItem::Kind> kindOf(const QList<FieldRef> &items);

StructureEdit deletion(const Workspace &workspace, const QList<FieldRef> &items);
/// Copies behind the last one of each list, with names of their own. Precondition: kindOf().
SeveralEdit duplication(const Workspace &workspace, const QList<FieldRef> &items);
bool canShift(const Workspace &workspace, const QList<FieldRef> &items, int by);
/// Up (by < 0) or down within their lists, each as far as it can go; nullopt where none of them can.
std::optional<SeveralEdit> shift(const Workspace &workspace, const QList<FieldRef> &items, int by);
/// To another place of a list of theirs, before a position of it (-1 = at the end). nullopt where they are there already.
std::optional<SeveralEdit> transfer(const Workspace &workspace, const QList<FieldRef> &items, const FieldRef &list,
                                    int before);
/// What comes from another window, put into a list before a position of it (-1 = at the end).
SeveralEdit insertion(const Workspace &workspace, const QList<ClipItem> &items, const FieldRef &list, int before);

/// A new document of a kind that is edited here, beside what is selected; a policy is for a gateway that has none yet, if there is one.
StructureEdit newDocument(const Workspace &workspace, const FieldRef &selected, DocumentKind kind);
StructureEdit documentDeletion(const Workspace &workspace, const QList<FieldRef> &documents);

} // namespace sallyport
