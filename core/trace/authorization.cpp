// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/httproutes.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

using Test = std::function<Maybe(const QString &)>;

/// One field of a rule: any of the values, and none of the others.
Maybe holds(const Value &values, const Value &notValues, const Test &test)
{
    const auto any = [&](const Value &list) {
        Maybe result = false;
        for (const Member &item : list.members())
            result = either(result, test(item.value.text()));
        return result;
    };
    const Maybe positive = values.isEmpty() ? Maybe(true) : any(values);
    return notValues.isEmpty() ? positive : both(positive, inverted(any(notValues)));
}

/// A path template as an expression: {*} stands for one segment of a path, {**} for any number of them.
QString templateExpression(const QString &value)
{
    const QString character = u"a-zA-Z0-9\\-._~%!$&'()+,;:@"_s;
    QString expression = QRegularExpression::escape(value);
    expression.replace(QRegularExpression::escape(u"{**}"_s), u'[' + character + "/]*"_L1);
    return expression.replace(QRegularExpression::escape(u"{*}"_s), u'[' + character + "]+"_L1);
}

/// Evaluates AuthorizationPolicies for one connection or request at a gateway.
class Authorization
{
public:
    Authorization(Run &run, const Proxy &gateway, int port, const ProxyLeg &leg, bool asHttp)
        : m_run(run)
        , m_gateway(gateway)
        , m_leg(leg)
        , m_asHttp(asHttp)
        , m_hop{gateway, TraceStage::Authorization, asHttp}
        , m_view{m_hop, port, {}, {}}
    {
        const WorkloadPort *known = run.world.workloads[size_t(gateway.workload)].port(port);
        m_targetPort = known ? known->target : std::nullopt;
        const QString account = run.request.serviceAccount.isEmpty() ? u"default"_s : run.request.serviceAccount;
        if (leg.security == ProxyLeg::Security::IstioMutual)
            m_identity = "cluster.local/ns/"_L1 + run.request.namespaceName + "/sa/"_L1 + account;
    }

    std::optional<Outcome> decide();

private:
    struct Rule {
        int object = -1;
        int index = -1;
        Maybe matches = false;
    };

    void checkTokens();
    std::vector<int> policies(QLatin1StringView action);
    /// Rules of a policy that a connection can meet. HTTP-only fields of a rule on a TCP chain: dropped, or the rule with them.
    std::vector<Rule> rulesOf(int object, bool dropsHttpFields);
    Maybe matches(const Value &rule, int object, bool &isHttpOnly);
    Maybe matchesSource(const Value &source, int object, bool &isHttpOnly);
    Maybe matchesOperation(const Value &operation, bool &isHttpOnly);
    Maybe matchesCondition(const Value &condition, int object, bool &isHttpOnly, bool &isKnownKey);
    Maybe httpField(const Value &values, const Value &notValues, bool &isHttpOnly, const Test &test);
    std::optional<Test> testOf(const QString &key, int object);

    Maybe isNamespace(const QString &value);
    Maybe isServiceAccount(const QString &value, const QString &home);
    Maybe isPrincipal(const QString &value);
    Maybe isTrustDomain(const QString &value);
    static Maybe isInBlock(const QString &value);
    Maybe isPort(const QString &value);
    Maybe isPath(const QString &value);

    bool isTrue(const Rule &rule);
    std::optional<Outcome> denial(const TraceField &field, const QString &text);

    Run &m_run;
    const Proxy &m_gateway;
    const ProxyLeg &m_leg;
    bool m_asHttp;
    Hop m_hop;
    HttpView m_view;
    std::optional<int> m_targetPort;
    QString m_identity; ///< Without spiffe://; empty = the client has none.
    bool m_hasToken = false;
};

Maybe Authorization::isNamespace(const QString &value)
{
    if (m_identity.isEmpty())
        return false;
    QStringList literals = value.split(u'*');
    for (QString &literal : literals)
        literal = QRegularExpression::escape(literal);
    return m_run.cache.expressions.matches(".*/ns/"_L1 + literals.join(".*"_L1) + "/.*"_L1,
                                           "spiffe://"_L1 + m_identity);
}

