// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QStringList>

#include <memory>

using X509 = struct x509_st;
using EVP_PKEY = struct evp_pkey_st;

namespace sallyport::kube {

enum class KeyKind { Rsa, Ec, Ed25519, WeakRsa, Secp256k1 };

/// A certificate with its key, made for one test and thrown away.
struct TestCertificate {
    QByteArray pem, keyPem; ///< The key as PKCS#8.
    std::shared_ptr<X509> x509;
    std::shared_ptr<EVP_PKEY> key;

    QByteArray traditionalKeyPem() const; ///< PKCS#1 or SEC 1.
    QByteArray
    keyPemWithParameters() const; ///< SEC 1 with the block EC PARAMETERS before it, as openssl ecparam writes it.
};

struct CertificateWishes {
    QString commonName = QStringLiteral("test");
    QString alternativeNames; ///< As openssl has it: "DNS:a.test,IP:127.0.0.1"; empty = none.
    QString basicConstraints; ///< "critical,CA:TRUE,pathlen:0"; empty = none.
    QString keyUsage; ///< "keyCertSign"
    QString extendedKeyUsage; ///< "serverAuth"
    QString nameConstraints; ///< "permitted;DNS:a.test"
    bool hasUnknownCriticalExtension = false;
    int validFrom = -3600, validTo = 86400; ///< Seconds from now.
    KeyKind key = KeyKind::Ec;
    bool signedWithSha1 = false;
    std::shared_ptr<EVP_PKEY> useKey; ///< Instead of a new one.
};

/// Signed by `issuer`, or by itself.
TestCertificate makeCertificate(const CertificateWishes &wishes, const TestCertificate *issuer = nullptr);
TestCertificate makeAuthority(const QString &name = QStringLiteral("test authority"),
                              const TestCertificate *issuer = nullptr);
/// For localhost and 127.0.0.1.
TestCertificate makeServer(const TestCertificate &authority);

/// A server's side of TLS with that certificate (and those that signed it); with `clients` it asks for certificates of theirs.
QSslConfiguration serverTls(const TestCertificate &certificate, const QByteArray &chainPem = {},
                            const TestCertificate *clients = nullptr);

} // namespace sallyport::kube
