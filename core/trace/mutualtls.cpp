// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/clusters.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

/// The name that a sidecar asks for where nobody sets one; no server of a Gateway is called like that by chance.
QString usualServerName(const istio::Service &service, int port, const QString &subset)
{
    return u"outbound_.%1_.%2_.%3"_s.arg(QString::number(port), subset, service.host);
}

/// PeerAuthentication of the gateway's namespace, or of the mesh, that tells clients not to try mutual TLS.
bool disablesMutualTls(const Run &run, const QString &namespaceName)
{
    const auto isDisabled = [&](const QString &home) -> std::optional<bool> {
        for (int i : run.world.peerAuthentications) {
            const Value &spec = (*run.world.objects[size_t(i)].value)[u"spec"];
            if (run.ref(i).namespaceName == home && spec[u"selector"].isNull()) {
                const QString mode = spec[u"mtls"][u"mode"].text();
                if (!mode.isEmpty() && mode != "UNSET"_L1)
                    return mode == "DISABLE"_L1;
            }
        }
        return std::nullopt;
    };
    return isDisabled(namespaceName).value_or(isDisabled(rootNamespace()).value_or(false));
}

ProxyLeg legOf(Run &run, const Hop &hop, const istio::Service &service, int port, const QString &subset,
               const ClusterPolicy &policy)
{
    const Workload &workload = run.world.workloads[size_t(service.workload)];
    ProxyLeg leg{ProxyLeg::Security::Plain, {}, hop.isHttp};
    if (!policy.tls) {
        if (workload.takesMutualTls && !disablesMutualTls(run, workload.namespaceName))
            leg = {ProxyLeg::Security::IstioMutual, usualServerName(service, port, subset), hop.isHttp};
        return leg;
    }
    const istio::ClientTls &tls = *policy.tls;
    switch (tls.mode) {
    case istio::ClientTls::Mode::Disable:
        break;
    case istio::ClientTls::Mode::Simple:
        leg.security = ProxyLeg::Security::Simple;
        leg.serverName = !tls.sni.isEmpty() ? tls.sni.toLower() : hop.isHttp ? run.flow.host() : QString();
        break;
    case istio::ClientTls::Mode::Mutual:
        run.giveUp(policy.tlsField,
                   Texts::tr("whether the gateway accepts the certificate that this file or secret holds"));
        break;
    case istio::ClientTls::Mode::IstioMutual:
        leg.security = ProxyLeg::Security::IstioMutual;
        leg.serverName = tls.sni.isEmpty() ? usualServerName(service, port, subset) : tls.sni.toLower();
        break;
    }
    return leg;
}

/// Whether the gateway is one of those that a DestinationRule accepts. Without names Istio expects its pods' own.
Maybe isExpected(const Run &run, const Workload &workload, const ClusterPolicy &policy)
{
    if (!policy.tls || policy.tls->mode != istio::ClientTls::Mode::IstioMutual || policy.tls->subjectAltNames.isEmpty())
        return true;
    if (workload.serviceAccount.isEmpty())
        return std::nullopt;
    Q_UNUSED(run)
    return policy.tls->subjectAltNames.contains(
        u"spiffe://cluster.local/ns/%1/sa/%2"_s.arg(workload.namespaceName, workload.serviceAccount));
}

QString legText(const ProxyLeg &leg, const Workload &workload)
{
    switch (leg.security) {
    case ProxyLeg::Security::Plain:
        return Texts::tr("The sidecar speaks to %1 without mutual TLS.").arg(workload.serviceHost);
    case ProxyLeg::Security::Simple:
        return Texts::tr("The sidecar speaks TLS to %1 without a certificate of its own, as %2.")
            .arg(workload.serviceHost, leg.serverName);
    case ProxyLeg::Security::IstioMutual:
        break;
    }
    return Texts::tr("The sidecar speaks mutual TLS to %1 and asks for %2.").arg(workload.serviceHost, leg.serverName);
}

} // namespace

Outcome enterWorkload(Run &run, const Hop &hop, const istio::Service &service, const istio::ServicePort &port,
                      const QString &subset, const ClusterPolicy &policy)
{
    const TraceField serviceField = field(service.object, "spec");
    if (hop.proxy.isGateway || service.workload < 0 || !run.world.workloads[size_t(service.workload)].isGateway) {
        run.giveUp(serviceField,
                   Texts::tr("what becomes of requests to %1, which stay inside the cluster").arg(service.host));
        return unreachable(hop);
    }
    const Workload &workload = run.world.workloads[size_t(service.workload)];
    const Proxy pods{true, workload.namespaceName, workload.labels, workload.labelsAreComplete, service.workload};
    if (!run.decide(run.isSelected(policy.subsetLabels, pods), [&] {
            return Texts::tr("whether the pods of %1 carry the labels of subset %2").arg(service.host, subset);
        })) {
        run.step(TraceStage::MutualTls, policy.tlsField,
                 [&] { return Texts::tr("No pod of %1 belongs to subset %2.").arg(service.host, subset); });
        return unreachable(hop);
    }
    if (hop.isHttp && run.flow.isWebSocket && speaksHttp2(policy, port)) {
        run.step(TraceStage::MutualTls, serviceField, [&] {
            return Texts::tr("The sidecar speaks HTTP/2 to port %1 of %2, and no gateway takes a WebSocket over that.")
                .arg(port.number)
                .arg(service.host);
        });
        return refused(503);
    }
    const ProxyLeg leg = legOf(run, hop, service, port.number, subset, policy);
    run.step(TraceStage::MutualTls, policy.tls ? policy.tlsField : serviceField,
             [&] { return legText(leg, workload); });
    if (!run.decide(isExpected(run, workload, policy),
                    [&] { return Texts::tr("which service account the pods of %1 run under").arg(service.host); })) {
        run.step(TraceStage::MutualTls, policy.tlsField,
                 [&] { return Texts::tr("The gateway's identity is none of those that are expected."); });
        return unreachable(hop);
    }
    const Outcome outcome = atGateway(run, service.workload, port.number, leg);
    return hop.isHttp && outcome.kind == Outcome::Kind::Closed ? refused(503) : outcome;
}

} // namespace sallyport
