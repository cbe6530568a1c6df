// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/kubeconfig.h"
#include "core/kube/transport.h"

#include <chrono>
#include <functional>
#include <memory>

namespace sallyport {

/// What the window asks of the world to reach clusters. Nothing of it runs a plugin or connects before the first request of a transport.
struct ClusterServices {
    std::function<Result<kube::Kubeconfig>()> kubeconfig; ///< As it is on disk now.
    /// A transport for one context. `onWaiting` hears of it when a busy server asks to come back later.
    std::function<Result<std::unique_ptr<kube::Transport>>(const QString &context,
                                                           std::function<void(std::chrono::milliseconds)> onWaiting)>
        open;
    QString historyFolder; ///< Where applies are noted (core/kube/history.h).
    std::chrono::milliseconds pause = std::chrono::seconds(5); ///< Between the phases of an apply.
};

} // namespace sallyport
