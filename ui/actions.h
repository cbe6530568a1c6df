// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

class QAction;
class QMenu;

namespace sallyport {

/// Everything that the main window can be told to do, apart from choices (theme, target, samples, recent files).
///
/// To add one: 1 its name here  2 its row in actions.cpp: words, menu, shortcut, icon  3 what it does, in mainwindow.cpp.
enum class Command : quint8 {
    NewPolicy,
    Open,
    OpenFolder,
    Save,
    SaveAs,
    SaveAll,
    Export,
    CloseFile,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    PasteHosts,
    SelectAll,
    Find,
    FindNext,
    FindPrevious,
    Replace,
    GoToLine,
    ToggleComment,
    CopyObject,
    CopyAllObjects,
    AddRule,
    AddDestination,
    AddPolicy,
    AddAuthorization,
    AddMesh,
    AddExpectations,
    Duplicate,
    Delete,
    Rename,
    MoveUp,
    MoveDown,
    ChooseContext,
    Plan,
    Apply,
    DeleteFromCluster,
    ImportMesh,
    OpenFromCluster,
    ShowHistory,
    ShowDrift,
    CloseContext,
    TraceSelection,
    Palette,
    QuickOpen,
    ShowNavigator,
    FilterNavigator,
    ShowForm,
    ShowPreview,
    ShowChanges,
    ShowProblems,
    ShowCluster,
    ShowTrace,
    ShowExpectations,
    ShowAccess,
    NextProblem,
    PreviousProblem,
    LargerText,
    SmallerText,
    NormalText,
    FieldHelp,
    About,
};

/// The menus, in the order of the menu bar.
enum class MenuId : quint8 { File, Edit, Rule, Cluster, View, Help };

/// The actions of the main window, made from one table: words, shortcut, icon and menu of each stand in one row.
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QObject *parent = nullptr);

    QAction *operator[](Command command) const { return m_actions.value(command); }
    static QList<Command> all();
    /// Those of one menu in their order; a null stands for a separator.
    QList<QAction *> ofMenu(MenuId menu) const;
    static QString titleOf(MenuId menu);
    /// Sets all words again: the language may have changed.
    void retranslate();

private:
    QHash<Command, QAction *> m_actions;
};

} // namespace sallyport
