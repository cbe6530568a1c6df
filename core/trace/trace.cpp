// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/trace.h"

#include "core/trace/grpc.h"
#include "core/trace/run.h"
#include "core/trace/sidecar.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

/// How many combinations of unknown facts are tried.
constexpr int manyPasses = 96;

QString outcomeText(const Outcome &outcome, RequestTarget::Payload payload, bool isGrpc)
{
    switch (outcome.kind) {
    case Outcome::Kind::Reached:
        return payload == RequestTarget::Payload::Stream
            ? Texts::tr("connected with %1").arg(outcome.host)
            : Texts::tr("%1 from %2").arg(QString::number(outcome.status), outcome.host);
    case Outcome::Kind::Refused:
        if (isGrpc)
            return Texts::tr("200 with grpc-status %1, for %2")
                .arg(QString::number(outcome.grpcStatus.value_or(grpcStatusOfHttp(outcome.status))),
                     QString::number(outcome.status));
        return QString::number(outcome.status) + (outcome.answer.isEmpty() ? QString() : u' ' + outcome.answer);
    case Outcome::Kind::Closed:
        break;
    }
    return outcome.answer.isEmpty() ? Texts::tr("connection closed")
                                    : Texts::tr("connection closed: %1").arg(outcome.answer);
}

/// What an application sees of an outcome: the rest is the way there.
bool looksSame(const Outcome &a, const Outcome &b)
{
    return a.kind == b.kind && a.status == b.status && a.host == b.host && a.gateway == b.gateway
        && (a.kind != Outcome::Kind::Closed || a.answer == b.answer);
}

TraceResult unknown(const QString &missing)
{
    TraceResult result;
    result.missing = missing;
    result.outcome = Texts::tr("cannot tell");
    return result;
}

/// The passes of one request.
class Passes
{
public:
    Passes(const TraceWorld &world, TraceCache &cache, const TraceRequest &request, const RequestTarget &target,
           TraceDetail detail)
        : m_world(world)
        , m_cache(cache)
        , m_request(request)
        , m_target(target)
        , m_detail(detail)
    {
    }

    TraceResult result();

private:
    void pass(Choices &choices);
    TraceResult decided();

    const TraceWorld &m_world;
    TraceCache &m_cache;
    const TraceRequest &m_request;
    const RequestTarget &m_target;
    TraceDetail m_detail;
    std::vector<TraceStep> m_steps; ///< Of the first pass.
    std::vector<Outcome> m_outcomes; ///< That look different.
    std::optional<std::pair<QString, TraceField>> m_gaveUp;
    Choices m_first;
    bool m_isGrpc = false; ///< Proxies refuse gRPC with status 200 and a status of gRPC's own.
    QStringList m_differing;
};

void Passes::pass(Choices &choices)
{
    Run run(m_world, m_cache, m_request, m_target, choices);
    m_isGrpc = run.flow.isGrpc;
    // The steps of the first pass are the ones that are shown.
    run.keepsSteps = m_detail == TraceDetail::Steps && m_outcomes.empty() && !m_gaveUp;
    const Outcome outcome = throughSidecar(run);
    if (m_outcomes.empty() && !m_gaveUp) {
        m_steps = std::move(run.steps);
        m_first = choices;
    }
    if (run.hasGivenUp()) {
        m_gaveUp = {run.why(), run.unmodelled()};
        return;
    }
    const bool isNew =
        std::none_of(m_outcomes.begin(), m_outcomes.end(), [&](const Outcome &o) { return looksSame(o, outcome); });
    if (isNew && !m_outcomes.empty() && m_differing.isEmpty())
        m_differing = choices.difference(m_first);
    if (isNew)
        m_outcomes.push_back(outcome);
}

TraceResult Passes::decided()
{
    const bool isAllowed = m_outcomes.front().kind == Outcome::Kind::Reached;
    TraceResult result;
    result.verdict = isAllowed ? TraceVerdict::Allowed : TraceVerdict::Blocked;
    result.host = m_outcomes.front().host;
    result.gateway = m_outcomes.front().gateway;
    QStringList texts;
    for (const Outcome &outcome : m_outcomes)
        texts.append(outcomeText(outcome, m_target.payload, m_isGrpc));
    texts.removeDuplicates();
    result.outcome = texts.join(Texts::tr(", or "));
    const Outcome &first = m_outcomes.front();
    const auto statusOf = [&](const Outcome &o) {
        return m_isGrpc && o.kind == Outcome::Kind::Refused ? 200 : o.status;
    };
    result.statusIsAmbiguous = std::any_of(m_outcomes.begin(), m_outcomes.end(), [&](const Outcome &other) {
        return other.kind != first.kind || statusOf(other) != statusOf(first);
    });
    const bool hasStatus =
        first.kind == Outcome::Kind::Refused || (isAllowed && m_target.payload != RequestTarget::Payload::Stream);
    if (!result.statusIsAmbiguous && hasStatus)
        result.status = statusOf(first);
    return result;
}

TraceResult Passes::result()
{
    Choices choices;
    int count = 0;
    do {
        pass(choices);
    } while (!m_gaveUp && ++count < manyPasses && choices.next());
    TraceResult result;
    const bool isSettled = std::all_of(m_outcomes.begin(), m_outcomes.end(), [&](const Outcome &outcome) {
        return (outcome.kind == Outcome::Kind::Reached) == (m_outcomes.front().kind == Outcome::Kind::Reached);
    });
    if (m_gaveUp) {
        result = unknown(m_gaveUp->first);
        result.missingField = m_gaveUp->second;
    } else if (count >= manyPasses) {
        result = unknown(Texts::tr("too much to try it all: %1").arg(choices.facts().join("; "_L1)));
    } else {
        result = isSettled ? decided() : unknown((m_differing.isEmpty() ? m_first.facts() : m_differing).join("; "_L1));
    }
    result.steps = std::move(m_steps);
    return result;
}

} // namespace

Tracer::Tracer(const TraceWorld &world)
    : m_world(world)
    , m_cache(std::make_unique<TraceCache>())
{
}

Tracer::~Tracer() = default;

TraceResult Tracer::trace(const TraceRequest &request, TraceDetail detail)
{
    const std::optional<RequestTarget> target = targetOf(request.request);
    if (!target || request.namespaceName.isEmpty())
        return unknown(
            Texts::tr("which request is meant: it has no namespace, or no URL or host and port that can be read"));
    return Passes(m_world, *m_cache, request, *target, detail).result();
}

} // namespace sallyport
