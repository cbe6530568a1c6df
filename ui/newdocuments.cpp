// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/newdocuments.h"

#include "core/istio/names.h"
#include "core/policy/authorizationwriter.h"
#include "core/policy/edits.h"
#include "core/policy/policywriter.h"
#include "ui/form/documentcursor.h"
#include "ui/selection.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::NewDocuments)
};

/// What is selected, in the terms of a policy; what is not there is empty.
struct Context {
    QString gateway;
    Rule rule;
    Destination destination;
};

/// The document that is meant where a whole file is selected: its first policy.
const Policy *selectedPolicy(const Workspace &workspace, const FieldRef &selected)
{
    const auto &documents = workspace.files[size_t(selected.file)]->documents;
    if (selected.document >= 0 && selected.document < int(documents.size()))
        return documents[size_t(selected.document)]->policy();
    for (const auto &document : documents) {
        if (const Policy *policy = document->policy())
            return policy;
    }
    return nullptr;
}

Context contextOf(const Workspace &workspace, const FieldRef &selected)
{
    Context context;
    const QStringList gateways = gatewaysOf(workspace, meshOf(workspace));
    context.gateway = gateways.value(0);
    const Policy *policy = selectedPolicy(workspace, selected);
    if (!policy)
        return context;
    const FieldPath rule = rulePathOf(selected.path);
    const FieldPath destination = destinationPathOf(selected.path);
    context.rule = policy->rules.value(rule.isEmpty() ? 0 : rule.last().index);
    context.destination = context.rule.to.value(destination.isEmpty() ? 0 : destination.last().index);
    context.gateway = policy->gateway.isEmpty() ? context.gateway : policy->gateway;
    if (const auto &own = context.destination.byEgressGateway; own && !own->name.isEmpty())
        context.gateway = own->name;
    return context;
}

bool isHttp(const Destination &destination)
{
    return destination.port.protocol && info(*destination.port.protocol).trafficClass == TrafficClass::Http;
}

QStringList namespacesOf(const Rule &rule)
{
    QStringList names;
    for (const Source &source : rule.from) {
        if (!source.namespaceName.isEmpty() && !names.contains(source.namespaceName))
            names.append(source.namespaceName);
    }
    return names;
}

/// A name that no other document of the kind has in the workspace.
QString freeName(const Workspace &workspace, DocumentKind kind, const QString &wanted)
{
    QStringList taken;
    for (const DocumentId &id : documentsOf(workspace, kind))
        taken.append(workspace.reading(id.file, id.document).name);
    QString name = wanted;
    for (int i = 2; taken.contains(name); ++i)
        name = u"%1-%2"_s.arg(wanted).arg(i);
    return name;
}

StructureEdit append(const Workspace &workspace, DocumentKind kind, const FieldRef &selected, const QString &undoText,
                     const Value &document, const FieldPath &after)
{
    const int file = fileForNew(workspace, kind, selected.file);
    const DocumentChange change = appendDocument(workspace, file, document);
    return {undoText, {change}, {file, change.document, after}};
}

/// A rule that speaks of HTTP requests only, even where it says nothing of them yet.
Value firstRules(const QStringList &namespaces, const QStringList &hosts, const GatewayFacts &facts)
{
    AuthorizationIntent intent;
    intent.action = u"DENY"_s;
    intent.namespaces = namespaces;
    intent.hosts = hosts;
    intent.httpTargetPorts = facts.targetPorts;
    Value rules = safeRules(intent, facts.wildcardDoor);
    if (hosts.isEmpty())
        rules.members().front().value.add(u"when"_s, Value::list(std::vector<Value>{streamCondition(false)}));
    return rules;
}

/// The namespaces whose workloads leave through the gateway.
QStringList clientsOf(const Workspace &workspace, const QString &gateway)
{
    QStringList names;
    for (const DocumentId &id : documentsOf(workspace, DocumentKind::Policy)) {
        const Policy &policy = *workspace.reading(id.file, id.document).policy();
        for (const Rule &rule : policy.rules) {
            const bool uses = std::any_of(rule.to.begin(), rule.to.end(), [&](const Destination &destination) {
                const auto &own = destination.byEgressGateway;
                return (own && !own->name.isEmpty() ? own->name : policy.gateway) == gateway;
            });
            names += uses ? namespacesOf(rule) : QStringList();
        }
    }
    names.removeDuplicates();
    return names;
}

