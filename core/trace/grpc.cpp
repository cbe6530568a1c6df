// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/grpc.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Status {
    QLatin1StringView name;
    int http = 0;
};

/// By number, as gRPC counts them; the statuses of HTTP are Envoy's.
constexpr std::array<Status, 17> statuses = {{
    {"OK"_L1, 200},
    {"CANCELLED"_L1, 499},
    {"UNKNOWN"_L1, 500},
    {"INVALID_ARGUMENT"_L1, 400},
    {"DEADLINE_EXCEEDED"_L1, 504},
    {"NOT_FOUND"_L1, 404},
    {"ALREADY_EXISTS"_L1, 409},
    {"PERMISSION_DENIED"_L1, 403},
    {"RESOURCE_EXHAUSTED"_L1, 429},
    {"FAILED_PRECONDITION"_L1, 400},
    {"ABORTED"_L1, 409},
    {"OUT_OF_RANGE"_L1, 400},
    {"UNIMPLEMENTED"_L1, 501},
    {"INTERNAL"_L1, 500},
    {"UNAVAILABLE"_L1, 503},
    {"DATA_LOSS"_L1, 500},
    {"UNAUTHENTICATED"_L1, 401},
}};

} // namespace

std::optional<int> grpcStatusOf(QStringView name)
{
    const auto found =
        std::find_if(statuses.begin(), statuses.end(), [&](const Status &status) { return name == status.name; });
    return found == statuses.end() ? std::nullopt : std::optional(int(found - statuses.begin()));
}

int httpStatusOfGrpc(int status)
{
    return status >= 0 && size_t(status) < statuses.size() ? statuses[size_t(status)].http : 500;
}

int grpcStatusOfHttp(int status)
{
    switch (status) {
    case 400:
        return 13;
    case 401:
        return 16;
    case 403:
        return 7;
    case 404:
        return 12;
    case 429:
    case 502:
    case 503:
    case 504:
        return 14;
    default:
        return 2;
    }
}

bool isGrpcType(QStringView contentType)
{
    const QLatin1StringView type = "application/grpc"_L1;
    return contentType == type || contentType.startsWith("application/grpc+"_L1);
}

} // namespace sallyport
