// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/palette/paletteitem.h"

#include <QObject>

#include <functional>

class QMainWindow;

namespace sallyport {

class Actions;
class CommandPalette;
class FileCommands;
class Selection;
class WorkspaceEditor;

/// Opens the command palette over the window, and does what is chosen there.
class PaletteCommands : public QObject
{
    Q_OBJECT
public:
    /// None becomes its own; all must outlive it. The palette covers the window.
    PaletteCommands(WorkspaceEditor *editor, Selection *selection, Actions *actions, FileCommands *files,
                    QMainWindow *window);

    CommandPalette *palette() const { return m_palette; }
    /// More that is offered beside the actions: asked for each time the palette opens.
    void setMore(const std::function<std::vector<PaletteItem>()> &more) { m_more = more; }

private:
    void openAll();
    void openPlaces(); ///< Without actions.
    void perform(const PaletteItem &item);

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    QMainWindow *m_window; ///< Its menus say what can be done.
    FileCommands *m_files;
    CommandPalette *m_palette;
    std::function<std::vector<PaletteItem>()> m_more;
};

} // namespace sallyport
