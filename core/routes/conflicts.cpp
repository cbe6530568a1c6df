// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/conflicts.h"

#include "core/policy/findingcodes.h"
#include "core/routes/coverage.h"
#include "core/routes/findinglist.h"
#include "core/routes/groups.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Conflicts", text);
}

/// Where routes can meet: a namespace or gateway, a host, and up to two ports.
struct Place {
    QString scope;
    QString host;
    int port = 0;
    int second = 0;
    bool operator==(const Place &) const = default;
};

size_t qHash(const Place &place, size_t seed = 0)
{
    return qHashMulti(seed, place.scope, place.host, place.port, place.second);
}

using Meetings = Groups<Place>;

QString describe(const EgressRoute &route)
{
    //: a protocol, a host and a port: "HTTP www.example.com:80"
    return tr("%1 %2:%3").arg(info(route.protocol).name, route.host).arg(route.port);
}

class ConflictFinder
{
public:
    ConflictFinder(RouteTable &table, const Mesh &mesh, Target target)
        : m_table(table)
        , m_mesh(mesh)
        , m_target(target)
        , m_findings(table.findings)
        , m_dropped(table.routes.size(), 0)
    {
    }

    void run()
    {
        findMixedClientPorts();
        findMixedUpstreamPorts();
        findHttpClashes();
        findUpgradeConflicts();
        findUnaddressedTcp();
        size_t i = 0;
        std::erase_if(m_table.routes, [&](const EgressRoute &) { return m_dropped[i++] != 0; });
    }

private:
    using Key = std::function<std::optional<Place>(const EgressRoute &)>;

    const EgressRoute &route(quint32 i) const { return m_table.routes[i]; }
    Meetings meetings(const Key &key) const;
    void coverByWildcards(Meetings &clientPorts) const;
    void findMixedClientPorts();
    void findMixedUpstreamPorts();
    void findHttpClashes();
    void findUpgradeConflicts();
    void findUnaddressedTcp();
    void findSharedAddresses();
    QString gatewayNamespace(const QString &gateway);
    /// Reports every route of the meeting that differs from its first one, and drops the whole meeting if one does.
    template<typename Differ, typename Report>
    void compare(const std::vector<quint32> &meeting, Differ differ, Report report);
    void drop(const std::vector<quint32> &meeting);
    Fix setFix(const EgressRoute &at, const FieldPath &path, const Value &value, const QString &title) const;
    QList<Fix> otherGatewayPort(const EgressRoute &clashing) const;

    RouteTable &m_table;
    const Mesh &m_mesh;
    Target m_target;
    FindingList m_findings;
    std::vector<char> m_dropped;
    QHash<QString, QString> m_gatewayNamespaces;
};

Meetings ConflictFinder::meetings(const Key &key) const
{
    Meetings result;
    for (quint32 i = 0; i < m_table.routes.size(); ++i) {
        if (const auto place = key(route(i)))
            result.add(*place, i);
    }
    return result;
}

/// In a client namespace an exact host also carries the routes of the wildcards over it, so they share its ServiceEntry ports.
void ConflictFinder::coverByWildcards(Meetings &clientPorts) const
{
    bool anyWildcard = false;
    for (const EgressRoute &r : m_table.routes)
        anyWildcard = anyWildcard || isWildcard(r.host);
    if (!anyWildcard)
        return;
    const Meetings own = clientPorts;
    for (auto &[place, routes] : clientPorts) {
        for (const QString &wildcard : coveringWildcards(place.host)) {
            const std::vector<quint32> *carried = own.find({place.scope, wildcard, place.port, 0});
            if (carried)
                std::copy_if(carried->begin(), carried->end(), std::back_inserter(routes), [this](quint32 i) { return isKnownByName(route(i), m_mesh); });
        }
        std::sort(routes.begin(), routes.end());
    }
}

template<typename Differ, typename Report>
void ConflictFinder::compare(const std::vector<quint32> &meeting, Differ differ, Report reportPair)
{
    bool conflict = false;
    for (size_t i = 1; i < meeting.size(); ++i) {
        if (differ(route(meeting[0]), route(meeting[i]))) {
            reportPair(route(meeting[0]), route(meeting[i]));
            conflict = true;
        }
    }
    if (conflict)
        drop(meeting);
}

