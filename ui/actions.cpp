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

// clang-format off
constexpr Row table[] = {
    {Command::NewPolicy, MenuId::File, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&New Policy"), QT_TRANSLATE_NOOP("sallyport::Actions", "Start an empty policy in a new file."), "Ctrl+N", "new"},
    {Command::Open, MenuId::File, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Open…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Open files with policies."), "Ctrl+O", "open"},
    {Command::OpenFolder, MenuId::File, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Open &Folder…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Open all YAML and JSON files of a folder as one workspace."), "Ctrl+Shift+O", "folder"},
    {Command::Save, MenuId::File, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Save"), QT_TRANSLATE_NOOP("sallyport::Actions", "Save the current file."), "Ctrl+S", "save"},
    {Command::SaveAs, MenuId::File, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Save &As…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Save the current file under another name."), "Ctrl+Shift+S", ""},
    {Command::SaveAll, MenuId::File, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Save A&ll"), QT_TRANSLATE_NOOP("sallyport::Actions", "Save all files that have changes."), "", ""},
    {Command::Export, MenuId::File, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Export…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Copy the objects, or write them to a file or a folder for GitOps."), "Ctrl+E", ""},
    {Command::CloseFile, MenuId::File, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Close"), QT_TRANSLATE_NOOP("sallyport::Actions", "Close the current file."), "Ctrl+W", "close"},
    {Command::Quit, MenuId::File, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Quit"), QT_TRANSLATE_NOOP("sallyport::Actions", "Close all files and leave."), "Ctrl+Q", ""},

    {Command::Undo, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Undo"), QT_TRANSLATE_NOOP("sallyport::Actions", "Take the last step back, in whichever file it was made."), "Ctrl+Z", "undo"},
    {Command::Redo, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Redo"), QT_TRANSLATE_NOOP("sallyport::Actions", "Make the step again that was taken back."), "Ctrl+Shift+Z Ctrl+Y", "redo"},
    {Command::Cut, MenuId::Edit, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Cu&t"), QT_TRANSLATE_NOOP("sallyport::Actions", "Take the selected text, hosts, destinations or rules away and copy them."), "Ctrl+X Shift+Del", ""},
    {Command::Copy, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Copy"), QT_TRANSLATE_NOOP("sallyport::Actions", "Copy the selected text, hosts, destinations or rules, as YAML."), "Ctrl+C Ctrl+Ins", ""},
    {Command::Paste, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Paste"), QT_TRANSLATE_NOOP("sallyport::Actions", "Put in what was copied, here or in another program: text, or a policy's parts as YAML."), "Ctrl+V Shift+Ins", ""},
    {Command::PasteHosts, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Paste &Hosts…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Find the hosts in what was copied, whatever it is: a list, a table, URLs, commands, log lines."), "Ctrl+Shift+V", ""},
    {Command::SelectAll, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Select All"), QT_TRANSLATE_NOOP("sallyport::Actions", "Select all words, or all rules that the navigator shows."), "Ctrl+A", ""},

    {Command::Find, MenuId::Edit, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Find…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Search in the preview that is shown."), "Ctrl+F", "search"},
    {Command::FindNext, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Find &Next"), QT_TRANSLATE_NOOP("sallyport::Actions", "Go to the next match."), "F3", ""},
    {Command::FindPrevious, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Find Pre&vious"), QT_TRANSLATE_NOOP("sallyport::Actions", "Go to the match before."), "Shift+F3", ""},
    {Command::Replace, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Rep&lace…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Search and replace in the file's text."), "Ctrl+H", ""},
    {Command::GoToLine, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Go to Line…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Go to a line of the preview that is shown."), "Ctrl+G", ""},
    {Command::ToggleComment, MenuId::Edit, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Toggle Co&mment"), QT_TRANSLATE_NOOP("sallyport::Actions", "Make the selected lines of the text comments, or comments lines again."), "Ctrl+/", ""},
    {Command::CopyObject, MenuId::Edit, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Copy &Object"), QT_TRANSLATE_NOOP("sallyport::Actions", "Copy the Istio object that the cursor is in."), "", ""},
    {Command::CopyAllObjects, MenuId::Edit, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Copy &All Objects"), QT_TRANSLATE_NOOP("sallyport::Actions", "Copy all Istio objects as one stream of YAML documents."), "Ctrl+Alt+C", ""},

    {Command::AddRule, MenuId::Rule, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Add &Rule"), QT_TRANSLATE_NOOP("sallyport::Actions", "Add a rule after the selected one."), "Ctrl+R", "add"},
    {Command::AddDestination, MenuId::Rule, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Add &Destination"), QT_TRANSLATE_NOOP("sallyport::Actions", "Add a destination to the selected rule."), "Ctrl+D", "destination"},
    {Command::AddPolicy, MenuId::Rule, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Add Polic&y"), QT_TRANSLATE_NOOP("sallyport::Actions", "Add a policy for another gateway to the current file."), "", "gateway"},
    {Command::AddAuthorization, MenuId::Rule, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Add Aut&horization Policy"), QT_TRANSLATE_NOOP("sallyport::Actions", "Add an AuthorizationPolicy of the gateway to the current file."), "", "authorization"},
    {Command::AddMesh, MenuId::Rule, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Add &Mesh"), QT_TRANSLATE_NOOP("sallyport::Actions", "Add a document with facts about the mesh to the current file."), "", "mesh"},
    {Command::AddExpectations, MenuId::Rule, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Add E&xpectations"), QT_TRANSLATE_NOOP("sallyport::Actions", "Add a document with requests and what is to become of them to the current file."), "", "expectations"},
    {Command::Duplicate, MenuId::Rule, true, QT_TRANSLATE_NOOP("sallyport::Actions", "D&uplicate"), QT_TRANSLATE_NOOP("sallyport::Actions", "Copy the selected rules or destinations behind themselves."), "Ctrl+Shift+D", "duplicate"},
    {Command::MoveUp, MenuId::Rule, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Move U&p"), QT_TRANSLATE_NOOP("sallyport::Actions", "Move the selected rules or destinations before the one above."), "Ctrl+Shift+Up", "up"},
    {Command::MoveDown, MenuId::Rule, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Move Do&wn"), QT_TRANSLATE_NOOP("sallyport::Actions", "Move the selected rules or destinations behind the one below."), "Ctrl+Shift+Down", "down"},
    {Command::TraceSelection, MenuId::Rule, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Trace a Request"), QT_TRANSLATE_NOOP("sallyport::Actions", "Say what becomes of a request to the selected destination, or of the selected expectation."), "Ctrl+T", ""},
    {Command::Delete, MenuId::Rule, true, QT_TRANSLATE_NOOP("sallyport::Actions", "D&elete"), QT_TRANSLATE_NOOP("sallyport::Actions", "Delete the selected rules, destinations or documents."), "Ctrl+Delete", "delete"},
    {Command::Rename, MenuId::Rule, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Re&name Everywhere…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Give a namespace, a label or a host another name in all documents that are open."), "Ctrl+Shift+R", ""},

    {Command::ChooseContext, MenuId::Cluster, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Choose &Context…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show the contexts of your kubeconfig files, to open one or to mark it."), "Ctrl+Alt+K", ""},
    {Command::Plan, MenuId::Cluster, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Plan"), QT_TRANSLATE_NOOP("sallyport::Actions", "Ask the cluster what applying the policy would change there. Nothing is changed."), "Ctrl+Alt+P", ""},
    {Command::Apply, MenuId::Cluster, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Apply…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Go to the plan and the button that applies it."), "Ctrl+Alt+S", ""},
    {Command::DeleteFromCluster, MenuId::Cluster, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Delete from Cluster…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Plan the deletion of everything that was applied for this mesh."), "", ""},
    {Command::ImportMesh, MenuId::Cluster, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Import Mesh from Cluster"), QT_TRANSLATE_NOOP("sallyport::Actions", "Write what the cluster says of its gateways into the Mesh document."), "", "mesh"},
    {Command::OpenFromCluster, MenuId::Cluster, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Open Policy from Cluster…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Open an ASMEgressTrafficPolicy of the cluster as a new file."), "", ""},
    {Command::ShowHistory, MenuId::Cluster, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Apply &History"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show what was applied from this machine, and go back to before it."), "Ctrl+Alt+H", ""},
    {Command::ShowDrift, MenuId::Cluster, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Changes by O&thers"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show what others have changed in the objects of your mesh."), "", ""},
    {Command::CloseContext, MenuId::Cluster, true, QT_TRANSLATE_NOOP("sallyport::Actions", "C&lose Context"), QT_TRANSLATE_NOOP("sallyport::Actions", "End the connection to the context that is open."), "", ""},

    {Command::Palette, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Command Palette…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Look for an action, rule, host, finding or recent file by its name."), "Ctrl+Shift+P", "search"},
    {Command::QuickOpen, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Go to Rul&e or Host…"), QT_TRANSLATE_NOOP("sallyport::Actions", "Look for a rule, host, finding or recent file by its name."), "Ctrl+P", ""},
    {Command::ShowNavigator, MenuId::View, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Go to &Navigator"), QT_TRANSLATE_NOOP("sallyport::Actions", "Put the keyboard into the list of policies and rules."), "Ctrl+1", ""},
    {Command::FilterNavigator, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "F&ilter Rules"), QT_TRANSLATE_NOOP("sallyport::Actions", "Put the keyboard into the filter of the navigator."), "Ctrl+Shift+F", "search"},
    {Command::ShowForm, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Go to &Form"), QT_TRANSLATE_NOOP("sallyport::Actions", "Put the keyboard into the form."), "Ctrl+2", ""},
    {Command::ShowPreview, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Go to &Preview"), QT_TRANSLATE_NOOP("sallyport::Actions", "Put the keyboard into the preview."), "Ctrl+3", ""},
    {Command::ShowChanges, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Go to C&hanges"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show what has changed since the last saving, the last export or a commit."), "Ctrl+Alt+D", ""},
    {Command::ShowProblems, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Go to Pro&blems"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show the list of all findings and put the keyboard into it."), "Ctrl+4", ""},
    {Command::ShowCluster, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Go to Cl&uster"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show the context that is open, plans, and what was applied."), "Ctrl+7", ""},
    {Command::ShowTrace, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&View Trace"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show what becomes of a request and what decides it, and put the keyboard into the request."), "Ctrl+5", ""},
    {Command::ShowExpectations, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Sho&w Expectations"), QT_TRANSLATE_NOOP("sallyport::Actions", "Show which expectations hold and which fail, and put the keyboard into the list."), "Ctrl+6", ""},
    {Command::ShowAccess, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "Who &May Reach What"), QT_TRANSLATE_NOOP("sallyport::Actions", "List all that the policies allow: workloads, hosts, ports and gateways."), "Ctrl+8", ""},
    {Command::NextProblem, MenuId::View, true, QT_TRANSLATE_NOOP("sallyport::Actions", "Ne&xt Problem"), QT_TRANSLATE_NOOP("sallyport::Actions", "Go to the field of the next finding."), "F8", ""},
    {Command::PreviousProblem, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "P&revious Problem"), QT_TRANSLATE_NOOP("sallyport::Actions", "Go to the field of the finding before."), "Shift+F8", ""},
    {Command::LargerText, MenuId::View, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&Larger Text"), QT_TRANSLATE_NOOP("sallyport::Actions", "Make all text of the window larger."), "Ctrl++ Ctrl+=", ""},
    {Command::SmallerText, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Smaller Text"), QT_TRANSLATE_NOOP("sallyport::Actions", "Make all text of the window smaller."), "Ctrl+-", ""},
    {Command::NormalText, MenuId::View, false, QT_TRANSLATE_NOOP("sallyport::Actions", "N&ormal Text Size"), QT_TRANSLATE_NOOP("sallyport::Actions", "Give text the size that the system says."), "Ctrl+0", ""},

    {Command::FieldHelp, MenuId::Help, false, QT_TRANSLATE_NOOP("sallyport::Actions", "&Help on This Field"), QT_TRANSLATE_NOOP("sallyport::Actions", "Say what the field with the keyboard means, and what it does on the mesh."), "F1", "help"},
    {Command::About, MenuId::Help, true, QT_TRANSLATE_NOOP("sallyport::Actions", "&About Sallyport"), QT_TRANSLATE_NOOP("sallyport::Actions", "Version and licence."), "", "sallyport"},
};
// clang-format on

constexpr const char *menuTitles[] = {
    QT_TRANSLATE_NOOP("sallyport::Actions", "&File"), QT_TRANSLATE_NOOP("sallyport::Actions", "&Edit"),
    QT_TRANSLATE_NOOP("sallyport::Actions", "&Rule"), QT_TRANSLATE_NOOP("sallyport::Actions", "&Cluster"),
    QT_TRANSLATE_NOOP("sallyport::Actions", "&View"), QT_TRANSLATE_NOOP("sallyport::Actions", "&Help")};

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
