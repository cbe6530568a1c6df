// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/authorization.h"
#include "core/policy/documentfindings.h"

namespace sallyport {

/// An AuthorizationPolicy as its document says it, with findings where Istio would refuse it (istio.io, pkg/config/validation).
AuthorizationPolicy readAuthorization(const Place &root, DocumentFindings &findings);

} // namespace sallyport
