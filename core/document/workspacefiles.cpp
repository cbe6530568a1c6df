// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// The workspace's files: opening, saving, and what the disk holds of them in the meantime.

#include "core/document/textchange.h"
#include "core/document/workspaceeditor_p.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

void OpenFile::setPath(const QString &path)
{
    absolutePath = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    canonicalPath = path.isEmpty() ? QString() : QFileInfo(path).canonicalFilePath();
}

int WorkspaceEditor::Private::indexOf(const QString &path) const
{
    const QFileInfo wanted(path);
    const QString absolute = wanted.absoluteFilePath();
    const QString canonical = wanted.canonicalFilePath();
    const auto isIt = [&](const OpenFile &file) {
        return !file.absolutePath.isEmpty()
            && (file.absolutePath == absolute || (!canonical.isEmpty() && file.canonicalPath == canonical));
    };
    const auto found = std::find_if(files.begin(), files.end(), isIt);
    return found == files.end() ? -1 : int(found - files.begin());
}

Result<bool> WorkspaceEditor::Private::write(int file, const QString &path)
{
    const Result<FileStamp> written = writeBytes(path, text(file));
    if (!written)
        return written.error();
    q->endMerge(); // Typing on is another step: undo leads back to what was saved.
    OpenFile &open = files[size_t(file)];
    open.savedText = text(file);
    open.stamp = *written;
    emit q->saved(file);
    if (workspace.files[size_t(file)]->path != path) {
        auto renamed = std::make_shared<SourceFile>(*workspace.files[size_t(file)]);
        renamed->path = path;
        open.setPath(path);
        workspace.files[size_t(file)] = std::move(renamed);
        scheduleCompile();
        emit q->filesChanged();
    }
    reportModified(file);
    return true;
}

int WorkspaceEditor::newFile(const QByteArray &text, const QString &suggestedName)
{
    return d->add(std::make_shared<const SourceFile>(readFile({}, text)), {.suggestedName = suggestedName});
}

Result<int> WorkspaceEditor::open(const QString &path)
{
    const int open = d->indexOf(path);
    if (open >= 0)
        return open;
    const FileStamp stamp = stampOf(path); // Before reading: a change in between shows as one.
    Result<QByteArray> bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    return d->add(std::make_shared<const SourceFile>(readFile(path, *bytes)), {.stamp = stamp});
}

void WorkspaceEditor::close(int file)
{
    if (!d->has(file))
        return;
    d->forgetSteps(file);
    d->workspace.files.erase(d->workspace.files.begin() + file);
    d->files.erase(d->files.begin() + file);
    d->scheduleCompile();
    emit filesChanged();
}

Result<bool> WorkspaceEditor::save(int file)
{
    const QString path = d->workspace.files[size_t(file)]->path;
    if (path.isEmpty()) {
        return Error{.what = tr("The file was not saved."),
                     .where = title(file),
                     .unaffected = tr("Your changes are still here."),
                     .next = tr("It has no name yet. Save it under one."),
                     .details = {}};
    }
    const DiskState disk = diskState(file);
    if (disk.kind == DiskState::Kind::Changed) {
        return Error{.what = tr("The file was not saved: another program has changed it."),
                     .where = path,
                     .unaffected =
                         tr("The file on disk is as the other program left it, and your changes are still here."),
                     .next = tr("Look at both and decide, or save yours under another name."),
                     .details = {}};
    }
    const bool isRegular = QFileInfo(path).isFile();
    if (disk.kind == DiskState::Kind::Unusable
        && isRegular) { // It cannot be read: saving would replace what nobody has seen.
        return Error{.what = tr("The file was not saved: what is there now cannot be read."),
                     .where = path,
                     .unaffected = tr("The file on disk is as it was, and your changes are still here."),
                     .next = tr("Save under another name, or make it readable first."),
                     .details = disk.error.toString()};
    }
    return d->write(file, path);
}

