// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/mainwindow.h"

#include "core/policy/clipboard.h"
#include "ui/access/accessdock.h"
#include "ui/bulk/bulkpanel.h"
#include "ui/changes/changestab.h"
#include "ui/clipboard/clipboardcommands.h"
#include "ui/cluster/clustercommands.h"
#include "ui/cluster/clusterview.h"
#include "ui/cluster/planwork.h"
#include "ui/docks.h"
#include "ui/files/disknotices.h"
#include "ui/files/mergeview.h"
#include "ui/files/session.h"
#include "ui/form/policyform.h"
#include "ui/languagemenu.h"
#include "ui/localfiles.h"
#include "ui/messagebar.h"
#include "ui/navigator/navigator.h"
#include "ui/navigator/navigatorview.h"
#include "ui/newdocuments.h"
#include "ui/palette/paletteitem.h"
#include "ui/palettecommands.h"
#include "ui/preview/previewpane.h"
#include "ui/preview/sourcetab.h"
#include "ui/problems/fixpreview.h"
#include "ui/problems/problemsview.h"
#include "ui/rename/renamedialog.h"
#include "ui/rulecommands.h"
#include "ui/selecteditems.h"
#include "ui/statusline.h"
#include "ui/targetchoice.h"
#include "ui/trace/tracedocks.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int maxTextSize = 12; ///< Steps of a point.
constexpr int minTextSize = -4;

} // namespace

MainWindow::MainWindow(WorkspaceEditor *editor, Settings *settings, QWidget *parent)
    : QMainWindow(parent)
    , m_editor(editor)
    , m_settings(settings)
    , m_selection(new Selection(this))
    , m_items(new SelectedItems(m_selection, this))
    , m_actions(new Actions(this))
    , m_messages(new MessageBar)
    , m_files(new FileCommands(editor, m_selection, settings, m_messages, this))
    , m_rules(new RuleCommands(editor, m_selection, m_items, m_actions, m_messages, this))
    , m_disk(new DiskNotices(editor, m_selection, m_files, this))
    , m_session(new Session(editor, m_selection, settings, m_files, m_messages, this))
    , m_clipboard(new ClipboardCommands(editor, m_selection, m_messages, this))
    , m_targets(new TargetChoice(editor, settings, this))
    , m_docks(new Docks(this))
    , m_systemPointSize(QApplication::font().pointSizeF())
{
    setObjectName(u"MainWindow"_s);
    setAcceptDrops(true);
    buildPanes();
    buildDocks();
    connectPanes();
    buildMenus();
    buildToolBar();
    m_status = new StatusLine(editor, m_selection, statusBar());
    connect(m_status, &StatusLine::problemsClicked, m_docks, [this] { m_docks->toggle(m_problemsDock); });
    connect(m_status, &StatusLine::assumedClicked, this, &MainWindow::stateAssumed);
    new PaletteCommands(editor, m_selection, m_actions, m_files, this);
    connectActions();
    connectPreviewActions();
    connectUndo();

    connect(m_selection, &Selection::changed, this, [this] {
        updateTitle();
        updateActions();
    });
    connect(editor, &WorkspaceEditor::filesChanged, this, &MainWindow::updateTitle);
    connect(editor, &WorkspaceEditor::modifiedChanged, this, &MainWindow::updateTitle);
    connect(editor, &WorkspaceEditor::changed, this, &MainWindow::updateActions);
    connect(editor, &WorkspaceEditor::filesChanged, this, &MainWindow::updateActions);
    connect(editor, &WorkspaceEditor::stepped, this, &MainWindow::followStep);
    for (QAction *action : m_actions->ofMenu(MenuId::Cluster) + QList<QAction *>{(*m_actions)[Command::ShowCluster]}) {
        if (action)
            action->setEnabled(false); // until setClusterServices()
    }
    updateTitle();
    updateActions();
    restoreLayout();
}

