// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/policieslist.h"

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

const QString group = u"istio.alibabacloud.com"_s;

} // namespace

PoliciesJob::PoliciesJob(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

PoliciesJob::~PoliciesJob()
{
    m_call.cancel();
}

void PoliciesJob::start()
{
    m_call =
        m_client.discover({group}, this, [this](const Outcome<Discovery> &discovery) { takeDiscovery(discovery); });
}

void PoliciesJob::takeDiscovery(const Outcome<Discovery> &discovery)
{
    if (!discovery) {
        emit failed(discovery.error().toError(tr("The cluster could not be asked what it serves.")));
        return;
    }
    if (const Resource *resource = discovery->find(group, u"ASMEgressTrafficPolicy"_s, {u"v1"_s, u"v1beta1"_s}))
        return list(*resource, {});
    emit failed({.what = tr("The cluster has no ASMEgressTrafficPolicy"),
                 .where = {},
                 .unaffected = tr("Nothing on the cluster was changed."),
                 .next = tr("Open the context of an ASM control plane: that is where these policies are."),
                 .details = {}});
}

void PoliciesJob::list(const Resource &resource, const QString &namespaceName)
{
    ListQuery query;
    query.resource = resource;
    query.namespaceName = namespaceName;
    m_call = m_client.list(query, this, [this, resource, namespaceName](const Outcome<ObjectList> &objects) {
        if (objects)
            emit finished(objects->items);
        else if (objects.error().kind == KubeError::Kind::Forbidden && namespaceName.isEmpty())
            list(resource, u"istio-egress"_s);
        else
            emit failed(objects.error().toError(tr("The policies of the cluster could not be read.")));
    });
}

} // namespace sallyport::kube
