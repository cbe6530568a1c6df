// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/workspace.h"

#include "core/policy/addressfix.h"
#include "core/policy/documentfindings.h"
#include "core/policy/hostlimit.h"
#include "core/policy/paste/pasteplan.h"

#include <QCoreApplication>
#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

bool DocumentReading::isUsable(const FieldPath &part) const
{
    // Sorted in document order: what lies at or below `part` is one stretch that begins there.
    const auto below = std::lower_bound(defects.begin(), defects.end(), part, comesBefore);
    if (below != defects.end() && below->startsWith(part))
        return false;
    for (FieldPath above = part; !above.isEmpty();) {
        above = above.parent();
        if (std::binary_search(defects.begin(), defects.end(), above, comesBefore))
            return false;
    }
    return true;
}

const DocumentReading &Workspace::reading(int file, int document) const
{
    return *files[size_t(file)]->documents[size_t(document)];
}

std::vector<DocumentId> documentsOf(const Workspace &workspace, DocumentKind kind)
{
    std::vector<DocumentId> found;
    for (size_t file = 0; file < workspace.files.size(); ++file) {
        const auto &documents = workspace.files[file]->documents;
        for (size_t document = 0; document < documents.size(); ++document) {
            if (documents[document]->kind == kind)
                found.push_back({int(file), int(document)});
        }
    }
    return found;
}

Mesh meshOf(const Workspace &workspace)
{
    const std::vector<DocumentId> meshes = documentsOf(workspace, DocumentKind::Mesh);
    if (meshes.empty())
        return {};
    return *workspace.reading(meshes.front().file, meshes.front().document).mesh();
}

QStringList gatewaysOf(const Workspace &workspace, const Mesh &mesh)
{
    QStringList names;
    for (const MeshGateway &gateway : mesh.gateways)
        names.append(gateway.name);
    for (const DocumentId &id : documentsOf(workspace, DocumentKind::Policy)) {
        const Policy &policy = *workspace.reading(id.file, id.document).policy();
        names.append(policy.gateway);
        for (const Rule &rule : policy.rules) {
            for (const Destination &destination : rule.to) {
                if (destination.byEgressGateway)
                    names.append(destination.byEgressGateway->name);
            }
        }
    }
    names.removeAll(QString());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::vector<DocumentId> gatewayAuthorizations(const Workspace &workspace)
{
    const Mesh mesh = meshOf(workspace);
    const bool isForeign = mesh.assumed && documentsOf(workspace, DocumentKind::Policy).empty();
    QList<Labels> selectors;
    for (const QString &gateway : gatewaysOf(workspace, mesh))
        selectors.append(mesh.gateway(gateway).selector);
    std::vector<DocumentId> found;
    for (const DocumentId &id : documentsOf(workspace, DocumentKind::Authorization)) {
        const Labels &selector = workspace.reading(id.file, id.document).authorization()->selector;
        if (isForeign ? looksLikeEgressGateway(selector) : selectors.contains(selector))
            found.push_back(id);
    }
    return found;
}

bool looksLikeEgressGateway(const Labels &selector)
{
    return std::any_of(selector.begin(), selector.end(), [](const auto &label) {
        return label.first == "istio"_L1 && label.second.startsWith("egressgateway"_L1);
    });
}

namespace {

bool hasPolicy(const Workspace &workspace, const QString &namespaceName, const QString &name)
{
    const std::vector<DocumentId> policies = documentsOf(workspace, DocumentKind::Policy);
    return std::any_of(policies.begin(), policies.end(), [&](DocumentId id) {
        const DocumentReading &reading = workspace.reading(id.file, id.document);
        return reading.namespaceName == namespaceName && reading.name == name;
    });
}

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::WorkspaceFixes)
};

/// The way out of more hosts than a destination takes; none where there are too few.
QList<Fix> splitFixes(const Workspace &workspace, const FieldRef &hosts)
{
    const yaml::Node *list = workspace.reading(hosts.file, hosts.document).source->root.find(hosts.path);
    if (!list || list->members.size() <= size_t(mostHosts))
        return {};
    const int parts = (int(list->members.size()) + mostHosts - 1) / mostHosts;
    Fix fix;
    fix.title = Texts::tr("Split it into %1 destinations").arg(parts);
    const FieldRef destination{hosts.file, hosts.document, hosts.path.parent()};
    fix.changes = [workspace, destination](const QString &) { return splitDestination(workspace, destination); };
    return {fix};
}

/// A document does not know the others: some fixes reach beyond it, and others would run into one of them.
void completeFixes(const Workspace &workspace, Diagnostic &finding)
{
    const DocumentReading &reading = workspace.reading(finding.where.file, finding.where.document);
    if (finding.code == "host.ip"_L1)
        finding.fixes = addressFixes(workspace, finding.where);
    if (finding.code == "host.count"_L1)
        finding.fixes = splitFixes(workspace, finding.where);
    const Policy *policy = finding.code == "policy.name"_L1 ? reading.policy() : nullptr;
    if (policy && hasPolicy(workspace, policy->namespaceName, policyNameFor(policy->gateway)))
        finding.fixes.clear(); // two of one name would be worse
}

} // namespace

QList<Diagnostic> documentFindings(const Workspace &workspace)
{
    const std::vector<DocumentId> authorizations = gatewayAuthorizations(workspace);
    const auto isOurs = [&](const DocumentId &id) {
        const DocumentReading &reading = workspace.reading(id.file, id.document);
        return reading.kind != DocumentKind::Authorization
            || std::find(authorizations.begin(), authorizations.end(), id) != authorizations.end();
    };
    QList<Diagnostic> findings;
    for (size_t file = 0; file < workspace.files.size(); ++file) {
        const SourceFile &source = *workspace.files[file];
        for (const yaml::Problem &problem : source.stream.problems)
            findings.append(placed(findingOf(problem), int(file), 0));
        for (size_t document = 0; document < source.documents.size(); ++document) {
            if (!isOurs({int(file), int(document)}))
                continue;
            for (const Diagnostic &finding : source.documents[document]->findings) {
                findings.append(placed(finding, int(file), int(document)));
                completeFixes(workspace, findings.last());
            }
        }
    }
    return findings;
}

} // namespace sallyport
