// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/access.h"
#include "core/kube/call.h"
#include "core/kube/identity.h"

#include <QDateTime>
#include <QProcessEnvironment>

#include <chrono>
#include <functional>
#include <optional>

class QObject;

namespace sallyport::kube {

/// What a plugin gave (ExecCredential, client.authentication.k8s.io). Secret.
struct PluginCredential {
    QString token; ///< May be empty where there is a certificate.
    std::shared_ptr<const Identity> identity; ///< May be null.
    std::optional<QDateTime> expires;
};

/// How long a plugin may take: some wait for a person in a browser.
constexpr std::chrono::minutes pluginTime{5};

/// Runs the plugin of `access` once, without a shell and with stdin closed; a plugin that insists on a terminal is not run.
/// `environment` is what it gets besides its own variables. Errors carry what it printed to stderr in `details`, never its stdout.
/// `done` runs once, later; cancelling ends the program.
Call runPlugin(const Access &access, const QProcessEnvironment &environment, QObject *context,
               std::function<void(const Result<PluginCredential> &)> done,
               std::chrono::milliseconds atMost = pluginTime);

/// The JSON for KUBERNETES_EXEC_INFO.
QByteArray execInfo(const Access &access);
/// Reads what a plugin printed, JSON or YAML, of the version that was asked for.
Result<PluginCredential> readPluginOutput(const QByteArray &output, const QString &apiVersion);

/// Text of others made fit to be shown: control characters as U+001B.
QString shownText(const QString &text);

} // namespace sallyport::kube
