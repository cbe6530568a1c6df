// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorizationedits.h"

#include "core/policy/documentfindings.h"
#include "core/policy/edits.h"
#include "core/policy/listedit.h"
#include "core/policy/policywriter.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using List = AuthorizationList;

QString keyOf(List which)
{
    switch (which) {
    case List::Namespaces:
        return u"namespaces"_s;
    case List::Identities:
        return u"principals"_s;
    case List::Hosts:
        return u"hosts"_s;
    case List::Methods:
        return u"methods"_s;
    case List::Paths:
        break;
    }
    return u"paths"_s;
}

bool isHttpList(List which)
{
    return which == List::Hosts || which == List::Methods || which == List::Paths;
}

Value portTexts(const GatewayFacts &facts)
{
    QStringList texts;
    for (const int port : facts.targetPorts)
        texts.append(QString::number(port));
    return Value::list(texts);
}

/// One edit of one rule.
class RuleEdit
{
public:
    RuleEdit(const Workspace &workspace, const DocumentId &document, const AuthorizationRuleView &rule,
             const GatewayFacts &facts)
        : m_workspace(workspace)
        , m_document(document)
        , m_rule(rule)
        , m_facts(facts)
    {
    }

    QList<DocumentChange> setEntries(List which, const QStringList &wanted);
    QList<DocumentChange> settle(const QStringList &exact, const QStringList &wildcards);

private:
    FieldRef at(const FieldPath &path) const { return {m_document.file, m_document.document, path}; }
    const DocumentReading &reading() const { return m_workspace.reading(m_document.file, m_document.document); }
    const yaml::Node *node(const FieldPath &path) const { return reading().source->root.find(path); }
    Value valueAt(const FieldPath &path) const { return node(path) ? yaml::toValue(*node(path)) : Value(); }
    bool isAllOfTheSources(const QList<AuthorizationEntry> &entries) const;
    QStringList writtenAs(List which, const QString &text, const FieldPath &list) const;
    FieldPath operationPath() const { return m_rule.path.child(u"to"_s).index(m_rule.operation).child(u"operation"_s); }
    DocumentChange newList(List which, const QStringList &wanted) const;
    QList<DocumentChange> withoutList(const FieldPath &list) const;
    QList<DocumentChange> guards(bool newOperation) const;
    Value twin(const QStringList &hosts, bool byDoor) const;
    Value doorCondition(const QStringList &hosts) const;

    const Workspace &m_workspace;
    const DocumentId &m_document;
    const AuthorizationRuleView &m_rule;
    const GatewayFacts &m_facts;
};

/// What stands in the list for one entry of the form.
QStringList RuleEdit::writtenAs(List which, const QString &text, const FieldPath &list) const
{
    if (which == List::Hosts && list.last().name == "values"_L1)
        return {m_facts.wildcardDoor(text), text};
    // "*.d:*" cannot be said: a pattern has one star.
    if (which == List::Hosts && !text.isEmpty() && !text.contains(u'*') && !text.contains(u':'))
        return {text, text + u":*"_s};
    if (which == List::Identities && list.last().name == "principals"_L1)
        return {principalOf(text)};
    return {text};
}

QList<DocumentChange> RuleEdit::setEntries(List which, const QStringList &wanted)
{
    const QList<AuthorizationEntry> &entries = m_rule.list(which);
    const bool becomesHttpOnly = isHttpList(which) && !m_rule.isHttpOnly && m_rule.door.isEmpty() && !wanted.isEmpty();
    QList<DocumentChange> changes;
    if (entries.isEmpty() && !wanted.isEmpty()) {
        changes.append(newList(which, wanted));
    } else if (!isHttpList(which) && wanted.isEmpty() && isAllOfTheSources(entries)) {
        changes = clearField(m_workspace, at(m_rule.path.child(u"from"_s)));
    } else if (!entries.isEmpty()) {
        QList<WrittenEntry> written;
        for (const AuthorizationEntry &entry : entries)
            written.append({entry.text, entry.places});
        const auto writeAs = [&](const QString &text, const FieldPath &list) { return writtenAs(which, text, list); };
        const auto remove = [&](const FieldPath &list) { return withoutList(list); };
        changes = changeEntries(m_workspace, at({}), written, wanted, writeAs, remove);
    }
    if (becomesHttpOnly)
        changes += guards(m_rule.operation < 0);
    return changes;
}

