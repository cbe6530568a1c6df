// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/authorizations.h"

#include "core/istio/lower.h"
#include "core/yaml/write.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The annotation of suppressions is a note to ourselves; a cluster never sees it.
void removeSuppressions(Value &metadata)
{
    Value *annotations = metadata.find(u"annotations");
    if (!annotations || !annotations->isMap())
        return;
    annotations->remove(u"sallyport.dev/suppress");
    if (annotations->isEmpty())
        metadata.remove(u"annotations");
}

std::shared_ptr<const ObjectContent> asOurs(const AuthorizationPolicy &policy, const Mesh &mesh)
{
    auto content = std::make_shared<ObjectContent>();
    content->ref = {policy.apiVersion, u"AuthorizationPolicy"_s, policy.namespaceName, policy.name};
    content->value = policy.raw;
    content->value.remove(u"status");
    if (Value *metadata = content->value.find(u"metadata")) {
        removeSuppressions(*metadata);
        addOwnLabels(*metadata, mesh);
    }
    content->origins = {Origin{OriginField::Document, {}}};
    yaml::write(content->value, content->yaml, &content->lineOrigins);
    return content;
}

} // namespace

std::vector<Object> authorizationObjects(const Workspace &workspace, const Mesh &mesh)
{
    std::vector<Object> objects;
    for (DocumentId id : gatewayAuthorizations(workspace)) {
        const DocumentReading &reading = workspace.reading(id.file, id.document);
        const AuthorizationPolicy *policy = reading.authorization();
        if (policy && reading.defects.isEmpty())
            objects.push_back({asOurs(*policy, mesh), {}, id});
    }
    return objects;
}

} // namespace sallyport
