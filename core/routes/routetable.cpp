// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/routetable.h"

#include "core/routes/advice.h"
#include "core/routes/conflicts.h"
#include "core/routes/flatten.h"
#include "core/routes/gatewayport.h"
#include "core/routes/impliedroutes.h"

namespace sallyport {

using namespace Qt::StringLiterals;

FieldPath RouteOrigin::rulePath() const
{
    static const FieldPath rules = FieldPath().child(u"spec"_s).child(u"egressRules"_s);
    return rules.index(rule);
}

FieldPath RouteOrigin::fromPath() const
{
    return rulePath().child(u"from"_s).index(from);
}

FieldPath RouteOrigin::toPath() const
{
    return rulePath().child(u"to"_s).index(to);
}

FieldPath RouteOrigin::hostPath() const
{
    return toPath().child(u"hosts"_s).index(host);
}

FieldPath RouteOrigin::gatewayPath() const
{
    const FieldPath owner = ownGateway ? toPath() : FieldPath().child(u"spec"_s);
    return owner.child(u"byEgressGateway"_s).child(u"name"_s);
}

bool EgressRoute::sameRouteAs(const EgressRoute &other) const
{
    return port == other.port && targetPort == other.targetPort && trafficClass == other.trafficClass
        && protocol == other.protocol && gatewayPort == other.gatewayPort && upgradePort == other.upgradePort
        && implied == other.implied && host == other.host && clientNamespace == other.clientNamespace
        && gateway == other.gateway && selector == other.selector;
}

QString l4MeshSni(const EgressRoute &route)
{
    // a wildcard host goes without its *. and with another first letter, so that it cannot meet the host d itself
    const bool wildcard = isWildcard(route.host);
    return (wildcard ? u'w' : u'p') + QString::number(route.port) + u'.' + (wildcard ? route.host.mid(2) : route.host)
        + u'.' + route.clientNamespace + ".l4.egress.internal"_L1;
}

RouteTable routesOf(const Workspace &workspace, const Mesh &mesh)
{
    RouteTable table = flatten(workspace, mesh);
    chooseGatewayPorts(table, mesh, workspace.target);
    dropConflicts(table, mesh, workspace.target);
    addImpliedRoutes(table, mesh, workspace.target);
    advise(table, workspace.target);
    return table;
}

} // namespace sallyport
