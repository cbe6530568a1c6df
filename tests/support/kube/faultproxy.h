// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/kube/httpserver.h"

#include <chrono>

namespace sallyport::kube {

/// What goes wrong with one request.
struct Fault {
    enum class Kind {
        None,
        Reply, ///< `response` comes instead; the request is not passed on.
        ResetBefore, ///< The connection is reset; the request is not passed on.
        ResetAfter, ///< Passed on and carried out; then the connection is reset without a byte of the answer.
        Cut, ///< Passed on; the connection is reset after `bytes` of the answer.
        Hang, ///< Not passed on, and never answered.
        Slow, ///< Passed on; the answer comes byte by byte in pieces of `bytes`, `pause` apart.
    };
    Kind kind = Kind::None;
    Response response;
    qsizetype bytes = 0;
    std::chrono::milliseconds pause{1};
};

/// An http server that passes requests on through another transport, and can do it badly. Who connects to it needs no credentials: those
/// of `upstream` are used.
class FaultProxy : public HttpServer
{
public:
    explicit FaultProxy(Transport &upstream);

    /// Decides for each request; `index` counts them from 0.
    std::function<Fault(const Request &, int index)> fault;
    int underWay() const { return m_underWay; } ///< Requests that were passed on and are not answered yet.

private:
    void handle(const Request &request, const Responder &responder);
    void passOn(const Request &request, const Responder &responder, const Fault &chosen);
    void watch(const Request &request, const Responder &responder);

    Transport &m_upstream;
    int m_count = 0;
    int m_underWay = 0;
};

} // namespace sallyport::kube
