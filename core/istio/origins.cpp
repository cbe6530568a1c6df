// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/compile.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The Mesh's entry of a list whose `key` says `name`, where a Mesh document has it.
FieldRef meshEntry(const Compilation &compilation, const QString &list, qsizetype index)
{
    const DocumentId mesh = compilation.meshDocument;
    if (mesh.file < 0 || index < 0)
        return {};
    return {mesh.file, mesh.document, FieldPath().child(u"spec"_s).child(list).index(int(index))};
}

template<typename Entries, typename Is>
qsizetype positionOf(const Entries &entries, Is is)
{
    const auto found = std::find_if(entries.begin(), entries.end(), is);
    return found == entries.end() ? -1 : found - entries.begin();
}

FieldRef meshField(const Compilation &compilation, OriginField field, const EgressRoute &route)
{
    if (field == OriginField::Address)
        return meshEntry(compilation, u"hosts"_s, positionOf(compilation.mesh.hosts, [&](const MeshHost &host) {
                             return host.host == route.host;
                         }));
    return meshEntry(compilation, u"gateways"_s, positionOf(compilation.mesh.gateways, [&](const MeshGateway &gateway) {
                         return gateway.name == route.gateway;
                     }));
}

/// Where the policy says the word that an origin names.
FieldPath wordPath(OriginField field, const RouteOrigin &origin)
{
    const FieldPath port = origin.toPath().child(u"port"_s);
    switch (field) {
    case OriginField::Route:
    case OriginField::Document:
        return origin.toPath();
    case OriginField::Namespace:
        return origin.fromPath().child(u"namespace"_s);
    case OriginField::Selector:
        return origin.fromPath().child(u"workloadSelector"_s);
    case OriginField::Host:
    case OriginField::Address:
        return origin.hostPath();
    case OriginField::PortNumber:
        return port.child(u"number"_s);
    case OriginField::Protocol:
        return port.child(u"protocol"_s);
    case OriginField::TargetPort:
        return port.child(u"targetPort"_s);
    case OriginField::Gateway:
    case OriginField::MeshGateway:
        return origin.gatewayPath();
    case OriginField::GatewayPort:
        return origin.toPath().child(u"byEgressGateway"_s).child(u"port"_s);
    case OriginField::Upgrade:
        return origin.toPath().child(u"httpsUpgrade"_s);
    }
    return {};
}

/// The routes, as indices into the table, that an origin of an object names.
std::vector<quint32> routesOf(const Object &object, const Origin &origin)
{
    if (origin.routes.empty())
        return object.routes;
    std::vector<quint32> routes;
    for (quint32 i : origin.routes)
        routes.push_back(object.routes[i]);
    return routes;
}

/// The rule that a path of a policy leads into; -1 where it leads into none.
int ruleOf(const FieldPath &path)
{
    const QList<PathElement> &elements = path.elements();
    return elements.size() > 2 && elements[1].name == "egressRules"_L1 ? elements[2].index : -1;
}

/// True where the origin repeats what `field` says, or what is under it. A route's own place is its destination and its source.
bool comesFrom(const Compilation &compilation, const Object &object, const Origin &origin, const FieldRef &field)
{
    if (origin.field == OriginField::Document)
        return object.document.file == field.file && object.document.document == field.document;
    const int rule = ruleOf(field.path);
    const auto &table = compilation.table.routes;
    const auto mayMatch = [&](const EgressRoute &route) {
        const RouteOrigin &from = route.origin;
        if (origin.field == OriginField::Address || origin.field == OriginField::MeshGateway)
            return true;
        // thousands of routes meet in a gateway's door: paths are compared only for those of the field's rule
        return from.document.file == field.file && from.document.document == field.document
            && (rule < 0 || from.rule == rule);
    };
    const qsizetype count = qsizetype(origin.routes.empty() ? object.routes.size() : origin.routes.size());
    for (qsizetype position = 0; position < count; ++position) {
        const size_t place = origin.routes.empty() ? size_t(position) : origin.routes[size_t(position)];
        const EgressRoute &route = table[object.routes[place]];
        if (!mayMatch(route))
            continue;
        if (origin.field == OriginField::Address || origin.field == OriginField::MeshGateway) {
            const FieldRef mesh = meshField(compilation, origin.field, route);
            if (mesh.isValid() && mesh.file == field.file && mesh.document == field.document
                && (mesh.path.startsWith(field.path) || field.path.startsWith(mesh.path)))
                return true;
        }
        if (route.origin.document.file != field.file || route.origin.document.document != field.document)
            continue;
        const FieldPath word = wordPath(origin.field, route.origin);
        // a label of the selector lies under the word, a rule or destination over it
        if (word.startsWith(field.path) || (origin.field != OriginField::Route && field.path.startsWith(word)))
            return true;
        if (origin.field == OriginField::Route && route.origin.fromPath().startsWith(field.path))
            return true;
    }
    return false;
}

} // namespace

QList<FieldRef> originsOf(const Compilation &compilation, const Object &object, int line)
{
    const ObjectContent &content = *object.content;
    if (line < 0 || size_t(line) >= content.lineOrigins.size())
        return {};
    const Origin &origin = content.origins[content.lineOrigins[size_t(line)]];
    if (origin.field == OriginField::Document)
        return {{object.document.file, object.document.document, {}}};
    QList<FieldRef> fields;
    for (quint32 i : routesOf(object, origin)) {
        const EgressRoute &route = compilation.table.routes[i];
        FieldRef field;
        if (origin.field == OriginField::Address || origin.field == OriginField::MeshGateway)
            field = meshField(compilation, origin.field, route);
        if (!field.isValid())
            field = route.origin.ref(wordPath(origin.field, route.origin));
        if (!fields.contains(field))
            fields.append(field);
    }
    return fields;
}

std::vector<int> linesOf(const Compilation &compilation, const Object &object, const FieldRef &field)
{
    const ObjectContent &content = *object.content;
    std::vector<char> matches(content.origins.size(), 0);
    for (size_t i = 0; i < content.origins.size(); ++i)
        matches[i] = comesFrom(compilation, object, content.origins[i], field);
    std::vector<int> lines;
    for (size_t line = 0; line < content.lineOrigins.size(); ++line) {
        if (matches[content.lineOrigins[line]])
            lines.push_back(int(line));
    }
    return lines;
}

} // namespace sallyport
