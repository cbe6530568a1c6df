// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/access.h"
#include "core/kube/transport.h"

#include <QProcessEnvironment>

#include <chrono>
#include <functional>
#include <memory>

namespace sallyport::kube {

struct OpenOptions {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(); ///< For proxies, and what plugins get.
    QByteArray userAgent = "sallyport"; ///< "sallyport/1.0": servers log it.
    std::function<void(std::chrono::milliseconds)>
        onWaiting; ///< The server is busy; a request is sent again after that time.
};

/// The transport of one context. Nothing is connected to, and no plugin run, before its first request. What the kubeconfig gives that cannot
/// be used (a certificate authority without a certificate, a key that is not the certificate's) is an error at once.
///
/// To follow a change of the kubeconfig open anew; files that it names are watched over by themselves.
Result<std::unique_ptr<Transport>> openCluster(const Access &access, OpenOptions options = {});

} // namespace sallyport::kube
