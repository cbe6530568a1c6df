// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/expectations.h"

namespace sallyport {

/// One attempt of one workload to reach something outside the mesh.
struct TraceRequest {
    QString namespaceName;
    Labels labels; ///< All labels of the pod that matter; sorted by key.
    QString serviceAccount; ///< Empty = default.
    RequestSpec request;
    bool operator==(const TraceRequest &) const = default;
};

TraceRequest requestOf(const Expectation &expectation);

/// The request as a command for a shell in the workload's pod.
QString curlOf(const TraceRequest &request);

/// What the application sends, and where to.
struct RequestTarget {
    enum class Payload : quint8 {
        Http, ///< A plain request.
        Tls, ///< A TLS handshake; what is in it stays between the application and the host.
        Stream, ///< Neither of the two; the client speaks first.
    };
    Payload payload = Payload::Http;
    QString host; ///< In lower case.
    int port = 0;
    QString authority; ///< As a client writes it into Host: with the port where that is not the scheme's own.
    QString path, query; ///< The query without its question mark.
    bool isAddress = false; ///< The host is an address.
};

/// Reads the URL or host:port; nothing where it is neither.
std::optional<RequestTarget> targetOf(const RequestSpec &request);

} // namespace sallyport
