// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/filehistory.h"

#include "core/document/diskfile.h"

#include <QFileInfo>
#include <QPointer>
#include <QProcessEnvironment>
#include <QTimer>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sallyport {

namespace {

constexpr auto longest = 20s;
constexpr int maxRevisions = 50;

/// Nothing is asked, fetched, coloured or run: the answer is for a program.
QProcessEnvironment environment()
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    result.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    result.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    result.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    result.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
    result.insert(u"GIT_ALLOW_PROTOCOL"_s, u"none"_s);
    for (const QString &other : {u"GIT_DIR"_s, u"GIT_WORK_TREE"_s, u"GIT_INDEX_FILE"_s, u"GIT_EXTERNAL_DIFF"_s})
        result.remove(other); // Of whoever started us; the file says which repository is meant.
    return result;
}

Error historyError(const QString &path, const QString &next, const QByteArray &details = {})
{
    return {.what = FileHistory::tr("Git gave no answer for this file."),
            .where = path,
            .unaffected = FileHistory::tr("The file and the repository are as they were."),
            .next = next,
            .details = QString::fromUtf8(details.left(4000))};
}

QString adviceFor(const QByteArray &complaint)
{
    if (complaint.contains("not a git repository"))
        return FileHistory::tr("It is not in a Git repository. Compare with the last saved state instead.");
    if (complaint.contains("dubious ownership"))
        return FileHistory::tr(
            "The repository belongs to someone else; git refuses it until you trust it (safe.directory).");
    if (complaint.contains("does not have any commits"))
        return FileHistory::tr("The repository has no commits yet.");
    return FileHistory::tr("The details hold what git said.");
}

bool isRevision(const QString &text)
{
    return text.size() >= 7
        && std::all_of(text.begin(), text.end(), [](QChar c) { return QStringView(u"0123456789abcdef").contains(c); });
}

QList<Revision> revisionsIn(const QByteArray &output)
{
    QList<Revision> revisions;
    const QByteArrayList records = output.split('\x1e');
    for (const QByteArray &record : records) {
        const QByteArrayList fields = record.trimmed().split('\0');
        if (fields.size() == 4)
            revisions.append({QString::fromLatin1(fields[0]),
                              QDateTime::fromString(QString::fromLatin1(fields[1]), Qt::ISODate),
                              QString::fromUtf8(fields[2]), QString::fromUtf8(fields[3])});
    }
    return revisions;
}

} // namespace

FileHistory::FileHistory(QObject *parent)
    : QObject(parent)
    , m_program(u"git"_s)
{
}

FileHistory::~FileHistory()
{
    const auto running = findChildren<QProcess *>();
    for (QProcess *process : running) {
        process->disconnect();
        process->kill(); // It only reads.
        process->waitForFinished(1000);
    }
}

void FileHistory::run(const QString &path, const QStringList &arguments, QObject *context,
                      const std::function<void(const Result<QByteArray> &)> &done)
{
    auto *process = new QProcess(this);
    // A link's file is what Git knows.
    process->setWorkingDirectory(QFileInfo(QFileInfo(path).canonicalFilePath()).absolutePath());
    process->setProcessEnvironment(environment());
    process->setStandardInputFile(QProcess::nullDevice());
    auto output = std::make_shared<QByteArray>();
    auto isLate = std::make_shared<bool>(false);
    const auto answer = [process, done, guard = QPointer<QObject>(context)](const Result<QByteArray> &result) {
        process->disconnect();
        process->deleteLater();
        if (guard)
            done(result);
    };
    connect(process, &QProcess::readyReadStandardOutput, this, [process, output] {
        *output += process->readAllStandardOutput();
        if (output->size() > maxFileSize)
            process->kill();
    });
    connect(process, &QProcess::errorOccurred, this, [answer, path](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            answer(
                historyError(path, tr("Git could not be started. Install it, or see to it that it is on the PATH.")));
    });
    connect(process, &QProcess::finished, this, [=](int code, QProcess::ExitStatus status) {
        *output += process->readAllStandardOutput();
        const QByteArray complaint = process->readAllStandardError();
        if (*isLate)
            answer(historyError(path, tr("It took too long. Try again."), complaint));
        else if (output->size() > maxFileSize)
            answer(historyError(path, tr("The revision is too large to be read.")));
        else if (status != QProcess::NormalExit || code != 0)
            answer(historyError(path, adviceFor(complaint), complaint));
        else
            answer(*output);
    });
    QTimer::singleShot(longest, process, [process, isLate] {
        *isLate = true;
        process->kill();
    });
    const QStringList always = {u"--no-pager"_s, u"--literal-pathspecs"_s,    u"-c"_s, u"core.fsmonitor=false"_s,
                                u"-c"_s,         u"log.showSignature=false"_s};
    process->start(m_program, always + arguments);
}

void FileHistory::revisions(const QString &path, QObject *context,
                            const std::function<void(const Result<QList<Revision>> &)> &done)
{
    const QString name = QFileInfo(QFileInfo(path).canonicalFilePath()).fileName();
    if (name.isEmpty())
        return done(historyError(path, tr("The file is not on the disk. Save it first.")));
    run(path,
        {u"log"_s, u"--max-count=%1"_s.arg(maxRevisions), u"--no-color"_s, u"--no-ext-diff"_s,
         u"--format=%H%x00%aI%x00%an%x00%s%x1e"_s, u"--"_s, name},
        context, [path, done](const Result<QByteArray> &output) {
            if (!output)
                return done(output.error());
            const QList<Revision> revisions = revisionsIn(*output);
            if (revisions.isEmpty())
                return done(historyError(
                    path, tr("No commit has this file yet. Commit it, or compare with the last saved state.")));
            done(revisions);
        });
}

void FileHistory::text(const QString &path, const QString &revision, QObject *context,
                       const std::function<void(const Result<QByteArray> &)> &done)
{
    const QString name = QFileInfo(QFileInfo(path).canonicalFilePath()).fileName();
    if (name.isEmpty() || !isRevision(revision))
        return done(historyError(path, tr("There is no such revision. Choose another one.")));
    run(path, {u"cat-file"_s, u"blob"_s, u"%1:./%2"_s.arg(revision, name)}, context, done);
}

} // namespace sallyport
