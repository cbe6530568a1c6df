// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/transport.h"

#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpSocket>

#include <functional>
#include <memory>

class QTcpServer;

namespace sallyport::kube {

/// One connection on which a request waits for its answer.
class Responder
{
public:
    explicit Responder(QTcpSocket *socket)
        : m_socket(socket)
    {
    }

    void send(const Response &response) const; ///< With Content-Length, and kept open.
    void sendRaw(const QByteArray &bytes) const;
    void close() const; ///< After what was sent.
    void reset() const; ///< At once.
    QTcpSocket *socket() const { return m_socket; }

private:
    QPointer<QTcpSocket> m_socket;
};

/// The bytes of a response.
QByteArray httpBytes(const Response &response);

/// An HTTP/1.1 server on loopback, with TLS where it is given a configuration. `onRequest` answers, at once or later.
class HttpServer : public QObject
{
public:
    explicit HttpServer(const QSslConfiguration *tls = nullptr);
    ~HttpServer() override;

    std::function<void(const Request &, const Responder &)> onRequest;
    QList<Request> requests; ///< All that came.
    int connections = 0; ///< That were made, TLS handshake included.

    quint16 port() const;
    QString url() const; ///< "http://127.0.0.1:1234"
    void goAway(); ///< Breaks all connections and takes no more.

private:
    void accept();
    void read(QTcpSocket *socket);

    std::unique_ptr<QTcpServer> m_server;
    bool m_tls = false;
};

} // namespace sallyport::kube
