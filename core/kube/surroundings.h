// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/manifest.h"

#include <QStringList>

namespace sallyport::kube {

/// What other objects of a cluster change about the wanted ones, one sentence each: ServiceEntries, VirtualServices and DestinationRules for
/// the same hosts where a client or gateway sees them (exportTo), Sidecars that hide a host or the gateway or let everything out, and
/// plain servers on a port of a gateway that we use. `others` are objects that are not of our set.
QStringList influences(const std::vector<Value> &others, const ManifestSet &wanted, const GatewayNamespaces &gateways);

/// The tool that keeps an object as its repository says, and the name that it goes by there: "Argo CD application web"; empty = none that we
/// know. What we write into such an object is set back.
QString gitOpsOwner(const Value &object);

} // namespace sallyport::kube
