// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/authorizationsection.h"

class QCheckBox;

namespace sallyport {

class ChoiceBox;
class ItemStrip;

/// Which gateway an AuthorizationPolicy protects, what it does with what its rules match, and its rules, of which one is shown.
class AuthorizationPanel : public AuthorizationSection
{
    Q_OBJECT
public:
    AuthorizationPanel(AuthorizationCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;
    /// Marks the rules by the worst findings in them.
    void showSeverities(const QHash<int, Severity> &severities);

private:
    void refreshGateways();
    void refreshStrip();
    void chooseGateway(const QString &name);
    void chooseAction(const QString &action);
    void setStreamsOpen(bool open);
    void addRule();
    void removeRule(int rule);
    void moveRule(int rule, int by);

    Field *m_name;
    Field *m_namespace;
    ChoiceBox *m_gatewayBox;
    Field *m_gateway;
    ChoiceBox *m_actionBox;
    Field *m_action;
    QCheckBox *m_streamsBox;
    Field *m_streams;
    ItemStrip *m_strip;
    Field *m_rules;
    QStringList m_gateways; ///< As they are in the box.
    QHash<int, Severity> m_severities;
};

} // namespace sallyport
