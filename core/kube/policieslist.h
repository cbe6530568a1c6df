// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"

#include <QObject>

namespace sallyport::kube {

/// Lists the ASMEgressTrafficPolicies of a cluster; those of the namespace istio-egress, where ASM has them, for whom may not list all.
class PoliciesJob : public QObject
{
    Q_OBJECT

public:
    explicit PoliciesJob(Client &client, QObject *parent = nullptr);
    ~PoliciesJob() override;

    void start();

signals:
    void finished(const std::vector<sallyport::Value> &policies); ///< Whole objects.
    void failed(const sallyport::Error &error); ///< Also where the cluster does not know the kind.

private:
    void takeDiscovery(const Outcome<Discovery> &discovery);
    void list(const Resource &resource, const QString &namespaceName);

    Client &m_client;
    Call m_call;
};

} // namespace sallyport::kube
