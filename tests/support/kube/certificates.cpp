// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/certificates.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <atomic>

namespace sallyport::kube {

namespace {

template<typename Write>
QByteArray pemOf(Write write)
{
    BIO *bio = BIO_new(BIO_s_mem());
    write(bio);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray pem(data, size);
    BIO_free(bio);
    return pem;
}

std::shared_ptr<EVP_PKEY> newKey(KeyKind kind)
{
    EVP_PKEY *key = nullptr;
    switch (kind) {
    case KeyKind::Rsa:
        key = EVP_RSA_gen(2048);
        break;
    case KeyKind::WeakRsa:
        key = EVP_RSA_gen(768);
        break;
    case KeyKind::Ec:
        key = EVP_EC_gen("P-256");
        break;
    case KeyKind::Secp256k1:
        key = EVP_EC_gen("secp256k1");
        break;
    case KeyKind::Ed25519:
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
        break;
    }
    return std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
}

void addExtension(X509 *x509, X509 *issuer, int nid, const QString &value)
{
    if (value.isEmpty())
        return;
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, x509, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.toLatin1().constData());
    if (!extension)
        qFatal("the test asks for an extension that cannot be made: %s", qPrintable(value));
    X509_add_ext(x509, extension, -1);
    X509_EXTENSION_free(extension);
}

void addUnknownCriticalExtension(X509 *x509)
{
    ASN1_OBJECT *object = OBJ_txt2obj("1.3.6.1.4.1.55555.1", 1);
    ASN1_OCTET_STRING *value = ASN1_OCTET_STRING_new();
    ASN1_OCTET_STRING_set(value, reinterpret_cast<const unsigned char *>("\x05\x00"), 2);
    X509_EXTENSION *extension = X509_EXTENSION_create_by_OBJ(nullptr, object, 1, value);
    X509_add_ext(x509, extension, -1);
    X509_EXTENSION_free(extension);
    ASN1_OCTET_STRING_free(value);
    ASN1_OBJECT_free(object);
}

} // namespace

QByteArray TestCertificate::traditionalKeyPem() const
{
    return pemOf([this](BIO *bio) {
        PEM_write_bio_PrivateKey_traditional(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
}

QByteArray TestCertificate::keyPemWithParameters() const
{
    // The object identifier of prime256v1.
    return "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + traditionalKeyPem();
}

TestCertificate makeCertificate(const CertificateWishes &wishes, const TestCertificate *issuer)
{
    static std::atomic<long> serial{1};
    TestCertificate made{.x509 = std::shared_ptr<X509>(X509_new(), X509_free),
                         .key = wishes.useKey ? wishes.useKey : newKey(wishes.key)};
    X509 *x509 = made.x509.get();
    X509 *signer = issuer ? issuer->x509.get() : x509;
    EVP_PKEY *signerKey = issuer ? issuer->key.get() : made.key.get();
    X509_set_version(x509, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), serial++);
    X509_gmtime_adj(X509_getm_notBefore(x509), wishes.validFrom);
    X509_gmtime_adj(X509_getm_notAfter(x509), wishes.validTo);
    const QByteArray name = wishes.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
    X509_set_issuer_name(x509, X509_get_subject_name(signer));
    X509_set_pubkey(x509, made.key.get());
    addExtension(x509, signer, NID_basic_constraints, wishes.basicConstraints);
    addExtension(x509, signer, NID_key_usage, wishes.keyUsage);
    addExtension(x509, signer, NID_ext_key_usage, wishes.extendedKeyUsage);
    addExtension(x509, signer, NID_subject_alt_name, wishes.alternativeNames);
    addExtension(x509, signer, NID_name_constraints, wishes.nameConstraints);
    if (wishes.hasUnknownCriticalExtension)
        addUnknownCriticalExtension(x509);
    const bool isEdwards = EVP_PKEY_get_base_id(signerKey) == EVP_PKEY_ED25519;
    if (X509_sign(x509, signerKey, isEdwards ? nullptr : wishes.signedWithSha1 ? EVP_sha1() : EVP_sha256()) == 0)
        qFatal("the test's certificate cannot be signed");
    made.pem = pemOf([x509](BIO *bio) { PEM_write_bio_X509(bio, x509); });
    made.keyPem = pemOf(
        [&](BIO *bio) { PEM_write_bio_PKCS8PrivateKey(bio, made.key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    return made;
}

TestCertificate makeAuthority(const QString &name, const TestCertificate *issuer)
{
    return makeCertificate({.commonName = name,
                            .basicConstraints = QStringLiteral("critical,CA:TRUE"),
                            .keyUsage = QStringLiteral("keyCertSign")},
                           issuer);
}

TestCertificate makeServer(const TestCertificate &authority)
{
    return makeCertificate({.commonName = QStringLiteral("server"),
                            .alternativeNames = QStringLiteral("DNS:localhost,IP:127.0.0.1"),
                            .extendedKeyUsage = QStringLiteral("serverAuth")},
                           &authority);
}

QSslConfiguration serverTls(const TestCertificate &certificate, const QByteArray &chainPem,
                            const TestCertificate *clients)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(certificate.pem + chainPem));
    EVP_PKEY_up_ref(certificate.key.get());
    tls.setPrivateKey(QSslKey(Qt::HANDLE(certificate.key.get()), QSsl::PrivateKey));
    tls.setPeerVerifyMode(clients ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (clients)
        tls.setCaCertificates(QSslCertificate::fromData(clients->pem));
    return tls;
}

} // namespace sallyport::kube
