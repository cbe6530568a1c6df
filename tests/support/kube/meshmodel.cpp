// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/meshmodel.h"

#include <QRegularExpression>

#include <algorithm>

namespace sallyport::test {

using namespace Qt::StringLiterals;

namespace {

bool hostCovers(const QString &pattern, const QString &host)
{
    return pattern == host || (pattern.startsWith("*."_L1) && host.endsWith(pattern.mid(1)));
}

bool hasLabels(const Labels &labels, const Value &wanted)
{
    return std::all_of(wanted.members().begin(), wanted.members().end(), [&](const Member &member) {
        return labels.contains({member.key, member.value.text()});
    });
}

/// The one of these specs whose host covers the name most narrowly; null where none does.
const Value *narrowest(const std::vector<const Value *> &specs, const QString &name)
{
    const Value *best = nullptr;
    for (const Value *spec : specs) {
        const QString host = (*spec)[u"hosts"][0].text();
        if (host == name)
            return spec;
        if (hostCovers(host, name) && (!best || host.size() > (*best)[u"hosts"][0].text().size()))
            best = spec;
    }
    return best;
}

const Value *portOf(const Value &entry, int number)
{
    for (const Member &port : entry[u"ports"].members()) {
        if (port.value[u"number"].toInt() == number)
            return &port.value;
    }
    return nullptr;
}

bool isHttpPort(const Value &port)
{
    return port[u"protocol"].text().startsWith("HTTP"_L1) ? port[u"protocol"].text() != "HTTPS"_L1
                                                          : port[u"protocol"].text() == "GRPC"_L1;
}

/// The first route whose match holds for the workload and the port (and the name, for TLS).
const Value *firstRoute(const Value &routes, const MeshRequest &request)
{
    for (const Member &route : routes.members()) {
        if (route.value[u"match"].isEmpty())
            return &route.value;
        for (const Member &match : route.value[u"match"].members()) {
            const Value &names = match.value[u"sniHosts"];
            const bool named = names.isNull()
                || std::any_of(names.members().begin(), names.members().end(),
                               [&](const Member &name) { return hostCovers(name.value.text(), request.host); });
            if (match.value[u"port"].toInt() == request.port && named
                && hasLabels(request.labels, match.value[u"sourceLabels"]))
                return &route.value;
        }
    }
    return nullptr;
}

bool gateOpens(const Value &match, const QString &namespaceName)
{
    const QString expression = match[u"headers"][u"x-forwarded-client-cert"][u"regex"].text();
    const QString header =
        "By=spiffe://x/ns/gateway/sa/g;Hash=0;URI=spiffe://cluster.local/ns/"_L1 + namespaceName + "/sa/default"_L1;
    return QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(header).hasMatch();
}

const Value *subsetOf(const Value &rule, const QString &name)
{
    for (const Member &subset : rule[u"subsets"].members()) {
        if (subset.value[u"name"].text() == name)
            return &subset.value;
    }
    return nullptr;
}

const Value *settingOf(const Value &subset, qint64 port)
{
    for (const Member &setting : subset[u"trafficPolicy"][u"portLevelSettings"].members()) {
        if (setting.value[u"port"][u"number"].toInt() == port)
            return &setting.value;
    }
    return nullptr;
}

/// The Gateway's server that takes the connection; null where none does.
const Value *serverFor(const Value &gateway, const DirectRequest &request)
{
    for (const Member &server : gateway[u"servers"].members()) {
        const Value &hosts = server.value[u"hosts"];
        const bool named = std::any_of(hosts.members().begin(), hosts.members().end(),
                                       [&](const Member &host) { return hostCovers(host.value.text(), request.sni); });
        if (server.value[u"port"][u"number"].toInt() == request.gatewayPort && named)
            return &server.value;
    }
    return nullptr;
}

bool serves(const Value &server, const QString &host)
{
    const Value &hosts = server[u"hosts"];
    return std::any_of(hosts.members().begin(), hosts.members().end(),
                       [&](const Member &own) { return hostCovers(own.value.text(), host); });
}

/// The gateway's route of one VirtualService for an HTTP request; null where it answers by itself.
const Value *gatewayRoute(const Value &routing, const DirectRequest &request)
{
    for (const Member &route : routing[u"http"].members()) {
        if (route.value[u"match"].isEmpty())
            return nullptr;
        for (const Member &match : route.value[u"match"].members()) {
            if (match.value[u"port"].toInt() == request.gatewayPort && gateOpens(match.value, request.namespaceName))
                return &route.value;
        }
    }
    return nullptr;
}

QString words(const Labels &labels)
{
    QString text;
    for (const auto &[key, value] : labels)
        text += u' ' + key + u'=' + value;
    return text;
}

} // namespace

QString MeshRequest::toString() const
{
    static const QString schemes[] = {u"http"_s, u"https"_s, u"tcp"_s};
    return namespaceName + words(labels) + " -> "_L1 + schemes[int(speech)] + "://"_L1 + host + u':'
        + QString::number(port);
}

QString DirectRequest::toString() const
{
    return namespaceName + " straight to"_L1 + words(gatewayLabels) + u':' + QString::number(gatewayPort) + " sni "_L1
        + sni + " host "_L1 + host;
}

MeshModel::MeshModel(const kube::ManifestSet &objects)
{
    for (const kube::Manifest &manifest : objects) {
        std::shared_ptr<const Value> spec(manifest.value, &manifest.spec());
        if (manifest.ref.kind == "Gateway"_L1)
            m_gateways.emplace(manifest.ref.namespaceName + u'/' + manifest.ref.name, std::move(spec));
        else
            m_objects[{manifest.ref.kind, manifest.ref.namespaceName}].push_back(std::move(spec));
    }
}

std::vector<const Value *> MeshModel::of(const QString &kind, const QString &namespaceName) const
{
    std::vector<const Value *> specs;
    const auto found = m_objects.constFind({kind, namespaceName});
    if (found != m_objects.constEnd()) {
        for (const auto &spec : *found)
            specs.push_back(spec.get());
    }
    return specs;
}

/// The SNI of the leg to the gateway; nothing where the subset or its port is missing: Envoy answers 503.
std::optional<QString> MeshModel::sniOf(const QString &namespaceName, const Value &destination) const
{
    for (const Value *rule : of(u"DestinationRule"_s, namespaceName)) {
        if ((*rule)[u"host"].text() != destination[u"host"].text())
            continue;
        const Value *subset = subsetOf(*rule, destination[u"subset"].text());
        const Value *setting = subset ? settingOf(*subset, destination[u"port"][u"number"].toInt()) : nullptr;
        if (setting)
            return (*setting)[u"tls"][u"sni"].text();
    }
    return std::nullopt;
}

std::optional<MeshModel::Hop> MeshModel::sidecar(const MeshRequest &request) const
{
    std::vector<const Value *> entries;
    for (const Value *entry : of(u"ServiceEntry"_s, request.namespaceName)) {
        const bool byName = request.speech != Speech::Tcp || (*entry)[u"hosts"][0].text() == request.host;
        if (portOf(*entry, request.port) && byName)
            entries.push_back(entry);
    }
    const Value *entry = narrowest(entries, request.host);
    if (!entry)
        return std::nullopt;
    const Value &port = *portOf(*entry, request.port);
    if (isHttpPort(port) != (request.speech == Speech::Http))
        return std::nullopt;
    const bool tlsPort = port[u"protocol"].text() == "TLS"_L1;
    if (tlsPort && request.speech == Speech::Tcp)
        return std::nullopt;
    const Value *routing = narrowest(of(u"VirtualService"_s, request.namespaceName), (*entry)[u"hosts"][0].text());
    if (!routing)
        return std::nullopt;
    const QString list = request.speech == Speech::Http ? u"http"_s : tlsPort ? u"tls"_s : u"tcp"_s;
    const Value *route = firstRoute((*routing)[list], request);
    if (!route || !(*route)[u"directResponse"].isNull())
        return std::nullopt;
    const Value &destination = (*route)[u"route"][0][u"destination"];
    const std::optional<QString> sni = sniOf(request.namespaceName, destination);
    if (!sni)
        return std::nullopt;
    return Hop{destination[u"host"].text(), int(destination[u"port"][u"number"].toInt()), *sni};
}

bool MeshModel::isDenied(const DirectRequest &request) const
{
    for (const Value *policy : of(u"AuthorizationPolicy"_s, request.gatewayNamespace)) {
        if (!hasLabels(request.gatewayLabels, (*policy)[u"selector"][u"matchLabels"]))
            continue;
        for (const Member &rule : (*policy)[u"rules"].members()) {
            const QString spared = rule.value[u"from"][0][u"source"][u"notNamespaces"][0].text();
            const QString suffix = rule.value[u"when"][0][u"values"][0].text().mid(1);
            if (request.namespaceName != spared && request.sni.endsWith(suffix))
                return true;
        }
    }
    return false;
}

QString MeshModel::exit(const QString &gatewayNamespace, const Value &destination, Speech speech) const
{
    const QString host = destination[u"host"].text();
    const qint64 number = destination[u"port"][u"number"].toInt();
    const Value *entry = narrowest(of(u"ServiceEntry"_s, gatewayNamespace), host);
    const Value *port = entry ? portOf(*entry, int(number)) : nullptr;
    if (!port)
        return {};
    const QString subset = destination[u"subset"].text();
    QString place = host + u':' + QString::number(number);
    if (subset.isEmpty())
        return speech == Speech::Http && !isHttpPort(*port) ? QString() : place;
    for (const Value *rule : of(u"DestinationRule"_s, gatewayNamespace)) {
        const Value *found = (*rule)[u"host"].text() == host ? subsetOf(*rule, subset) : nullptr;
        if (!found)
            continue;
        if (subset == "plain"_L1)
            return place;
        const Value *setting = settingOf(*found, number);
        if (setting && (*setting)[u"tls"][u"mode"].text() == "SIMPLE"_L1)
            return place + " tls"_L1;
    }
    return {};
}

QString MeshModel::direct(const DirectRequest &request) const
{
    for (const auto &[name, gateway] : m_gateways) {
        if (!name.startsWith(request.gatewayNamespace + u'/')
            || !hasLabels(request.gatewayLabels, (*gateway)[u"selector"]))
            continue;
        const Value *server = serverFor(*gateway, request);
        if (!server)
            continue;
        if ((*server)[u"port"][u"protocol"].text() == "TLS"_L1)
            return isDenied(request) ? QString() : passThrough(name, request);
        const QString way = throughDoor(name, *server, request);
        if (!way.isEmpty())
            return way;
    }
    return {};
}

QString MeshModel::passThrough(const QString &gateway, const DirectRequest &request) const
{
    for (const Value *routing : of(u"VirtualService"_s, request.gatewayNamespace)) {
        if ((*routing)[u"gateways"][0].text() != gateway || (*routing)[u"hosts"][0].text() != request.sni)
            continue;
        for (const Member &route : (*routing)[u"tcp"].members()) {
            if (route.value[u"match"][0][u"port"].toInt() == request.gatewayPort)
                return exit(request.gatewayNamespace, route.value[u"route"][0][u"destination"], Speech::Tls);
        }
    }
    return {};
}

QString MeshModel::throughDoor(const QString &gateway, const Value &server, const DirectRequest &request) const
{
    std::vector<const Value *> bound;
    for (const Value *routing : of(u"VirtualService"_s, request.gatewayNamespace)) {
        if ((*routing)[u"gateways"][0].text() == gateway)
            bound.push_back(routing);
    }
    const Value *routing = serves(server, request.host) ? narrowest(bound, request.host) : nullptr;
    const Value *route = routing ? gatewayRoute(*routing, request) : nullptr;
    return route ? exit(request.gatewayNamespace, (*route)[u"route"][0][u"destination"], Speech::Http) : QString();
}

QString MeshModel::reach(const MeshRequest &request, const MeshModel &gatewayState,
                         const QHash<QString, std::pair<QString, Labels>> &gateways) const
{
    const std::optional<Hop> hop = sidecar(request);
    const auto gateway = hop ? gateways.constFind(hop->service) : gateways.constEnd();
    if (gateway == gateways.constEnd())
        return {};
    return gatewayState.direct(
        {request.namespaceName, gateway->first, gateway->second, hop->port, hop->sni, request.host});
}

QString MeshModel::leg(const MeshRequest &request) const
{
    const std::optional<Hop> hop = sidecar(request);
    return hop ? hop->service + u':' + QString::number(hop->port) + u' ' + hop->sni : QString();
}

std::vector<std::pair<int, QString>> MeshModel::serverNames() const
{
    std::vector<std::pair<int, QString>> names;
    for (const auto &[name, gateway] : m_gateways) {
        for (const Member &server : (*gateway)[u"servers"].members())
            names.emplace_back(int(server.value[u"port"][u"number"].toInt()), server.value[u"hosts"][0].text());
    }
    return names;
}

} // namespace sallyport::test
