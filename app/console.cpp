// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/console.h"

#include "core/document/diskfile.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Console)
};

constexpr qsizetype bufferSize = 1024 * 1024;

QString systemText(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

/// 0, or what went wrong.
int writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (written >= 0) {
            bytes = bytes.sliced(written);
        } else if (errno == EAGAIN) { // a pipe that somebody has made non-blocking
            pollfd waiting = {fd, POLLOUT, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

Error inputError(const QString &next, const QString &details = {})
{
    return {.what = Texts::tr("Standard input could not be read."),
            .where = {},
            .unaffected = Texts::tr("Nothing was written."),
            .next = next,
            .details = details};
}

Error outputError(int error)
{
    const QString next = error == EPIPE
        ? Texts::tr("Its reader went away. Run the command again with a reader that takes all of it.")
        : error == EBADF ? Texts::tr("It is closed. Run the command again with an open one.")
        : error == ENOSPC || error == EDQUOT || error == EFBIG
        ? Texts::tr("The disk is full. Free some space, or write to another disk, and run the command again.")
        : Texts::tr("Run the command again, or write to another place.");
    return {.what = Texts::tr("Standard output could not be written"),
            .where = Texts::tr("what arrived there is not complete"),
            .unaffected = Texts::tr("The input files are as they were."),
            .next = next,
            .details = systemText(error)};
}

} // namespace

QString printable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (QChar c : text) {
        const bool harmless =
            c == u'\t' || !(c.category() == QChar::Other_Control || c == QChar(0x2028) || c == QChar(0x2029));
        if (harmless)
            result += c;
        else
            result += (c.unicode() < 0x100 ? u"\\x%1"_s : u"\\u%1"_s)
                          .arg(c.unicode(), c.unicode() < 0x100 ? 2 : 4, 16, QChar(u'0'));
    }
    return result;
}

Console::Console(int in, int out, int err)
    : m_in(in)
    , m_out(out)
    , m_err(err)
{
}

Result<QByteArray> Console::readInput()
{
    QByteArray bytes;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t got = ::read(m_in, chunk.data(), size_t(chunk.size()));
        if (got == 0)
            return bytes;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN) {
            pollfd waiting = {m_in, POLLIN, 0};
            ::poll(&waiting, 1, -1);
            continue;
        }
        if (got < 0)
            return inputError(Texts::tr("Pass the text through a pipe, or name a file."), systemText(errno));
        bytes.append(chunk.constData(), got);
        if (bytes.size() > maxFileSize)
            return inputError(Texts::tr("It has more than 64 MiB. Split it into several files."));
    }
}

void Console::write(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() >= bufferSize)
        flush();
}

void Console::print(const QString &line)
{
    write(printable(line).toUtf8() + '\n');
}

void Console::message(const QString &line)
{
    writeAll(m_err, printable(line).toUtf8() + '\n');
}

void Console::report(const Error &error)
{
    message("sallyport: "_L1 + error.toString());
    for (const QString &line : error.details.split(u'\n', Qt::SkipEmptyParts))
        message("  "_L1 + line);
}

std::optional<bool> Console::ask(const QString &question)
{
    flush(); // what the question is about comes first
    if (!::isatty(m_in) || !::isatty(m_err))
        return std::nullopt;
    writeAll(m_err, printable(question + " [y/N] "_L1).toUtf8());
    char line[256];
    const ssize_t got = ::read(m_in, line, sizeof line);
    const QByteArray answer = QByteArray(line, got > 0 ? qsizetype(got) : 0).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

ExitStatus Console::finish(ExitStatus status)
{
    flush();
    if (m_lost == 0)
        return status;
    report(outputError(m_lost));
    return ExitStatus::Failed;
}

void Console::flush()
{
    if (m_lost == 0)
        m_lost = writeAll(m_out, m_buffer);
    m_buffer.clear();
}

} // namespace sallyport
