// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/impliedroutes.h"

#include "core/policy/findingcodes.h"
#include "core/routes/coverage.h"
#include "core/routes/findinglist.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImpliedRoutes", text);
}

using ClientPort = std::pair<std::pair<QString, QString>, int>; ///< (client namespace, host), port

/// Which client ports an explicit route that is not TLS stands on, directly or through a wildcard.
class OtherUses
{
public:
    OtherUses(const RouteTable &table, const Mesh &mesh)
    {
        for (const EgressRoute &route : table.routes) {
            if (route.trafficClass == TrafficClass::Tls)
                continue;
            m_direct.insert({{route.clientNamespace, route.host}, route.port});
            if (isWildcard(route.host) && isKnownByName(route, mesh))
                m_wildcards.insert({{route.clientNamespace, route.host}, route.port});
        }
    }

    bool take(const QString &namespaceName, const QString &host, int port) const
    {
        if (m_direct.contains({{namespaceName, host}, port}))
            return true;
        if (m_wildcards.isEmpty())
            return false;
        const QStringList over = coveringWildcards(host);
        return std::any_of(over.begin(), over.end(), [&](const QString &w) {
            return m_wildcards.contains({{namespaceName, w}, port});
        });
    }

private:
    QSet<ClientPort> m_direct;
    QSet<ClientPort> m_wildcards;
};

EgressRoute impliedBy(const EgressRoute &http)
{
    EgressRoute tls = http;
    tls.port = http.upgradePort;
    tls.targetPort = http.upgradePort;
    tls.trafficClass = TrafficClass::Tls;
    tls.protocol = Protocol::Https;
    tls.upgradePort = 0;
    tls.implied = true;
    return tls;
}

Diagnostic opened(const EgressRoute &route, Target target)
{
    return finding(
        "upgrade.opens-https"_L1, target, route.origin.ref(route.origin.toPath().child(u"httpsUpgrade"_s)),
        tr("The application's own HTTPS to %1 on port %2 is let through as well, as the console's documentation promises.")
            .arg(route.host)
            .arg(route.upgradePort));
}

Diagnostic droppedFor(const EgressRoute &route, const QString &reason, Target target)
{
    return finding(
        "upgrade.implied-dropped"_L1, target, route.origin.ref(route.origin.toPath().child(u"httpsUpgrade"_s)),
        tr("The application's own HTTPS to %1 on port %2 is not opened: %3. The upgrade itself is not affected.")
            .arg(route.host)
            .arg(route.upgradePort)
            .arg(reason));
}

} // namespace

void addImpliedRoutes(RouteTable &table, const Mesh &mesh, Target target)
{
    const OtherUses others(table, mesh);
    FindingList findings(table.findings);
    const size_t explicitRoutes = table.routes.size();
    for (size_t i = 0; i < explicitRoutes; ++i) {
        const EgressRoute route = table.routes[i];
        if (!route.upgradePort)
            continue;
        EgressRoute implied = impliedBy(route);
        if (others.take(route.clientNamespace, route.host, route.upgradePort)) {
            findings.add(droppedFor(
                route,
                tr("in namespace %1 another rule uses that port for another protocol").arg(route.clientNamespace),
                target));
        } else if (l4MeshSni(implied).size() > longestMeshSni) {
            findings.add(droppedFor(
                route, tr("its name inside the mesh would be longer than %1 characters").arg(longestMeshSni), target));
        } else {
            findings.add(opened(route, target));
            table.routes.push_back(std::move(implied));
        }
    }
}

} // namespace sallyport