Maybe Authorization::isServiceAccount(const QString &value, const QString &home)
{
    if (m_identity.isEmpty())
        return false;
    const QString account = value.contains(u'/') ? value : home + u'/' + value;
    return m_identity.mid(m_identity.indexOf(u'/'))
        == "/ns/"_L1 + account.section(u'/', 0, 0) + "/sa/"_L1 + account.section(u'/', 1);
}

Maybe Authorization::isPrincipal(const QString &value)
{
    if (m_identity.isEmpty())
        return false;
    const Maybe result = matchesValue(value, {true, true, m_identity});
    // The mesh may have another trust domain than the usual one.
    const bool isElsewhere = !value.startsWith(u'*') && !value.startsWith("cluster.local"_L1) && value.contains(u'/');
    if (isElsewhere
        && matchesValue("cluster.local"_L1 + value.mid(value.indexOf(u'/')), {true, true, m_identity}).value_or(true))
        return std::nullopt;
    return result;
}

Maybe Authorization::isTrustDomain(const QString &value)
{
    if (m_identity.isEmpty())
        return false;
    return value == "*"_L1 || value == "cluster.local"_L1 ? Maybe(true) : std::nullopt;
}

Maybe Authorization::isInBlock(const QString &value)
{
    return value == "0.0.0.0/0"_L1 ? Maybe(true) : std::nullopt; // nobody knows the pod's address beforehand
}

Maybe Authorization::isPort(const QString &value)
{
    return m_targetPort ? Maybe(value == QString::number(*m_targetPort)) : std::nullopt;
}

Maybe Authorization::isPath(const QString &value)
{
    if (value == "*"_L1)
        return true;
    const std::optional<QString> &path = m_run.flow.path;
    const bool isPlain =
        path && !path->contains("//"_L1) && !path->contains("/."_L1) && !path->contains(u'%') && !path->contains(u'\\');
    if (!isPlain)
        return std::nullopt;
    if (value.contains(u'{'))
        return m_run.cache.expressions.matches(templateExpression(value), *path);
    return matchesValue(value, {true, true, *path});
}

Maybe Authorization::httpField(const Value &values, const Value &notValues, bool &isHttpOnly, const Test &test)
{
    if (values.isEmpty() && notValues.isEmpty())
        return true;
    if (!m_asHttp) {
        isHttpOnly = true;
        return true;
    }
    return holds(values, notValues, test);
}

Maybe Authorization::matchesSource(const Value &source, int object, bool &isHttpOnly)
{
    const QString &home = m_run.ref(object).namespaceName;
    Maybe result =
        holds(source[u"namespaces"], source[u"notNamespaces"], [&](const QString &v) { return isNamespace(v); });
    result =
        both(result,
             holds(source[u"principals"], source[u"notPrincipals"], [&](const QString &v) { return isPrincipal(v); }));
    result = both(result, holds(source[u"serviceAccounts"], source[u"notServiceAccounts"], [&](const QString &v) {
                      return isServiceAccount(v, home);
                  }));
    result = both(result, holds(source[u"trustDomains"], source[u"notTrustDomains"], [&](const QString &v) {
                      return isTrustDomain(v);
                  }));
    result = both(result, holds(source[u"ipBlocks"], source[u"notIpBlocks"], isInBlock));
    result = both(result, holds(source[u"remoteIpBlocks"], source[u"notRemoteIpBlocks"], isInBlock));
    return both(result,
                httpField(source[u"requestPrincipals"], source[u"notRequestPrincipals"], isHttpOnly,
                          [&](const QString &) { return m_hasToken ? std::nullopt : Maybe(false); }));
}

Maybe Authorization::matchesOperation(const Value &operation, bool &isHttpOnly)
{
    Maybe result = holds(operation[u"ports"], operation[u"notPorts"], [&](const QString &v) { return isPort(v); });
    result = both(result, httpField(operation[u"hosts"], operation[u"notHosts"], isHttpOnly, [&](const QString &v) {
                      return matchesValue(v, {true, true, m_run.flow.authority}, Qt::CaseInsensitive);
                  }));
    result = both(result, httpField(operation[u"methods"], operation[u"notMethods"], isHttpOnly, [&](const QString &v) {
                      return matchesValue(v, {true, true, m_run.flow.method});
                  }));
    return both(result, httpField(operation[u"paths"], operation[u"notPaths"], isHttpOnly, [&](const QString &v) {
                    return isPath(v);
                }));
}

