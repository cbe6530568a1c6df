// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/schema.h"

#include <utility>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using Type = SchemaField::Type;
using Fields = std::vector<SchemaField>;

constexpr QLatin1StringView optional;
constexpr QLatin1StringView required = "field.required"_L1;

SchemaField text(QLatin1StringView key, QLatin1StringView whenMissing = optional)
{
    return {key, Type::Text, whenMissing, {}};
}

SchemaField integer(QLatin1StringView key, QLatin1StringView whenMissing = optional)
{
    return {key, Type::Integer, whenMissing, {}};
}

SchemaField boolean(QLatin1StringView key)
{
    return {key, Type::Boolean, optional, {}};
}

SchemaField labels(QLatin1StringView key)
{
    return {key, Type::TextMap, optional, {}};
}

SchemaField any(QLatin1StringView key)
{
    return {key, Type::Any, optional, {}};
}

SchemaField map(QLatin1StringView key, Fields fields, QLatin1StringView whenMissing = optional)
{
    return {key, Type::Map, whenMissing, std::move(fields)};
}

SchemaField listOf(QLatin1StringView key, SchemaField item, QLatin1StringView whenMissing = optional)
{
    return {key, Type::List, whenMissing, {std::move(item)}};
}

SchemaField texts(QLatin1StringView key, QLatin1StringView whenMissing = optional)
{
    return listOf(key, text({}), whenMissing);
}

/// metadata, with what a server adds to it when an object is read back.
SchemaField metadata(QLatin1StringView whenNameMissing, SchemaField namespaceField, QLatin1StringView whenMissing)
{
    return map("metadata"_L1,
               {
                   text("name"_L1, whenNameMissing),
                   std::move(namespaceField),
                   labels("labels"_L1),
                   labels("annotations"_L1),
                   any("generateName"_L1),
                   any("uid"_L1),
                   any("resourceVersion"_L1),
                   any("generation"_L1),
                   any("creationTimestamp"_L1),
                   any("deletionTimestamp"_L1),
                   any("deletionGracePeriodSeconds"_L1),
                   any("ownerReferences"_L1),
                   any("finalizers"_L1),
                   any("managedFields"_L1),
                   any("selfLink"_L1),
               },
               whenMissing);
}

SchemaField document(SchemaField metadata, SchemaField spec)
{
    return map({},
               {text("apiVersion"_L1, "policy.version"_L1), text("kind"_L1, required), std::move(metadata),
                std::move(spec), any("status"_L1)});
}

SchemaField destination()
{
    return map({},
               {
                   text("name"_L1),
                   texts("hosts"_L1, "host.count"_L1),
                   map("port"_L1,
                       {
                           text("name"_L1),
                           integer("number"_L1, required),
                           text("protocol"_L1, required),
                           integer("targetPort"_L1),
                       },
                       required),
                   map("byEgressGateway"_L1, {text("name"_L1), integer("port"_L1)}),
                   map("httpsUpgrade"_L1, {boolean("enabled"_L1), integer("port"_L1)}),
               });
}

SchemaField policy()
{
    const SchemaField source = map({}, {text("namespace"_L1, "source.namespace"_L1), labels("workloadSelector"_L1)});
    const SchemaField rule = map({},
                                 {
                                     text("name"_L1),
                                     listOf("from"_L1, source, "rule.from-empty"_L1),
                                     listOf("to"_L1, destination(), "rule.to-empty"_L1),
                                 });
    return document(metadata("policy.name-invalid"_L1, text("namespace"_L1), required),
                    map("spec"_L1,
                        {
                            map("byEgressGateway"_L1, {text("name"_L1, "gateway.required"_L1)}, "gateway.required"_L1),
                            listOf("egressRules"_L1, rule, "policy.rules-empty"_L1),
                        },
                        required));
}

SchemaField mesh()
{
    const SchemaField port = map({},
                                 {
                                     integer("number"_L1, required),
                                     integer("targetPort"_L1),
                                     text("protocol"_L1, required),
                                     text("name"_L1),
                                     boolean("plaintext"_L1),
                                 });
    const SchemaField gateway = map({},
                                    {
                                        text("name"_L1, required),
                                        text("namespace"_L1),
                                        labels("selector"_L1),
                                        text("service"_L1),
                                        listOf("ports"_L1, port),
                                    });
    const SchemaField host = map({}, {text("host"_L1, required), texts("addresses"_L1), text("representative"_L1)});
    return document(metadata(optional, text("namespace"_L1), optional),
                    map("spec"_L1,
                        {
                            text("outboundTrafficPolicy"_L1),
                            boolean("dnsCapture"_L1),
                            text("istioVersion"_L1),
                            listOf("gateways"_L1, gateway),
                            listOf("hosts"_L1, host),
                        }));
}

