// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorizationwriter.h"

#include "core/policy/authorization.h"
#include "core/policy/authorizationview.h"
#include "core/policy/policywriter.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

Value oneItem(Value item)
{
    return Value::list(std::vector<Value>{std::move(item)});
}

Value condition(const QString &key, const QStringList &values)
{
    return oneItem(Value::map({{u"key"_s, u"connection.sni"_s}, {key, Value::list(values)}}));
}

void addTexts(Value &map, const QString &key, const QStringList &texts)
{
    if (!texts.isEmpty())
        map.add(key, Value::list(texts));
}

/// Both in one source would have to hold together; as two sources they add up.
Value sources(const AuthorizationIntent &intent)
{
    Value from = Value::list();
    if (!intent.namespaces.isEmpty())
        from.append(Value::map({{u"source"_s, Value::map({{u"namespaces"_s, Value::list(intent.namespaces)}})}}));
    QStringList principals;
    for (const QString &account : intent.serviceAccounts)
        principals.append(principalOf(account));
    if (!principals.isEmpty())
        from.append(Value::map({{u"source"_s, Value::map({{u"principals"_s, Value::list(principals)}})}}));
    return from;
}

QStringList withAndWithoutPort(const QStringList &hosts)
{
    QStringList both;
    for (const QString &host : hosts)
        both += {host, host + u":*"_s};
    return both;
}

/// One rule about requests to these exact hosts (or to any), under this condition on the server name.
Value requestRule(const AuthorizationIntent &intent, const QStringList &hosts, const Value &when)
{
    QStringList ports;
    for (int port : intent.httpTargetPorts)
        ports.append(QString::number(port));
    Value operation = Value::map();
    addTexts(operation, u"hosts"_s, withAndWithoutPort(hosts));
    addTexts(operation, u"methods"_s, intent.methods);
    addTexts(operation, u"paths"_s, intent.paths);
    addTexts(operation, u"ports"_s, ports);
    Value rule = Value::map();
    if (Value from = sources(intent); !from.isEmpty())
        rule.add(u"from"_s, std::move(from));
    if (!operation.isEmpty())
        rule.add(u"to"_s, oneItem(Value::map({{u"operation"_s, std::move(operation)}})));
    rule.add(u"when"_s, when);
    return rule;
}

} // namespace

Value safeRules(const AuthorizationIntent &intent, const std::function<QString(const QString &)> &wildcardDoor)
{
    Value rules = Value::list();
    const bool isAboutRequests = !intent.hosts.isEmpty() || !intent.methods.isEmpty() || !intent.paths.isEmpty();
    if (!isAboutRequests) {
        // Sources mean the same on every connection: nothing to keep off.
        Value rule = Value::map();
        if (Value from = sources(intent); !from.isEmpty())
            rule.add(u"from"_s, std::move(from));
        rules.append(std::move(rule));
        return rules;
    }
    QStringList exact;
    for (const QString &host : intent.hosts) {
        if (isWildcard(host))
            rules.append(requestRule(intent, {}, condition(u"values"_s, {wildcardDoor(host), host})));
        else
            exact.append(host);
    }
    if (!exact.isEmpty() || intent.hosts.isEmpty())
        rules.append(requestRule(intent, exact, condition(u"notValues"_s, {everyL4Sni()})));
    if (intent.action == "ALLOW"_L1)
        rules.append(Value::map({{u"when"_s, condition(u"values"_s, {everyL4Sni()})}}));
    return rules;
}

Value authorizationDocument(const QString &name, const MeshGateway &gateway, const Mesh &mesh, const QString &action,
                            const Value &rules)
{
    return Value::map({
        {u"apiVersion"_s, mesh.istioIsOlderThan(1, 22) ? u"security.istio.io/v1beta1"_s : u"security.istio.io/v1"_s},
        {u"kind"_s, u"AuthorizationPolicy"_s},
        {u"metadata"_s, Value::map({{u"name"_s, name}, {u"namespace"_s, gateway.namespaceName}})},
        {u"spec"_s,
         Value::map({
             {u"selector"_s, Value::map({{u"matchLabels"_s, toValue(gateway.selector)}})},
             {u"action"_s, action},
             {u"rules"_s, rules},
         })},
    });
}

} // namespace sallyport