void MainWindow::buildPanes()
{
    m_outer = new QSplitter(Qt::Horizontal);
    m_outer->setObjectName(u"outer"_s);
    m_outer->setChildrenCollapsible(false);
    m_navigator = new Navigator(m_editor, m_selection, m_items, m_outer);
    m_inner = new QSplitter(Qt::Horizontal, m_outer);
    m_inner->setObjectName(u"inner"_s);
    m_inner->setChildrenCollapsible(false);
    m_center = new QStackedWidget(m_inner);
    m_form = new PolicyForm(m_editor, m_selection, m_center);
    m_bulk = new BulkPanel(m_editor, m_items, m_center);
    m_center->addWidget(m_form);
    m_center->addWidget(m_bulk);
    m_preview = new PreviewPane(m_editor, m_selection, m_inner);
    m_outer->setStretchFactor(1, 1);

    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_area = new QStackedWidget;
    m_area->addWidget(m_outer);
    m_area->addWidget(m_disk->comparison());
    connect(m_disk, &DiskNotices::comparing, m_area, &QStackedWidget::setCurrentIndex);
    layout->addWidget(m_messages);
    layout->addWidget(m_disk->bar());
    layout->addWidget(m_area, 1);
    setCentralWidget(central);
}

void MainWindow::buildDocks()
{
    // The form, the gutter and the status bar say what is wrong; the list is for those who want to see all of it.
    m_problems = new ProblemsView(m_editor, m_selection, this);
    m_problemsDock = m_docks->add(u"problems"_s, tr("Problems"), m_problems, m_problems->list());
    m_traces = new TraceDocks(this);
    new AccessDock(this);
}

void MainWindow::connectPanes()
{
    m_rules->serve(m_navigator);
    m_clipboard->setItems([this] { return m_rules->items(); });
    connect(m_bulk, &BulkPanel::failed, m_messages, [this](const Error &error) { m_messages->showError(error); });
    connect(m_items, &SelectedItems::changed, this, [this] {
        const bool isSeveral = !outermost(m_editor->workspace(), m_items->all()).isEmpty();
        m_center->setCurrentWidget(isSeveral ? static_cast<QWidget *>(m_bulk) : m_form);
    });
    connect(m_navigator->view(), &NavigatorView::filesDropped, m_files, &FileCommands::openPaths);
    connect(m_navigator, &Navigator::newPolicyRequested, m_files, &FileCommands::newPolicy);
    connect(m_form, &PolicyForm::newPolicyRequested, m_files, &FileCommands::newPolicy);
    connect(m_form, &PolicyForm::textRequested, this, &MainWindow::showText);
    connect(m_form, &PolicyForm::fixRequested, this, &MainWindow::openFix);
    connect(m_preview, &PreviewPane::problemsWanted, m_docks, [this] { m_docks->show(m_problemsDock); });
    connect(m_problems, &ProblemsView::textWanted, this, [this](int file, qsizetype offset) {
        m_preview->showSource();
        m_preview->source()->showText(file, offset);
    });
}

void MainWindow::showText(const FieldRef &field)
{
    m_selection->select(field);
    m_preview->showSource();
}

/// Writes the Mesh that is assumed, or goes to where the present one is silent.
void MainWindow::stateAssumed()
{
    const Workspace &workspace = m_editor->workspace();
    const std::vector<DocumentId> meshes = documentsOf(workspace, DocumentKind::Mesh);
    if (!meshes.empty()) {
        const FieldPath outbound = FieldPath().child(u"spec"_s).child(u"outboundTrafficPolicy"_s);
        m_selection->reveal({meshes.front().file, meshes.front().document, outbound});
        return;
    }
    if (m_selection->file() < 0 || size_t(m_selection->file()) >= workspace.files.size())
        return;
    const StructureEdit edit = newMesh(workspace, m_selection->current());
    m_editor->endMerge();
    if (const Result<bool> done = m_editor->edit(edit.undoText, edit.changes); done)
        m_selection->reveal(edit.selectAfter);
    else
        m_messages->showError(done.error());
}

