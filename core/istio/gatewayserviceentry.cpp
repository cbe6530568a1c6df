// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The protocol the gateway's proxy assumes on the port it dials: TLS wherever bytes only pass through, or are encrypted by us.
QString upstreamProtocol(const EgressRoute &route)
{
    if (route.trafficClass != TrafficClass::Http)
        return u"TLS"_s;
    if (!route.upgradePort)
        return info(route.protocol).istio;
    return info(route.protocol).http2 ? u"HTTP2"_s : u"TLS"_s; // HTTP2 makes the gateway offer h2 inside its TLS
}

} // namespace

/// The host as the gateways of a namespace know it. Where ports meet, an HTTP protocol wins: passing bytes through works with any.
void lowerGatewayServiceEntry(ObjectBuilder &builder)
{
    std::map<int, ServicePort> ports;
    for (quint32 i = 0; i < builder.routes().size(); ++i) {
        const EgressRoute &route = *builder.routes()[i];
        ServicePort &port = ports[route.upstreamPort()];
        const QString protocol = upstreamProtocol(route);
        if (protocol != "TLS"_L1)
            port.protocol = mergedHttp(port.protocol == "TLS"_L1 ? QString() : port.protocol, protocol);
        else if (port.protocol.isEmpty())
            port.protocol = protocol;
        port.targetPort = route.dialledPort();
        port.routes.push_back(i);
    }

    const MeshHost *known = isWildcard(builder.object().host) ? builder.mesh().host(builder.object().host) : nullptr;
    if (known) {
        // a wildcard has no address to look up: the representative's stand for it
        Value &endpoints =
            builder.spec.add(u"endpoints"_s, Value::list().withOrigin(builder.from(OriginField::Address, allRoutes)));
        endpoints.append(Value::map()).add(u"address"_s, known->representative);
    }
    addExportTo(builder.spec);
    builder.spec.add(u"hosts"_s, Value::list(QStringList{builder.object().host}))
        .withOrigin(builder.from(OriginField::Host, allRoutes));
    builder.spec.add(u"location"_s, u"MESH_EXTERNAL"_s);
    builder.spec.add(u"ports"_s, servicePorts(builder, ports));
    builder.spec.add(u"resolution"_s, u"DNS"_s);
}

} // namespace sallyport
