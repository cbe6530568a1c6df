// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QMainWindow;

namespace sallyport {

class Actions;
class CommandPalette;
class FileCommands;
class Selection;
class WorkspaceEditor;
struct PaletteItem;

/// Opens the command palette over the window, and does what is chosen there.
class PaletteCommands : public QObject
{
    Q_OBJECT
public:
    /// None becomes its own; all must outlive it. The palette covers the window.
    PaletteCommands(WorkspaceEditor *editor, Selection *selection, Actions *actions, FileCommands *files,
                    QMainWindow *window);

    CommandPalette *palette() const { return m_palette; }

private:
    void openAll();
    void openPlaces(); ///< Without actions.
    void perform(const PaletteItem &item);

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    QMainWindow *m_window; ///< Its menus say what can be done.
    FileCommands *m_files;
    CommandPalette *m_palette;
};

} // namespace sallyport