/// What a key of `when` looks at on every chain; nothing for those of HTTP alone.
std::optional<Test> Authorization::testOf(const QString &key, int object)
{
    if (key == "connection.sni"_L1) {
        const QString name = m_leg.security == ProxyLeg::Security::Plain ? m_run.flow.serverName : m_leg.serverName;
        return [name](const QString &v) { return matchesValue(v, {true, !name.isEmpty(), name}); };
    }
    if (key == "destination.port"_L1)
        return [this](const QString &v) { return isPort(v); };
    if (key == "source.namespace"_L1)
        return [this](const QString &v) { return isNamespace(v); };
    if (key == "source.principal"_L1)
        return [this](const QString &v) { return isPrincipal(v); };
    if (key == "source.trustDomain"_L1)
        return [this](const QString &v) { return isTrustDomain(v); };
    if (key == "source.serviceAccount"_L1)
        return [this, home = m_run.ref(object).namespaceName](const QString &v) { return isServiceAccount(v, home); };
    if (key == "source.ip"_L1 || key == "remote.ip"_L1 || key == "destination.ip"_L1)
        return isInBlock;
    if (key.startsWith("experimental.envoy.filters."_L1))
        return [](const QString &) { return Maybe(); };
    return std::nullopt;
}

Maybe Authorization::matchesCondition(const Value &condition, int object, bool &isHttpOnly, bool &isKnownKey)
{
    const QString key = condition[u"key"].text();
    const Value &values = condition[u"values"];
    const Value &notValues = condition[u"notValues"];
    if (const std::optional<Test> test = testOf(key, object))
        return holds(values, notValues, *test);
    if (key.startsWith("request.headers["_L1)) {
        const QString name = key.mid(16).chopped(1).toLower();
        return httpField(values, notValues, isHttpOnly, [&](const QString &v) {
            Part part = headerOf(m_run, name, m_view);
            if (name == "x-forwarded-client-cert"_L1)
                part.isKnown = false;
            return v == "*"_L1 && part.isKnown ? Maybe(part.isPresent) : matchesValue(v, part);
        });
    }
    if (key.startsWith("request.auth."_L1))
        return httpField(values, notValues, isHttpOnly,
                         [&](const QString &) { return m_hasToken ? std::nullopt : Maybe(false); });
    isKnownKey = false;
    return false;
}

Maybe Authorization::matches(const Value &rule, int object, bool &isHttpOnly)
{
    Maybe result = true;
    bool isKnownKey = true;
    for (const Member &condition : rule[u"when"].members())
        result = both(result, matchesCondition(condition.value, object, isHttpOnly, isKnownKey));
    if (!isKnownKey)
        return false; // istiod drops a rule with a key that it does not know
    Maybe from = rule[u"from"].isEmpty();
    for (const Member &member : rule[u"from"].members())
        from = either(from, matchesSource(member.value[u"source"], object, isHttpOnly));
    Maybe to = rule[u"to"].isEmpty();
    for (const Member &member : rule[u"to"].members())
        to = either(to, matchesOperation(member.value[u"operation"], isHttpOnly));
    return both(result, both(from, to));
}

std::vector<Authorization::Rule> Authorization::rulesOf(int object, bool dropsHttpFields)
{
    std::vector<Rule> rules;
    const Value &list = (*m_run.world.objects[size_t(object)].value)[u"spec"][u"rules"];
    for (size_t i = 0; i < list.size(); ++i) {
        bool isHttpOnly = false;
        const Maybe truth = matches(list[i], object, isHttpOnly);
        if (!isHttpOnly || dropsHttpFields)
            rules.push_back({object, int(i), truth});
    }
    return rules;
}

bool isDryRun(const Value &policy)
{
    static const QStringList yes = {u"1"_s, u"t"_s, u"T"_s, u"TRUE"_s, u"true"_s, u"True"_s};
    return yes.contains(policy[u"metadata"][u"annotations"][u"istio.io/dry-run"].text());
}

