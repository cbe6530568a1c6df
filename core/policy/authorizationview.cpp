// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorizationview.h"

#include "core/policy/authorization.h"

#include <QRegularExpression>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Every wildcard door's server name ends with this (docs/istio.md).
constexpr QLatin1StringView doorSuffix = ".wildcard.egress.internal"_L1;

/// A node as one line of words.
QString lineOf(const yaml::Node &node)
{
    if (!node.isCollection())
        return node.text;
    QStringList parts;
    for (const yaml::NodeMember &member : node.members) {
        const QString text = lineOf(member.value);
        parts.append(node.kind == yaml::NodeKind::Map ? u"%1: %2"_s.arg(member.key.text, text) : text);
    }
    return parts.join(node.kind == yaml::NodeKind::Map ? u"; "_s : u", "_s);
}

bool isListOfTexts(const yaml::Node *node)
{
    return node && node->kind == yaml::NodeKind::List
        && std::all_of(node->members.begin(), node->members.end(),
                       [](const yaml::NodeMember &member) { return !member.value.isCollection(); });
}

QStringList textsOf(const yaml::Node *list)
{
    QStringList texts;
    for (size_t i = 0; list && i < list->members.size(); ++i)
        texts.append(list->members[i].value.text);
    return texts;
}

QString accountOf(const QString &principal)
{
    static const QRegularExpression form(u"^\\*/ns/([^/*]+)/sa/([^/*]+)$"_s);
    const QRegularExpressionMatch match = form.match(principal);
    return match.hasMatch() ? match.captured(1) + u'/' + match.captured(2) : principal;
}

/// Reads one rule.
class RuleReader
{
public:
    RuleReader(const DocumentReading &reading, int rule, const GatewayFacts &facts);
    AuthorizationRuleView read(int operation);

private:
    QList<AuthorizationEntry> &list(AuthorizationList which) { return m_view.lists[size_t(which)]; }
    void readSources();
    void readSource(const yaml::Node &source, const FieldPath &path);
    void readOperations(int operation);
    void readOperation(const yaml::Node &operation, const FieldPath &path);
    void readHosts(const yaml::Node &hosts, const FieldPath &path);
    bool namesEveryTargetPort(const yaml::Node &ports) const;
    void readConditions();
    bool readDoors(const yaml::Node &condition, const FieldPath &path);
    void append(AuthorizationList which, const yaml::Node &texts, const FieldPath &path);
    void restrict(const yaml::NodeMember &member);

    const GatewayFacts &m_facts;
    const yaml::Node *m_node;
    AuthorizationRuleView m_view;
};

RuleReader::RuleReader(const DocumentReading &reading, int rule, const GatewayFacts &facts)
    : m_facts(facts)
{
    m_view.path = authorizationRulesPath().index(rule);
    m_node = reading.source->root.find(m_view.path);
    const AuthorizationPolicy *policy = reading.authorization();
    if (!policy || rule >= policy->rules.size())
        return;
    const AuthorizationRule &known = policy->rules[rule];
    m_view.isHttpOnly = known.isHttpOnly();
    // A DENY drops what TLS and TCP have not and keeps the rest; an ALLOW that speaks of it never holds there.
    m_view.reachesStreams = !known.pinnedOffL4 && !(known.isHttpOnly() && policy->action == "ALLOW"_L1);
}

AuthorizationRuleView RuleReader::read(int operation)
{
    if (!m_node || m_node->kind != yaml::NodeKind::Map)
        return m_view;
    readSources();
    readOperations(operation);
    readConditions();
    for (const yaml::NodeMember &member : m_node->members) {
        if (member.key.text != "from"_L1 && member.key.text != "to"_L1 && member.key.text != "when"_L1)
            restrict(member);
    }
    m_view.isStreamRule = m_node->members.size() == 1 && m_view.restrictions.isEmpty() && m_view.isStreamRule;
    return m_view;
}

