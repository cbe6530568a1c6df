// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/gate.h"
#include "core/istio/lower.h"

#include <map>
#include <set>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Nothing of the mesh reaches the host, not even where the application sends such a header itself. x-request-id stays: it is random,
/// and often the application's own.
const QStringList &removedHeaders()
{
    static const QStringList headers = {
        gateHeader,
        u"x-forwarded-for"_s,
        u"x-forwarded-proto"_s,
        u"x-envoy-attempt-count"_s,
        u"x-envoy-decorator-operation"_s,
        u"x-envoy-external-address"_s,
        u"x-envoy-internal"_s,
        u"x-envoy-peer-metadata"_s,
        u"x-envoy-peer-metadata-id"_s,
        u"x-forwarded-host"_s,
        u"x-envoy-original-dst-host"_s,
    };
    return headers;
}

/// One way out: a gateway port, the host's port behind it, and the namespaces that may take it.
struct Way {
    int upstreamPort = 0;
    bool upgraded = false;
    std::set<QString> namespaces;
    std::vector<quint32> routes;
};

void addWay(Value &http, ObjectBuilder &builder, int gatewayPort, const Way &way)
{
    Value &route = http.append(Value::map().withOrigin(builder.from(OriginField::Route, way.routes)));
    Value &request = route.add(u"headers"_s, Value::map()).add(u"request"_s, Value::map());
    request.add(u"remove"_s, Value::list(removedHeaders()));
    // The gate stands in the route, and not in an AuthorizationPolicy, because route and permission then change in one update.
    Value &matches = route.add(u"match"_s, Value::list());
    for (const QString &expression : gates(way.namespaces)) {
        Value &match = matches.append(Value::map());
        Value &headers =
            match.add(u"headers"_s, Value::map().withOrigin(builder.from(OriginField::Namespace, way.routes)));
        headers.add(gateHeader, Value::map()).add(u"regex"_s, expression);
        match.add(u"port"_s, gatewayPort).withOrigin(builder.from(OriginField::GatewayPort, way.routes));
    }
    const OriginField made = way.upgraded ? OriginField::Upgrade : OriginField::PortNumber;
    const QString subset = way.upgraded ? upgradedSubset : builder.object().upgradedAndPlain ? plainSubset : QString();
    route.add(u"route"_s, singleRoute(destination(builder.object().host, way.upstreamPort, subset)))
        .withOrigin(builder.from(made, way.routes));
}

/// Whatever no gate lets through is answered here; without it a request of another namespace would find no route, and a 404.
void addDenial(Value &http)
{
    Value &denial = http.append(Value::map());
    Value &response = denial.add(u"directResponse"_s, Value::map());
    response.add(u"body"_s, Value::map()).add(u"string"_s, u"egress: no rule for this host and namespace\n"_s);
    response.add(u"status"_s, 403);
    denial.add(u"name"_s, u"egp-deny"_s);
}

} // namespace

/// What the gateway does with requests for one HTTP host. Per gateway port there is one way at most: everything else is a conflict.
void lowerGatewayLeg(ObjectBuilder &builder)
{
    std::map<int, Way> ways;
    for (quint32 i = 0; i < builder.routes().size(); ++i) {
        const EgressRoute &route = *builder.routes()[i];
        Way &way = ways[route.gatewayPort];
        way.upstreamPort = route.upstreamPort();
        way.upgraded = route.upgradePort != 0;
        way.namespaces.insert(route.clientNamespace);
        way.routes.push_back(i);
    }

    const ObjectSpec &object = builder.object();
    const QString door = isWildcard(object.host) ? builder.names().wildcardDoor(object.gateway, object.host)
                                                 : perGateway(object.gateway);
    addExportTo(builder.spec);
    builder.spec.add(u"gateways"_s, Value::list(QStringList{object.namespaceName + u'/' + door}))
        .withOrigin(builder.from(OriginField::Gateway, allRoutes));
    builder.spec.add(u"hosts"_s, Value::list(QStringList{object.host}))
        .withOrigin(builder.from(OriginField::Host, allRoutes));
    Value &http = builder.spec.add(u"http"_s, Value::list());
    for (const auto &[gatewayPort, way] : ways)
        addWay(http, builder, gatewayPort, way);
    addDenial(http);
}

} // namespace sallyport
