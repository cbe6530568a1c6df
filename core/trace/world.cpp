// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/world.h"

#include "core/trace/addresses.h"
#include "core/trace/hostnames.h"
#include "core/trace/workloads.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString groupOf(const QString &apiVersion)
{
    return apiVersion.contains(u'/') ? apiVersion.section(u'/', 0, 0) : QString();
}

bool isMeshRoute(const Value &object)
{
    const auto &parents = object[u"spec"][u"parentRefs"].members();
    return std::any_of(parents.begin(), parents.end(), [](const Member &parent) {
        const QString kind = parent.value[u"kind"].text();
        return !kind.isEmpty() && kind != "Gateway"_L1;
    });
}

/// Fills a world object by object.
class WorldBuilder
{
public:
    explicit WorldBuilder(TraceWorld &world)
        : m_world(world)
    {
    }

    void add(TraceObject object)
    {
        const QString key = object.ref.kind + u' ' + object.ref.namespaceName + u'/' + object.ref.name;
        if (object.ref.name.isEmpty() || m_known.contains(key + groupOf(object.ref.apiVersion)))
            return;
        m_known.insert(key + groupOf(object.ref.apiVersion));
        m_world.objects.push_back(std::move(object));
        read(int(m_world.objects.size()) - 1);
    }

    void addForeign(const yaml::Document &document, DocumentId id) { addForeign(yaml::toValue(document.root), id); }

private:
    void addForeign(Value value, DocumentId id)
    {
        if (value[u"kind"].text() == "List"_L1) {
            for (const Member &item : value[u"items"].members())
                addForeign(item.value, id);
            return;
        }
        const Value &metadata = value[u"metadata"];
        TraceObject object;
        const QString home = metadata[u"namespace"].text();
        object.ref = {value[u"apiVersion"].text(), value[u"kind"].text(), home.isEmpty() ? u"default"_s : home,
                      metadata[u"name"].text()};
        const QDateTime created = QDateTime::fromString(metadata[u"creationTimestamp"].text(), Qt::ISODate);
        if (created.isValid())
            object.created = created.toSecsSinceEpoch();
        object.document = id;
        object.value = std::make_shared<const Value>(std::move(value));
        add(std::move(object));
    }

    void read(int i)
    {
        const ObjectRef &ref = m_world.objects[size_t(i)].ref;
        const Value &value = *m_world.objects[size_t(i)].value;
        const QString group = groupOf(ref.apiVersion);
        if (group == "networking.istio.io"_L1)
            readNetworking(i, ref.kind, value);
        else if (group == "security.istio.io"_L1)
            readSecurity(i, ref.kind);
        else if (group == "extensions.istio.io"_L1)
            readExtension(i, value);
        else if (group == "gateway.networking.k8s.io"_L1 && ref.kind.endsWith("Route"_L1) && isMeshRoute(value))
            m_world.meshRoutes.push_back(i);
        else if (group.isEmpty() && ref.kind == "Service"_L1)
            readService(i, value);
    }

    void readNetworking(int i, const QString &kind, const Value &value)
    {
        if (kind == "ServiceEntry"_L1) {
            for (istio::Service &service : istio::servicesOf(value)) {
                service.object = i;
                m_world.services.push_back(std::move(service));
            }
        } else if (kind == "VirtualService"_L1) {
            m_world.virtualServices.push_back(istio::virtualService(value));
            m_world.virtualServices.back().object = i;
        } else if (kind == "DestinationRule"_L1) {
            m_world.destinationRules.push_back(istio::destinationRule(value));
            m_world.destinationRules.back().object = i;
        } else if (kind == "Gateway"_L1) {
            m_world.gateways.push_back(istio::gateway(value));
            m_world.gateways.back().object = i;
        } else if (kind == "Sidecar"_L1) {
            m_world.sidecars.push_back(i);
        } else if (kind == "ProxyConfig"_L1) {
            m_world.proxyConfigs.push_back(i);
        } else if (kind == "EnvoyFilter"_L1) {
            readEnvoyFilter(i, value);
        }
    }

    void readSecurity(int i, const QString &kind)
    {
        if (kind == "AuthorizationPolicy"_L1)
            m_world.authorizations.push_back(i);
        else if (kind == "RequestAuthentication"_L1)
            m_world.requestAuthentications.push_back(i);
        else if (kind == "PeerAuthentication"_L1)
            m_world.peerAuthentications.push_back(i);
    }

