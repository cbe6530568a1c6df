// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/backgroundwork.h"

#include <QThread>

namespace sallyport {

BackgroundWork::~BackgroundWork()
{
    for (const QPointer<QThread> &thread : std::as_const(m_threads)) {
        if (thread)
            thread->wait();
    }
}

void BackgroundWork::run(std::function<void()> work, std::function<void()> done)
{
    QThread *thread = QThread::create(std::move(work));
    thread->setParent(this);
    m_threads.removeAll(nullptr);
    m_threads.append(thread);
    connect(thread, &QThread::finished, this, [this, thread, id = ++m_latest, done = std::move(done)] {
        thread->deleteLater();
        if (id == m_latest)
            done();
    });
    thread->start();
}

void BackgroundWork::drop()
{
    ++m_latest;
}

} // namespace sallyport
