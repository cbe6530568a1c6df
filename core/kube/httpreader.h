// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/transport.h"

#include <QByteArray>

namespace sallyport::kube {

/// Reads one HTTP/1.1 response from bytes as they come (RFC 9112). Knows where it ends: by length, by chunks, or with the connection.
class HttpReader
{
public:
    enum class State { Head, Body, Done, Failed };

    /// Takes what belongs to the response; what comes behind its end is left in `bytes`.
    void receive(QByteArray &bytes);
    /// The connection ended: fine only where nothing else says where the body does.
    void end();

    State state() const { return m_state; }
    bool hasStarted() const { return m_hasStarted; } ///< A byte came.
    bool hasHead() const { return m_state == State::Body || m_state == State::Done; }
    bool keepsAlive() const { return m_keepsAlive; } ///< The connection can be used again, once it is Done.
    Response &response() { return m_response; }
    QByteArray takeBody(); ///< What came of the body since.

    static constexpr qsizetype maxHead = 1024 * 1024;
    static constexpr qsizetype maxBody = 512 * 1024 * 1024;

private:
    enum class Framing { Length, Chunks, Connection };
    void readHead();
    bool readStatusLine(const QByteArray &line);
    void chooseFraming();
    void readChunks();
    void take(qsizetype size);
    void fail() { m_state = State::Failed; }

    State m_state = State::Head;
    Framing m_framing = Framing::Connection;
    bool m_hasStarted = false;
    bool m_keepsAlive = true;
    QByteArray m_buffer;
    QByteArray m_body;
    qint64 m_missing = 0; ///< Of the body, or of the chunk.
    qint64 m_total = 0;
    bool m_inChunk = false, m_inTrailer = false;
    Response m_response;
};

} // namespace sallyport::kube
