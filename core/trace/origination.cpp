// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/addresses.h"
#include "core/trace/clusters.h"
#include "core/trace/hostnames.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

/// Who is dialled: a host, by name or by an address that stands for it.
struct Dialled {
    QString host; ///< A name, or an address.
    int port = 0;
};

/// Endpoints of a subset; nothing where it has none.
std::optional<Dialled> dialled(Run &run, const istio::Service &service, const istio::ServicePort &port,
                               const Labels &subsetLabels)
{
    const int usual = port.targetPort > 0 ? port.targetPort : port.number;
    if (service.endpoints.empty() && !service.hasSelector) {
        const bool resolvesItself = service.resolution == istio::Service::Resolution::Dns && subsetLabels.isEmpty();
        return resolvesItself ? std::optional(Dialled{service.host, usual}) : std::nullopt;
    }
    if (service.hasSelector
        || std::any_of(service.endpoints.begin(), service.endpoints.end(), [](const auto &e) { return e.inMesh; }))
        run.giveUp(field(service.object, "spec"), Texts::tr("which workloads stand behind %1").arg(service.host));
    std::vector<const istio::Endpoint *> endpoints;
    for (const istio::Endpoint &endpoint : service.endpoints) {
        if (istio::selects(subsetLabels, endpoint.labels))
            endpoints.push_back(&endpoint);
    }
    if (endpoints.empty())
        return std::nullopt;
    const size_t taken = endpoints.size() == 1
        ? 0
        : size_t(run.choose(Texts::tr("which endpoint of %1 is taken").arg(service.host), int(endpoints.size())));
    Dialled to{endpoints[taken]->address, usual};
    for (const auto &[name, number] : endpoints[taken]->ports) {
        if (name == port.name)
            to.port = number;
    }
    return to;
}

Outcome reached(Run &run, const Hop &hop, const QString &host, const TraceField &field, const QString &text)
{
    run.step(TraceStage::Host, field, [&] { return text; });
    return {Outcome::Kind::Reached,
            run.flow.isWebSocket ? 101 : 200,
            {},
            host,
            hop.proxy.isGateway ? run.world.workloads[size_t(hop.proxy.workload)].name : QString(),
            {}};
}

/// Without TLS of the proxy's own, the host gets what the application sent.
Outcome sendPlain(Run &run, const Hop &hop, const Dialled &to, const TraceField &field)
{
    if (run.flow.payload == RequestTarget::Payload::Tls) {
        // The application checks the host's certificate itself.
        if (!to.host.isEmpty() && !istio::addressBlock(to.host) && to.host != run.target.host
            && !istio::isCoveredBy(run.target.host, to.host) && !istio::namesOverlap(run.target.host, to.host))
            run.giveUp(field, Texts::tr("whether %1 has a certificate for %2").arg(to.host, run.target.host));
        return reached(run, hop, to.host, field,
                       Texts::tr("%1:%2 gets the application's own TLS, untouched.").arg(to.host).arg(to.port));
    }
    return reached(run, hop, to.host, field, Texts::tr("%1:%2 gets the request.").arg(to.host).arg(to.port));
}

/// The name that the host's certificate must be for; empty = any that a known authority has signed.
QString verifiedName(Run &run, const Hop &hop, const istio::Service &service, const ClusterPolicy &policy,
                     const Dialled &to)
{
    const istio::ClientTls &tls = *policy.tls;
    const QStringList names = tls.subjectAltNames.isEmpty() ? service.subjectAltNames : tls.subjectAltNames;
    if (!names.isEmpty())
        return names.contains(to.host) ? to.host : names.contains(run.flow.host()) ? run.flow.host() : names.first();
    return tls.sni.isEmpty() && tls.subjectAltNames.isEmpty() && hop.isHttp ? run.flow.host() : QString();
}

