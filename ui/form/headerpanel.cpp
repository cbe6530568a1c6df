// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/headerpanel.h"

#include "ui/fields/inputs.h"
#include "ui/fields/itemstrip.h"
#include "ui/titles.h"

using namespace Qt::StringLiterals;

namespace sallyport {

HeaderPanel::HeaderPanel(PolicyCursor *cursor, QWidget *parent)
    : PolicySection(tr("Policy and rule"), cursor, parent)
    , m_name(addTextField(u"metadata.name"_s))
    , m_namespace(addTextField(u"metadata.namespace"_s))
{
    auto *version = new ChoiceBox(this);
    for (const QString &name : {u"v1beta1"_s, u"v1"_s})
        version->addChoice(u"istio.alibabacloud.com/"_s + name, name);
    m_version = addChoiceField(u"apiVersion"_s, version);
    m_ruleName = addTextField(u"spec.egressRules[].name"_s);
    m_strip = new ItemStrip(tr("Add a destination"), tr("Remove this destination"), this);
    m_destinations = addField(fieldSpec(u"spec.egressRules[].to"_s), m_strip);
    addRow({{m_name, 6}, {m_namespace, 3}, {m_version, 3}});
    addRow({{m_ruleName, 4}, {m_destinations, 8}});

    connect(m_strip, &ItemStrip::currentChosen, cursor, &PolicyCursor::setDestination);
    connect(m_strip, &ItemStrip::addRequested, this, &HeaderPanel::addDestination);
    connect(m_strip, &ItemStrip::removeRequested, this, &HeaderPanel::removeDestination);
    connect(m_strip, &ItemStrip::moveRequested, this, &HeaderPanel::moveDestination);
}

void HeaderPanel::refresh()
{
    const FieldPath metadata = FieldPath().child(u"metadata"_s);
    show(m_name, metadata.child(u"name"_s));
    show(m_namespace, metadata.child(u"namespace"_s));
    show(m_version, FieldPath().child(u"apiVersion"_s));
    const bool hasRule = cursor()->rule() >= 0;
    m_ruleName->setVisible(hasRule);
    m_destinations->setVisible(hasRule);
    if (!hasRule)
        return;
    show(m_ruleName, cursor()->rulePath().child(u"name"_s));
    m_destinations->setPath(cursor()->destinationsPath());
    m_strip->setEditable(cursor()->isEditable());
    refreshStrip();
}

QList<FieldPath> HeaderPanel::places() const
{
    return {FieldPath()};
}

void HeaderPanel::showSeverities(const QHash<int, Severity> &severities)
{
    if (m_severities == severities)
        return;
    m_severities = severities;
    refreshStrip();
}

void HeaderPanel::refreshStrip()
{
    QList<StripItem> items;
    for (int i = 0; i < cursor()->count(cursor()->destinationsPath()); ++i) {
        StripItem item{.title = cursor()->destinationTitle(i)};
        const FieldPath path = cursor()->destinationsPath().index(i);
        const FieldPath port = path.child(u"port"_s);
        const QString written = cursor()->text(port.child(u"protocol"_s));
        item.trafficClass = trafficClassOf(*cursor()->node(path));
        item.description = tr("%1: %2 port %3").arg(item.title, written, cursor()->text(port.child(u"number"_s)));
        if (const auto severity = m_severities.constFind(i); severity != m_severities.constEnd())
            item.severity = *severity;
        items.append(item);
    }
    m_strip->setItems(items, cursor()->destination());
}

void HeaderPanel::addDestination()
{
    const FieldRef rule = cursor()->ref(cursor()->rulePath());
    if (cursor()->change(sallyport::addDestination(cursor()->workspace(), rule)))
        cursor()->reveal(cursor()->destinationPath().child(u"hosts"_s).index(0));
}

void HeaderPanel::removeDestination(int destination)
{
    if (destination >= 0)
        cursor()->change(
            removeItem(cursor()->workspace(), cursor()->ref(cursor()->destinationsPath().index(destination))));
}

void HeaderPanel::moveDestination(int destination, int by)
{
    const FieldRef item = cursor()->ref(cursor()->destinationsPath().index(destination));
    if (const std::optional<StructureEdit> edit = moveItem(cursor()->workspace(), item, by))
        cursor()->change(*edit);
}

} // namespace sallyport
