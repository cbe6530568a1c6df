// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/expectationspage.h"

#include "core/trace/expect.h"
#include "ui/form/casepanel.h"
#include "ui/form/casespanel.h"
#include "ui/form/summaryline.h"
#include "ui/trace/verdict.h"

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
    showWords();
}

void ExpectationsPage::showResults(const std::vector<ExpectationResult> &results)
{
    m_words.clear();
    for (const ExpectationResult &result : results) {
        QStringList &words = m_words[{result.where.file, result.where.document}];
        while (words.size() < result.where.path.last().index)
            words.append(QString()); // of a defective case
        words.append(wordOf(result.state));
    }
    showWords();
}

void ExpectationsPage::showWords()
{
    const DocumentId document = m_cursor->document();
    m_cases->showResults(m_words.value({document.file, document.document}));
}

void ExpectationsPage::showCompilation()
{
    FormPage::showCompilation();
    m_cases->showFindings(findings());
}

} // namespace sallyport
