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
    const quint32 gateway = builder.from(OriginField::Gateway, std::vector<quint32>());
    const quint32 host = builder.from(OriginField::Host, std::vector<quint32>());
    addExportTo(builder.spec);
    builder.spec.add(u"gateways"_s, Value::list().withOrigin(gateway))
        .append(object.namespaceName + u'/' + builder.names().l4Gateway(object.gateway, any.clientNamespace))
        .withOrigin(gateway);
    builder.spec.add(u"hosts"_s, Value::list().withOrigin(host)).append(object.host).withOrigin(host);
    Value &tcp = builder.spec.add(u"tcp"_s, Value::list());
    for (const auto &[number, routes] : gatewayPorts) {
        const quint32 portOrigin = builder.from(OriginField::GatewayPort, routes);
        Value &route = tcp.append(Value::map().withOrigin(portOrigin));
        Value &match = route.add(u"match"_s, Value::list().withOrigin(portOrigin)).append(Value::map().withOrigin(portOrigin));
        match.add(u"port"_s, number).withOrigin(portOrigin);
        route.add(u"route"_s, singleRoute(destination(any.host, any.port))).withOrigin(builder.from(OriginField::PortNumber, routes));
    }
}

} // namespace sallyport
