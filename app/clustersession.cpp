// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/clustersession.h"

#include "app/settings.h"
#include "core/kube/opencluster.h"

#include <QCoreApplication>
#include <QUrl>

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
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(context));
    return FileSettings().value(u"contexts/"_s + name + u"/readOnly"_s).toBool();
}

} // namespace sallyport
