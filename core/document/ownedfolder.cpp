// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/ownedfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr auto lockName = "/lock"_L1;

/// The locked lock file; -1 where another process has it, or there is none.
int lock(const QString &folder, int flags)
{
    const QByteArray name = QFile::encodeName(folder + lockName);
    const int fd = ::open(name.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
    struct stat ours = {};
    struct stat there = {};
    // Whoever owned the folder may have removed it between opening and locking: then the lock is of no file any more.
    if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) == 0 && ::fstat(fd, &ours) == 0
        && ::stat(name.constData(), &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev)
        return fd;
    if (fd >= 0)
        ::close(fd);
    return -1;
}

/// Made folders have their whole name at once, with the lock in place: those that begin with a dot are being made.
QStringList foldersIn(const QString &parent)
{
    return QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
}

} // namespace

OwnedFolder::OwnedFolder(QString path, int fd)
    : m_path(std::move(path))
    , m_lock(fd)
{
}

OwnedFolder::OwnedFolder(OwnedFolder &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_lock(std::exchange(other.m_lock, -1))
{
}

OwnedFolder &OwnedFolder::operator=(OwnedFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

OwnedFolder::~OwnedFolder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

std::optional<OwnedFolder> OwnedFolder::create(const QString &parent)
{
    if (!QDir().mkpath(parent)) {
        errno = errno ? errno : EACCES;
        return std::nullopt;
    }
    const QString name = u"%1-%2"_s.arg(QCoreApplication::applicationPid())
                             .arg(QString::number(QRandomGenerator::global()->generate64(), 36));
    const QString making = u"%1/.%2"_s.arg(parent, name);
    const QString made = u"%1/%2"_s.arg(parent, name);
    if (::mkdir(QFile::encodeName(making).constData(), 0700) != 0)
        return std::nullopt;
    const int fd = lock(making, O_CREAT | O_EXCL);
    if (fd >= 0 && ::rename(QFile::encodeName(making).constData(), QFile::encodeName(made).constData()) == 0)
        return OwnedFolder(made, fd);
    const int error = errno;
    if (fd >= 0)
        ::close(fd);
    QDir(making).removeRecursively();
    errno = error;
    return std::nullopt;
}

std::vector<OwnedFolder> OwnedFolder::takeStale(const QString &parent)
{
    std::vector<OwnedFolder> result;
    for (const QString &name : foldersIn(parent)) {
        const QString path = u"%1/%2"_s.arg(parent, name);
        if (const int fd = lock(path, 0); fd >= 0)
            result.push_back(OwnedFolder(path, fd));
    }
    return result;
}

QStringList OwnedFolder::others(const QString &parent, const QStringList &own)
{
    QStringList result;
    for (const QString &name : foldersIn(parent)) {
        const QString path = u"%1/%2"_s.arg(parent, name);
        if (own.contains(path))
            continue;
        const int fd = lock(path, 0);
        if (fd < 0)
            result.append(path);
        else
            ::close(fd);
    }
    return result;
}

void OwnedFolder::remove()
{
    QDir(m_path).removeRecursively();
}

} // namespace sallyport
