// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/certificate.h"
#include "core/result.h"

#include <memory>
#include <vector>

using EVP_PKEY = struct evp_pkey_st;

namespace sallyport::kube {

/// A client certificate with those that signed it, and its private key.
struct Identity {
    std::vector<Certificate> chain; ///< Our own first.
    std::shared_ptr<EVP_PKEY> key;
};

/// Reads a pair as Go's tls.X509KeyPair does: RSA (PKCS#1, PKCS#8), EC (SEC 1, PKCS#8), Ed25519; whatever else stands in the texts is
/// skipped. Errors name no bytes.
Result<std::shared_ptr<const Identity>> identityOfPem(const QByteArray &certificatePem, const QByteArray &keyPem);

} // namespace sallyport::kube