    void readEnvoyFilter(int i, const Value &value)
    {
        Extension extension = extensionOf(i, value[u"spec"][u"workloadSelector"][u"labels"]);
        extension.changesGateways = extension.changesSidecars = false;
        for (const Member &patch : value[u"spec"][u"configPatches"].members()) {
            const QString context = patch.value[u"match"][u"context"].text();
            const bool isAny = context.isEmpty() || context == "ANY"_L1;
            extension.changesSidecars = extension.changesSidecars || isAny || context == "SIDECAR_OUTBOUND"_L1;
            extension.changesGateways = extension.changesGateways || isAny || context == "GATEWAY"_L1;
        }
        m_world.extensions.push_back(extension);
    }

    void readExtension(int i, const Value &value)
    {
        m_world.extensions.push_back(extensionOf(i, value[u"spec"][u"selector"][u"matchLabels"]));
    }

    Extension extensionOf(int i, const Value &selector) const
    {
        return {i, m_world.objects[size_t(i)].ref.namespaceName, istio::labelsOf(selector), true, true};
    }

    void readService(int i, const Value &value)
    {
        m_world.services.push_back(istio::kubernetesService(value));
        m_world.services.back().object = i;
    }

    TraceWorld &m_world;
    QSet<QString> m_known;
};

void indexServices(TraceWorld &world)
{
    for (size_t i = 0; i < world.services.size(); ++i) {
        const istio::Service &service = world.services[i];
        world.servicesByHost[service.host].push_back(int(i));
        for (const QString &address : service.addresses) {
            if (!istio::isBlock(address))
                world.servicesByAddress[address].push_back(int(i));
        }
        for (const QString &scope : service.exportTo.everywhere ? QStringList(u"*"_s) : service.exportTo.namespaces) {
            for (const istio::ServicePort &port : service.ports) {
                ServicesOnPort &there = world.servicesByNamespace[scope][port.number];
                (istio::carriesHttp(port.protocol) ? there.http : there.others).push_back(int(i));
            }
        }
    }
}

void indexRules(TraceWorld &world)
{
    for (size_t i = 0; i < world.virtualServices.size(); ++i) {
        const istio::VirtualService &rule = world.virtualServices[i];
        for (const QString &gateway : rule.gateways) {
            HostIndex &index = gateway == "mesh"_L1 ? world.meshRules : world.gatewayRules[gateway];
            for (const QString &host : rule.hosts)
                index.add(host, int(i));
            world.rulesByGateway[gateway].push_back(int(i));
        }
    }
    for (size_t i = 0; i < world.destinationRules.size(); ++i) {
        const QString &host = world.destinationRules[i].host;
        std::vector<int> &rules = world.destinationRulesByHost[host];
        if (rules.empty() && istio::isWildcardName(host))
            world.wildcardDestinationRules.push_back(host);
        rules.push_back(int(i));
    }
}

/// Names that cover a name: itself, and every wildcard of its suffixes.
template<typename Visit>
void forEachCover(const QString &name, Visit visit)
{
    visit(name);
    const bool isWildcard = istio::isWildcardName(name);
    for (qsizetype i = isWildcard ? 2 : 0; i < name.size(); ++i) {
        if (name.at(i) == u'.')
            visit(u'*' + name.mid(i));
    }
    visit(u"*"_s);
}

void sortOnce(std::vector<int> &items)
{
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

} // namespace

const WorkloadPort *Workload::port(int number) const
{
    const auto found =
        std::find_if(ports.begin(), ports.end(), [&](const WorkloadPort &p) { return p.number == number; });
    return found == ports.end() ? nullptr : &*found;
}

void HostIndex::add(const QString &host, int item)
{
    std::vector<int> &items = byName[host];
    if (items.empty() && istio::isWildcardName(host))
        wildcards.push_back(host);
    items.push_back(item);
}

std::vector<int> HostIndex::covering(const QString &name) const
{
    std::vector<int> items;
    forEachCover(name, [&](const QString &cover) {
        const auto found = byName.constFind(cover);
        if (found != byName.constEnd())
            items.insert(items.end(), found->begin(), found->end());
    });
    for (const QString &wildcard : wildcards) {
        // Wildcards inside a label (*foo.example.com) are rare enough to be looked at one by one.
        if (wildcard.size() > 1 && wildcard.at(1) != u'.' && istio::isCoveredBy(name, wildcard))
            items.insert(items.end(), byName[wildcard].begin(), byName[wildcard].end());
    }
    sortOnce(items);
    return items;
}

