// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/actions.h"

#include "ui/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Row {
    Command command;
    MenuId menu;
    bool startsGroup; ///< A separator stands before it.
    const char *text;
    const char *tip; ///< A sentence for tool tip and status bar.
    const char *shortcuts; ///< Portable, separated by blanks; the first one is shown.
    const char *icon;
};

#define TEXT(text) QT_TRANSLATE_NOOP("sallyport::Actions", text)

// clang-format off
constexpr Row table[] = {
    {Command::NewPolicy, MenuId::File, false, TEXT("&New Policy"), TEXT("Start an empty policy in a new file."), "Ctrl+N", "new"},
    {Command::Open, MenuId::File, true, TEXT("&Open…"), TEXT("Open files with policies."), "Ctrl+O", "open"},
    {Command::OpenFolder, MenuId::File, false, TEXT("Open &Folder…"), TEXT("Open all YAML and JSON files of a folder as one workspace."), "Ctrl+Shift+O", "folder"},
    {Command::Save, MenuId::File, true, TEXT("&Save"), TEXT("Save the current file."), "Ctrl+S", "save"},
    {Command::SaveAs, MenuId::File, false, TEXT("Save &As…"), TEXT("Save the current file under another name."), "Ctrl+Shift+S", ""},
    {Command::SaveAll, MenuId::File, false, TEXT("Save A&ll"), TEXT("Save all files that have changes."), "", ""},
    {Command::Export, MenuId::File, true, TEXT("&Export…"), TEXT("Copy the objects, or write them to a file or a folder for GitOps."), "Ctrl+E", ""},
    {Command::CloseFile, MenuId::File, true, TEXT("&Close"), TEXT("Close the current file."), "Ctrl+W", "close"},
    {Command::Quit, MenuId::File, false, TEXT("&Quit"), TEXT("Close all files and leave."), "Ctrl+Q", ""},

    {Command::Undo, MenuId::Edit, false, TEXT("&Undo"), TEXT("Take the last step back, in whichever file it was made."), "Ctrl+Z", "undo"},
    {Command::Redo, MenuId::Edit, false, TEXT("&Redo"), TEXT("Make the step again that was taken back."), "Ctrl+Shift+Z Ctrl+Y", "redo"},
    {Command::Cut, MenuId::Edit, true, TEXT("Cu&t"), TEXT("Take the selected text, hosts, destinations or rules away and copy them."), "Ctrl+X Shift+Del", ""},
    {Command::Copy, MenuId::Edit, false, TEXT("&Copy"), TEXT("Copy the selected text, hosts, destinations or rules, as YAML."), "Ctrl+C Ctrl+Ins", ""},
    {Command::Paste, MenuId::Edit, false, TEXT("&Paste"), TEXT("Put in what was copied, here or in another program: text, or a policy's parts as YAML."), "Ctrl+V Shift+Ins", ""},
    {Command::PasteHosts, MenuId::Edit, false, TEXT("Paste &Hosts…"), TEXT("Find the hosts in what was copied, whatever it is: a list, a table, URLs, commands, log lines."), "Ctrl+Shift+V", ""},
    {Command::SelectAll, MenuId::Edit, false, TEXT("&Select All"), TEXT("Select all words, or all rules that the navigator shows."), "Ctrl+A", ""},

    {Command::Find, MenuId::Edit, true, TEXT("&Find…"), TEXT("Search in the preview that is shown."), "Ctrl+F", "search"},
    {Command::FindNext, MenuId::Edit, false, TEXT("Find &Next"), TEXT("Go to the next match."), "F3", ""},
    {Command::FindPrevious, MenuId::Edit, false, TEXT("Find Pre&vious"), TEXT("Go to the match before."), "Shift+F3", ""},
    {Command::Replace, MenuId::Edit, false, TEXT("Rep&lace…"), TEXT("Search and replace in the file's text."), "Ctrl+H", ""},
    {Command::GoToLine, MenuId::Edit, false, TEXT("&Go to Line…"), TEXT("Go to a line of the preview that is shown."), "Ctrl+G", ""},
    {Command::ToggleComment, MenuId::Edit, true, TEXT("Toggle Co&mment"), TEXT("Make the selected lines of the text comments, or comments lines again."), "Ctrl+/", ""},
    {Command::CopyObject, MenuId::Edit, true, TEXT("Copy &Object"), TEXT("Copy the Istio object that the cursor is in."), "", ""},
    {Command::CopyAllObjects, MenuId::Edit, false, TEXT("Copy &All Objects"), TEXT("Copy all Istio objects as one stream of YAML documents."), "Ctrl+Alt+C", ""},

    {Command::AddRule, MenuId::Rule, false, TEXT("Add &Rule"), TEXT("Add a rule after the selected one."), "Ctrl+R", "add"},
    {Command::AddDestination, MenuId::Rule, false, TEXT("Add &Destination"), TEXT("Add a destination to the selected rule."), "Ctrl+D", "destination"},
    {Command::AddPolicy, MenuId::Rule, true, TEXT("Add Polic&y"), TEXT("Add a policy for another gateway to the current file."), "", "gateway"},
    {Command::AddAuthorization, MenuId::Rule, false, TEXT("Add Aut&horization Policy"), TEXT("Add an AuthorizationPolicy of the gateway to the current file."), "", "authorization"},
    {Command::AddMesh, MenuId::Rule, false, TEXT("Add &Mesh"), TEXT("Add a document with facts about the mesh to the current file."), "", "mesh"},
    {Command::AddExpectations, MenuId::Rule, false, TEXT("Add E&xpectations"), TEXT("Add a document with requests and what is to become of them to the current file."), "", "expectations"},
    {Command::Duplicate, MenuId::Rule, true, TEXT("D&uplicate"), TEXT("Copy the selected rules or destinations behind themselves."), "Ctrl+Shift+D", "duplicate"},
    {Command::MoveUp, MenuId::Rule, false, TEXT("Move U&p"), TEXT("Move the selected rules or destinations before the one above."), "Ctrl+Shift+Up", "up"},
    {Command::MoveDown, MenuId::Rule, false, TEXT("Move Do&wn"), TEXT("Move the selected rules or destinations behind the one below."), "Ctrl+Shift+Down", "down"},
    {Command::Delete, MenuId::Rule, true, TEXT("D&elete"), TEXT("Delete the selected rules, destinations or documents."), "Ctrl+Delete", "delete"},
    {Command::Rename, MenuId::Rule, true, TEXT("Re&name Everywhere…"), TEXT("Give a namespace, a label or a host another name in all documents that are open."), "Ctrl+Shift+R", ""},

    {Command::ChooseContext, MenuId::Cluster, false, TEXT("Choose &Context…"), TEXT("Show the contexts of your kubeconfig files, to open one or to mark it."), "Ctrl+Alt+K", ""},
    {Command::Plan, MenuId::Cluster, true, TEXT("&Plan"), TEXT("Ask the cluster what applying the policy would change there. Nothing is changed."), "Ctrl+Alt+P", ""},
    {Command::Apply, MenuId::Cluster, false, TEXT("&Apply…"), TEXT("Go to the plan and the button that applies it."), "Ctrl+Alt+S", ""},
    {Command::DeleteFromCluster, MenuId::Cluster, false, TEXT("&Delete from Cluster…"), TEXT("Plan the deletion of everything that was applied for this mesh."), "", ""},
    {Command::ImportMesh, MenuId::Cluster, true, TEXT("&Import Mesh from Cluster"), TEXT("Write what the cluster says of its gateways into the Mesh document."), "", "mesh"},
    {Command::OpenFromCluster, MenuId::Cluster, false, TEXT("&Open Policy from Cluster…"), TEXT("Open an ASMEgressTrafficPolicy of the cluster as a new file."), "", ""},
    {Command::ShowHistory, MenuId::Cluster, true, TEXT("Apply &History"), TEXT("Show what was applied from this machine, and go back to before it."), "Ctrl+Alt+H", ""},
    {Command::ShowDrift, MenuId::Cluster, false, TEXT("Changes by O&thers"), TEXT("Show what others have changed in the objects of your mesh."), "", ""},
    {Command::CloseContext, MenuId::Cluster, true, TEXT("C&lose Context"), TEXT("End the connection to the context that is open."), "", ""},

    {Command::Palette, MenuId::View, false, TEXT("&Command Palette…"), TEXT("Look for an action, rule, host, finding or recent file by its name."), "Ctrl+Shift+P", "search"},
    {Command::QuickOpen, MenuId::View, false, TEXT("Go to Rul&e or Host…"), TEXT("Look for a rule, host, finding or recent file by its name."), "Ctrl+P", ""},
    {Command::ShowNavigator, MenuId::View, true, TEXT("Go to &Navigator"), TEXT("Put the keyboard into the list of policies and rules."), "Ctrl+1", ""},
    {Command::FilterNavigator, MenuId::View, false, TEXT("F&ilter Rules"), TEXT("Put the keyboard into the filter of the navigator."), "Ctrl+Shift+F", "search"},
    {Command::ShowForm, MenuId::View, false, TEXT("Go to &Form"), TEXT("Put the keyboard into the form."), "Ctrl+2", ""},
    {Command::ShowPreview, MenuId::View, false, TEXT("Go to &Preview"), TEXT("Put the keyboard into the preview."), "Ctrl+3", ""},
    {Command::ShowChanges, MenuId::View, false, TEXT("Go to C&hanges"), TEXT("Show what has changed since the last saving, the last export or a commit."), "Ctrl+Alt+D", ""},
    {Command::ShowProblems, MenuId::View, false, TEXT("Go to Pro&blems"), TEXT("Show the list of all findings and put the keyboard into it."), "Ctrl+4", ""},
    {Command::ShowCluster, MenuId::View, false, TEXT("Go to Cl&uster"), TEXT("Show the context that is open, plans, and what was applied."), "Ctrl+7", ""},
    {Command::NextProblem, MenuId::View, true, TEXT("Ne&xt Problem"), TEXT("Go to the field of the next finding."), "F8", ""},
    {Command::PreviousProblem, MenuId::View, false, TEXT("P&revious Problem"), TEXT("Go to the field of the finding before."), "Shift+F8", ""},
    {Command::LargerText, MenuId::View, true, TEXT("&Larger Text"), TEXT("Make all text of the window larger."), "Ctrl++ Ctrl+=", ""},
    {Command::SmallerText, MenuId::View, false, TEXT("&Smaller Text"), TEXT("Make all text of the window smaller."), "Ctrl+-", ""},
    {Command::NormalText, MenuId::View, false, TEXT("N&ormal Text Size"), TEXT("Give text the size that the system says."), "Ctrl+0", ""},

    {Command::FieldHelp, MenuId::Help, false, TEXT("&Help on This Field"), TEXT("Say what the field with the keyboard means, and what it does on the mesh."), "F1", "help"},
    {Command::About, MenuId::Help, true, TEXT("&About Sallyport"), TEXT("Version and licence."), "", "sallyport"},
};
// clang-format on

