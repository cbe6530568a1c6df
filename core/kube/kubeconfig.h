// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/value.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <map>
#include <optional>

namespace sallyport::kube {

/// A program that gives credentials (users[].user.exec).
struct ExecPlugin {
    QString command; ///< Absolute, or a name without a slash that is looked up in PATH.
    QStringList arguments;
    QList<std::pair<QString, QString>> environment; ///< On top of ours, the later of two of the same name wins.
    QString apiVersion;
    QString installHint; ///< Shown when the program is not there.
    QString interactiveMode; ///< Never, IfAvailable or Always; or what else stands there, or nothing.
    bool provideClusterInfo = false;
    bool operator==(const ExecPlugin &) const = default;
};

/// A cluster of a kubeconfig. Paths are absolute.
struct ClusterEntry {
    QString file; ///< The kubeconfig that it came from.
    QString server;
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QString certificateAuthority;
    QByteArray certificateAuthorityData;
    QString proxyUrl;
    bool disableCompression = false;
    Value execConfig; ///< The extension client.authentication.k8s.io/exec, for plugins; Null without one.
    bool operator==(const ClusterEntry &) const = default;
};

/// A user of a kubeconfig: secrets. Never log, show or compare one in an error text.
struct UserEntry {
    QString file;
    QString clientCertificate, clientKey; ///< Paths.
    QByteArray clientCertificateData, clientKeyData;
    QString token, tokenFile;
    QString username, password;
    QString impersonate, impersonateUid;
    QStringList impersonateGroups;
    std::map<QString, QStringList> impersonateExtra;
    std::optional<ExecPlugin> exec;
    QString authProvider; ///< The name of a legacy auth-provider, which is not supported; empty without one.
    bool operator==(const UserEntry &) const = default;
};

struct ContextEntry {
    QString file;
    QString cluster, user, namespaceName;
    bool operator==(const ContextEntry &) const = default;
};

/// Kubeconfig files as kubectl merges them. Reading one runs nothing and connects to nothing.
struct Kubeconfig {
    QStringList files; ///< Those that were read, in order.
    QStringList missing; ///< Those that were named and do not exist.
    QStringList notes; ///< Whole sentences about fields that mean nothing to kubectl or to us.
    QString currentContext;
    std::map<QString, ContextEntry> contexts;
    std::map<QString, ClusterEntry> clusters;
    std::map<QString, UserEntry> users;
    bool operator==(const Kubeconfig &) const = default;
};

/// Which files kubectl would read: `explicitFile` (--kubeconfig) alone; else those of $KUBECONFIG; else ~/.kube/config.
QStringList kubeconfigFiles(const QString &explicitFile, const QProcessEnvironment &environment);

/// Reads and merges as kubectl does (client-go, tools/clientcmd): the first file that names a cluster, user or context wins, as a whole;
/// the first current-context that is not empty; missing files are skipped, unless it is the explicit one. A file that cannot be
/// read makes the whole an error, which names each such file. Nothing is ever written.
Result<Kubeconfig> loadKubeconfig(const QString &explicitFile, const QProcessEnvironment &environment);

/// One kubeconfig from its text, paths made absolute against the folder of `file`. Errors name the field, never a value.
Result<Kubeconfig> readKubeconfig(const QByteArray &text, const QString &file);

} // namespace sallyport::kube
