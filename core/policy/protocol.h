// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace sallyport {

/// How a rule's traffic is told apart on the wire: HTTP by its Host header, TLS by its SNI, TCP by address and port alone.
enum class TrafficClass : quint8 { Http, Tls, Tcp };

/// The application protocols of ASMEgressTrafficPolicy.
enum class Protocol : quint8 { Http, Http2, Grpc, Https, Tls, Tcp, Mongo, Redis, MySql };

/// What the program knows of a protocol: one row each, the only place where protocols are told apart by name.
///
/// To add a protocol: 1 the enumerator above  2 its row in protocol.cpp  3 a golden case  4 the mesh case table  5 docs/policy.md.
struct ProtocolInfo {
    Protocol protocol;
    QString name; ///< Upper case, as written to policies.
    TrafficClass trafficClass;
    QString istio; ///< The port protocol of a client ServiceEntry.
    bool http2; ///< Speaks HTTP/2 to the host (HTTP2, GRPC).
};

const QList<ProtocolInfo> &protocols();
const ProtocolInfo &info(Protocol protocol);
std::optional<Protocol> parseProtocol(QStringView text); ///< Case-insensitive.
QString name(TrafficClass trafficClass); ///< "HTTP", "TLS", "TCP".

} // namespace sallyport
