// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/call.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <variant>

class QObject;

namespace sallyport::kube {

struct Header {
    QByteArray name;
    QByteArray value;
    bool operator==(const Header &) const = default;
};

/// One HTTP request to an API server, without what belongs to the connection: host, credentials, impersonation.
struct Request {
    QByteArray verb = "GET";
    QByteArray path; ///< Percent-encoded, with its query, from the slash after the server's address and path prefix.
    QList<Header> headers;
    QByteArray body;
    /// From sending until the whole answer is there, waiting for a free connection not counted. 0 = for ever (a watch).
    std::chrono::milliseconds timeout{std::chrono::seconds(60)};
    /// Sending it twice comes to the same as sending it once: a read, an apply by name, a deletion by uid. Only such a request is
    /// sent again when the connection broke before it was answered.
    bool repeatable = true;

    bool operator==(const Request &) const = default;
};

/// What came back over HTTP, whatever its status says.
struct Response {
    int status = 0;
    QList<Header> headers; ///< As received: a name may occur several times.
    QByteArray body; ///< Inflated.

    QByteArray header(const QByteArray &name) const; ///< The first of that name in any case, or empty.
    QList<QByteArray> allHeaders(const QByteArray &name) const;
    bool operator==(const Response &) const = default;
};

/// Why there is no response.
struct TransportFailure {
    enum class Kind {
        Network, ///< Name, route, connection, proxy, or half an answer.
        Tls, ///< The server could not be trusted, or did not trust us.
        Credentials, ///< No credentials could be had: a plugin failed, a file cannot be read.
        Timeout,
        Protocol, ///< What came back is not HTTP/1.1, or larger than is read.
    };
    Kind kind = Kind::Network;
    QString message; ///< One sentence, without secrets.
    QString details; ///< Raw words of others, such as what a plugin printed; without secrets as far as they are known.
    bool sent = false; ///< The server may have carried out the request.

    bool operator==(const TransportFailure &) const = default;
};

using Answer = std::variant<Response, TransportFailure>;

/// Sends requests to one API server as one user. The real one is made by openCluster(); tests have their own.
///
/// Callbacks run on the thread of `context`, never from inside the call that started them, `done` at most once and last. None runs
/// once `context` is gone or the Call was cancelled, or after the Transport is destroyed.
class Transport
{
public:
    virtual ~Transport() = default;

    virtual Call send(const Request &request, QObject *context, std::function<void(const Answer &)> done) = 0;

    /// For a watch: `line` gets each line of a successful answer (2xx) as it comes, without its end. `done` gets the response, with a
    /// body only where it was no success, when the server ended it; a failure when it was cut off.
    virtual Call stream(const Request &request, QObject *context, std::function<void(const QByteArray &line)> line,
                        std::function<void(const Answer &)> done) = 0;
};

} // namespace sallyport::kube
