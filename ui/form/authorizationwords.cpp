// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationwords.h"

#include "core/policy/labels.h"
#include "ui/form/authorizationcursor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using List = AuthorizationList;

/// The sentences about one rule.
class RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
public:
    RuleWords(const AuthorizationCursor &cursor, const Compilation &compilation)
        : m_cursor(cursor)
        , m_policy(*cursor.policy())
        , m_rule(cursor.view())
        , m_compilation(compilation)
    {
    }

    QString sentence() const;
    QString withoutRule() const;

private:
    QString sources() const;
    QString requests() const;
    QString traffic() const;
    QString place() const;
    QString deny() const;
    QString allow() const;
    QString audit() const;
    QString custom() const;
    bool carriesStreams() const;
    bool speaksOfRequests() const;
    bool somethingElseAllows() const;

    const AuthorizationCursor &m_cursor;
    const AuthorizationPolicy &m_policy;
    const AuthorizationRuleView &m_rule;
    const Compilation &m_compilation;
};

/// " from namespace mytest or service account mytest/sleep"; empty for anyone.
QString RuleWords::sources() const
{
    QStringList who;
    const QStringList namespaces = m_rule.texts(List::Namespaces);
    const QStringList identities = m_rule.texts(List::Identities);
    if (!namespaces.isEmpty())
        who.append((namespaces.size() == 1 ? tr("namespace %1") : tr("namespaces %1")).arg(enumeration(namespaces)));
    if (!identities.isEmpty())
        who.append((identities.size() == 1 ? tr("service account %1") : tr("service accounts %1"))
                       .arg(enumeration(identities)));
    for (const QString &source : m_rule.otherSources)
        who.append(u"(%1)"_s.arg(source));
    return who.isEmpty() ? QString() : u' ' + tr("from %1").arg(who.join(u' ' + tr("or") + u' '));
}

bool RuleWords::speaksOfRequests() const
{
    return m_rule.isHttpOnly || !m_rule.door.isEmpty() || !m_rule.pin.isEmpty();
}

/// "POST", "every HTTP request", "everything"
QString RuleWords::requests() const
{
    if (const QStringList methods = m_rule.texts(List::Methods); !methods.isEmpty())
        return enumeration(methods);
    return speaksOfRequests() ? tr("every HTTP request") : tr("everything");
}

/// "POST from namespace mytest to www.example.com"
QString RuleWords::traffic() const
{
    QString text = requests() + sources();
    if (const QStringList hosts = m_rule.texts(List::Hosts); !hosts.isEmpty())
        text += u' ' + tr("to %1").arg(enumeration(hosts));
    if (const QStringList paths = m_rule.texts(List::Paths); !paths.isEmpty())
        text += u' ' + tr("with path %1").arg(enumeration(paths));
    if (m_rule.operations > 1)
        text += u' ' + tr("(and whatever its other operations say)");
    if (!m_rule.restrictions.isEmpty())
        text += u' ' + tr("where also %1").arg(m_rule.restrictions.join(u", "_s));
    return text;
}

QString RuleWords::place() const
{
    if (!m_cursor.gateway().isEmpty())
        return tr("at %1").arg(m_cursor.gateway());
    const FieldPath spec = FieldPath().child(u"spec"_s);
    for (const QString &key : {u"targetRef"_s, u"targetRefs"_s}) {
        if (m_cursor.has(spec.child(key)))
            return tr("where its %1 points").arg(key);
    }
    if (!m_policy.selector.isEmpty())
        return tr("at workloads with %1").arg(labelsText(m_policy.selector));
    if (m_policy.namespaceName == "istio-system"_L1)
        return tr("at every workload of the mesh");
    return tr("at every workload of namespace %1").arg(m_policy.namespaceName);
}

bool RuleWords::carriesStreams() const
{
    const auto &routes = m_compilation.table.routes;
    return std::any_of(routes.begin(), routes.end(), [&](const EgressRoute &route) {
        return route.gateway == m_cursor.gateway() && route.trafficClass != TrafficClass::Http;
    });
}

