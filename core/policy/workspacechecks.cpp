// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/workspacechecks.h"

#include "core/policy/authorizationchecks.h"
#include "core/policy/edits.h"
#include "core/policy/findingcodes.h"
#include "core/policy/names.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

FieldPath specPath()
{
    return FieldPath().child(u"spec"_s);
}

/// The checks over policies and Mesh; those of AuthorizationPolicies have a file of their own.
class WorkspaceChecks
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceChecks)
public:
    WorkspaceChecks(const Workspace &workspace, const Mesh &mesh)
        : m_workspace(workspace)
        , m_mesh(mesh)
        , m_meshes(documentsOf(workspace, DocumentKind::Mesh))
    {
    }

    QList<Diagnostic> run();

private:
    void checkMeshes();
    void checkNames();
    void checkPolicy(DocumentId id);
    void checkDestination(DocumentId id, const FieldPath &path, const Destination &destination);
    void checkGateway(const FieldRef &where, const QString &name);
    Fix addToMesh(const QString &gateway) const;
    void report(QLatin1StringView code, const FieldRef &where, const QString &message, const QList<Fix> &fixes = {},
                const QList<FieldRef> &related = {});

    const Workspace &m_workspace;
    const Mesh &m_mesh;
    std::vector<DocumentId> m_meshes;
    QList<Diagnostic> m_findings;
};

QList<Diagnostic> WorkspaceChecks::run()
{
    checkMeshes();
    checkNames();
    for (DocumentId id : documentsOf(m_workspace, DocumentKind::Policy))
        checkPolicy(id);
    return m_findings;
}

void WorkspaceChecks::checkMeshes()
{
    const FieldPath kind = FieldPath().child(u"kind"_s);
    for (size_t i = 1; i < m_meshes.size(); ++i) {
        report("mesh.duplicate"_L1, {m_meshes[i].file, m_meshes[i].document, kind},
               tr("The workspace has a Mesh already. That one counts; nothing of this one is used."), {},
               {{m_meshes[0].file, m_meshes[0].document, kind}});
    }
    if (m_mesh.outboundTrafficPolicy == OutboundTrafficPolicy::AllowAny && !m_meshes.empty()) {
        report(
            "mesh.allow-any"_L1, {m_meshes[0].file, m_meshes[0].document, specPath().child(u"outboundTrafficPolicy"_s)},
            tr("With ALLOW_ANY, sidecars let out whatever no rule speaks of: the rules restrict nothing. Set REGISTRY_ONLY in the mesh, then here."));
    }
}

void WorkspaceChecks::checkNames()
{
    const FieldPath name = FieldPath().child(u"metadata"_s).child(u"name"_s);
    QHash<std::pair<QString, QString>, FieldRef> seen;
    for (DocumentId id : documentsOf(m_workspace, DocumentKind::Policy)) {
        const DocumentReading &reading = m_workspace.reading(id.file, id.document);
        const std::pair key(reading.namespaceName, reading.name);
        const FieldRef where{id.file, id.document, name};
        if (reading.name.isEmpty())
            continue;
        if (!seen.contains(key)) {
            seen.insert(key, where);
            continue;
        }
        report(
            "policy.duplicate"_L1, where,
            tr("Another policy of the workspace is named %1 in namespace %2, too: on a cluster one would replace the other.")
                .arg(key.second, key.first),
            {}, {seen[key]});
    }
}

void WorkspaceChecks::checkPolicy(DocumentId id)
{
    const Policy &policy = *m_workspace.reading(id.file, id.document).policy();
    checkGateway({id.file, id.document, specPath().child(u"byEgressGateway"_s).child(u"name"_s)}, policy.gateway);
    const FieldPath rules = specPath().child(u"egressRules"_s);
    for (int rule = 0; rule < policy.rules.size(); ++rule) {
        const FieldPath to = rules.index(rule).child(u"to"_s);
        for (int i = 0; i < policy.rules[rule].to.size(); ++i)
            checkDestination(id, to.index(i), policy.rules[rule].to[i]);
    }
}

void WorkspaceChecks::checkDestination(DocumentId id, const FieldPath &path, const Destination &destination)
{
    if (destination.byEgressGateway)
        checkGateway({id.file, id.document, path.child(u"byEgressGateway"_s).child(u"name"_s)},
                     destination.byEgressGateway->name);
    if (m_workspace.target == Target::Asm && destination.hosts.size() > 1) {
        report(
            "host.same-address"_L1, {id.file, id.document, path.child(u"hosts"_s)},
            tr("ASM sends all hosts of this list to the same addresses. Hosts that live elsewhere need a destination of their own."));
    }
}

void WorkspaceChecks::checkGateway(const FieldRef &where, const QString &name)
{
    // A Mesh without gateways leaves all of them to the defaults on purpose.
    if (m_mesh.gateways.isEmpty() || !isGatewayName(name) || m_mesh.lists(name))
        return;
    report("gateway.unknown"_L1, where,
           tr("The Mesh does not list gateway %1; namespace, label, Service and ports are assumed for it.").arg(name),
           {addToMesh(name)});
}

Fix WorkspaceChecks::addToMesh(const QString &gateway) const
{
    const DocumentChange change = addMeshGateway(m_workspace, m_meshes.front().file, gateway);
    return {tr("Add %1 to the Mesh").arg(gateway), std::nullopt, [change](const QString &) { return QList{change}; },
            false};
}

void WorkspaceChecks::report(QLatin1StringView code, const FieldRef &where, const QString &message,
                             const QList<Fix> &fixes, const QList<FieldRef> &related)
{
    Diagnostic diagnostic = finding(code, m_workspace.target, where, message);
    diagnostic.fixes = fixes;
    diagnostic.related = related;
    m_findings.append(std::move(diagnostic));
}

} // namespace

QList<Diagnostic> checkWorkspace(const Workspace &workspace, const Mesh &mesh, const L4Ports &l4Ports)
{
    return WorkspaceChecks(workspace, mesh).run() + checkAuthorizations(workspace, mesh, l4Ports);
}

} // namespace sallyport
