// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formpage.h"

class QLabel;

namespace sallyport {

class AuthorizationCursor;
class AuthorizationPanel;
class StatePage;

/// The form of an AuthorizationPolicy: what the selected rule does, in words, and the policy, its sources and its requests.
class AuthorizationPage : public FormPage
{
    Q_OBJECT
public:
    AuthorizationPage(AuthorizationCursor *cursor, Selection *selection, QWidget *parent);
    void refresh() override;
    void showCompilation() override;
    QLabel *meaning() const { return m_meaning; }

private:
    void addFirstRule();

    AuthorizationCursor *m_cursor;
    QLabel *m_meaning;
    AuthorizationPanel *m_policy;
    StatePage *m_noRules;
};

} // namespace sallyport