QString RuleWords::deny() const
{
    if (m_rule.isStreamRule)
        return tr("Denies all TLS and TCP %1; HTTP is not affected.").arg(place());
    const QString denied = tr("Denies %1 %2").arg(traffic(), place());
    if (!m_rule.reachesStreams)
        return tr("%1; other traffic is not affected.").arg(denied);
    if (!m_rule.isHttpOnly)
        return tr("%1, TLS and TCP included; other traffic is not affected.").arg(denied);
    if (!carriesStreams())
        return tr("%1; other traffic is not affected, as long as the gateway carries no TLS or TCP.").arg(denied);
    return tr("%1. All TLS and TCP%2 is denied there as well: hosts, methods and paths mean nothing on it.")
        .arg(denied, sources());
}

QString RuleWords::audit() const
{
    const QString audited = tr("Marks %1 %2 for auditing; nothing is refused.").arg(traffic(), place());
    if (m_rule.reachesStreams && m_rule.isHttpOnly && carriesStreams())
        return tr("%1 All TLS and TCP%2 is marked as well.").arg(audited, sources());
    return audited;
}

/// Whether a request that this rule does not allow may be allowed by another one.
bool RuleWords::somethingElseAllows() const
{
    int allowing = 0;
    const Workspace &workspace = m_cursor.workspace();
    for (const DocumentId &id : gatewayAuthorizations(workspace)) {
        const AuthorizationPolicy &other = *workspace.reading(id.file, id.document).authorization();
        allowing += other.action == "ALLOW"_L1 && other.selector == m_policy.selector ? 1 : 0;
    }
    int rules = 0;
    for (int i = 0; i < int(m_policy.rules.size()); ++i)
        rules += m_cursor.viewOfRule(i).isStreamRule ? 0 : 1;
    return allowing > 1 || rules > 1;
}

QString RuleWords::allow() const
{
    if (m_rule.isStreamRule)
        return tr("Leaves every TLS and TCP route %1 open, whatever the other rules allow.").arg(place());
    const QString allowed = tr("Allows %1 %2").arg(traffic(), place());
    const QString unless = somethingElseAllows() ? u' ' + tr("unless another rule allows it") : QString();
    const bool opensStreams = std::any_of(m_policy.rules.begin(), m_policy.rules.end(),
                                          [](const auto &rule) { return !rule.isHttpOnly() && !rule.pinnedOffL4; });
    if (!speaksOfRequests())
        return tr("%1, TLS and TCP included; everything else is refused%2.").arg(allowed, unless);
    if (opensStreams)
        return tr("%1; every other HTTP request is refused%2. TLS and TCP stay open.").arg(allowed, unless);
    return tr("%1; every other HTTP request is refused%2. All TLS and TCP is refused as well.").arg(allowed, unless);
}

QString RuleWords::custom() const
{
    const QString provider = m_cursor.text(FieldPath().child(u"spec"_s).child(u"provider"_s).child(u"name"_s));
    return tr("Asks the provider %1 about %2 %3. Its rules are edited as text.")
        .arg(provider.isEmpty() ? u"?"_s : provider, traffic(), place());
}

QString RuleWords::sentence() const
{
    const QString action = m_cursor.action();
    if (action == "DENY"_L1)
        return deny();
    if (action == "ALLOW"_L1)
        return allow();
    if (action == "AUDIT"_L1)
        return audit();
    if (action == "CUSTOM"_L1)
        return custom();
    return tr("“%1” is no action that Istio knows; it speaks of %2 %3.").arg(action, traffic(), place());
}

QString RuleWords::withoutRule() const
{
    if (m_cursor.action() == "ALLOW"_L1)
        return tr("Allows nothing: every request and every connection %1 is refused, unless another policy allows it.")
            .arg(place());
    return tr("Says nothing yet: Istio refuses %1 without rules.").arg(m_cursor.action());
}

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::AuthorizationWords)
};

} // namespace

QString meaningOf(const AuthorizationCursor &cursor, const Compilation &compilation)
{
    if (!cursor.policy())
        return {};
    const RuleWords words(cursor, compilation);
    QString text = cursor.rule() < 0 ? words.withoutRule() : words.sentence();
    const int rules = int(cursor.policy()->rules.size());
    if (rules > 1)
        text = Texts::tr("Rule %1 of %2: %3").arg(cursor.rule() + 1).arg(rules).arg(text);
    if (cursor.policy()->dryRun)
        text = Texts::tr("Dry run, so nothing is enforced. %1").arg(text);
    if (cursor.gateway().isEmpty())
        text =
            Texts::tr(
                "It protects no gateway of the workspace and is not part of the output; choose one to edit its rules here. %1")
                .arg(text);
    return text;
}

} // namespace sallyport
