// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/fieldspecs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The words of the fields. A class only for its tr().
class FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(FieldWords)

public:
    static QList<FieldSpec> policy();
    static QList<FieldSpec> source();
    static QList<FieldSpec> destination();
    static QList<FieldSpec> protocol();
    static QList<FieldSpec> gatewayPort();
};

QList<FieldSpec> FieldWords::policy()
{
    return {
        {.pattern = u"metadata.name"_s,
         .isRequired = true,
         .help =
             {.title = tr("Policy name"),
              .meaning =
                  tr("The resource's name. There is one policy for each egress gateway, and by convention it is called "
                     "egress-by-<gateway>, so that people and tools find it."),
              .onTheMesh = tr(
                  "It changes no traffic. Under another name the resource is another one: rename it on the cluster by "
                  "applying the new one before deleting the old.")},
         .placeholder = tr("egress-by-<gateway>"),
         .undoText = tr("Rename policy %1")},
        {.pattern = u"metadata.namespace"_s,
         .isRequired = true,
         .help =
             {.title = tr("Namespace"),
              .meaning = tr(
                  "Where the policy resource lives. It is always istio-egress; the workloads that it speaks of are named in "
                  "Source."),
              .onTheMesh = tr("A policy in another namespace is ignored by the service mesh.")},
         .placeholder = u"istio-egress"_s,
         .undoText = tr("Change namespace of policy %1")},
        {.pattern = u"apiVersion"_s,
         .isRequired = true,
         .help =
             {.title = tr("API version"),
              .meaning = tr(
                  "The version of the resource's format. Both say the same; v1beta1 is what clusters serve by default."),
              .onTheMesh =
                  tr("It changes no traffic. A cluster that does not serve the version refuses the resource.")},
         .undoText = tr("Change API version of policy %1")},
        {.pattern = u"spec.egressRules[].name"_s,
         .help = {.title = tr("Rule name"),
                  .meaning = tr("A name for people. A rule without one is shown as its namespace and first host."),
                  .onTheMesh = tr("It changes no traffic.")},
         .placeholder = tr("optional"),
         .undoText = tr("Rename rule %1")},
        {.pattern = u"spec.egressRules[].to"_s,
         .kind = FieldSpec::Kind::Other,
         .isRequired = true,
         .help = {.title = tr("Destinations of the rule"),
                  .meaning =
                      tr("What the sources of the rule may reach. Panels 2 to 4 show the one that is selected here."),
                  .onTheMesh = tr("Every source of the rule may reach every destination of it.")},
         .undoText = tr("Change destinations of rule %1")},
    };
}

QList<FieldSpec> FieldWords::source()
{
    return {
        {.pattern = u"spec.egressRules[].from"_s,
         .kind = FieldSpec::Kind::Other,
         .isRequired = true,
         .help =
             {.title = tr("Sources"),
              .meaning = tr("The workloads that the rule speaks of: each entry is a namespace and, perhaps, labels."),
              .onTheMesh = tr(
                  "Whatever is in no rule stays blocked where the mesh allows registered hosts only (REGISTRY_ONLY).")},
         .undoText = tr("Change sources of rule %1")},
        {.pattern = u"spec.egressRules[].from[].namespace"_s,
         .isRequired = true,
         .help =
             {.title = tr("Namespace"),
              .meaning =
                  tr("The namespace of the workloads that may leave the mesh: lower-case letters, digits and hyphens."),
              .onTheMesh = tr(
                  "The sidecars of this namespace get the route, and the gateway lets only certificates of this namespace "
                  "through to the hosts.")},
         .placeholder = tr("for example mytest"),
         .undoText = tr("Change source namespace %1")},
        {.pattern = u"spec.egressRules[].from[].workloadSelector"_s,
         .kind = FieldSpec::Kind::Other,
         .help =
             {.title = tr("Workload labels"),
              .meaning = tr(
                  "Labels that a pod must carry, all of them. Without any, every workload of the namespace is meant."),
              .onTheMesh = tr(
                  "The workload's own sidecar enforces the labels. The gateway cannot see them: it sees the namespace of "
                  "the certificate, so a workload of this namespace that speaks to the gateway directly is not stopped by "
                  "its labels.")},
         .undoText = tr("Change workload labels of %1")},
    };
}

