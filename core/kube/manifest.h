// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/object.h"
#include "core/value.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <tuple>
#include <vector>

namespace sallyport::kube {

/// Names an object of one cluster in whatever version it is written.
struct ObjectKey {
    QString kind, namespaceName, name;
    bool operator==(const ObjectKey &) const = default;
    bool operator<(const ObjectKey &other) const
    {
        return std::tie(kind, namespaceName, name) < std::tie(other.kind, other.namespaceName, other.name);
    }
    QString toString() const { return kind + u'/' + namespaceName + u'/' + name; }
};

size_t qHash(const ObjectKey &key, size_t seed = 0);

/// One object as it is written to a cluster, or as a cluster has it: apiVersion, kind, metadata and the rest. Shared, never changed.
struct Manifest {
    ObjectRef ref;
    std::shared_ptr<const Value> value;

    ObjectKey key() const { return {ref.kind, ref.namespaceName, ref.name}; }
    const Value &metadata() const { return (*value)[u"metadata"]; }
    const Value &spec() const { return (*value)[u"spec"]; }
};

/// A manifest of a whole object; its reference is read from the object.
Manifest manifestOf(Value object);
Manifest manifestOf(const Object &object);

using ManifestSet = std::vector<Manifest>;

/// The objects by key; pointers into the set.
QHash<ObjectKey, const Manifest *> byKey(const ManifestSet &set);

/// An object without what only a server writes: status, and all metadata but name, namespace, labels and annotations.
Value withoutServerFields(const Value &object);

/// True where `present` has the wanted labels and annotations and, apart from metadata and status, equals `wanted`.
bool carries(const Value &present, const Value &wanted);

/// Which side of a mesh's egress an object stands on: the namespaces of gateways, or those of their clients.
enum class Side : quint8 { Gateway, Client };

/// The namespaces of gateways. No client namespace is one of them (a conflict of the policy).
using GatewayNamespaces = QSet<QString>;

inline Side sideOf(const ObjectRef &ref, const GatewayNamespaces &gateways)
{
    return gateways.contains(ref.namespaceName) ? Side::Gateway : Side::Client;
}

} // namespace sallyport::kube
