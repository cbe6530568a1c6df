// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/union.h"

#include <QHash>

namespace sallyport::kube {

/// What must be withdrawn before a transition can expand.
struct Withdrawal {
    ManifestSet clients; ///< VirtualServices of clients without the live routes that are in the way.
    QHash<ObjectKey, ReplacedPorts> replaced; ///< VirtualServices of gateways, and their gateway ports that take only the wanted routes.
};

/// Compares the HTTP routes of clients: two ports of one host that share a gateway port are in each other's way.
Withdrawal withdrawalOf(const ManifestSet &live, const ManifestSet &wanted, const GatewayNamespaces &gateways);

} // namespace sallyport::kube
