// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/flow.h"

#include "core/policy/labels.h"
#include "ui/form/policycursor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

class FlowWords
{
    Q_DECLARE_TR_FUNCTIONS(Flow)
};

const QString unknown = u"?"_s;

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? unknown : text;
}

/// app=sleep-a, tier=web
QString workloadsAt(const PolicyCursor &cursor, const FieldPath &selector)
{
    const Labels labels = labelsAt(cursor.node(selector));
    return labels.isEmpty() ? FlowWords::tr("all workloads") : labelsText(labels);
}

void describeSource(const PolicyCursor &cursor, Flow *flow)
{
    flow->source = orUnknown(cursor.text(cursor.sourcePath().child(u"namespace"_s)));
    flow->sourceDetail = workloadsAt(cursor, cursor.sourcePath().child(u"workloadSelector"_s));
    if (const int more = cursor.count(cursor.sourcesPath()) - 1; more > 0)
        flow->sourceDetail += u' ' + FlowWords::tr("+%n more", nullptr, more);
}

void describeGateway(const PolicyCursor &cursor, const Compilation &compilation, Flow *flow)
{
    const FieldPath own = cursor.destinationPath().child(u"byEgressGateway"_s);
    flow->gateway = cursor.text(own.child(u"name"_s));
    if (flow->gateway.isEmpty())
        flow->gateway =
            orUnknown(cursor.text(FieldPath().child(u"spec"_s).child(u"byEgressGateway"_s).child(u"name"_s)));
    flow->gatewayPort = cursor.text(own.child(u"port"_s));
    if (!flow->gatewayPort.isEmpty())
        return;
    const int chosen = gatewayPortOf(cursor, compilation);
    flow->gatewayPort = chosen > 0 ? QString::number(chosen) : unknown;
}

void describeHost(const PolicyCursor &cursor, Flow *flow)
{
    const FieldPath hosts = cursor.destinationPath().child(u"hosts"_s);
    flow->host = orUnknown(cursor.text(hosts.index(0)));
    if (const int more = cursor.count(hosts) - 1; more > 0)
        flow->host += u" +%1"_s.arg(more);
}

/// What is spoken before the sidecar and after the gateway, and on which port of the host.
void describeLegs(const PolicyCursor &cursor, Flow *flow)
{
    const FieldPath port = cursor.destinationPath().child(u"port"_s);
    const FieldPath upgrade = cursor.destinationPath().child(u"httpsUpgrade"_s);
    const QString written = cursor.text(port.child(u"protocol"_s));
    const std::optional<Protocol> protocol = parseProtocol(written);
    const QString target = cursor.text(port.child(u"targetPort"_s));
    flow->hostPort = orUnknown(target.isEmpty() ? cursor.text(port.child(u"number"_s)) : target);
    if (!protocol) {
        flow->application = flow->leaving = {orUnknown(written), Lock::Opaque};
        return;
    }
    flow->trafficClass = info(*protocol).trafficClass;
    switch (*flow->trafficClass) {
    case TrafficClass::Http:
        flow->application = flow->leaving = {info(*protocol).name, Lock::Open};
        break;
    case TrafficClass::Tls:
        flow->application = flow->leaving = {FlowWords::tr("the application's TLS"), Lock::Closed};
        break;
    case TrafficClass::Tcp:
        flow->application = flow->leaving = {FlowWords::tr("stream"), Lock::Opaque};
        break;
    }
    if (*flow->trafficClass == TrafficClass::Http && cursor.text(upgrade.child(u"enabled"_s)) == "true"_L1) {
        const QString upgradePort = cursor.text(upgrade.child(u"port"_s));
        flow->leaving = {u"HTTPS"_s, Lock::Closed};
        flow->hostPort = upgradePort.isEmpty() || upgradePort == "0"_L1 ? u"443"_s : upgradePort;
    }
}

} // namespace

QString Flow::toText() const
{
    if (!hasGateway) {
        return FlowWords::
            tr("From namespace %1 (%2): the application speaks %3, and its sidecar lets it go straight to %4 port %5.")
                .arg(source, sourceDetail, application.text, host, hostPort);
    }
    return FlowWords::
        tr("From namespace %1 (%2): the application speaks %3 to its sidecar, mutual TLS leads to gateway %4 port %5, and from there "
           "%6 to %7 port %8.")
            .arg(source, sourceDetail, application.text, gateway, gatewayPort, leaving.text, host, hostPort);
}

Flow flowOf(const PolicyCursor &cursor, const Compilation &compilation)
{
    Flow flow;
    if (cursor.destination() < 0)
        return flow;
    describeSource(cursor, &flow);
    describeGateway(cursor, compilation, &flow);
    describeHost(cursor, &flow);
    describeLegs(cursor, &flow);
    return flow;
}

int gatewayPortOf(const PolicyCursor &cursor, const Compilation &compilation)
{
    const std::vector<EgressRoute> &routes = compilation.table.routes;
    const auto found = std::find_if(routes.begin(), routes.end(), [&](const EgressRoute &route) {
        return route.origin.document == cursor.document() && route.origin.rule == cursor.rule()
            && route.origin.to == cursor.destination() && !route.implied;
    });
    return found == routes.end() ? 0 : found->gatewayPort;
}

} // namespace sallyport
