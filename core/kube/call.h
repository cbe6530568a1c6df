// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace sallyport::kube {

/// A piece of work that was started and can be cancelled. Copies stand for the same work; dropping the handle lets it go on.
class Call
{
public:
    Call() = default; ///< Of nothing: cancelling it does nothing.
    explicit Call(std::function<void()> cancel)
        : m_cancel(std::make_shared<std::function<void()>>(std::move(cancel)))
    {
    }

    /// After this no callback of the work runs. What the server has already been asked to do may still happen there.
    void cancel()
    {
        if (m_cancel && *m_cancel)
            std::exchange(*m_cancel, nullptr)();
    }

private:
    std::shared_ptr<std::function<void()>> m_cancel;
};

} // namespace sallyport::kube
