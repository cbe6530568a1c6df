// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/palettecommands.h"

#include "core/document/workspaceeditor.h"
#include "ui/actions.h"
#include "ui/filecommands.h"
#include "ui/palette/commandpalette.h"
#include "ui/selection.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>

#include <algorithm>
#include <iterator>

namespace sallyport {

namespace {

void append(std::vector<PaletteItem> &items, std::vector<PaletteItem> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

} // namespace

PaletteCommands::PaletteCommands(WorkspaceEditor *editor, Selection *selection, Actions *actions, FileCommands *files,
                                 QMainWindow *window)
    : QObject(window)
    , m_editor(editor)
    , m_selection(selection)
    , m_window(window)
    , m_files(files)
    , m_palette(new CommandPalette(window))
{
    connect((*actions)[Command::Palette], &QAction::triggered, this, &PaletteCommands::openAll);
    connect((*actions)[Command::QuickOpen], &QAction::triggered, this, &PaletteCommands::openPlaces);
    connect(m_palette, &CommandPalette::chosen, this, &PaletteCommands::perform);
}

void PaletteCommands::openAll()
{
    m_editor->compileNow(); // so that findings are those of what is seen
    std::vector<PaletteItem> items = actionItems(m_window->menuBar()->actions());
    if (m_more)
        append(items, m_more());
    append(items, workspaceItems(*m_editor));
    append(items, recentFileItems(m_files->recentFiles()));
    m_palette->open(std::move(items), tr("Type the name of an action, rule, host, finding or recent file"));
}

void PaletteCommands::openPlaces()
{
    m_editor->compileNow();
    std::vector<PaletteItem> items = workspaceItems(*m_editor);
    append(items, recentFileItems(m_files->recentFiles()));
    m_palette->open(std::move(items), tr("Type the name of a rule, host, finding or recent file"));
}

void PaletteCommands::perform(const PaletteItem &item)
{
    if (item.action)
        item.action->trigger();
    else if (!item.path.isEmpty())
        m_files->openPaths({item.path});
    else if (item.where.isValid())
        m_selection->reveal(item.where);
}

} // namespace sallyport