/// An empty list of sources is refused: the last of them takes it along.
bool RuleEdit::isAllOfTheSources(const QList<AuthorizationEntry> &entries) const
{
    QList<FieldPath> lists;
    for (const AuthorizationEntry &entry : entries) {
        if (const FieldPath list = entry.places.first().parent(); !lists.contains(list))
            lists.append(list);
    }
    const yaml::Node *from = node(m_rule.path.child(u"from"_s));
    return !lists.isEmpty() && from && from->members.size() == size_t(lists.size());
}

/// The list with its parents, where the rule has none of that kind.
DocumentChange RuleEdit::newList(List which, const QStringList &wanted) const
{
    QStringList texts;
    const FieldPath named = FieldPath().child(keyOf(which));
    for (const QString &text : wanted)
        texts += writtenAs(which, text, named);
    if (!isHttpList(which)) {
        const Value source = Value::map({{keyOf(which), Value::list(texts)}});
        return insertItem(m_workspace, at(m_rule.path.child(u"from"_s)), -1, Value::map({{u"source"_s, source}}));
    }
    if (m_rule.operation >= 0)
        return setField(m_workspace, at(operationPath().child(keyOf(which))), Value::list(texts));
    Value operation = Value::map({{keyOf(which), Value::list(texts)}});
    if (!m_facts.targetPorts.isEmpty() && !m_rule.isHttpOnly)
        operation.add(u"ports"_s, portTexts(m_facts));
    return insertItem(m_workspace, at(m_rule.path.child(u"to"_s)), -1, Value::map({{u"operation"_s, operation}}));
}

/// Takes a list away that has lost its last entry, with what is not allowed to be empty around it.
QList<DocumentChange> RuleEdit::withoutList(const FieldPath &list) const
{
    if (list.last().name == "values"_L1) // the door was all that kept the rule off TLS and TCP
        return {setField(m_workspace, at(m_rule.door), streamCondition(false))};
    FieldPath gone = list;
    const auto isAlone = [&](const FieldPath &part) { return node(part) && node(part)->members.size() == 1; };
    if (isAlone(list.parent())) // the source or operation
        gone = list.parent().parent();
    if (gone.last().isIndex() && isAlone(gone.parent()))
        gone = gone.parent();
    return clearField(m_workspace, at(gone));
}

/// What keeps a rule that begins to speak of HTTP requests from hitting TLS and TCP.
QList<DocumentChange> RuleEdit::guards(bool newOperation) const
{
    QList<DocumentChange> changes;
    const FieldPath ports = operationPath().child(u"ports"_s);
    if (!newOperation && !m_facts.targetPorts.isEmpty() && !node(ports))
        changes.append(setField(m_workspace, at(ports), portTexts(m_facts)));
    changes += keepOffStreams(m_workspace, m_document, m_rule, true);
    if (reading().authorization()->action == "ALLOW"_L1)
        changes += leaveStreamsOpen(m_workspace, m_document, true);
    return changes;
}

Value RuleEdit::doorCondition(const QStringList &hosts) const
{
    QStringList values;
    for (const QString &host : hosts)
        values += {m_facts.wildcardDoor(host), host};
    return Value::map({{u"key"_s, u"connection.sni"_s}, {u"values"_s, Value::list(values)}});
}

