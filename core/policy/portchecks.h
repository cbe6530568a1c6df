// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/documentfindings.h"
#include "core/policy/policy.h"

namespace sallyport {

/// spec.egressRules[].to[].port
Port readPort(const Place &place, DocumentFindings &findings);
/// spec.egressRules[].to[].byEgressGateway; nullopt where it is absent.
std::optional<GatewayPort> readGatewayPort(const Place &place, DocumentFindings &findings);
/// spec.egressRules[].to[].httpsUpgrade; nullopt where it is absent.
std::optional<HttpsUpgrade> readUpgrade(const Place &place, std::optional<Protocol> protocol,
                                        DocumentFindings &findings);
/// The name of an egress gateway: spec.byEgressGateway.name and its overrides.
QString readGatewayName(const Place &place, DocumentFindings &findings);

} // namespace sallyport
