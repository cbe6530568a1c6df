// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/journal.h"

#include "core/document/journalentry.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int shortestDelay = 250; ///< Milliseconds.
constexpr int longestDelay = 1000;
constexpr int shownDelay = 3000; ///< What is looked at changes with each move of the cursor.
constexpr mode_t ownerOnly = 0600;
constexpr auto entrySuffix = ".unsaved"_L1;
constexpr auto sessionName = "session.json"_L1;

/// The entry's name on the disk: the same for the same file, and without a character that means something there.
QString entryName(const QString &key)
{
    const QByteArray sum = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(sum.toHex().left(32)) + entrySuffix;
}

QJsonObject sessionOf(const QString &folder)
{
    const Result<QByteArray> bytes = readBytes(folder + u'/' + sessionName);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

QStringList pathsOf(const QJsonObject &session)
{
    QStringList paths;
    const QJsonArray files = session["files"_L1].toArray();
    for (const QJsonValue &file : files) {
        if (QDir::isAbsolutePath(file.toString()))
            paths.append(file.toString());
    }
    return paths;
}

void read(const QString &folder, Journal::Left &left)
{
    const QStringList entries = QDir(folder).entryList({u"*"_s + entrySuffix}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : entries) {
        const Result<QByteArray> bytes = readBytes(folder + u'/' + name);
        const auto reading = bytes ? readJournalEntry(*bytes) : std::nullopt;
        if (!reading || left.unsaved.contains(reading->unsaved))
            continue;
        left.unsaved.append(reading->unsaved);
        left.damaged += reading->isDamaged;
    }
    const QJsonObject session = sessionOf(folder);
    for (const QString &path : pathsOf(session)) {
        if (!left.paths.contains(path))
            left.paths.append(path);
    }
    const QJsonObject shown = session["shown"_L1].toObject();
    if (shown.isEmpty())
        return;
    left.shownPath = shown["path"_L1].toString();
    left.shownDocument = shown["document"_L1].toInt();
    left.shownField = FieldPath::parse(shown["field"_L1].toString()).value_or(FieldPath());
}

} // namespace

/// What the thread is to write: plain values, shared with nobody who changes them.
struct Journal::Job {
    QString folder;
    QList<std::pair<QString, UnsavedFile>> entries;
    QStringList removals;
    QByteArray session;
};

Journal::Journal(const QString &folder, WorkspaceEditor *editor, QObject *parent)
    : QObject(parent)
    , m_parent(folder)
    , m_editor(editor)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Journal::start);
    const auto soon = [this] { schedule(m_delay); };
    connect(editor, &WorkspaceEditor::textEdited, this, soon);
    connect(editor, &WorkspaceEditor::filesChanged, this, soon);
    connect(editor, &WorkspaceEditor::saved, this, soon);
}

Journal::~Journal()
{
    m_pool.waitForDone();
}

void Journal::schedule(int delay)
{
    if (m_isFinished)
        return;
    if (m_isWriting)
        m_isDue = true;
    else if (!m_timer.isActive() || m_timer.remainingTime() > delay) // Not later with each key that follows.
        m_timer.start(delay);
}

void Journal::setShown(const FieldRef &field)
{
    m_shown = field;
    schedule(shownDelay);
}

QByteArray Journal::session() const
{
    QJsonArray files;
    QJsonObject shown;
    const auto &open = m_editor->workspace().files;
    for (size_t i = 0; i < open.size(); ++i) {
        const QString path = open[i]->path.isEmpty() ? QString() : QFileInfo(open[i]->path).absoluteFilePath();
        if (!path.isEmpty())
            files.append(path);
        if (m_shown.file == int(i))
            shown = {{u"path"_s, path}, {u"document"_s, m_shown.document}, {u"field"_s, m_shown.path.toString()}};
    }
    return QJsonDocument(QJsonObject{{u"files"_s, files}, {u"shown"_s, shown}}).toJson(QJsonDocument::Compact);
}

bool Journal::ensureFolder()
{
    if (m_folder)
        return true;
    m_folder = OwnedFolder::create(m_parent);
    if (m_folder)
        return true;
    finished(false,
             {.what = tr("Unsaved work is not being kept safe."),
              .where = m_parent,
              .unaffected = tr("Editing and saving work as usual."),
              .next = tr("Save often, or make room for the folder and start again."),
              .details = QString::fromLocal8Bit(std::strerror(errno))},
             0);
    return false;
}