SchemaField expectations()
{
    const SchemaField request =
        map("request"_L1, {text("url"_L1), text("tcp"_L1), text("method"_L1), labels("headers"_L1)}, required);
    const SchemaField from =
        map("from"_L1, {text("namespace"_L1, required), labels("labels"_L1), text("serviceAccount"_L1)}, required);
    const SchemaField expect = map("expect"_L1, {text("verdict"_L1), integer("status"_L1)}, required);
    return document(metadata(optional, text("namespace"_L1), optional),
                    map("spec"_L1, {listOf("cases"_L1, map({}, {text("name"_L1), from, request, expect}))}));
}

SchemaField authorization()
{
    const SchemaField source = map("source"_L1,
                                   {
                                       texts("namespaces"_L1),
                                       texts("notNamespaces"_L1),
                                       texts("serviceAccounts"_L1),
                                       texts("notServiceAccounts"_L1),
                                       texts("principals"_L1),
                                       texts("notPrincipals"_L1),
                                       texts("requestPrincipals"_L1),
                                       texts("notRequestPrincipals"_L1),
                                       texts("ipBlocks"_L1),
                                       texts("notIpBlocks"_L1),
                                       texts("remoteIpBlocks"_L1),
                                       texts("notRemoteIpBlocks"_L1),
                                       texts("trustDomains"_L1),
                                       texts("notTrustDomains"_L1),
                                   });
    const SchemaField operation = map("operation"_L1,
                                      {
                                          texts("hosts"_L1),
                                          texts("notHosts"_L1),
                                          texts("ports"_L1),
                                          texts("notPorts"_L1),
                                          texts("methods"_L1),
                                          texts("notMethods"_L1),
                                          texts("paths"_L1),
                                          texts("notPaths"_L1),
                                      });
    const SchemaField when = map({}, {text("key"_L1, required), texts("values"_L1), texts("notValues"_L1)});
    const SchemaField rule =
        map({}, {listOf("from"_L1, map({}, {source})), listOf("to"_L1, map({}, {operation})), listOf("when"_L1, when)});
    return document(metadata("policy.name-invalid"_L1, text("namespace"_L1), required),
                    map("spec"_L1,
                        {
                            map("selector"_L1, {labels("matchLabels"_L1)}),
                            any("targetRef"_L1),
                            any("targetRefs"_L1),
                            text("action"_L1),
                            map("provider"_L1, {text("name"_L1)}),
                            listOf("rules"_L1, rule),
                        }));
}

} // namespace

const SchemaField *SchemaField::find(QStringView name) const
{
    for (const SchemaField &field : fields) {
        if (name == field.key)
            return &field;
    }
    return nullptr;
}

const SchemaField *schemaOf(DocumentKind kind)
{
    static const SchemaField policySchema = policy();
    static const SchemaField authorizationSchema = authorization();
    static const SchemaField meshSchema = mesh();
    static const SchemaField expectationsSchema = expectations();
    switch (kind) {
    case DocumentKind::Policy:
        return &policySchema;
    case DocumentKind::Authorization:
        return &authorizationSchema;
    case DocumentKind::Mesh:
        return &meshSchema;
    case DocumentKind::Expectations:
        return &expectationsSchema;
    case DocumentKind::Empty:
    case DocumentKind::Generated:
    case DocumentKind::Other:
    case DocumentKind::Broken:
        break;
    }
    return nullptr;
}

const SchemaField *schemaAt(DocumentKind kind, const FieldPath &path)
{
    const SchemaField *field = schemaOf(kind);
    for (const PathElement &element : path.elements()) {
        if (!field)
            return nullptr;
        if (element.isIndex())
            field = field->type == Type::List ? &field->item() : nullptr;
        else
            field = field->type == Type::Map ? field->find(element.name) : nullptr;
    }
    return field;
}

QStringList keysAfter(DocumentKind kind, const FieldPath &path)
{
    const SchemaField *parent = path.isEmpty() ? nullptr : schemaAt(kind, path.parent());
    if (!parent || parent->type != Type::Map)
        return {};
    QStringList keys;
    bool after = false;
    for (const SchemaField &field : parent->fields) {
        if (after)
            keys.append(field.key);
        after = after || path.last().name == field.key;
    }
    return keys;
}

} // namespace sallyport
