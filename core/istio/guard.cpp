// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/lower.h"

#include <map>

namespace sallyport {

using namespace Qt::StringLiterals;

/// One DENY rule per client namespace: whoever is not of it cannot enter the L4 chains that carry its name. A rule per host would be
/// copied into every chain of the gateway; this one grows with namespaces only.
void lowerGuard(ObjectBuilder &builder)
{
    std::map<QString, std::vector<quint32>> namespaces;
    for (quint32 i = 0; i < builder.routes().size(); ++i)
        namespaces[builder.routes()[i]->clientNamespace].push_back(i);

    builder.spec.add(u"action"_s, u"DENY"_s);
    Value &rules = builder.spec.add(u"rules"_s, Value::list());
    for (const auto &[namespaceName, routes] : namespaces) {
        Value &rule = rules.append(Value::map().withOrigin(builder.from(OriginField::Namespace, routes)));
        Value &source = rule.add(u"from"_s, Value::list()).append(Value::map()).add(u"source"_s, Value::map());
        source.add(u"notNamespaces"_s, Value::list(QStringList{namespaceName}));
        Value &condition = rule.add(u"when"_s, Value::list()).append(Value::map());
        condition.add(u"key"_s, u"connection.sni"_s);
        condition.add(u"values"_s, Value::list(QStringList{"*."_L1 + namespaceName + ".l4.egress.internal"_L1}));
    }
    Value &selector = builder.spec.add(u"selector"_s, Value::map());
    selector.add(u"matchLabels"_s, labelMap(builder.mesh().gateway(builder.object().gateway).selector));
}

} // namespace sallyport
