// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/authorizationview.h"
#include "ui/form/documentcursor.h"

namespace sallyport {

/// A cursor that stands at a rule of an AuthorizationPolicy, and at one of the rule's operations.
class AuthorizationCursor : public DocumentCursor
{
    Q_OBJECT
public:
    AuthorizationCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent = nullptr);

    int rule() const { return m_rule; } ///< -1 where there is none.
    FieldPath rulePath() const;
    void setRule(int rule);
    void setOperation(int operation);
    /// What the rule says; without a rule an empty view.
    const AuthorizationRuleView &view() const { return m_view; }
    AuthorizationRuleView viewOfRule(int rule) const;
    int streamRule() const; ///< The rule that leaves TLS and TCP open beside ALLOW; -1 where there is none.

    /// The gateway that the policy protects; empty where it is none of the workspace's.
    const QString &gateway() const { return m_facts.name; }
    const GatewayFacts &facts() const { return m_facts; }
    const AuthorizationPolicy *policy() const { return reading() ? reading()->authorization() : nullptr; }
    /// ALLOW where none is written.
    QString action() const;
    /// Whether rules can be edited in the form: the way of writing them is the gateway's, and the action one of ours.
    bool areRulesEditable() const;

    QString ruleTitle(int rule) const;
    QString titleOf(const FieldPath &path) const override;

protected:
    void placeIn(const FieldPath &selected, bool another) override;
    QList<int> positions() const override { return {m_rule, m_view.operation}; }

private:
    int m_rule = -1;
    GatewayFacts m_facts;
    AuthorizationRuleView m_view;
};

/// "www.example.com, b.example.com and 3 more"
QString enumeration(const QStringList &texts);

} // namespace sallyport
