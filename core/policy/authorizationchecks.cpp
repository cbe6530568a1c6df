// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorizationchecks.h"

#include "core/policy/authorization.h"
#include "core/policy/documentfindings.h"
#include "core/policy/findingcodes.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Istio applies policies of this namespace to pods of every namespace, unless the mesh says otherwise.
constexpr QLatin1StringView rootNamespace = "istio-system"_L1;

FieldPath rulesPath()
{
    return FieldPath().child(u"spec"_s).child(u"rules"_s);
}

/// One AuthorizationPolicy of a gateway, with the TLS and TCP legs it meets there.
struct Subject {
    DocumentId id;
    const DocumentReading *reading;
    const AuthorizationPolicy *policy;
    QSet<QString> gateways; ///< Whose selector is the policy's.
    QSet<int> l4TargetPorts; ///< Ports of the gateway pods that carry TLS or TCP, as far as anyone can tell.
};

bool reachesL4(const AuthorizationRule &rule)
{
    return !rule.isHttpOnly() && !rule.pinnedOffL4;
}

/// Rules that name ports of HTTP legs only never meet a TLS or TCP connection.
bool namesL4Port(const AuthorizationRule &rule, const Subject &subject)
{
    return rule.ports.isEmpty() || std::any_of(rule.ports.begin(), rule.ports.end(), [&](const QString &port) {
               return subject.l4TargetPorts.contains(port.toInt());
           });
}

class AuthorizationChecks
{
    Q_DECLARE_TR_FUNCTIONS(AuthorizationChecks)
public:
    AuthorizationChecks(const Workspace &workspace, const Mesh &mesh, const L4Ports &l4Ports);
    QList<Diagnostic> run();

private:
    Subject subjectOf(DocumentId id) const;
    void checkWidened(const Subject &subject);
    void checkKilled(const Subject &subject);
    bool somethingAllowsL4(const QSet<QString> &gateways) const;
    void checkHostPorts(const Subject &subject);
    void checkHostList(const Subject &subject, const FieldPath &path, const Value &hosts);
    void checkSelectors();
    void checkSelector(DocumentId id);
    void report(QLatin1StringView code, DocumentId id, const FieldPath &path, const QString &message,
                const QList<Fix> &fixes = {});

    const Workspace &m_workspace;
    const Mesh &m_mesh;
    const L4Ports &m_l4Ports;
    QStringList m_gateways;
    std::vector<Subject> m_subjects;
    QList<Diagnostic> m_findings;
};

AuthorizationChecks::AuthorizationChecks(const Workspace &workspace, const Mesh &mesh, const L4Ports &l4Ports)
    : m_workspace(workspace)
    , m_mesh(mesh)
    , m_l4Ports(l4Ports)
    , m_gateways(gatewaysOf(workspace, mesh))
{
    for (DocumentId id : gatewayAuthorizations(workspace))
        m_subjects.push_back(subjectOf(id));
}

QList<Diagnostic> AuthorizationChecks::run()
{
    for (const Subject &subject : m_subjects) {
        const bool meetsL4 = !subject.l4TargetPorts.isEmpty() && !subject.policy->dryRun;
        if (meetsL4 && (subject.policy->action == "DENY"_L1 || subject.policy->action == "AUDIT"_L1))
            checkWidened(subject);
        if (meetsL4 && subject.policy->action == "ALLOW"_L1)
            checkKilled(subject);
        checkHostPorts(subject);
    }
    if (!m_gateways.isEmpty())
        checkSelectors();
    return m_findings;
}

