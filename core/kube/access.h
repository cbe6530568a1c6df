// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/kubeconfig.h"

#include <QProcessEnvironment>

namespace sallyport::kube {

/// What a person chose on top of the kubeconfig. Empty = as the kubeconfig says; the words are those of kubectl's options.
struct AccessChoice {
    QString context, cluster, user, namespaceName;
    QString server, tlsServerName, certificateAuthority;
    bool insecureSkipTlsVerify = false;
};

/// Where an API server listens, from the server address of a cluster.
struct ServerAddress {
    bool tls = true;
    QString host; ///< A name or an address, IPv6 without brackets.
    quint16 port = 443;
    QByteArray pathPrefix; ///< "" or "/a/b": before every request's path.
    QString userName, password; ///< In the address itself: https://me:secret@host.

    QByteArray hostHeader() const; ///< host:port as the Host header has it, the scheme's own port left out.
    bool operator==(const ServerAddress &) const = default;
};

/// The address in a kubeconfig's words, read as client-go does: https:// or http://, a path as prefix, no scheme = http.
Result<ServerAddress> serverAddress(const QString &server);

/// One context, complete and checked: everything that is needed to open it. Has secrets (see UserEntry).
struct Access {
    QString contextName, clusterName, userName;
    QString namespaceName = QStringLiteral("default");
    ServerAddress address;
    ClusterEntry cluster;
    /// Over http it is empty but for impersonation: credentials are not sent in the clear, as kubectl does it.
    UserEntry user;
};

/// Finds what a context stands for and refuses what kubectl refuses, without connecting or running anything (client-go, tools/clientcmd).
/// The error's `what` names each fault. A context without usable credentials is an error here, where kubectl asks for a password.
Result<Access> resolveAccess(const Kubeconfig &config, const AccessChoice &choice = {});

} // namespace sallyport::kube
