// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorizationreader.h"

#include "core/policy/metadatachecks.h"
#include "core/policy/schema.h"
#include "core/policy/structure.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView invalid = "authz.invalid"_L1;

/// Whether Istio knows the key of a condition.
bool isConditionKey(const QString &key)
{
    static const QStringList exact = {u"source.ip"_s,
                                      u"remote.ip"_s,
                                      u"source.namespace"_s,
                                      u"source.serviceAccount"_s,
                                      u"source.principal"_s,
                                      u"destination.ip"_s,
                                      u"destination.port"_s,
                                      u"connection.sni"_s,
                                      u"request.auth.principal"_s,
                                      u"request.auth.audiences"_s,
                                      u"request.auth.presenter"_s};
    static const QStringList prefixes = {u"request.headers["_s, u"request.auth.claims["_s,
                                         u"experimental.envoy.filters."_s};
    return exact.contains(key)
        || std::any_of(prefixes.begin(), prefixes.end(), [&](const QString &prefix) { return key.startsWith(prefix); });
}

/// Reads one AuthorizationPolicy from top to bottom.
class AuthorizationReader
{
    Q_DECLARE_TR_FUNCTIONS(AuthorizationReader)
public:
    explicit AuthorizationReader(DocumentFindings &findings)
        : m_findings(findings)
    {
    }

    AuthorizationPolicy read(const Place &root);

private:
    void checkAction(const Place &spec, const AuthorizationPolicy &policy);
    void checkSelector(const Place &spec);
    AuthorizationRule readRule(const Place &place);
    void readSource(const Place &place, AuthorizationRule &rule);
    void readOperation(const Place &place, AuthorizationRule &rule);
    void readCondition(const Place &place, AuthorizationRule &rule);
    void checkNotEmpty(const Place &item, const Place &part);
    void checkPorts(const Place &ports);

    DocumentFindings &m_findings;
};

AuthorizationPolicy AuthorizationReader::read(const Place &root)
{
    checkStructure(*schemaOf(DocumentKind::Authorization), root, m_findings);
    checkVersion(root, {u"security.istio.io/v1"_s, u"security.istio.io/v1beta1"_s}, m_findings);
    const Place metadata = root.child("metadata"_L1);
    const Place spec = root.child("spec"_L1);
    const Place selector = spec.child("selector"_L1);
    const Place rules = spec.child("rules"_L1);
    const Place annotations = metadata.child("annotations"_L1);
    AuthorizationPolicy policy;
    policy.apiVersion = root.child("apiVersion"_L1).text().value_or(QString());
    policy.namespaceName = metadata.child("namespace"_L1).text().value_or(QString());
    policy.name = metadata.child("name"_L1).text().value_or(QString());
    policy.selector = readLabels(selector.child("matchLabels"_L1));
    policy.action = spec.child("action"_L1).text().value_or(u"ALLOW"_s);
    policy.dryRun = annotations.child("istio.io/dry-run"_L1).text() == u"true"_s;
    policy.raw = yaml::toValue(*root.node());
    checkName(metadata, m_findings);
    checkAction(spec, policy);
    checkSelector(spec);
    for (size_t i = 0; rules.isList() && i < rules.size(); ++i)
        policy.rules.append(readRule(rules.item(i)));
    return policy;
}

void AuthorizationReader::checkAction(const Place &spec, const AuthorizationPolicy &policy)
{
    static const QStringList known = {u"ALLOW"_s, u"DENY"_s, u"AUDIT"_s, u"CUSTOM"_s};
    const Place action = spec.child("action"_L1);
    const Place rules = spec.child("rules"_L1);
    const Place provider = spec.child("provider"_L1);
    if (!known.contains(policy.action))
        m_findings.add(invalid, action,
                       tr("“%1” is no action. It is one of %2.").arg(policy.action, known.join(", "_L1)));
    else if (policy.action != "ALLOW"_L1 && (rules.isAbsent() || (rules.isList() && rules.size() == 0)))
        m_findings.add(invalid, rules.reportPath(),
                       tr("%1 without rules is refused by Istio. Say what it is about.").arg(policy.action));
    else if (policy.action == "CUSTOM"_L1 && provider.child("name"_L1).isAbsent())
        m_findings.add(invalid, provider.reportPath(), tr("CUSTOM needs the name of a provider."));
}

void AuthorizationReader::checkSelector(const Place &spec)
{
    const Place selector = spec.child("selector"_L1);
    checkLabels(selector.child("matchLabels"_L1), invalid, m_findings);
    const bool hasTarget = spec.child("targetRef"_L1).isPresent() || spec.child("targetRefs"_L1).isPresent();
    if (!selector.isAbsent() && hasTarget)
        m_findings.add(invalid, selector, tr("A selector and a target reference exclude each other."));
}

