// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/mesh.h"

#include <QVersionNumber>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

template<typename List, typename Match>
auto findIf(const List &list, Match match) -> decltype(&list.first())
{
    const auto found = std::find_if(list.begin(), list.end(), match);
    return found == list.end() ? nullptr : &*found;
}

const MeshGateway *listedGateway(const Mesh &mesh, const QString &name)
{
    return findIf(mesh.gateways, [&](const MeshGateway &gateway) { return gateway.name == name; });
}

} // namespace

QString MeshGateway::serviceHost() const
{
    return service + u'.' + namespaceName + u".svc.cluster.local"_s;
}

const MeshGatewayPort *MeshGateway::port(int number) const
{
    return findIf(ports, [&](const MeshGatewayPort &port) { return port.number == number; });
}

MeshGateway Mesh::gateway(const QString &gatewayName) const
{
    const MeshGateway *listed = listedGateway(*this, gatewayName);
    return listed ? *listed : assumedGateway(gatewayName);
}

bool Mesh::lists(const QString &gatewayName) const
{
    return listedGateway(*this, gatewayName) != nullptr;
}

const MeshHost *Mesh::host(QStringView canonicalHost) const
{
    return findIf(hosts, [&](const MeshHost &entry) { return entry.host == canonicalHost; });
}

bool Mesh::istioIsOlderThan(int major, int minor) const
{
    const QVersionNumber version = QVersionNumber::fromString(istioVersion);
    // Unknown counts as new: today's forms are right for every Istio that is still supported.
    return version.segmentCount() >= 2 && version < QVersionNumber(major, minor);
}

MeshGateway assumedGateway(const QString &name)
{
    MeshGateway gateway;
    gateway.name = name;
    gateway.namespaceName = u"istio-system"_s;
    gateway.selector = {{u"istio"_s, name}};
    gateway.service = u"istio-"_s + name;
    gateway.ports = {
        {80, std::nullopt, u"HTTP"_s, u"http2"_s, false},
        {443, std::nullopt, u"HTTPS"_s, u"https"_s, false},
        {444, std::nullopt, u"HTTPS"_s, u"tls-444"_s, false},
    };
    return gateway;
}

} // namespace sallyport
