// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/expect.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace sallyport {

class ExpectationsFilter;
class ExpectationsModel;
class LiveTrace;
class TraceView;
class WorkspaceEditor;

/// All expectations of the workspace with what came of each, and beside them the trace of the one that is looked at.
class ExpectationsPane : public QWidget
{
    Q_OBJECT
public:
    ExpectationsPane(WorkspaceEditor *editor, LiveTrace *live, QWidget *parent = nullptr);

    ExpectationsModel *model() const { return m_model; }
    QTreeView *list() const { return m_list; }
    TraceView *trace() const { return m_trace; }
    /// "Expectations", with how many fail or are unknown.
    QString title() const;

signals:
    void titleChanged();
    void caseActivated(const sallyport::FieldRef &where); ///< Somebody wants to change it.
    void traceWanted(const sallyport::TraceRequest &request); ///< In the Trace dock, to try variants of it.
    void documentWanted(); ///< There are no Expectations yet, and there should be.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *newFilterRow();
    QWidget *newEmptyPage();
    void takeResults();
    void showPage();
    void showCounts();
    void follow();
    void activate(const QModelIndex &row);
    void showMenu(const QPoint &position);
    const ExpectationResult *current() const;

    WorkspaceEditor *m_editor;
    LiveTrace *m_live;
    ExpectationsModel *m_model;
    ExpectationsFilter *m_filter;
    QTreeView *m_list;
    TraceView *m_trace;
    QStackedWidget *m_pages; ///< List and trace, or why there are none.
    QLineEdit *m_text;
    QLabel *m_nothingFits;
    QPushButton *m_open;
    std::array<QToolButton *, 3> m_states{};
};

} // namespace sallyport
