// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/clusterlink.h"

#include <utility>

namespace sallyport {

/// Destroyed from its end: what asks, the client, the transport.
struct ClusterLink::Connection {
    std::unique_ptr<kube::Transport> transport;
    std::unique_ptr<kube::Client> client;
    std::unique_ptr<QObject> asking; ///< The context of the first questions.
};

ClusterLink::ClusterLink(ClusterServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
}

ClusterLink::~ClusterLink() = default;

kube::Client *ClusterLink::client() const
{
    return m_connection ? m_connection->client.get() : nullptr;
}

void ClusterLink::open(const QString &context)
{
    close();
    m_context = context;
    Result<std::unique_ptr<kube::Transport>> transport =
        m_services.open(context, [this](std::chrono::milliseconds time) { emit waiting(time); });
    if (!transport)
        return fail(transport.error());
    m_connection = std::make_shared<Connection>();
    m_connection->transport = std::move(*transport);
    m_connection->client = std::make_unique<kube::Client>(*m_connection->transport);
    m_connection->asking = std::make_unique<QObject>();
    m_state = State::Opening;
    m_isAsking = true;
    emit stateChanged();
    askVersion();
}

void ClusterLink::close()
{
    if (m_state == State::Closed)
        return;
    drop();
    m_context.clear();
    emit stateChanged();
    emit factsChanged();
}

void ClusterLink::refresh()
{
    if (m_state != State::Open || !m_facts)
        return;
    m_connection->asking = std::make_unique<QObject>();
    m_isAsking = true;
    emit stateChanged();
    askMesh(*m_facts);
}

void ClusterLink::cancel()
{
    if (m_state == State::Opening)
        return close();
    if (!m_isAsking)
        return;
    m_connection->asking = std::make_unique<QObject>();
    m_isAsking = false;
    emit stateChanged();
}

void ClusterLink::drop()
{
    emit closing();
    m_state = State::Closed;
    m_isAsking = false;
    m_facts.reset();
    // This may run inside a callback of the transport: it goes with the next turn of the event loop.
    QMetaObject::invokeMethod(
        this, [old = std::exchange(m_connection, {}), watching = std::exchange(m_watching, {})] {},
        Qt::QueuedConnection);
}

void ClusterLink::fail(const Error &error)
{
    if (m_connection)
        drop();
    m_context.clear();
    emit stateChanged();
    emit factsChanged();
    emit failed(error);
}

kube::Client *ClusterLink::watchClient()
{
    if (!m_watching && m_state == State::Open) {
        Result<std::unique_ptr<kube::Transport>> transport = m_services.open(m_context, {});
        if (!transport)
            return nullptr;
        m_watching = std::make_shared<Connection>();
        m_watching->transport = std::move(*transport);
        m_watching->client = std::make_unique<kube::Client>(*m_watching->transport);
    }
    return m_watching ? m_watching->client.get() : nullptr;
}

void ClusterLink::askVersion()
{
    client()->version(m_connection->asking.get(), [this](const kube::Outcome<kube::ServerVersion> &version) {
        if (version)
            askUser(*version);
        else
            fail(version.error().toError(tr("The cluster could not be opened."), m_context));
    });
}

void ClusterLink::askUser(kube::ServerVersion version)
{
    client()->userName(m_connection->asking.get(), [this, version](const kube::Outcome<QString> &name) {
        // servers before 1.28 do not tell, and some do not want to; but a token that is not accepted is the end
        if (!name && name.error().kind == kube::KubeError::Kind::Unauthorized)
            return fail(name.error().toError(tr("The cluster could not be opened."), m_context));
        askMesh({.version = version, .user = name ? *name : QString(), .mesh = {}});
    });
}

void ClusterLink::askMesh(ClusterFacts facts)
{
    auto *job = new kube::MeshFactsJob(*client(), QStringLiteral("istio-system"), m_connection->asking.get());
    connect(job, &kube::MeshFactsJob::finished, this, [this, facts](const kube::MeshFacts &mesh) mutable {
        facts.mesh = mesh;
        m_facts = facts;
        m_state = State::Open;
        m_isAsking = false;
        emit stateChanged();
        emit factsChanged();
    });
    connect(job, &kube::MeshFactsJob::failed, this, [this](Error error) {
        error.where = m_context;
        if (m_state != State::Open)
            return fail(error);
        m_isAsking = false; // what was known stays, and so does all that is under way
        emit stateChanged();
        emit failed(error);
    });
    job->start();
}

} // namespace sallyport
