// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"
#include "core/kube/difference.h"
#include "core/kube/manifest.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace sallyport::kube {

/// Somebody else changed an object of ours.
struct Drift {
    enum class What : quint8 { Changed, Deleted, Appeared };
    ObjectRef ref;
    What what = What::Changed;
    QString manager; ///< Who wrote last; empty where that is not known (a deletion).
    QString time; ///< RFC 3339, by the server's clock; empty where not known.
    QList<FieldChange> changes;

    QString toString() const; ///< One sentence: "kubectl-edit changed spec.hosts of ServiceEntry mytest/a at …"
};

/// What happened between two states of one object; nothing where only the server's own fields differ, or where we wrote it ourselves.
std::optional<Drift> driftBetween(const Value *before, const Value *after);

/// Watches the objects of a mesh for changes that are not ours, from start() until it is deleted. Goes on by itself after broken
/// connections; `failed` means that it has given up.
class DriftWatch : public QObject
{
    Q_OBJECT

public:
    /// `client` should be one for watches alone: each kind holds a connection.
    DriftWatch(Client &client, std::vector<Resource> resources, QString mesh, QObject *parent = nullptr);
    ~DriftWatch() override;

    void start();

signals:
    void drifted(const sallyport::kube::Drift &drift);
    void failed(const sallyport::Error &error);

private:
    /// One kind.
    struct Stream {
        Resource resource;
        std::map<ObjectKey, Value> known;
        bool listedBefore = false;
        int failures = 0; ///< In a row.
        Call call;
        QTimer timer;
    };

    void list(Stream &stream);
    void takeList(Stream &stream, const ObjectList &list);
    void watch(Stream &stream, const QString &resourceVersion);
    void takeEvent(Stream &stream, const WatchEvent &event);
    void again(Stream &stream, const KubeError &error);
    void report(const Value *before, const Value *after);

    Client &m_client;
    QString m_mesh;
    std::vector<std::unique_ptr<Stream>> m_streams;
};

} // namespace sallyport::kube
