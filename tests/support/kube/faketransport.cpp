// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/faketransport.h"

#include <QTimer>

namespace sallyport::kube {

Call FakeTransport::send(const Request &request, QObject *context, std::function<void(const Answer &)> done)
{
    requests.append(request);
    const auto cancelled = std::make_shared<bool>(false);
    const std::weak_ptr<QObject> alive = m_alive;
    QTimer::singleShot(0, context, [this, alive, cancelled, request, done = std::move(done)] {
        if (!alive.expired() && !*cancelled)
            done(answer(request));
    });
    return Call([cancelled] { *cancelled = true; });
}

Call FakeTransport::stream(const Request &request, QObject *context, std::function<void(const QByteArray &line)> line,
                           std::function<void(const Answer &)> done)
{
    return send(request, context, [line = std::move(line), done = std::move(done)](const Answer &whole) {
        const Response *response = std::get_if<Response>(&whole);
        if (!response || response->status >= 300)
            return done(whole);
        Response ended = *response;
        for (const QByteArray &one : std::exchange(ended.body, {}).split('\n')) {
            if (!one.isEmpty())
                line(one);
        }
        done(ended);
    });
}

Response json(int status, const QByteArray &body)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

Response status(int code, const QByteArray &reason, const QByteArray &message, const QByteArray &details)
{
    return json(code,
                R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":")" + message
                    + R"(","reason":")" + reason + R"(","details":)" + details + R"(,"code":)"
                    + QByteArray::number(code) + '}');
}

} // namespace sallyport::kube
