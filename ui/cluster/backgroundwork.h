// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QThread;

namespace sallyport {

/// Work on plain values in a thread of its own, where it takes longer than a frame: compiling thousands of hosts, reading a history.
class BackgroundWork : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~BackgroundWork() override; ///< Waits for the threads.

    /// `work` runs in another thread and must touch nothing that others see; then `done` runs in ours, unless another run() or
    /// drop() came first.
    void run(std::function<void()> work, std::function<void()> done);
    void drop();

private:
    QList<QPointer<QThread>> m_threads;
    int m_latest = 0;
};

} // namespace sallyport
