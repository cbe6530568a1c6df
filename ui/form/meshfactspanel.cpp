// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/meshfactspanel.h"

#include "core/policy/edits.h"
#include "ui/fields/inputs.h"
#include "ui/form/meshfields.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

FieldPath spec()
{
    return FieldPath().child(u"spec"_s);
}

ChoiceBox *outboundChoices(QWidget *parent)
{
    auto *box = new ChoiceBox(parent);
    box->addEmptyChoice(MeshFactsPanel::tr("unknown (REGISTRY_ONLY is assumed)"));
    box->addChoice(u"REGISTRY_ONLY"_s);
    box->addChoice(u"ALLOW_ANY"_s);
    return box;
}

} // namespace

MeshFactsPanel::MeshFactsPanel(MeshCursor *cursor, QWidget *parent)
    : Section(tr("Mesh"), cursor, parent)
    , m_name(addTextField(meshField(u"metadata.name"_s)))
    , m_outbound(addChoiceField(meshField(u"spec.outboundTrafficPolicy"_s), outboundChoices(this)))
    , m_version(addTextField(meshField(u"spec.istioVersion"_s)))
{
    const FieldSpec dns = meshField(u"spec.dnsCapture"_s);
    m_dnsBox = new QCheckBox(dns.help.title, this);
    m_dns = addField(dns, m_dnsBox, Field::Label::InInput);
    addRow({{m_name, 3}, {m_outbound, 6}, {m_version, 3}});
    addRow({{m_dns, 12}});
    connect(m_dnsBox, &QCheckBox::clicked, this, &MeshFactsPanel::setDnsCapture);
}

void MeshFactsPanel::refresh()
{
    const FieldPath dns = spec().child(u"dnsCapture"_s);
    show(m_name, FieldPath().child(u"metadata"_s).child(u"name"_s));
    show(m_outbound, spec().child(u"outboundTrafficPolicy"_s));
    show(m_version, spec().child(u"istioVersion"_s));
    show(m_dns, dns);
    m_dnsBox->setChecked(cursor()->text(dns) == "true"_L1);
    m_dnsBox->setEnabled(cursor()->isEditable());
}

QList<FieldPath> MeshFactsPanel::places() const
{
    return {FieldPath()};
}

void MeshFactsPanel::setDnsCapture(bool captured)
{
    const FieldPath dns = spec().child(u"dnsCapture"_s);
    const QString step = cursor()->undoText(meshField(u"spec.dnsCapture"_s), dns);
    cursor()->change(step, {setField(cursor()->workspace(), cursor()->ref(dns), Value(captured))});
}

} // namespace sallyport
