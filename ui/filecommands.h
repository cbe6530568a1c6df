// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/samples.h"
#include "ui/selection.h"
#include "ui/settings.h"

#include <QObject>

#include <functional>

namespace sallyport {

class MessageBar;

/// What asks the user something in a window of its own. Given from outside, so that tests can answer.
struct FileQuestions {
    enum class Answer : quint8 { Save, Discard, Cancel };

    std::function<QStringList(QWidget *parent, const QString &folder)> filesToOpen;
    std::function<QString(QWidget *parent, const QString &folder)> folderToOpen;
    std::function<QString(QWidget *parent, const QString &suggestion)>
        fileToSave; ///< Has asked before it names an existing file.
    std::function<Answer(QWidget *parent, const QStringList &titles)> saveBeforeClosing;

    static FileQuestions dialogs(); ///< The real ones.
};

/// New, open, save and close: everything of the File menu that concerns files.
class FileCommands : public QObject
{
    Q_OBJECT
public:
    FileCommands(WorkspaceEditor *editor, Selection *selection, Settings *settings, MessageBar *messages,
                 QWidget *window);

    void setQuestions(const FileQuestions &questions) { m_questions = questions; }

    void newPolicy();
    void newFromSample(const Sample &sample);
    void open();
    void openFolder();
    void openPaths(const QStringList &paths); ///< Files and folders.
    bool save(int file);
    bool saveAs(int file);
    bool saveAll();
    bool close(int file); ///< False where the user decided to keep it.
    bool closeAll();

    QStringList recentFiles() const; ///< Latest first.
    void forgetRecentFiles();

signals:
    void recentFilesChanged();
    /// A file was not saved, because another program has changed it: whoever shows both sides shows this, too.
    void saveRefused(int file, const sallyport::Error &error);

private:
    void showNew(const QByteArray &text, const QString &name);
    bool showsOnlyUntouched() const;
    void show(int file);
    bool write(int file, const QString &path);
    bool mayClose(const QList<int> &files);
    int indexOf(const QString &path) const; ///< Of an open file; -1 where it is not open.
    void remember(const QString &path);
    QString folderFor(int file) const;

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    Settings *m_settings;
    MessageBar *m_messages;
    QWidget *m_window;
    FileQuestions m_questions;
};

} // namespace sallyport
