// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QProcessEnvironment>
#include <QString>

namespace sallyport::kube {

/// A proxy between us and an API server, or none.
struct Proxy {
    enum class Kind { None, Http, Https, Socks5 };
    Kind kind = Kind::None;
    QString host;
    quint16 port = 0;
    QString userName, password; ///< Secret; empty where there is none.

    bool operator==(const Proxy &) const = default;
};

/// The proxy that a proxy-url means: http, https or socks5.
Result<Proxy> proxyOfUrl(const QString &url);

/// The proxy that the environment asks for (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in either case), by the rules of Go's net/http: this
/// machine itself is never reached through one; NO_PROXY lists names with their subdomains, .suffixes, addresses, CIDR ranges, each with
/// a port where wanted, or *.
Result<Proxy> proxyOfEnvironment(const QString &host, quint16 port, bool tls, const QProcessEnvironment &environment);

} // namespace sallyport::kube
