// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/export.h"
#include "core/result.h"

#include <QString>

#include <optional>

#include <sys/stat.h>

namespace sallyport {

/// A file descriptor that closes itself.
class OwnDescriptor
{
public:
    explicit OwnDescriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    OwnDescriptor(OwnDescriptor &&other) noexcept
        : m_fd(other.release())
    {
    }
    OwnDescriptor &operator=(OwnDescriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~OwnDescriptor();

    explicit operator bool() const { return m_fd >= 0; }
    int get() const { return m_fd; }
    int release();

private:
    int m_fd;
};

/// Files below one folder, by relative paths, without ever following a link: each step into a subfolder refuses links.
///
/// Functions that fail leave the reason in errno.
class FolderAccess
{
public:
    /// Opens the folder. Without `create`, one that does not exist is simply empty.
    FolderAccess(const QString &path, bool create);

    bool isOpen() const { return bool(m_root); }

    /// The YAML and JSON files in the folder and below, sorted by path; hidden ones, links and what cannot be read are left out.
    std::vector<ExportFile> read() const;

    std::optional<struct stat>
    status(const QString &path) const; ///< Of the entry itself, not of what a link points to.
    bool stage(const QString &path, const QString &temporary, const QByteArray &bytes, mode_t mode) const;
    bool sync() const; ///< Waits until all that was written is on the disk.
    /// Gives the temporary file its name. With `replace` unset, fails where something is there by now.
    bool commit(const QString &path, const QString &temporary, bool replace) const;
    bool remove(const QString &path) const;
    void removeEmptyFolderOf(const QString &path) const;

private:
    OwnDescriptor folderOf(const QString &path, bool create) const;
    void readFolder(int folder, const QString &prefix, std::vector<ExportFile> &files) const;

    OwnDescriptor m_root;
};

/// The path of a file beside `path`.
QString sibling(const QString &path, const QString &name);

} // namespace sallyport
