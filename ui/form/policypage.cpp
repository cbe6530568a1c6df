// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/policypage.h"

#include "ui/fields/marks.h"
#include "ui/form/destinationpanel.h"
#include "ui/form/flowstrip.h"
#include "ui/form/gatewaypanel.h"
#include "ui/form/headerpanel.h"
#include "ui/form/protocolpanel.h"
#include "ui/form/sourcepanel.h"
#include "ui/form/statepage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

PolicyPage::PolicyPage(PolicyCursor *cursor, Selection *selection, QWidget *parent)
    : FormPage(cursor, selection, parent)
    , m_cursor(cursor)
    , m_flow(new FlowStrip(this))
    , m_header(new HeaderPanel(cursor, this))
    , m_destination(new DestinationPanel(cursor, this))
    , m_gateway(new GatewayPanel(cursor, this))
    , m_noRules(new StatePage(this))
{
    auto *source = new SourcePanel(cursor, this);
    auto *protocol = new ProtocolPanel(cursor, this);
    m_noRules->show(tr("This policy has no rules yet"),
                    tr("A rule says which workloads may reach which hosts. Without one the policy allows nothing."),
                    tr("Add a rule"));
    build(m_flow, {m_header, source, m_destination, protocol, m_gateway}, m_noRules);
    connect(m_noRules, &StatePage::clicked, this, &PolicyPage::addFirstRule);
}

void PolicyPage::refresh()
{
    for (Section *section : sections())
        section->setVisible(section == m_header || m_cursor->rule() >= 0);
    m_noRules->setVisible(m_cursor->rule() < 0);
    FormPage::refresh();
    m_flow->show(flowOf(*m_cursor, m_cursor->editor()->compilation()));
}

void PolicyPage::showCompilation()
{
    m_flow->show(flowOf(*m_cursor, m_cursor->editor()->compilation()));
    m_gateway->showAutomaticPort();

    const FieldPath rules = rulePath(0).parent();
    QList<Diagnostic> shown;
    QList<Diagnostic> inOtherRules; // counted only, for their own rule shows them
    QHash<int, Severity> destinations; // the worst of each
    for (const Diagnostic &finding : findings()) {
        const int rule = indexIn(finding.where.path, rules);
        const bool elsewhere = rule >= 0 && rule != m_cursor->rule();
        (elsewhere ? inOtherRules : shown).append(finding);
        const int destination = elsewhere ? -1 : indexIn(finding.where.path, m_cursor->destinationsPath());
        if (destination >= 0)
            destinations[destination] = std::min(destinations.value(destination, Severity::Note), finding.severity);
    }
    QList<Diagnostic> more;
    if (const Diagnostic *worst = worstOf(inOtherRules); worst && worst->severity != Severity::Note)
        more.append(noticeAt(worst->severity, worst->where,
                             tr("%n finding(s) in other rules of this policy.", nullptr, int(inOtherRules.size()))));
    placeFindings(shown, more);
    m_header->showSeverities(destinations);
}

void PolicyPage::addFirstRule()
{
    if (m_cursor->change(addRule(m_cursor->workspace(), m_cursor->document())))
        m_cursor->reveal(m_cursor->sourcePath().child(u"namespace"_s));
}

} // namespace sallyport
