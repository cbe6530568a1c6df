// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/diskfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::DiskFile)
};

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    explicit operator bool() const { return m_fd >= 0; }
    int get() const { return m_fd; }
    bool close() { return ::close(std::exchange(m_fd, -1)) == 0; }

private:
    int m_fd;
};

/// A temporary file that is gone at the end unless it was renamed.
class TemporaryName
{
public:
    explicit TemporaryName(QByteArray path)
        : m_path(std::move(path))
    {
    }
    ~TemporaryName()
    {
        if (!m_path.isEmpty())
            ::unlink(m_path.constData());
    }
    Q_DISABLE_COPY_MOVE(TemporaryName)

    const char *get() const { return m_path.constData(); }
    bool renameTo(const QByteArray &target)
    {
        if (::rename(m_path.constData(), target.constData()) != 0)
            return false;
        m_path.clear();
        return true;
    }

private:
    QByteArray m_path;
};

QString systemText(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

Error readError(const QString &path, const QString &next, const QString &details = {})
{
    return {.what = Texts::tr("The file could not be opened."),
            .where = path,
            .unaffected = Texts::tr("Everything that is open stays as it is."),
            .next = next,
            .details = details};
}

QString readAdvice(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return Texts::tr("There is no such file (any more). Check its name, or open another one.");
    case EACCES:
    case EPERM:
        return Texts::tr("You may not read it. Ask its owner for permission, or open a copy.");
    case ELOOP:
        return Texts::tr("It is a link that leads back to itself. Open the file that was meant.");
    default:
        return Texts::tr("Try again, or open a copy on another disk.");
    }
}

Error readError(const QString &path, int error)
{
    return readError(path, readAdvice(error), systemText(error));
}

Error writeError(const QString &path, const QString &next, const QString &details = {})
{
    return {.what = Texts::tr("The file was not saved."),
            .where = path,
            .unaffected = Texts::tr("The file on disk is as it was, and your changes are still here."),
            .next = next,
            .details = details};
}

QString writeAdvice(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Texts::tr(
            "The disk is full. Free some space and save again, or save under another name on another disk.");
    case EROFS:
        return Texts::tr("The disk is read-only. Save under another name on another disk.");
    case EACCES:
    case EPERM:
        return Texts::tr("You may not write there. Save under another name, or ask for permission.");
    case ENOENT:
    case ENOTDIR:
        return Texts::tr("Its folder does not exist (any more). Save under another name, or create the folder again.");
    case ELOOP:
        return Texts::tr("It is a link that leads back to itself. Save under another name.");
    case ENAMETOOLONG:
        return Texts::tr("Its name is too long. Save under a shorter one.");
    default:
        return Texts::tr("Try again, or save under another name.");
    }
}

Error writeError(const QString &path, int error)
{
    return writeError(path, writeAdvice(error), systemText(error));
}

QString kindOf(mode_t mode)
{
    if (S_ISDIR(mode))
        return Texts::tr("It is a folder. Choose a file, or open the folder as a workspace.");
    if (S_ISFIFO(mode))
        return Texts::tr("It is a pipe, not a file. Choose a regular file.");
    if (S_ISSOCK(mode))
        return Texts::tr("It is a socket, not a file. Choose a regular file.");
    return Texts::tr("It is a device, not a file. Choose a regular file.");
}

QString tooLarge(qint64 size)
{
    const QLocale locale;
    return Texts::tr("It has %1; at most %2 are read. Split it into smaller files.")
        .arg(locale.formattedDataSize(size), locale.formattedDataSize(maxFileSize));
}

/// Where a chain of symlinks ends, also when nothing is there yet. Empty where it never ends.
QString targetOf(const QString &path)
{
    QFileInfo info(path);
    for (int i = 0; i < 40 && info.isSymLink(); ++i)
        info.setFile(info.symLinkTarget());
    return info.isSymLink() ? QString() : info.absoluteFilePath();
}

bool writeAll(int fd, const QByteArray &bytes)
{
    const char *data = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(fd, data, size_t(left));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data += written;
        left -= written;
    }
    return true;
}