AuthorizationRule AuthorizationReader::readRule(const Place &place)
{
    const Place from = place.child("from"_L1);
    const Place to = place.child("to"_L1);
    const Place when = place.child("when"_L1);
    AuthorizationRule rule;
    for (const Place *list : {&from, &to}) {
        if (list->isList() && list->size() == 0)
            m_findings.add(invalid, *list, tr("“%1” is empty. Leave it out to mean everything.").arg(list->key()));
    }
    for (size_t i = 0; from.isList() && i < from.size(); ++i) {
        const Place item = from.item(i);
        const Place source = item.child("source"_L1);
        checkNotEmpty(item, source);
        readSource(source, rule);
    }
    for (size_t i = 0; to.isList() && i < to.size(); ++i) {
        const Place item = to.item(i);
        const Place operation = item.child("operation"_L1);
        checkNotEmpty(item, operation);
        readOperation(operation, rule);
    }
    for (size_t i = 0; when.isList() && i < when.size(); ++i)
        readCondition(when.item(i), rule);
    return rule;
}

void AuthorizationReader::readSource(const Place &place, AuthorizationRule &rule)
{
    const Place accounts = place.child("serviceAccounts"_L1);
    const Place namespaces = place.child("namespaces"_L1);
    const Place principals = place.child("principals"_L1);
    rule.namespaces += namespaces.texts();
    rule.notNamespaces += place.child("notNamespaces"_L1).texts();
    rule.serviceAccounts += accounts.texts();
    rule.principals += principals.texts();
    for (QLatin1StringView key : {"requestPrincipals"_L1, "notRequestPrincipals"_L1})
        rule.hasOtherHttpFields = rule.hasOtherHttpFields || place.child(key).size() > 0;
    if (accounts.size() > 0 && (namespaces.size() > 0 || principals.size() > 0))
        m_findings.add(
            invalid, accounts,
            tr("serviceAccounts cannot stand beside namespaces or principals: write namespace/name there instead."));
}

void AuthorizationReader::readOperation(const Place &place, AuthorizationRule &rule)
{
    const std::initializer_list<std::pair<QLatin1StringView, QStringList *>> lists = {
        {"hosts"_L1, &rule.hosts},           {"notHosts"_L1, &rule.notHosts}, {"methods"_L1, &rule.methods},
        {"notMethods"_L1, &rule.notMethods}, {"paths"_L1, &rule.paths},       {"notPaths"_L1, &rule.notPaths},
        {"ports"_L1, &rule.ports},           {"notPorts"_L1, &rule.notPorts},
    };
    for (const auto &[key, list] : lists)
        *list += place.child(key).texts();
    checkPorts(place.child("ports"_L1));
    checkPorts(place.child("notPorts"_L1));
}

void AuthorizationReader::readCondition(const Place &place, AuthorizationRule &rule)
{
    const Place key = place.child("key"_L1);
    const QString text = key.text().value_or(QString());
    if (key.text() && !isConditionKey(text))
        m_findings.add(invalid, key, tr("“%1” is no attribute that Istio knows.").arg(text));
    else if (place.isMap() && place.child("values"_L1).size() == 0 && place.child("notValues"_L1).size() == 0)
        m_findings.add(invalid, place, tr("The condition has neither values nor notValues."));
    rule.hasOtherHttpFields = rule.hasOtherHttpFields || text.startsWith("request."_L1);
    if (place.isMap())
        rule.pinnedOffL4 = rule.pinnedOffL4 || keepsOffL4(yaml::toValue(*place.node()));
}

void AuthorizationReader::checkNotEmpty(const Place &item, const Place &part)
{
    if (!item.isMap() || (part.isMap() && part.size() > 0) || (!part.isAbsent() && !part.isMap()))
        return;
    m_findings.add(
        invalid, part.reportPath(),
        tr("An empty “%1” is refused by Istio. Leave the whole list out to mean everything.").arg(part.key()));
}

void AuthorizationReader::checkPorts(const Place &ports)
{
    for (size_t i = 0; ports.isList() && i < ports.size(); ++i) {
        const Place item = ports.item(i);
        const std::optional<QString> text = item.text();
        bool isNumber = false;
        const int number = text ? text->toInt(&isNumber) : 0;
        if (text && (!isNumber || number < 1 || number > 65535))
            m_findings.add(invalid, item, tr("“%1” is no port: a number from 1 to 65535 in quotes.").arg(*text));
    }
}

} // namespace

AuthorizationPolicy readAuthorization(const Place &root, DocumentFindings &findings)
{
    return AuthorizationReader(findings).read(root);
}

} // namespace sallyport
