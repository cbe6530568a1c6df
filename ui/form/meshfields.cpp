// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/meshfields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The words of the fields. A class only for its tr().
class MeshWords
{
    Q_DECLARE_TR_FUNCTIONS(MeshWords)

public:
    static QList<FieldSpec> facts();
    static QList<FieldSpec> gateways();
    static QList<FieldSpec> hosts();
};

QList<FieldSpec> MeshWords::facts()
{
    return {
        {.pattern = u"metadata.name"_s,
         .help = {.title = tr("Name"),
                  .meaning =
                      tr("A name for people. There is one Mesh in a workspace; of several the first one counts."),
                  .onTheMesh =
                      tr("The generated objects carry it as the label sallyport.dev/mesh, by which exports and "
                         "pruning know their own.")},
         .placeholder = u"default"_s,
         .undoText = tr("Rename Mesh %1")},
        {.pattern = u"spec.outboundTrafficPolicy"_s,
         .help = {.title = tr("Outbound traffic"),
                  .meaning = tr("What sidecars do with traffic that no rule speaks of: block it (REGISTRY_ONLY) or let "
                                "it out (ALLOW_ANY). It is a setting of the mesh; here it is only stated."),
                  .onTheMesh = tr("With ALLOW_ANY rules restrict nothing. Where it is unknown, REGISTRY_ONLY is "
                                  "assumed and said to be assumed.")},
         .placeholder = tr("unknown"),
         .undoText = tr("Change outbound traffic policy of Mesh %1")},
        {.pattern = u"spec.dnsCapture"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("DNS capture"),
                  .meaning = tr("Whether sidecars answer the DNS queries of their workloads (ISTIO_META_DNS_CAPTURE)."),
                  .onTheMesh =
                      tr("With it several TCP hosts can share one port of a namespace: each gets an address of "
                         "its own.")},
         .undoText = tr("Change DNS capture of Mesh %1")},
        {.pattern = u"spec.istioVersion"_s,
         .help = {.title = tr("Istio version"),
                  .meaning =
                      tr("Major and minor version, like 1.30. Where nothing is written 1.22 or newer is assumed."),
                  .onTheMesh = tr("Older versions get objects of the API versions that they serve.")},
         .placeholder = tr("1.22 or newer"),
         .undoText = tr("Change Istio version of Mesh %1")},
    };
}

QList<FieldSpec> MeshWords::gateways()
{
    return {
        {.pattern = u"spec.gateways"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Egress gateways"),
                  .meaning =
                      tr("The egress gateways of the mesh. For one that is not listed the defaults are assumed."),
                  .onTheMesh = tr("Objects for a gateway go to its namespace and select its pods; sidecars reach it by "
                                  "its Service.")},
         .undoText = tr("Change gateways of Mesh %1")},
        {.pattern = u"spec.gateways[].name"_s,
         .isRequired = true,
         .help = {.title = tr("Gateway"),
                  .meaning = tr("The name by which policies call the gateway, up to 50 characters."),
                  .onTheMesh = tr("It is part of the names of generated objects.")},
         .placeholder = tr("for example egressgateway-a"),
         .undoText = tr("Rename gateway %1")},
        {.pattern = u"spec.gateways[].namespace"_s,
         .help = {.title = tr("Namespace"),
                  .meaning = tr("Where the gateway runs."),
                  .onTheMesh = tr("The gateway's objects are made there. No client of the gateway may be in it.")},
         .undoText = tr("Change namespace of gateway %1")},
        {.pattern = u"spec.gateways[].service"_s,
         .help = {.title = tr("Service"),
                  .meaning = tr("The Kubernetes Service in front of the gateway's pods."),
                  .onTheMesh = tr("Sidecars send the traffic to this Service.")},
         .undoText = tr("Change Service of gateway %1")},
        {.pattern = u"spec.gateways[].selector"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Pod labels"),
                  .meaning = tr("The labels that select the gateway's pods."),
                  .onTheMesh = tr("Gateway objects and AuthorizationPolicies select the gateway by them. Two gateways "
                                  "whose labels can meet on one pod cannot be told apart.")},
         .undoText = tr("Change labels of gateway %1")},
        {.pattern = u"spec.gateways[].ports"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Ports of the Service"),
                  .meaning = tr("Number, target port (of the pods), protocol and name, as the Service has them. The "
                                "last column marks ports on which another Gateway serves plaintext."),
                  .onTheMesh = tr("Rules may use these ports. A name that begins with http2 or grpc makes the leg to "
                                  "the gateway HTTP/2. Target ports let AuthorizationPolicies name them, which spares "
                                  "a warning of Istio.")},
         .undoText = tr("Change ports of gateway %1")},
    };
}

QList<FieldSpec> MeshWords::hosts()
{
    return {
        {.pattern = u"spec.hosts"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("External hosts"),
                  .meaning = tr("What the mesh cannot know of a host: the addresses of a TCP host, and for a wildcard "
                                "the one host that answers for all names below it."),
                  .onTheMesh = tr("Addresses tell TCP hosts on one port apart. The gateway sends everything below a "
                                  "wildcard to the representative's addresses.")},
         .undoText = tr("Change hosts of Mesh %1")},
    };
}

} // namespace

QList<FieldSpec> meshFields()
{
    return MeshWords::facts() + MeshWords::gateways() + MeshWords::hosts();
}

FieldSpec meshField(const QString &pattern)
{
    return specIn(meshFields(), pattern);
}

} // namespace sallyport
