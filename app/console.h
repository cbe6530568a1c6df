// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace sallyport {

/// What a program tells its caller with its exit status.
enum class ExitStatus : quint8 {
    Done = 0,
    No = 1, ///< The answer is no: error findings, differences, something refused.
    Failed = 2, ///< Could not run, or failed.
    Partly = 3, ///< A part was done, and the rest was not.
};

/// The three standard streams of a command. Output is text for programs and people, messages go to standard error.
///
/// Works on file descriptors: a full disk or a reader that went away is noticed, and reported once, by finish().
class Console
{
public:
    Console(int in, int out, int err);
    Q_DISABLE_COPY_MOVE(Console)

    /// All of standard input, up to the size of the largest file that is read.
    Result<QByteArray> readInput();

    void write(const QByteArray &bytes); ///< Bytes as they are.
    void print(const QString &line); ///< A line for people: control characters in it are made visible.
    void message(const QString &line); ///< The same, to standard error.
    void report(const Error &error);

    /// Asks a person; nothing where there is no terminal to ask on. Only a clear yes counts as one.
    std::optional<bool> ask(const QString &question);

    /// Writes what is left. `status`, or Failed where output got lost.
    ExitStatus finish(ExitStatus status);

private:
    void flush();

    int m_in;
    int m_out;
    int m_err;
    QByteArray m_buffer;
    int m_lost = 0; ///< errno of the first failed write.
};

/// Text that cannot move a terminal's cursor, change its colours or start a line: control characters are shown as \x1b and the like.
QString printable(const QString &text);

} // namespace sallyport
