// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/access.h"

#include "core/kube/proxy.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Access)
};

bool isReadable(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly);
}

Error accessError(const QString &context, const QStringList &faults, const QStringList &files)
{
    return {.what = context.isEmpty() ? faults.join(u' ')
                                      : Texts::tr("The context %1 cannot be used. %2").arg(context, faults.join(u' ')),
            .where = files.join(", "_L1),
            .unaffected = Texts::tr("Nothing was connected to."),
            .next = Texts::tr("Correct the kubeconfig, or choose another context.")};
}

/// What an option of kubectl's kind changes in the cluster: a server or authority that is named takes the place of all that belongs to it.
ClusterEntry withChoice(ClusterEntry cluster, const AccessChoice &choice)
{
    if (!choice.server.isEmpty())
        cluster.server = choice.server;
    if (!choice.server.isEmpty() || !choice.tlsServerName.isEmpty())
        cluster.tlsServerName = choice.tlsServerName;
    if (choice.insecureSkipTlsVerify || !choice.certificateAuthority.isEmpty()) {
        cluster.insecureSkipTlsVerify = choice.insecureSkipTlsVerify;
        cluster.certificateAuthority = choice.certificateAuthority;
        cluster.certificateAuthorityData.clear();
    }
    return cluster;
}

QStringList clusterFaults(const ClusterEntry &cluster)
{
    QStringList faults;
    if (cluster.server.isEmpty())
        faults.append(Texts::tr("Its cluster has no server."));
    if (!cluster.proxyUrl.isEmpty()) {
        if (const Result<Proxy> proxy = proxyOfUrl(cluster.proxyUrl); !proxy)
            faults.append(proxy.error().what);
    }
    const bool hasFile = !cluster.certificateAuthority.isEmpty();
    if (hasFile && !cluster.certificateAuthorityData.isEmpty())
        faults.append(Texts::tr("certificate-authority and certificate-authority-data are both given; keep one."));
    if (hasFile && !isReadable(cluster.certificateAuthority))
        faults.append(Texts::tr("certificate-authority cannot be read: %1.").arg(cluster.certificateAuthority));
    if (cluster.insecureSkipTlsVerify && (hasFile || !cluster.certificateAuthorityData.isEmpty()))
        faults.append(Texts::tr("insecure-skip-tls-verify and a certificate authority exclude each other."));
    return faults;
}

QStringList certificateFaults(const UserEntry &user)
{
    QStringList faults;
    if (user.clientCertificate.isEmpty() && user.clientCertificateData.isEmpty())
        return faults;
    if (!user.clientCertificate.isEmpty() && !user.clientCertificateData.isEmpty())
        faults.append(Texts::tr("client-certificate and client-certificate-data are both given; keep one."));
    if (!user.clientKey.isEmpty() && !user.clientKeyData.isEmpty())
        faults.append(Texts::tr("client-key and client-key-data are both given; keep one."));
    if (user.clientKey.isEmpty() && user.clientKeyData.isEmpty())
        faults.append(Texts::tr("A client certificate needs client-key or client-key-data."));
    if (!user.clientCertificate.isEmpty() && !isReadable(user.clientCertificate))
        faults.append(Texts::tr("client-certificate cannot be read: %1.").arg(user.clientCertificate));
    if (!user.clientKey.isEmpty() && !isReadable(user.clientKey))
        faults.append(Texts::tr("client-key cannot be read: %1.").arg(user.clientKey));
    return faults;
}

QStringList execFaults(const ExecPlugin &plugin)
{
    QStringList faults;
    if (plugin.command.isEmpty())
        faults.append(Texts::tr("exec names no command."));
    if (plugin.apiVersion.isEmpty())
        faults.append(Texts::tr("exec has no apiVersion."));
    for (const auto &[name, value] : plugin.environment) {
        if (name.isEmpty())
            faults.append(Texts::tr("exec.env has a variable without a name."));
    }
    static const QStringList modes = {u"Never"_s, u"IfAvailable"_s, u"Always"_s};
    if (plugin.interactiveMode.isEmpty())
        faults.append(Texts::tr("exec has no interactiveMode, which %1 asks for.").arg(plugin.apiVersion));
    else if (!modes.contains(plugin.interactiveMode))
        faults.append(Texts::tr("exec.interactiveMode is none of Never, IfAvailable and Always."));
    return faults;
}

QStringList userFaults(const UserEntry &user)
{
    QStringList faults = certificateFaults(user);
    if (user.exec) {
        faults += execFaults(*user.exec);
        if (!user.authProvider.isEmpty())
            faults.append(Texts::tr("exec and auth-provider are both given; keep one."));
    }
    if (!user.token.isEmpty() && (!user.username.isEmpty() || !user.password.isEmpty()))
        faults.append(Texts::tr("A token and a user name with password are both given; keep one."));
    const bool impersonatesMore =
        !user.impersonateUid.isEmpty() || !user.impersonateGroups.isEmpty() || !user.impersonateExtra.empty();
    if (impersonatesMore && user.impersonate.isEmpty())
        faults.append(Texts::tr("as-uid, as-groups and as-user-extra need a user to impersonate (as)."));
    return faults;
}