void ConflictFinder::findMixedClientPorts()
{
    Meetings clientPorts = meetings([](const EgressRoute &r) { return Place{r.clientNamespace, r.host, r.port, 0}; });
    coverByWildcards(clientPorts);
    const auto differ = [](const EgressRoute &a, const EgressRoute &b) {
        return a.trafficClass != b.trafficClass || info(a.protocol).http2 != info(b.protocol).http2;
    };
    for (const auto &[place, meeting] : clientPorts) {
        compare(meeting, differ, [this](const EgressRoute &first, const EgressRoute &second) {
            const FieldRef where = second.origin.ref(second.origin.toPath().child(u"port"_s).child(u"protocol"_s));
            const FieldRef other = first.origin.ref(first.origin.toPath().child(u"port"_s).child(u"protocol"_s));
            const bool classes = first.trafficClass != second.trafficClass;
            Diagnostic conflict = finding(classes ? "protocol.class-conflict"_L1 : "protocol.mixed"_L1, m_target, where,
                                          tr("For namespace %1, %2 and %3 ask for one port of one host in two ways, and a sidecar listens in only one. Both "
                                             "are left out; the other destinations are compiled. Give both the same protocol, or another port.")
                                              .arg(first.clientNamespace, describe(first), describe(second)));
            conflict.related = {other};
            if (!classes) {
                const QString protocol = info(first.protocol).name;
                conflict.fixes = {setFix(second, where.path, Value(protocol), tr("Change the protocol to %1").arg(protocol))};
            }
            m_findings.add(std::move(conflict));
        });
    }
}

void ConflictFinder::findMixedUpstreamPorts()
{
    const Meetings upstream = meetings([this](const EgressRoute &r) { return Place{gatewayNamespace(r.gateway), r.host, r.upstreamPort(), 0}; });
    for (const auto &[place, meeting] : upstream) {
        const auto dialsElsewhere = [](const EgressRoute &a, const EgressRoute &b) { return a.dialledPort() != b.dialledPort(); };
        compare(meeting, dialsElsewhere, [this](const EgressRoute &first, const EgressRoute &second) {
            const auto field = [](const EgressRoute &r) {
                const FieldPath to = r.origin.toPath();
                return r.origin.ref(r.upgradePort ? to.child(u"httpsUpgrade"_s).child(u"port"_s) : to.child(u"port"_s).child(u"targetPort"_s));
            };
            Diagnostic conflict = finding("port.target-conflict"_L1, m_target, field(second),
                                          tr("Port %1 of %2 would be dialled as port %3 and as port %4, and the gateways of a namespace know one port of a host "
                                             "in one way. Both destinations are left out; the others are compiled. Give both the same target port.")
                                              .arg(first.upstreamPort())
                                              .arg(first.host)
                                              .arg(first.dialledPort())
                                              .arg(second.dialledPort()));
            conflict.related = {field(first)};
            m_findings.add(std::move(conflict));
        });

        std::vector<quint32> http;
        std::copy_if(meeting.begin(), meeting.end(), std::back_inserter(http), [this](quint32 i) { return route(i).trafficClass == TrafficClass::Http; });
        const auto speaksOtherwise = [](const EgressRoute &a, const EgressRoute &b) { return info(a.protocol).http2 != info(b.protocol).http2; };
        compare(http, speaksOtherwise, [this](const EgressRoute &first, const EgressRoute &second) {
            const FieldRef where = second.origin.ref(second.origin.toPath().child(u"port"_s).child(u"protocol"_s));
            const QString protocol = info(first.protocol).name;
            Diagnostic conflict = finding("protocol.mixed"_L1, m_target, where,
                                          tr("The gateway would speak %1 and %2 to port %3 of %4, and it speaks to a port of a host in one way. Both "
                                             "destinations are left out; the others are compiled. Give both the same protocol.")
                                              .arg(protocol, info(second.protocol).name)
                                              .arg(first.upstreamPort())
                                              .arg(first.host));
            conflict.related = {first.origin.ref(first.origin.toPath().child(u"port"_s).child(u"protocol"_s))};
            conflict.fixes = {setFix(second, where.path, Value(protocol), tr("Change the protocol to %1").arg(protocol))};
            m_findings.add(std::move(conflict));
        });
    }
}

