// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policysection.h"

namespace sallyport {

class HostList;

/// Panel 2: the hosts of the selected destination, and its name.
class DestinationPanel : public PolicySection
{
    Q_OBJECT
public:
    DestinationPanel(PolicyCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    FieldPath hostsPath() const;
    void editHost(int row, const QString &text);
    void removeHosts(const QList<int> &rows);
    void moveHost(int row, int to);
    void pasteHosts(const QString &text, int before);
    void removeDuplicates();
    void tidy(int row); ///< Takes a host away that was left empty.
    void markHosts();

    Field *m_hosts;
    HostList *m_list;
    Field *m_name;
};

} // namespace sallyport
