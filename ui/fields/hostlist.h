// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fields/entryview.h"

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace sallyport {

/// The hosts of one destination: an EntryView with its buttons and, for long lists, a search. Thousands of hosts cost no more than those that are visible.
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
    QLineEdit *filter() const { return m_filter; }
    QLabel *counts() const { return m_counts; }

signals:
    void duplicatesUnwanted(); ///< The user asks for the repeated ones to go.
    void sortWanted(); ///< … for the hosts to be put in order.
    void splitWanted(); ///< … for several destinations in place of one with too many hosts.
    void pasteWanted(); ///< … for the dialog that takes any text apart.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateButtons();
    void buildSearch();
    void fillMenu(QMenu *menu);
    void applyFilter();
    void showCounts();

    EntryModel *m_model;
    EntryView *m_view;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QWidget *m_search; ///< The row under the list: for more hosts than are seen at once.
    QLineEdit *m_filter;
    QLabel *m_counts;
    bool m_isFiltered = false;
    bool m_editable = true;
};

/// Those of `wanted` that are neither in `present` nor twice in `wanted`, as names compare: whatever their case.
QStringList withoutDuplicates(const QStringList &wanted, const QStringList &present);

} // namespace sallyport
