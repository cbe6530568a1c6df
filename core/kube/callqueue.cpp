// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/callqueue.h"

#include <utility>

namespace sallyport::kube {

void CallQueue::run(std::vector<Start> starts, std::function<void()> done)
{
    m_starts = std::move(starts);
    m_calls.assign(m_starts.size(), Call());
    m_done = std::move(done);
    m_next = 0;
    m_running = 0;
    if (m_starts.empty())
        std::exchange(m_done, nullptr)();
    else
        startMore();
}

void CallQueue::startMore()
{
    while (m_next < m_starts.size() && m_running < size_t(m_width)) {
        const size_t index = m_next++;
        ++m_running;
        m_calls[index] = m_starts[index]([this, index] { finished(index); });
    }
}

void CallQueue::finished(size_t index)
{
    m_calls[index] = Call();
    --m_running;
    startMore();
    if (m_running == 0 && m_done)
        std::exchange(m_done, nullptr)(); // may start the next run, or delete us
}

void CallQueue::stopStarting()
{
    m_next = m_starts.size();
}

void CallQueue::cancel()
{
    stopStarting();
    m_done = nullptr;
    for (Call &call : m_calls)
        call.cancel();
}

} // namespace sallyport::kube
