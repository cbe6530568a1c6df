// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"
#include "core/value.h"

#include <QString>

#include <memory>
#include <vector>

namespace sallyport {

/// Names an object on a cluster.
struct ObjectRef {
    QString apiVersion, kind, namespaceName, name;
    bool operator==(const ObjectRef &) const = default;
    QString toString() const; ///< "ServiceEntry mytest/egp-…"
};

/// Which of a route's words a generated value repeats.
enum class OriginField : quint8 {
    Route, ///< The route as a whole: it is there because the route is.
    Namespace,
    Selector,
    Host,
    PortNumber,
    Protocol,
    TargetPort,
    Gateway,
    GatewayPort,
    Upgrade,
    Address, ///< The Mesh's addresses or representative of the host.
    MeshGateway, ///< The Mesh's facts about the gateway.
    Document, ///< A document taken over as it is (AuthorizationPolicy).
};

/// Where a generated value came from: the routes that made it, as positions in Object::routes, and which of their words.
struct Origin {
    OriginField field = OriginField::Route;
    std::vector<quint32> routes; ///< Empty = all of the object's routes.
    bool operator==(const Origin &) const = default;
};

/// A generated object's content, a pure function of the routes (without their origins) it was lowered from; shared by caches.
struct ObjectContent {
    ObjectRef ref;
    Value value;
    std::vector<Origin> origins; ///< Value::origin() indexes this; [0] is {Route, all}.
    QByteArray yaml; ///< Canonical text, without separator.
    std::vector<quint32> lineOrigins; ///< One index into origins per line of yaml.
};

/// One generated object with the routes that made it.
struct Object {
    std::shared_ptr<const ObjectContent> content;
    std::vector<quint32> routes; ///< Indices into RouteTable::routes.
    DocumentId document; ///< Of an AuthorizationPolicy taken over from the workspace; else invalid.
};

} // namespace sallyport
