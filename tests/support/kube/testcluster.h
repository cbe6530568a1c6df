// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"
#include "core/kube/opencluster.h"
#include "tests/support/waiting.h"

#include <memory>
#include <optional>

namespace sallyport::kube {

/// The API server that the suite tests/cluster starts (see its README), as one of its users: admin, alice, bob or carol.
/// Without one (no $SALLYPORT_TEST_KUBECONFIG) there is nothing to test.
bool hasTestCluster();
QString testKubeconfig(const QString &user);
Result<Access> testAccess(const QString &user);
std::unique_ptr<Transport> openTestCluster(const QString &user = QStringLiteral("admin"));

/// Runs one call to its end: waitFor<Value>([&](auto done) { client.get(…, this, done); }). What takes longer than a minute is an error.
template<typename T, typename Start>
std::optional<Outcome<T>> waitFor(Start start)
{
    const auto outcome = std::make_shared<std::optional<Outcome<T>>>();
    start([outcome](Outcome<T> result) { *outcome = std::move(result); });
    if (!test::waitUntil([&] { return outcome->has_value(); }, std::chrono::minutes(1)))
        return KubeError{.kind = KubeError::Kind::Timeout, .message = QStringLiteral("the call did not end")};
    return *outcome;
}

} // namespace sallyport::kube
