// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/union.h"

#include <QHash>

namespace sallyport::kube {

/// What must be withdrawn before a transition can expand.
struct Withdrawal {
    /// VirtualServices of clients without the live routes that are in the way. Where what such a route allowed stays allowed by
    /// another way, they have the wanted routes of that port already.
    ManifestSet clients;
    bool detours = false; ///< Some have: gateways must know these ways first.
    QHash<ObjectKey, QSet<int>>
        contested; ///< VirtualServices of gateways, and their gateway ports that cannot serve both states.
};

/// Compares the HTTP routes of clients: two ports of one host that share a gateway port are in each other's way. Where two ports swap
/// their gateway ports, there is no way around, and their requests are cut until the switch.
Withdrawal withdrawalOf(const ManifestSet &live, const ManifestSet &wanted, const GatewayNamespaces &gateways);

} // namespace sallyport::kube
