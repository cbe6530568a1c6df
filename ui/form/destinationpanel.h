// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policysection.h"

class QMimeData;

namespace sallyport {

class HostList;
class HostPasting;

/// Panel 2: the hosts of the selected destination, and its name.
class DestinationPanel : public PolicySection
{
    Q_OBJECT
public:
    DestinationPanel(PolicyCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;
    /// Opens the dialog that takes any text apart, for the hosts in `text`.
    void askForHosts(const QString &text);

signals:
    void hostsPasted(const QString &message); ///< What was done.

private:
    FieldPath hostsPath() const;
    void editHost(int row, const QString &text);
    void removeHosts(const QList<int> &rows);
    void moveHost(int row, int to);
    void pasteHosts(const QString &text, int before);
    void pasteData(const QMimeData *mime, int before);
    void moveHosts(const QList<int> &rows, int before);
    void arrangeHosts(const QList<int> &order, const QString &step);
    void sortHosts();
    void splitHosts();
    void removeDuplicates();
    void tidy(int row); ///< Takes a host away that was left empty.
    void markHosts();

    Field *m_hosts;
    HostList *m_list;
    HostPasting *m_pasting;
    Field *m_name;
};

} // namespace sallyport
