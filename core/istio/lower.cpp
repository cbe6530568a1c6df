// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include "core/yaml/write.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Values without a mark of their own take that of the value around them.
void inheritOrigins(Value &value, quint32 inherited)
{
    if (value.origin() == 0)
        value.withOrigin(inherited);
    for (Member &member : value.members())
        inheritOrigins(member.value, value.origin());
}

} // namespace

ObjectBuilder::ObjectBuilder(const LoweringInput &input, const ObjectSpec &object,
                             const std::vector<EgressRoute> &table)
    : m_input(input)
    , m_object(object)
    , m_origins{Origin{}}
{
    m_routes.reserve(object.routes.size());
    for (quint32 i : object.routes)
        m_routes.push_back(&table[i]);
}

quint32 ObjectBuilder::from(OriginField field, std::vector<quint32> routes)
{
    if (routes.size() == m_routes.size())
        routes.clear(); // all of them
    Origin origin{field, std::move(routes)};
    // neighbouring values often share their origin; a longer search would cost more than the entries it saves
    const size_t oldest = m_origins.size() > 4 ? m_origins.size() - 4 : 0;
    for (size_t i = m_origins.size(); i-- > oldest;) {
        if (m_origins[i] == origin)
            return quint32(i);
    }
    m_origins.push_back(std::move(origin));
    return quint32(m_origins.size() - 1);
}

std::shared_ptr<ObjectContent> ObjectBuilder::finish(const QString &apiVersion) &&
{
    auto content = std::make_shared<ObjectContent>();
    content->ref = {apiVersion, kindName(m_object.kind), m_object.namespaceName, m_object.name};
    content->value = Value::map();
    content->value.add(u"apiVersion"_s, apiVersion);
    content->value.add(u"kind"_s, content->ref.kind);
    Value metadata = Value::map();
    addOwnLabels(metadata, mesh());
    metadata.add(u"name"_s, m_object.name);
    metadata.add(u"namespace"_s, m_object.namespaceName);
    content->value.add(u"metadata"_s, std::move(metadata));
    inheritOrigins(spec, 0);
    content->value.add(u"spec"_s, std::move(spec));
    content->origins = std::move(m_origins);
    yaml::write(content->value, content->yaml, &content->lineOrigins);
    return content;
}

std::shared_ptr<const ObjectContent> lower(const LoweringInput &input, const ObjectSpec &spec,
                                           const std::vector<EgressRoute> &table)
{
    static constexpr void (*lowerings[])(ObjectBuilder &) = {
        lowerGuard,
        lowerGatewayServiceEntry,
        lowerUpgradeDestinationRule,
        lowerGatewayLeg,
        lowerL4GatewayLeg,
        lowerDoor,
        lowerWildcardDoor,
        lowerL4Gateway,
        lowerClientDestinationRule,
        lowerClientServiceEntry,
        lowerMeshLeg,
    };
    ObjectBuilder builder(input, spec, table);
    lowerings[size_t(spec.kind)](builder);
    // v1 came with Istio 1.22
    const QString version = input.mesh.istioIsOlderThan(1, 22) ? u"v1beta1"_s : u"v1"_s;
    return std::move(builder).finish(
        (spec.kind == ObjectKind::Guard ? u"security.istio.io/"_s : u"networking.istio.io/"_s) + version);
}

void addExportTo(Value &spec)
{
    spec.add(u"exportTo"_s, Value::list(QStringList{u"."_s}));
}

Value labelMap(const Labels &labels)
{
    Value map = Value::map();
    for (const auto &[key, value] : labels)
        map.add(key, value);
    return map;
}

Value destination(const QString &host, int port, const QString &subset)
{
    Value destination = Value::map();
    destination.add(u"host"_s, host);
    destination.add(u"port"_s, Value::map()).add(u"number"_s, port);
    if (!subset.isEmpty())
        destination.add(u"subset"_s, subset);
    return destination;
}

Value singleRoute(Value destination)
{
    Value route = Value::list();
    route.append(Value::map()).add(u"destination"_s, std::move(destination));
    return route;
}

void addOwnLabels(Value &metadata, const Mesh &mesh)
{
    Value *labels = metadata.find(u"labels");
    if (!labels || !labels->isMap())
        labels = &metadata.set(u"labels"_s, Value::map());
    labels->set(u"app.kubernetes.io/managed-by"_s, u"sallyport"_s);
    labels->set(u"sallyport.dev/mesh"_s, mesh.name);
}

Value servicePorts(ObjectBuilder &builder, const std::map<int, ServicePort> &ports)
{
    Value list = Value::list();
    for (const auto &[number, port] : ports) {
        Value &item = list.append(Value::map().withOrigin(builder.from(OriginField::PortNumber, port.routes)));
        item.add(u"name"_s, port.protocol.toLower() + u'-' + QString::number(number))
            .withOrigin(builder.from(OriginField::Protocol, port.routes));
        item.add(u"number"_s, number);
        item.add(u"protocol"_s, port.protocol).withOrigin(builder.from(OriginField::Protocol, port.routes));
        if (port.targetPort && port.targetPort != number)
            item.add(u"targetPort"_s, port.targetPort).withOrigin(builder.from(OriginField::TargetPort, port.routes));
    }
    return list;
}

QString mergedHttp(const QString &present, const QString &further)
{
    return present.isEmpty() || present == further ? further : u"HTTP2"_s;
}

} // namespace sallyport
