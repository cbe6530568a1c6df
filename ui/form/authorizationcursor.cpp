// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationcursor.h"

#include "ui/newdocuments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

AuthorizationCursor::AuthorizationCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent)
    : DocumentCursor(DocumentKind::Authorization, editor, selection, parent)
{
    follow();
}

FieldPath AuthorizationCursor::rulePath() const
{
    return authorizationRulesPath().index(m_rule);
}

void AuthorizationCursor::setRule(int rule)
{
    if (rule != m_rule)
        select(authorizationRulesPath().index(rule));
}

void AuthorizationCursor::setOperation(int operation)
{
    if (operation != m_view.operation)
        select(rulePath().child(u"to"_s).index(operation));
}

AuthorizationRuleView AuthorizationCursor::viewOfRule(int rule) const
{
    return viewOf(*reading(), rule, 0, m_facts);
}

int AuthorizationCursor::streamRule() const
{
    for (int i = 0; policy() && i < int(policy()->rules.size()); ++i) {
        if (viewOfRule(i).isStreamRule)
            return i;
    }
    return -1;
}

QString AuthorizationCursor::action() const
{
    return policy() ? policy()->action : QString();
}

bool AuthorizationCursor::areRulesEditable() const
{
    static const QStringList actions = {u"ALLOW"_s, u"DENY"_s, u"AUDIT"_s};
    return isEditable() && !m_facts.name.isEmpty() && actions.contains(action());
}

QString AuthorizationCursor::ruleTitle(int rule) const
{
    const AuthorizationRuleView view = viewOfRule(rule);
    if (view.isStreamRule)
        return tr("TLS and TCP");
    const QStringList methods = view.texts(AuthorizationList::Methods);
    const QStringList hosts = view.texts(AuthorizationList::Hosts);
    QStringList sources = view.texts(AuthorizationList::Namespaces) + view.texts(AuthorizationList::Identities);
    const QString what = methods.isEmpty() ? QString() : methods.join(u", "_s);
    const QString where = hosts.size() > 1 ? tr("%1 +%2").arg(hosts.first()).arg(hosts.size() - 1) : hosts.value(0);
    if (!what.isEmpty() && !where.isEmpty())
        return tr("%1 → %2").arg(what, where);
    if (!what.isEmpty() || !where.isEmpty())
        return what + where;
    return sources.isEmpty() ? tr("rule %1").arg(rule + 1) : tr("from %1").arg(sources.join(u", "_s));
}

QString AuthorizationCursor::titleOf(const FieldPath &path) const
{
    const int rule = indexIn(path, authorizationRulesPath());
    return rule >= 0 && policy() && rule < int(policy()->rules.size()) ? ruleTitle(rule)
                                                                       : DocumentCursor::titleOf(path);
}

void AuthorizationCursor::placeIn(const FieldPath &selected, bool another)
{
    m_facts = {};
    const int before = another ? -1 : m_rule;
    const int operation = another || m_view.operation < 0 ? 0 : m_view.operation;
    m_rule = -1;
    m_view = {};
    if (!policy())
        return;
    const Mesh mesh = meshOf(workspace());
    m_facts = gatewayFacts(mesh, gatewayOf(workspace(), mesh, *policy()));
    m_rule = nearestPosition(indexIn(selected, authorizationRulesPath()), before, int(policy()->rules.size()));
    if (m_rule < 0)
        return;
    const int wanted = indexIn(selected, rulePath().child(u"to"_s));
    m_view = viewOf(*reading(), m_rule, wanted >= 0 ? wanted : before == m_rule ? operation : 0, m_facts);
}

QString enumeration(const QStringList &texts)
{
    constexpr int shown = 4;
    if (texts.size() <= 1)
        return texts.value(0);
    if (texts.size() > shown)
        return AuthorizationCursor::tr("%1 and %2 more")
            .arg(texts.mid(0, shown).join(u", "_s))
            .arg(texts.size() - shown);
    return AuthorizationCursor::tr("%1 and %2").arg(texts.mid(0, texts.size() - 1).join(u", "_s), texts.last());
}

} // namespace sallyport
