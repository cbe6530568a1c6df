// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"
#include "core/value.h"

namespace sallyport {

/// One rule of an AuthorizationPolicy in the parts that the panel edits; everything else stays in `raw`.
struct AuthorizationRule {
    QStringList namespaces, notNamespaces;
    QStringList serviceAccounts; ///< source.serviceAccounts, "name" or "namespace/name".
    QStringList principals;
    QStringList hosts, notHosts;
    QStringList methods, notMethods;
    QStringList paths, notPaths;
    QStringList ports, notPorts;
    bool hasOtherHttpFields = false; ///< requestPrincipals, request.* conditions and the like: HTTP only, too.
    bool pinnedOffL4 =
        false; ///< Has a `when` on connection.sni that keeps it off our L4 chains, or one that names HTTP doors only.
    bool operator==(const AuthorizationRule &) const = default;
};

/// A security.istio.io AuthorizationPolicy, as far as an egress gateway's questions go.
struct AuthorizationPolicy {
    QString apiVersion, namespaceName, name;
    Labels selector;
    QString action; ///< ALLOW, DENY, AUDIT, CUSTOM; ALLOW where absent.
    bool dryRun = false;
    QList<AuthorizationRule> rules;
    Value raw; ///< The whole document: what is compiled, exported and applied.
    bool operator==(const AuthorizationPolicy &) const = default;
};

} // namespace sallyport