QString urlOf(const Destination &destination)
{
    const QString host = destination.hosts.value(0, u"www.example.com"_s);
    const bool http = isHttp(destination);
    const int usual = http ? 80 : 443;
    const QString port = destination.port.number == usual || !destination.port.number
        ? QString()
        : u":%1"_s.arg(destination.port.number);
    return u"%1://%2%3/"_s.arg(http ? u"http"_s : u"https"_s, host, port);
}

} // namespace

GatewayFacts gatewayFacts(const Mesh &mesh, const QString &gateway)
{
    if (gateway.isEmpty())
        return {};
    const auto door = [gateway](const QString &host) { return Names().wildcardDoorSni(gateway, canonicalHost(host)); };
    return factsOf(mesh.gateway(gateway), door);
}

QString gatewayOf(const Workspace &workspace, const Mesh &mesh, const AuthorizationPolicy &policy)
{
    for (const QString &name : gatewaysOf(workspace, mesh)) {
        if (!policy.selector.isEmpty() && mesh.gateway(name).selector == policy.selector)
            return name;
    }
    // Among foreign documents alone, the gateway is known by the name that egress gateways usually have.
    const bool isForeign = mesh.assumed && documentsOf(workspace, DocumentKind::Policy).empty();
    for (const auto &[key, value] : policy.selector) {
        if (isForeign && key == "istio"_L1 && looksLikeEgressGateway(policy.selector))
            return value;
    }
    return {};
}

StructureEdit newAuthorization(const Workspace &workspace, const FieldRef &selected)
{
    const Mesh mesh = meshOf(workspace);
    const Context context = contextOf(workspace, selected);
    const QString gateway = context.gateway.isEmpty() ? u"egressgateway"_s : context.gateway;
    const GatewayFacts facts = gatewayFacts(mesh, gateway);
    const QStringList hosts = isHttp(context.destination) ? context.destination.hosts : QStringList();
    const QString name = freeName(workspace, DocumentKind::Authorization, gateway + "-access"_L1);
    const Value document = authorizationDocument(name, mesh.gateway(gateway), mesh, u"DENY"_s,
                                                 firstRules(namespacesOf(context.rule), hosts, facts));
    const FieldPath operation = authorizationRulesPath().index(0).child(u"to"_s).index(0).child(u"operation"_s);
    return append(workspace, DocumentKind::Authorization, selected, Texts::tr("New AuthorizationPolicy %1").arg(name),
                  document, operation.child(u"methods"_s));
}

StructureEdit newAuthorizationRule(const Workspace &workspace, const DocumentId &policy, int before)
{
    const DocumentReading &reading = workspace.reading(policy.file, policy.document);
    const AuthorizationPolicy &content = *reading.authorization();
    const QString gateway = gatewayOf(workspace, meshOf(workspace), content);
    Value rule = firstRules(clientsOf(workspace, gateway), {}, {}).members().front().value;
    const FieldPath from = authorizationRulesPath().index(before - 1).child(u"from"_s);
    if (const yaml::Node *sources = before > 0 ? reading.source->root.find(from) : nullptr;
        sources && sources->kind == yaml::NodeKind::List)
        rule.set(u"from"_s, yaml::toValue(*sources));
    const FieldRef rules{policy.file, policy.document, authorizationRulesPath()};
    const FieldPath operation = rules.path.index(before).child(u"to"_s).index(0).child(u"operation"_s);
    return {Texts::tr("Add a rule to %1").arg(reading.name),
            {insertItem(workspace, rules, before, rule)},
            {policy.file, policy.document, operation.child(u"hosts"_s)}};
}

bool lacksMesh(const Workspace &workspace)
{
    return documentsOf(workspace, DocumentKind::Mesh).empty();
}

StructureEdit newMesh(const Workspace &workspace, const FieldRef &selected)
{
    Mesh mesh;
    mesh.outboundTrafficPolicy = OutboundTrafficPolicy::RegistryOnly;
    for (const QString &name : gatewaysOf(workspace, mesh)) {
        MeshGateway gateway = assumedGateway(name);
        gateway.portsListed = true;
        mesh.gateways.append(gateway);
    }
    return append(workspace, DocumentKind::Mesh, selected, Texts::tr("New Mesh from what is assumed"), toValue(mesh),
                  FieldPath().child(u"spec"_s).child(u"outboundTrafficPolicy"_s));
}