void ConflictFinder::findHttpClashes()
{
    const Meetings gatewayPorts = meetings([](const EgressRoute &r) -> std::optional<Place> {
        if (r.trafficClass != TrafficClass::Http)
            return std::nullopt;
        return Place{r.gateway, r.host, r.gatewayPort, 0};
    });
    const auto otherPort = [](const EgressRoute &a, const EgressRoute &b) { return a.port != b.port; };
    for (const auto &[place, meeting] : gatewayPorts) {
        compare(meeting, otherPort, [this](const EgressRoute &first, const EgressRoute &second) {
            const auto field = [](const EgressRoute &r) { return r.origin.ref(r.origin.toPath().child(u"byEgressGateway"_s).child(u"port"_s)); };
            Diagnostic conflict = finding("gateway-port.http-clash"_L1, m_target, field(second),
                                          tr("Ports %1 and %2 of %3 both go through port %4 of gateway %5, which could not tell them apart. Both destinations "
                                             "are left out; the others are compiled. Use another gateway port for one of them.")
                                              .arg(first.port)
                                              .arg(second.port)
                                              .arg(first.host)
                                              .arg(first.gatewayPort)
                                              .arg(first.gateway));
            conflict.related = {field(first)};
            conflict.fixes = otherGatewayPort(second);
            m_findings.add(std::move(conflict));
        });
    }
}

void ConflictFinder::findUpgradeConflicts()
{
    const Meetings destinations = meetings([](const EgressRoute &r) -> std::optional<Place> {
        if (r.trafficClass != TrafficClass::Http)
            return std::nullopt;
        return Place{r.gateway, r.host, r.gatewayPort, r.port};
    });
    const auto otherUpgrade = [](const EgressRoute &a, const EgressRoute &b) { return a.upgradePort != b.upgradePort; };
    for (const auto &[place, meeting] : destinations) {
        compare(meeting, otherUpgrade, [this](const EgressRoute &first, const EgressRoute &second) {
            const auto field = [](const EgressRoute &r) { return r.origin.ref(r.origin.toPath().child(u"httpsUpgrade"_s)); };
            const auto how = [](const EgressRoute &r) {
                return r.upgradePort ? tr("upgraded to HTTPS on port %1").arg(r.upgradePort) : tr("not upgraded");
            };
            Diagnostic conflict = finding("upgrade.conflict"_L1, m_target, field(second),
                                          tr("Through port %1 of gateway %2, %3 is both %4 and %5. Both destinations are left out; the others are compiled. "
                                             "Make the two agree, or use another gateway port for one of them.")
                                              .arg(first.gatewayPort)
                                              .arg(first.gateway, describe(first), how(first), how(second)));
            conflict.related = {field(first)};
            m_findings.add(std::move(conflict));
        });
    }
}

void ConflictFinder::findUnaddressedTcp()
{
    findSharedAddresses();
    if (m_mesh.dnsCapture)
        return;
    const Meetings listeners = meetings([this](const EgressRoute &r) -> std::optional<Place> {
        const MeshHost *known = m_mesh.host(r.host);
        if (r.trafficClass != TrafficClass::Tcp || (known && !known->addresses.isEmpty()))
            return std::nullopt;
        return Place{r.clientNamespace, {}, r.port, 0};
    });
    for (const auto &[place, meeting] : listeners) {
        const EgressRoute &first = route(meeting[0]);
        m_findings.add(finding("tcp.no-address"_L1, Severity::Warning, first.origin.ref(first.origin.hostPath()),
                       tr("The mesh knows no address of %1, so in namespace %2 every TCP connection to port %3, whatever its address, would end at it. Give its "
                          "addresses in the Mesh, or turn on DNS capture.")
                           .arg(first.host, first.clientNamespace)
                           .arg(first.port)));
        const auto otherHost = [](const EgressRoute &a, const EgressRoute &b) { return a.host != b.host; };
        compare(meeting, otherHost, [this](const EgressRoute &one, const EgressRoute &other) {
            Diagnostic conflict = finding("tcp.no-address"_L1, Severity::Error, other.origin.ref(other.origin.hostPath()),
                                          tr("In namespace %1 both %2 and %3 would take all of port %4, because the mesh knows the addresses of neither; one would "
                                             "get the connections of the other. Both are left out; the other hosts are compiled. Give their addresses in the Mesh.")
                                              .arg(one.clientNamespace, one.host, other.host)
                                              .arg(one.port));
            conflict.related = {one.origin.ref(one.origin.hostPath())};
            m_findings.add(std::move(conflict));
        });
    }
}

