// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/manifest.h"
#include "core/policy/policy.h"

#include <map>
#include <optional>

namespace sallyport::test {

enum class Speech : quint8 { Http, Tls, Tcp };

/// What a workload asks its sidecar for, by name.
struct MeshRequest {
    QString namespaceName;
    Labels labels;
    QString host;
    int port = 0;
    Speech speech = Speech::Http;
    QString toString() const;
};

/// What somebody with a mesh certificate of a namespace asks a gateway for, past all sidecars.
struct DirectRequest {
    QString namespaceName;
    QString gatewayNamespace;
    Labels gatewayLabels;
    int gatewayPort = 0;
    QString sni;
    QString host; ///< Of the HTTP request, where the SNI is a door's.
    QString toString() const;
};

/// What a set of Istio objects lets through: a model written from Istio's documentation, independent of the code that makes the objects.
/// Small on purpose: the shapes that egress takes, and nothing else. The answers say where a request ends, "" = nowhere.
class MeshModel
{
public:
    explicit MeshModel(const kube::ManifestSet &objects);

    QString direct(const DirectRequest &request) const;

    /// With the sidecar as this state says and the gateway as another one does.
    QString reach(const MeshRequest &request, const MeshModel &gatewayState,
                  const QHash<QString, std::pair<QString, Labels>> &gateways) const;

    /// Which gateway, port and SNI a sidecar sends a request to; empty = none.
    QString leg(const MeshRequest &request) const;

    /// Ports and first hosts of all servers of Gateways: what an SNI can be.
    std::vector<std::pair<int, QString>> serverNames() const;

private:
    struct Hop {
        QString service;
        int port = 0;
        QString sni;
    };
    std::optional<Hop> sidecar(const MeshRequest &request) const;
    std::optional<QString> sniOf(const QString &namespaceName, const Value &destination) const;
    QString exit(const QString &gatewayNamespace, const Value &destination, Speech speech) const;
    QString passThrough(const QString &gateway, const DirectRequest &request) const;
    QString throughDoor(const QString &gateway, const Value &server, const DirectRequest &request) const;
    bool isDenied(const DirectRequest &request) const;
    std::vector<const Value *> of(const QString &kind, const QString &namespaceName) const;

    QHash<std::pair<QString, QString>, std::vector<std::shared_ptr<const Value>>>
        m_objects; ///< kind, namespace -> specs
    std::map<QString, std::shared_ptr<const Value>> m_gateways; ///< namespace/name -> spec
};

} // namespace sallyport::test
