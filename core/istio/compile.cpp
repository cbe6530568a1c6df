// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/compile.h"

#include "core/istio/authorizations.h"
#include "core/istio/compilecache.h"
#include "core/istio/lower.h"
#include "core/policy/findingcodes.h"
#include "core/policy/suppression.h"
#include "core/policy/workspacechecks.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// etcd refuses requests over 1.5 MiB; an update carries the object, and managed fields of about the same size again at worst.
constexpr qsizetype largeObject = 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Compile", text);
}

/// The gateway ports that carry TLS or TCP: an AuthorizationPolicy means something else there.
L4Ports l4PortsOf(const RouteTable &table)
{
    L4Ports ports;
    for (const EgressRoute &route : table.routes) {
        if (route.trafficClass != TrafficClass::Http)
            ports[route.gateway].insert(route.gatewayPort);
    }
    return ports;
}

std::vector<Object> lowerAll(const RouteTable &table, const Mesh &mesh, CompileCache &cache)
{
    cache.setMesh(mesh);
    if (const std::vector<Object> *known = cache.find(table.routes))
        return *known;
    const LoweringInput input{mesh, cache.names()};
    std::vector<Object> objects;
    std::vector<ObjectSpec> specs = objectSpecs(table.routes, mesh, cache.names());
    objects.reserve(specs.size());
    for (ObjectSpec &spec : specs) {
        std::shared_ptr<const ObjectContent> content = cache.find(spec, table.routes);
        if (!content) {
            content = lower(input, spec, table.routes);
            cache.insert(spec, table.routes, content);
        }
        objects.push_back({std::move(content), std::move(spec.routes), {}});
    }
    cache.endRound();
    cache.keep(table.routes, objects);
    return objects;
}

/// Puts the workspace's AuthorizationPolicies among the generated objects: with the guard, which opens the output of its namespace.
void mergeAuthorizations(std::vector<Object> &objects, std::vector<Object> authorizations)
{
    const auto isAuthorization = [](const Object &object) {
        return object.content->ref.kind == "AuthorizationPolicy"_L1;
    };
    const auto precedes = [](const Object &a, const Object &b) {
        return std::pair(a.content->ref.namespaceName, a.content->ref.name)
            < std::pair(b.content->ref.namespaceName, b.content->ref.name);
    };
    std::sort(authorizations.begin(), authorizations.end(), precedes);
    for (Object &authorization : authorizations) {
        const QString &home = authorization.content->ref.namespaceName;
        auto at = std::find_if(objects.begin(), objects.end(),
                               [&](const Object &o) { return o.content->ref.namespaceName == home; });
        if (at == objects.end())
            at = objects.begin(); // of a namespace without a gateway of ours: before all that it could speak of
        while (at != objects.end() && isAuthorization(*at) && precedes(*at, authorization))
            ++at;
        objects.insert(at, std::move(authorization));
    }
}

void reportLargeObjects(Compilation &compilation, Target target)
{
    for (const Object &object : compilation.objects) {
        if (object.content->yaml.size() < largeObject)
            continue;
        FieldRef where{object.document.file, object.document.document, {}};
        if (!object.routes.empty()) {
            const RouteOrigin &origin = compilation.table.routes[object.routes.front()].origin;
            where = origin.ref(origin.gatewayPath());
        }
        compilation.findings.append(finding(
            "size.object"_L1, target, where,
            tr("%1 has %2 KiB and nears the 1.5 MiB that a cluster takes. It is written as usual. Split the hosts over several gateways "
               "before it grows further.")
                .arg(object.content->ref.toString())
                .arg(object.content->yaml.size() / 1024)));
    }
}

/// Order of the workspace, so that the same input gives the same list: by file, document and place in the text.
void sortFindings(QList<Diagnostic> &findings, const Workspace &workspace)
{
    const auto place = [&](const Diagnostic &diagnostic) {
        qsizetype offset = diagnostic.begin;
        const FieldRef &where = diagnostic.where;
        if (offset < 0 && where.isValid() && where.document >= 0
            && size_t(where.document) < workspace.files[size_t(where.file)]->documents.size())
            offset = yaml::locate(*workspace.reading(where.file, where.document).source, where.path).begin;
        return std::tuple(where.file, where.document, offset);
    };
    std::vector<std::pair<std::tuple<int, int, qsizetype>, Diagnostic>> placed;
    placed.reserve(size_t(findings.size()));
    for (Diagnostic &diagnostic : findings)
        placed.emplace_back(place(diagnostic), std::move(diagnostic));
    std::stable_sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second.code < b.second.code;
    });
    findings.clear();
    for (auto &[where, diagnostic] : placed)
        findings.append(std::move(diagnostic));
}

} // namespace

bool Compilation::hasErrors() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic &d) { return d.severity == Severity::Error && !d.suppressed; });
}

Compilation compile(const Workspace &workspace, CompileCache *cache)
{
    CompileCache fresh;
    Compilation compilation;
    compilation.mesh = meshOf(workspace);
    const std::vector<DocumentId> meshes = documentsOf(workspace, DocumentKind::Mesh);
    if (!meshes.empty())
        compilation.meshDocument = meshes.front();
    compilation.table = routesOf(workspace, compilation.mesh);
    compilation.objects = lowerAll(compilation.table, compilation.mesh, cache ? *cache : fresh);
    mergeAuthorizations(compilation.objects, authorizationObjects(workspace, compilation.mesh));
    compilation.findings = documentFindings(workspace)
        + checkWorkspace(workspace, compilation.mesh, l4PortsOf(compilation.table)) + compilation.table.findings;
    reportLargeObjects(compilation, workspace.target);
    sortFindings(compilation.findings, workspace);
    applySuppressions(compilation.findings, workspace);
    return compilation;
}

QByteArray render(const std::vector<Object> &objects)
{
    qsizetype size = 0;
    for (const Object &object : objects)
        size += object.content->yaml.size() + 4;
    QByteArray text;
    text.reserve(size);
    for (const Object &object : objects) {
        if (!text.isEmpty())
            text += "---\n";
        text += object.content->yaml;
    }
    return text;
}

QString ObjectRef::toString() const
{
    return kind + u' ' + namespaceName + u'/' + name;
}

} // namespace sallyport
