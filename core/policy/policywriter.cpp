// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/policywriter.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Adds a text that may be left out.
void addText(Value &map, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        map.add(key, text);
}

void addNumber(Value &map, const QString &key, std::optional<int> number)
{
    if (number)
        map.add(key, *number);
}

template<typename T>
Value listOf(const QList<T> &items)
{
    Value list = Value::list();
    for (const T &item : items)
        list.append(toValue(item));
    return list;
}

Value portValue(const Port &port)
{
    Value value = Value::map();
    addText(value, u"name"_s, port.name);
    if (port.number != 0)
        value.add(u"number"_s, port.number);
    if (port.protocol)
        value.add(u"protocol"_s, info(*port.protocol).name);
    addNumber(value, u"targetPort"_s, port.targetPort);
    return value;
}

Value gatewayPortValue(const GatewayPort &port)
{
    Value value = Value::map();
    addText(value, u"name"_s, port.name);
    addNumber(value, u"port"_s, port.port);
    return value;
}

Value upgradeValue(const HttpsUpgrade &upgrade)
{
    Value value = Value::map({{u"enabled"_s, upgrade.enabled}});
    addNumber(value, u"port"_s, upgrade.port);
    return value;
}

Value meshPortValue(const MeshGatewayPort &port)
{
    Value value = Value::map({{u"number"_s, port.number}});
    addNumber(value, u"targetPort"_s, port.targetPort);
    value.add(u"protocol"_s, port.protocol);
    addText(value, u"name"_s, port.name);
    if (port.plaintext)
        value.add(u"plaintext"_s, true);
    return value;
}

/// Documents that are for Sallyport alone say so in the way that Kubernetes tools know: they never reach a cluster.
Value localDocument(const QString &kind, const QString &name, Value spec)
{
    const Value annotations = Value::map({{u"config.kubernetes.io/local-config"_s, u"true"_s}});
    return Value::map({
        {u"apiVersion"_s, u"sallyport.dev/v1alpha1"_s},
        {u"kind"_s, kind},
        {u"metadata"_s, Value::map({{u"name"_s, name}, {u"annotations"_s, annotations}})},
        {u"spec"_s, std::move(spec)},
    });
}

QString nameOf(ExpectedVerdict verdict)
{
    switch (verdict) {
    case ExpectedVerdict::Allowed:
        return u"allowed"_s;
    case ExpectedVerdict::Blocked:
        return u"blocked"_s;
    case ExpectedVerdict::Any:
        break;
    }
    return u"any"_s;
}

Value requestValue(const RequestSpec &request)
{
    Value value = Value::map();
    addText(value, u"url"_s, request.url);
    addText(value, u"tcp"_s, request.tcp);
    if (request.method != RequestSpec().method)
        value.add(u"method"_s, request.method);
    if (!request.headers.isEmpty())
        value.add(u"headers"_s, toValue(request.headers));
    return value;
}

} // namespace

Value toValue(const Labels &labels)
{
    Value value = Value::map();
    for (const auto &[key, text] : labels)
        value.add(key, text);
    return value;
}

Value toValue(const Source &source)
{
    Value value = Value::map({{u"namespace"_s, source.namespaceName}});
    if (!source.workloadSelector.isEmpty())
        value.add(u"workloadSelector"_s, toValue(source.workloadSelector));
    return value;
}

Value toValue(const Destination &destination)
{
    Value value = Value::map();
    addText(value, u"name"_s, destination.name);
    value.add(u"hosts"_s, Value::list(destination.hosts));
    value.add(u"port"_s, portValue(destination.port));
    if (destination.byEgressGateway)
        value.add(u"byEgressGateway"_s, gatewayPortValue(*destination.byEgressGateway));
    if (destination.httpsUpgrade)
        value.add(u"httpsUpgrade"_s, upgradeValue(*destination.httpsUpgrade));
    return value;
}

Value toValue(const Rule &rule)
{
    Value value = Value::map();
    addText(value, u"name"_s, rule.name);
    value.add(u"from"_s, listOf(rule.from));
    value.add(u"to"_s, listOf(rule.to));
    return value;
}

Value toValue(const Policy &policy)
{
    return Value::map({
        {u"apiVersion"_s, policy.apiVersion},
        {u"kind"_s, u"ASMEgressTrafficPolicy"_s},
        {u"metadata"_s, Value::map({{u"name"_s, policy.name}, {u"namespace"_s, policy.namespaceName}})},
        {u"spec"_s,
         Value::map({
             {u"byEgressGateway"_s, Value::map({{u"name"_s, policy.gateway}})},
             {u"egressRules"_s, listOf(policy.rules)},
         })},
    });
}

Value toValue(const MeshGateway &gateway)
{
    Value value = Value::map({
        {u"name"_s, gateway.name},
        {u"namespace"_s, gateway.namespaceName},
        {u"selector"_s, toValue(gateway.selector)},
        {u"service"_s, gateway.service},
    });
    if (!gateway.portsListed)
        return value;
    Value &ports = value.add(u"ports"_s, Value::list());
    for (const MeshGatewayPort &port : gateway.ports)
        ports.append(meshPortValue(port));
    return value;
}

Value toValue(const MeshHost &host)
{
    Value value = Value::map({{u"host"_s, host.host}});
    if (!host.addresses.isEmpty())
        value.add(u"addresses"_s, Value::list(host.addresses));
    addText(value, u"representative"_s, host.representative);
    return value;
}

Value toValue(const Mesh &mesh)
{
    Value spec = Value::map();
    if (mesh.outboundTrafficPolicy != OutboundTrafficPolicy::Unknown) {
        const bool any = mesh.outboundTrafficPolicy == OutboundTrafficPolicy::AllowAny;
        spec.add(u"outboundTrafficPolicy"_s, any ? u"ALLOW_ANY"_s : u"REGISTRY_ONLY"_s);
    }
    if (mesh.dnsCapture)
        spec.add(u"dnsCapture"_s, true);
    addText(spec, u"istioVersion"_s, mesh.istioVersion);
    if (!mesh.gateways.isEmpty())
        spec.add(u"gateways"_s, listOf(mesh.gateways));
    if (!mesh.hosts.isEmpty())
        spec.add(u"hosts"_s, listOf(mesh.hosts));
    return localDocument(u"Mesh"_s, mesh.name, std::move(spec));
}

Value toValue(const Expectation &expectation)
{
    Value value = Value::map();
    addText(value, u"name"_s, expectation.name);
    Value &from = value.add(u"from"_s, Value::map({{u"namespace"_s, expectation.namespaceName}}));
    if (!expectation.labels.isEmpty())
        from.add(u"labels"_s, toValue(expectation.labels));
    addText(from, u"serviceAccount"_s, expectation.serviceAccount);
    value.add(u"request"_s, requestValue(expectation.request));
    Value &expect = value.add(u"expect"_s, Value::map({{u"verdict"_s, nameOf(expectation.verdict)}}));
    addNumber(expect, u"status"_s, expectation.status);
    return value;
}

Value toValue(const Expectations &expectations)
{
    return localDocument(u"Expectations"_s, expectations.name, Value::map({{u"cases"_s, listOf(expectations.cases)}}));
}

} // namespace sallyport
