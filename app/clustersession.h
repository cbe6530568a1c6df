// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"
#include "core/result.h"
#include "ui/cluster/clusterservices.h"

#include <chrono>
#include <functional>
#include <memory>

namespace sallyport {

/// One cluster that was opened through a context of the user's kubeconfig.
struct ClusterSession {
    QString context; ///< Its name; that of current-context where none was asked for.
    std::unique_ptr<kube::Transport> transport;
    std::unique_ptr<kube::Client> client;
};

/// Reads the kubeconfig (KUBECONFIG or ~/.kube/config where `file` is empty) and prepares a context. No plugin runs and no socket opens
/// before the first request. `onWaiting` hears of it when a busy server asks to come back later.
Result<ClusterSession> openSession(const QString &file, const QString &context,
                                   std::function<void(std::chrono::milliseconds)> onWaiting = {});

/// The user has marked the context as one that nothing is applied to.
bool isReadOnly(const QString &context);

/// The user's kubeconfigs and clusters, for the window.
ClusterServices clusterServices();

} // namespace sallyport
