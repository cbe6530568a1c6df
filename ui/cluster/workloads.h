// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/call.h"
#include "core/policy/policy.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace sallyport {

namespace kube {
struct Resource;
}

class ClusterLink;

/// Names that the open cluster knows: its namespaces, and the labels of the pods in them. What may not be listed is not known, and no
/// failure: names are free text everywhere. Asks only for what somebody looks at.
class Workloads : public QObject
{
    Q_OBJECT
public:
    /// The link must outlive it.
    explicit Workloads(ClusterLink *link, QObject *parent = nullptr);
    ~Workloads() override;

    QStringList namespaces(); ///< Empty until they are known.
    QStringList labelKeys(const QString &namespaceName);
    QStringList labelValues(const QString &namespaceName, const QString &key);
    /// How many pods of the namespace have all of these labels; nothing where that is not known (yet).
    std::optional<int> matching(const QString &namespaceName, const Labels &labels);
    QString context() const; ///< Empty where none is open.

signals:
    void changed();

private:
    struct Pods {
        std::optional<QList<Labels>> labels; ///< Absent = not known.
        qint64 asked = 0; ///< Milliseconds since the epoch.
        kube::Call call;
    };

    void forget();
    void askForNamespaces();
    const std::optional<QList<Labels>> &pods(const QString &namespaceName);
    void askForPods(const QString &namespaceName);

    ClusterLink *m_link;
    bool m_namespacesAsked = false;
    QStringList m_namespaces;
    kube::Call m_call;
    QHash<QString, Pods> m_pods;
    QString m_wanted; ///< The namespace that was looked at last.
    QTimer m_delay; ///< A name that is being typed is not asked for at each letter.
};

} // namespace sallyport