/// Two TCP hosts with one address on one port are one listener: the second would silently get nothing.
void ConflictFinder::findSharedAddresses()
{
    std::map<std::tuple<QString, int, QString>, std::vector<quint32>> listeners;
    for (quint32 i = 0; i < m_table.routes.size(); ++i) {
        const MeshHost *known = route(i).trafficClass == TrafficClass::Tcp ? m_mesh.host(route(i).host) : nullptr;
        for (const QString &address : known ? known->addresses : QStringList())
            listeners[{route(i).clientNamespace, route(i).port, address}].push_back(i);
    }
    const auto otherHost = [](const EgressRoute &a, const EgressRoute &b) { return a.host != b.host; };
    for (const auto &[listener, meeting] : listeners) {
        const QString &address = std::get<2>(listener);
        compare(meeting, otherHost, [this, &address](const EgressRoute &one, const EgressRoute &other) {
            Diagnostic conflict = finding("tcp.no-address"_L1, Severity::Error, other.origin.ref(other.origin.hostPath()),
                                          tr("In namespace %1 a TCP connection to %2 on port %3 could be meant for %4 or for %5: the Mesh gives both that address. "
                                             "Both are left out; the other hosts are compiled. Give each an address of its own.")
                                              .arg(one.clientNamespace, address)
                                              .arg(one.port)
                                              .arg(one.host, other.host));
            conflict.related = {one.origin.ref(one.origin.hostPath())};
            m_findings.add(std::move(conflict));
        });
    }
}

QString ConflictFinder::gatewayNamespace(const QString &gateway)
{
    auto known = m_gatewayNamespaces.constFind(gateway);
    if (known == m_gatewayNamespaces.constEnd())
        known = m_gatewayNamespaces.insert(gateway, m_mesh.gateway(gateway).namespaceName);
    return *known;
}

void ConflictFinder::drop(const std::vector<quint32> &meeting)
{
    for (quint32 i : meeting)
        m_dropped[i] = 1;
}

Fix ConflictFinder::setFix(const EgressRoute &at, const FieldPath &path, const Value &value, const QString &title) const
{
    const DocumentId document = at.origin.document;
    Fix fix;
    fix.title = title;
    fix.changes = [document, path, value](const QString &) {
        yaml::Change change;
        change.path = path;
        change.value = value;
        return QList<DocumentChange>{{document.file, document.document, change}};
    };
    return fix;
}

/// The first gateway port on which no other port of the host stands, as a fix; nothing where all are taken.
QList<Fix> ConflictFinder::otherGatewayPort(const EgressRoute &clashing) const
{
    for (const MeshGatewayPort &port : m_mesh.gateway(clashing.gateway).ports) {
        const bool taken = std::any_of(m_table.routes.begin(), m_table.routes.end(), [&](const EgressRoute &r) {
            return r.trafficClass == TrafficClass::Http && r.gateway == clashing.gateway && r.gatewayPort == port.number && r.host == clashing.host
                && r.port != clashing.port;
        });
        if (port.plaintext || port.protocol == "TCP"_L1 || taken)
            continue;
        return {setFix(clashing, clashing.origin.toPath().child(u"byEgressGateway"_s).child(u"port"_s), Value(port.number),
                       tr("Use gateway port %1").arg(port.number))};
    }
    return {};
}

} // namespace

void dropConflicts(RouteTable &table, const Mesh &mesh, Target target)
{
    ConflictFinder(table, mesh, target).run();
}

} // namespace sallyport
