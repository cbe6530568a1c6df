// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/meshgatewayspanel.h"

#include "core/policy/edits.h"
#include "core/policy/policywriter.h"
#include "ui/fields/inputs.h"
#include "ui/fields/itemstrip.h"
#include "ui/form/labelsedit.h"
#include "ui/form/meshfields.h"
#include "ui/form/recordtable.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QList<RecordColumn> portColumns()
{
    using Kind = RecordColumn::Kind;
    const FieldPath root;
    EntryModel::Choices protocols;
    for (const QString &name : {u"HTTP"_s, u"HTTP2"_s, u"GRPC"_s, u"HTTPS"_s, u"TLS"_s, u"TCP"_s})
        protocols.append({name, name});
    const EntryModel::Choices plaintext = {{QString(), QString()}, {u"true"_s, MeshGatewaysPanel::tr("plaintext")}};
    return {
        {.title = MeshGatewaysPanel::tr("Number"),
         .path = root.child(u"number"_s),
         .kind = Kind::Number,
         .width = 9,
         .isRequired = true},
        {.title = MeshGatewaysPanel::tr("Target"),
         .path = root.child(u"targetPort"_s),
         .kind = Kind::Number,
         .width = 9},
        {.title = MeshGatewaysPanel::tr("Protocol"),
         .path = root.child(u"protocol"_s),
         .width = 11,
         .isRequired = true,
         .choices = protocols},
        {.title = MeshGatewaysPanel::tr("Name"), .path = root.child(u"name"_s), .width = 11},
        {.title = MeshGatewaysPanel::tr("Plaintext"),
         .path = root.child(u"plaintext"_s),
         .kind = Kind::Flag,
         .width = 11,
         .choices = plaintext},
    };
}

QString portsText(const MeshGateway &gateway)
{
    QStringList texts;
    for (const MeshGatewayPort &port : gateway.ports)
        texts.append(u"%1 %2"_s.arg(QString::number(port.number), port.protocol));
    return texts.join(u", "_s);
}

void setPlaceholder(Field *field, const QString &text)
{
    static_cast<LineEdit *>(field->input())->setPlaceholderText(text);
}

} // namespace

MeshGatewaysPanel::MeshGatewaysPanel(MeshCursor *cursor, QWidget *parent)
    : Section(tr("Egress gateways"), cursor, parent)
    , m_strip(new ItemStrip(tr("Add a gateway"), tr("Remove this gateway"), this))
    , m_gateways(addField(meshField(u"spec.gateways"_s), m_strip))
    , m_name(addTextField(meshField(u"spec.gateways[].name"_s)))
    , m_namespace(addTextField(meshField(u"spec.gateways[].namespace"_s)))
    , m_service(addTextField(meshField(u"spec.gateways[].service"_s)))
{
    const FieldSpec selector = meshField(u"spec.gateways[].selector"_s);
    m_selectorEdit = new LabelsEdit({tr("Label"), tr("Value")}, tr("Add a label…"), selector, cursor, this);
    m_selector = addField(selector, m_selectorEdit);
    buildPorts();
    addRow({{m_gateways, 12}});
    addRow({{m_name, 4}, {m_namespace, 4}, {m_service, 4}});
    addRow({{m_selector, 4}, {m_ports, 8}});

    connect(m_strip, &ItemStrip::currentChosen, cursor, &MeshCursor::setGateway);
    connect(m_strip, &ItemStrip::addRequested, this, &MeshGatewaysPanel::addGateway);
    connect(m_strip, &ItemStrip::removeRequested, this, &MeshGatewaysPanel::removeGateway);
    connect(m_strip, &ItemStrip::moveRequested, this, &MeshGatewaysPanel::moveGateway);
    connect(m_selector, &Field::revealed, m_selectorEdit, &LabelsEdit::goTo);
}

void MeshGatewaysPanel::buildPorts()
{
    m_portTable =
        new RecordTable(cursor(), portColumns(), tr("Add…"), {tr("Add a port"), tr("Remove the selected ports")}, this);
    m_portTable->newRecord = [](const QString &number) {
        bool isNumber = false;
        const int value = number.toInt(&isNumber);
        return Value::map({{u"number"_s, isNumber ? Value(value) : Value(number)}, {u"protocol"_s, u"HTTPS"_s}});
    };
    m_portTable->titleOf = [this](const FieldPath &port) {
        return tr("port %1").arg(cursor()->text(port.child(u"number"_s)));
    };
    m_portTable->view()->setVisibleRows(4);
    m_listPorts = m_portTable->addButton(u"fix"_s, tr("List the ports that are assumed"));
    m_listPorts->setFocusPolicy(Qt::TabFocus);
    m_ports = addField(meshField(u"spec.gateways[].ports"_s), m_portTable);
    connect(m_listPorts, &QToolButton::clicked, this, &MeshGatewaysPanel::listPorts);
    connect(m_ports, &Field::findingsChanged, this, [this] { m_portTable->showFindings(m_ports->findings()); });
    connect(m_ports, &Field::revealed, m_portTable, &RecordTable::goTo);
}