Subject AuthorizationChecks::subjectOf(DocumentId id) const
{
    const DocumentReading &reading = m_workspace.reading(id.file, id.document);
    Subject subject{id, &reading, reading.authorization(), {}, {}};
    for (const QString &name : m_gateways) {
        const MeshGateway gateway = m_mesh.gateway(name);
        if (gateway.selector != subject.policy->selector)
            continue;
        subject.gateways.insert(name);
        for (int number : m_l4Ports.value(name)) {
            const MeshGatewayPort *port = gateway.port(number);
            if (port && port->targetPort)
                subject.l4TargetPorts.insert(*port->targetPort);
            else // unknown: what a gateway's Service usually says
                subject.l4TargetPorts += {number, number + 8000};
        }
    }
    return subject;
}

void AuthorizationChecks::checkWidened(const Subject &subject)
{
    for (int i = 0; i < subject.policy->rules.size(); ++i) {
        const AuthorizationRule &rule = subject.policy->rules[i];
        const FieldPath path = rulesPath().index(i);
        if (!rule.isHttpOnly() || rule.pinnedOffL4 || !namesL4Port(rule, subject) || !subject.reading->isUsable(path))
            continue;
        const FieldPath when = path.child(u"when"_s);
        const Value condition =
            Value::map({{u"key"_s, u"connection.sni"_s}, {u"notValues"_s, Value::list(QStringList{everyL4Sni()})}});
        const Value &present = subject.policy->raw[u"spec"][u"rules"][size_t(i)][u"when"];
        yaml::Change change;
        change.kind = present.isList() ? yaml::Change::Kind::Insert : yaml::Change::Kind::Set;
        change.path = present.isList() ? when.index(int(present.size())) : when;
        change.value = present.isList() ? condition : Value::list({condition});
        report(
            "authz.l4-widened"_L1, subject.id, path,
            tr("The gateway also carries TLS or TCP. There Istio drops hosts, methods and paths and applies the rest of the rule: it hits all of that "
               "traffic. HTTP is not affected. Keep the rule off those routes."),
            {documentFix(tr("Keep the rule off TLS and TCP"), {change})});
    }
}

void AuthorizationChecks::checkKilled(const Subject &subject)
{
    const QList<AuthorizationRule> &rules = subject.policy->rules;
    const bool hasHttpOnly =
        std::any_of(rules.begin(), rules.end(), [](const AuthorizationRule &rule) { return rule.isHttpOnly(); });
    if (!hasHttpOnly || !subject.reading->isUsable(rulesPath()) || somethingAllowsL4(subject.gateways))
        return;
    yaml::Change insert;
    insert.kind = yaml::Change::Kind::Insert;
    insert.path = rulesPath().index(int(rules.size()));
    const Value condition =
        Value::map({{u"key"_s, u"connection.sni"_s}, {u"values"_s, Value::list(QStringList{everyL4Sni()})}});
    insert.value = Value::map({{u"when"_s, Value::list({condition})}});
    report(
        "authz.l4-killed"_L1, subject.id, rulesPath(),
        tr("The gateway also carries TLS or TCP, and no rule here can allow it: rules with hosts, methods or paths are left out there. All TLS and TCP "
           "through the gateway is denied. HTTP is not affected. Add a rule that leaves those routes open."),
        {documentFix(tr("Leave TLS and TCP open"), {insert})});
}

/// ALLOW policies add up: a connection needs one rule in any of them.
bool AuthorizationChecks::somethingAllowsL4(const QSet<QString> &gateways) const
{
    return std::any_of(m_subjects.begin(), m_subjects.end(), [&](const Subject &other) {
        const QList<AuthorizationRule> &rules = other.policy->rules;
        return other.policy->action == "ALLOW"_L1 && !other.policy->dryRun && other.gateways.intersects(gateways)
            && std::any_of(rules.begin(), rules.end(), reachesL4);
    });
}

void AuthorizationChecks::checkHostPorts(const Subject &subject)
{
    const Value &rules = subject.policy->raw[u"spec"][u"rules"];
    for (size_t i = 0; i < rules.size(); ++i) {
        const Value &to = rules[i][u"to"];
        for (size_t j = 0; j < to.size(); ++j) {
            const FieldPath path =
                rulesPath().index(int(i)).child(u"to"_s).index(int(j)).child(u"operation"_s).child(u"hosts"_s);
            checkHostList(subject, path, to[j][u"operation"][u"hosts"]);
        }
    }
}

