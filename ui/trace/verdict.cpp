// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/verdict.h"

#include "ui/icons.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Verdict)
};

} // namespace

QString wordOf(TraceVerdict verdict)
{
    switch (verdict) {
    case TraceVerdict::Allowed:
        return Texts::tr("Allowed");
    case TraceVerdict::Blocked:
        return Texts::tr("Blocked");
    case TraceVerdict::Unknown:
        break;
    }
    return Texts::tr("Cannot tell");
}

QIcon iconOf(TraceVerdict verdict)
{
    switch (verdict) {
    case TraceVerdict::Allowed:
        return icon(u"allowed"_s);
    case TraceVerdict::Blocked:
        return icon(u"blocked"_s);
    case TraceVerdict::Unknown:
        break;
    }
    return icon(u"unknown"_s);
}

QString sentenceOf(const TraceResult &result)
{
    if (result.verdict == TraceVerdict::Unknown)
        return Texts::tr("Cannot tell: it is not known %1.").arg(result.missing);
    if (result.verdict == TraceVerdict::Blocked)
        return Texts::tr("Blocked: %1").arg(result.outcome);
    return result.gateway.isEmpty() ? Texts::tr("Allowed: %1, straight from the sidecar").arg(result.outcome)
                                    : Texts::tr("Allowed: %1, through %2").arg(result.outcome, result.gateway);
}

QString wordOf(ExpectationState state)
{
    switch (state) {
    case ExpectationState::Holds:
        return Texts::tr("Holds");
    case ExpectationState::Fails:
        return Texts::tr("Fails");
    case ExpectationState::Unknown:
        break;
    }
    return Texts::tr("Cannot tell");
}

QIcon iconOf(ExpectationState state)
{
    switch (state) {
    case ExpectationState::Holds:
        return icon(u"holds"_s);
    case ExpectationState::Fails:
        return icon(u"fails"_s);
    case ExpectationState::Unknown:
        break;
    }
    return icon(u"unknown"_s);
}

QString wordOf(TraceStage stage)
{
    switch (stage) {
    case TraceStage::Sidecar:
        return Texts::tr("Sidecar");
    case TraceStage::MutualTls:
        return Texts::tr("Mutual TLS");
    case TraceStage::Gateway:
        return Texts::tr("Gateway");
    case TraceStage::Authorization:
        return Texts::tr("Authorization");
    case TraceStage::Tls:
        return Texts::tr("TLS");
    case TraceStage::Host:
        break;
    }
    return Texts::tr("Host");
}

QString addressOf(const RequestSpec &request)
{
    return request.tcp.isEmpty() ? request.url : "tcp://"_L1 + request.tcp;
}

void setAddress(RequestSpec &request, const QString &text)
{
    static const QRegularExpression hostAndPort(u"^[^/:\\s]+:\\d+$"_s);
    const QString address = text.trimmed();
    const QLatin1StringView stream = "tcp://"_L1;
    request.url.clear();
    request.tcp.clear();
    if (address.startsWith(stream, Qt::CaseInsensitive))
        request.tcp = address.mid(stream.size());
    else if (hostAndPort.match(address).hasMatch())
        request.tcp = address;
    else
        request.url = address;
}

} // namespace sallyport
