// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/app/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

ProgramRun started(const ProgramCall &call, const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = call.environment;
    environment.insert(u"SALLYPORT"_s, call.program);
    process.setProcessEnvironment(environment);
    if (!call.folder.isEmpty())
        process.setWorkingDirectory(call.folder);
    process.start(program, arguments);
    process.write(call.input);
    process.closeWriteChannel();
    ProgramRun run;
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        run.status = process.exitCode();
    }
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace

ProgramRun ProgramCall::run(const QStringList &arguments) const
{
    return started(*this, program, arguments);
}

ProgramRun ProgramCall::shell(const QString &script) const
{
    return started(*this, u"/bin/sh"_s, {u"-c"_s, script});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test could not write %s.", qPrintable(path));
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(QDir(folder).relativeFilePath(entries.next()));
    files.sort();
    return files;
}

} // namespace sallyport
