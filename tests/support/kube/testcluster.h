// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"
#include "core/kube/opencluster.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <memory>
#include <optional>

namespace sallyport::kube {

/// The API server that the suite tests/cluster starts (see its README), as one of its users: admin, alice, bob or carol.
/// Without one (no $SALLYPORT_TEST_KUBECONFIG) there is nothing to test.
bool hasTestCluster();
QString testKubeconfig(const QString &user);
Result<Access> testAccess(const QString &user);
std::unique_ptr<Transport> openTestCluster(const QString &user = QStringLiteral("admin"));

/// Runs one call to its end, or for a minute: outcomeOf<Value>([&](auto done) { client.get(…, this, done); }).
template<typename T, typename Start>
std::optional<Outcome<T>> waitFor(Start start)
{
    std::optional<Outcome<T>> outcome;
    start([&](Outcome<T> result) { outcome = std::move(result); });
    for (int i = 0; i < 6000 && !outcome; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    return outcome;
}

} // namespace sallyport::kube
