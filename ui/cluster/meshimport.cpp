// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/meshimport.h"

#include "core/policy/edits.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::MeshImport)
};

/// What only a person knows of a port stays with its number.
Value withKnown(Value ports, const MeshGateway &known)
{
    for (Member &port : ports.members()) {
        const MeshGatewayPort *before = known.port(int(port.value[u"number"].toInt()));
        if (before && before->plaintext)
            port.value.set(u"plaintext"_s, true);
    }
    return ports;
}

class Changes
{
public:
    Changes(const Workspace &workspace, DocumentId id)
        : m_workspace(workspace)
        , m_id(id)
        , m_root(workspace.reading(id.file, id.document).source->root)
    {
    }

    void set(const FieldPath &path, const Value &value)
    {
        const yaml::Node *before = m_root.find(path);
        if (!value.isNull() && !(before && yaml::toValue(*before) == value))
            list.append(setField(m_workspace, {m_id.file, m_id.document, path}, value));
    }

    void addGateways(const Value &wanted, const QList<MeshGateway> &known, const FieldPath &gateways)
    {
        std::vector<Value> fresh;
        for (const Member &gateway : wanted.members()) {
            const auto same = std::find_if(known.begin(), known.end(), [&](const MeshGateway &one) {
                return one.namespaceName == gateway.value[u"namespace"].text()
                    && one.service == gateway.value[u"service"].text();
            });
            if (same == known.end())
                fresh.push_back(gateway.value);
            else
                set(gateways.index(int(same - known.begin())).child(u"ports"_s),
                    withKnown(gateway.value[u"ports"], *same));
        }
        if (!fresh.empty())
            list += insertItems(m_workspace, {m_id.file, m_id.document, gateways}, -1, fresh);
    }

    QList<DocumentChange> list;

private:
    const Workspace &m_workspace;
    DocumentId m_id;
    const yaml::Node &m_root;
};

} // namespace

StructureEdit importMesh(const Workspace &workspace, const FieldRef &selected, const kube::MeshFacts &facts,
                         const QString &context)
{
    const QString undoText = Texts::tr("Import the mesh of %1").arg(context);
    const Mesh mesh = meshOf(workspace);
    const yaml::Stream stream = yaml::parse(kube::meshDocument(facts, mesh.name));
    const Value document = yaml::toValue(stream.documents.front()->root);
    const FieldPath spec = FieldPath().child(u"spec"_s);
    const std::vector<DocumentId> meshes = documentsOf(workspace, DocumentKind::Mesh);
    if (meshes.empty()) {
        const int file = fileForNew(workspace, DocumentKind::Mesh, selected.file);
        const int position = int(workspace.files[size_t(file)]->documents.size());
        return {undoText, {appendDocument(workspace, file, document)}, {file, position, spec}};
    }
    Changes changes(workspace, meshes.front());
    changes.set(spec.child(u"istioVersion"_s), document[u"spec"][u"istioVersion"]);
    changes.set(spec.child(u"outboundTrafficPolicy"_s), document[u"spec"][u"outboundTrafficPolicy"]);
    changes.addGateways(document[u"spec"][u"gateways"], mesh.gateways, spec.child(u"gateways"_s));
    return {undoText, changes.list, {meshes.front().file, meshes.front().document, spec}};
}

} // namespace sallyport
