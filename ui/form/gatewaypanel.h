// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policysection.h"

class QLabel;

namespace sallyport {

/// Panel 4: through which gateway, and on which of its ports.
class GatewayPanel : public PolicySection
{
    Q_OBJECT
public:
    GatewayPanel(PolicyCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;
    /// Shows the automatic port that the compilation chose.
    void showAutomaticPort();

private:
    Field *m_gateway;
    Field *m_override;
    Field *m_port;
    QLabel *m_allocated;
};

} // namespace sallyport
