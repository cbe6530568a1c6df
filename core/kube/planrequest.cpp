// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/planrequest.h"

#include "core/istio/compile.h"
#include "core/istio/export.h"
#include "core/yaml/document.h"

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

/// The namespaces where gateways of the Mesh or of a policy are.
GatewayNamespaces gatewayNamespaces(const Workspace &workspace, const Mesh &mesh)
{
    GatewayNamespaces namespaces;
    for (const QString &name : gatewaysOf(workspace, mesh))
        namespaces.insert(mesh.gateway(name).namespaceName);
    for (const MeshGateway &gateway : mesh.gateways)
        namespaces.insert(gateway.namespaceName);
    if (namespaces.isEmpty())
        namespaces.insert(assumedGateway(u"any"_s).namespaceName);
    return namespaces;
}

/// Policies, and the AuthorizationPolicies of the gateways, as an export writes them.
void addAsmObjects(PlanRequest &request, const Workspace &workspace)
{
    const Export exported = exportOf(workspace, ExportTarget::Asm);
    request.partial = exported.isPartial();
    request.findings = exported.findings;
    for (const ExportFile &file : exported.files) {
        for (const auto &document : yaml::parse(file.bytes).documents) {
            Value object = yaml::toValue(document->root);
            if (object[u"metadata"].isMap())
                request.wanted.push_back(manifestOf(std::move(object)));
        }
    }
}

void addIstioObjects(PlanRequest &request, const Workspace &workspace)
{
    const Compilation compilation = compile(workspace);
    request.partial = compilation.hasErrors();
    request.findings = compilation.findings;
    for (const Object &object : compilation.objects)
        request.wanted.push_back(manifestOf(object));
}

} // namespace

PlanRequest planRequest(const Workspace &workspace, Target target)
{
    Workspace input = workspace;
    input.target = target;
    PlanRequest request;
    request.target = target;
    const Mesh mesh = meshOf(input);
    request.mesh = mesh.name;
    request.gateways = gatewayNamespaces(input, mesh);
    request.gatewayNames = gatewaysOf(input, mesh);
    if (target == Target::Asm)
        addAsmObjects(request, input);
    else
        addIstioObjects(request, input);
    return request;
}

PlanRequest deletionRequest(const Workspace &workspace, Target target)
{
    PlanRequest request = planRequest(workspace, target);
    request.wanted.clear();
    request.partial = false;
    request.prune = Prune::All;
    return request;
}

} // namespace sallyport::kube