void AuthorizationChecks::checkHostList(const Subject &subject, const FieldPath &path, const Value &hosts)
{
    if (!hosts.isList() || !subject.reading->isUsable(path))
        return;
    QStringList listed;
    for (const Member &item : hosts.members())
        listed.append(item.value.text());
    QStringList bare;
    QList<yaml::Change> changes;
    for (int i = 0; i < listed.size(); ++i) {
        const QString withPorts = listed[i] + u":*"_s;
        if (listed[i].contains(u':') || listed[i].contains(u'*') || listed.contains(withPorts))
            continue;
        bare.append(listed[i]);
        yaml::Change insert;
        insert.kind = yaml::Change::Kind::Insert;
        insert.path = path.index(i + int(bare.size())); // after its host, and after those inserted before
        insert.value = withPorts;
        changes.append(insert);
    }
    if (bare.isEmpty())
        return;
    report(
        "authz.host-port"_L1, subject.id, path,
        tr("A request whose Host header carries a port is not matched: %1 is not %1:8080. Add the host with “:*” as well.")
            .arg(bare.first()),
        {documentFix(tr("Add “:*” to %n host(s)", nullptr, int(bare.size())), changes)});
}

void AuthorizationChecks::checkSelectors()
{
    for (DocumentId id : documentsOf(m_workspace, DocumentKind::Authorization))
        checkSelector(id);
}

void AuthorizationChecks::checkSelector(DocumentId id)
{
    const AuthorizationPolicy &policy = *m_workspace.reading(id.file, id.document).authorization();
    if (policy.selector.isEmpty())
        return;
    bool selects = false;
    bool inGatewayNamespace = policy.namespaceName == rootNamespace;
    bool reaches = inGatewayNamespace;
    for (const QString &name : m_gateways) {
        const MeshGateway gateway = m_mesh.gateway(name);
        const bool isIts = gateway.selector == policy.selector;
        selects = selects || isIts;
        inGatewayNamespace = inGatewayNamespace || gateway.namespaceName == policy.namespaceName;
        reaches = reaches || (isIts && gateway.namespaceName == policy.namespaceName);
    }
    // Policies of the mesh's other workloads are somebody else's.
    const bool isIngress = std::any_of(policy.selector.begin(), policy.selector.end(),
                                       [](const auto &label) { return label.second.contains("ingress"_L1); });
    if (!selects && !isIngress && (inGatewayNamespace || looksLikeEgressGateway(policy.selector))) {
        report(
            "authz.no-gateway"_L1, id, FieldPath().child(u"spec"_s).child(u"selector"_s),
            tr("The selector is not the one of any gateway of the workspace (%1). The policy is not part of the output.")
                .arg(m_gateways.join(", "_L1)));
    } else if (selects && !reaches) {
        report("authz.no-gateway"_L1, id, FieldPath().child(u"metadata"_s).child(u"namespace"_s),
               tr("The policy is in namespace %1, where the gateway is not: it selects nothing there.")
                   .arg(policy.namespaceName.isEmpty() ? u"default"_s : policy.namespaceName));
    }
}

void AuthorizationChecks::report(QLatin1StringView code, DocumentId id, const FieldPath &path, const QString &message,
                                 const QList<Fix> &fixes)
{
    Diagnostic diagnostic = finding(code, m_workspace.target, {id.file, id.document, path}, message);
    diagnostic.fixes = fixes;
    m_findings.append(placed(diagnostic, id.file, id.document));
}

} // namespace

QList<Diagnostic> checkAuthorizations(const Workspace &workspace, const Mesh &mesh, const L4Ports &l4Ports)
{
    return AuthorizationChecks(workspace, mesh, l4Ports).run();
}

} // namespace sallyport
