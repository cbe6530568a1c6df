// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/call.h"

#include <functional>
#include <vector>

namespace sallyport::kube {

/// Calls that are made side by side, a few at a time. Belongs to a job, which is the context of all its calls.
class CallQueue
{
public:
    /// Starts one call; it must run `finished` once, later, unless it is cancelled.
    using Start = std::function<Call(std::function<void()> finished)>;

    /// `width`: how many are under way at once; a connection more than the server answers at a time costs nothing.
    explicit CallQueue(int width = 8)
        : m_width(width)
    {
    }
    ~CallQueue() { cancel(); }
    CallQueue(const CallQueue &) = delete;
    CallQueue &operator=(const CallQueue &) = delete;

    /// Makes the calls; `done` runs when all have finished, at once where there are none. Only when the earlier ones are done.
    void run(std::vector<Start> starts, std::function<void()> done);
    /// Lets those under way finish, and drops the others.
    void stopStarting();
    /// Nothing of it runs after this.
    void cancel();

private:
    void startMore();
    void finished(size_t index);

    int m_width;
    std::vector<Start> m_starts;
    std::vector<Call> m_calls;
    std::function<void()> m_done;
    size_t m_next = 0;
    size_t m_running = 0;
};

} // namespace sallyport::kube
