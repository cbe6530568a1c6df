// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

/// The host as sidecars of a client namespace know it. Without endpoints its own cluster is a black hole: whatever no rule covers fails
/// closed, where a DNS ServiceEntry would let it out directly.
void lowerClientServiceEntry(ObjectBuilder &builder)
{
    std::map<int, ServicePort> ports;
    for (quint32 i = 0; i < builder.routes().size(); ++i) {
        const EgressRoute &route = *builder.routes()[i];
        ServicePort &port = ports[route.port];
        port.protocol = mergedHttp(port.protocol, info(route.protocol).istio);
        port.routes.push_back(i);
    }

    const MeshHost *known = builder.mesh().host(builder.object().host);
    if (known && !known->addresses.isEmpty())
        builder.spec.add(u"addresses"_s, Value::list(known->addresses))
            .withOrigin(builder.from(OriginField::Address, allRoutes));
    addExportTo(builder.spec);
    builder.spec.add(u"hosts"_s, Value::list(QStringList{builder.object().host}))
        .withOrigin(builder.from(OriginField::Host, allRoutes));
    builder.spec.add(u"location"_s, u"MESH_EXTERNAL"_s);
    builder.spec.add(u"ports"_s, servicePorts(builder, ports));
    builder.spec.add(u"resolution"_s, u"STATIC"_s);
}

} // namespace sallyport
