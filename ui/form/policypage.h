// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formpage.h"

namespace sallyport {

class DestinationPanel;
class FlowStrip;
class GatewayPanel;
class HeaderPanel;
class PolicyCursor;
class StatePage;

/// The form of a policy: the way of its traffic, and the four panels source, destination, protocol and gateway port.
class PolicyPage : public FormPage
{
    Q_OBJECT
public:
    PolicyPage(PolicyCursor *cursor, Selection *selection, QWidget *parent);

    void refresh() override;
    void showCompilation() override;
    FlowStrip *flowStrip() const { return m_flow; }
    DestinationPanel *destination() const { return m_destination; }

private:
    void addFirstRule();

    PolicyCursor *m_cursor;
    FlowStrip *m_flow;
    HeaderPanel *m_header;
    DestinationPanel *m_destination;
    GatewayPanel *m_gateway;
    StatePage *m_noRules;
};

} // namespace sallyport
