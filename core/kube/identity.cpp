// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/identity.h"

#include "core/kube/pem.h"

#include <QCoreApplication>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Identity)
};

Error identityError(const QString &what)
{
    return {.what = what,
            .unaffected = Texts::tr("Nothing was connected to."),
            .next = Texts::tr("Correct the client certificate or its key in the kubeconfig.")};
}

/// The key in the first block that is called one.
std::shared_ptr<EVP_PKEY> keyOfPem(const QByteArray &pem)
{
    for (const PemBlock &block : pemBlocks(pem)) {
        if (block.type != "PRIVATE KEY" && !block.type.endsWith(" PRIVATE KEY"))
            continue;
        const unsigned char *at = reinterpret_cast<const unsigned char *>(block.der.constData());
        EVP_PKEY *key = d2i_AutoPrivateKey(nullptr, &at, long(block.der.size()));
        ERR_clear_error();
        return key ? std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free) : nullptr;
    }
    return nullptr;
}

bool isSupported(EVP_PKEY *key)
{
    const int type = EVP_PKEY_get_base_id(key);
    return type == EVP_PKEY_RSA || type == EVP_PKEY_EC || type == EVP_PKEY_ED25519;
}

} // namespace

Result<std::shared_ptr<const Identity>> identityOfPem(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    auto identity = std::make_shared<Identity>();
    for (const PemBlock &block : pemBlocks(certificatePem)) {
        if (block.type != "CERTIFICATE")
            continue;
        std::optional<Certificate> certificate = parseCertificate(block.der);
        if (!certificate)
            return identityError(Texts::tr("The client certificate cannot be read."));
        identity->chain.push_back(std::move(*certificate));
    }
    if (identity->chain.empty())
        return identityError(Texts::tr("The client certificate holds no certificate in PEM form."));
    identity->key = keyOfPem(keyPem);
    if (!identity->key || !isSupported(identity->key.get()))
        return identityError(
            Texts::tr("The client key holds no private key that can be read: RSA, EC or Ed25519, not encrypted."));
    if (X509_check_private_key(identity->chain.front().x509.get(), identity->key.get()) != 1) {
        ERR_clear_error();
        return identityError(Texts::tr("The client key does not belong to the client certificate."));
    }
    return std::shared_ptr<const Identity>(std::move(identity));
}

} // namespace sallyport::kube
