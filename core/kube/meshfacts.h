// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/callqueue.h"
#include "core/kube/client.h"
#include "core/policy/mesh.h"

#include <QObject>

namespace sallyport::kube {

/// What a cluster says of its mesh.
struct MeshFacts {
    OutboundTrafficPolicy outboundTrafficPolicy = OutboundTrafficPolicy::Unknown;
    QString
        forwardClientCertDetails; ///< Of the mesh's default for gateways; empty = Istio's own default, SANITIZE_SET.
    QString istioVersion; ///< Empty where it cannot be told.
    QList<MeshGateway> gateways; ///< Egress gateways, by their Services.
    QStringList unknown; ///< What could not be read, in words.
};

/// From the objects: Services of all namespaces, the ConfigMap of istiod, its Pods.
QList<MeshGateway> egressGateways(const std::vector<Value> &services);
void readMeshConfig(MeshFacts &facts, const Value &configMap);
QString istioVersionOf(const std::vector<Value> &pods);

/// A Mesh document that says the same.
QByteArray meshDocument(const MeshFacts &facts, const QString &name);

/// What the facts change for a policy that was made with this Mesh, one sentence each: "Gateway egressgateway-a has no port 444."
QStringList contradictions(const MeshFacts &facts, const Mesh &mesh);

/// An ASMEgressTrafficPolicy of a cluster as the text of a document: without what only a server writes.
QByteArray policyDocument(const Value &object);

/// Asks a cluster for the facts of its mesh. What may not be read is unknown, and no failure.
class MeshFactsJob : public QObject
{
    Q_OBJECT

public:
    explicit MeshFactsJob(Client &client, QString istioNamespace = QStringLiteral("istio-system"),
                          QObject *parent = nullptr);

    void start();

signals:
    void finished(const sallyport::kube::MeshFacts &facts);
    void failed(const sallyport::Error &error);

private:
    CallQueue::Start listing(const Resource &resource, const QString &namespaceName, const QString &labels,
                             const QString &what, std::function<void(const std::vector<Value> &)> take);
    void note(const KubeError &error, const QString &what);

    Client &m_client;
    QString m_istioNamespace;
    MeshFacts m_facts;
    CallQueue m_queue;
};

} // namespace sallyport::kube
