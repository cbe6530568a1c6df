// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/testcluster.h"

#include <QFileInfo>

namespace sallyport::kube {

namespace {

constexpr const char *variable = "SALLYPORT_TEST_KUBECONFIG";

} // namespace

bool hasTestCluster()
{
    return qEnvironmentVariableIsSet(variable);
}

QString testKubeconfig(const QString &user)
{
    return QFileInfo(qEnvironmentVariable(variable)).path() + u'/' + user + QStringLiteral(".kubeconfig");
}

Result<Access> testAccess(const QString &user)
{
    const Result<Kubeconfig> config = loadKubeconfig(testKubeconfig(user), {});
    return config ? resolveAccess(*config) : Result<Access>(config.error());
}

std::unique_ptr<Transport> openTestCluster(const QString &user)
{
    const Result<Access> access = testAccess(user);
    if (!access)
        qFatal("%s", qPrintable(access.error().toString()));
    Result<std::unique_ptr<Transport>> transport = openCluster(*access, {.environment = {}});
    if (!transport)
        qFatal("%s", qPrintable(transport.error().toString()));
    return std::move(*transport);
}

} // namespace sallyport::kube
