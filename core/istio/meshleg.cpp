// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The routes of one class, the first of each (port, selector), in the object's order of precedence.
std::vector<quint32> distinctRoutes(const ObjectBuilder &builder, TrafficClass trafficClass)
{
    std::vector<quint32> distinct;
    for (quint32 i = 0; i < builder.routes().size(); ++i) {
        const EgressRoute &route = *builder.routes()[i];
        const bool repeats = std::any_of(distinct.begin(), distinct.end(), [&](quint32 earlier) {
            return builder.routes()[earlier]->port == route.port
                && builder.routes()[earlier]->selector == route.selector;
        });
        if (route.trafficClass == trafficClass && !repeats)
            distinct.push_back(i);
    }
    return distinct;
}

/// match and route of one entry. Never match.gateways: Istio then does not look at sourceLabels, and the route is open to every workload.
void addRoute(Value &list, ObjectBuilder &builder, quint32 i)
{
    const EgressRoute &route = *builder.routes()[i];
    Value &entry = list.append(Value::map().withOrigin(builder.from(OriginField::Route, i)));
    Value &match = entry.add(u"match"_s, Value::list()).append(Value::map());
    match.add(u"port"_s, route.port).withOrigin(builder.from(OriginField::PortNumber, i));
    // exactly one SNI per match: overlapping lists make listeners that Envoy rejects
    if (route.trafficClass == TrafficClass::Tls)
        match.add(u"sniHosts"_s, Value::list(QStringList{builder.object().host}))
            .withOrigin(builder.from(OriginField::Host, i));
    if (!route.selector.isEmpty())
        match.add(u"sourceLabels"_s, labelMap(route.selector)).withOrigin(builder.from(OriginField::Selector, i));
    const QString gatewayHost = builder.mesh().gateway(route.gateway).serviceHost();
    entry.add(u"route"_s, singleRoute(destination(gatewayHost, route.gatewayPort, builder.names().subset(route))))
        .withOrigin(builder.from(OriginField::GatewayPort, i));
}

/// Answers what no rule of the workload covers, and makes this VirtualService claim the host for every workload: one that yields no route
/// for a proxy is dropped, and the host falls back to its own cluster.
void addDenial(Value &http)
{
    Value &denial = http.append(Value::map());
    denial.add(u"directResponse"_s, Value::map()).add(u"status"_s, 502);
    denial.add(u"name"_s, u"egp-deny"_s);
}

} // namespace

/// What the sidecars of a client namespace do with one host: one VirtualService for all of it, because Istio heeds only the first.
void lowerMeshLeg(ObjectBuilder &builder)
{
    addExportTo(builder.spec);
    builder.spec.add(u"gateways"_s, Value::list(QStringList{u"mesh"_s}));
    builder.spec.add(u"hosts"_s, Value::list(QStringList{builder.object().host}))
        .withOrigin(builder.from(OriginField::Host, allRoutes));
    for (TrafficClass trafficClass : {TrafficClass::Http, TrafficClass::Tcp, TrafficClass::Tls}) {
        const std::vector<quint32> routes = distinctRoutes(builder, trafficClass);
        if (routes.empty())
            continue;
        Value &list = builder.spec.add(name(trafficClass).toLower(), Value::list());
        for (quint32 i : routes)
            addRoute(list, builder, i);
        if (trafficClass == TrafficClass::Http)
            addDenial(list);
    }
}

} // namespace sallyport
