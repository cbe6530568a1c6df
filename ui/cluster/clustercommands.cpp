// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/clustercommands.h"

#include "core/document/workspaceeditor.h"
#include "ui/actions.h"
#include "ui/cluster/clusterlink.h"
#include "ui/cluster/contextsmodel.h"
#include "ui/cluster/meshimport.h"
#include "ui/cluster/planview.h"
#include "ui/cluster/planwork.h"
#include "ui/cluster/policiesdialog.h"
#include "ui/cluster/workloads.h"
#include "ui/docks.h"
#include "ui/form/sourcepanel.h"
#include "ui/messagebar.h"
#include "ui/palettecommands.h"
#include "ui/selection.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int noticeTime = 10'000; ///< Milliseconds in the status bar.

bool askToStop(QWidget *parent, const QString &context)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Warning);
    box.setText(ClusterCommands::tr("Applying to %1 is not finished.").arg(context));
    box.setInformativeText(ClusterCommands::tr(
        "It can be stopped after the writes under way. What was written stays, and nothing is allowed on the cluster that "
        "neither state allows; a new plan goes on from there."));
    QPushButton *stop = box.addButton(ClusterCommands::tr("&Stop and Close"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(ClusterCommands::tr("&Keep Applying"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == stop;
}

} // namespace

ClusterCommands::ClusterCommands(const ClusterSurroundings &surroundings, const ClusterServices &services)
    : QObject(surroundings.window)
    , m_at(surroundings)
    , m_services(services)
    , m_view(new ClusterView(m_at.editor, m_at.settings, services))
    , m_dock(m_at.docks->add(u"cluster"_s, tr("Cluster"), m_view))
    , m_workloads(new Workloads(m_view->link(), m_view->link()))
    , m_question(askToStop)
{
    for (SourcePanel *panel : m_at.window->findChildren<SourcePanel *>())
        panel->setWorkloads(m_workloads);
    if (auto *palette = m_at.window->findChild<PaletteCommands *>())
        palette->setMore([this] { return contextItems(); });
    m_at.window->restoreDockWidget(m_dock);
    connectActions();
    connect(m_view, &ClusterView::contextChanged, this, &ClusterCommands::updateActions);
    connect(m_view, &ClusterView::busyChanged, this, &ClusterCommands::updateActions);
    connect(m_view, &ClusterView::meshRequested, this, &ClusterCommands::importMesh);
    connect(m_view, &ClusterView::policyRequested, this, &ClusterCommands::openPolicy);
    connect(m_view, &ClusterView::noticed, m_at.window,
            [this](const QString &sentence) { m_at.window->statusBar()->showMessage(sentence, noticeTime); });
    connect(m_view->work(), &PlanWork::applied, this, [this] {
        if (std::exchange(m_closesAtEnd, false))
            QMetaObject::invokeMethod(m_at.window, &QWidget::close, Qt::QueuedConnection);
    });
    updateActions();
}

void ClusterCommands::connectActions()
{
    const auto on = [this](Command command, auto &&slot) {
        connect((*m_at.actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::ShowCluster, [this] { m_at.docks->show(m_dock); });
    on(Command::ChooseContext, [this] { showDock(ClusterView::ContextsTab); });
    on(Command::Plan, [this] {
        m_view->planAnew();
        m_at.docks->show(m_dock);
    });
    on(Command::Apply, [this] { showApply(); });
    on(Command::DeleteFromCluster, [this] { planDeletion(); });
    on(Command::ImportMesh, [this] { importMesh(); });
    on(Command::OpenFromCluster, [this] { openPolicy(); });
    on(Command::ShowHistory, [this] { showDock(ClusterView::HistoryTab); });
    on(Command::ShowDrift, [this] { showDock(ClusterView::DriftTab); });
    on(Command::CloseContext, [this] { m_view->closeContext(); });
}

void ClusterCommands::showDock(ClusterView::Page page)
{
    m_view->showPage(page);
    m_at.docks->show(m_dock);
}

/// Nothing is applied by this: the plan and its button are shown, and made where there is none that holds.
void ClusterCommands::showApply()
{
    const PlanWork *work = m_view->work();
    if (m_view->link()->state() != ClusterLink::State::Open)
        return showDock(ClusterView::ContextsTab);
    if (!work->isBusy() && (work->stage() != PlanWork::Stage::Planned || work->isOutdated()))
        m_view->planAnew();
    showDock(ClusterView::PlanTab);
    m_view->plan()->focusApply();
}

void ClusterCommands::planDeletion()
{
    showDock(ClusterView::PlanTab);
    m_view->messages()->hide();
    m_view->work()->planDelete();
}

void ClusterCommands::importMesh()
{
    const std::optional<ClusterFacts> &facts = m_view->link()->facts();
    const QString context = m_view->link()->context();
    if (!facts)
        return;
    if (m_at.editor->workspace().files.empty()) {
        m_at.selection->select({m_at.editor->newFile(kube::meshDocument(facts->mesh, u"default"_s), u"mesh.yaml"_s)});
        return;
    }
    FieldRef selected = m_at.selection->current();
    selected.file = std::max(0, selected.file);
    const StructureEdit edit = sallyport::importMesh(m_at.editor->workspace(), selected, facts->mesh, context);
    if (edit.changes.isEmpty()) {
        m_at.window->statusBar()->showMessage(tr("The Mesh says already what %1 says.").arg(context), noticeTime);
        m_at.selection->reveal(edit.selectAfter);
        return;
    }
    m_at.editor->endMerge();
    if (const Result<bool> done = m_at.editor->edit(edit.undoText, edit.changes); !done)
        m_view->messages()->showError(done.error());
    else
        m_at.selection->reveal(edit.selectAfter);
}

void ClusterCommands::openPolicy()
{
    if (m_view->link()->state() != ClusterLink::State::Open)
        return;
    auto *dialog = new PoliciesDialog(*m_view->link()->client(), m_view->link()->context(), m_at.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_view->link(), &ClusterLink::closing, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { openFiles(dialog->chosen()); });
    dialog->open();
}

std::vector<PaletteItem> ClusterCommands::contextItems()
{
    std::vector<PaletteItem> items;
    const Result<kube::Kubeconfig> config = m_services.kubeconfig();
    if (!config)
        return items;
    for (const ContextRow &row : contextRows(*config, ContextMemory(m_at.settings))) {
        QAction *&action = m_contextActions[row.name];
        if (!action) {
            action = new QAction(this);
            connect(action, &QAction::triggered, this, [this, name = row.name] {
                showDock(ClusterView::FactsTab);
                m_view->openContext(name);
            });
        }
        items.push_back({.kind = PaletteItem::Kind::Action,
                         .text = tr("Cluster: Open context %1").arg(row.name),
                         .detail = row.server,
                         .icon = {},
                         .action = action,
                         .where = {},
                         .path = {}});
    }
    return items;
}

void ClusterCommands::openFiles(const std::vector<Value> &policies)
{
    for (const Value &policy : policies) {
        const QString name = policy[u"metadata"][u"name"].text();
        m_at.selection->select({m_at.editor->newFile(kube::policyDocument(policy), name + ".yaml"_L1)});
    }
}

void ClusterCommands::updateActions()
{
    const bool isOpen = m_view->link()->state() == ClusterLink::State::Open;
    const bool isApplying = m_view->work()->stage() == PlanWork::Stage::Applying;
    const auto enable = [this](Command command, bool on) { (*m_at.actions)[command]->setEnabled(on); };
    for (const Command command :
         {Command::ShowCluster, Command::ChooseContext, Command::ShowHistory, Command::ShowDrift})
        enable(command, true);
    for (const Command command : {Command::Plan, Command::Apply})
        enable(command, !isApplying);
    enable(Command::DeleteFromCluster, isOpen && !isApplying);
    enable(Command::ImportMesh, m_view->link()->facts().has_value());
    enable(Command::OpenFromCluster, isOpen);
    enable(Command::CloseContext, m_view->link()->state() != ClusterLink::State::Closed && !isApplying);
}

QToolButton *ClusterCommands::makeButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setToolTip(tr("The kubeconfig context that is open. Click to choose one."));
    const auto say = [this, button] {
        const QString title = m_view->contextTitle();
        QString text = title.isEmpty() ? tr("Context: (none)") : tr("Context: %1").arg(title);
        button->setAccessibleName(text);
        button->setText(text.replace(u'&', u"&&"_s));
    };
    connect(m_view, &ClusterView::contextChanged, button, say);
    connect(button, &QToolButton::clicked, (*m_at.actions)[Command::ChooseContext], &QAction::trigger);
    say();
    return button;
}

void ClusterCommands::setQuestion(const std::function<bool(QWidget *, const QString &)> &question)
{
    m_question = question;
}

bool ClusterCommands::mayClose()
{
    const PlanWork *work = m_view->work();
    if (work->stage() != PlanWork::Stage::Applying)
        return true;
    if (!m_question(m_at.window, work->plan().context))
        return false;
    if (work->stage() != PlanWork::Stage::Applying)
        return true; // it ended while the question was there
    m_closesAtEnd = true;
    m_view->cancel();
    return false;
}

} // namespace sallyport
