// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

namespace sallyport {

enum class ExpectedVerdict : quint8 { Any, Allowed, Blocked };

/// A request of an expectation or a trace.
struct RequestSpec {
    QString url; ///< http://host[:port]/path or https://…; or empty when tcp is set
    QString tcp; ///< host:port
    QString method = QStringLiteral("GET");
    QList<std::pair<QString, QString>> headers;
    bool operator==(const RequestSpec &) const = default;
};

/// One case: a request of a workload and what should come of it.
struct Expectation {
    QString name;
    QString namespaceName;
    Labels labels;
    QString serviceAccount; ///< Empty = default.
    RequestSpec request;
    ExpectedVerdict verdict = ExpectedVerdict::Any;
    std::optional<int> status;
    bool operator==(const Expectation &) const = default;
};

/// Requests and their expected outcomes, evaluated while a policy is edited and in CI.
struct Expectations {
    QString name;
    QList<Expectation> cases;
    bool operator==(const Expectations &) const = default;
};

} // namespace sallyport
