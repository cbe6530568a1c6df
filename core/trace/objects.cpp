// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/objects.h"

#include "core/trace/addresses.h"
#include "core/trace/grpc.h"
#include "core/trace/hostnames.h"

#include <algorithm>
#include <array>

namespace sallyport::istio {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, PortProtocol>, 12> protocolNames = {{
    {"http"_L1, PortProtocol::Http},
    {"http2"_L1, PortProtocol::Http2},
    {"grpc"_L1, PortProtocol::Grpc},
    {"grpc-web"_L1, PortProtocol::GrpcWeb},
    {"http_proxy"_L1, PortProtocol::HttpProxy},
    {"https"_L1, PortProtocol::Https},
    {"tls"_L1, PortProtocol::Tls},
    {"tcp"_L1, PortProtocol::Tcp},
    {"udp"_L1, PortProtocol::Udp},
    {"mongo"_L1, PortProtocol::Mongo},
    {"redis"_L1, PortProtocol::Redis},
    {"mysql"_L1, PortProtocol::MySql},
}};

/// Ports that Istio takes for plain TCP where a Service does not name their protocol: SMTP, DNS, MySQL and MongoDB, which speak first.
bool speaksFirst(int port)
{
    return port == 25 || port == 53 || port == 3306 || port == 27017;
}

PortProtocol protocolOfServicePort(const Value &port)
{
    if (port[u"protocol"].text() == "UDP"_L1)
        return PortProtocol::Udp;
    const QString application = port[u"appProtocol"].text();
    if (application == "kubernetes.io/h2c"_L1)
        return PortProtocol::Http2;
    if (application == "kubernetes.io/ws"_L1)
        return PortProtocol::Http;
    if (application == "kubernetes.io/wss"_L1)
        return PortProtocol::Https;
    const QString name = application.isEmpty() ? port[u"name"].text() : application;
    if (name.startsWith("grpc-web"_L1, Qt::CaseInsensitive))
        return PortProtocol::GrpcWeb;
    const PortProtocol protocol = portProtocol(name.section(u'-', 0, 0));
    if (protocol == PortProtocol::Auto && speaksFirst(int(port[u"port"].toInt())))
        return PortProtocol::Tcp;
    return protocol;
}

ExportTo exportToOf(const QStringList &names, const QString &namespaceName)
{
    ExportTo exportTo;
    if (names.isEmpty() || names.contains("*"_L1))
        return exportTo;
    exportTo.everywhere = false;
    if (names.contains("~"_L1))
        return exportTo;
    for (const QString &name : names)
        exportTo.namespaces.append(name == "."_L1 ? namespaceName : name);
    return exportTo;
}

QStringList lowered(QStringList texts)
{
    for (QString &text : texts)
        text = text.toLower();
    return texts;
}

Service::Resolution resolutionOf(const QString &text)
{
    if (text == "STATIC"_L1)
        return Service::Resolution::Static;
    if (text == "DNS"_L1 || text == "DNS_ROUND_ROBIN"_L1)
        return Service::Resolution::Dns;
    return text == "DYNAMIC_DNS"_L1 ? Service::Resolution::DynamicDns : Service::Resolution::None;
}

/// A block of one address is that address.
QString addressOrBlock(const QString &text)
{
    const std::optional<AddressBlock> block = addressBlock(text);
    return block && block->isSingle() ? text.section(u'/', 0, 0) : text;
}

Endpoint endpointOf(const Value &value)
{
    Endpoint endpoint;
    endpoint.address = value[u"address"].text();
    endpoint.labels = labelsOf(value[u"labels"]);
    for (const Member &port : value[u"ports"].members())
        endpoint.ports.append({port.key, int(port.value.toInt())});
    endpoint.inMesh = !value[u"serviceAccount"].text().isEmpty()
        || std::any_of(endpoint.labels.begin(), endpoint.labels.end(),
                       [](const auto &label) { return label.first == "security.istio.io/tlsMode"_L1; });
    return endpoint;
}

StringMatch stringMatch(const Value &value)
{
    for (const auto &[key, how] :
         {std::pair(u"exact"_s, StringMatch::How::Exact), std::pair(u"prefix"_s, StringMatch::How::Prefix),
          std::pair(u"regex"_s, StringMatch::How::Regex)}) {
        const Value *text = value.find(key);
        if (!text)
            continue;
        // An asterisk alone is no regular expression: Istio takes it for "is there".
        if (how == StringMatch::How::Regex && text->text() == "*"_L1)
            return {};
        return {how, text->text()};
    }
    return {};
}

std::optional<StringMatch> optionalMatch(const Value &parent, QStringView key)
{
    const Value *value = parent.find(key);
    return value ? std::optional(stringMatch(*value)) : std::nullopt;
}

std::vector<NamedMatch> namedMatches(const Value &map)
{
    std::vector<NamedMatch> matches;
    for (const Member &member : map.members())
        matches.push_back({member.key.toLower(), stringMatch(member.value)});
    return matches;
}

QString resolvedGateway(const QString &name, const QString &namespaceName)
{
    if (name == "mesh"_L1)
        return name;
    if (name.startsWith("./"_L1))
        return namespaceName + name.mid(1);
    if (name.contains(u'/'))
        return name;
    if (!name.contains(u'.'))
        return namespaceName + u'/' + name;
    return name.section(u'.', 1, 1) + u'/' + name.section(u'.', 0, 0); // name.namespace.svc.cluster.local, of old
}

QStringList resolvedGateways(const Value &list, const QString &namespaceName)
{
    QStringList gateways = textsOf(list);
    for (QString &gateway : gateways)
        gateway = resolvedGateway(gateway, namespaceName);
    return gateways;
}

HttpMatch httpMatch(const Value &value, const QString &namespaceName)
{
    HttpMatch match;
    match.uri = optionalMatch(value, u"uri");
    match.scheme = optionalMatch(value, u"scheme");
    match.method = optionalMatch(value, u"method");
    match.authority = optionalMatch(value, u"authority");
    match.headers = namedMatches(value[u"headers"]);
    match.withoutHeaders = namedMatches(value[u"withoutHeaders"]);
    for (const Member &member : value[u"queryParams"].members())
        match.queryParams.push_back({member.key, stringMatch(member.value)});
    match.port = int(value[u"port"].toInt());
    match.sourceLabels = labelsOf(value[u"sourceLabels"]);
    match.sourceNamespace = value[u"sourceNamespace"].text();
    match.gateways = resolvedGateways(value[u"gateways"], namespaceName);
    match.ignoresUriCase = value[u"ignoreUriCase"].toBool();
    return match;
}

RouteDestination routeDestination(const Value &value, const QString &namespaceName)
{
    const Value &destination = value[u"destination"];
    RouteDestination result;
    result.host = resolvedName(destination[u"host"].text(), namespaceName);
    result.subset = destination[u"subset"].text();
    if (const Value *number = destination[u"port"].find(u"number"))
        result.port = int(number->toInt());
    result.weight = int(value[u"weight"].toInt());
    return result;
}

HeaderChanges headerChanges(const Value &request)
{
    HeaderChanges changes;
    for (const Member &member : request[u"set"].members())
        changes.set.append({member.key.toLower(), member.value.text()});
    for (const Member &member : request[u"add"].members())
        changes.add.append({member.key.toLower(), member.value.text()});
    changes.remove = lowered(textsOf(request[u"remove"]));
    return changes;
}

void readHttpAction(const Value &value, HttpRoute &route)
{
    if (const Value *redirect = value.find(u"redirect"))
        route.redirectStatus = int((*redirect)[u"redirectCode"].toInt(301));
    if (const Value *direct = value.find(u"directResponse")) {
        route.directStatus = int((*direct)[u"status"].toInt());
        route.directBody = (*direct)[u"body"][u"string"].text();
    }
    const Value &rewrite = value[u"rewrite"];
    route.rewriteAuthority = rewrite[u"authority"].text();
    route.rewriteUri = rewrite[u"uri"].text();
    route.rewritesByRegex = rewrite.find(u"uriRegexRewrite");
    if (const Value *abort = value[u"fault"].find(u"abort")) {
        if (const Value *status = abort->find(u"httpStatus"))
            route.abortStatus = int(status->toInt());
        route.abortGrpcStatus = grpcStatusOf((*abort)[u"grpcStatus"].text());
        if (route.abortGrpcStatus)
            route.abortStatus = httpStatusOfGrpc(*route.abortGrpcStatus);
        route.abortPercent = (*abort)[u"percentage"][u"value"].toDouble(0); // absent: it never happens
    }
    route.hasCors = value.find(u"corsPolicy");
    route.isDelegated = value.find(u"delegate");
}

HttpRoute httpRoute(const Value &value, const QString &namespaceName)
{
    HttpRoute route;
    route.name = value[u"name"].text();
    for (const Member &match : value[u"match"].members())
        route.matches.push_back(httpMatch(match.value, namespaceName));
    for (const Member &destination : value[u"route"].members()) {
        route.destinations.push_back(routeDestination(destination.value, namespaceName));
        route.destinationHeaders.push_back(headerChanges(destination.value[u"headers"][u"request"]));
    }
    route.headers = headerChanges(value[u"headers"][u"request"]);
    readHttpAction(value, route);
    return route;
}

L4Route l4Route(const Value &value, const QString &namespaceName)
{
    L4Route route;
    for (const Member &member : value[u"match"].members()) {
        const Value &match = member.value;
        route.matches.push_back({lowered(textsOf(match[u"sniHosts"])), textsOf(match[u"destinationSubnets"]),
                                 resolvedGateways(match[u"gateways"], namespaceName), int(match[u"port"].toInt()),
                                 labelsOf(match[u"sourceLabels"]), match[u"sourceNamespace"].text()});
    }
    for (const Member &destination : value[u"route"].members())
        route.destinations.push_back(routeDestination(destination.value, namespaceName));
    return route;
}

std::optional<ClientTls> clientTls(const Value &policy)
{
    const Value *value = policy.find(u"tls");
    if (!value)
        return std::nullopt;
    ClientTls tls;
    const QString mode = (*value)[u"mode"].text();
    tls.mode = mode == "SIMPLE"_L1  ? ClientTls::Mode::Simple
        : mode == "MUTUAL"_L1       ? ClientTls::Mode::Mutual
        : mode == "ISTIO_MUTUAL"_L1 ? ClientTls::Mode::IstioMutual
                                    : ClientTls::Mode::Disable;
    tls.sni = (*value)[u"sni"].text();
    tls.caCertificates = (*value)[u"caCertificates"].text();
    tls.credentialName = (*value)[u"credentialName"].text();
    tls.subjectAltNames = textsOf((*value)[u"subjectAltNames"]);
    tls.skipsVerification = (*value)[u"insecureSkipVerify"].toBool();
    return tls;
}

std::optional<HttpVersion> httpVersionOf(const Value &policy)
{
    if (!policy.find(u"connectionPool"))
        return std::nullopt;
    const Value &http = policy[u"connectionPool"][u"http"];
    if (http[u"useClientProtocol"].toBool())
        return HttpVersion::AsTheClient;
    return http[u"h2UpgradePolicy"].text() == "UPGRADE"_L1 ? HttpVersion::Two : HttpVersion::AsThePort;
}

std::optional<TrafficPolicy> trafficPolicy(const Value &parent)
{
    const Value *value = parent.find(u"trafficPolicy");
    if (!value || value->isNull())
        return std::nullopt;
    const auto read = [](const Value &part) {
        TrafficPolicy policy;
        policy.port = int(part[u"port"][u"number"].toInt());
        policy.tls = clientTls(part);
        policy.httpVersion = httpVersionOf(part);
        policy.isUnmodelled = part.find(u"tunnel") || part.find(u"proxyProtocol")
            || part[u"loadBalancer"][u"simple"].text() == "PASSTHROUGH"_L1;
        return policy;
    };
    TrafficPolicy policy = read(*value);
    for (const Member &port : (*value)[u"portLevelSettings"].members())
        policy.ports.push_back(read(port.value));
    return policy;
}

std::optional<Labels> selectorOf(const Value &parent, QStringView key)
{
    const Value *value = parent.find(key);
    if (!value || value->isNull())
        return std::nullopt;
    return labelsOf(value->find(u"matchLabels") ? (*value)[u"matchLabels"] : *value);
}

GatewayServer gatewayServer(const Value &value, const QString &namespaceName)
{
    GatewayServer server;
    server.number = int(value[u"port"][u"number"].toInt());
    server.portName = value[u"port"][u"name"].text();
    server.protocol = portProtocol(value[u"port"][u"protocol"].text());
    server.bind = value[u"bind"].text();
    for (QString host : lowered(textsOf(value[u"hosts"]))) {
        if (host.startsWith("./"_L1))
            host = namespaceName + host.mid(1);
        else if (host.startsWith("*/"_L1))
            host = host.mid(2);
        server.hosts.append(host);
        server.hostSet.insert(host);
        if (host.contains(u'/') || isWildcardName(host))
            server.patterns.append(host);
    }
    if (const Value *tls = value.find(u"tls")) {
        const QString mode = (*tls)[u"mode"].text();
        server.hasTls = true;
        server.redirectsToHttps = (*tls)[u"httpsRedirect"].toBool();
        server.tls = mode == "ISTIO_MUTUAL"_L1           ? GatewayServer::Tls::IstioMutual
            : mode.isEmpty() || mode == "PASSTHROUGH"_L1 ? GatewayServer::Tls::Passthrough
                                                         : GatewayServer::Tls::Other;
        if (mode == "AUTO_PASSTHROUGH"_L1)
            server.tls = GatewayServer::Tls::AutoPassthrough;
        if (carriesHttp(server.protocol))
            server.tls = GatewayServer::Tls::None; // says only that plain requests are to be redirected
    }
    return server;
}

QString namespaceOf(const Value &object)
{
    const QString name = object[u"metadata"][u"namespace"].text();
    return name.isEmpty() ? u"default"_s : name;
}

} // namespace

