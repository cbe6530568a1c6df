// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// sni and subjectAltNames both, or neither: with sni alone Istio checks the chain, but not the name. A wildcard has no one name; Envoy
/// then takes it from the request, and checks it.
Value upgradeTls(const QString &host)
{
    Value tls = Value::map();
    tls.add(u"caCertificates"_s, u"system"_s);
    tls.add(u"mode"_s, u"SIMPLE"_s);
    if (!isWildcard(host)) {
        tls.add(u"sni"_s, host);
        tls.add(u"subjectAltNames"_s, Value::list(QStringList{host}));
    }
    return tls;
}

} // namespace

/// TLS to the host, in a subset: the host's other routes through the same gateway stay as the application speaks.
void lowerUpgradeDestinationRule(ObjectBuilder &builder)
{
    std::map<int, std::vector<quint32>> ports;
    for (quint32 i = 0; i < builder.routes().size(); ++i)
        ports[builder.routes()[i]->upgradePort].push_back(i);

    addExportTo(builder.spec);
    builder.spec.add(u"host"_s, builder.object().host).withOrigin(builder.from(OriginField::Host, allRoutes));
    Value &subsets = builder.spec.add(u"subsets"_s, Value::list());
    if (builder.object().upgradedAndPlain)
        subsets.append(Value::map()).add(u"name"_s, plainSubset);
    Value &subset = subsets.append(Value::map());
    subset.add(u"name"_s, upgradedSubset);
    Value &settings = subset.add(u"trafficPolicy"_s, Value::map()).add(u"portLevelSettings"_s, Value::list());
    for (const auto &[number, routes] : ports) {
        Value &setting = settings.append(Value::map().withOrigin(builder.from(OriginField::Upgrade, routes)));
        setting.add(u"port"_s, Value::map()).add(u"number"_s, number);
        setting.add(u"tls"_s, upgradeTls(builder.object().host));
    }
}

} // namespace sallyport
