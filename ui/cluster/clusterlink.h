// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"
#include "core/kube/meshfacts.h"
#include "ui/cluster/clusterservices.h"

#include <QObject>

#include <memory>

namespace sallyport {

/// What a cluster says of itself when it is opened.
struct ClusterFacts {
    kube::ServerVersion version;
    QString user; ///< As the server knows us; empty where it does not tell.
    kube::MeshFacts mesh;
};

/// The one context that is open: its client, and the first questions to it. Reads only.
class ClusterLink : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 { Closed, Opening, Open };

    explicit ClusterLink(ClusterServices services, QObject *parent = nullptr);
    ~ClusterLink() override;

    /// Closes the one that is open, and asks the server for its version, our name and the facts of its mesh.
    void open(const QString &context);
    void close();
    /// Asks for the facts again.
    void refresh();
    /// Ends what is asked: opening, or a refresh.
    void cancel();

    State state() const { return m_state; }
    bool isAsking() const { return m_isAsking; } ///< Opening, or refreshing.
    const QString &context() const { return m_context; } ///< Empty where none is open or being opened.
    kube::Client *client() const; ///< Null unless a context is open or being opened. Jobs must not outlive closing().
    /// A second client to the same context, for watches: each holds a connection. Null where it cannot be had.
    kube::Client *watchClient();
    const std::optional<ClusterFacts> &facts() const { return m_facts; }

signals:
    void closing(); ///< End what uses the client, now.
    void stateChanged();
    void factsChanged();
    void failed(const sallyport::Error &error); ///< It could not be opened, and is closed again; or not refreshed.
    void waiting(std::chrono::milliseconds time); ///< The server is busy.

private:
    struct Connection;

    void askVersion();
    void askUser(kube::ServerVersion version);
    void askMesh(ClusterFacts facts);
    void fail(const Error &error);
    void drop();
    std::unique_ptr<Connection> connection();

    ClusterServices m_services;
    State m_state = State::Closed;
    bool m_isAsking = false;
    QString m_context;
    std::optional<ClusterFacts> m_facts;
    std::shared_ptr<Connection> m_connection;
    std::shared_ptr<Connection> m_watching;
};

} // namespace sallyport
