// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"
#include "core/result.h"

namespace sallyport {

/// The workspace after these changes, made the way the editor makes them.
Result<Workspace> changed(const Workspace &workspace, const QList<DocumentChange> &changes);

} // namespace sallyport
