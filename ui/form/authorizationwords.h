// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/compile.h"

namespace sallyport {

class AuthorizationCursor;

/// What the rule that the cursor stands at does at the gateway, in one or two sentences; what the policy does where it has no rule.
/// It says what Istio does with what is written, not what was meant.
QString meaningOf(const AuthorizationCursor &cursor, const Compilation &compilation);

} // namespace sallyport
