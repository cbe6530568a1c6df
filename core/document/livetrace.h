// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/expect.h"
#include "core/trace/placedtrace.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace sallyport {

class WorkspaceEditor;

/// Says what becomes of requests while the policy is edited: of those that somebody looks at, and of every expectation.
///
/// All of it happens in another thread, a moment after a change; a change in the meantime puts an end to what is out of date. What has
/// not changed is not evaluated again: as long as the workspace stays, a request costs no more than itself.
class LiveTrace : public QObject
{
    Q_OBJECT
public:
    explicit LiveTrace(WorkspaceEditor *editor, QObject *parent = nullptr); ///< The editor must outlive it.
    ~LiveTrace() override;

    /// Traces the request now and after every change, for somebody who looks at it; instead of what he looked at before.
    void watch(const QObject *viewer, const TraceRequest &request);
    void unwatch(const QObject *viewer);

    /// One for each usable case of all Expectations documents, in order, without the steps of their traces. Those before the last change
    /// while isBusy().
    const std::vector<ExpectationResult> &results() const { return m_results; }
    bool isBusy() const { return m_isBusy; } ///< Expectations are being evaluated, or soon will be.

signals:
    void traced(const QObject *viewer, const sallyport::PlacedTrace &trace);
    void evaluated(); ///< results() or isBusy() are other ones.

private:
    struct Snapshot;
    struct Memory;
    struct Task;

    void changed();
    void forgetClosed();
    void start();
    void restart();
    void takeResults(const std::vector<ExpectationResult> &results);
    bool hasExpectations() const;
    static void run(const Task &task, Memory &memory, LiveTrace *self);

    WorkspaceEditor *m_editor;
    QHash<const QObject *, TraceRequest> m_requests;
    QHash<const QObject *, TraceRequest> m_asked; ///< Those of m_requests that wait for an answer.
    std::shared_ptr<const Snapshot> m_snapshot; ///< Null after a change.
    std::shared_ptr<Memory> m_memory; ///< The thread's.
    std::shared_ptr<std::atomic<bool>> m_isStale; ///< Of the task that runs.
    std::vector<ExpectationResult> m_results;
    bool m_isRunning = false;
    bool m_isBusy = false;
    bool m_wantsResults = false;
    QTimer m_timer;
    QThreadPool m_pool; ///< One thread. Last, so that it is the first to go.
};

} // namespace sallyport
