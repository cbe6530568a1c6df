// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/names.h"
#include "core/routes/routetable.h"

#include <vector>

namespace sallyport {

/// The kinds of generated objects, in output order: those of the gateways' namespaces first, then those of the clients'.
///
/// To add a kind: 1 the enumerator, in its place  2 its grouping in objectspec.cpp  3 a file with its lowering, declared in lower.h and
/// called in lower.cpp  4 a golden case  5 a case for the mesh  6 docs/istio.md.
enum class ObjectKind : quint8 {
    Guard,
    GatewayServiceEntry,
    UpgradeDestinationRule,
    GatewayLeg,
    L4GatewayLeg,
    Door,
    WildcardDoor,
    L4Gateway,
    ClientDestinationRule,
    ClientServiceEntry,
    MeshLeg,
};

QString kindName(ObjectKind kind); ///< "ServiceEntry" …
/// Position of a kubernetes kind within its namespace's output; kinds that share one are sorted by name together.
int outputRank(ObjectKind kind);

/// One object to be: its name and the routes that meet in it. What the other fields mean depends on the kind; unused ones are empty.
struct ObjectSpec {
    ObjectKind kind = ObjectKind::Guard;
    QString namespaceName;
    QString name;
    QString gateway;
    QString host;
    QString clientNamespace;
    /// Of a host at its gateways: some of its HTTP routes there are upgraded, and others are not.
    bool upgradedAndPlain = false;
    /// Indices into the table: in document order, but for client ServiceEntries and mesh legs in order of precedence.
    std::vector<quint32> routes;
};

/// All objects that the routes need, in output order.
std::vector<ObjectSpec> objectSpecs(const std::vector<EgressRoute> &routes, const Mesh &mesh, Names &names);

} // namespace sallyport
