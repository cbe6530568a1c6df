// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/factrows.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ClusterFacts)
};

FactRow serverRow(const ClusterFacts &facts)
{
    FactRow row = {.fact = Texts::tr("Kubernetes"), .says = facts.version.text, .changes = {}};
    if (facts.version.major > 0 && !facts.version.isAtLeast(1, 25))
        row.changes =
            Texts::tr("This server drops fields that it does not know without a word: each plan compares what "
                      "was sent with what came back.");
    return row;
}

/// Both words as they are in Istio's documentation.
FactRow outboundRow(OutboundTrafficPolicy policy)
{
    FactRow row = {.fact = u"REGISTRY_ONLY"_s, .says = {}, .changes = {}};
    if (policy == OutboundTrafficPolicy::Unknown) {
        row.severity = Severity::Warning;
        row.says = Texts::tr("not known");
        row.changes = Texts::tr("Whether sidecars block what no rule opens could not be read.");
    } else if (policy == OutboundTrafficPolicy::RegistryOnly) {
        row.says = Texts::tr("yes");
        row.changes = Texts::tr("What no rule opens is blocked.");
    } else {
        row.severity = Severity::Warning;
        row.says = Texts::tr("no (ALLOW_ANY)");
    }
    return row;
}

QString portsText(const MeshGateway &gateway)
{
    QStringList ports;
    for (const MeshGatewayPort &port : gateway.ports)
        ports.append(u"%1 %2"_s.arg(port.number).arg(port.protocol));
    return ports.isEmpty() ? Texts::tr("no ports") : ports.join(", "_L1);
}

/// What can be compared: where the Services could not be read, every gateway would seem to be missing.
Mesh comparedMesh(const Mesh &mesh, const kube::MeshFacts &facts)
{
    Mesh compared = mesh;
    if (facts.unknown.contains(kube::MeshFactsJob::tr("the gateways' Services")))
        compared.gateways.clear();
    return compared;
}

} // namespace

QList<FactRow> factRows(const ClusterFacts &facts, const Mesh &mesh, const kube::Plan *plan)
{
    const kube::MeshFacts &found = facts.mesh;
    QList<FactRow> rows = {serverRow(facts)};
    if (!facts.user.isEmpty())
        rows.append({.fact = Texts::tr("User"), .says = facts.user, .changes = {}});
    rows.append({.fact = Texts::tr("Istio"),
                 .says = found.istioVersion.isEmpty() ? Texts::tr("not known") : found.istioVersion,
                 .changes = {}});
    rows.append(outboundRow(found.outboundTrafficPolicy));
    for (const MeshGateway &gateway : found.gateways)
        rows.append({.fact = Texts::tr("Gateway %1").arg(gateway.name),
                     .says = Texts::tr("%1/%2: %3").arg(gateway.namespaceName, gateway.service, portsText(gateway)),
                     .changes = {}});
    for (const QString &sentence : kube::contradictions(found, comparedMesh(mesh, found)))
        rows.append({.severity = Severity::Warning, .fact = Texts::tr("Differs"), .says = {}, .changes = sentence});
    for (const QString &unread : found.unknown)
        rows.append({.severity = Severity::Warning,
                     .fact = Texts::tr("Not readable"),
                     .says = unread,
                     .changes = Texts::tr("You may not read it, or it is not there: it is taken as the Mesh says.")});
    if (plan) {
        for (const QString &notice : plan->notices)
            rows.append(
                {.severity = Severity::Warning, .fact = Texts::tr("Objects of others"), .says = {}, .changes = notice});
        for (const QString &right : plan->missingRights)
            rows.append({.severity = Severity::Error,
                         .fact = Texts::tr("Missing right"),
                         .says = right,
                         .changes = Texts::tr("You may not %1.").arg(right)});
    }
    std::stable_sort(rows.begin(), rows.end(), // what changes something first
                     [](const FactRow &a, const FactRow &b) { return a.severity < b.severity; });
    return rows;
}

} // namespace sallyport
