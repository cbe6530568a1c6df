// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/tlsstream.h"

#include <QDateTime>
#include <QHostAddress>
#include <QUrl>

#include <openssl/err.h>
#include <openssl/ssl.h>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

/// What Go's client offers for TLS 1.2: forward secrecy only. Those of TLS 1.3 are all good.
constexpr const char *ciphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:"
    "ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA";
constexpr const char *signatures =
    "rsa_pss_rsae_sha256:ecdsa_secp256r1_sha256:ed25519:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:"
    "rsa_pkcs1_sha256:rsa_pkcs1_sha384:rsa_pkcs1_sha512:ecdsa_secp384r1_sha384:ecdsa_secp521r1_sha512";

bool isAddress(const QString &host)
{
    return !QHostAddress(host).isNull() && (host.contains(u':') || host.count(u'.') == 3);
}

} // namespace

struct TlsStream::Session {
    TlsSettings settings;
    SSL_CTX *context = nullptr;
    SSL *ssl = nullptr;
    BIO *in = nullptr; ///< Owned by ssl.
    BIO *out = nullptr;
    QString distrusted;

    ~Session()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
    }

    static int judge(X509_STORE_CTX *store, void *argument)
    {
        auto *session = static_cast<Session *>(argument);
        if (session->settings.insecure)
            return 1;
        std::vector<Certificate> presented;
        STACK_OF(X509) *chain = X509_STORE_CTX_get0_untrusted(store);
        for (int i = 0; i < sk_X509_num(chain); ++i)
            presented.push_back(certificateOf(sk_X509_value(chain, i)));
        session->distrusted = distrust(presented, *session->settings.roots, session->settings.serverName,
                                       QDateTime::currentSecsSinceEpoch());
        if (session->distrusted.isEmpty()) {
            X509_STORE_CTX_set_error(store, X509_V_OK);
            return 1;
        }
        X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_UNTRUSTED);
        return 0;
    }

    bool useIdentity()
    {
        const std::shared_ptr<const Identity> &identity = settings.identity;
        if (!identity)
            return true;
        if (SSL_use_certificate(ssl, identity->chain.front().x509.get()) != 1
            || SSL_use_PrivateKey(ssl, identity->key.get()) != 1)
            return false;
        for (size_t i = 1; i < identity->chain.size(); ++i)
            SSL_add1_chain_cert(ssl, identity->chain[i].x509.get());
        return true;
    }

    bool open()
    {
        context = SSL_CTX_new(TLS_client_method());
        if (!context)
            return false;
        // Which keys and signatures are good enough is decided where chains are built, as Go does it.
        SSL_CTX_set_security_level(context, 0);
        SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
        SSL_CTX_set_cipher_list(context, ciphers);
        SSL_CTX_set1_sigalgs_list(context, signatures);
        SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_IGNORE_UNEXPECTED_EOF);
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(context, judge, this);
        ssl = SSL_new(context);
        in = BIO_new(BIO_s_mem());
        out = BIO_new(BIO_s_mem());
        if (!ssl || !in || !out)
            return false;
        SSL_set_bio(ssl, in, out);
        SSL_set_connect_state(ssl);
        static constexpr unsigned char protocols[] = "\x08http/1.1";
        SSL_set_alpn_protos(ssl, protocols, sizeof protocols - 1);
        if (!settings.serverName.isEmpty() && !isAddress(settings.serverName)) {
            const QByteArray ace = QUrl::toAce(settings.serverName);
            QByteArray name = ace.isEmpty() ? settings.serverName.toLatin1() : ace;
            if (name.endsWith('.')) // RFC 6066: without
                name.chop(1);
            SSL_set_tlsext_host_name(ssl, name.constData());
        }
        return useIdentity();
    }
};

TlsStream::TlsStream(const TlsSettings &settings)
    : m_session(new Session{.settings = settings})
{
}

TlsStream::~TlsStream() = default;

void TlsStream::start()
{
    ERR_clear_error();
    if (!m_session->open()) {
        m_state = State::Failed;
        m_fault = u"TLS could not be set up with this client certificate"_s;
        return;
    }
    advance();
}

void TlsStream::receive(const QByteArray &encrypted)
{
    if (m_state == State::Failed || m_state == State::Closed)
        return;
    BIO_write(m_session->in, encrypted.constData(), int(encrypted.size()));
    advance();
}

void TlsStream::write(const QByteArray &plain)
{
    m_unsent += plain;
    if (m_state == State::Open)
        flush();
}

void TlsStream::advance()
{
    ERR_clear_error();
    if (m_state == State::Handshake) {
        const int result = SSL_do_handshake(m_session->ssl);
        if (result != 1)
            return fail(result);
        m_state = State::Open;
        flush();
    }
    if (m_state == State::Open)
        read();
}

void TlsStream::read()
{
    char buffer[16 * 1024];
    while (m_state == State::Open) {
        const int size = SSL_read(m_session->ssl, buffer, sizeof buffer);
        if (size <= 0)
            return fail(size);
        m_plain.append(buffer, size);
    }
}

void TlsStream::flush()
{
    qsizetype sent = 0;
    while (m_state == State::Open && sent < m_unsent.size()) {
        const int size = SSL_write(m_session->ssl, m_unsent.constData() + sent,
                                   int(qMin<qsizetype>(m_unsent.size() - sent, 1 << 20)));
        if (size <= 0) {
            fail(size);
            break;
        }
        sent += size;
    }
    m_unsent.remove(0, sent);
}

void TlsStream::fail(int result)
{
    switch (SSL_get_error(m_session->ssl, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return;
    case SSL_ERROR_ZERO_RETURN:
        m_state = State::Closed;
        return;
    default:
        break;
    }
    m_state = State::Failed;
    const unsigned long error = ERR_peek_last_error();
    ERR_clear_error();
    if (!m_session->distrusted.isEmpty())
        m_fault = m_session->distrusted;
    else if (const char *reason = ERR_reason_error_string(error))
        m_fault = QString::fromLatin1(reason);
    else
        m_fault = u"the TLS connection broke"_s;
}

QByteArray TlsStream::takeEncrypted()
{
    QByteArray bytes;
    if (!m_session->out)
        return bytes;
    char *data = nullptr;
    const long size = BIO_get_mem_data(m_session->out, &data);
    bytes = QByteArray(data, size);
    BIO_reset(m_session->out);
    return bytes;
}

QByteArray TlsStream::takePlain()
{
    return std::exchange(m_plain, {});
}

} // namespace sallyport::kube
