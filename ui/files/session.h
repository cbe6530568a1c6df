// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/journal.h"
#include "ui/settings.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace sallyport {

class FileCommands;
class MessageBar;
class Selection;

/// What the window has open from one run to the next: files, untouched new ones, and what was looked at; after a crash unsaved work, too.
class Session : public QObject
{
    Q_OBJECT
public:
    Session(WorkspaceEditor *editor, Selection *selection, Settings *settings, FileCommands *commands,
            MessageBar *messages, QObject *parent);

    /// Keeps unsaved work safe, from before start() on; it must outlive the window. Without it a crash loses what is not saved.
    void setJournal(Journal *journal);

    /// Opens these files and folders, else those of the last time, else the sample of the first start; and brings unsaved work back.
    void start(const QStringList &paths);
    void remember(); ///< For the next start, when the window closes.

private:
    void openLast(const Journal::Left &left);
    void openUntitled();
    void bringBack(const Journal::Left &left);
    void selectLast(const Journal::Left &left);
    void noticeOthers();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    Settings *m_settings;
    FileCommands *m_commands;
    MessageBar *m_messages;
    Journal *m_journal = nullptr;
    QTimer m_soon; ///< Of many files that are opened one look at other processes is enough.
    QSet<QString> m_open; ///< The paths that noticeOthers() has looked at.
};

} // namespace sallyport
