// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"
#include "core/value.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Istio's objects as far as they decide what becomes of a request, read from values of any origin.
///
/// Names of hosts are in lower case and complete; gateways are "namespace/name" or "mesh"; positions in a list are those in the object, so
/// that a field can be named. What an object says and these structs do not hold is either without influence or reported by `unmodelled`.
namespace sallyport::istio {

/// What a port carries, as Istio sees it. Auto is looked at when the first bytes arrive.
enum class PortProtocol : quint8 {
    Http,
    Http2,
    Grpc,
    GrpcWeb,
    HttpProxy,
    Https,
    Tls,
    Tcp,
    Udp,
    Mongo,
    Redis,
    MySql,
    Auto
};

PortProtocol portProtocol(QStringView text);
bool carriesHttp(PortProtocol protocol); ///< Http, Http2, Grpc, GrpcWeb, HttpProxy.
bool carriesTls(PortProtocol protocol); ///< Https, Tls.
bool mayCarryHttp(PortProtocol protocol); ///< Those that carry HTTP, and Auto.

/// Who sees an object: exportTo.
struct ExportTo {
    bool everywhere = true;
    QStringList namespaces; ///< Where not everywhere; empty = nobody.
    bool includes(QStringView namespaceName) const { return everywhere || namespaces.contains(namespaceName); }
    bool operator==(const ExportTo &) const = default;
};

struct ServicePort {
    int number = 0;
    int targetPort = 0; ///< 0: the number.
    QString name;
    PortProtocol protocol = PortProtocol::Auto;
};

struct Endpoint {
    QString address;
    Labels labels;
    QList<std::pair<QString, int>> ports; ///< By name.
    bool inMesh = false; ///< Has a service account: perhaps mutual TLS.
};

/// One name that proxies know: a host of a ServiceEntry, or a Service of the cluster.
struct Service {
    enum class Resolution : quint8 { Static, Dns, None, DynamicDns };

    int object = -1; ///< In TraceWorld::objects; -1 for a Service known from the Mesh alone.
    int position = 0; ///< Of the host in the ServiceEntry.
    bool isKubernetes = false;
    QString host, namespaceName;
    QStringList addresses; ///< Addresses and CIDR blocks.
    Resolution resolution = Resolution::None;
    bool isExternal = true; ///< MESH_EXTERNAL.
    bool mayGetAddress = false; ///< istiod may allocate one for proxies that answer DNS.
    bool hasSelector = false; ///< Endpoints are workloads.
    QStringList subjectAltNames;
    std::vector<ServicePort> ports;
    std::vector<Endpoint> endpoints;
    ExportTo exportTo;
    int workload = -1; ///< In TraceWorld::workloads, of a Service of the cluster.

    const ServicePort *port(int number) const;
};

struct StringMatch {
    enum class How : quint8 { Present, Exact, Prefix, Regex };
    How how = How::Present;
    QString text;
};

struct NamedMatch {
    QString name;
    StringMatch match;
};

struct HttpMatch {
    std::optional<StringMatch> uri, scheme, method, authority;
    std::vector<NamedMatch> headers, withoutHeaders, queryParams;
    int port = 0;
    Labels sourceLabels;
    QString sourceNamespace;
    QStringList gateways;
    bool ignoresUriCase = false;

    bool isCatchAll() const; ///< As Istio judges it: nothing after it is ever reached.
};

/// Where a route leads. A weight of 0 among several gets nothing.
struct RouteDestination {
    QString host, subset;
    std::optional<int> port;
    int weight = 0;
};

struct HeaderChanges {
    QList<std::pair<QString, QString>> set, add;
    QStringList remove;
};

struct HttpRoute {
    QString name;
    std::vector<HttpMatch> matches; ///< Empty = every request.
    std::vector<RouteDestination> destinations;
    std::vector<HeaderChanges> destinationHeaders; ///< One for each destination.
    HeaderChanges headers; ///< Of the request.
    std::optional<int> directStatus;
    QString directBody;
    std::optional<int> redirectStatus;
    QString rewriteAuthority, rewriteUri;
    bool rewritesByRegex = false;
    std::optional<int> abortStatus;
    std::optional<int> abortGrpcStatus; ///< Where the fault is written as one of gRPC.
    double abortPercent = 0;
    bool hasCors = false;
    bool isDelegated = false;
};

struct L4Match {
    QStringList sniHosts, destinationSubnets, gateways;
    int port = 0;
    Labels sourceLabels;
    QString sourceNamespace;
};

struct L4Route {
    std::vector<L4Match> matches;
    std::vector<RouteDestination> destinations;
};

struct VirtualService {
    int object = -1;
    QString namespaceName;
    QStringList hosts, gateways;
    ExportTo exportTo;
    std::vector<HttpRoute> http;
    std::vector<L4Route> tls, tcp;

    bool isDelegating() const;
};

/// Client TLS of a DestinationRule.
struct ClientTls {
    enum class Mode : quint8 { Disable, Simple, Mutual, IstioMutual };
    Mode mode = Mode::Disable;
    QString sni, caCertificates, credentialName;
    QStringList subjectAltNames;
    bool skipsVerification = false;
};

/// Which HTTP a proxy speaks to a port: what the port says, what the client speaks, or HTTP/2.
enum class HttpVersion : quint8 { AsThePort, AsTheClient, Two };

struct TrafficPolicy {
    int port = 0; ///< Of a portLevelSettings entry.
    std::optional<HttpVersion> httpVersion; ///< Where there is a connectionPool.
    std::optional<ClientTls> tls;
    bool isUnmodelled = false; ///< A tunnel, the PROXY protocol or a pass-through load balancer.
    std::vector<TrafficPolicy> ports;
};

struct Subset {
    QString name;
    Labels labels;
    std::optional<TrafficPolicy> policy;
};

struct DestinationRule {
    int object = -1;
    QString host, namespaceName;
    bool hasExportTo = false;
    ExportTo exportTo;
    std::optional<Labels> selector;
    std::optional<TrafficPolicy> policy;
    std::vector<Subset> subsets;
};

struct GatewayServer {
    enum class Tls : quint8 { None, Passthrough, AutoPassthrough, IstioMutual, Other };
    int number = 0;
    QString portName, bind;
    PortProtocol protocol = PortProtocol::Auto;
    QStringList hosts; ///< name, or namespace/name.
    QSet<QString> hostSet; ///< The same.
    QStringList patterns; ///< Those of them with a wildcard or a namespace.
    Tls tls = Tls::None;
    bool hasTls = false; ///< Says something of TLS, be it only that plain requests are redirected.
    bool redirectsToHttps = false;
};

struct Gateway {
    int object = -1;
    QString namespaceName, name; ///< As VirtualServices name it: namespace/name.
    std::optional<Labels> selector; ///< Absent = every gateway.
    std::vector<GatewayServer> servers;
};

Service kubernetesService(const Value &object);
std::vector<Service> servicesOf(const Value &serviceEntry); ///< One for each host.
VirtualService virtualService(const Value &object);
DestinationRule destinationRule(const Value &object);
Gateway gateway(const Value &object);

/// A map of strings, sorted by key.
Labels labelsOf(const Value &map);
/// Whether a workload with all these labels is selected.
bool selects(const Labels &selector, const Labels &labels);
QStringList textsOf(const Value &list);

} // namespace sallyport::istio
