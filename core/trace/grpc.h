// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <optional>

/// How statuses of gRPC and of HTTP stand for each other at a proxy.
namespace sallyport {

/// The number of a status by its name: "UNAVAILABLE" is 14.
std::optional<int> grpcStatusOf(QStringView name);
/// What a proxy answers to a request that is not gRPC's where it was to answer this.
int httpStatusOfGrpc(int status);
/// The grpc-status with which a proxy refuses a gRPC request.
int grpcStatusOfHttp(int status);
/// Whether a content type is one of gRPC's.
bool isGrpcType(QStringView contentType);

} // namespace sallyport
