// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/connection.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

using Kind = TransportFailure::Kind;

QString shown(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

} // namespace

Connection::Connection(Route route)
    : m_route(std::move(route))
{
    connect(&m_socket, &QTcpSocket::connected, this, &Connection::connected);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::pump);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &Connection::socketFailed);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        end({.kind = Kind::Timeout,
             .message = Texts::tr("%1 did not answer in time.")
                            .arg(m_stage < Stage::ServerTls && tunnels() ? proxyName() : serverName())});
    });
}

QString Connection::serverName() const
{
    return shown(m_route.address.host, m_route.address.port);
}

QString Connection::proxyName() const
{
    return Texts::tr("the proxy %1").arg(shown(m_route.proxy.host, m_route.proxy.port));
}

bool Connection::tunnels() const
{
    return m_route.proxy.kind == Proxy::Kind::Http || m_route.proxy.kind == Proxy::Kind::Https;
}

void Connection::open()
{
    m_stage = Stage::Connecting;
    m_timer.start(connectTime);
    QMetaObject::invokeMethod(this, &Connection::dial, Qt::QueuedConnection);
}

void Connection::dial()
{
    if (m_stage != Stage::Connecting)
        return;
    const Proxy &proxy = m_route.proxy;
    // Never what the system says: the rules for proxies are kubectl's.
    m_socket.setProxy(proxy.kind == Proxy::Kind::Socks5 ? QNetworkProxy(QNetworkProxy::Socks5Proxy, proxy.host,
                                                                        proxy.port, proxy.userName, proxy.password)
                                                        : QNetworkProxy(QNetworkProxy::NoProxy));
    if (tunnels())
        m_socket.connectToHost(proxy.host, proxy.port);
    else
        m_socket.connectToHost(m_route.address.host, m_route.address.port);
}

void Connection::connected()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    if (m_route.proxy.kind == Proxy::Kind::Https) {
        m_stage = Stage::ProxyTls;
        addTls({.roots = std::make_shared<const Roots>(systemRoots()), .serverName = m_route.proxy.host});
    } else if (tunnels()) {
        enterTunnel();
    } else {
        enterServer();
    }
}

void Connection::enterTunnel()
{
    if (!m_route.address.tls)
        return becomeReady(); // an http proxy takes plain requests as they are
    m_stage = Stage::Tunnel;
    const ServerAddress &address = m_route.address;
    const QByteArray host = shown(address.host, address.port).toUtf8();
    QByteArray request =
        "CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: " + m_route.userAgent + "\r\n";
    if (const QByteArray authorization = proxyAuthorization(); !authorization.isEmpty())
        request += "Proxy-Authorization: " + authorization + "\r\n";
    request += "\r\n";
    if (m_layers.empty())
        m_socket.write(request);
    else
        m_layers.back()->write(request);
    flush();
}

QByteArray Connection::proxyAuthorization() const
{
    const Proxy &proxy = m_route.proxy;
    if (proxy.userName.isEmpty() && proxy.password.isEmpty())
        return {};
    return "Basic " + (proxy.userName + u':' + proxy.password).toUtf8().toBase64();
}

QByteArray Connection::absolutePrefix() const
{
    return tunnels() && !m_route.address.tls ? "http://" + m_route.address.hostHeader() : QByteArray();
}

void Connection::enterServer()
{
    if (!m_route.address.tls)
        return becomeReady();
    m_stage = Stage::ServerTls;
    addTls(m_route.tls);
}

void Connection::addTls(const TlsSettings &settings)
{
    m_layers.push_back(std::make_unique<TlsStream>(settings));
    m_layers.back()->start();
    flush();
    take({});
}

void Connection::write(const QByteArray &bytes)
{
    if (m_layers.empty())
        m_socket.write(bytes);
    else
        m_layers.back()->write(bytes);
    flush();
}

void Connection::flush()
{
    for (size_t i = m_layers.size(); i-- > 0;) {
        const QByteArray encrypted = m_layers[i]->takeEncrypted();
        if (encrypted.isEmpty())
            continue;
        if (i > 0)
            m_layers[i - 1]->write(encrypted);
        else
            m_socket.write(encrypted);
    }
}

void Connection::pump()
{
    take(m_socket.readAll());
}

