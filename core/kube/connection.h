// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/access.h"
#include "core/kube/proxy.h"
#include "core/kube/tlsstream.h"
#include "core/kube/transport.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace sallyport::kube {

/// Where a connection leads and through what.
struct Route {
    ServerAddress address;
    Proxy proxy;
    TlsSettings tls; ///< Towards the server, where the address says so.
    QByteArray userAgent;
};

/// How long it may take until a connection is there, TLS and proxy included.
constexpr std::chrono::seconds connectTime{30};

/// One connection to an API server that carries bytes: TCP, through a proxy (http, https, socks5) where there is one, TLS inside.
class Connection : public QObject
{
    Q_OBJECT

public:
    explicit Connection(Route route);

    void open(); ///< ready() or ended() follows, later.
    void write(const QByteArray &bytes); ///< Once it is ready.
    void abort(); ///< At once; no signal follows.

    bool isReady() const { return m_stage == Stage::Ready; }
    const Route &route() const { return m_route; }
    /// A plain http request through an http proxy names the whole address; this is what stands before its path then.
    QByteArray absolutePrefix() const;
    /// Proxy-Authorization: of requests that name the whole address.
    QByteArray proxyAuthorization() const;

signals:
    void ready();
    void received(const QByteArray &bytes);
    /// The other side closed it (Network, with `sent` false), or it broke. The last signal.
    void ended(const sallyport::kube::TransportFailure &failure);

private:
    enum class Stage { Idle, Connecting, ProxyTls, Tunnel, ServerTls, Ready, Ended };

    void dial();
    bool tunnels() const;
    void connected();
    void enterTunnel();
    void enterServer();
    void addTls(const TlsSettings &settings);
    void pump();
    void take(QByteArray bytes);
    void takeTunnelAnswer(const QByteArray &bytes);
    void flush();
    void becomeReady();
    void end(TransportFailure failure);
    void socketFailed(QAbstractSocket::SocketError error);
    QString serverName() const;
    QString proxyName() const;

    Route m_route;
    Stage m_stage = Stage::Idle;
    QTcpSocket m_socket;
    QTimer m_timer;
    std::vector<std::unique_ptr<TlsStream>> m_layers; ///< The one next to the wire first.
    QByteArray m_tunnelAnswer;
};

} // namespace sallyport::kube
