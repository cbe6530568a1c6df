// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <sys/types.h>

namespace sallyport {

/// What tells one state of a file on disk from another, cheaply.
struct FileStamp {
    qint64 modified = 0; ///< Nanoseconds since 1970.
    qint64 touched = 0; ///< The same for permissions and name too: who sets `modified` back does not set this.
    qint64 size = -1; ///< -1 = there is no such file.
    quint64 inode = 0;
    bool operator==(const FileStamp &) const = default;
};

FileStamp stampOf(const QString &path);

/// The largest file that is read (docs/limits.md).
constexpr qint64 maxFileSize = 64 * 1024 * 1024;

/// The file's bytes. Never waits: a pipe, a device or a folder is an error, like a file that is missing, too large or not ours to read.
Result<QByteArray> readBytes(const QString &path);

/// Replaces the file's content, or creates the file: it has the old content or the new one, whatever happens in between.
///
/// Writes a file beside it, waits until that is on the disk and renames it. Permissions stay, owner and group where we may set them;
/// a symlink stays and its target is replaced. Errors leave the old file as it was and nothing beside it. Returns the stamp of what was
/// written, whatever others have done to the file by then. `newMode` is for a new file, less what the process masks.
Result<FileStamp> writeBytes(const QString &path, const QByteArray &bytes, mode_t newMode = 0666);

/// The files of a folder that can be part of a workspace: *.yaml, *.yml and *.json, in it and below, sorted by path. Hidden files and
/// folders and linked folders are left out. Error where the folder cannot be read, or has more than `maxFolderFiles` of them.
Result<QStringList> workspaceFiles(const QString &folder);
constexpr int maxFolderFiles = 10000;

} // namespace sallyport
