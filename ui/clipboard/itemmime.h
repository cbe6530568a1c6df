// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/clipboard.h"

class QMimeData;

namespace sallyport {

// Rules, destinations and hosts on the clipboard and in drags, between policies, windows and other programs.

/// The items as plain text, and as a type of our own, which says that no guessing is needed. The caller owns it.
QMimeData *mimeOf(const Workspace &workspace, const QList<FieldRef> &items);
/// Whether it was made by mimeOf(), by this program or by another one of its kind; nothing is read yet.
bool holdsItems(const QMimeData *data);
/// What is in it, ours or any YAML text; or why there is nothing.
Result<QList<ClipItem>> itemsOf(const QMimeData *data);

} // namespace sallyport