Outcome sendSecured(Run &run, const Hop &hop, const istio::Service &service, const ClusterPolicy &policy,
                    const Dialled &to)
{
    const istio::ClientTls &tls = *policy.tls;
    const TraceField &where = policy.tlsField;
    if (run.flow.payload == RequestTarget::Payload::Tls) {
        run.giveUp(where, Texts::tr("what %1 makes of TLS within TLS").arg(to.host));
        return unreachable(hop);
    }
    if (!tls.credentialName.isEmpty() || (!tls.caCertificates.isEmpty() && tls.caCertificates != "system"_L1))
        run.giveUp(where, Texts::tr("which authorities the file or secret trusts"));
    const QString serverName = !tls.sni.isEmpty() ? tls.sni.toLower() : hop.isHttp ? run.flow.host() : QString();
    const QString verified = tls.skipsVerification ? QString() : verifiedName(run, hop, service, policy, to);
    const bool isItself = istio::addressBlock(to.host) || istio::namesOverlap(to.host, serverName);
    if (serverName.isEmpty() || !isItself)
        run.giveUp(where,
                   Texts::tr("which certificate %1 shows to a client that asks for “%2”").arg(to.host, serverName));
    // A representative of a wildcard has the certificate of all names under it.
    const bool isFor = verified.isEmpty() || verified == to.host || verified == serverName
        || istio::isCoveredBy(verified, service.host);
    if (!isFor)
        run.giveUp(where, Texts::tr("whether the certificate of %1 is for %2, too").arg(to.host, verified));
    if (to.port == 80)
        run.giveUp(where, Texts::tr("whether %1 speaks TLS on port 80").arg(to.host));
    run.step(TraceStage::Tls, where, [&] {
        return verified.isEmpty()
            ? Texts::tr("The proxy speaks TLS to %1:%2 as %3; the name in the certificate is not verified.")
                  .arg(to.host)
                  .arg(to.port)
                  .arg(serverName)
            : Texts::tr("The proxy speaks TLS to %1:%2 as %3 and takes no certificate but one for %4.")
                  .arg(to.host)
                  .arg(to.port)
                  .arg(serverName, verified);
    });
    return reached(run, hop, to.host, where, Texts::tr("%1:%2 gets the request over TLS.").arg(to.host).arg(to.port));
}

} // namespace

Outcome passThrough(Run &run, const TraceField &why)
{
    run.step(TraceStage::Host, why, [&] {
        return Texts::tr(
                   "Traffic without a rule may leave: %1:%2 is reached straight from the sidecar, past every gateway.")
            .arg(run.target.host)
            .arg(run.target.port);
    });
    return {Outcome::Kind::Reached, run.flow.isWebSocket ? 101 : 200, {}, run.target.host, {}, {}};
}

Outcome leaveMesh(Run &run, const Hop &hop, const istio::Service &service, const istio::ServicePort &port,
                  const ClusterPolicy &policy)
{
    const TraceField where = field(service.object, "spec", "resolution");
    const bool isInside = !service.isExternal && service.resolution == istio::Service::Resolution::None;
    if (isInside || service.resolution == istio::Service::Resolution::DynamicDns)
        run.giveUp(field(service.object, "spec", service.isExternal ? "resolution" : "location"),
                   Texts::tr("how this ServiceEntry is reached, which is not traced"));
    std::optional<Dialled> to = dialled(run, service, port, policy.subsetLabels);
    if (service.resolution == istio::Service::Resolution::None && !hop.proxy.isGateway)
        to = Dialled{run.target.host, run.target.port}; // wherever the application was going
    if (!to || (service.resolution == istio::Service::Resolution::None && hop.proxy.isGateway)) {
        run.step(TraceStage::Host, where,
                 [&] { return Texts::tr("%1 has no endpoint here: nothing answers.").arg(service.host); });
        return unreachable(hop);
    }
    if (hop.isHttp && run.flow.isWebSocket && speaksHttp2(policy, port))
        run.giveUp(where, Texts::tr("whether %1 takes WebSockets over HTTP/2").arg(to->host));
    if (!policy.tls || policy.tls->mode == istio::ClientTls::Mode::Disable)
        return sendPlain(run, hop, *to, where);
    if (policy.tls->mode == istio::ClientTls::Mode::IstioMutual) {
        run.step(TraceStage::Tls, policy.tlsField, [&] {
            return Texts::tr("The proxy expects a certificate of the mesh from %1, which has none.").arg(to->host);
        });
        return unreachable(hop);
    }
    if (policy.tls->mode == istio::ClientTls::Mode::Mutual)
        run.giveUp(policy.tlsField,
                   Texts::tr("whether the host accepts the certificate that this file or secret holds"));
    return sendSecured(run, hop, service, policy, *to);
}

} // namespace sallyport
