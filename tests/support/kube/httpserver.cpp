// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/httpserver.h"

#include <QSslServer>
#include <QSslSocket>
#include <QVariant>

namespace sallyport::kube {

namespace {

/// Takes one whole request from the front of `bytes`, if there is one.
std::optional<Request> takeRequest(QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    const QList<QByteArray> lines = bytes.left(headEnd).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    Request request{.verb = words.value(0), .path = words.value(1)};
    qsizetype length = 0;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const Header header{line.left(colon).trimmed(), line.mid(colon + 1).trimmed()};
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) == 0)
            length = header.value.toInt();
        request.headers.append(header);
    }
    if (bytes.size() < headEnd + 4 + length)
        return {};
    request.body = bytes.mid(headEnd + 4, length);
    bytes.remove(0, headEnd + 4 + length);
    return request;
}

} // namespace

QByteArray httpBytes(const Response &response)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status)
        + " Status\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    for (const Header &header : response.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    return bytes + "\r\n" + response.body;
}

void Responder::send(const Response &response) const
{
    sendRaw(httpBytes(response));
}

void Responder::sendRaw(const QByteArray &bytes) const
{
    if (m_socket) {
        m_socket->write(bytes);
        m_socket->flush();
    }
}

void Responder::close() const
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

void Responder::reset() const
{
    if (m_socket)
        m_socket->abort();
}

HttpServer::HttpServer(const QSslConfiguration *tls)
    : m_tls(tls != nullptr)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

HttpServer::~HttpServer() = default;

quint16 HttpServer::port() const
{
    return m_server->serverPort();
}

QString HttpServer::url() const
{
    return QStringLiteral("%1://127.0.0.1:%2")
        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(port());
}

void HttpServer::goAway()
{
    m_server->close();
    for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
        socket->abort();
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(socket);
    }
}

void HttpServer::read(QTcpSocket *socket)
{
    QByteArray bytes = socket->property("rest").toByteArray() + socket->readAll();
    while (std::optional<Request> request = takeRequest(bytes)) {
        requests.append(*request);
        if (onRequest)
            onRequest(*request, Responder(socket));
    }
    socket->setProperty("rest", bytes);
}

} // namespace sallyport::kube