Journal::Job Journal::takeJob()
{
    Job job{.folder = m_folder->path()};
    QHash<QString, QByteArray> wanted;
    QHash<QString, int> untitled;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i) {
        if (!m_editor->isModified(i))
            continue;
        const SourceFile &file = *m_editor->workspace().files[size_t(i)];
        UnsavedFile unsaved{.savedText = m_editor->savedText(i), .text = file.stream.text};
        if (file.path.isEmpty())
            unsaved.name = m_editor->title(i);
        else
            unsaved.path = QFileInfo(file.path).absoluteFilePath();
        const QString name =
            entryName(file.path.isEmpty() ? u"%1 %2"_s.arg(unsaved.name).arg(untitled[unsaved.name]++) : unsaved.path);
        wanted.insert(name, unsaved.text);
        const auto written = m_written.constFind(name);
        if (written == m_written.constEnd() || *written != unsaved.text)
            job.entries.append({name, unsaved});
    }
    for (auto written = m_written.begin(); written != m_written.end(); ++written) {
        if (!wanted.contains(written.key()))
            job.removals.append(written.key());
    }
    const QByteArray now = session();
    if (now != m_writtenSession)
        job.session = now;
    m_written = wanted;
    m_writtenSession = now;
    return job;
}

void Journal::start()
{
    if (m_isWriting || m_isFinished || !ensureFolder())
        return;
    m_isDue = false;
    m_isWriting = true;
    m_pool.start([this, job = takeJob()] {
        QElapsedTimer clock;
        clock.start();
        const std::optional<Error> error = write(job);
        // The journal waits for its thread before it dies.
        QMetaObject::invokeMethod(
            this, [this, error, time = clock.elapsed()] { finished(!error, error.value_or(Error()), time); },
            Qt::QueuedConnection);
    });
}

std::optional<Error> Journal::write(const Job &job)
{
    const auto put = [&job](const QString &name, const QByteArray &bytes) -> std::optional<Error> {
        const Result<FileStamp> written = writeBytes(job.folder + u'/' + name, bytes, ownerOnly);
        if (written)
            return std::nullopt;
        Error error = written.error();
        error.what = tr("Unsaved work is not being kept safe.");
        error.unaffected = tr("Editing and saving work as usual.");
        error.next = tr("Save often, and see to it that the folder has room and can be written.");
        return error;
    };
    std::optional<Error> error;
    for (const auto &[name, unsaved] : job.entries) {
        if (const auto failure = put(name, journalEntry(unsaved)))
            error = failure;
    }
    if (!job.session.isEmpty() && !error)
        error = put(sessionName, job.session);
    for (const QString &name : job.removals)
        QFile::remove(job.folder + u'/' + name);
    return error;
}

void Journal::finished(bool ok, const Error &error, qint64 milliseconds)
{
    m_isWriting = false;
    if (ok) {
        // What was taken over is in our own journal now.
        for (OwnedFolder &folder : m_stale)
            folder.remove();
        m_stale.clear();
        m_hasFailed = false;
    } else {
        m_written.clear(); // Write all of it again, next time.
        m_writtenSession.clear();
        if (m_folder && !QFileInfo::exists(m_folder->path()))
            m_folder.reset(); // Someone has cleaned up; the next writing makes another one.
        if (!std::exchange(m_hasFailed, true))
            emit failed(error);
    }
    // A slow disk is not kept busy all the time.
    m_delay = int(std::clamp<qint64>(4 * milliseconds, shortestDelay, longestDelay));
    if (m_isDue || (!ok && !m_parent.isEmpty() && QFileInfo::exists(m_parent)))
        m_timer.start(m_delay);
}

Journal::Left Journal::takeOver()
{
    Left left;
    for (OwnedFolder &folder : OwnedFolder::takeStale(m_parent)) {
        read(folder.path(), left);
        m_stale.push_back(std::move(folder));
    }
    schedule(m_delay);
    return left;
}

QStringList Journal::openElsewhere() const
{
    QStringList own;
    if (m_folder)
        own.append(m_folder->path());
    for (const OwnedFolder &folder : m_stale)
        own.append(folder.path());
    QStringList result;
    for (const QString &folder : OwnedFolder::others(m_parent, own))
        result += pathsOf(sessionOf(folder));
    return result;
}

void Journal::flush()
{
    m_timer.stop();
    m_pool.waitForDone();
    m_isWriting = false;
    if (!ensureFolder())
        return;
    const std::optional<Error> error = write(takeJob());
    finished(!error, error.value_or(Error()), 0);
}

void Journal::finish()
{
    m_isFinished = true;
    m_timer.stop();
    m_pool.waitForDone();
    for (OwnedFolder &folder : m_stale)
        folder.remove();
    m_stale.clear();
    if (m_folder)
        m_folder->remove();
    m_folder.reset();
}

} // namespace sallyport
