// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/protocol.h"

namespace sallyport {

using namespace Qt::StringLiterals;

const QList<ProtocolInfo> &protocols()
{
    // In the order of the enumerators: info() indexes it.
    static const QList<ProtocolInfo> rows = {
        {Protocol::Http, u"HTTP"_s, TrafficClass::Http, u"HTTP"_s, false},
        {Protocol::Http2, u"HTTP2"_s, TrafficClass::Http, u"HTTP2"_s, true},
        {Protocol::Grpc, u"GRPC"_s, TrafficClass::Http, u"GRPC"_s, true},
        {Protocol::Https, u"HTTPS"_s, TrafficClass::Tls, u"TLS"_s, false},
        {Protocol::Tls, u"TLS"_s, TrafficClass::Tls, u"TLS"_s, false},
        {Protocol::Tcp, u"TCP"_s, TrafficClass::Tcp, u"TCP"_s, false},
        {Protocol::Mongo, u"MONGO"_s, TrafficClass::Tcp, u"TCP"_s, false},
        {Protocol::Redis, u"REDIS"_s, TrafficClass::Tcp, u"TCP"_s, false},
        {Protocol::MySql, u"MYSQL"_s, TrafficClass::Tcp, u"TCP"_s, false},
    };
    return rows;
}

const ProtocolInfo &info(Protocol protocol)
{
    return protocols()[qsizetype(protocol)];
}

std::optional<Protocol> parseProtocol(QStringView text)
{
    for (const ProtocolInfo &row : protocols()) {
        if (text.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.protocol;
    }
    return std::nullopt;
}

QString name(TrafficClass trafficClass)
{
    switch (trafficClass) {
    case TrafficClass::Http:
        return u"HTTP"_s;
    case TrafficClass::Tls:
        return u"TLS"_s;
    case TrafficClass::Tcp:
        return u"TCP"_s;
    }
    return {};
}

} // namespace sallyport
