// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/expectationscursor.h"
#include "ui/form/section.h"

namespace sallyport {

class LabelsEdit;

/// One case of an Expectations document in full.
class CasePanel : public Section
{
    Q_OBJECT
public:
    CasePanel(ExpectationsCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    ExpectationsCursor *expectations() const { return static_cast<ExpectationsCursor *>(cursor()); }
    void typeRequest(const QString &text);

    Field *m_name;
    Field *m_namespace;
    Field *m_account;
    LabelsEdit *m_labelsEdit;
    Field *m_labels;
    Field *m_method;
    Field *m_request;
    LabelsEdit *m_headersEdit;
    Field *m_headers;
    Field *m_verdict;
    Field *m_status;
};

} // namespace sallyport
