// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace sallyport {

class ProblemDetail;
class ProblemsFilter;
class ProblemsModel;
class Selection;
class WorkspaceEditor;

/// The list of all findings, with what each means and the ways out of it beside it.
class ProblemsView : public QWidget
{
    Q_OBJECT
public:
    ProblemsView(WorkspaceEditor *workspace, Selection *selection, QWidget *parent = nullptr);

    ProblemsModel *model() const { return m_model; }
    QTreeView *list() const { return m_list; }
    ProblemDetail *detail() const { return m_detail; }

public slots:
    void nextProblem(); ///< Selects it in the list and goes there.
    void previousProblem();

signals:
    /// The place is text that no field stands for, e.g. of broken YAML: the Source tab shows it.
    void textWanted(int file, qsizetype offset);
    /// What becomes of requests to the destination that holds the field?
    void traceWanted(const sallyport::FieldRef &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilterRow();
    void step(int by);
    void goTo(const QModelIndex &row);
    void showDetail();
    void showCounts();
    void showMenu(const QPoint &position);
    const Diagnostic *current() const;

    WorkspaceEditor *m_workspace;
    Selection *m_selection;
    ProblemsModel *m_model;
    ProblemsFilter *m_filter;
    QTreeView *m_list;
    QLabel *m_empty;
    ProblemDetail *m_detail;
    QLineEdit *m_text;
    std::array<QToolButton *, 3> m_severities{};
};

} // namespace sallyport
