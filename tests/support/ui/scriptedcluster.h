// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/kube/fakecluster.h"
#include "ui/cluster/clusterservices.h"

#include <QPointer>

namespace sallyport::test {

/// A cluster in memory as a window reaches it: with a version, gateways, namespaces and pods, with watches, and with requests that can
/// be made to fail, to hang or to come late. All its contexts lead to the same cluster. It must outlive the windows.
class ScriptedCluster
{
public:
    ScriptedCluster();

    /// What happens to a request instead of, or before, the usual.
    struct Reply {
        std::optional<kube::Answer> answer; ///< Comes instead.
        bool hangs = false; ///< Nothing ever comes.
        std::chrono::milliseconds after{0}; ///< The usual answer, or `answer`, comes late.
    };

    ClusterServices services();

    FakeCluster cluster;
    std::function<std::optional<Reply>(const kube::Request &request)> script; ///< Nothing = the usual.
    QList<kube::Request> requests; ///< All that came.
    int opened = 0; ///< Transports that were made.
    Result<kube::Kubeconfig> config; ///< Contexts prod-eu and test-eu with users that have tokens.
    QString historyFolder;
    std::map<QString, Value> extra; ///< Answers of reads that the cluster has nothing for, by the end of their path.

    /// Tells the watches of a kind: type is ADDED, MODIFIED or DELETED.
    void tell(const QString &plural, const QString &type, const Value &object);

    int streams() const; ///< Watches that stand.

    int count(const QByteArray &verb, const QByteArray &part) const; ///< Requests whose path holds the part.

private:
    class Road;
    struct Stream {
        QByteArray path;
        QPointer<QObject> context;
        std::function<void(const QByteArray &)> line;
        std::shared_ptr<bool> cancelled;
    };

    std::optional<kube::Response> ownAnswer(const kube::Request &request) const;

    std::vector<Stream> m_streams;
};

/// A kubeconfig whose text names these contexts, with secrets in every place that can hold one.
QByteArray kubeconfigText(const QStringList &contexts);
/// The secrets of that text: none of them may be seen anywhere.
QStringList plantedSecrets();

/// A Status answer, as an API server gives one.
kube::Response failure(int code, const QByteArray &reason, const QByteArray &message);
/// The connection breaks before anything is sent.
kube::Answer brokenConnection();

} // namespace sallyport::test
