// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/result.h"

namespace sallyport {

using namespace Qt::StringLiterals;

QString verdictWord(TraceVerdict verdict)
{
    switch (verdict) {
    case TraceVerdict::Allowed:
        return u"allowed"_s;
    case TraceVerdict::Blocked:
        return u"blocked"_s;
    case TraceVerdict::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString stageWord(TraceStage stage)
{
    switch (stage) {
    case TraceStage::Sidecar:
        return u"sidecar"_s;
    case TraceStage::MutualTls:
        return u"mutualTls"_s;
    case TraceStage::Gateway:
        return u"gateway"_s;
    case TraceStage::Authorization:
        return u"authorization"_s;
    case TraceStage::Tls:
        return u"tls"_s;
    case TraceStage::Host:
        break;
    }
    return u"host"_s;
}

} // namespace sallyport
