// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/access.h"
#include "core/kube/execplugin.h"
#include "core/kube/transport.h"

#include <QDateTime>
#include <QObject>
#include <QProcessEnvironment>

#include <functional>
#include <optional>
#include <vector>

namespace sallyport::kube {

/// What one request is sent with. Secret.
struct Credentials {
    QList<Header> headers; ///< Authorization and impersonation, ready to send.
    std::shared_ptr<const Identity>
        identity; ///< For the TLS connection; two requests may share one only where this is the same.
};

/// Impersonate-User and its kin, one header for each group and extra value; keys are escaped as client-go does.
QList<Header> impersonationHeaders(const UserEntry &user);

/// Where the credentials of one context come from, and when they are fetched again: a token file after 50 seconds, a certificate file
/// when it changed, a plugin when what it gave has expired or was refused. Nothing is read or run before the first request.
///
/// Which of several kinds is used is as in client-go: a token file beats a token, a plugin is used only without all others.
class CredentialSource : public QObject
{
public:
    using Done = std::function<void(const Result<Credentials> &)>;
    using Clock = std::function<QDateTime()>;

    /// `environment` is what plugins get.
    CredentialSource(Access access, QProcessEnvironment environment, Clock now = &QDateTime::currentDateTimeUtc);

    /// Gives the credentials, at once where they are there. While a plugin runs, all who ask wait for the same run.
    /// `context` as for a Transport; the Call stops the waiting of this one only.
    Call fetch(QObject *context, Done done);

    /// The server did not accept these: true where other ones may come from asking again.
    bool refuse(const Credentials &credentials);

private:
    struct Waiting {
        int id = 0;
        QObject *context = nullptr;
        Done done;
    };

    bool usesPlugin() const;
    Result<Credentials> fromFiles();
    Result<QString> token();
    Result<std::shared_ptr<const Identity>> identity();
    Result<Credentials> assemble(const QString &token, std::shared_ptr<const Identity> identity) const;
    bool isPluginFresh() const;
    void runPluginNow();
    void takePlugin(const Result<PluginCredential> &outcome);

    Access m_access;
    QProcessEnvironment m_environment;
    Clock m_now;

    QString m_fileToken; ///< The last good one.
    std::optional<QDateTime> m_fileTokenRead;
    std::shared_ptr<const Identity> m_identity;
    QByteArray m_identityFiles; ///< What the files held that m_identity is of.
    std::optional<QDateTime> m_identityRead;

    std::optional<PluginCredential> m_plugin;
    std::optional<QDateTime> m_pluginRan;
    bool m_refused = false;
    bool m_hasLoginPath = false; ///< m_environment is what a terminal would have.
    bool m_isRunning = false;
    Call m_run;
    std::vector<Waiting> m_waiting;
    int m_lastId = 0;
};

} // namespace sallyport::kube
