// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/placedtrace.h"

#include <QWidget>

class QToolButton;

namespace sallyport {

class LiveTrace;
class RequestPanel;
class TraceView;
class WorkspaceEditor;

/// One request to try: who sends what, and what becomes of it, again with every change of it or of the workspace.
class TracePane : public QWidget
{
    Q_OBJECT
public:
    TracePane(WorkspaceEditor *editor, LiveTrace *live, QWidget *parent = nullptr);

    RequestPanel *request() const { return m_request; }
    TraceView *view() const { return m_view; }
    const PlacedTrace &trace() const { return m_trace; } ///< The latest.
    void setRequest(const TraceRequest &request);
    bool isEmpty() const; ///< Nobody has said yet what to trace.

    void copyAsCurl();

signals:
    /// The request with what is to be expected of it.
    void expectationWanted(const sallyport::Expectation &expectation);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void requestChanged();
    void show(const PlacedTrace &trace);
    void ask();
    void expect(ExpectedVerdict verdict, bool withStatus);
    QToolButton *newExpectButton();

    WorkspaceEditor *m_editor;
    LiveTrace *m_live;
    RequestPanel *m_request;
    TraceView *m_view;
    QToolButton *m_curl;
    QToolButton *m_expect;
    QAction *m_expectNow;
    PlacedTrace m_trace;
};

} // namespace sallyport
