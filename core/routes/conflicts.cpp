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
    using Key = std::function<std::optional<Meeting>(const EgressRoute &)>;

    const EgressRoute &route(quint32 i) const { return m_table.routes[i]; }
    Groups meetings(const Key &key) const;
    void coverByWildcards(Groups &clientPorts) const;
    void findMixedClientPorts();
    void findMixedUpstreamPorts();
    void findHttpClashes();
    void findUpgradeConflicts();
    void findUnaddressedTcp();
    void findSharedAddresses();
    quint32 gatewayNamespace(const EgressRoute &route);
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
    QHash<quint32, quint32> m_gatewayNamespaces; ///< Number of the gateway -> number of its namespace.
    QStringList m_namespaces;
};

Groups ConflictFinder::meetings(const Key &key) const
{
    Groups result;
    for (quint32 i = 0; i < m_table.routes.size(); ++i) {
        if (const auto meeting = key(route(i)))
            result.add(*meeting, i);
    }
    return result;
}

/// In a client namespace an exact host also carries the routes of the wildcards over it, so they share its ServiceEntry ports.
void ConflictFinder::coverByWildcards(Groups &clientPorts) const
{
    QHash<QString, quint32> wildcards;
    for (const EgressRoute &r : m_table.routes) {
        if (isWildcard(r.host))
            wildcards.insert(r.host, r.hostNumber);
    }
    if (wildcards.isEmpty())
        return;
    const Groups own = clientPorts;
    for (auto &[key, routes] : clientPorts) {
        for (const QString &wildcard : coveringWildcards(route(routes.front()).host)) {
            const quint32 number = wildcards.value(wildcard);
            const std::vector<quint32> *carried = number ? own.find({key.first, number, key.third}) : nullptr;
            if (carried)
                std::copy_if(carried->begin(), carried->end(), std::back_inserter(routes),
                             [this](quint32 i) { return isKnownByName(route(i), m_mesh); });
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
    Groups clientPorts = meetings([](const EgressRoute &r) {
        return Meeting{r.namespaceNumber, r.hostNumber, quint32(r.port)};
    });
    coverByWildcards(clientPorts);
    const auto differ = [](const EgressRoute &a, const EgressRoute &b) {
        return a.trafficClass != b.trafficClass || info(a.protocol).http2 != info(b.protocol).http2;
    };
    for (const auto &[key, meeting] : clientPorts) {
        compare(meeting, differ, [this](const EgressRoute &first, const EgressRoute &second) {
            const FieldRef where = second.origin.ref(second.origin.toPath().child(u"port"_s).child(u"protocol"_s));
            const FieldRef other = first.origin.ref(first.origin.toPath().child(u"port"_s).child(u"protocol"_s));
            const bool classes = first.trafficClass != second.trafficClass;
            Diagnostic conflict = finding(
                classes ? "protocol.class-conflict"_L1 : "protocol.mixed"_L1, m_target, where,
                tr("For namespace %1, %2 and %3 ask for one port of one host in two ways, and a sidecar listens in only one. Both "
                   "are left out; the other destinations are compiled. Give both the same protocol, or another port.")
                    .arg(first.clientNamespace, describe(first), describe(second)));
            conflict.related = {other};
            if (!classes) {
                const QString protocol = info(first.protocol).name;
                conflict.fixes = {
                    setFix(second, where.path, Value(protocol), tr("Change the protocol to %1").arg(protocol))};
            }
            m_findings.add(std::move(conflict));
        });
    }
}

void ConflictFinder::findMixedUpstreamPorts()
{
    const Groups upstream = meetings([this](const EgressRoute &r) {
        return Meeting{gatewayNamespace(r), r.hostNumber, quint32(r.upstreamPort())};
    });
    for (const auto &[key, meeting] : upstream) {
        const auto dialsElsewhere = [](const EgressRoute &a, const EgressRoute &b) {
            return a.dialledPort() != b.dialledPort();
        };
        compare(meeting, dialsElsewhere, [this](const EgressRoute &first, const EgressRoute &second) {
            const auto field = [](const EgressRoute &r) {
                const FieldPath to = r.origin.toPath();
                return r.origin.ref(r.upgradePort ? to.child(u"httpsUpgrade"_s).child(u"port"_s)
                                                  : to.child(u"port"_s).child(u"targetPort"_s));
            };
            Diagnostic conflict = finding(
                "port.target-conflict"_L1, m_target, field(second),
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
        std::copy_if(meeting.begin(), meeting.end(), std::back_inserter(http),
                     [this](quint32 i) { return route(i).trafficClass == TrafficClass::Http; });
        const auto speaksOtherwise = [](const EgressRoute &a, const EgressRoute &b) {
            return info(a.protocol).http2 != info(b.protocol).http2;
        };
        compare(http, speaksOtherwise, [this](const EgressRoute &first, const EgressRoute &second) {
            const FieldRef where = second.origin.ref(second.origin.toPath().child(u"port"_s).child(u"protocol"_s));
            const QString protocol = info(first.protocol).name;
            Diagnostic conflict = finding(
                "protocol.mixed"_L1, m_target, where,
                tr("The gateway would speak %1 and %2 to port %3 of %4, and it speaks to a port of a host in one way. Both "
                   "destinations are left out; the others are compiled. Give both the same protocol.")
                    .arg(protocol, info(second.protocol).name)
                    .arg(first.upstreamPort())
                    .arg(first.host));
            conflict.related = {first.origin.ref(first.origin.toPath().child(u"port"_s).child(u"protocol"_s))};
            conflict.fixes = {
                setFix(second, where.path, Value(protocol), tr("Change the protocol to %1").arg(protocol))};
            m_findings.add(std::move(conflict));
        });
    }
}

void ConflictFinder::findHttpClashes()
{
    const Groups gatewayPorts = meetings([](const EgressRoute &r) -> std::optional<Meeting> {
        if (r.trafficClass != TrafficClass::Http)
            return std::nullopt;
        return Meeting{r.gatewayNumber, r.hostNumber, quint32(r.gatewayPort)};
    });
    const auto otherPort = [](const EgressRoute &a, const EgressRoute &b) { return a.port != b.port; };
    for (const auto &[key, meeting] : gatewayPorts) {
        compare(meeting, otherPort, [this](const EgressRoute &first, const EgressRoute &second) {
            const auto field = [](const EgressRoute &r) {
                return r.origin.ref(r.origin.toPath().child(u"byEgressGateway"_s).child(u"port"_s));
            };
            Diagnostic conflict = finding(
                "gateway-port.http-clash"_L1, m_target, field(second),
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
    const Groups destinations = meetings([](const EgressRoute &r) -> std::optional<Meeting> {
        if (r.trafficClass != TrafficClass::Http)
            return std::nullopt;
        return Meeting{r.gatewayNumber, r.hostNumber, quint32(r.gatewayPort), quint32(r.port)};
    });
    const auto otherUpgrade = [](const EgressRoute &a, const EgressRoute &b) { return a.upgradePort != b.upgradePort; };
    for (const auto &[key, meeting] : destinations) {
        compare(meeting, otherUpgrade, [this](const EgressRoute &first, const EgressRoute &second) {
            const auto field = [](const EgressRoute &r) {
                return r.origin.ref(r.origin.toPath().child(u"httpsUpgrade"_s));
            };
            const auto how = [](const EgressRoute &r) {
                return r.upgradePort ? tr("upgraded to HTTPS on port %1").arg(r.upgradePort) : tr("not upgraded");
            };
            Diagnostic conflict = finding(
                "upgrade.conflict"_L1, m_target, field(second),
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
    const Groups listeners = meetings([this](const EgressRoute &r) -> std::optional<Meeting> {
        const MeshHost *known = m_mesh.host(r.host);
        if (r.trafficClass != TrafficClass::Tcp || (known && !known->addresses.isEmpty()))
            return std::nullopt;
        return Meeting{r.namespaceNumber, 0, quint32(r.port)};
    });
    for (const auto &[key, meeting] : listeners) {
        const EgressRoute &first = route(meeting[0]);
        m_findings.add(finding(
            "tcp.no-address"_L1, Severity::Warning, first.origin.ref(first.origin.hostPath()),
            tr("The mesh knows no address of %1, so in namespace %2 every TCP connection to port %3, whatever its address, would end at it. Give its "
               "addresses in the Mesh, or turn on DNS capture.")
                .arg(first.host, first.clientNamespace)
                .arg(first.port)));
        const auto otherHost = [](const EgressRoute &a, const EgressRoute &b) { return a.host != b.host; };
        compare(meeting, otherHost, [this](const EgressRoute &one, const EgressRoute &other) {
            Diagnostic conflict = finding(
                "tcp.no-address"_L1, Severity::Error, other.origin.ref(other.origin.hostPath()),
                tr("In namespace %1 both %2 and %3 would take all of port %4, because the mesh knows the addresses of neither; one would "
                   "get the connections of the other. Both are left out; the other hosts are compiled. Give their addresses in the Mesh.")
                    .arg(one.clientNamespace, one.host, other.host)
                    .arg(one.port));
            conflict.related = {one.origin.ref(one.origin.hostPath())};
            m_findings.add(std::move(conflict));
        });
    }
}

/// A TCP host has the listener of its address and port to itself: another host there, be it one for HTTP, would silently get nothing. TLS can
/// be told apart by its server name.
void ConflictFinder::findSharedAddresses()
{
    std::map<std::tuple<QString, int, QString>, std::vector<quint32>> listeners;
    for (quint32 i = 0; i < m_table.routes.size(); ++i) {
        const MeshHost *known = route(i).trafficClass == TrafficClass::Tls ? nullptr : m_mesh.host(route(i).host);
        for (const QString &address : known ? known->addresses : QStringList())
            listeners[{route(i).clientNamespace, route(i).port, address}].push_back(i);
    }
    const auto otherHost = [](const EgressRoute &a, const EgressRoute &b) {
        return a.host != b.host && (a.trafficClass == TrafficClass::Tcp || b.trafficClass == TrafficClass::Tcp);
    };
    for (const auto &[listener, meeting] : listeners) {
        const QString &address = std::get<2>(listener);
        compare(meeting, otherHost, [this, &address](const EgressRoute &one, const EgressRoute &other) {
            Diagnostic conflict = finding(
                "tcp.no-address"_L1, Severity::Error, other.origin.ref(other.origin.hostPath()),
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

/// A number for the namespace of the route's gateway.
quint32 ConflictFinder::gatewayNamespace(const EgressRoute &route)
{
    quint32 &number = m_gatewayNamespaces[route.gatewayNumber];
    if (number == 0) {
        const QString namespaceName = m_mesh.gateway(route.gateway).namespaceName;
        if (!m_namespaces.contains(namespaceName))
            m_namespaces.append(namespaceName);
        number = quint32(m_namespaces.indexOf(namespaceName)) + 1;
    }
    return number;
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
            return r.trafficClass == TrafficClass::Http && r.gateway == clashing.gateway && r.gatewayPort == port.number
                && r.host == clashing.host && r.port != clashing.port;
        });
        if (port.plaintext || port.protocol == "TCP"_L1 || taken)
            continue;
        return {setFix(clashing, clashing.origin.toPath().child(u"byEgressGateway"_s).child(u"port"_s),
                       Value(port.number), tr("Use gateway port %1").arg(port.number))};
    }
    return {};
}

} // namespace

void dropConflicts(RouteTable &table, const Mesh &mesh, Target target)
{
    ConflictFinder(table, mesh, target).run();
}

} // namespace sallyport
