// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "core/policy/clipboard.h"

#include <optional>

class QMimeData;

namespace sallyport {

// Where dragged rules and destinations stand, beside the YAML that every program takes: only the editor that they come from
// understands it, and can move them. Two windows of the program speak YAML with each other.

void addPlaces(QMimeData *data, const WorkspaceEditor &editor, const QList<FieldRef> &items);
/// Empty where they come from elsewhere.
QList<FieldRef> placesIn(const QMimeData &data, const WorkspaceEditor &editor);
/// What they are; nullopt where that is nothing for a policy, or not all of one kind.
std::optional<ClipItem::Kind> kindOf(const QMimeData &data, const WorkspaceEditor &editor);

} // namespace sallyport
