// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/authorizationsection.h"

class QLabel;

namespace sallyport {

/// Who makes the requests that a rule matches.
class AuthorizationSourcePanel : public AuthorizationSection
{
    Q_OBJECT
public:
    AuthorizationSourcePanel(AuthorizationCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    Field *m_namespaces;
    Field *m_identities;
    QLabel *m_others;
};

} // namespace sallyport