void MainWindow::openFix(const Diagnostic &finding, int fix)
{
    QWidget *anchor = QApplication::focusWidget();
    FixPopup::open(m_editor, finding.fixes[fix], anchor ? anchor : m_form);
}

void MainWindow::buildMenus()
{
    menuBar()->clear();
    for (const MenuId id : {MenuId::File, MenuId::Edit, MenuId::Rule, MenuId::Cluster, MenuId::View, MenuId::Help}) {
        QMenu *menu = menuBar()->addMenu(Actions::titleOf(id));
        menu->setObjectName(u"menu%1"_s.arg(int(id)));
        menu->setToolTipsVisible(false);
        for (QAction *action : m_actions->ofMenu(id)) {
            if (action)
                menu->addAction(action);
            else
                menu->addSeparator();
        }
        if (id == MenuId::File)
            fillFileMenu(menu);
        else if (id == MenuId::View)
            fillViewMenu(menu);
    }
    m_navigator->setContextActions(m_actions->ofMenu(MenuId::Rule));
}

void MainWindow::fillFileMenu(QMenu *menu)
{
    auto *fromSample = new QMenu(tr("New from Sa&mple"), menu);
    for (const Sample &sample : samples()) {
        QAction *action = fromSample->addAction(sample.title, this, [this, sample] { m_files->newFromSample(sample); });
        action->setStatusTip(sample.description);
    }
    menu->insertMenu((*m_actions)[Command::Open], fromSample);
    m_recent = new QMenu(tr("Open &Recent"), menu);
    m_recent->setProperty(menuOfFiles, true);
    menu->insertMenu((*m_actions)[Command::Save], m_recent);
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    fillRecent();
}

void MainWindow::fillRecent()
{
    m_recent->clear();
    const QStringList recent = m_files->recentFiles();
    for (const QString &path : recent) {
        QString text = path;
        m_recent->addAction(text.replace(u'&', u"&&"_s), this, [this, path] { m_files->openPaths({path}); });
    }
    if (recent.isEmpty()) {
        m_recent->addAction(tr("No files were opened yet"))->setEnabled(false);
        return;
    }
    m_recent->addSeparator();
    m_recent->addAction(tr("&Clear This List"), m_files, &FileCommands::forgetRecentFiles);
}

void MainWindow::fillViewMenu(QMenu *menu)
{
    menu->addSeparator();
    QMenu *themes = menu->addMenu(tr("&Theme"));
    auto *themeGroup = new QActionGroup(themes);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("As the &System")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = themes->addAction(text, this, [this, choice = choice] { setThemeChoice(choice); });
        action->setCheckable(true);
        action->setData(int(choice));
        action->setChecked(choice == m_themeChoice);
        themeGroup->addAction(action);
    }
    connect(themes, &QMenu::aboutToShow, themeGroup, [this, themeGroup] {
        for (QAction *action : themeGroup->actions())
            action->setChecked(action->data().toInt() == int(m_themeChoice));
    });

    menu->addMenu(makeLanguageMenu(
        m_settings, [this] { chooseLanguage(); }, menu));
    menu->addMenu(tr("T&arget"))->addActions(m_targets->actions());
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    bar->setIconSize({size, size});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const QList<QList<Command>> groups = {{Command::NewPolicy, Command::Open, Command::Save},
                                          {Command::Undo, Command::Redo},
                                          {Command::AddRule, Command::AddDestination}};
    for (const QList<Command> &group : groups) {
        for (const Command command : group)
            bar->addAction((*m_actions)[command]);
        bar->addSeparator();
    }
    // What undo would undo is said by its tool tip; the button must not change its width with every step.
    for (const Command command : {Command::Undo, Command::Redo})
        static_cast<QToolButton *>(bar->widgetForAction((*m_actions)[command]))
            ->setToolButtonStyle(Qt::ToolButtonIconOnly);

    bar->addWidget(m_targets->makeButton(bar));
    m_toolBar = bar;
}

