// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationpanel.h"

#include "core/policy/authorizationedits.h"
#include "core/policy/edits.h"
#include "core/policy/labels.h"
#include "ui/fields/inputs.h"
#include "ui/fields/itemstrip.h"
#include "ui/form/authorizationfields.h"
#include "ui/newdocuments.h"

#include <QCheckBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

FieldPath spec()
{
    return FieldPath().child(u"spec"_s);
}

} // namespace

AuthorizationPanel::AuthorizationPanel(AuthorizationCursor *cursor, QWidget *parent)
    : AuthorizationSection(tr("AuthorizationPolicy"), cursor, parent)
    , m_name(addTextField(authorizationField(u"metadata.name"_s)))
    , m_namespace(addTextField(authorizationField(u"metadata.namespace"_s)))
    , m_gatewayBox(new ChoiceBox(this))
    , m_gateway(addField(authorizationField(u"spec.selector"_s), m_gatewayBox))
    , m_actionBox(new ChoiceBox(this))
    , m_action(addField(authorizationField(u"spec.action"_s), m_actionBox))
{
    m_gatewayBox->setPlaceholderText(authorizationField(u"spec.selector"_s).placeholder);
    m_actionBox->setPlaceholderText(authorizationField(u"spec.action"_s).placeholder);
    m_actionBox->addChoice(u"DENY"_s, tr("DENY: refuse what a rule matches"));
    m_actionBox->addChoice(u"ALLOW"_s, tr("ALLOW: refuse what no rule matches"));
    m_actionBox->addChoice(u"AUDIT"_s, tr("AUDIT: only mark what a rule matches"));
    const FieldSpec streams = authorizationField(u"spec.rules[].when[]"_s);
    m_streamsBox = new QCheckBox(streams.help.title, this);
    m_streams = addField(streams, m_streamsBox, Field::Label::InInput);
    m_strip = new ItemStrip(tr("Add a rule"), tr("Remove this rule"), this);
    m_rules = addField(authorizationField(u"spec.rules"_s), m_strip);
    addRow({{m_name, 7}, {m_namespace, 5}});
    addRow({{m_gateway, 5}, {m_action, 7}});
    addRow({{m_streams, 12}});
    addRow({{m_rules, 12}});

    connect(m_gatewayBox, &ChoiceBox::chosen, this, &AuthorizationPanel::chooseGateway);
    connect(m_actionBox, &ChoiceBox::chosen, this, &AuthorizationPanel::chooseAction);
    connect(m_streamsBox, &QCheckBox::clicked, this, &AuthorizationPanel::setStreamsOpen);
    connect(m_strip, &ItemStrip::currentChosen, cursor, &AuthorizationCursor::setRule);
    connect(m_strip, &ItemStrip::addRequested, this, &AuthorizationPanel::addRule);
    connect(m_strip, &ItemStrip::removeRequested, this, &AuthorizationPanel::removeRule);
    connect(m_strip, &ItemStrip::moveRequested, this, &AuthorizationPanel::moveRule);
}

void AuthorizationPanel::refresh()
{
    const FieldPath metadata = FieldPath().child(u"metadata"_s);
    show(m_name, metadata.child(u"name"_s));
    show(m_namespace, metadata.child(u"namespace"_s));
    m_gateway->setPath(spec().child(u"selector"_s));
    refreshGateways();
    m_gatewayBox->setEnabled(cursor()->isEditable());
    m_action->setPath(spec().child(u"action"_s));
    m_actionBox->showText(cursor()->text(spec().child(u"action"_s)));
    m_actionBox->setEnabled(cursor()->isEditable() && cursor()->action() != "CUSTOM"_L1);

    const bool allows = cursor()->action() == "ALLOW"_L1;
    const int streamRule = allows ? cursor()->streamRule() : -1;
    const int rules = cursor()->policy() ? int(cursor()->policy()->rules.size()) : 0;
    // Where it is written, or would be.
    m_streams->setPath(authorizationRulesPath().index(streamRule < 0 ? rules : streamRule).child(u"when"_s));
    m_streams->setVisible(allows);
    m_streamsBox->setChecked(streamRule >= 0);
    m_streamsBox->setEnabled(cursor()->areRulesEditable());
    m_rules->setPath(authorizationRulesPath());
    refreshStrip();
}