namespace {

FieldPath casesPath()
{
    return FieldPath().child(u"spec"_s).child(u"cases"_s);
}

/// A host that a wildcard stands for.
QString nameUnder(const QString &wildcard, const Mesh &mesh)
{
    const MeshHost *known = mesh.host(wildcard);
    return known && !known->representative.isEmpty() ? known->representative : "www"_L1 + wildcard.mid(1);
}

} // namespace

Expectation expectationFor(const Workspace &workspace, const FieldRef &selected)
{
    const DocumentReading *reading = nullptr;
    if (selected.document >= 0 && selected.document < int(workspace.files[size_t(selected.file)]->documents.size()))
        reading = &workspace.reading(selected.file, selected.document);
    const Expectations *expectations = reading ? reading->expectations() : nullptr;
    if (const int i = indexIn(selected.path, casesPath()); expectations && i >= 0 && i < expectations->cases.size())
        return expectations->cases[i];
    const Context context = contextOf(workspace, selected);
    Destination destination = context.destination;
    const Source source = context.rule.from.value(0);
    const int host = indexIn(selected.path, destinationPathOf(selected.path).child(u"hosts"_s));
    if (host > 0 && host < destination.hosts.size())
        destination.hosts = {destination.hosts[host]};
    if (destination.hosts.value(0).startsWith("*."_L1))
        destination.hosts = {nameUnder(destination.hosts[0], meshOf(workspace))};
    Expectation expectation;
    expectation.namespaceName = source.namespaceName.isEmpty() ? u"default"_s : source.namespaceName;
    expectation.labels = source.workloadSelector;
    const bool isTcp = destination.port.protocol && info(*destination.port.protocol).trafficClass == TrafficClass::Tcp;
    if (isTcp)
        expectation.request.tcp =
            u"%1:%2"_s.arg(destination.hosts.value(0, u"db.example.com"_s)).arg(destination.port.number);
    else
        expectation.request.url = urlOf(destination);
    expectation.verdict = ExpectedVerdict::Allowed;
    return expectation;
}

namespace {

StructureEdit beginExpectations(const Workspace &workspace, const FieldRef &selected, const Expectation &expectation,
                                const FieldPath &after)
{
    Expectations expectations;
    expectations.name = freeName(workspace, DocumentKind::Expectations, u"expectations"_s);
    expectations.cases = {expectation};
    return append(workspace, DocumentKind::Expectations, selected, Texts::tr("New Expectations"), toValue(expectations),
                  after);
}

} // namespace

StructureEdit addExpectation(const Workspace &workspace, const FieldRef &selected, const Expectation &expectation)
{
    std::vector<DocumentId> documents = documentsOf(workspace, DocumentKind::Expectations);
    if (documents.empty())
        return beginExpectations(workspace, selected, expectation, casesPath().index(0));
    const auto chosen = std::find(documents.begin(), documents.end(), DocumentId{selected.file, selected.document});
    const DocumentId id = chosen == documents.end() ? documents.front() : *chosen;
    const FieldRef list{id.file, id.document, casesPath()};
    const Expectations *there = workspace.reading(id.file, id.document).expectations();
    const QList<Expectation> cases = there ? there->cases : QList<Expectation>();
    for (int i = 0; i < int(cases.size()); ++i) {
        Expectation same = cases[i];
        same.name = expectation.name;
        if (same == expectation)
            return {{}, {}, {id.file, id.document, casesPath().index(i)}};
    }
    return {Texts::tr("Add a case"),
            {insertItem(workspace, list, -1, toValue(expectation))},
            {id.file, id.document, casesPath().index(int(cases.size()))}};
}

StructureEdit newExpectations(const Workspace &workspace, const FieldRef &selected)
{
    return beginExpectations(workspace, selected, expectationFor(workspace, selected),
                             casesPath().index(0).child(u"name"_s));
}

StructureEdit newExpectation(const Workspace &workspace, const DocumentId &expectations, int before)
{
    const DocumentReading &reading = workspace.reading(expectations.file, expectations.document);
    Expectation expectation = reading.expectations()->cases.value(before - 1);
    expectation.name.clear();
    expectation.request = {};
    expectation.request.url = u"https://"_s;
    expectation.status.reset();
    expectation.verdict = ExpectedVerdict::Allowed;
    const FieldRef cases{expectations.file, expectations.document, casesPath()};
    return {Texts::tr("Add a case"),
            {insertItem(workspace, cases, before, toValue(expectation))},
            {expectations.file, expectations.document, cases.path.index(before).child(u"request"_s).child(u"url"_s)}};
}

} // namespace sallyport
