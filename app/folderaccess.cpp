// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/folderaccess.h"

#include "core/document/diskfile.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

QString lastPart(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

bool isWorthReading(const QString &name)
{
    return name.endsWith(".yaml"_L1) || name.endsWith(".yml"_L1) || name.endsWith(".json"_L1)
        || name == "Kustomization"_L1;
}

std::optional<QByteArray> contentOf(int folder, const char *name)
{
    const OwnDescriptor file(::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status = {};
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > maxFileSize)
        return std::nullopt;
    QFile stream;
    if (!stream.open(file.get(), QIODevice::ReadOnly))
        return std::nullopt;
    return stream.readAll();
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

} // namespace

OwnDescriptor::~OwnDescriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

int OwnDescriptor::release()
{
    return std::exchange(m_fd, -1);
}

QString sibling(const QString &path, const QString &name)
{
    return path.left(path.lastIndexOf(u'/') + 1) + name;
}

FolderAccess::FolderAccess(const QString &path, bool create)
    : m_root([&] {
        if (create)
            QDir().mkpath(path); // a failure shows when it is opened
        return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }())
{
}

std::vector<ExportFile> FolderAccess::read() const
{
    std::vector<ExportFile> files;
    if (m_root)
        readFolder(::openat(m_root.get(), ".", folderFlags), {}, files);
    std::sort(files.begin(), files.end(), [](const ExportFile &a, const ExportFile &b) { return a.path < b.path; });
    return files;
}

/// Takes the descriptor over.
void FolderAccess::readFolder(int folder, const QString &prefix, std::vector<ExportFile> &files) const
{
    if (folder < 0)
        return;
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::fdopendir(folder), &::closedir);
    if (!entries)
        return;
    QStringList folders;
    while (const dirent *entry = ::readdir(entries.get())) {
        const QString name = QFile::decodeName(entry->d_name);
        struct stat status = {};
        if (name.startsWith(u'.') || ::fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        if (S_ISDIR(status.st_mode)) {
            folders.append(name);
        } else if (isWorthReading(name)) {
            if (const std::optional<QByteArray> bytes = contentOf(folder, entry->d_name))
                files.push_back({prefix + name, *bytes});
        }
    }
    for (const QString &name : folders)
        readFolder(::openat(folder, QFile::encodeName(name).constData(), folderFlags), prefix + name + u'/', files);
}

OwnDescriptor FolderAccess::folderOf(const QString &path, bool create) const
{
    OwnDescriptor folder(::openat(m_root.get(), ".", folderFlags));
    QStringList parts = path.split(u'/');
    parts.removeLast();
    for (const QString &part : parts) {
        const QByteArray name = QFile::encodeName(part);
        if (create && folder && ::mkdirat(folder.get(), name.constData(), 0777) != 0 && errno != EEXIST)
            return OwnDescriptor();
        folder = OwnDescriptor(folder ? ::openat(folder.get(), name.constData(), folderFlags) : -1);
    }
    return folder;
}

std::optional<struct stat> FolderAccess::status(const QString &path) const
{
    const OwnDescriptor folder = folderOf(path, false);
    struct stat status = {};
    if (!folder
        || ::fstatat(folder.get(), QFile::encodeName(lastPart(path)).constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return std::nullopt;
    return status;
}

bool FolderAccess::stage(const QString &path, const QString &temporary, const QByteArray &bytes, mode_t mode) const
{
    const OwnDescriptor folder = folderOf(path, true);
    if (!folder)
        return false;
    const QByteArray name = QFile::encodeName(temporary);
    const OwnDescriptor file(
        ::openat(folder.get(), name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file)
        return false;
    if (mode != 0)
        ::fchmod(file.get(), mode & 0777U);
    return writeAll(file.get(), bytes);
}

bool FolderAccess::sync() const
{
    return ::syncfs(m_root.get()) == 0;
}

bool FolderAccess::commit(const QString &path, const QString &temporary, bool replace) const
{
    const OwnDescriptor folder = folderOf(path, false);
    if (!folder)
        return false;
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(lastPart(path));
    if (replace)
        return ::renameat(folder.get(), from.constData(), folder.get(), to.constData()) == 0;
    // Not every file system can rename without replacing; all can link.
    if (::linkat(folder.get(), from.constData(), folder.get(), to.constData(), 0) == 0)
        return ::unlinkat(folder.get(), from.constData(), 0) == 0;
    if (errno == EEXIST)
        return false;
    return ::renameat(folder.get(), from.constData(), folder.get(), to.constData()) == 0;
}

bool FolderAccess::remove(const QString &path) const
{
    const OwnDescriptor folder = folderOf(path, false);
    return folder
        && (::unlinkat(folder.get(), QFile::encodeName(lastPart(path)).constData(), 0) == 0 || errno == ENOENT);
}

void FolderAccess::removeEmptyFolderOf(const QString &path) const
{
    const qsizetype slash = path.lastIndexOf(u'/');
    if (slash < 0)
        return;
    const QString folder = path.left(slash);
    const OwnDescriptor parent = folderOf(folder, false);
    if (parent)
        ::unlinkat(parent.get(), QFile::encodeName(lastPart(folder)).constData(), AT_REMOVEDIR);
}

} // namespace sallyport
