// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/gatewaypanel.h"

#include "ui/fields/inputs.h"
#include "ui/form/flow.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace sallyport {

GatewayPanel::GatewayPanel(PolicyCursor *cursor, QWidget *parent)
    : PolicySection(tr("4 Gateway port"), cursor, parent)
    , m_gateway(addTextField(u"spec.byEgressGateway.name"_s))
    , m_override(addTextField(u"spec.egressRules[].to[].byEgressGateway.name"_s))
    , m_port(addTextField(u"spec.egressRules[].to[].byEgressGateway.port"_s))
    , m_allocated(new QLabel(this))
{
    addRow({{m_gateway, 4}, {m_override, 4}, {m_port, 4}});
    m_allocated->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_allocated->setWordWrap(true);
    m_allocated->setForegroundRole(QPalette::PlaceholderText);
    const FieldHelp help = fieldSpec(u"status.autoAllocatedGatewayPorts"_s).help;
    m_allocated->setToolTip(help.meaning);
    m_allocated->setAccessibleDescription(help.meaning);
    addRow({{m_allocated, 12}});
}

void GatewayPanel::refresh()
{
    const FieldPath own = cursor()->destinationPath().child(u"byEgressGateway"_s);
    show(m_gateway, FieldPath().child(u"spec"_s).child(u"byEgressGateway"_s).child(u"name"_s));
    show(m_override, own.child(u"name"_s));
    show(m_port, own.child(u"port"_s));

    QStringList allocated;
    if (const Policy *policy = cursor()->reading() ? cursor()->reading()->policy() : nullptr) {
        for (const auto &[name, port] : policy->allocatedPorts)
            allocated.append(u"%1: %2"_s.arg(name).arg(port));
    }
    m_allocated->setVisible(!allocated.isEmpty());
    m_allocated->setText(tr("Allocated by ASM (read only): %1").arg(allocated.join(u", "_s)));
}

QList<FieldPath> GatewayPanel::places() const
{
    return {FieldPath().child(u"spec"_s).child(u"byEgressGateway"_s),
            cursor()->destinationPath().child(u"byEgressGateway"_s)};
}

void GatewayPanel::showAutomaticPort()
{
    const int chosen = gatewayPortOf(*cursor(), cursor()->editor()->compilation());
    auto *edit = static_cast<LineEdit *>(m_port->input());
    edit->setPlaceholderText(chosen > 0 ? tr("automatic: %1").arg(chosen) : tr("automatic"));
}

} // namespace sallyport
