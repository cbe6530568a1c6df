// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/ownedfolder.h"
#include "core/document/workspaceeditor.h"

#include <QHash>
#include <QThreadPool>
#include <QTimer>

namespace sallyport {

/// Keeps unsaved work on the disk beside the files, so that it outlives the process, however that ends.
///
/// A moment after each change (a second at most, and as long as writing takes) the texts that are not saved are written by another
/// thread, each in one step. What other processes left behind is taken over, never what one that lives still needs. A text is kept once,
/// with what differs in the saved one, so the journal is as large as the unsaved files. It holds texts of files and nothing else.
class Journal : public QObject
{
    Q_OBJECT
public:
    /// `folder` holds the journals of all processes; it is made when there is something to write. The editor must outlive the journal.
    Journal(const QString &folder, WorkspaceEditor *editor, QObject *parent = nullptr);
    ~Journal() override; ///< Waits for what is being written, and leaves it.

    /// What processes that ended without a farewell have left.
    struct Left {
        QList<UnsavedFile> unsaved;
        QStringList paths; ///< Of the files that were open.
        QString shownPath; ///< Of the file that was looked at, where it has one.
        int shownDocument = 0;
        FieldPath shownField;
        int damaged = 0; ///< How many of `unsaved` are only what was left of them.
    };
    /// Takes it over. It stays on the disk until the editor's unsaved work has been written by this journal.
    Left takeOver();

    void setShown(const FieldRef &field); ///< What is looked at, for takeOver() of another process.
    QStringList openElsewhere() const; ///< The paths of files that other living processes have open.

    void flush(); ///< Writes what is not yet written, and waits for it.
    void finish(); ///< Everything is saved or given up on purpose: nothing of this process stays.

signals:
    void failed(const sallyport::Error &error); ///< Once, until writing works again.

private:
    struct Job;

    void schedule(int delay);
    void start();
    void finished(bool ok, const Error &error, qint64 milliseconds);
    bool ensureFolder();
    Job takeJob();
    QByteArray session() const;
    static std::optional<Error> write(const Job &job);

    QString m_parent;
    WorkspaceEditor *m_editor;
    std::optional<OwnedFolder> m_folder;
    std::vector<OwnedFolder> m_stale; ///< Taken over, and not yet written by us.
    QHash<QString, QByteArray> m_written; ///< The texts of the entries on the disk, by the entries' names.
    QByteArray m_writtenSession;
    FieldRef m_shown;
    QThreadPool m_pool; ///< One thread: writings follow each other.
    QTimer m_timer;
    int m_delay = 250; ///< Milliseconds from a change to its writing; longer on a slow disk.
    bool m_isWriting = false;
    bool m_isDue = false; ///< Something changed while writing.
    bool m_hasFailed = false;
    bool m_isFinished = false;
};

} // namespace sallyport
