// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cluster/contextmemory.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace sallyport {

class ConflictsPanel;
class PlanModel;
class PlanWork;
class PrunePanel;
class StatePage;

/// What an apply would do, as a tree, with what has to be decided beside it, and the button that does it.
class PlanView : public QWidget
{
    Q_OBJECT
public:
    /// Work and settings must outlive it.
    PlanView(PlanWork *work, Settings *settings, QWidget *parent = nullptr);

    PlanModel *model() const { return m_model; }
    QTreeView *tree() const { return m_tree; }
    ConflictsPanel *conflicts() const { return m_conflicts; }
    PrunePanel *prune() const { return m_prune; }
    QPushButton *applyButton() const { return m_apply; }
    /// "Apply 4 objects to prod-eu": what the button does.
    QString applyWords() const;

    void setOpened(const QString &context); ///< Empty = none is open.
    void showState(); ///< After the mark of a context has changed.
    void focusApply(); ///< Puts the keyboard on the button, or on what is in its way.

signals:
    void planRequested();
    void contextsRequested();
    void applyRequested();

private:
    QWidget *makeContent();
    QLayout *makeBar();
    void showPlan();
    void showPages();
    void hideUnchanged();
    void toggleLeftOut();
    void updateLeaveOut();
    QString summaryText() const;

    PlanWork *m_work;
    ContextMemory m_memory;
    QString m_context;
    PlanModel *m_model;
    QStackedWidget *m_pages;
    StatePage *m_state;
    QLabel *m_icon;
    QLabel *m_summary;
    QCheckBox *m_partial;
    QCheckBox *m_unchanged;
    QPushButton *m_leaveOut;
    QPushButton *m_again;
    QPushButton *m_apply;
    QTreeView *m_tree;
    QSplitter *m_splitter;
    QTabWidget *m_decisions;
    ConflictsPanel *m_conflicts;
    PrunePanel *m_prune;
};

} // namespace sallyport