QList<FieldSpec> FieldWords::destination()
{
    return {
        {.pattern = u"spec.egressRules[].to[].hosts"_s,
         .kind = FieldSpec::Kind::Other,
         .isRequired = true,
         .help =
             {.title = tr("Hosts"),
              .meaning = tr(
                  "DNS names of external services, 1 to 50 in one destination; no addresses, URLs or ports. Several lines "
                  "pasted here become several hosts. A wildcard such as *.example.org needs a representative in the Mesh "
                  "document."),
              .onTheMesh = tr(
                  "Exactly these names can be reached. As an ASM resource all hosts of one destination have to resolve to "
                  "the same addresses; the Istio objects lift that, except for TCP.")},
         .undoText = tr("Change hosts of %1")},
        {.pattern = u"spec.egressRules[].to[].name"_s,
         .help = {.title = tr("Name"),
                  .meaning = tr("A name for people, shown in lists."),
                  .onTheMesh = tr("It changes no traffic.")},
         .placeholder = tr("optional"),
         .undoText = tr("Rename destination %1")},
    };
}

QList<FieldSpec> FieldWords::protocol()
{
    return {
        {.pattern = u"spec.egressRules[].to[].port.protocol"_s,
         .isRequired = true,
         .help =
             {.title = tr("Protocol"),
              .meaning = tr(
                  "What the application itself speaks. HTTP, HTTP2 and GRPC are told apart by their host header, HTTPS and "
                  "TLS by the server name of the handshake, TCP, MONGO, REDIS and MYSQL by address and port alone."),
              .onTheMesh = tr(
                  "It decides how the sidecar recognises the traffic. WebSockets need HTTP: they cannot use HTTP2 or GRPC. "
                  "HTTPS is passed through untouched, so the host sees the application's own TLS.")},
         .placeholder = tr("choose"),
         .undoText = tr("Change protocol of %1")},
        {.pattern = u"spec.egressRules[].to[].port.number"_s,
         .kind = FieldSpec::Kind::Number,
         .isRequired = true,
         .help = {.title = tr("Port"),
                  .meaning =
                      tr("The port that the application dials, 1 to 65535: 80 for http://host, 443 for https://host."),
                  .onTheMesh = tr("Only requests to this port are allowed; other ports of the host stay blocked.")},
         .undoText = tr("Change port of %1")},
        {.pattern = u"spec.egressRules[].to[].port.targetPort"_s,
         .kind = FieldSpec::Kind::Number,
         .help = {.title = tr("Target port"),
                  .meaning =
                      tr("The port that the gateway dials at the host, where it differs from the application's."),
                  .onTheMesh = tr("The application keeps dialling its own port; the gateway translates.")},
         .undoText = tr("Change target port of %1")},
        {.pattern = u"spec.egressRules[].to[].port.name"_s,
         .help = {.title = tr("Port name"),
                  .meaning = tr("A name for the port: lower-case letters, digits and hyphens."),
                  .onTheMesh = tr("It changes no traffic.")},
         .placeholder = tr("optional"),
         .undoText = tr("Rename port of %1")},
        {.pattern = u"spec.egressRules[].to[].httpsUpgrade.enabled"_s,
         .kind = FieldSpec::Kind::Other,
         .help =
             {.title = tr("HTTPS upgrade at the gateway"),
              .meaning = tr(
                  "The application speaks plain HTTP, and the gateway speaks TLS to the host. For HTTP, HTTP2 and GRPC only."),
              .onTheMesh =
                  tr("The gateway verifies the host's certificate: a wrong one gives the application status 503. The "
                     "application's own HTTPS to the host on the upgrade port is allowed as well.")},
         .undoText = tr("Change HTTPS upgrade of %1")},
        {.pattern = u"spec.egressRules[].to[].httpsUpgrade.port"_s,
         .kind = FieldSpec::Kind::Number,
         .help = {.title = tr("Upgrade port"),
                  .meaning = tr("The port of the host that the gateway speaks TLS to."),
                  .onTheMesh = tr("Where nothing is written it is 443.")},
         .placeholder = u"443"_s,
         .undoText = tr("Change upgrade port of %1")},
    };
}

