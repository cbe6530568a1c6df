// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/clustersession.h"

#include "app/paths.h"
#include "app/settings.h"
#include "core/kube/opencluster.h"
#include "ui/cluster/contextmemory.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

Result<ClusterSession> openSession(const QString &file, const QString &context,
                                   std::function<void(std::chrono::milliseconds)> onWaiting)
{
    kube::OpenOptions options;
    options.userAgent = "sallyport/" + QCoreApplication::applicationVersion().toUtf8();
    options.onWaiting = std::move(onWaiting);
    const Result<kube::Kubeconfig> config = kube::loadKubeconfig(file, options.environment);
    if (!config)
        return config.error();
    kube::AccessChoice choice;
    choice.context = context;
    const Result<kube::Access> access = kube::resolveAccess(*config, choice);
    if (!access)
        return access.error();
    Result<std::unique_ptr<kube::Transport>> transport = kube::openCluster(*access, std::move(options));
    if (!transport)
        return transport.error();
    ClusterSession session;
    session.context = access->contextName;
    session.transport = std::move(*transport);
    session.client = std::make_unique<kube::Client>(*session.transport);
    return session;
}

bool isReadOnly(const QString &context)
{
    FileSettings settings;
    return ContextMemory(&settings).mark(context) == ContextMark::ReadOnly;
}

ClusterServices clusterServices()
{
    return {
        .kubeconfig = [] { return kube::loadKubeconfig({}, QProcessEnvironment::systemEnvironment()); },
        .open = [](const QString &context, std::function<void(std::chrono::milliseconds)> onWaiting)
            -> Result<std::unique_ptr<kube::Transport>> {
            Result<ClusterSession> session = openSession({}, context, std::move(onWaiting));
            if (!session)
                return session.error();
            return std::move(session->transport);
        },
        .historyFolder = stateFolder() + "/history"_L1,
    };
}

} // namespace sallyport
