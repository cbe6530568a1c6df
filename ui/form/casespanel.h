// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/expectationscursor.h"
#include "ui/form/section.h"

namespace sallyport {

class RecordTable;

/// The cases of an Expectations document, one row for each.
class CasesPanel : public Section
{
    Q_OBJECT
public:
    CasesPanel(ExpectationsCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;
    RecordTable *table() const { return m_table; }

    /// Marks the cells with what is wrong with each case, the selected one's too, which the fields below show in full.
    void showFindings(const QList<Diagnostic> &findings);
    /// What came of each case, in one word; none hides the column.
    void showResults(const QStringList &words);

private:
    ExpectationsCursor *expectations() const { return static_cast<ExpectationsCursor *>(cursor()); }

    Field *m_name;
    RecordTable *m_table;
    Field *m_cases;
};

} // namespace sallyport
