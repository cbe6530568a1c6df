// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/httpreader.h"

namespace sallyport::kube {

void HttpReader::receive(QByteArray &bytes)
{
    m_hasStarted = m_hasStarted || !bytes.isEmpty();
    m_buffer += std::exchange(bytes, {});
    if (m_state == State::Head)
        readHead();
    if (m_state == State::Body) {
        switch (m_framing) {
        case Framing::Length:
            take(qMin<qint64>(m_missing, m_buffer.size()));
            if (m_missing == 0)
                m_state = State::Done;
            break;
        case Framing::Chunks:
            readChunks();
            break;
        case Framing::Connection:
            m_missing = m_buffer.size();
            take(m_buffer.size());
            break;
        }
    }
    if (m_state == State::Done)
        bytes = std::exchange(m_buffer, {});
}

void HttpReader::end()
{
    if (m_state == State::Body && m_framing == Framing::Connection)
        m_state = State::Done;
    else if (m_state != State::Done)
        fail();
}

QByteArray HttpReader::takeBody()
{
    return std::exchange(m_body, {});
}

void HttpReader::readHead()
{
    for (;;) {
        qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            if (m_buffer.size() > maxHead)
                fail();
            return;
        }
        const QList<QByteArray> lines = m_buffer.left(end).split('\n');
        m_buffer.remove(0, end + 4);
        m_response = {};
        if (!readStatusLine(lines.first().trimmed()))
            return fail();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            if (colon <= 0)
                return fail();
            m_response.headers.append(Header{line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
        if (m_response.status == 101 || m_response.status >= 200)
            break;
    }
    chooseFraming();
}

bool HttpReader::readStatusLine(const QByteArray &line)
{
    if (!line.startsWith("HTTP/1.") || line.size() < 12 || line[8] != ' ')
        return false;
    bool isNumber = false;
    m_response.status = line.mid(9, 3).toInt(&isNumber);
    m_keepsAlive = line[7] != '0';
    return isNumber && m_response.status >= 100;
}

void HttpReader::chooseFraming()
{
    m_state = State::Body;
    if (m_response.header("Connection").toLower().contains("close"))
        m_keepsAlive = false;
    if (m_response.header("Transfer-Encoding").toLower().contains("chunked")) {
        m_framing = Framing::Chunks;
        return;
    }
    if (m_response.status == 204 || m_response.status == 304) {
        m_state = State::Done;
        return;
    }
    const QByteArray length = m_response.header("Content-Length");
    if (length.isEmpty()) {
        m_framing = Framing::Connection;
        m_keepsAlive = false;
        return;
    }
    bool isNumber = false;
    m_missing = length.toLongLong(&isNumber);
    m_framing = Framing::Length;
    if (!isNumber || m_missing < 0 || m_missing > maxBody)
        fail();
}

void HttpReader::take(qsizetype size)
{
    m_body += m_buffer.left(size);
    m_buffer.remove(0, size);
    m_missing -= size;
    m_total += size;
}

/// size in hex [; extension] CRLF data CRLF … 0 CRLF [trailer CRLF …] CRLF
void HttpReader::readChunks()
{
    for (;;) {
        if (m_inChunk && m_missing > 0) {
            take(qMin<qint64>(m_missing, m_buffer.size()));
            if (m_missing > 0)
                return;
        }
        const qsizetype end = m_buffer.indexOf("\r\n");
        if (end < 0)
            return m_buffer.size() > maxHead ? fail() : void();
        const QByteArray line = m_buffer.left(end);
        m_buffer.remove(0, end + 2);
        if (m_inTrailer) {
            if (line.isEmpty()) {
                m_state = State::Done;
                return;
            }
            continue;
        }
        if (m_inChunk) { // the line end behind the data
            m_inChunk = false;
            if (!line.isEmpty())
                return fail();
            continue;
        }
        bool isNumber = false;
        m_missing =
            line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || m_missing < 0 || m_missing > maxBody)
            return fail();
        m_inChunk = m_missing > 0;
        m_inTrailer = m_missing == 0;
    }
}

} // namespace sallyport::kube
