// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationpage.h"

#include "ui/fields/marks.h"
#include "ui/form/authorizationcursor.h"
#include "ui/form/authorizationpanel.h"
#include "ui/form/authorizationrequestpanel.h"
#include "ui/form/authorizationsourcepanel.h"
#include "ui/form/authorizationwords.h"
#include "ui/form/statepage.h"
#include "ui/form/summaryline.h"
#include "ui/newdocuments.h"

#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

AuthorizationPage::AuthorizationPage(AuthorizationCursor *cursor, Selection *selection, QWidget *parent)
    : FormPage(cursor, selection, parent)
    , m_cursor(cursor)
    , m_meaning(newSummaryLine(3, this))
    , m_policy(new AuthorizationPanel(cursor, this))
    , m_noRules(new StatePage(this))
{
    m_meaning->setAccessibleName(tr("What the rule does"));
    build(m_meaning,
          {m_policy, new AuthorizationSourcePanel(cursor, this), new AuthorizationRequestPanel(cursor, this)},
          m_noRules);
    connect(m_noRules, &StatePage::clicked, this, &AuthorizationPage::addFirstRule);
}

void AuthorizationPage::refresh()
{
    const bool hasRule = m_cursor->rule() >= 0;
    // The rule that leaves TLS and TCP open has nothing to be filled in.
    const bool hasFields = hasRule && !m_cursor->view().isStreamRule;
    for (Section *section : sections())
        section->setVisible(section == m_policy || hasFields);
    m_noRules->setVisible(!hasRule);
    const QString explanation = m_cursor->action() == "ALLOW"_L1
        ? tr("Without a rule ALLOW allows nothing: whatever goes through the gateway is refused.")
        : tr("A rule says which requests are meant: from whom, to which hosts, by which methods.");
    m_noRules->show(tr("This policy has no rules"), explanation,
                    m_cursor->areRulesEditable() ? tr("Add a rule") : QString());
    FormPage::refresh();
    m_meaning->setText(meaningOf(*m_cursor, m_cursor->editor()->compilation()));
}

void AuthorizationPage::showCompilation()
{
    m_meaning->setText(meaningOf(*m_cursor, m_cursor->editor()->compilation()));
    QList<Diagnostic> shown;
    QList<Diagnostic> inOtherRules; // counted only, for their own rule shows them
    QHash<int, Severity> rules; // the worst of each
    for (const Diagnostic &finding : findings()) {
        const int rule = indexIn(finding.where.path, authorizationRulesPath());
        if (rule >= 0)
            rules[rule] = std::min(rules.value(rule, Severity::Note), finding.severity);
        (rule < 0 || rule == m_cursor->rule() ? shown : inOtherRules).append(finding);
    }
    QList<Diagnostic> more;
    if (const Diagnostic *worst = worstOf(inOtherRules); worst && worst->severity != Severity::Note)
        more.append(noticeAt(worst->severity, worst->where,
                             tr("%n finding(s) in other rules of this policy.", nullptr, int(inOtherRules.size()))));
    placeFindings(shown, more);
    m_policy->showSeverities(rules);
}

void AuthorizationPage::addFirstRule()
{
    const StructureEdit edit = newAuthorizationRule(m_cursor->workspace(), m_cursor->document(), 0);
    if (m_cursor->change(edit.undoText, edit.changes))
        m_cursor->reveal(edit.selectAfter.path);
}

} // namespace sallyport
