// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/resource.h"
#include "core/result.h"
#include "core/value.h"

#include <QSet>
#include <QString>

namespace sallyport::kube {

/// The objects of one mesh on one cluster as a set with a name (KEP-3659): a ConfigMap says which kinds and namespaces its members are
/// in, and each member carries the set's id as a label. So any tool can tell whose an object is, and kubectl leaves it alone.
struct ApplySet {
    QString name; ///< sallyport-<mesh>
    QString namespaceName;
    QSet<QString> groupKinds; ///< "ServiceEntry.networking.istio.io"
    QSet<QString> namespaces; ///< All of its members', the parent's own included where it has some.

    QString id() const;
    bool operator==(const ApplySet &) const = default;
};

inline const QString partOfLabel = QStringLiteral("applyset.kubernetes.io/part-of");
inline const QString meshLabel = QStringLiteral("sallyport.dev/mesh");

/// How every server serves the parents.
inline const Resource configMapResource = {
    {}, QStringLiteral("v1"), QStringLiteral("configmaps"), QStringLiteral("ConfigMap"), true, {}};

/// The parent of a set as it is applied.
Value parentObject(const ApplySet &set, const QString &mesh);

/// What a live parent says of its members. Error where it is another tool's, or not of this set.
Result<ApplySet> readParent(const Value &object);

} // namespace sallyport::kube
