// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/documentcursor.h"

namespace sallyport {

/// A cursor that stands at a gateway of a Mesh.
class MeshCursor : public DocumentCursor
{
    Q_OBJECT
public:
    MeshCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent = nullptr);

    int gateway() const { return m_gateway; } ///< -1 where the Mesh lists none.
    FieldPath gatewaysPath() const;
    FieldPath gatewayPath() const;
    void setGateway(int gateway);

    QString gatewayTitle(int gateway) const;
    QString titleOf(const FieldPath &path) const override;
    /// The gateways that policies name and the Mesh does not list: the defaults are assumed for them.
    QStringList assumedGateways() const;

protected:
    void placeIn(const FieldPath &selected, bool another) override;
    QList<int> positions() const override { return {m_gateway}; }

private:
    int m_gateway = -1;
};

} // namespace sallyport