QList<FieldSpec> FieldWords::gatewayPort()
{
    return {
        {.pattern = u"spec.byEgressGateway.name"_s,
         .isRequired = true,
         .help = {.title = tr("Policy's gateway"),
                  .meaning = tr(
                      "The egress gateway that all rules of this policy use, unless a destination names another one."),
                  .onTheMesh = tr("All traffic of the policy leaves the mesh through this gateway and nowhere else.")},
         .placeholder = tr("for example egressgateway-a"),
         .undoText = tr("Change gateway of policy %1")},
        {.pattern = u"spec.egressRules[].to[].byEgressGateway.name"_s,
         .help = {.title = tr("Other gateway"),
                  .meaning = tr("A gateway for this destination alone, instead of the policy's."),
                  .onTheMesh = tr("Traffic to these hosts leaves through that gateway.")},
         .placeholder = tr("the policy's"),
         .undoText = tr("Change gateway of %1")},
        {.pattern = u"spec.egressRules[].to[].byEgressGateway.port"_s,
         .kind = FieldSpec::Kind::Number,
         .help =
             {.title = tr("Gateway port"),
              .meaning = tr(
                  "The port of the gateway that sidecars use, always with mutual TLS. Where nothing is written, a port of the "
                  "gateway that suits the protocol is chosen and shown here."),
              .onTheMesh =
                  tr("It has to be a port of the gateway's Service. Any number of hosts and protocols can share one.")},
         .placeholder = tr("automatic"),
         .undoText = tr("Change gateway port of %1")},
        {
            .pattern = u"status.autoAllocatedGatewayPorts"_s,
            .kind = FieldSpec::Kind::Other,
            .help =
                {.title = tr("Allocated by ASM"),
                 .meaning = tr(
                     "Gateway ports that the service mesh has allocated itself, as the status of the resource reports them. They "
                     "are never written."),
                 .onTheMesh = tr("ASM allocates ports for a rule when none of its destinations says byEgressGateway.")},
        },
    };
}

} // namespace

QList<FieldSpec> fieldSpecs()
{
    QList<FieldSpec> specs = FieldWords::policy() + FieldWords::source() + FieldWords::destination()
        + FieldWords::protocol() + FieldWords::gatewayPort();
    for (FieldSpec &spec : specs)
        spec.help.yaml = spec.pattern;
    return specs;
}

FieldSpec fieldSpec(const QString &pattern)
{
    return specIn(fieldSpecs(), pattern);
}

FieldSpec specIn(const QList<FieldSpec> &specs, const QString &pattern)
{
    const auto found =
        std::find_if(specs.begin(), specs.end(), [&](const FieldSpec &spec) { return spec.pattern == pattern; });
    Q_ASSERT_X(found != specs.end(), "fieldSpec", qPrintable(pattern));
    FieldSpec spec = *found;
    spec.help.yaml = pattern;
    return spec;
}

QString patternOf(const FieldPath &path)
{
    QString pattern;
    for (const PathElement &element : path.elements()) {
        if (element.isIndex())
            pattern += "[]"_L1;
        else
            pattern += pattern.isEmpty() ? element.name : u'.' + element.name;
    }
    return pattern;
}

std::optional<Value> valueOf(const FieldSpec &spec, const QString &text)
{
    if (text.isEmpty() && !spec.isRequired)
        return std::nullopt;
    if (spec.kind == FieldSpec::Kind::Number) {
        if (text.isEmpty())
            return Value();
        // Only what reads back as it was typed is a number: "080" or "1e3" stay the text they are, and get a finding.
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber && QString::number(number) == text)
            return Value(number);
    }
    return Value(text);
}

} // namespace sallyport
