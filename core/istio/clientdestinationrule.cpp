// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// One port of one subset: how sidecars of the namespace speak to the gateway there.
struct Leg {
    const EgressRoute *route = nullptr; ///< Any of those that take it: they agree in all that matters here.
    std::vector<quint32> routes;
};

/// The sidecar speaks HTTP/2 to a Service port named http2* or grpc*, and HTTP/1.1 to any other.
bool speaksHttp2(const MeshGateway &gateway, int port)
{
    const MeshGatewayPort *known = gateway.port(port);
    return known && (known->name.startsWith("http2"_L1) || known->name.startsWith("grpc"_L1));
}

/// What keeps the application's HTTP version on the leg: a WebSocket cannot cross an HTTP/2 leg, gRPC no HTTP/1.1 leg. Null where nothing is needed.
Value connectionPool(const EgressRoute &route, const MeshGateway &gateway)
{
    if (route.trafficClass != TrafficClass::Http)
        return {};
    const bool applicationHttp2 = info(route.protocol).http2;
    const bool legHttp2 = speaksHttp2(gateway, route.gatewayPort);
    if (applicationHttp2 == legHttp2)
        return {};
    Value pool = Value::map();
    Value &http = pool.add(u"http"_s, Value::map());
    if (applicationHttp2)
        http.add(u"h2UpgradePolicy"_s, u"UPGRADE"_s);
    else
        http.add(u"useClientProtocol"_s, true);
    return pool;
}

Value portSetting(ObjectBuilder &builder, const MeshGateway &gateway, int port, const Leg &leg)
{
    Value setting = Value::map().withOrigin(builder.from(OriginField::GatewayPort, leg.routes));
    if (Value pool = connectionPool(*leg.route, gateway); !pool.isNull())
        setting.add(u"connectionPool"_s, std::move(pool)).withOrigin(builder.from(OriginField::Protocol, leg.routes));
    setting.add(u"port"_s, Value::map()).add(u"number"_s, port);
    Value &tls = setting.add(u"tls"_s, Value::map());
    tls.add(u"mode"_s, u"ISTIO_MUTUAL"_s);
    const OriginField named = leg.route->trafficClass == TrafficClass::Http ? OriginField::Gateway : OriginField::Host;
    tls.add(u"sni"_s, builder.names().meshSni(*leg.route)).withOrigin(builder.from(named, leg.routes));
    return setting;
}

} // namespace

/// How a client namespace's sidecars reach one gateway: a subset for all exact HTTP hosts, one per wildcard, one per L4 destination.
void lowerClientDestinationRule(ObjectBuilder &builder)
{
    std::map<QString, std::map<int, Leg>> subsets;
    for (quint32 i = 0; i < builder.routes().size(); ++i) {
        const EgressRoute &route = *builder.routes()[i];
        Leg &leg = subsets[builder.names().subset(route)][route.gatewayPort];
        leg.route = &route;
        leg.routes.push_back(i);
    }

    const MeshGateway gateway = builder.mesh().gateway(builder.object().gateway);
    addExportTo(builder.spec);
    builder.spec.add(u"host"_s, gateway.serviceHost()).withOrigin(builder.from(OriginField::Gateway, allRoutes));
    Value &list = builder.spec.add(u"subsets"_s, Value::list());
    for (const auto &[name, legs] : subsets) {
        std::vector<quint32> all;
        Value settings = Value::list();
        for (const auto &[port, leg] : legs) {
            settings.append(portSetting(builder, gateway, port, leg));
            all.insert(all.end(), leg.routes.begin(), leg.routes.end());
        }
        Value &subset = list.append(Value::map().withOrigin(builder.from(OriginField::Route, all)));
        subset.add(u"name"_s, name);
        subset.add(u"trafficPolicy"_s, Value::map()).add(u"portLevelSettings"_s, std::move(settings));
    }
}

} // namespace sallyport
