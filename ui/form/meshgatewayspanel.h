// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/meshcursor.h"
#include "ui/form/section.h"

class QToolButton;

namespace sallyport {

class ItemStrip;
class LabelsEdit;
class RecordTable;

/// The egress gateways of the mesh, of which one is shown. What the document does not say is shown as assumed.
class MeshGatewaysPanel : public Section
{
    Q_OBJECT
public:
    MeshGatewaysPanel(MeshCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    MeshCursor *mesh() const { return static_cast<MeshCursor *>(cursor()); }
    FieldPath portsPath() const { return mesh()->gatewayPath().child(QStringLiteral("ports")); }
    void buildPorts();
    void refreshGateway();
    void showAssumed(const QString &name);
    void addGateway();
    void removeGateway(int gateway);
    void moveGateway(int gateway, int by);
    void listPorts();

    ItemStrip *m_strip;
    Field *m_gateways;
    Field *m_name;
    Field *m_namespace;
    Field *m_service;
    LabelsEdit *m_selectorEdit;
    Field *m_selector;
    RecordTable *m_portTable;
    QToolButton *m_listPorts;
    Field *m_ports;
};

} // namespace sallyport
