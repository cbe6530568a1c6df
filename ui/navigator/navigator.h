// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/navigator/navigatorview.h"
#include "ui/selection.h"

#include <QPersistentModelIndex>
#include <QVariantMap>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sallyport {

class NavigatorFilter;
class NavigatorModel;
class SelectedItems;

/// The tree of files, policies, rules and destinations with its filter: shows the selection and changes it.
class Navigator : public QWidget
{
    Q_OBJECT
public:
    Navigator(WorkspaceEditor *editor, Selection *selection, SelectedItems *items, QWidget *parent = nullptr);

    /// What the context menu offers, from outside: a null is a separator.
    void setContextActions(const QList<QAction *> &actions);
    NavigatorView *view() const { return m_view; }
    NavigatorModel *model() const { return m_model; }
    void setFilterText(const QString &text);
    void selectAll();

    /// What is unfolded and filtered, to be found again at the next start with the same files.
    QVariantMap session() const;
    void restoreSession(const QVariantMap &session);

public slots:
    void editFilter(); ///< Puts the keyboard there.

signals:
    void newPolicyRequested(); ///< The button of the empty list.

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHint();
    void connectAll();
    void retranslate();
    void applyFilter(const QString &text);
    void unfold(bool isFiltering);
    void rememberUnfolded();
    void showSelection();
    void takeSelection();
    void goToEntries();
    QStringList titles() const;
    void expandNew(const QModelIndex &parent, int first, int last);
    void updateHint();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    SelectedItems *m_items;
    NavigatorModel *m_model;
    NavigatorFilter *m_filtered;
    NavigatorView *m_view;
    QLineEdit *m_filter;
    QLabel *m_count;
    QWidget *m_hint;
    QLabel *m_hintText;
    QPushButton *m_hintButton;
    QList<QPersistentModelIndex> m_unfolded; ///< Of the model, while a filter unfolds what it shows.
    int m_scrolled = 0; ///< Likewise.
    bool m_filtering = false; ///< Rows come and go because of the filter.
    bool m_showing = false; ///< The view follows the selection, not the other way round.
};

} // namespace sallyport
