// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/documentfindings.h"
#include "core/policy/expectations.h"

namespace sallyport {

/// The cases of an Expectations document, at the positions of the text. A case with an error finding is not to be evaluated.
Expectations readExpectations(const Place &root, DocumentFindings &findings);

} // namespace sallyport
