// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/traceflow.h"

#include "ui/trace/tracesuggestions.h"
#include "ui/trace/verdict.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::TraceFlow)
};

bool passes(const PlacedTrace &trace, TraceStage stage)
{
    return std::any_of(trace.steps.begin(), trace.steps.end(),
                       [stage](const PlacedStep &step) { return step.stage == stage; });
}

bool meetsGateway(const PlacedTrace &trace)
{
    return passes(trace, TraceStage::MutualTls) || passes(trace, TraceStage::Gateway)
        || passes(trace, TraceStage::Authorization);
}

Leg legOf(const RequestTarget &target)
{
    switch (target.payload) {
    case RequestTarget::Payload::Http:
        return {u"HTTP"_s, Lock::Open};
    case RequestTarget::Payload::Tls:
        return {Texts::tr("the application's TLS"), Lock::Closed};
    case RequestTarget::Payload::Stream:
        break;
    }
    return {Texts::tr("stream"), Lock::Opaque};
}

TrafficClass classOf(const RequestTarget &target)
{
    switch (target.payload) {
    case RequestTarget::Payload::Http:
        return TrafficClass::Http;
    case RequestTarget::Payload::Tls:
        return TrafficClass::Tls;
    case RequestTarget::Payload::Stream:
        break;
    }
    return TrafficClass::Tcp;
}

} // namespace

Flow flowOf(const PlacedTrace &trace)
{
    const std::optional<RequestTarget> target = targetOf(trace.request.request);
    if (!target || trace.request.namespaceName.isEmpty())
        return {};
    Flow flow;
    flow.source = trace.request.namespaceName;
    flow.sourceDetail =
        trace.request.labels.isEmpty() ? Texts::tr("no labels") : labelsText(trace.request.labels, ","_L1);
    flow.application = flow.leaving = legOf(*target);
    flow.trafficClass = classOf(*target);
    // TLS that is begun on the way makes the last stretch another one.
    if (target->payload == RequestTarget::Payload::Http && passes(trace, TraceStage::Tls))
        flow.leaving = {u"HTTPS"_s, Lock::Closed};
    flow.host = target->host;
    flow.hostPort = QString::number(target->port);
    const bool isStraight = trace.result.verdict == TraceVerdict::Allowed && trace.result.gateway.isEmpty();
    flow.hasGateway = !isStraight;
    if (!isStraight)
        flow.gateway = trace.result.gateway.isEmpty() ? Texts::tr("gateway") : trace.result.gateway;
    return flow;
}

FlowEnd endOf(const PlacedTrace &trace)
{
    FlowEnd end;
    end.verdict = trace.result.verdict;
    if (trace.result.verdict == TraceVerdict::Allowed)
        end.station = FlowEnd::Host;
    else if (passes(trace, TraceStage::Host) || passes(trace, TraceStage::Tls))
        end.station = FlowEnd::Host;
    else
        end.station = meetsGateway(trace) ? FlowEnd::Gateway : FlowEnd::Sidecar;
    return end;
}

} // namespace sallyport
