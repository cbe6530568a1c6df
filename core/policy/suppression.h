// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

namespace sallyport {

struct Workspace;

/// Marks the findings that the annotation sallyport.dev/suppress of their document names, with its reason. Errors stay as they are.
void applySuppressions(QList<Diagnostic> &findings, const Workspace &workspace);

} // namespace sallyport
