// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/documentfindings.h"
#include "core/policy/mesh.h"

namespace sallyport {

/// The facts that a Mesh document states, with defaults where it is silent or wrong.
Mesh readMesh(const Place &root, DocumentFindings &findings);

} // namespace sallyport
