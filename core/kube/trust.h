// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/certificate.h"
#include "core/result.h"

#include <vector>

namespace sallyport::kube {

/// The certificates that a server may lead back to. Any of them is an anchor: an intermediate or the server's own will do.
struct Roots {
    std::vector<Certificate> certificates;
};

/// The authorities of a kubeconfig. An error where there is text, but no certificate in it; nothing from an empty text, which then
/// lets no server be trusted (as kubectl 1.36 and later; older ones took the system's).
Result<Roots> rootsOfPem(const QByteArray &pem);
/// What the operating system trusts: $SSL_CERT_FILE, $SSL_CERT_DIR, or the bundle of the distribution.
Roots systemRoots();

/// Why a server's certificates are not to be trusted for `host` at `now` (seconds since 1970), in Go's words; empty where they are.
///
/// Decides as Go's crypto/x509 does, and thus kubectl: `presented` are the server's, its own first.
QString distrust(const std::vector<Certificate> &presented, const Roots &roots, const QString &host, qint64 now);

} // namespace sallyport::kube
