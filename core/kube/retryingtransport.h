// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/transport.h"

#include <chrono>
#include <functional>
#include <memory>

namespace sallyport::kube {

/// When a request is sent again, and after how long.
struct RetryRules {
    int maxBusy = 10; ///< Times that a busy server (429, 5xx with Retry-After) is asked again, for any verb.
    std::chrono::milliseconds longestPause{std::chrono::seconds(30)};
    int maxBroken = 3; ///< Times that a repeatable request is sent again whose connection broke.
    std::chrono::milliseconds firstPause{250}; ///< Before the first of these; doubled each time.
};

/// Sends again what the server was too busy for, and what may be sent again because it comes to the same (client-go's rules, and for
/// broken connections those of requests that are repeatable). Everything else passes through as it came.
class RetryingTransport : public Transport
{
public:
    explicit RetryingTransport(std::unique_ptr<Transport> inner, RetryRules rules = {});
    ~RetryingTransport() override;

    /// Told when a request waits before it is sent again: "server busy, waiting 5 s".
    std::function<void(std::chrono::milliseconds)> onWaiting;

    Call send(const Request &request, QObject *context, std::function<void(const Answer &)> done) override;
    Call stream(const Request &request, QObject *context, std::function<void(const QByteArray &line)> line,
                std::function<void(const Answer &)> done) override;

private:
    struct Attempt;
    Call start(const std::shared_ptr<Attempt> &attempt);
    void run(const std::shared_ptr<Attempt> &attempt);
    void take(const std::shared_ptr<Attempt> &attempt, const Answer &answer);

    std::unique_ptr<Transport> m_inner;
    RetryRules m_rules;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace sallyport::kube