void MeshGatewaysPanel::refresh()
{
    const int gateways = cursor()->count(mesh()->gatewaysPath());
    m_gateways->setPath(mesh()->gatewaysPath());
    QList<StripItem> items;
    for (int i = 0; i < gateways; ++i)
        items.append({.title = mesh()->gatewayTitle(i)});
    m_strip->setItems(items, mesh()->gateway());
    m_strip->setEditable(cursor()->isEditable());
    for (Field *field : {m_name, m_namespace, m_service, m_selector, m_ports})
        field->setVisible(gateways > 0);
    if (gateways > 0)
        refreshGateway();
}

void MeshGatewaysPanel::refreshGateway()
{
    const FieldPath gateway = mesh()->gatewayPath();
    show(m_name, gateway.child(u"name"_s));
    show(m_namespace, gateway.child(u"namespace"_s));
    show(m_service, gateway.child(u"service"_s));
    m_selector->setPath(gateway.child(u"selector"_s));
    m_selectorEdit->showMap(gateway.child(u"selector"_s));
    m_ports->setPath(portsPath());
    m_portTable->showList(portsPath());
    m_listPorts->setVisible(!cursor()->has(portsPath()));
    m_listPorts->setEnabled(cursor()->isEditable());
    showAssumed(cursor()->text(gateway.child(u"name"_s)));
}

/// What holds where the document says nothing, in the places where it would say it.
void MeshGatewaysPanel::showAssumed(const QString &name)
{
    const MeshGateway assumed = assumedGateway(name);
    setPlaceholder(m_namespace, tr("assumed: %1").arg(assumed.namespaceName));
    setPlaceholder(m_service, tr("assumed: %1").arg(assumed.service));
    m_selectorEdit->setEmptyText(tr("Assumed: istio=%1").arg(name));
    m_portTable->view()->setEmptyText(tr("Assumed: %1").arg(portsText(assumed)));
}

QList<FieldPath> MeshGatewaysPanel::places() const
{
    return {mesh()->gatewaysPath(), mesh()->gatewayPath()};
}

/// A new gateway is the first that policies name and that is not listed, where there is one.
void MeshGatewaysPanel::addGateway()
{
    const FieldPath list = mesh()->gatewaysPath();
    const int position = cursor()->count(list);
    const Value gateway = Value::map({{u"name"_s, mesh()->assumedGateways().value(0)}});
    const QString step = tr("Add a gateway to %1").arg(cursor()->titleOf(list));
    if (cursor()->change(step, {insertItem(cursor()->workspace(), cursor()->ref(list), position, gateway)}))
        cursor()->reveal(list.index(position).child(u"name"_s));
}

void MeshGatewaysPanel::removeGateway(int gateway)
{
    if (gateway < 0)
        return;
    const FieldPath list = mesh()->gatewaysPath();
    const FieldPath gone = cursor()->count(list) == 1 ? list : list.index(gateway);
    cursor()->change(tr("Remove gateway %1").arg(mesh()->gatewayTitle(gateway)),
                     clearField(cursor()->workspace(), cursor()->ref(gone)));
}

void MeshGatewaysPanel::moveGateway(int gateway, int by)
{
    const FieldPath list = mesh()->gatewaysPath();
    const QString step = tr("Move gateway %1").arg(mesh()->gatewayTitle(gateway));
    if (cursor()->change(step, {moveItemTo(cursor()->ref(list.index(gateway)), gateway + by)}))
        cursor()->select(list.index(gateway + by));
}

void MeshGatewaysPanel::listPorts()
{
    MeshGateway gateway = assumedGateway(cursor()->text(mesh()->gatewayPath().child(u"name"_s)));
    gateway.portsListed = true;
    const Value written = toValue(gateway);
    cursor()->change(tr("List the ports of %1").arg(gateway.name),
                     {setField(cursor()->workspace(), cursor()->ref(portsPath()), written[u"ports"])});
}

} // namespace sallyport