void RuleReader::readSources()
{
    const yaml::Node *from = m_node->find(u"from");
    if (!from || from->kind != yaml::NodeKind::List)
        return;
    const FieldPath path = m_view.path.child(u"from"_s);
    for (size_t i = 0; i < from->members.size(); ++i) {
        const yaml::Node &item = from->members[i].value;
        const yaml::Node *source = item.find(u"source");
        const bool plain = item.kind == yaml::NodeKind::Map && item.members.size() == 1 && source;
        if (plain && source->kind == yaml::NodeKind::Map && source->members.size() == 1)
            readSource(*source, path.index(int(i)).child(u"source"_s));
        else
            m_view.otherSources.append(lineOf(plain ? *source : item));
    }
}

void RuleReader::readSource(const yaml::Node &source, const FieldPath &path)
{
    const yaml::NodeMember &only = source.members.front();
    const QString &key = only.key.text;
    if (!isListOfTexts(&only.value))
        m_view.otherSources.append(lineOf(source));
    else if (key == "namespaces"_L1)
        append(AuthorizationList::Namespaces, only.value, path.child(key));
    else if (key == "serviceAccounts"_L1 || key == "principals"_L1)
        append(AuthorizationList::Identities, only.value, path.child(key));
    else
        m_view.otherSources.append(lineOf(source));
}

void RuleReader::readOperations(int operation)
{
    const yaml::Node *to = m_node->find(u"to");
    if (!to || to->kind != yaml::NodeKind::List || to->members.empty())
        return;
    m_view.operations = int(to->members.size());
    m_view.operation = std::clamp(operation, 0, m_view.operations - 1);
    const FieldPath path = m_view.path.child(u"to"_s).index(m_view.operation).child(u"operation"_s);
    if (const yaml::Node *found = to->members[size_t(m_view.operation)].value.find(u"operation"))
        readOperation(*found, path);
}

void RuleReader::readOperation(const yaml::Node &operation, const FieldPath &path)
{
    for (const yaml::NodeMember &member : operation.members) {
        const QString &key = member.key.text;
        const bool texts = isListOfTexts(&member.value);
        if (texts && key == "hosts"_L1)
            readHosts(member.value, path.child(key));
        else if (texts && key == "methods"_L1)
            append(AuthorizationList::Methods, member.value, path.child(key));
        else if (texts && key == "paths"_L1)
            append(AuthorizationList::Paths, member.value, path.child(key));
        else if (key != "ports"_L1 || !namesEveryTargetPort(member.value))
            restrict(member);
    }
}

/// A host and the same host with any port are one entry.
void RuleReader::readHosts(const yaml::Node &hosts, const FieldPath &path)
{
    const QStringList texts = textsOf(&hosts);
    QList<bool> taken(texts.size());
    for (int i = 0; i < int(texts.size()); ++i) {
        if (taken[i])
            continue;
        AuthorizationEntry entry{texts[i], {path.index(i)}};
        const bool isPort = texts[i].endsWith(":*"_L1);
        const QString bare = isPort ? texts[i].chopped(2) : texts[i];
        const QString wanted = isPort ? bare : bare + u":*"_s;
        const int other = int(texts.indexOf(wanted, i + 1));
        if (other >= 0 && !taken[other] && !bare.contains(u'*')) {
            taken[other] = true;
            entry.text = bare;
            isPort ? entry.places.prepend(path.index(other)) : entry.places.append(path.index(other));
        }
        list(AuthorizationList::Hosts).append(entry);
    }
}

bool RuleReader::namesEveryTargetPort(const yaml::Node &ports) const
{
    QList<int> numbers;
    for (const QString &text : textsOf(&ports))
        numbers.append(text.toInt());
    std::sort(numbers.begin(), numbers.end());
    return !m_facts.targetPorts.isEmpty() && numbers == m_facts.targetPorts;
}

