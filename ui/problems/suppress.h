// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

namespace sallyport {

struct Workspace;

/// True for a warning or note whose document can carry the annotation, and that is not set aside already.
bool canSuppress(const Workspace &workspace, const Diagnostic &finding);
/// Sets the finding's code aside in its document, with the reason as the answer: a fix like any other, shown before it is taken.
Fix suppressFix(const Workspace &workspace, const Diagnostic &finding);

} // namespace sallyport
