// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/documentfindings.h"
#include "core/policy/policy.h"

namespace sallyport {

/// The policy that a document says, with findings for everything about it that the document alone shows to be wrong.
///
/// Lists keep the positions of the text: an item of the wrong type is there as an empty one.
Policy readPolicy(const Place &root, DocumentFindings &findings);

} // namespace sallyport
