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

    /// Whether it speaks of parts of an HTTP request, which a TLS or TCP connection does not have.
    bool isHttpOnly() const;
};

/// The pattern of a condition on connection.sni that matches every TLS and TCP route of ours, and nothing else.
QString everyL4Sni();
/// Whether one entry of a rule's `when` keeps the rule off our TLS and TCP routes.
bool keepsOffL4(const Value &condition);

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
