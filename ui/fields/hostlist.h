// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fields/entryview.h"

class QToolButton;

namespace sallyport {

/// The hosts of one destination: an EntryView with its buttons. Thousands of hosts cost no more than those that are visible.
class HostList : public QWidget
{
    Q_OBJECT
public:
    explicit HostList(QWidget *parent = nullptr);

    EntryModel *model() const { return m_model; }
    EntryView *view() const { return m_view; }
    void setHosts(const QStringList &hosts);
    QStringList hosts() const;
    void setEditable(bool editable);

signals:
    void duplicatesUnwanted(); ///< The user asks for the repeated ones to go.

private:
    void updateButtons();

    EntryModel *m_model;
    EntryView *m_view;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    bool m_editable = true;
};

/// The hosts in pasted text: separated by line ends, commas, semicolons or blanks, without the quotes and dashes of YAML lists.
QStringList hostsIn(const QString &text);
/// Those of `wanted` that are neither in `present` nor twice in `wanted`, as names compare: whatever their case.
QStringList withoutDuplicates(const QStringList &wanted, const QStringList &present);

} // namespace sallyport
