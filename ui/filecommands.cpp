// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/filecommands.h"

#include "core/document/diskfile.h"
#include "ui/messagebar.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr qsizetype maxRecentFiles = 12;

QString recentKey()
{
    return u"recentFiles"_s;
}

QString fileFilter()
{
    return FileCommands::tr("YAML and JSON (*.yaml *.yml *.json);;All files (*)");
}

QString askForSaveName(QWidget *parent, const QString &suggestion)
{
    return QFileDialog::getSaveFileName(parent, FileCommands::tr("Save As"), suggestion, fileFilter());
}

FileQuestions::Answer askToSave(QWidget *parent, const QStringList &titles)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Warning);
    box.setText(titles.size() == 1 ? FileCommands::tr("Save the changes to %1?").arg(titles.first())
                                   : FileCommands::tr("Save the changes to %Ln file(s)?", nullptr, int(titles.size())));
    box.setInformativeText(titles.size() == 1
                               ? FileCommands::tr("They are lost otherwise.")
                               : FileCommands::tr("They are lost otherwise: %1.").arg(titles.join(", "_L1)));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return FileQuestions::Answer::Save;
    case QMessageBox::Discard:
        return FileQuestions::Answer::Discard;
    default:
        return FileQuestions::Answer::Cancel;
    }
}

/// Where a new policy starts: everything it needs, with one rule to fill in.
QByteArray newPolicyText()
{
    QFile file(u":/templates/policy.yaml"_s);
    const bool shipped = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(shipped, "newPolicyText", qPrintable(file.fileName()));
    Q_UNUSED(shipped)
    return file.readAll();
}

} // namespace

FileQuestions FileQuestions::dialogs()
{
    return {
        .filesToOpen =
            [](QWidget *parent, const QString &folder) {
                return QFileDialog::getOpenFileNames(parent, FileCommands::tr("Open"), folder, fileFilter());
            },
        .folderToOpen =
            [](QWidget *parent, const QString &folder) {
                return QFileDialog::getExistingDirectory(parent, FileCommands::tr("Open Folder"), folder);
            },
        .fileToSave = askForSaveName,
        .saveBeforeClosing = askToSave,
    };
}

FileCommands::FileCommands(WorkspaceEditor *editor, Selection *selection, Settings *settings, MessageBar *messages,
                           QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_selection(selection)
    , m_settings(settings)
    , m_messages(messages)
    , m_window(window)
    , m_questions(FileQuestions::dialogs())
{
}

void FileCommands::showNew(const QByteArray &text, const QString &name)
{
    QStringList taken;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i)
        taken.append(m_editor->title(i));
    const QFileInfo info(name);
    QString title = name;
    for (int i = 2; taken.contains(title); ++i)
        title = u"%1-%2.%3"_s.arg(info.completeBaseName()).arg(i).arg(info.suffix());
    const bool replaces = showsOnlyUntouched();
    m_editor->newFile(text, title);
    if (replaces)
        m_editor->close(0);
    show(int(m_editor->workspace().files.size()) - 1);
}

/// True where there is only a file that nobody touched: it was there so that the window was not empty, and gives way to another.
bool FileCommands::showsOnlyUntouched() const
{
    return m_editor->workspace().files.size() == 1 && m_editor->isUntouched(0);
}

/// Shows the first policy of the file, or what there is.
void FileCommands::show(int file)
{
    const auto &documents = m_editor->workspace().files[size_t(file)]->documents;
    const auto policy =
        std::find_if(documents.begin(), documents.end(), [](const auto &d) { return d->kind == DocumentKind::Policy; });
    const int shown = policy != documents.end() ? int(policy - documents.begin()) : documents.empty() ? -1 : 0;
    m_selection->select({file, shown, {}});
}

void FileCommands::newPolicy()
{
    showNew(newPolicyText(), tr("policy.yaml"));
}

void FileCommands::newFromSample(const Sample &sample)
{
    showNew(sample.text(), sample.fileName());
}

