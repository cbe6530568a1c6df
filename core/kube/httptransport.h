// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/connection.h"
#include "core/kube/credentials.h"
#include "core/kube/httpreader.h"
#include "core/kube/transport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace sallyport::kube {

/// HTTP/1.1 to one API server as one user, over connections of its own: six for requests, one for each stream.
///
/// Why not QNetworkAccessManager (Qt 6.4): it shares TLS connections between client certificates, repeats any request when a connection
/// breaks, sends one value for each header name, knows no https proxies, and trusts other certificates than kubectl does.
/// A request is sent a second time only when it is repeatable, and the connection, used before, was closed before a byte of the answer
/// came; or when the credentials were refused (401) and there are other ones now.
class HttpTransport : public QObject, public Transport
{
public:
    HttpTransport(Access access, const QProcessEnvironment &environment, QByteArray userAgent);
    ~HttpTransport() override;

    Call send(const Request &request, QObject *context, std::function<void(const Answer &)> done) override;
    Call stream(const Request &request, QObject *context, std::function<void(const QByteArray &line)> line,
                std::function<void(const Answer &)> done) override;

    static constexpr int maxConnections = 6;

private:
    struct Exchange;
    struct Idle;

    Call add(const Request &request, QObject *context, std::function<void(const QByteArray &)> line,
             std::function<void(const Answer &)> done);
    void begin(int id);
    void dispatch();
    bool assign(Exchange &exchange);
    Result<Route> routeFor(const Exchange &exchange);
    Result<std::shared_ptr<const Roots>> roots();
    void use(Exchange &exchange, Connection *connection);
    void write(Exchange &exchange);
    void received(int id, const QByteArray &bytes);
    void deliverLines(const std::shared_ptr<Exchange> &exchange, bool isLast);
    void completed(int id);
    void connectionEnded(int id, const TransportFailure &failure);
    void finish(int id, const Answer &answer);
    void release(Exchange &exchange);
    void keepIdle(Connection *connection, std::shared_ptr<const Identity> identity);

    Access m_access;
    QProcessEnvironment m_environment;
    QByteArray m_userAgent;
    CredentialSource m_credentials;
    std::map<int, std::shared_ptr<Exchange>> m_exchanges;
    std::deque<int> m_queue; ///< Those that have credentials and wait for a connection.
    std::vector<Idle> m_idle;
    int m_lastId = 0;
    int m_busy = 0; ///< Connections that carry a request, streams not counted.
    std::shared_ptr<const Roots> m_roots;
    QByteArray m_rootsText;
    QElapsedTimer m_rootsRead;
};

} // namespace sallyport::kube
