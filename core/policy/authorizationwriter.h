// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/mesh.h"
#include "core/value.h"

#include <functional>

namespace sallyport {

/// What a rule at an egress gateway is to say, in a person's words: who, and which requests. An empty list does not restrict.
struct AuthorizationIntent {
    QString action; ///< ALLOW or DENY.
    QStringList namespaces;
    QStringList serviceAccounts; ///< namespace/name
    QStringList hosts; ///< Exact ones and wildcards.
    QStringList methods;
    QStringList paths;
    /// Ports of the gateway's pods behind which the HTTP routes are, where the Mesh says so: they spare the author a warning of Istio.
    QList<int> httpTargetPorts;
};

/// The rules that say it safely on a gateway that carries HTTP as well as TLS and TCP (docs/policy.md, AuthorizationPolicy).
///
/// Hosts are written with and without port; rules about HTTP requests are kept off the TLS and TCP routes, or, for ALLOW, joined by one that leaves
/// those open; a wildcard is matched by the server name of its door, since Istio has no pattern for "*.example.org with any port".
/// `wildcardDoor` gives the server name of a wildcard's door.
Value safeRules(const AuthorizationIntent &intent, const std::function<QString(const QString &host)> &wildcardDoor);

/// A whole AuthorizationPolicy with these rules for one gateway.
Value authorizationDocument(const QString &name, const MeshGateway &gateway, const Mesh &mesh, const QString &action,
                            const Value &rules);

} // namespace sallyport
