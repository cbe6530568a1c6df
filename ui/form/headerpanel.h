// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policysection.h"

namespace sallyport {

class ItemStrip;

/// The policy's own fields, the rule's name and the strip of its destinations, of which the other panels show the current one.
class HeaderPanel : public PolicySection
{
    Q_OBJECT
public:
    HeaderPanel(PolicyCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;
    /// Marks the destinations by the worst findings in them.
    void showSeverities(const QHash<int, Severity> &severities);

private:
    void refreshStrip();
    void addDestination();
    void removeDestination(int destination);
    void moveDestination(int destination, int by);

    Field *m_name;
    Field *m_namespace;
    Field *m_version;
    Field *m_ruleName;
    Field *m_destinations;
    ItemStrip *m_strip;
    QHash<int, Severity> m_severities;
};

} // namespace sallyport
