// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/identity.h"
#include "core/kube/trust.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace sallyport::kube {

/// How one side of a TLS connection is to be recognized by the other.
struct TlsSettings {
    std::shared_ptr<const Roots> roots;
    bool insecure = false; ///< Any server will do.
    QString serverName; ///< Asked for, and to be found in the certificate.
    std::shared_ptr<const Identity> identity; ///< Ours, or null.
};

/// The client's side of one TLS connection (1.2 or 1.3), between bytes that are encrypted and bytes that are not, without a socket: that
/// is how one can run inside another, through an https proxy. The server is judged by distrust() within the handshake: a server that
/// is not trusted never gets our certificate, nor a byte of a request.
class TlsStream
{
public:
    explicit TlsStream(const TlsSettings &settings);
    ~TlsStream();
    Q_DISABLE_COPY_MOVE(TlsStream)

    enum class State { Handshake, Open, Closed, Failed };
    State state() const { return m_state; }
    QString fault() const { return m_fault; } ///< Why it Failed, one clause.

    void start();
    void receive(const QByteArray &encrypted);
    void write(const QByteArray &plain);
    QByteArray takeEncrypted(); ///< To be sent.
    QByteArray takePlain(); ///< Received.

private:
    struct Session;
    void advance();
    void read();
    void flush();
    void fail(int result);

    std::unique_ptr<Session> m_session;
    State m_state = State::Handshake;
    QString m_fault;
    QByteArray m_unsent; ///< Plain bytes that wait for the handshake.
    QByteArray m_plain;
};

} // namespace sallyport::kube
