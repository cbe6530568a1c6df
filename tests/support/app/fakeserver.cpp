// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/app/fakeserver.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace sallyport::test {

namespace {

/// Reads requests from a connection and answers each from the cluster.
class Connection : public QObject
{
public:
    Connection(QTcpSocket *socket, FakeCluster &cluster, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_cluster(cluster)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this] {
            m_input += m_socket->readAll();
            takeRequests();
        });
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

private:
    void takeRequests()
    {
        for (;;) {
            const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
            if (headEnd < 0)
                return;
            const QByteArrayList lines = m_input.left(headEnd).split('\n');
            qsizetype length = 0;
            for (const QByteArray &line : lines) {
                if (line.toLower().startsWith("content-length:"))
                    length = line.mid(15).trimmed().toInt();
            }
            if (m_input.size() < headEnd + 4 + length)
                return;
            kube::Request request;
            request.verb = lines.first().split(' ').value(0);
            request.path = lines.first().split(' ').value(1);
            request.body = m_input.mid(headEnd + 4, length);
            m_input.remove(0, headEnd + 4 + length);
            m_cluster.send(request, this, [this](const kube::Answer &answer) { reply(answer); });
        }
    }

    void reply(const kube::Answer &answer)
    {
        const auto *response = std::get_if<kube::Response>(&answer);
        if (!response) {
            m_socket->abort();
            return;
        }
        QByteArray text = "HTTP/1.1 " + QByteArray::number(response->status) + " x\r\n";
        for (const kube::Header &header : response->headers)
            text += header.name + ": " + header.value + "\r\n";
        text += "Content-Length: " + QByteArray::number(response->body.size()) + "\r\n\r\n" + response->body;
        m_socket->write(text);
    }

    QTcpSocket *m_socket;
    FakeCluster &m_cluster;
    QByteArray m_input;
};

} // namespace

FakeServer::FakeServer()
{
    m_context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_context, [this] { listen(); }, Qt::BlockingQueuedConnection);
}

FakeServer::~FakeServer()
{
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            const QObjectList children = m_context.children();
            qDeleteAll(children);
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void FakeServer::listen()
{
    auto *server = new QTcpServer(&m_context);
    QObject::connect(server, &QTcpServer::newConnection, &m_context, [this, server] {
        while (QTcpSocket *socket = server->nextPendingConnection())
            new Connection(socket, cluster, &m_context);
    });
    if (server->listen(QHostAddress::LocalHost))
        m_port = server->serverPort();
}

QByteArray FakeServer::kubeconfig() const
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: test\n"
           "contexts:\n- {name: test, context: {cluster: test, user: test}}\n"
           "clusters:\n- {name: test, cluster: {server: 'http://127.0.0.1:"
        + QByteArray::number(m_port) + "'}}\nusers:\n- {name: test, user: {token: planted-secret}}\n";
}

} // namespace sallyport::test