/// A rule that says the same of other hosts.
Value RuleEdit::twin(const QStringList &hosts, bool byDoor) const
{
    Value rule = Value::map();
    if (const Value from = valueAt(m_rule.path.child(u"from"_s)); from.isList())
        rule.add(u"from"_s, from);
    Value operation = m_rule.operation < 0 ? Value::map() : valueAt(operationPath());
    if (!operation.isMap())
        operation = Value::map();
    operation.remove(u"hosts");
    Value texts = Value::list();
    if (!byDoor) {
        for (const QString &host : hosts) {
            for (const QString &text : writtenAs(List::Hosts, host, FieldPath().child(u"hosts"_s)))
                texts.append(text);
        }
        Value withHosts = Value::map({{u"hosts"_s, texts}});
        for (const Member &member : operation.members())
            withHosts.add(member.key, member.value);
        operation = withHosts;
    }
    if (!operation.isEmpty())
        rule.add(u"to"_s, Value::list(std::vector<Value>{Value::map({{u"operation"_s, operation}})}));
    Value when = Value::list();
    const Value conditions = valueAt(m_rule.path.child(u"when"_s));
    for (size_t i = 0; i < conditions.size(); ++i) {
        const FieldPath path = m_rule.path.child(u"when"_s).index(int(i));
        if (path != m_rule.pin && path != m_rule.door)
            when.append(conditions[i]);
    }
    when.append(byDoor ? doorCondition(hosts) : streamCondition(false));
    rule.add(u"when"_s, when);
    return rule;
}

QList<DocumentChange> RuleEdit::settle(const QStringList &exact, const QStringList &wildcards)
{
    const bool byDoor = !m_rule.door.isEmpty();
    const QStringList &own = byDoor ? wildcards : exact;
    const QStringList &others = byDoor ? exact : wildcards;
    if (others.isEmpty())
        return {};
    if (!own.isEmpty()) {
        const FieldRef rules = at(m_rule.path.parent());
        const int behind = m_rule.path.last().index + 1;
        return setEntries(List::Hosts, own) + QList{insertItem(m_workspace, rules, behind, twin(others, !byDoor))};
    }
    if (byDoor)
        return {setField(m_workspace, at(m_rule.door), streamCondition(false)), newList(List::Hosts, others)};
    const FieldPath hosts = operationPath().child(u"hosts"_s);
    const QList<DocumentChange> removal = withoutList(hosts);
    if (!m_rule.pin.isEmpty())
        return removal + QList{setField(m_workspace, at(m_rule.pin), doorCondition(others))};
    return removal + QList{insertItem(m_workspace, at(m_rule.path.child(u"when"_s)), -1, doorCondition(others))};
}

const AuthorizationPolicy &policyAt(const Workspace &workspace, const DocumentId &document)
{
    return *workspace.reading(document.file, document.document).authorization();
}

FieldRef refAt(const DocumentId &document, const FieldPath &path)
{
    return {document.file, document.document, path};
}

} // namespace

QList<DocumentChange> setEntries(const Workspace &workspace, const DocumentId &document,
                                 const AuthorizationRuleView &rule, AuthorizationList which, const QStringList &wanted,
                                 const GatewayFacts &facts)
{
    return RuleEdit(workspace, document, rule, facts).setEntries(which, wanted);
}

QList<DocumentChange> settleHosts(const Workspace &workspace, const DocumentId &document,
                                  const AuthorizationRuleView &rule, const GatewayFacts &facts)
{
    if (rule.operations > 1 || !facts.wildcardDoor)
        return {};
    QStringList exact;
    QStringList wildcards;
    for (const QString &host : rule.texts(AuthorizationList::Hosts))
        (isWildcard(host) ? wildcards : exact).append(host);
    return RuleEdit(workspace, document, rule, facts).settle(exact, wildcards);
}

QList<DocumentChange> keepOffStreams(const Workspace &workspace, const DocumentId &document,
                                     const AuthorizationRuleView &rule, bool off)
{
    const FieldPath when = rule.path.child(u"when"_s);
    const bool isOff = policyAt(workspace, document).rules.value(rule.path.last().index).pinnedOffL4;
    if (off)
        return isOff ? QList<DocumentChange>()
                     : QList{insertItem(workspace, refAt(document, when), -1, streamCondition(false))};
    if (rule.pin.isEmpty())
        return {};
    const yaml::Node *conditions = workspace.reading(document.file, document.document).source->root.find(when);
    return clearField(workspace, refAt(document, conditions->members.size() == 1 ? when : rule.pin));
}