/// The gateways of the workspace; where the policy protects none of them, what it selects.
void AuthorizationPanel::refreshGateways()
{
    const QStringList gateways = gatewaysOf(cursor()->workspace(), meshOf(cursor()->workspace()));
    if (m_gateways != gateways || m_gatewayBox->count() == 0) {
        m_gateways = gateways;
        m_gatewayBox->clear();
        for (const QString &name : gateways)
            m_gatewayBox->addChoice(name);
    }
    QString shown = cursor()->gateway();
    if (shown.isEmpty() && cursor()->policy())
        shown = labelsText(cursor()->policy()->selector);
    m_gatewayBox->showText(shown);
}

void AuthorizationPanel::refreshStrip()
{
    QList<StripItem> items;
    const int rules = cursor()->policy() ? int(cursor()->policy()->rules.size()) : 0;
    for (int i = 0; i < rules; ++i) {
        StripItem item{.title = cursor()->ruleTitle(i)};
        if (const auto severity = m_severities.constFind(i); severity != m_severities.constEnd())
            item.severity = *severity;
        items.append(item);
    }
    m_strip->setItems(items, cursor()->rule());
    m_strip->setEditable(cursor()->areRulesEditable());
}

QList<FieldPath> AuthorizationPanel::places() const
{
    return {FieldPath()};
}

void AuthorizationPanel::showSeverities(const QHash<int, Severity> &severities)
{
    if (m_severities == severities)
        return;
    m_severities = severities;
    refreshStrip();
}

void AuthorizationPanel::chooseGateway(const QString &name)
{
    const Mesh mesh = meshOf(cursor()->workspace());
    const QString step = cursor()->undoText(authorizationField(u"spec.selector"_s), {});
    cursor()->change(step,
                     setGateway(cursor()->workspace(), cursor()->document(), mesh.gateway(name), cursor()->facts(),
                                gatewayFacts(mesh, name)));
    cursor()->endStep();
}

void AuthorizationPanel::chooseAction(const QString &action)
{
    const QString step = cursor()->undoText(authorizationField(u"spec.action"_s), {});
    cursor()->change(step, setAction(cursor()->workspace(), cursor()->document(), action));
    cursor()->endStep();
}

void AuthorizationPanel::setStreamsOpen(bool open)
{
    const QString step = cursor()->undoText(authorizationField(u"spec.rules[].when[]"_s), {});
    cursor()->change(step, leaveStreamsOpen(cursor()->workspace(), cursor()->document(), open));
    refresh(); // the box may have changed itself for nothing
}

void AuthorizationPanel::addRule()
{
    const int before = cursor()->rule() + 1;
    const StructureEdit edit = newAuthorizationRule(cursor()->workspace(), cursor()->document(), before);
    if (cursor()->change(edit.undoText, edit.changes))
        cursor()->reveal(edit.selectAfter.path);
}

void AuthorizationPanel::removeRule(int rule)
{
    if (rule < 0)
        return;
    const FieldPath rules = authorizationRulesPath();
    cursor()->change(tr("Remove rule %1").arg(cursor()->ruleTitle(rule)),
                     clearField(cursor()->workspace(), cursor()->ref(rules.index(rule))));
}

void AuthorizationPanel::moveRule(int rule, int by)
{
    const FieldPath rules = authorizationRulesPath();
    const QString step = tr("Move rule %1").arg(cursor()->ruleTitle(rule));
    if (cursor()->change(step, {moveItemTo(cursor()->ref(rules.index(rule)), rule + by)}))
        cursor()->select(rules.index(rule + by));
}

} // namespace sallyport