std::vector<int> HostIndex::overlapping(const QString &name) const
{
    std::vector<int> items = covering(name);
    if (istio::isWildcardName(name)) {
        for (auto it = byName.constBegin(); it != byName.constEnd(); ++it) {
            if (istio::isCoveredBy(it.key(), name))
                items.insert(items.end(), it->begin(), it->end());
        }
        sortOnce(items);
    }
    return items;
}

QString rootNamespace()
{
    return u"istio-system"_s;
}

TraceWorld worldOf(const Workspace &workspace, const Compilation &compilation)
{
    TraceWorld world;
    world.mesh = compilation.mesh;
    WorldBuilder builder(world);
    for (size_t i = 0; i < compilation.objects.size(); ++i) {
        const auto &content = compilation.objects[i].content;
        TraceObject object{content->ref, std::shared_ptr<const Value>(content, &content->value),
                           compilation.objects[i].document, int(i), std::nullopt};
        builder.add(std::move(object));
    }
    const bool hasPolicy = !documentsOf(workspace, DocumentKind::Policy).empty();
    for (size_t file = 0; file < workspace.files.size(); ++file) {
        const auto &documents = workspace.files[file]->documents;
        for (size_t document = 0; document < documents.size(); ++document) {
            const DocumentKind kind = documents[document]->kind;
            const bool isOurs = kind == DocumentKind::Generated && hasPolicy;
            if (!isOurs
                && (kind == DocumentKind::Other || kind == DocumentKind::Authorization
                    || kind == DocumentKind::Generated))
                builder.addForeign(*documents[document]->source, {int(file), int(document)});
        }
    }
    addWorkloads(world, workspace);
    indexServices(world);
    indexRules(world);
    return world;
}

QString objectName(const TraceWorld &world, const TraceField &field)
{
    return field.object < 0 ? QString() : world.objects[size_t(field.object)].ref.toString();
}

FieldPlaces::FieldPlaces(const Workspace &workspace, const Compilation &compilation, const TraceWorld &world)
    : m_workspace(workspace)
    , m_compilation(compilation)
    , m_world(world)
{
}

int FieldPlaces::compiledLine(const TraceObject &object, const FieldPath &path)
{
    const Object &compiled = m_compilation.objects[size_t(object.compiled)];
    Compiled &text = m_compiledTexts[object.compiled];
    if (!text.document) {
        const yaml::Stream stream = yaml::parse(compiled.content->yaml);
        text.document = stream.documents.empty() ? std::make_shared<const yaml::Document>() : stream.documents.front();
        text.lines = std::make_shared<const yaml::LineIndex>(compiled.content->yaml);
    }
    return text.lines->position(yaml::locate(*text.document, path).begin).line - 1;
}

FieldRef FieldPlaces::refOf(const TraceObject &object, const FieldPath &path)
{
    if (object.compiled < 0 || object.document.file >= 0)
        return {object.document.file, object.document.document, path};
    const Object &compiled = m_compilation.objects[size_t(object.compiled)];
    const QList<FieldRef> origins = originsOf(m_compilation, compiled, compiledLine(object, path));
    return origins.isEmpty() ? FieldRef() : origins.front();
}

int FieldPlaces::lineInObject(const TraceField &field)
{
    const TraceObject *object = field.object < 0 ? nullptr : &m_world.objects[size_t(field.object)];
    return object && object->compiled >= 0 ? compiledLine(*object, field.path) : -1;
}

FieldPlace FieldPlaces::place(const TraceField &field)
{
    FieldPlace place;
    if (field.object < 0)
        return place;
    place.ref = refOf(m_world.objects[size_t(field.object)], field.path);
    if (!place.ref.isValid())
        return place;
    const SourceFile &file = *m_workspace.files[size_t(place.ref.file)];
    auto &lines = m_lines[place.ref.file];
    if (!lines)
        lines = std::make_shared<const yaml::LineIndex>(file.stream.text);
    place.file = file.path;
    const DocumentReading &reading = m_workspace.reading(place.ref.file, place.ref.document);
    place.line = lines->position(yaml::locate(*reading.source, place.ref.path).begin).line;
    return place;
}

} // namespace sallyport
