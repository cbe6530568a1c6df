// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/protocolpanel.h"

#include "core/policy/edits.h"
#include "core/policy/protocol.h"
#include "ui/fields/inputs.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QString headingOf(TrafficClass trafficClass)
{
    switch (trafficClass) {
    case TrafficClass::Http:
        return ProtocolPanel::tr("HTTP: by host header");
    case TrafficClass::Tls:
        return ProtocolPanel::tr("TLS: by server name");
    case TrafficClass::Tcp:
        break;
    }
    return ProtocolPanel::tr("TCP: by address and port");
}

ChoiceBox *protocolChoices(QWidget *parent)
{
    auto *box = new ChoiceBox(parent);
    std::optional<TrafficClass> group;
    for (const ProtocolInfo &protocol : protocols()) {
        if (group != protocol.trafficClass) {
            group = protocol.trafficClass;
            box->addGroup(headingOf(protocol.trafficClass));
        }
        box->addChoice(protocol.name);
    }
    return box;
}

} // namespace

ProtocolPanel::ProtocolPanel(PolicyCursor *cursor, QWidget *parent)
    : PolicySection(tr("3 Protocol"), cursor, parent)
    , m_protocol(addChoiceField(u"spec.egressRules[].to[].port.protocol"_s, protocolChoices(this)))
    , m_number(addTextField(u"spec.egressRules[].to[].port.number"_s))
    , m_targetPort(addTextField(u"spec.egressRules[].to[].port.targetPort"_s))
    , m_portName(addTextField(u"spec.egressRules[].to[].port.name"_s))
{
    addRow({{m_protocol, 3}, {m_number, 3}, {m_targetPort, 3}, {m_portName, 3}});

    const FieldSpec upgrade = fieldSpec(u"spec.egressRules[].to[].httpsUpgrade.enabled"_s);
    m_upgradeBox = new QCheckBox(upgrade.help.title, this);
    m_upgrade = addField(upgrade, m_upgradeBox, Field::Label::InInput);
    m_upgradePort = addTextField(u"spec.egressRules[].to[].httpsUpgrade.port"_s, Field::Label::Beside);
    addRow({{m_upgrade, 7}, {m_upgradePort, 5}});
    connect(m_upgradeBox, &QCheckBox::clicked, this, &ProtocolPanel::setUpgraded);
}

void ProtocolPanel::refresh()
{
    const FieldPath port = cursor()->destinationPath().child(u"port"_s);
    const FieldPath upgrade = cursor()->destinationPath().child(u"httpsUpgrade"_s);
    show(m_protocol, port.child(u"protocol"_s));
    show(m_number, port.child(u"number"_s));
    show(m_targetPort, port.child(u"targetPort"_s));
    show(m_portName, port.child(u"name"_s));
    static_cast<LineEdit *>(m_targetPort->input())->setPlaceholderText(cursor()->text(port.child(u"number"_s)));

    show(m_upgrade, upgrade.child(u"enabled"_s));
    show(m_upgradePort, upgrade.child(u"port"_s));
    m_upgradeBox->setChecked(cursor()->text(upgrade.child(u"enabled"_s)) == "true"_L1);
    m_upgradeBox->setEnabled(cursor()->isEditable());
    m_upgradePort->setEnabled(m_upgradeBox->isChecked() || cursor()->has(upgrade.child(u"port"_s)));
}

QList<FieldPath> ProtocolPanel::places() const
{
    return {cursor()->destinationPath().child(u"port"_s), cursor()->destinationPath().child(u"httpsUpgrade"_s)};
}

void ProtocolPanel::setUpgraded(bool upgraded)
{
    const FieldPath upgrade = cursor()->destinationPath().child(u"httpsUpgrade"_s);
    const QString title = cursor()->titleOf(upgrade);
    const QString step = upgraded ? tr("Upgrade %1 to HTTPS").arg(title) : tr("Stop upgrading %1 to HTTPS").arg(title);
    // Without a port to remember, the switch leaves nothing behind.
    if (!upgraded && !cursor()->has(upgrade.child(u"port"_s)))
        cursor()->change(step, clearField(cursor()->workspace(), cursor()->ref(upgrade)));
    else
        cursor()->change(
            step, {setField(cursor()->workspace(), cursor()->ref(upgrade.child(u"enabled"_s)), Value(upgraded))});
}

} // namespace sallyport
