// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/placedtrace.h"

#include <QObject>

class QDockWidget;
class QToolButton;

namespace sallyport {

class ExpectationsPane;
class LiveTrace;
class MainWindow;
class TracePane;
struct FieldRef;

/// What the window says of requests: the Trace and the Expectations dock, and what leads there and away.
class TraceDocks : public QObject
{
    Q_OBJECT
public:
    /// For a window whose other panes are there.
    explicit TraceDocks(MainWindow *window);

    LiveTrace *live() const { return m_live; }
    TracePane *trace() const { return m_trace; }
    ExpectationsPane *expectations() const { return m_expectations; }

    void showTrace();
    void showExpectations();
    /// Opens the Trace dock with a request to the destination that holds the field, or with that of an expectation.
    void traceField(const FieldRef &field);
    void traceRequest(const TraceRequest &request);

private:
    void connectAll();
    void showField(const PlacedField &field);
    void addExpectation(const Expectation &expectation);
    void showState();
    QToolButton *newStateButton();

    MainWindow *m_window;
    LiveTrace *m_live;
    TracePane *m_trace;
    ExpectationsPane *m_expectations;
    QDockWidget *m_traceDock;
    QDockWidget *m_expectationsDock;
    QToolButton *m_state; ///< In the status bar.
};

} // namespace sallyport
