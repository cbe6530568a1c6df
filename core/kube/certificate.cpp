// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/certificate.h"

#include <openssl/asn1.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

template<typename T, void (*release)(T *)>
struct Release {
    void operator()(T *object) const { release(object); }
};
using Names = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES, GENERAL_NAMES_free>>;
using Usages = std::unique_ptr<EXTENDED_KEY_USAGE, Release<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>>;
using Basic = std::unique_ptr<BASIC_CONSTRAINTS, Release<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>>;
using Constraints = std::unique_ptr<NAME_CONSTRAINTS, Release<NAME_CONSTRAINTS, NAME_CONSTRAINTS_free>>;

template<typename T>
T *extension(X509 *x509, int nid)
{
    return static_cast<T *>(X509_get_ext_d2i(x509, nid, nullptr, nullptr));
}

QByteArray bytesOf(const ASN1_STRING *text)
{
    return text ? QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text))
                : QByteArray();
}

QByteArray derOf(const X509_NAME *name)
{
    const unsigned char *der = nullptr;
    size_t size = 0;
    X509_NAME_get0_der(const_cast<X509_NAME *>(name), &der, &size);
    return QByteArray(reinterpret_cast<const char *>(der), qsizetype(size));
}

QByteArray derOf(X509_PUBKEY *key)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(key, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), qMax(size, 0));
    OPENSSL_free(der);
    return bytes;
}

QByteArray derOf(X509 *x509)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(x509, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), qMax(size, 0));
    OPENSSL_free(der);
    return bytes;
}

qint64 secondsOf(const ASN1_TIME *time)
{
    tm parts = {};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? qint64(timegm(&parts)) : 0;
}

QString commonNameOf(X509 *x509)
{
    X509_NAME *subject = X509_get_subject_name(x509);
    const int index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    return index < 0 ? QString()
                     : QString::fromUtf8(bytesOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index))));
}

void readAlternativeNames(Certificate &certificate)
{
    const Names names(extension<GENERAL_NAMES>(certificate.x509.get(), NID_subject_alt_name));
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS)
            certificate.dnsNames.append(QString::fromLatin1(bytesOf(name->d.dNSName)));
        else if (name->type == GEN_IPADD)
            certificate.addresses.append(bytesOf(name->d.iPAddress));
    }
}

void readUsages(Certificate &certificate)
{
    const Usages usages(extension<EXTENDED_KEY_USAGE>(certificate.x509.get(), NID_ext_key_usage));
    certificate.restrictsUsage = sk_ASN1_OBJECT_num(usages.get()) > 0;
    for (int i = 0; i < sk_ASN1_OBJECT_num(usages.get()); ++i) {
        const int nid = OBJ_obj2nid(sk_ASN1_OBJECT_value(usages.get(), i));
        certificate.servesServers =
            certificate.servesServers || nid == NID_server_auth || nid == NID_anyExtendedKeyUsage;
    }
    const uint32_t keyUsage = X509_get_key_usage(certificate.x509.get());
    certificate.maySign = keyUsage == UINT32_MAX || keyUsage == 0 || (keyUsage & KU_KEY_CERT_SIGN) != 0;
}

/// Go knows these extensions; any other that is critical makes a certificate unusable.
bool isKnownExtension(int nid)
{
    static constexpr int known[] = {NID_key_usage,        NID_basic_constraints,       NID_subject_alt_name,
                                    NID_name_constraints, NID_crl_distribution_points, NID_authority_key_identifier,
                                    NID_ext_key_usage,    NID_subject_key_identifier,  NID_certificate_policies,
                                    NID_policy_mappings,  NID_policy_constraints,      NID_inhibit_any_policy};
    return std::find(std::begin(known), std::end(known), nid) != std::end(known);
}

