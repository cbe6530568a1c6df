// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policysection.h"

class QCheckBox;

namespace sallyport {

/// Panel 3: what the application speaks, on which port, and whether the gateway makes HTTPS of it.
class ProtocolPanel : public PolicySection
{
    Q_OBJECT
public:
    ProtocolPanel(PolicyCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    void setUpgraded(bool upgraded);

    Field *m_protocol;
    Field *m_number;
    Field *m_targetPort;
    Field *m_portName;
    Field *m_upgrade;
    QCheckBox *m_upgradeBox;
    Field *m_upgradePort;
};

} // namespace sallyport
