// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/expectationspage.h"

#include "ui/form/casepanel.h"
#include "ui/form/casespanel.h"
#include "ui/form/summaryline.h"

#include <QLabel>

namespace sallyport {

ExpectationsPage::ExpectationsPage(ExpectationsCursor *cursor, Selection *selection, QWidget *parent)
    : FormPage(cursor, selection, parent)
    , m_cursor(cursor)
    , m_summary(newSummaryLine(2, this))
    , m_cases(new CasesPanel(cursor, this))
    , m_case(new CasePanel(cursor, this))
{
    m_summary->setText(tr("Requests and what should come of them. They stay local and are never sent to a cluster."));
    build(m_summary, {m_cases, m_case});
}

void ExpectationsPage::refresh()
{
    m_case->setVisible(m_cursor->caseIndex() >= 0);
    FormPage::refresh();
}

void ExpectationsPage::showCompilation()
{
    FormPage::showCompilation();
    m_cases->showFindings(findings());
}

} // namespace sallyport