/// What counts only where credentials are sent at all: over TLS.
QStringList credentialFaults(const UserEntry &user, bool isKnown)
{
    if (!isKnown)
        return {Texts::tr("Its user is not in the kubeconfig, so there are no credentials.")};
    if (user.exec && user.exec->apiVersion != "client.authentication.k8s.io/v1"_L1
        && user.exec->apiVersion != "client.authentication.k8s.io/v1beta1"_L1)
        return {Texts::tr(
            "exec.apiVersion is neither client.authentication.k8s.io/v1 nor client.authentication.k8s.io/v1beta1.")};
    if (!user.authProvider.isEmpty())
        return {
            Texts::tr(
                "auth-provider (%1) is not supported: let the user's entry run a plugin instead (exec), such as kubelogin or "
                "gke-gcloud-auth-plugin.")
                .arg(user.authProvider)};
    if (user.token.isEmpty() && !user.tokenFile.isEmpty() && !isReadable(user.tokenFile))
        return {Texts::tr("tokenFile cannot be read: %1.").arg(user.tokenFile)};
    const bool hasEmptyFile = !user.tokenFile.isEmpty() && QFileInfo(user.tokenFile).size() == 0;
    const bool hasToken = !user.token.isEmpty() || (!user.tokenFile.isEmpty() && !hasEmptyFile);
    if (hasToken || !user.username.isEmpty() || user.exec || !user.clientCertificate.isEmpty()
        || !user.clientCertificateData.isEmpty())
        return {};
    return {hasEmptyFile ? Texts::tr("tokenFile is empty, so there are no credentials.")
                         : Texts::tr("Its user has no credentials: neither certificate, token, password nor plugin.")};
}

/// Over http only who is impersonated is told.
UserEntry withoutCredentials(const UserEntry &user)
{
    return {.file = user.file,
            .impersonate = user.impersonate,
            .impersonateUid = user.impersonateUid,
            .impersonateGroups = user.impersonateGroups,
            .impersonateExtra = user.impersonateExtra};
}

template<typename Entry>
const Entry *find(const std::map<QString, Entry> &entries, const QString &name)
{
    const auto found = entries.find(name);
    return found == entries.end() ? nullptr : &found->second;
}

/// The context as chosen, or what is wrong with the choice.
Result<Access> namedParts(const Kubeconfig &config, const AccessChoice &choice)
{
    Access access;
    access.contextName = choice.context.isEmpty() ? config.currentContext : choice.context;
    const ContextEntry *context = find(config.contexts, access.contextName);
    if (!context && !access.contextName.isEmpty())
        return accessError({}, {Texts::tr("There is no context named %1.").arg(access.contextName)}, config.files);
    access.clusterName = !choice.cluster.isEmpty() ? choice.cluster : context ? context->cluster : QString();
    access.userName = !choice.user.isEmpty() ? choice.user : context ? context->user : QString();
    if (context && !context->namespaceName.isEmpty())
        access.namespaceName = context->namespaceName;
    if (!choice.namespaceName.isEmpty())
        access.namespaceName = choice.namespaceName;
    if (!choice.cluster.isEmpty() && !find(config.clusters, choice.cluster))
        return accessError({}, {Texts::tr("There is no cluster named %1.").arg(choice.cluster)}, config.files);
    if (!choice.user.isEmpty() && !find(config.users, choice.user))
        return accessError({}, {Texts::tr("There is no user named %1.").arg(choice.user)}, config.files);
    const ClusterEntry *cluster = find(config.clusters, access.clusterName);
    if (!cluster && choice.server.isEmpty()) {
        // kubectl tries localhost:8080 here, which only ever puzzles people.
        const QString fault = access.contextName.isEmpty() && config.contexts.empty()
            ? Texts::tr("No cluster is configured: there is no kubeconfig with a context.")
            : access.contextName.isEmpty()
            ? Texts::tr("No context is chosen, and the kubeconfig has no current-context.")
            : Texts::tr("Its cluster is not in the kubeconfig.");
        return accessError(access.contextName, {fault}, config.files);
    }
    access.cluster = withChoice(cluster ? *cluster : ClusterEntry(), choice);
    return access;
}

} // namespace

Result<Access> resolveAccess(const Kubeconfig &config, const AccessChoice &choice)
{
    Result<Access> access = namedParts(config, choice);
    if (!access)
        return access;
    const UserEntry *user = find(config.users, access->userName);
    QStringList faults = clusterFaults(access->cluster);
    faults += userFaults(user ? *user : UserEntry());
    if (!faults.isEmpty())
        return accessError(access->contextName, faults, config.files);
    const Result<ServerAddress> address = serverAddress(access->cluster.server);
    if (!address)
        return accessError(access->contextName, {address.error().what}, config.files);
    access->address = *address;
    if (address->tls)
        faults = credentialFaults(user ? *user : UserEntry(), user != nullptr);
    if (!faults.isEmpty())
        return accessError(access->contextName, faults, config.files);
    if (user)
        access->user = address->tls ? *user : withoutCredentials(*user);
    return access;
}

} // namespace sallyport::kube