Result<bool> WorkspaceEditor::saveAs(int file, const QString &path)
{
    const int other = d->indexOf(path);
    if (other >= 0 && other != file) {
        return Error{.what = tr("The file was not saved."),
                     .where = path,
                     .unaffected = tr("Both files are as they were, and your changes are still here."),
                     .next = tr("A file of that name is open here, too. Close it first, or choose another name."),
                     .details = {}};
    }
    return d->write(file, path);
}

Result<bool> WorkspaceEditor::reload(int file)
{
    const QString path = d->workspace.files[size_t(file)]->path;
    DiskState now{.stamp = stampOf(path)}; // Before reading: a change in between shows as one.
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    now.text = *bytes;
    acceptDisk(file, now);
    editTexts({{file, lineEdits(d->text(file), now.text)}}, tr("Reload %1").arg(title(file)));
    return true;
}

DiskState WorkspaceEditor::diskState(int file)
{
    const QString path = d->workspace.files[size_t(file)]->path;
    OpenFile &open = d->files[size_t(file)];
    if (path.isEmpty())
        return {};
    DiskState state{.stamp = stampOf(path)};
    if (state.stamp.size >= 0 && state.stamp == open.stamp)
        return state;
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) {
        state.kind = state.stamp.size < 0 ? DiskState::Kind::Gone : DiskState::Kind::Unusable;
        state.error = bytes.error();
        return state;
    }
    state.text = *bytes;
    if (state.text == open.savedText || state.text == d->text(file))
        acceptDisk(file, state);
    else
        state.kind = DiskState::Kind::Changed;
    return state;
}

void WorkspaceEditor::acceptDisk(int file, const DiskState &seen)
{
    OpenFile &open = d->files[size_t(file)];
    if (open.savedText != seen.text) {
        endMerge();
        open.savedText = seen.text;
        emit saved(file);
    }
    open.stamp = seen.stamp;
    d->reportModified(file);
}

int WorkspaceEditor::restore(const UnsavedFile &unsaved, const QString &undoText)
{
    int file = -1;
    if (unsaved.path.isEmpty()) {
        file = newFile(unsaved.savedText, unsaved.name);
    } else if (const Result<int> opened = open(unsaved.path); opened) {
        file = *opened;
    } else { // Gone: an empty text stands for it.
        file = d->add(std::make_shared<const SourceFile>(readFile(unsaved.path, {})), {});
    }
    if (isModified(file))
        return file;
    const QByteArray onDisk = d->text(file);
    editTexts({{file, lineEdits(onDisk, unsaved.text)}}, undoText);
    OpenFile &open = d->files[size_t(file)];
    if (onDisk != unsaved.savedText && onDisk != unsaved.text) {
        open.savedText = unsaved.savedText;
        open.stamp = {};
        d->reportModified(file);
        emit saved(file);
    }
    return file;
}

const QByteArray &WorkspaceEditor::savedText(int file) const
{
    return d->files[size_t(file)].savedText;
}

bool WorkspaceEditor::isModified(int file) const
{
    return d->has(file) && d->text(file) != d->files[size_t(file)].savedText;
}

bool WorkspaceEditor::isUntouched(int file) const
{
    return d->has(file) && d->workspace.files[size_t(file)]->path.isEmpty() && !isModified(file);
}

QString WorkspaceEditor::title(int file) const
{
    if (!d->has(file))
        return {};
    const QString &path = d->workspace.files[size_t(file)]->path;
    if (path.isEmpty())
        return d->files[size_t(file)].suggestedName;
    const QFileInfo info(path);
    const auto sameName = [&info](const auto &other) { return QFileInfo(other->path).fileName() == info.fileName(); };
    if (std::count_if(d->workspace.files.begin(), d->workspace.files.end(), sameName) < 2)
        return info.fileName();
    return info.absoluteDir().dirName() + '/'_L1 + info.fileName();
}

} // namespace sallyport
