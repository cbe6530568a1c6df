// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/documentcursor.h"

namespace sallyport {

/// A cursor that stands at a case of an Expectations document.
class ExpectationsCursor : public DocumentCursor
{
    Q_OBJECT
public:
    ExpectationsCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent = nullptr);

    int caseIndex() const { return m_case; } ///< -1 where there is none.
    FieldPath casesPath() const;
    FieldPath casePath() const;
    void setCase(int index);
    /// Where the request is written: tcp or url.
    FieldPath requestPath() const;

    QString caseTitle(const FieldPath &path) const;
    QString titleOf(const FieldPath &path) const override;

protected:
    void placeIn(const FieldPath &selected, bool another) override;
    QList<int> positions() const override { return {m_case}; }

private:
    int m_case = -1;
};

} // namespace sallyport
