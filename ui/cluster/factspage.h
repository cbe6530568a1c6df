// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cluster/factrows.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace sallyport {

class StatePage;

/// What an open cluster says of its mesh and of our rights there, what it changes for the policy, and the Role that would help.
class FactsPage : public QWidget
{
    Q_OBJECT
public:
    explicit FactsPage(QWidget *parent = nullptr);

    void setRows(const QList<FactRow> &rows); ///< None = no cluster is open.
    void setRole(const QByteArray &yaml); ///< Empty = no right is missing.
    QTreeWidget *list() const { return m_list; }

signals:
    void contextsRequested();
    void meshRequested();
    void policyRequested();
    void refreshRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeRole();
    void fill();
    void copyRole();

    QList<FactRow> m_rows;
    StatePage *m_state;
    QWidget *m_content;
    QTreeWidget *m_list;
    QWidget *m_role;
    QPlainTextEdit *m_yaml;
    QPushButton *m_copy;
};

} // namespace sallyport