QString FileCommands::folderFor(int file) const
{
    const auto &files = m_editor->workspace().files;
    if (file >= 0 && size_t(file) < files.size() && !files[size_t(file)]->path.isEmpty())
        return QFileInfo(files[size_t(file)]->path).absolutePath();
    const QStringList recent = recentFiles();
    if (!recent.isEmpty())
        return QFileInfo(recent.first()).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void FileCommands::open()
{
    openPaths(m_questions.filesToOpen(m_window, folderFor(m_selection->file())));
}

void FileCommands::openFolder()
{
    const QString folder = m_questions.folderToOpen(m_window, folderFor(m_selection->file()));
    if (!folder.isEmpty())
        openPaths({folder});
}

void FileCommands::openPaths(const QStringList &paths)
{
    QStringList files;
    QList<Error> errors;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            if (QFileInfo::exists(path))
                remember(path);
            continue;
        }
        Result<QStringList> found = workspaceFiles(path);
        if (!found)
            errors.append(found.error());
        else if (found->isEmpty())
            errors.append(
                {.what = tr("The folder has nothing to open."),
                 .where = path,
                 .unaffected = tr("Everything that is open stays as it is."),
                 .next = tr("It holds no *.yaml, *.yml or *.json file. Open another one, or start a new policy."),
                 .details = {}});
        else
            files += *found;
        if (found && !found->isEmpty())
            remember(path);
    }
    const bool replaces = showsOnlyUntouched();
    int opened = -1;
    for (const QString &path : files) {
        const Result<int> file = m_editor->open(path);
        if (!file) {
            errors.append(file.error());
            continue;
        }
        opened = opened < 0 ? *file : opened;
    }
    if (opened > 0 && replaces) {
        m_editor->close(0);
        --opened;
    }
    if (opened >= 0)
        show(opened);
    if (errors.isEmpty())
        return;
    Error error = errors.first();
    if (errors.size() > 1) {
        QStringList others;
        for (const Error &e : errors)
            others.append(e.toString());
        error.what = tr("%Ln file(s) could not be opened.", nullptr, int(errors.size()));
        error.where.clear();
        error.next = tr("The details say why.");
        error.details = others.join("\n\n"_L1);
    }
    m_messages->showError(error);
}

int FileCommands::indexOf(const QString &path) const
{
    const auto &files = m_editor->workspace().files;
    const auto found =
        std::find_if(files.begin(), files.end(), [&path](const auto &file) { return file->path == path; });
    return found == files.end() ? -1 : int(found - files.begin());
}

bool FileCommands::write(int file, const QString &path)
{
    const QString old = m_editor->workspace().files[size_t(file)]->path;
    const Result<bool> saved = path == old ? m_editor->save(file) : m_editor->saveAs(file, path);
    if (!saved) {
        if (path == old && m_editor->diskState(file).kind == DiskState::Kind::Changed) {
            emit saveRefused(file, saved.error());
            return false;
        }
        const auto saveElsewhere = [this, old] {
            if (const int now = indexOf(old); now >= 0)
                saveAs(now);
        };
        m_messages->showError(saved.error(), {{tr("Save &As…"), saveElsewhere}});
        return false;
    }
    m_messages->forget(path);
    remember(path);
    return true;
}

bool FileCommands::save(int file)
{
    const QString path = m_editor->workspace().files[size_t(file)]->path;
    return path.isEmpty() ? saveAs(file) : write(file, path);
}

bool FileCommands::saveAs(int file)
{
    const QString path = m_editor->workspace().files[size_t(file)]->path;
    const QString suggestion = path.isEmpty() ? QDir(folderFor(file)).filePath(m_editor->title(file)) : path;
    const QString chosen = m_questions.fileToSave(m_window, suggestion);
    return !chosen.isEmpty() && write(file, chosen);
}

bool FileCommands::saveAll()
{
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i) {
        if (m_editor->isModified(i) && !save(i))
            return false;
    }
    return true;
}

bool FileCommands::mayClose(const QList<int> &files)
{
    QStringList titles;
    QList<int> modified;
    for (const int file : files) {
        if (m_editor->isModified(file)) {
            modified.append(file);
            titles.append(m_editor->title(file));
        }
    }
    if (modified.isEmpty())
        return true;
    switch (m_questions.saveBeforeClosing(m_window, titles)) {
    case FileQuestions::Answer::Cancel:
        return false;
    case FileQuestions::Answer::Discard:
        return true;
    case FileQuestions::Answer::Save:
        break;
    }
    return std::all_of(modified.begin(), modified.end(), [this](int file) { return save(file); });
}

bool FileCommands::close(int file)
{
    if (!mayClose({file}))
        return false;
    m_editor->close(file);
    const int left = int(m_editor->workspace().files.size());
    m_selection->select(left > 0 ? FieldRef{std::min(file, left - 1), 0, {}} : FieldRef());
    return true;
}

bool FileCommands::closeAll()
{
    QList<int> files;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i)
        files.append(i);
    return mayClose(files);
}

QStringList FileCommands::recentFiles() const
{
    return m_settings->value(recentKey()).toStringList();
}

void FileCommands::remember(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList recent = recentFiles();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    m_settings->setValue(recentKey(), recent.mid(0, maxRecentFiles));
    emit recentFilesChanged();
}

void FileCommands::forgetRecentFiles()
{
    m_settings->setValue(recentKey(), QStringList());
    emit recentFilesChanged();
}

} // namespace sallyport
