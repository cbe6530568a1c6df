// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;

namespace sallyport {

class PlanWork;

/// The objects of a plan that are not needed any more: whether they may go, and which of them.
class PrunePanel : public QWidget
{
    Q_OBJECT
public:
    explicit PrunePanel(PlanWork *work, QWidget *parent = nullptr);

    int count() const; ///< Objects that are not needed any more.
    QListWidget *list() const { return m_list; }
    QCheckBox *deletes() const { return m_deletes; }
    QCheckBox *most() const { return m_most; }

signals:
    void countChanged();

private:
    void fill();
    void showDecisions();

    PlanWork *m_work;
    QCheckBox *m_deletes; ///< They may go.
    QCheckBox *m_most; ///< Even most of what is there.
    QLabel *m_why;
    QListWidget *m_list;
};

} // namespace sallyport
