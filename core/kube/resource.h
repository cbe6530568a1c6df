// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace sallyport::kube {

/// A kind of object as the server serves it: /apis/<group>/<version>/…/<plural>.
struct Resource {
    QString group; ///< Empty for the core group.
    QString version;
    QString plural; ///< "serviceentries"
    QString kind; ///< "ServiceEntry"
    bool namespaced = true;
    QStringList verbs; ///< What the server can do with it; empty where nobody asked.

    QString apiVersion() const { return group.isEmpty() ? version : group + QLatin1Char('/') + version; }
    bool operator==(const Resource &) const = default;
};

/// Path of one object, or of all of the kind where `name` is empty: in one namespace, or in all where `namespaceName` is empty.
QByteArray resourcePath(const Resource &resource, const QString &namespaceName, const QString &name = {});

/// What a server serves of the groups that it was asked about.
struct Discovery {
    struct Version {
        QString version;
        std::vector<Resource> resources; ///< Without subresources.
        QStringList subresources; ///< "pods/exec"
        bool stale = false; ///< The server could not ask the part that serves it: what is listed may be old.
    };
    struct Group {
        QString name;
        std::vector<Version> versions; ///< The preferred one first.
    };
    std::vector<Group> groups; ///< Only those that exist.

    const Group *group(const QString &name) const;
    /// The resource of that kind in the first of `versions` that serves it (the server's order where that is empty), or null.
    const Resource *find(const QString &group, const QString &kind, const QStringList &versions = {}) const;
};

} // namespace sallyport::kube
