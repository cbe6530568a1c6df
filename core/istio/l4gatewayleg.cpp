// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

/// What the gateway does with one mesh SNI. `tcp`, never `tls`: Istio ignores tls routes on a server that terminates.
void lowerL4GatewayLeg(ObjectBuilder &builder)
{
    std::map<int, std::vector<quint32>> gatewayPorts;
    for (quint32 i = 0; i < builder.routes().size(); ++i)
        gatewayPorts[builder.routes()[i]->gatewayPort].push_back(i);

    const ObjectSpec &object = builder.object();
    const EgressRoute &any = *builder.routes().front(); // namespace, host and port are one by the mesh SNI
    addExportTo(builder.spec);
    const QString gateway =
        object.namespaceName + u'/' + builder.names().l4Gateway(object.gateway, any.clientNamespace);
    builder.spec.add(u"gateways"_s, Value::list(QStringList{gateway}))
        .withOrigin(builder.from(OriginField::Gateway, allRoutes));
    builder.spec.add(u"hosts"_s, Value::list(QStringList{object.host}))
        .withOrigin(builder.from(OriginField::Host, allRoutes));
    Value &tcp = builder.spec.add(u"tcp"_s, Value::list());
    for (const auto &[number, routes] : gatewayPorts) {
        Value &route = tcp.append(Value::map().withOrigin(builder.from(OriginField::GatewayPort, routes)));
        route.add(u"match"_s, Value::list()).append(Value::map()).add(u"port"_s, number);
        route.add(u"route"_s, singleRoute(destination(any.host, any.port)))
            .withOrigin(builder.from(OriginField::PortNumber, routes));
    }
}

} // namespace sallyport
