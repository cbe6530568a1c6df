// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/opencluster.h"

#include "core/kube/httptransport.h"
#include "core/kube/retryingtransport.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

QByteArray dataOrFile(const QByteArray &data, const QString &path)
{
    if (!data.isEmpty() || path.isEmpty())
        return data;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<std::unique_ptr<Transport>> openCluster(const Access &access, OpenOptions options)
{
    if (access.address.tls) {
        const ClusterEntry &cluster = access.cluster;
        const Result<Roots> roots =
            rootsOfPem(dataOrFile(cluster.certificateAuthorityData, cluster.certificateAuthority));
        if (!roots)
            return roots.error();
        const UserEntry &user = access.user;
        if (!user.clientCertificate.isEmpty() || !user.clientCertificateData.isEmpty()) {
            const auto identity = identityOfPem(dataOrFile(user.clientCertificateData, user.clientCertificate),
                                                dataOrFile(user.clientKeyData, user.clientKey));
            if (!identity)
                return identity.error();
        }
    }
    auto retrying = std::make_unique<RetryingTransport>(
        std::make_unique<HttpTransport>(access, options.environment, options.userAgent));
    retrying->onWaiting = std::move(options.onWaiting);
    return std::unique_ptr<Transport>(std::move(retrying));
}

} // namespace sallyport::kube