void MainWindow::connectActions()
{
    const auto on = [this](Command command, auto &&slot) {
        connect((*m_actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::NewPolicy, [this] { m_files->newPolicy(); });
    on(Command::Open, [this] { m_files->open(); });
    on(Command::OpenFolder, [this] { m_files->openFolder(); });
    on(Command::Save, [this] { m_files->save(m_selection->file()); });
    on(Command::SaveAs, [this] { m_files->saveAs(m_selection->file()); });
    on(Command::SaveAll, [this] { m_files->saveAll(); });
    on(Command::Export, [this] { exportWorkspace(); });
    on(Command::CloseFile, [this] { m_files->close(m_selection->file()); });
    on(Command::Quit, [this] { close(); });
    on(Command::Cut, [this] { m_clipboard->cut(); });
    on(Command::Copy, [this] { m_clipboard->copy(); });
    on(Command::Paste, [this] { m_clipboard->paste(); });
    on(Command::PasteHosts, [this] { m_form->pasteHosts(); });
    connect(m_form, &PolicyForm::hostsPasted, this, [this](const QString &message) {
        m_messages->showMessage(Severity::Note,
                                {.what = message,
                                 .where = {},
                                 .unaffected = {},
                                 .next = tr("It is one step: undo takes all of it back."),
                                 .details = {}},
                                {{tr("Undo"), [this] { m_editor->undoStack()->undo(); }}});
    });
    connect(m_clipboard, &ClipboardCommands::told, this,
            [this](const QString &message) { statusBar()->showMessage(message, 10'000); });
    on(Command::ShowNavigator, [this] { m_navigator->setFocus(Qt::ShortcutFocusReason); });
    on(Command::FilterNavigator, [this] { m_navigator->editFilter(); });
    on(Command::ShowForm, [this] { m_center->currentWidget()->setFocus(Qt::ShortcutFocusReason); });
    on(Command::ShowPreview, [this] { m_preview->setFocus(Qt::ShortcutFocusReason); });
    on(Command::ShowChanges, [this] { m_preview->showChanges(); });
    on(Command::ShowProblems, [this] { m_docks->show(m_problemsDock); });
    on(Command::NextProblem, [this] { m_problems->nextProblem(); });
    on(Command::PreviousProblem, [this] { m_problems->previousProblem(); });
    on(Command::FieldHelp, [this] { m_center->currentWidget() == m_bulk ? m_bulk->showHelp() : m_form->showHelp(); });
    on(Command::Rename, [this] { openRename(); });
    on(Command::LargerText, [this] { setTextSize(m_textSize + 1); });
    on(Command::SmallerText, [this] { setTextSize(m_textSize - 1); });
    on(Command::NormalText, [this] { setTextSize(0); });
    on(Command::About, [this] { showAbout(); });
}

void MainWindow::connectPreviewActions()
{
    using Slot = void (PreviewPane::*)();
    const std::pair<Command, Slot> rows[] = {
        {Command::Find, &PreviewPane::find},
        {Command::FindNext, &PreviewPane::findNext},
        {Command::FindPrevious, &PreviewPane::findPrevious},
        {Command::Replace, &PreviewPane::replace},
        {Command::GoToLine, &PreviewPane::goToLine},
        {Command::ToggleComment, &PreviewPane::toggleComment},
        {Command::CopyObject, &PreviewPane::copyObject},
        {Command::CopyAllObjects, &PreviewPane::copyAllObjects},
    };
    for (const auto &[command, slot] : rows)
        connect((*m_actions)[command], &QAction::triggered, m_preview, slot);
}

void MainWindow::connectUndo()
{
    QUndoStack *stack = m_editor->undoStack();
    const auto bind = [this, stack](Command command, auto trigger, auto canSignal, auto textSignal,
                                    const QString &plain, const QString &named) {
        QAction *action = (*m_actions)[command];
        connect(action, &QAction::triggered, stack, trigger);
        connect(stack, canSignal, action, &QAction::setEnabled);
        const auto name = [action, plain, named](const QString &step) {
            action->setText(step.isEmpty() ? plain : named.arg(step));
        };
        connect(stack, textSignal, action, name);
        // a window may open over a history that is there already
        action->setEnabled(command == Command::Undo ? stack->canUndo() : stack->canRedo());
        name(command == Command::Undo ? stack->undoText() : stack->redoText());
    };
    bind(Command::Undo, &QUndoStack::undo, &QUndoStack::canUndoChanged, &QUndoStack::undoTextChanged, tr("&Undo"),
         tr("&Undo: %1"));
    bind(Command::Redo, &QUndoStack::redo, &QUndoStack::canRedoChanged, &QUndoStack::redoTextChanged, tr("&Redo"),
         tr("&Redo: %1"));
}

void MainWindow::start(const QStringList &paths)
{
    m_session->start(paths);
    if (paths.isEmpty())
        m_navigator->restoreSession(m_settings->value(u"session/navigator"_s).toMap());
}

void MainWindow::restoreLayout()
{
    m_systemIsDark = m_settings->value(u"systemIsDark"_s).toBool();
    setThemeChoice(ThemeChoice(std::clamp(m_settings->value(u"theme"_s).toInt(), 0, int(ThemeChoice::Dark))));
    setTextSize(m_settings->value(u"textSize"_s).toInt());
    const int unit = fontMetrics().averageCharWidth();
    resize(200 * unit, 60 * fontMetrics().lineSpacing());
    m_outer->setSizes({40 * unit, 160 * unit});
    m_inner->setSizes({86 * unit, 74 * unit});
    restoreGeometry(m_settings->value(u"window/geometry"_s).toByteArray());
    restoreState(m_settings->value(u"window/state"_s).toByteArray());
    m_outer->restoreState(m_settings->value(u"window/outer"_s).toByteArray());
    m_inner->restoreState(m_settings->value(u"window/inner"_s).toByteArray());
    arrange();
}

void MainWindow::rememberLayout()
{
    m_settings->setValue(u"window/geometry"_s, saveGeometry());
    m_settings->setValue(u"window/state"_s, saveState());
    m_settings->setValue(u"window/outer"_s, m_outer->saveState());
    m_settings->setValue(u"window/inner"_s, m_inner->saveState());
    m_session->remember();
    m_settings->setValue(u"session/navigator"_s, m_navigator->session());
}

/// Form and preview side by side where there is room for both, else one above the other.
void MainWindow::arrange()
{
    const bool wide = width() >= 150 * fontMetrics().averageCharWidth();
    const Qt::Orientation orientation = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_inner->orientation() != orientation)
        m_inner->setOrientation(orientation);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        arrange();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if ((m_cluster && !m_cluster->mayClose()) || !m_files->closeAll()) {
        event->ignore();
        return;
    }
    rememberLayout();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->openPaths(localFiles(*event->mimeData()));
}

void MainWindow::updateActions()
{
    const auto enable = [this](Command command, bool on) { (*m_actions)[command]->setEnabled(on); };
    const bool hasFile = m_selection->file() >= 0 && size_t(m_selection->file()) < m_editor->workspace().files.size();
    for (const Command command : {Command::Save, Command::SaveAs, Command::SaveAll, Command::CloseFile})
        enable(command, hasFile);
    enable(Command::Export, hasFile && m_exportServices);
    enable(Command::Rename, hasFile);
}

void MainWindow::updateTitle()
{
    const int file = m_selection->file();
    const QString title = m_editor->title(file);
    const QString context = m_cluster ? m_cluster->view()->contextTitle() : QString();
    setWindowTitle(title.isEmpty()         ? tr("Sallyport")
                       : context.isEmpty() ? tr("%1[*] — Sallyport").arg(title)
                                           : tr("%1[*] — %2 — Sallyport").arg(title, context));
    setWindowModified(m_editor->isModified(file));
}

/// Shows what an undo or redo has changed, even in another file, unless that is what is looked at.
void MainWindow::followStep(const FieldRef &field)
{
    const FieldRef &current = m_selection->current();
    const bool inSight = current.file == field.file && (field.document < 0 || current.document == field.document)
        && current.path.startsWith(field.path);
    const QList<FieldRef> &items = m_items->all();
    const bool inItems = std::any_of(items.begin(), items.end(), [&field](const FieldRef &item) {
        return item.file == field.file && item.document == field.document && field.path.startsWith(item.path);
    });
    if (!inSight && !inItems)
        m_selection->select(field);
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_themeChoice = choice;
    m_settings->setValue(u"theme"_s, int(choice));
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_systemIsDark);
    applyTheme(dark ? Theme::dark() : Theme::light());
}

void MainWindow::setSystemIsDark(bool dark)
{
    m_systemIsDark = dark;
    m_settings->setValue(u"systemIsDark"_s, dark); // for the next start, until the desktop has answered
    setThemeChoice(m_themeChoice);
}

/// An apply belongs to the window that watches it: the language waits for its end.
void MainWindow::chooseLanguage()
{
    if (!m_cluster || m_cluster->view()->work()->stage() != PlanWork::Stage::Applying)
        return emit languageChosen();
    m_messages->showMessage(Severity::Note,
                            {.what = tr("The window keeps its language while something is applied."),
                             .where = {},
                             .unaffected = tr("What is applied goes on."),
                             .next = tr("The other language comes with the next start."),
                             .details = {}});
}

void MainWindow::setTextSize(int steps)
{
    m_textSize = std::clamp(steps, minTextSize, maxTextSize);
    m_preview->setZoom(m_textSize); // its font is the system's fixed one
    m_settings->setValue(u"textSize"_s, m_textSize);
    QFont font = QApplication::font();
    font.setPointSizeF(m_systemPointSize + m_textSize);
    QApplication::setFont(font);
}

void MainWindow::setExportServices(const std::function<ExportServices(const Workspace &)> &services)
{
    m_exportServices = services;
    updateActions();
}

void MainWindow::setClusterServices(const ClusterServices &services)
{
    m_cluster = new ClusterCommands({m_editor, m_settings, m_selection, m_actions, m_docks, this}, services);
    m_toolBar->addWidget(m_cluster->makeButton(m_toolBar));
    connect(m_cluster->view(), &ClusterView::contextChanged, this, &MainWindow::updateTitle);
}

void MainWindow::exportWorkspace()
{
    const QString key = u"export/folder"_s;
    const Workspace &workspace = m_editor->workspace();
    auto *dialog = new ExportDialog(workspace, m_exportServices(workspace), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFolder(m_settings->value(key).toString());
    connect(dialog, &QDialog::accepted, this, [this, dialog, key] {
        statusBar()->showMessage(dialog->outcome(), 10'000);
        m_preview->changes()->rememberExport();
        if (!dialog->folder().isEmpty())
            m_settings->setValue(key, dialog->folder());
    });
    dialog->open();
}

void MainWindow::openRename()
{
    auto *dialog = new RenameDialog(m_editor, m_selection->current(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RenameDialog::failed, this, [this](const Error &error) { m_messages->showError(error); });
    connect(dialog, &RenameDialog::placeChosen, m_selection, &Selection::select);
    dialog->open();
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Sallyport"),
                       tr("<h3>Sallyport %1</h3><p>Desktop editor for egress policy in a service mesh.</p>"
                          "<p>Apache License 2.0</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

} // namespace sallyport
