// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formpage.h"

class QLabel;

namespace sallyport {

class CasePanel;
class CasesPanel;
class ExpectationsCursor;

/// The form of an Expectations document: its cases as a table, and the selected one in full.
class ExpectationsPage : public FormPage
{
    Q_OBJECT
public:
    ExpectationsPage(ExpectationsCursor *cursor, Selection *selection, QWidget *parent);
    void refresh() override;
    void showCompilation() override;

private:
    ExpectationsCursor *m_cursor;
    QLabel *m_summary;
    CasesPanel *m_cases;
    CasePanel *m_case;
};

} // namespace sallyport
