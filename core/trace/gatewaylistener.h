// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/chains.h"
#include "core/trace/run.h"

namespace sallyport {

/// A server of one of the world's Gateways.
struct ServerRef {
    int gateway = -1, server = -1;
    bool operator==(const ServerRef &) const = default;
};

/// What one filter chain of a gateway does with a connection.
struct GatewayChain {
    enum class Kind : quint8 {
        Http, ///< Reads requests, and routes them by the http routes of its servers.
        Tcp, ///< Passes bytes on, after ending TLS where its server has it.
        Passthrough, ///< Passes the application's TLS on, untouched.
    };
    Kind kind = Kind::Http;
    std::vector<ServerRef> servers; ///< One; several where plain HTTP servers share a port.
    int rule = -1, route = -1, match = -1; ///< Of Tcp and Passthrough: in virtualServices, its tcp or tls routes.
};

/// What a gateway's pods do at one port: the servers of all Gateways that select them, merged as Istio merges them.
struct GatewayListener {
    std::vector<GatewayChain> chains;
    ChainTable table; ///< Of the same chains.
    bool isRefused = false; ///< Envoy does not take the listener.
    std::vector<TraceLoser> losers; ///< Servers that were dropped.
    std::optional<ServerRef> automatic; ///< A server that passes on to Services of the mesh, by names of Istio's own.
    bool isSure = true; ///< No guess was needed.
};

std::shared_ptr<const GatewayListener> gatewayListener(Run &run, int workload, int port);

const istio::GatewayServer &serverOf(const TraceWorld &world, ServerRef ref);
TraceField serverField(const TraceWorld &world, ServerRef ref);
/// Whether a server speaks for a VirtualService of that namespace, and by which name.
std::optional<QString> serverHost(const QString &host, const QString &namespaceName);

} // namespace sallyport
