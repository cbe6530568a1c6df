// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/plan.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sallyport {

class PlanWork;

/// The fields of a plan that belong to somebody else, and the choice for each: keep theirs, take over, or leave the object out.
class ConflictsPanel : public QWidget
{
    Q_OBJECT
public:
    enum Column { ObjectColumn, FieldColumn, OwnerColumn, DecisionColumn, TheirsColumn, OursColumn };

    explicit ConflictsPanel(PlanWork *work, QWidget *parent = nullptr);

    int count() const; ///< Conflicts, decided or not.
    QTreeWidget *list() const { return m_list; }

signals:
    void countChanged();

private:
    void fill();
    void showDecisions();
    void updateButtons();
    void decideSelected(kube::Choice choice);
    void leaveSelectedOut();
    /// The selected conflicts, all of them where none is selected.
    QList<QTreeWidgetItem *> chosen() const;

    PlanWork *m_work;
    QTreeWidget *m_list;
    QPushButton *m_keep;
    QPushButton *m_take;
    QPushButton *m_leave;
};

} // namespace sallyport
