// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/documentcursor.h"

namespace sallyport {

/// A cursor that stands at a rule of a policy, and at a source and a destination of that rule.
class PolicyCursor : public DocumentCursor
{
    Q_OBJECT
public:
    PolicyCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent = nullptr);

    // Positions in their lists; -1 where the list is empty.
    int rule() const { return m_rule; }
    int source() const { return m_source; }
    int destination() const { return m_destination; }
    FieldPath rulePath() const;
    FieldPath sourcesPath() const;
    FieldPath sourcePath() const;
    FieldPath destinationsPath() const;
    FieldPath destinationPath() const;
    void setSource(int source);
    void setDestination(int destination);

    // Names for people, as lists and undo steps use them.
    QString policyTitle() const;
    QString ruleTitle(int rule) const;
    QString sourceTitle(int source) const;
    QString sourceDescription(int source) const; ///< With its labels: "mytest: app=sleep-a".
    QString destinationTitle(int destination) const;
    QString titleOf(const FieldPath &path) const override;

protected:
    void placeIn(const FieldPath &selected, bool another) override;
    QList<int> positions() const override { return {m_rule, m_source, m_destination}; }

private:
    int m_rule = -1;
    int m_source = -1;
    int m_destination = -1;
};

} // namespace sallyport
