// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <algorithm>
#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

Value server(const QString &portName, int number, const QString &protocol, Value hosts)
{
    Value server = Value::map();
    server.add(u"hosts"_s, std::move(hosts));
    Value &port = server.add(u"port"_s, Value::map());
    port.add(u"name"_s, portName);
    port.add(u"number"_s, number);
    port.add(u"protocol"_s, protocol);
    server.add(u"tls"_s, Value::map()).add(u"mode"_s, u"ISTIO_MUTUAL"_s);
    return server;
}

void addSelector(ObjectBuilder &builder)
{
    builder.spec.add(u"selector"_s, labelMap(builder.mesh().gateway(builder.object().gateway).selector))
        .withOrigin(builder.from(OriginField::MeshGateway, allRoutes));
}

/// One server per gateway port for all of the object's HTTP hosts: Envoy keeps one filter chain and one TLS context for each, however
/// many hosts there are.
void addHttpServers(ObjectBuilder &builder, const QString &sni)
{
    std::map<int, std::map<QString, std::vector<quint32>>> servers;
    for (quint32 i = 0; i < builder.routes().size(); ++i)
        servers[builder.routes()[i]->gatewayPort][builder.routes()[i]->host].push_back(i);

    addSelector(builder);
    Value &list = builder.spec.add(u"servers"_s, Value::list());
    for (const auto &[port, hosts] : servers) {
        std::vector<quint32> all;
        Value names = Value::list();
        names.append(sni);
        for (const auto &[host, routes] : hosts) {
            names.append(host).withOrigin(builder.from(OriginField::Host, routes));
            all.insert(all.end(), routes.begin(), routes.end());
        }
        std::sort(all.begin(), all.end());
        list.append(server("http-"_L1 + QString::number(port), port, u"HTTPS"_s, std::move(names)))
            .withOrigin(builder.from(OriginField::GatewayPort, all));
    }
}

} // namespace

void lowerDoor(ObjectBuilder &builder)
{
    addHttpServers(builder, doorSni(builder.object().gateway));
}

/// A Gateway object of its own, because Istio appends the routes of every VirtualService whose hosts intersect those of a server.
void lowerWildcardDoor(ObjectBuilder &builder)
{
    addHttpServers(builder, builder.names().wildcardDoorSni(builder.object().gateway, builder.object().host));
}

/// One server per (gateway port, mesh SNI). Port names are unique within a Gateway, and without dots: Istio counts them.
void lowerL4Gateway(ObjectBuilder &builder)
{
    std::map<std::pair<int, QString>, std::vector<quint32>> servers;
    for (quint32 i = 0; i < builder.routes().size(); ++i)
        servers[{builder.routes()[i]->gatewayPort, l4MeshSni(*builder.routes()[i])}].push_back(i);

    addSelector(builder);
    Value &list = builder.spec.add(u"servers"_s, Value::list());
    for (const auto &[key, routes] : servers) {
        const auto &[port, sni] = key;
        Value hosts = Value::list(QStringList{sni}).withOrigin(builder.from(OriginField::Host, routes));
        const QString portName = "l4-"_L1 + QString::number(port) + u'-' + shortHash(sni);
        list.append(server(portName, port, u"TLS"_s, std::move(hosts)))
            .withOrigin(builder.from(OriginField::GatewayPort, routes));
    }
}

} // namespace sallyport
