// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace sallyport {

/// What a run of the real program came to.
struct ProgramRun {
    int status = -1; ///< The exit status; -1 where it did not start, crashed or did not end within half a minute.
    QByteArray out;
    QByteArray err;
};

/// How to run it.
struct ProgramCall {
    QString program; ///< The path of the executable.
    QByteArray input;
    QString folder; ///< Where it runs.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    ProgramRun run(const QStringList &arguments) const;
    /// The same through a shell, where $SALLYPORT is the program: for redirections.
    ProgramRun shell(const QString &script) const;
};

QByteArray contentOf(const QString &path);
void writeFile(const QString &path, const QByteArray &bytes); ///< Creates missing folders.
/// All files below the folder, as relative paths in order.
QStringList filesBelow(const QString &folder);

} // namespace sallyport