constexpr const char *menuTitles[] = {TEXT("&File"),    TEXT("&Edit"), TEXT("&Rule"),
                                      TEXT("&Cluster"), TEXT("&View"), TEXT("&Help")};

#undef TEXT

QString translated(const char *text)
{
    return QCoreApplication::translate("sallyport::Actions", text);
}

QList<QKeySequence> shortcutsOf(const Row &row)
{
    QList<QKeySequence> result;
    const QStringList texts = QString::fromLatin1(row.shortcuts).split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : texts)
        result.append(QKeySequence(text, QKeySequence::PortableText));
    return result;
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : table) {
        auto *action = new QAction(this);
        action->setShortcuts(shortcutsOf(row));
        if (*row.icon)
            action->setIcon(icon(QString::fromLatin1(row.icon)));
        m_actions.insert(row.command, action);
    }
    m_actions[Command::Quit]->setMenuRole(QAction::QuitRole);
    m_actions[Command::About]->setMenuRole(QAction::AboutRole);
    retranslate();
}

QList<Command> Actions::all()
{
    QList<Command> result;
    for (const Row &row : table)
        result.append(row.command);
    return result;
}

QList<QAction *> Actions::ofMenu(MenuId menu) const
{
    QList<QAction *> result;
    for (const Row &row : table) {
        if (row.menu != menu)
            continue;
        if (row.startsGroup)
            result.append(nullptr);
        result.append(m_actions.value(row.command));
    }
    return result;
}

QString Actions::titleOf(MenuId menu)
{
    return translated(menuTitles[size_t(menu)]);
}

void Actions::retranslate()
{
    for (const Row &row : table) {
        QAction *action = m_actions.value(row.command);
        action->setText(translated(row.text));
        action->setStatusTip(translated(row.tip));
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(shortcut.isEmpty() ? translated(row.tip) : u"%1 (%2)"_s.arg(translated(row.tip), shortcut));
    }
}

} // namespace sallyport