int streamRuleOf(const Workspace &workspace, const DocumentId &document)
{
    const DocumentReading &reading = workspace.reading(document.file, document.document);
    for (int i = 0; i < int(policyAt(workspace, document).rules.size()); ++i) {
        if (viewOf(reading, i, 0, {}).isStreamRule)
            return i;
    }
    return -1;
}

QList<DocumentChange> leaveStreamsOpen(const Workspace &workspace, const DocumentId &document, bool open)
{
    const int rule = streamRuleOf(workspace, document);
    if (open == (rule >= 0))
        return {};
    if (!open)
        return clearField(workspace, refAt(document, authorizationRulesPath().index(rule)));
    const Value value = Value::map({{u"when"_s, Value::list(std::vector<Value>{streamCondition(true)})}});
    return {insertItem(workspace, refAt(document, authorizationRulesPath()), -1, value)};
}

QList<DocumentChange> setAction(const Workspace &workspace, const DocumentId &document, const QString &action)
{
    const AuthorizationPolicy &policy = policyAt(workspace, document);
    const FieldPath path = FieldPath().child(u"spec"_s).child(u"action"_s);
    QList<DocumentChange> changes = {setField(workspace, refAt(document, path), action)};
    if (action != "ALLOW"_L1)
        return changes + leaveStreamsOpen(workspace, document, false);
    const auto meetsStreams = [](const AuthorizationRule &rule) { return !rule.isHttpOnly() && !rule.pinnedOffL4; };
    const bool isOpen = std::any_of(policy.rules.begin(), policy.rules.end(), meetsStreams);
    if (!policy.rules.isEmpty() && !isOpen)
        changes += leaveStreamsOpen(workspace, document, true);
    return changes;
}

QList<DocumentChange> setGateway(const Workspace &workspace, const DocumentId &document, const MeshGateway &gateway,
                                 const GatewayFacts &before, const GatewayFacts &after)
{
    const DocumentReading &reading = workspace.reading(document.file, document.document);
    const FieldPath spec = FieldPath().child(u"spec"_s);
    const FieldPath name = FieldPath().child(u"metadata"_s).child(u"namespace"_s);
    QList<DocumentChange> changes = {setField(
        workspace, refAt(document, spec.child(u"selector"_s).child(u"matchLabels"_s)), toValue(gateway.selector))};
    for (const QString &reference : {u"targetRef"_s, u"targetRefs"_s})
        changes += clearField(workspace, refAt(document, spec.child(reference)));
    if (reading.namespaceName != gateway.namespaceName)
        changes.append(setField(workspace, refAt(document, name), gateway.namespaceName));
    for (int i = 0; i < int(policyAt(workspace, document).rules.size()); ++i) {
        const AuthorizationRuleView rule = viewOf(reading, i, 0, before);
        for (const AuthorizationEntry &host :
             rule.door.isEmpty() ? QList<AuthorizationEntry>() : rule.list(List::Hosts))
            changes.append(setField(workspace, refAt(document, host.places.first()), after.wildcardDoor(host.text)));
        for (int j = 0; j < rule.operations; ++j) {
            const FieldPath ports = rule.path.child(u"to"_s).index(j).child(u"operation"_s).child(u"ports"_s);
            const AuthorizationRuleView operation = viewOf(reading, i, j, before);
            const bool isOurs = std::none_of(operation.restrictions.begin(), operation.restrictions.end(),
                                             [](const QString &text) { return text.startsWith("ports:"_L1); });
            if (!reading.source->root.find(ports) || !isOurs || before.targetPorts == after.targetPorts)
                continue;
            changes += after.targetPorts.isEmpty()
                ? clearField(workspace, refAt(document, ports))
                : QList{setField(workspace, refAt(document, ports), portTexts(after))};
        }
    }
    return changes;
}

} // namespace sallyport
