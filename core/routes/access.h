// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

namespace sallyport {

/// Workloads that may reach hosts: those of the namespace that carry all labels of `selector` and not all of any of `exceptSelectors`, to
/// `host` (perhaps a wildcard) but none of `exceptHosts`, on one port, in one class, through one gateway.
struct Access {
    QString namespaceName;
    Labels selector; ///< Empty = every workload.
    QList<Labels>
        exceptSelectors; ///< Each selects some of the workloads of `selector`, none selects all of them. Sorted.
    QString host;
    QStringList exceptHosts; ///< Each below the wildcard `host`. Sorted.
    int port = 0; ///< As the application uses it.
    TrafficClass trafficClass = TrafficClass::Http;
    QString gateway;
    int dialledPort = 0; ///< What the gateway dials at the host.
    RouteOrigin origin; ///< Of the route that decides; of several that agree, of one of them.

    /// All but the origin.
    bool sameAs(const Access &other) const;
};

/// What changes between two route tables, exactly: no tuple (workload, host, port, class, gateway, dialled port) stands in both tables and
/// in one of the lists, and none of one table alone is missing. Entries of one list do not overlap. Traffic that moves to another gateway
/// or to another port of the host is both: newly allowed there, no longer allowed here.
struct AccessDiff {
    std::vector<Access> newlyAllowed; ///< Origins: of the table after.
    std::vector<Access> noLongerAllowed; ///< Origins: of the table before.
};

/// A route table, and the mesh that it was made for: what wildcards mean for TCP depends on it.
struct AccessInput {
    const RouteTable &table;
    const Mesh &mesh;
};

AccessDiff accessDiff(const AccessInput &before, const AccessInput &after);

/// All that a table allows, without overlaps: where several routes fit a workload, the one that decides. Sorted by namespace, host, port.
std::vector<Access> accessOf(const AccessInput &input);

} // namespace sallyport
