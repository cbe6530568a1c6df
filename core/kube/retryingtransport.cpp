// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/retryingtransport.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace sallyport::kube {

using std::chrono::milliseconds;

struct RetryingTransport::Attempt {
    Request request;
    QPointer<QObject> context;
    std::function<void(const QByteArray &)> line;
    std::function<void(const Answer &)> done;
    Call running;
    bool isCancelled = false;
    bool hasLines = false; ///< Something was passed on: it must not come twice.
    int busy = 0, broken = 0;
};

namespace {

/// What a busy server asks for: 429 or 5xx with Retry-After in seconds. A date, or nothing, is no reason to try again.
std::optional<milliseconds> busyPause(const Answer &answer)
{
    const Response *response = std::get_if<Response>(&answer);
    if (!response || (response->status != 429 && response->status < 500))
        return {};
    bool isNumber = false;
    const int seconds = response->header("Retry-After").trimmed().toInt(&isNumber);
    return isNumber && seconds >= 0 ? std::optional<milliseconds>(std::chrono::seconds(seconds)) : std::nullopt;
}

/// The connection broke behind a request that was sent. One that was never there is not tried again.
bool isBroken(const Answer &answer)
{
    const TransportFailure *failure = std::get_if<TransportFailure>(&answer);
    return failure && failure->kind == TransportFailure::Kind::Network && failure->sent;
}

} // namespace

RetryingTransport::RetryingTransport(std::unique_ptr<Transport> inner, RetryRules rules)
    : m_inner(std::move(inner))
    , m_rules(rules)
{
}

RetryingTransport::~RetryingTransport() = default;

Call RetryingTransport::send(const Request &request, QObject *context, std::function<void(const Answer &)> done)
{
    return start(std::make_shared<Attempt>(Attempt{.request = request, .context = context, .done = std::move(done)}));
}

Call RetryingTransport::stream(const Request &request, QObject *context,
                               std::function<void(const QByteArray &line)> line,
                               std::function<void(const Answer &)> done)
{
    return start(std::make_shared<Attempt>(
        Attempt{.request = request, .context = context, .line = std::move(line), .done = std::move(done)}));
}

Call RetryingTransport::start(const std::shared_ptr<Attempt> &attempt)
{
    run(attempt);
    return Call([attempt] {
        attempt->isCancelled = true;
        attempt->running.cancel();
    });
}

void RetryingTransport::run(const std::shared_ptr<Attempt> &attempt)
{
    const auto taken = [this, attempt](const Answer &answer) { take(attempt, answer); };
    if (!attempt->line) {
        attempt->running = m_inner->send(attempt->request, attempt->context, taken);
        return;
    }
    const auto line = [attempt](const QByteArray &text) {
        attempt->hasLines = true;
        attempt->line(text);
    };
    attempt->running = m_inner->stream(attempt->request, attempt->context, line, taken);
}

void RetryingTransport::take(const std::shared_ptr<Attempt> &attempt, const Answer &answer)
{
    std::optional<milliseconds> pause = attempt->hasLines ? std::nullopt : busyPause(answer);
    if (pause && ++attempt->busy > m_rules.maxBusy)
        pause.reset();
    if (!attempt->hasLines && attempt->request.repeatable && isBroken(answer) && attempt->broken < m_rules.maxBroken)
        pause = m_rules.firstPause * (1 << attempt->broken++);
    if (!pause || !attempt->context)
        return attempt->done(answer);
    *pause = qMin(*pause, m_rules.longestPause);
    if (onWaiting)
        onWaiting(*pause);
    QTimer::singleShot(*pause, attempt->context, [this, alive = std::weak_ptr(m_alive), attempt] {
        if (!alive.expired() && !attempt->isCancelled)
            run(attempt);
    });
}

} // namespace sallyport::kube
