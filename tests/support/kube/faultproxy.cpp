// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/faultproxy.h"

#include <QTimer>

namespace sallyport::kube {

namespace {

/// Headers of the hop, which the other side makes anew.
bool belongsToConnection(const Header &header)
{
    static const QList<QByteArray> names = {"host",           "user-agent", "accept-encoding",
                                            "content-length", "connection", "transfer-encoding"};
    return names.contains(header.name.toLower());
}

QList<Header> endToEnd(const QList<Header> &headers)
{
    QList<Header> kept;
    for (const Header &header : headers) {
        if (!belongsToConnection(header))
            kept.append(header);
    }
    return kept;
}

void sendSlowly(const QByteArray &bytes, const Responder &responder, const Fault &fault)
{
    responder.sendRaw(bytes.left(fault.bytes));
    if (bytes.size() > fault.bytes && responder.socket())
        QTimer::singleShot(fault.pause, responder.socket(),
                           [rest = bytes.mid(fault.bytes), responder, fault] { sendSlowly(rest, responder, fault); });
}

} // namespace

FaultProxy::FaultProxy(Transport &upstream)
    : m_upstream(upstream)
{
    onRequest = [this](const Request &request, const Responder &responder) { handle(request, responder); };
}

void FaultProxy::handle(const Request &request, const Responder &responder)
{
    const Fault chosen = fault ? fault(request, m_count) : Fault();
    ++m_count;
    switch (chosen.kind) {
    case Fault::Kind::Reply:
        return responder.send(chosen.response);
    case Fault::Kind::ResetBefore:
        return responder.reset();
    case Fault::Kind::Hang:
        return;
    default:
        break;
    }
    Request passed = request;
    passed.headers = endToEnd(request.headers);
    if (passed.path.contains("watch=1"))
        watch(passed, responder);
    else
        passOn(passed, responder, chosen);
}

void FaultProxy::passOn(const Request &request, const Responder &responder, const Fault &chosen)
{
    ++m_underWay;
    m_upstream.send(request, this, [this, responder, chosen](const Answer &answer) {
        --m_underWay;
        const Response *response = std::get_if<Response>(&answer);
        if (!response || chosen.kind == Fault::Kind::ResetAfter)
            return responder.reset();
        Response passed = *response;
        passed.headers = endToEnd(response->headers);
        const QByteArray bytes = httpBytes(passed);
        if (chosen.kind == Fault::Kind::Slow)
            return sendSlowly(bytes, responder, chosen);
        if (chosen.kind != Fault::Kind::Cut)
            return responder.sendRaw(bytes);
        responder.sendRaw(bytes.left(chosen.bytes));
        responder.close();
    });
}

void FaultProxy::watch(const Request &request, const Responder &responder)
{
    responder.sendRaw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n");
    m_upstream.stream(
        request, responder.socket(), [responder](const QByteArray &line) { responder.sendRaw(line + '\n'); },
        [responder](const Answer &) { responder.close(); });
}

} // namespace sallyport::kube