void RuleReader::readConditions()
{
    const yaml::Node *when = m_node->find(u"when");
    if (!when || when->kind != yaml::NodeKind::List)
        return;
    for (size_t i = 0; i < when->members.size(); ++i) {
        const yaml::Node &condition = when->members[i].value;
        const FieldPath path = m_view.path.child(u"when"_s).index(int(i));
        const Value value = yaml::toValue(condition);
        if (m_view.pin.isEmpty() && value == streamCondition(false))
            m_view.pin = path;
        else if (value == streamCondition(true) && m_node->members.size() == 1 && when->members.size() == 1)
            m_view.isStreamRule = true;
        else if (!readDoors(condition, path)) {
            const yaml::Node *key = condition.find(u"key");
            QStringList parts;
            for (const yaml::NodeMember &member : condition.members) {
                if (&member.value != key)
                    parts.append(u"%1: %2"_s.arg(member.key.text, lineOf(member.value)));
            }
            m_view.restrictions.append(u"%1 (%2)"_s.arg(key ? key->text : QString(), parts.join(u"; "_s)));
        }
    }
}

/// A condition that matches wildcards by the names of their doors: each wildcard stands there behind its door's name.
bool RuleReader::readDoors(const yaml::Node &condition, const FieldPath &path)
{
    const yaml::Node *key = condition.find(u"key");
    const yaml::Node *values = condition.find(u"values");
    const bool isPlain = key && key->text == "connection.sni"_L1 && isListOfTexts(values) && !values->members.empty()
        && condition.members.size() == 2;
    if (!isPlain || !m_view.door.isEmpty() || !list(AuthorizationList::Hosts).isEmpty() || !m_facts.wildcardDoor)
        return false;
    const QStringList texts = textsOf(values);
    QList<AuthorizationEntry> entries;
    for (int i = 0; i < int(texts.size()); ++i) {
        const bool isDoor = texts[i].endsWith(doorSuffix);
        if (isDoor && (i + 1 == int(texts.size()) || m_facts.wildcardDoor(texts[i + 1]) != texts[i]))
            return false;
        if (isDoor)
            entries.append({texts[i + 1], {path.child(u"values"_s).index(i), path.child(u"values"_s).index(i + 1)}});
        i += isDoor;
        if (!isDoor)
            return false; // a name that no door answers to
    }
    list(AuthorizationList::Hosts) = entries;
    m_view.door = path;
    return true;
}

void RuleReader::append(AuthorizationList which, const yaml::Node &texts, const FieldPath &path)
{
    const bool principals = path.last().name == "principals"_L1;
    for (size_t i = 0; i < texts.members.size(); ++i) {
        const QString &text = texts.members[i].value.text;
        list(which).append({principals ? accountOf(text) : text, {path.index(int(i))}});
    }
}

void RuleReader::restrict(const yaml::NodeMember &member)
{
    m_view.restrictions.append(u"%1: %2"_s.arg(member.key.text, lineOf(member.value)));
}

} // namespace

GatewayFacts factsOf(const MeshGateway &gateway, const std::function<QString(const QString &)> &wildcardDoor)
{
    GatewayFacts facts{gateway.name, {}, wildcardDoor};
    for (const MeshGatewayPort &port : gateway.ports) {
        if (!port.targetPort)
            return {gateway.name, {}, wildcardDoor};
        if (!facts.targetPorts.contains(*port.targetPort))
            facts.targetPorts.append(*port.targetPort);
    }
    std::sort(facts.targetPorts.begin(), facts.targetPorts.end());
    return facts;
}

QStringList AuthorizationRuleView::texts(AuthorizationList which) const
{
    QStringList texts;
    for (const AuthorizationEntry &entry : list(which))
        texts.append(entry.text);
    return texts;
}

FieldPath authorizationRulesPath()
{
    return FieldPath().child(u"spec"_s).child(u"rules"_s);
}

AuthorizationRuleView viewOf(const DocumentReading &reading, int rule, int operation, const GatewayFacts &facts)
{
    return RuleReader(reading, rule, facts).read(operation);
}

Value streamCondition(bool only)
{
    return Value::map({{u"key"_s, u"connection.sni"_s},
                       {only ? u"values"_s : u"notValues"_s, Value::list(QStringList{everyL4Sni()})}});
}

QString principalOf(const QString &account)
{
    static const QRegularExpression form(u"^([^/*]+)/([^/*]+)$"_s);
    const QRegularExpressionMatch match = form.match(account);
    return match.hasMatch() ? u"*/ns/%1/sa/%2"_s.arg(match.captured(1), match.captured(2)) : account;
}

} // namespace sallyport