void readExtensions(Certificate &certificate)
{
    X509 *x509 = certificate.x509.get();
    for (int i = 0; i < X509_get_ext_count(x509); ++i) {
        X509_EXTENSION *one = X509_get_ext(x509, i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(one));
        if (X509_EXTENSION_get_critical(one) != 0 && !isKnownExtension(nid))
            certificate.hasUnknownCritical = true;
        if (nid == NID_subject_alt_name)
            certificate.alternativeNames = bytesOf(X509_EXTENSION_get_data(one));
    }
    if (const Basic basic{extension<BASIC_CONSTRAINTS>(x509, NID_basic_constraints)}) {
        certificate.hasBasicConstraints = true;
        certificate.isAuthority = basic->ca != 0;
        certificate.maxPathLength = basic->pathlen ? int(ASN1_INTEGER_get(basic->pathlen)) : -1;
    }
    certificate.subjectKeyId = bytesOf(X509_get0_subject_key_id(x509));
    certificate.authorityKeyId = bytesOf(X509_get0_authority_key_id(x509));
}

/// The kinds of keys that Go verifies with. Others make it refuse to read the certificate, or to use it.
bool isKnownKey(EVP_PKEY *key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_ED25519:
        return true;
    case EVP_PKEY_EC: {
        char group[64] = {};
        size_t size = 0;
        if (EVP_PKEY_get_group_name(key, group, sizeof group, &size) != 1)
            return false;
        const QByteArrayView name(group);
        return name == "secp224r1" || name == "prime256v1" || name == "secp384r1" || name == "secp521r1";
    }
    default:
        return false;
    }
}

} // namespace

std::optional<Certificate> parseCertificate(const QByteArray &der)
{
    const unsigned char *at = reinterpret_cast<const unsigned char *>(der.constData());
    X509 *x509 = d2i_X509(nullptr, &at, long(der.size()));
    const std::unique_ptr<X509, Release<X509, X509_free>> owner(x509);
    if (!x509 || at != reinterpret_cast<const unsigned char *>(der.constData()) + der.size())
        return {};
    EVP_PKEY *key = X509_get0_pubkey(x509);
    if (key && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && !isKnownKey(key))
        return {};
    return certificateOf(x509);
}

Certificate certificateOf(X509 *x509)
{
    X509_up_ref(x509);
    Certificate certificate{.x509 = std::shared_ptr<X509>(x509, X509_free),
                            .der = derOf(x509),
                            .subject = derOf(X509_get_subject_name(x509)),
                            .issuer = derOf(X509_get_issuer_name(x509)),
                            .publicKey = derOf(X509_get_X509_PUBKEY(x509)),
                            .commonName = commonNameOf(x509),
                            .notBefore = secondsOf(X509_get0_notBefore(x509)),
                            .notAfter = secondsOf(X509_get0_notAfter(x509)),
                            .version = int(X509_get_version(x509)) + 1};
    readExtensions(certificate);
    readAlternativeNames(certificate);
    readUsages(certificate);
    return certificate;
}

QString signatureFault(const Certificate &certificate, const Certificate &parent)
{
    if ((parent.version == 3 && !parent.hasBasicConstraints) || (parent.hasBasicConstraints && !parent.isAuthority)
        || !parent.maySign)
        return u"invalid signature: parent certificate cannot sign this kind of certificate"_s;
    EVP_PKEY *key = X509_get0_pubkey(parent.x509.get());
    if (!key || !isKnownKey(key))
        return u"cannot verify signature: algorithm unimplemented"_s;
    int digest = NID_undef;
    if (X509_get_signature_info(certificate.x509.get(), &digest, nullptr, nullptr, nullptr) != 1)
        return u"cannot verify signature: algorithm unimplemented"_s;
    if (digest == NID_md5 || digest == NID_sha1 || digest == NID_md2 || digest == NID_md4)
        return u"cannot verify signature: insecure algorithm"_s;
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) < 1024)
        return u"cannot verify signature: the RSA key is shorter than 1024 bits"_s;
    return X509_verify(certificate.x509.get(), key) == 1 ? QString() : u"the signature is not that of the authority"_s;
}

QString constraintFault(const std::vector<Certificate> &chain)
{
    for (size_t signer = 1; signer < chain.size(); ++signer) {
        const Constraints constraints(extension<NAME_CONSTRAINTS>(chain[signer].x509.get(), NID_name_constraints));
        for (size_t below = 0; constraints && below < signer; ++below) {
            if (chain[below].alternativeNames
                && NAME_CONSTRAINTS_check(chain[below].x509.get(), constraints.get()) != X509_V_OK)
                return u"a root or intermediate certificate is not authorized to sign for this name"_s;
        }
    }
    return {};
}

} // namespace sallyport::kube
