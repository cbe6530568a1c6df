// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/transport.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace sallyport::kube {

/// A transport without a network: `answer` decides what comes back; every request is remembered.
class FakeTransport : public Transport
{
public:
    std::function<Answer(const Request &)> answer;
    QList<Request> requests;

    Call send(const Request &request, QObject *context, std::function<void(const Answer &)> done) override;
    /// Lines of the body of a success come as lines, then the end.
    Call stream(const Request &request, QObject *context, std::function<void(const QByteArray &line)> line,
                std::function<void(const Answer &)> done) override;

private:
    std::shared_ptr<QObject> m_alive = std::make_shared<QObject>();
};

/// A response with a JSON body.
Response json(int status, const QByteArray &body);
/// The Status object of an error, as servers send it.
Response status(int code, const QByteArray &reason, const QByteArray &message, const QByteArray &details = "{}");

} // namespace sallyport::kube