/// Opens a new file beside `target`, hidden and with a name that nobody has.
int openBeside(const QString &target, QByteArray *name, mode_t mode)
{
    const QFileInfo info(target);
    for (int i = 0; i < 100; ++i) {
        const QString random = QString::number(QRandomGenerator::global()->generate64(), 36);
        *name = QFile::encodeName(u"%1/.%2.%3"_s.arg(info.path(), info.fileName().left(100), random));
        const int fd = ::open(name->constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

void keepOwner(int fd, const struct stat &old)
{
    // Group first: afterwards the file may no longer be ours. Where it is not allowed, ours is what the user would get elsewhere, too.
    const bool group = ::fchown(fd, uid_t(-1), old.st_gid) == 0;
    const bool owner = ::fchown(fd, old.st_uid, gid_t(-1)) == 0;
    // What one group might do is nothing that another one should: it gets what everyone has.
    const mode_t mode = old.st_mode & (group && owner ? 07777U : 0777U);
    const mode_t everyones = (mode & S_IRWXO) << 3U;
    if (::fchmod(fd, group ? mode : (mode & ~mode_t(S_IRWXG)) | everyones) != 0)
        return; // A file system without permissions has none to keep.
}

FileStamp stampOf(const struct stat &status)
{
    const auto nanoseconds = [](const struct timespec &time) {
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    };
    return {nanoseconds(status.st_mtim), nanoseconds(status.st_ctim), status.st_size, status.st_ino};
}

/// Makes the rename itself last. Not every file system can; the content is safe in any case.
void syncFolder(const QString &target)
{
    const Descriptor folder(
        ::open(QFile::encodeName(QFileInfo(target).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder)
        ::fsync(folder.get());
}

} // namespace

FileStamp stampOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? stampOf(status) : FileStamp();
}

Result<QByteArray> readBytes(const QString &path)
{
    // O_NONBLOCK: opening a pipe waits for its other end otherwise.
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (!file)
        return readError(path, errno);
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return readError(path, errno);
    if (!S_ISREG(status.st_mode))
        return readError(path, kindOf(status.st_mode));
    if (status.st_size > maxFileSize)
        return readError(path, tooLarge(status.st_size));

    QFile stream;
    if (!stream.open(file.get(), QIODevice::ReadOnly))
        return readError(path, stream.errorString());
    // A file may grow while it is read, and one in /proc has no size: read up to the limit, whatever it said.
    QByteArray bytes = stream.read(maxFileSize + 1);
    if (stream.error() != QFile::NoError)
        return readError(path, Texts::tr("Reading it failed. Try again, or open a copy on another disk."),
                         stream.errorString());
    if (bytes.size() > maxFileSize)
        return readError(path, tooLarge(bytes.size()));
    return bytes;
}

Result<FileStamp> writeBytes(const QString &path, const QByteArray &bytes, mode_t newMode)
{
    const QString target = targetOf(path);
    if (target.isEmpty())
        return writeError(path, ELOOP);
    const QByteArray targetName = QFile::encodeName(target);
    struct stat old = {};
    const bool exists = ::stat(targetName.constData(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode))
        return writeError(path, kindOf(old.st_mode));
    // rename() would replace a file that its owner has made read-only.
    if (exists && ::faccessat(AT_FDCWD, targetName.constData(), W_OK, AT_EACCESS) != 0)
        return writeError(path, Texts::tr("It is read-only. Save under another name, or make it writable first."));

    QByteArray name;
    Descriptor file(openBeside(target, &name, newMode));
    if (!file)
        return writeError(path, errno);
    TemporaryName temporary(name);
    if (exists)
        keepOwner(file.get(), old);
    const Descriptor written(
        ::dup(file.get())); // What was written, also after someone has put another file in its place.
    if (!writeAll(file.get(), bytes) || ::fsync(file.get()) != 0 || !file.close() || !temporary.renameTo(targetName))
        return writeError(path, errno);
    syncFolder(target);
    struct stat status = {};
    return written && ::fstat(written.get(), &status) == 0 ? stampOf(status) : stampOf(path);
}

Result<QStringList> workspaceFiles(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable() || !info.isExecutable()) {
        return Error{.what = Texts::tr("The folder could not be opened."),
                     .where = folder,
                     .unaffected = Texts::tr("Everything that is open stays as it is."),
                     .next = !info.exists() ? Texts::tr("There is no such folder (any more). Open another one.")
                         : !info.isDir()    ? Texts::tr("It is not a folder. Open it as a file.")
                                            : Texts::tr("You may not read it. Ask its owner for permission."),
                     .details = {}};
    }
    QStringList files;
    QStringList folders = {folder};
    while (!folders.isEmpty()) {
        const QDir dir(folders.takeFirst());
        const QFileInfoList entries = dir.entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (entry.isDir()) {
                if (!entry.isSymLink())
                    folders.append(entry.filePath());
                continue;
            }
            static const QStringList suffixes = {u"yaml"_s, u"yml"_s, u"json"_s};
            if (suffixes.contains(entry.suffix()))
                files.append(entry.filePath());
        }
        if (files.size() > maxFolderFiles || folders.size() > 10 * maxFolderFiles) {
            return Error{.what = Texts::tr("The folder could not be opened."),
                         .where = folder,
                         .unaffected = Texts::tr("Everything that is open stays as it is."),
                         .next = Texts::tr("It holds more than %Ln file(s). Open one of the folders in it.", nullptr,
                                           maxFolderFiles),
                         .details = {}};
        }
    }
    files.sort();
    return files;
}

} // namespace sallyport
