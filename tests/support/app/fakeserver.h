// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/kube/fakecluster.h"

#include <QThread>

namespace sallyport::test {

/// A cluster in memory behind plain HTTP on loopback, in a thread of its own: for the real program as a client.
/// Touch `cluster` only while no program is talking to it.
class FakeServer
{
public:
    FakeServer();
    ~FakeServer();

    /// A kubeconfig whose context "test" is this server.
    QByteArray kubeconfig() const;

    FakeCluster cluster;

private:
    void listen();

    QThread m_thread;
    QObject m_context; ///< Lives in the thread, with the server and its connections.
    quint16 m_port = 0;
};

} // namespace sallyport::test