PortProtocol portProtocol(QStringView text)
{
    for (const auto &[name, protocol] : protocolNames) {
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return protocol;
    }
    return PortProtocol::Auto;
}

bool carriesHttp(PortProtocol protocol)
{
    return protocol <= PortProtocol::HttpProxy;
}

bool carriesTls(PortProtocol protocol)
{
    return protocol == PortProtocol::Https || protocol == PortProtocol::Tls;
}

bool mayCarryHttp(PortProtocol protocol)
{
    return carriesHttp(protocol) || protocol == PortProtocol::Auto;
}

const ServicePort *Service::port(int number) const
{
    const auto found =
        std::find_if(ports.begin(), ports.end(), [&](const ServicePort &p) { return p.number == number; });
    return found == ports.end() ? nullptr : &*found;
}

bool HttpMatch::isCatchAll() const
{
    const bool everyPath = !uri || (uri->how == StringMatch::How::Prefix && uri->text == "/"_L1)
        || (uri->how == StringMatch::How::Regex && uri->text == ".*"_L1) || uri->how == StringMatch::How::Present;
    return everyPath && !scheme && !method && !authority && headers.empty() && withoutHeaders.empty()
        && queryParams.empty();
}

bool VirtualService::isDelegating() const
{
    return std::any_of(http.begin(), http.end(), [](const HttpRoute &route) { return route.isDelegated; });
}

