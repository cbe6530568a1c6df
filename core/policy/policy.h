// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/protocol.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace sallyport {

/// Pod labels, sorted by key: all must match. Empty = every workload of the namespace.
using Labels = QList<std::pair<QString, QString>>;

/// Which workloads a rule speaks of.
struct Source {
    QString namespaceName;
    Labels workloadSelector;
    bool operator==(const Source &) const = default;
};

/// The port that the application uses, and the one the gateway dials at the host.
struct Port {
    int number = 0;
    std::optional<Protocol> protocol; ///< Unset where absent or unknown.
    QString name;
    std::optional<int> targetPort; ///< Absent = number.
    bool operator==(const Port &) const = default;
};

/// The sidecar -> gateway leg of a destination; absent parts are chosen automatically.
struct GatewayPort {
    QString name; ///< Overrides the policy's gateway where not empty.
    std::optional<int> port;
    bool operator==(const GatewayPort &) const = default;
};

/// The gateway speaks TLS to the host, for an application that speaks plain HTTP.
struct HttpsUpgrade {
    bool enabled = false;
    std::optional<int> port; ///< 443 where absent or 0.
    int effectivePort() const { return port.value_or(0) == 0 ? 443 : *port; }
    bool operator==(const HttpsUpgrade &) const = default;
};

/// Which external hosts, on which port, and how.
struct Destination {
    QString name;
    QStringList hosts; ///< As written: any case, perhaps a trailing dot.
    Port port;
    std::optional<GatewayPort> byEgressGateway;
    std::optional<HttpsUpgrade> httpsUpgrade;
    bool operator==(const Destination &) const = default;
};

struct Rule {
    QString name;
    QList<Source> from;
    QList<Destination> to;
    bool operator==(const Rule &) const = default;
};

/// An ASMEgressTrafficPolicy as plain values: what one file's document says, nothing derived.
///
/// Where the text is wrong, a value is empty or absent here and a finding says so; `usable()` of the reader's answer says what may be compiled.
/// To add a field: 1 the struct here  2 policyreader.cpp and policywriter.cpp  3 schema.cpp (key order, did-you-mean)  4 its check beside its kin
/// 5 EgressRoute and the lowering, where it matters there  6 the panel in ui/form  7 a golden case  8 docs/policy.md.
struct Policy {
    QString apiVersion;
    QString namespaceName;
    QString name;
    QString gateway; ///< spec.byEgressGateway.name
    QList<Rule> rules; ///< spec.egressRules
    QList<std::pair<QString, int>> allocatedPorts; ///< status.autoAllocatedGatewayPorts; read only, never written.
    bool operator==(const Policy &) const = default;
};

/// The namespace that every policy is in: ASM looks nowhere else.
QString policyNamespace();
/// The name that a gateway's policy has by convention: egress-by-<gateway>.
QString policyNameFor(const QString &gateway);

/// A host as all comparisons see it: lower case, without a trailing dot.
QString canonicalHost(const QString &host);
/// True for `*.example.org`.
bool isWildcard(QStringView host);
/// True where every name that `host` stands for (itself, or all under it) is matched by `pattern`; equal hosts cover each other.
bool covers(QStringView pattern, QStringView host);

} // namespace sallyport
