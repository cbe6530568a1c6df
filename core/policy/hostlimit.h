// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sallyport {

/// The hosts that one destination takes (the schema of ASMEgressTrafficPolicy).
constexpr int mostHosts = 50;

} // namespace sallyport