/// Bytes from the wire up through the layers, and what they mean at this stage.
void Connection::take(QByteArray bytes)
{
    const QPointer<Connection> self(this);
    for (size_t i = 0; i < m_layers.size(); ++i) {
        TlsStream &layer = *m_layers[i];
        if (!bytes.isEmpty())
            layer.receive(bytes);
        bytes = layer.takePlain();
        if (layer.state() == TlsStream::State::Failed) {
            flush(); // the other side learns why
            const QString who = i == 0 && m_route.proxy.kind == Proxy::Kind::Https ? proxyName() : serverName();
            return end({.kind = Kind::Tls,
                        .message = Texts::tr("There is no trusted connection to %1: %2.").arg(who, layer.fault())});
        }
    }
    flush();
    if (m_stage == Stage::Tunnel && !bytes.isEmpty())
        return takeTunnelAnswer(bytes);
    const bool isOpen = !m_layers.empty() && m_layers.back()->state() == TlsStream::State::Open;
    if (m_stage == Stage::ProxyTls && isOpen)
        return enterTunnel();
    if (m_stage == Stage::ServerTls && isOpen)
        becomeReady();
    if (self && m_stage == Stage::Ready && !bytes.isEmpty())
        emit received(bytes);
    if (self && m_stage == Stage::Ready && !m_layers.empty() && m_layers.back()->state() == TlsStream::State::Closed)
        end({.message = Texts::tr("%1 closed the connection.").arg(serverName())});
}

void Connection::takeTunnelAnswer(const QByteArray &bytes)
{
    m_tunnelAnswer += bytes;
    const qsizetype headEnd = m_tunnelAnswer.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        if (m_tunnelAnswer.size() > 64 * 1024)
            end({.kind = Kind::Protocol, .message = Texts::tr("What %1 answers is not HTTP.").arg(proxyName())});
        return;
    }
    const QByteArray statusLine = m_tunnelAnswer.left(m_tunnelAnswer.indexOf("\r\n"));
    const int status = statusLine.startsWith("HTTP/1.") ? statusLine.mid(9, 3).toInt() : 0;
    if (status == 407)
        return end(
            {.message = Texts::tr("%1 asks for a user name and a password, or does not accept those of proxy-url.")
                            .arg(proxyName())});
    if (status != 200)
        return end(
            {.message =
                 Texts::tr("%1 does not connect to %2 (HTTP status %3).").arg(proxyName(), serverName()).arg(status)});
    enterServer();
}

void Connection::becomeReady()
{
    m_stage = Stage::Ready;
    m_timer.stop();
    emit ready();
}

void Connection::abort()
{
    m_stage = Stage::Ended;
    m_timer.stop();
    m_socket.disconnect(this);
    m_socket.abort();
}

void Connection::end(TransportFailure failure)
{
    if (m_stage == Stage::Ended)
        return;
    m_socket.flush();
    abort();
    emit ended(failure);
}

void Connection::socketFailed(QAbstractSocket::SocketError error)
{
    if (m_stage == Stage::Ended)
        return;
    const QPointer<Connection> self(this);
    if (const QByteArray rest = m_socket.isReadable() ? m_socket.readAll() : QByteArray(); !rest.isEmpty())
        take(rest);
    if (!self)
        return;
    const bool isProxy = m_stage == Stage::Connecting && m_route.proxy.kind != Proxy::Kind::None;
    const QString who = isProxy || m_stage == Stage::Tunnel || m_stage == Stage::ProxyTls ? proxyName() : serverName();
    TransportFailure failure;
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        failure.message = Texts::tr("The connection to %1 was refused: nothing listens there.").arg(who);
        break;
    case QAbstractSocket::HostNotFoundError:
        failure.message = Texts::tr("The name of %1 is not known.").arg(who);
        break;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        failure.message = Texts::tr("%1 asks for a user name and a password, or does not accept those of proxy-url.")
                              .arg(proxyName());
        break;
    case QAbstractSocket::RemoteHostClosedError:
        failure.message = m_stage == Stage::ServerTls
            ? Texts::tr("%1 ended the connection before there was a trusted one.").arg(who)
            : Texts::tr("%1 closed the connection.").arg(who);
        break;
    default:
        failure.message = Texts::tr("The connection to %1 failed: %2.").arg(who, m_socket.errorString());
        break;
    }
    end(failure);
}

} // namespace sallyport::kube
