// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formpage.h"

#include <QHash>

class QLabel;

namespace sallyport {

class CasePanel;
class CasesPanel;
class ExpectationsCursor;
struct ExpectationResult;

/// The form of an Expectations document: its cases as a table, and the selected one in full.
class ExpectationsPage : public FormPage
{
    Q_OBJECT
public:
    ExpectationsPage(ExpectationsCursor *cursor, Selection *selection, QWidget *parent);
    void refresh() override;
    void showCompilation() override;
    /// What came of the cases of all documents; nothing hides it.
    void showResults(const std::vector<ExpectationResult> &results);

private:
    void showWords();

    ExpectationsCursor *m_cursor;
    QLabel *m_summary;
    CasesPanel *m_cases;
    CasePanel *m_case;
    QHash<std::pair<int, int>, QStringList> m_words; ///< By file and document; one for each case.
};

} // namespace sallyport
