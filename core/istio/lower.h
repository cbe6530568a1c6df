// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/object.h"
#include "core/istio/objectspec.h"

#include <map>

namespace sallyport {

/// What lowering may look at besides the routes of one object.
struct LoweringInput {
    const Mesh &mesh;
    Names &names;
};

/// As the routes of an origin: every route of the object.
inline const std::vector<quint32> allRoutes;

/// An object's spec under construction: its routes, and the origins of its values.
class ObjectBuilder
{
public:
    ObjectBuilder(const LoweringInput &input, const ObjectSpec &object, const std::vector<EgressRoute> &table);

    const Mesh &mesh() const { return m_input.mesh; }
    Names &names() const { return m_input.names; }
    const ObjectSpec &object() const { return m_object; }
    /// The routes of the object; their positions are what from() takes.
    const std::vector<const EgressRoute *> &routes() const { return m_routes; }

    /// The mark of values that repeat this word of one route, or of several; what is inside such a value inherits it.
    quint32 from(OriginField field, quint32 route) { return from(field, std::vector<quint32>{route}); }
    quint32 from(OriginField field, std::vector<quint32> routes);

    Value spec = Value::map();

    std::shared_ptr<ObjectContent> finish(const QString &apiVersion) &&;

private:
    LoweringInput m_input;
    const ObjectSpec &m_object;
    std::vector<const EgressRoute *> m_routes;
    std::vector<Origin> m_origins;
};

/// The object's content: a pure function of its routes (without their origins) and the mesh.
std::shared_ptr<const ObjectContent> lower(const LoweringInput &input, const ObjectSpec &spec,
                                           const std::vector<EgressRoute> &table);

// One per kind, each in the file of its name; they fill builder.spec.
void lowerGuard(ObjectBuilder &builder);
void lowerGatewayServiceEntry(ObjectBuilder &builder);
void lowerUpgradeDestinationRule(ObjectBuilder &builder);
void lowerGatewayLeg(ObjectBuilder &builder);
void lowerL4GatewayLeg(ObjectBuilder &builder);
void lowerDoor(ObjectBuilder &builder);
void lowerWildcardDoor(ObjectBuilder &builder);
void lowerL4Gateway(ObjectBuilder &builder);
void lowerClientDestinationRule(ObjectBuilder &builder);
void lowerClientServiceEntry(ObjectBuilder &builder);
void lowerMeshLeg(ObjectBuilder &builder);

// Pieces that several kinds share.

/// The subsets of an upgraded host at its gateways. Its other HTTP routes name one as well, though it changes nothing: Istio's analyzers
/// take a route without a subset beside one with a subset for a mistake (IST0140).
inline const QString upgradedSubset = QStringLiteral("tls-origination");
inline const QString plainSubset = QStringLiteral("plain");

/// exportTo: ["."]: every object stays in its namespace.
void addExportTo(Value &spec);
/// {key: value} for each label.
Value labelMap(const Labels &labels);
/// {host, port: {number}, subset?}
Value destination(const QString &host, int port, const QString &subset = {});
/// [{destination}]: the `route` of a VirtualService's route.
Value singleRoute(Value destination);

/// The labels of everything we generate: managed-by and the mesh's name.
void addOwnLabels(Value &metadata, const Mesh &mesh);

/// Ports of a ServiceEntry under construction: number -> what stands there.
struct ServicePort {
    QString protocol;
    int targetPort = 0; ///< 0 = as the number.
    std::vector<quint32> routes;
};
Value servicePorts(ObjectBuilder &builder, const std::map<int, ServicePort> &ports);
/// Of two HTTP protocols on one port: HTTP2 where they differ (HTTP2 beside GRPC; other mixes are conflicts).
QString mergedHttp(const QString &present, const QString &further);

} // namespace sallyport
