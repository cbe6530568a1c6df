// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/selection.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace sallyport {

class NavigatorModel;

/// The tree of files, policies, rules and destinations: shows the selection and changes it.
class Navigator : public QWidget
{
    Q_OBJECT
public:
    Navigator(WorkspaceEditor *editor, Selection *selection, QWidget *parent = nullptr);

    /// What the context menu offers, from outside: a null is a separator.
    void setContextActions(const QList<QAction *> &actions);
    QTreeView *view() const { return m_view; }

signals:
    void newPolicyRequested(); ///< The button of the empty list.

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void setFilter(const QString &text);
    void showSelection();
    void takeSelection(const QModelIndex &current);
    void expandNew(const QModelIndex &parent, int first, int last);
    void updateHint();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    NavigatorModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QTreeView *m_view;
    QLineEdit *m_filter;
    QWidget *m_hint;
    QLabel *m_hintText;
    QPushButton *m_hintButton;
    bool m_showing = false; ///< The view follows the selection, not the other way round.
};

} // namespace sallyport