std::vector<int> Authorization::policies(QLatin1StringView action)
{
    std::vector<int> found;
    for (int i : m_run.world.authorizations) {
        const QString &home = m_run.ref(i).namespaceName;
        if (home != m_gateway.namespaceName && home != rootNamespace())
            continue;
        const Value &policy = *m_run.world.objects[size_t(i)].value;
        const Value &spec = policy[u"spec"];
        const QString own = spec[u"action"].text();
        if ((own.isEmpty() ? u"ALLOW"_s : own) != action || isDryRun(policy) || !spec[u"targetRefs"].isEmpty()
            || !spec[u"targetRef"].isNull())
            continue;
        const Maybe isSelected = m_run.isSelected(istio::labelsOf(spec[u"selector"][u"matchLabels"]), m_gateway);
        if (m_run.decide(isSelected, [&] {
                return Texts::tr("whether the gateway's pods carry the labels that %1 selects").arg(m_run.name(i));
            }))
            found.push_back(i);
    }
    return found;
}

bool Authorization::isTrue(const Rule &rule)
{
    return m_run.decide(rule.matches, [&] {
        return Texts::tr("whether the request meets rule %1 of %2").arg(rule.index + 1).arg(m_run.name(rule.object));
    });
}

std::optional<Outcome> Authorization::denial(const TraceField &field, const QString &text)
{
    m_run.step(TraceStage::Authorization, field, [&] { return text; });
    return m_asHttp ? refused(403, u"RBAC: access denied"_s) : closed();
}

/// A token that a RequestAuthentication looks at decides by what is signed in it.
void Authorization::checkTokens()
{
    for (int i : m_asHttp ? m_run.world.requestAuthentications : std::vector<int>()) {
        const QString &home = m_run.ref(i).namespaceName;
        const Value &spec = (*m_run.world.objects[size_t(i)].value)[u"spec"];
        const bool isNear = home == m_gateway.namespaceName || home == rootNamespace();
        if (!isNear || !m_run.isSelected(istio::labelsOf(spec[u"selector"][u"matchLabels"]), m_gateway).value_or(true))
            continue;
        bool looksElsewhere = false;
        for (const Member &rule : spec[u"jwtRules"].members())
            looksElsewhere = looksElsewhere || rule.value.find(u"fromHeaders") || rule.value.find(u"fromParams")
                || rule.value.find(u"fromCookies");
        m_hasToken = m_hasToken || looksElsewhere || headerOf(m_run, u"authorization"_s, m_view).isPresent
            || m_run.flow.query.contains("access_token="_L1);
        if (m_hasToken)
            m_run.giveUp(field(i, "spec", "jwtRules"), Texts::tr("whether the request's token is valid"));
    }
}

std::optional<Outcome> Authorization::decide()
{
    checkTokens();
    for (int policy : policies("CUSTOM"_L1)) {
        for (const Rule &rule : rulesOf(policy, true)) {
            if (rule.matches.value_or(true))
                m_run.giveUp(field(policy, "spec", "provider"),
                             Texts::tr("what the external authorizer of %1 says").arg(m_run.name(policy)));
        }
    }
    for (int policy : policies("DENY"_L1)) {
        for (const Rule &rule : rulesOf(policy, true)) {
            if (isTrue(rule))
                return denial(
                    field(policy, "spec", "rules", rule.index),
                    m_asHttp
                        ? Texts::tr("This rule denies the request.")
                        : Texts::tr(
                            "This rule denies the connection; parts of it that only an HTTP request has are not looked at."));
        }
    }
    const std::vector<int> allowing = policies("ALLOW"_L1);
    if (allowing.empty())
        return std::nullopt;
    for (int policy : allowing) {
        for (const Rule &rule : rulesOf(policy, false)) {
            if (!isTrue(rule))
                continue;
            m_run.step(TraceStage::Authorization, field(policy, "spec", "rules", rule.index),
                       [&] { return Texts::tr("This rule allows the request."); });
            return std::nullopt;
        }
    }
    return denial(
        field(allowing.front(), "spec", "rules"),
        m_asHttp
            ? Texts::tr("No rule allows the request.")
            : Texts::tr("No rule allows the connection; rules with parts that only an HTTP request has allow none."));
}

} // namespace

std::optional<Outcome> authorize(Run &run, const Proxy &gateway, int port, const ProxyLeg &leg, bool asHttp)
{
    return Authorization(run, gateway, port, leg, asHttp).decide();
}

} // namespace sallyport
