// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/mesh.h"
#include "core/policy/workspace.h"

#include <array>
#include <functional>

namespace sallyport {

/// What the rules of a gateway's AuthorizationPolicies have to know of the gateway.
struct GatewayFacts {
    QString name; ///< Empty where the policy protects none of the workspace's gateways.
    /// Of all its ports, ascending; empty where the Mesh does not say all of them. A rule with all of them is never narrower than
    /// one without, and Istio does not warn of it (IST0133); one with some of them would stop to hold when a route moves.
    QList<int> targetPorts;
    std::function<QString(const QString &host)> wildcardDoor; ///< The server name of a wildcard's door.
};

GatewayFacts factsOf(const MeshGateway &gateway, const std::function<QString(const QString &host)> &wildcardDoor);

/// The lists of a rule that are edited in a form.
enum class AuthorizationList : quint8 {
    Namespaces,
    Identities, ///< Service accounts as namespace/name; other principals as they are written.
    Hosts,
    Methods,
    Paths,
};
inline constexpr size_t authorizationListCount = 5;

/// One entry of such a list, and where the document says it: a host stands there with and without port.
struct AuthorizationEntry {
    QString text;
    QList<FieldPath> places;
    bool operator==(const AuthorizationEntry &) const = default;
};

/// One rule of an AuthorizationPolicy as a person means it, read from whichever way it is written in.
///
/// Of several operations (they are alternatives) one is looked at. What the lists cannot say stands in `otherSources` and
/// `restrictions`, in the words of YAML: nothing that the rule says is left out.
struct AuthorizationRuleView {
    FieldPath path;
    int operation = -1; ///< -1 where the rule has none.
    int operations = 0;
    std::array<QList<AuthorizationEntry>, authorizationListCount> lists;
    FieldPath
        door; ///< The condition by which wildcard hosts are matched; empty where the hosts are matched by Host header.
    FieldPath pin; ///< The condition that keeps the rule off our TLS and TCP routes; empty where there is none.
    bool reachesStreams = false; ///< TLS and TCP connections can match it as it is written.
    bool isHttpOnly = false; ///< Speaks of hosts, methods and the like, which TLS and TCP connections have not.
    bool isStreamRule = false; ///< Nothing but: every TLS and TCP route. Beside ALLOW it leaves those open.
    QStringList otherSources; ///< Alternatives to the lists of sources: "namespaces: a; notPrincipals: b".
    QStringList restrictions; ///< What must hold as well: "notHosts: a", "request.headers[x]: b".

    const QList<AuthorizationEntry> &list(AuthorizationList which) const { return lists[size_t(which)]; }
    QStringList texts(AuthorizationList which) const;
};

FieldPath authorizationRulesPath(); ///< spec.rules
/// The rule must exist; an operation that does not is replaced by the nearest.
AuthorizationRuleView viewOf(const DocumentReading &reading, int rule, int operation, const GatewayFacts &facts);

/// The condition that keeps a rule off every TLS and TCP route, or (`only`) lets it hold for nothing else.
Value streamCondition(bool only);
/// How a service account is written among principals: of whatever trust domain. Known to every Istio, as serviceAccounts is not.
QString principalOf(const QString &account);

} // namespace sallyport