Service kubernetesService(const Value &object)
{
    const Value &spec = object[u"spec"];
    Service service;
    service.isKubernetes = true;
    service.isExternal = false;
    service.namespaceName = namespaceOf(object);
    service.host = resolvedName(object[u"metadata"][u"name"].text(), service.namespaceName);
    service.resolution = Service::Resolution::Static;
    service.hasSelector = !spec[u"selector"].isEmpty();
    const QString address = spec[u"clusterIP"].text();
    if (!address.isEmpty() && address != "None"_L1)
        service.addresses.append(address);
    for (const Member &port : spec[u"ports"].members()) {
        service.ports.push_back({int(port.value[u"port"].toInt()), int(port.value[u"targetPort"].toInt()),
                                 port.value[u"name"].text(), protocolOfServicePort(port.value)});
        if (!port.value.find(u"targetPort"))
            service.ports.back().targetPort = service.ports.back().number;
    }
    const QString exported = object[u"metadata"][u"annotations"][u"networking.istio.io/exportTo"].text();
    QStringList names = exported.split(u',', Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.trimmed();
    service.exportTo = exportToOf(names, service.namespaceName);
    return service;
}

std::vector<Service> servicesOf(const Value &serviceEntry)
{
    const Value &spec = serviceEntry[u"spec"];
    Service common;
    common.namespaceName = namespaceOf(serviceEntry);
    common.resolution = resolutionOf(spec[u"resolution"].text());
    common.isExternal = spec[u"location"].text() != "MESH_INTERNAL"_L1;
    common.hasSelector = !spec[u"workloadSelector"].isNull();
    common.subjectAltNames = textsOf(spec[u"subjectAltNames"]);
    common.exportTo = exportToOf(textsOf(spec[u"exportTo"]), common.namespaceName);
    for (const QString &address : textsOf(spec[u"addresses"]))
        common.addresses.append(addressOrBlock(address));
    const Value &optOut = serviceEntry[u"metadata"][u"labels"][u"networking.istio.io/enable-autoallocate-ip"];
    common.mayGetAddress = common.addresses.isEmpty() && common.resolution != Service::Resolution::None
        && optOut.text().compare("false"_L1, Qt::CaseInsensitive) != 0;
    for (const Member &port : spec[u"ports"].members())
        common.ports.push_back({int(port.value[u"number"].toInt()), int(port.value[u"targetPort"].toInt()),
                                port.value[u"name"].text(), portProtocol(port.value[u"protocol"].text())});
    for (const Member &endpoint : spec[u"endpoints"].members())
        common.endpoints.push_back(endpointOf(endpoint.value));
    std::vector<Service> services;
    for (const QString &host : lowered(textsOf(spec[u"hosts"]))) {
        services.push_back(common);
        services.back().host = host;
        services.back().position = int(services.size()) - 1;
    }
    return services;
}

VirtualService virtualService(const Value &object)
{
    const Value &spec = object[u"spec"];
    VirtualService service;
    service.namespaceName = namespaceOf(object);
    for (const QString &host : textsOf(spec[u"hosts"]))
        service.hosts.append(resolvedName(host, service.namespaceName));
    service.gateways = resolvedGateways(spec[u"gateways"], service.namespaceName);
    if (service.gateways.isEmpty())
        service.gateways.append(u"mesh"_s);
    service.exportTo = exportToOf(textsOf(spec[u"exportTo"]), service.namespaceName);
    for (const Member &route : spec[u"http"].members())
        service.http.push_back(httpRoute(route.value, service.namespaceName));
    for (const Member &route : spec[u"tls"].members())
        service.tls.push_back(l4Route(route.value, service.namespaceName));
    for (const Member &route : spec[u"tcp"].members())
        service.tcp.push_back(l4Route(route.value, service.namespaceName));
    return service;
}

DestinationRule destinationRule(const Value &object)
{
    const Value &spec = object[u"spec"];
    DestinationRule rule;
    rule.namespaceName = namespaceOf(object);
    rule.host = resolvedName(spec[u"host"].text(), rule.namespaceName);
    const QStringList exported = textsOf(spec[u"exportTo"]);
    rule.hasExportTo = !exported.isEmpty();
    rule.exportTo = exportToOf(exported, rule.namespaceName);
    rule.selector = selectorOf(spec, u"workloadSelector");
    rule.policy = trafficPolicy(spec);
    for (const Member &subset : spec[u"subsets"].members())
        rule.subsets.push_back(
            {subset.value[u"name"].text(), labelsOf(subset.value[u"labels"]), trafficPolicy(subset.value)});
    return rule;
}

Gateway gateway(const Value &object)
{
    Gateway gateway;
    gateway.namespaceName = namespaceOf(object);
    gateway.name = gateway.namespaceName + u'/' + object[u"metadata"][u"name"].text();
    gateway.selector = selectorOf(object[u"spec"], u"selector");
    for (const Member &server : object[u"spec"][u"servers"].members())
        gateway.servers.push_back(gatewayServer(server.value, gateway.namespaceName));
    return gateway;
}

Labels labelsOf(const Value &map)
{
    Labels labels;
    for (const Member &member : map.members())
        labels.append({member.key, member.value.text()});
    std::sort(labels.begin(), labels.end());
    return labels;
}

bool selects(const Labels &selector, const Labels &labels)
{
    return std::includes(labels.begin(), labels.end(), selector.begin(), selector.end());
}

QStringList textsOf(const Value &list)
{
    QStringList texts;
    for (const Member &item : list.members())
        texts.append(item.value.text());
    return texts;
}

} // namespace sallyport::istio
