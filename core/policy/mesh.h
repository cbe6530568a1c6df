// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

#include <optional>

namespace sallyport {

enum class OutboundTrafficPolicy : quint8 { Unknown, RegistryOnly, AllowAny };

/// A port of an egress gateway's Service.
struct MeshGatewayPort {
    int number = 0;
    std::optional<int> targetPort; ///< Unknown where absent.
    QString protocol; ///< HTTP, HTTP2, GRPC, HTTPS, TLS or TCP, upper case.
    QString name; ///< Decides the sidecar's protocol on the leg: http2* and grpc* are HTTP/2.
    bool plaintext = false; ///< Another Gateway serves plaintext here.
    bool operator==(const MeshGatewayPort &) const = default;
};

/// An egress gateway of the mesh.
struct MeshGateway {
    QString name;
    QString namespaceName;
    Labels selector;
    QString service;
    QList<MeshGatewayPort> ports;
    bool portsListed = false; ///< The Mesh lists them; otherwise they are the assumed ones.
    bool operator==(const MeshGateway &) const = default;
    QString serviceHost() const; ///< <service>.<namespace>.svc.cluster.local
    const MeshGatewayPort *port(int number) const;
};

/// What only a person knows of an external host.
struct MeshHost {
    QString host; ///< Canonical.
    QStringList addresses;
    QString representative; ///< Of a wildcard.
    bool operator==(const MeshHost &) const = default;
};

/// The facts about the mesh that a policy cannot carry; a workspace without a Mesh document has the assumed one.
struct Mesh {
    QString name = QStringLiteral("default");
    OutboundTrafficPolicy outboundTrafficPolicy = OutboundTrafficPolicy::Unknown;
    bool dnsCapture = false;
    QString istioVersion; ///< Empty = 1.22 or newer.
    QList<MeshGateway> gateways;
    QList<MeshHost> hosts;
    bool assumed = true; ///< No document says any of this.
    bool operator==(const Mesh &) const = default;

    /// The gateway of that name, as listed, or with the defaults of docs/policy.md where it is not.
    MeshGateway gateway(const QString &gatewayName) const;
    bool lists(const QString &gatewayName) const;
    const MeshHost *host(QStringView canonicalHost) const;
    bool istioIsOlderThan(int major, int minor) const;
};

/// A gateway with every default: istio-system, istio: <name>, istio-<name>, ports 80 HTTP, 443 HTTPS, 444 HTTPS.
MeshGateway assumedGateway(const QString &name);

} // namespace sallyport
