// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/actions.h"
#include "ui/cluster/clusterservices.h"
#include "ui/export/exportdialog.h"
#include "ui/filecommands.h"
#include "ui/selection.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QMainWindow>

class QDockWidget;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace sallyport {

class BulkPanel;
class ClipboardCommands;
class ClusterCommands;
class DiskNotices;
class Docks;
class MessageBar;
class Navigator;
class PolicyForm;
class PreviewPane;
class ProblemsView;
class RuleCommands;
class SelectedItems;
class Session;
class StatusLine;
class TargetChoice;
class TraceDocks;

/// The window: navigator, form and preview side by side, problems below, all over one workspace and one selection.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Neither the editor nor the settings become its own; both must outlive it.
    MainWindow(WorkspaceEditor *editor, Settings *settings, QWidget *parent = nullptr);

    /// Opens these files and folders, else those of the last time, else the sample of the first start.
    void start(const QStringList &paths);

    /// Files and unsaved work from one run to the next; give it a journal before start().
    Session *session() const { return m_session; }

    /// Where exports go; without it the window offers none.
    void setExportServices(const std::function<ExportServices(const Workspace &)> &services);

    /// How clusters are reached; without it the window offers none.
    void setClusterServices(const ClusterServices &services);

    WorkspaceEditor *editor() const { return m_editor; }
    Selection *selection() const { return m_selection; }
    SelectedItems *items() const { return m_items; }
    FileCommands *files() const { return m_files; }
    const Actions &actions() const { return *m_actions; }
    DiskNotices *disk() const { return m_disk; }
    ClipboardCommands *clipboard() const { return m_clipboard; }
    MessageBar *messages() const { return m_messages; }
    Navigator *navigator() const { return m_navigator; }
    PolicyForm *form() const { return m_form; }
    BulkPanel *bulk() const { return m_bulk; }
    PreviewPane *preview() const { return m_preview; }
    Docks *docks() const { return m_docks; }
    ProblemsView *problems() const { return m_problems; }
    ClusterCommands *cluster() const { return m_cluster; } ///< Null without services.
    TraceDocks *traces() const { return m_traces; }

    /// Writes the window's place, docks and session into the settings.
    void rememberLayout();

    ThemeChoice themeChoice() const { return m_themeChoice; }
    void setThemeChoice(ThemeChoice choice);
    /// What ThemeChoice::System means at the moment.
    void setSystemIsDark(bool dark);

signals:
    /// Another language is in the settings (chosenLocale()). A window keeps the one it was made in.
    void languageChosen();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPanes();
    void buildDocks();
    void connectPanes();
    void buildMenus();
    void fillFileMenu(QMenu *menu);
    void fillRecent();
    void fillViewMenu(QMenu *menu);
    void buildToolBar();
    void connectActions();
    void connectPreviewActions();
    void connectUndo();
    void restoreLayout();
    void arrange();

    void updateActions();
    void updateTitle();
    void showText(const FieldRef &field);
    void stateAssumed();
    void openFix(const Diagnostic &finding, int fix);
    void followStep(const FieldRef &field);
    void chooseLanguage();
    void setTextSize(int steps);
    void openRename();
    void showAbout();
    void exportWorkspace();

    WorkspaceEditor *m_editor;
    Settings *m_settings;
    std::function<ExportServices(const Workspace &)> m_exportServices;
    Selection *m_selection;
    SelectedItems *m_items;
    Actions *m_actions;
    MessageBar *m_messages;
    FileCommands *m_files;
    RuleCommands *m_rules;
    DiskNotices *m_disk;
    Session *m_session;
    QStackedWidget *m_area = nullptr; ///< Navigator, form and preview, or a comparison of files.
    ClipboardCommands *m_clipboard;
    TargetChoice *m_targets;
    Docks *m_docks;
    Navigator *m_navigator = nullptr;
    QStackedWidget *m_center = nullptr; ///< The form, or that of several rules.
    PolicyForm *m_form = nullptr;
    BulkPanel *m_bulk = nullptr;
    PreviewPane *m_preview = nullptr;
    ProblemsView *m_problems = nullptr;
    QDockWidget *m_problemsDock = nullptr;
    TraceDocks *m_traces = nullptr;
    QSplitter *m_outer = nullptr; ///< Navigator | the rest
    QSplitter *m_inner = nullptr; ///< Form | preview, or one above the other.
    StatusLine *m_status = nullptr;
    QMenu *m_recent = nullptr;
    QToolBar *m_toolBar = nullptr;
    ClusterCommands *m_cluster = nullptr;
    ThemeChoice m_themeChoice = ThemeChoice::System;
    bool m_systemIsDark = false;
    int m_textSize = 0; ///< Steps from the system's size.
    qreal m_systemPointSize = 0;
};

} // namespace sallyport
