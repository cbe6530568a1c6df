// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/journal.h"
#include "core/document/workspaceeditor.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/systemtheme.h"

#include <QObject>

#include <memory>

namespace sallyport {

/// The editor on a desktop: the workspace with its journal, and the window over it.
///
/// When another language is chosen, a new window takes the place of the present one, over the same workspace: files, unsaved work and
/// undo history stay, and no view has to know how to change its texts.
class Desktop : public QObject
{
    Q_OBJECT
public:
    /// `journalFolder` as for Journal; the settings must outlive the desktop.
    Desktop(Settings *settings, const QString &journalFolder, const QString &exportFolder);

    void start(const QStringList &paths);
    void finish(); ///< Whoever closed the window has saved or given up what was changed.
    MainWindow *window() const { return m_window.get(); }
    WorkspaceEditor *editor() { return &m_editor; }

private:
    void makeWindow();
    void changeLanguage();

    Settings *m_settings;
    QString m_exportFolder;
    WorkspaceEditor m_editor;
    Journal m_journal;
    SystemTheme m_systemTheme;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace sallyport
