// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/meshcursor.h"

using namespace Qt::StringLiterals;

namespace sallyport {

MeshCursor::MeshCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent)
    : DocumentCursor(DocumentKind::Mesh, editor, selection, parent)
{
    follow();
}

FieldPath MeshCursor::gatewaysPath() const
{
    return FieldPath().child(u"spec"_s).child(u"gateways"_s);
}

FieldPath MeshCursor::gatewayPath() const
{
    return gatewaysPath().index(m_gateway);
}

void MeshCursor::setGateway(int gateway)
{
    if (gateway != m_gateway)
        select(gatewaysPath().index(gateway));
}

QString MeshCursor::gatewayTitle(int gateway) const
{
    const QString name = text(gatewaysPath().index(gateway).child(u"name"_s));
    return name.isEmpty() ? tr("gateway %1").arg(gateway + 1) : name;
}

QString MeshCursor::titleOf(const FieldPath &path) const
{
    const int gateway = indexIn(path, gatewaysPath());
    return gateway >= 0 ? gatewayTitle(gateway) : DocumentCursor::titleOf(path);
}

QStringList MeshCursor::assumedGateways() const
{
    QStringList names;
    const Mesh *mesh = reading() ? reading()->mesh() : nullptr;
    for (const QString &name : gatewaysOf(workspace(), Mesh())) {
        if (mesh && !mesh->lists(name))
            names.append(name);
    }
    return names;
}

void MeshCursor::placeIn(const FieldPath &selected, bool another)
{
    m_gateway = nearestPosition(indexIn(selected, gatewaysPath()), another ? -1 : m_gateway, count(gatewaysPath()));
}

} // namespace sallyport
