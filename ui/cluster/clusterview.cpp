// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/clusterview.h"

#include "core/document/workspaceeditor.h"
#include "ui/cluster/clusterlink.h"
#include "ui/cluster/contextspage.h"
#include "ui/cluster/driftlog.h"
#include "ui/cluster/driftpage.h"
#include "ui/cluster/factspage.h"
#include "ui/cluster/historypage.h"
#include "ui/cluster/planview.h"
#include "ui/cluster/planwork.h"
#include "ui/cluster/workbar.h"
#include "ui/messagebar.h"
#include "ui/preview/bars.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace sallyport {

namespace {

/// The Mesh with every gateway in use: those that it does not list have the ports that are assumed.
Mesh fullMesh(const WorkspaceEditor &editor)
{
    Mesh mesh = meshOf(editor.workspace());
    for (const QString &name : gatewaysOf(editor.workspace(), mesh)) {
        if (!mesh.lists(name))
            mesh.gateways.append(mesh.gateway(name));
    }
    return mesh;
}

} // namespace

ClusterView::ClusterView(WorkspaceEditor *editor, Settings *settings, const ClusterServices &services, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_memory(settings)
    , m_link(std::make_unique<ClusterLink>(services))
    , m_work(std::make_unique<PlanWork>(editor, settings, m_link.get(), services.historyFolder, services.pause))
    , m_drifts(std::make_unique<DriftLog>(m_link.get(), m_work.get()))
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_bar(new WorkBar)
    , m_messages(new MessageBar)
    , m_contexts(new ContextsPage(services, settings))
    , m_facts(new FactsPage)
    , m_plan(new PlanView(m_work.get(), settings))
    , m_history(new HistoryPage(m_work->history()))
    , m_driftPage(new DriftPage(m_drifts.get()))
{
    build();
    connectPages();
    connectLink();
    connectWork();
    showState();
}

ClusterView::~ClusterView()
{
    // The pages look at what goes before them.
    for (QObject *watched : {static_cast<QObject *>(m_link.get()), static_cast<QObject *>(m_work.get()),
                             static_cast<QObject *>(m_drifts.get())})
        watched->blockSignals(true);
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

QList<std::pair<QString, QWidget *>> ClusterView::pages() const
{
    return {{tr("Contexts"), m_contexts},
            {tr("Mesh"), m_facts},
            {tr("Plan"), m_plan},
            {tr("History"), m_history},
            {tr("Changes by Others"), m_driftPage}};
}

void ClusterView::build()
{
    m_tabs->setAccessibleName(tr("Pages of the cluster"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    const auto all = pages();
    for (const auto &[title, page] : all) {
        m_tabs->addTab(title);
        m_pages->addWidget(page);
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        setFocusProxy(m_pages->currentWidget());
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(barMargins(this));
    row->addWidget(m_tabs);
    row->addWidget(m_bar, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_contexts);
}

void ClusterView::connectPages()
{
    const auto toContexts = [this] { showPage(ContextsTab); };
    connect(m_bar, &WorkBar::cancelled, this, &ClusterView::cancel);
    connect(m_contexts, &ContextsPage::openRequested, this, &ClusterView::openContext);
    connect(m_contexts, &ContextsPage::closeRequested, this, &ClusterView::closeContext);
    connect(m_contexts, &ContextsPage::markChanged, this, &ClusterView::showState);
    connect(m_facts, &FactsPage::contextsRequested, this, toContexts);
    connect(m_facts, &FactsPage::refreshRequested, m_link.get(), &ClusterLink::refresh);
    connect(m_facts, &FactsPage::meshRequested, this, &ClusterView::meshRequested);
    connect(m_facts, &FactsPage::policyRequested, this, &ClusterView::policyRequested);
    connect(m_plan, &PlanView::contextsRequested, this, toContexts);
    connect(m_plan, &PlanView::planRequested, this, &ClusterView::planAnew);
    connect(m_plan, &PlanView::applyRequested, this, &ClusterView::requestApply);
    connect(m_driftPage, &DriftPage::planRequested, this, &ClusterView::planAnew);
    connect(m_history, &HistoryPage::revertRequested, this, [this](const kube::HistoryEntry &entry) {
        showPage(PlanTab);
        m_work->planRevert(entry);
    });
    connect(m_editor, &WorkspaceEditor::compiled, this, &ClusterView::showFacts);
}

void ClusterView::connectLink()
{
    const auto showError = [this](const Error &error) { m_messages->showError(error); };
    connect(m_link.get(), &ClusterLink::stateChanged, this, &ClusterView::showState);
    connect(m_link.get(), &ClusterLink::factsChanged, this, &ClusterView::showFacts);
    connect(m_link.get(), &ClusterLink::failed, m_messages, showError);
    connect(m_link.get(), &ClusterLink::waiting, m_bar, [this](std::chrono::milliseconds time) {
        m_bar->setDoing(tr("The server is busy, waiting %1 s.").arg(double(time.count()) / 1000));
    });
    connect(m_drifts.get(), &DriftLog::drifted, this, &ClusterView::showDrift);
    connect(m_drifts.get(), &DriftLog::failed, m_messages, showError);
    connect(m_drifts.get(), &DriftLog::changed, this, [this] {
        const qsizetype count = m_drifts->drifts().size();
        m_tabs->setTabText(DriftTab, count > 0 ? tr("Changes by Others (%1)").arg(count) : tr("Changes by Others"));
    });
}

void ClusterView::connectWork()
{
    connect(m_work.get(), &PlanWork::stageChanged, this, &ClusterView::showWork);
    connect(m_work.get(), &PlanWork::planMade, this, &ClusterView::showFacts);
    connect(m_work.get(), &PlanWork::progressed, m_bar, &WorkBar::setProgress);
    connect(m_work.get(), &PlanWork::doing, m_bar, &WorkBar::setDoing);
    connect(m_work.get(), &PlanWork::noted, m_history, &HistoryPage::reload);
    connect(m_work.get(), &PlanWork::applied, this, &ClusterView::showEnd);
    connect(m_work.get(), &PlanWork::failed, m_messages, [this](const Error &error) {
        m_messages->showError(error, {{tr("Plan Again"), [this] { m_work->again(); }}});
    });
}

void ClusterView::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

bool ClusterView::isApplying() const
{
    return m_work->stage() == PlanWork::Stage::Applying;
}

QString ClusterView::contextTitle() const
{
    if (m_link->state() != ClusterLink::State::Open)
        return {};
    const QString mark = markName(m_memory.mark(m_link->context()));
    return mark.isEmpty() ? m_link->context() : tr("%1 (%2)").arg(m_link->context(), mark);
}

void ClusterView::openContext(const QString &context)
{
    if (isApplying()) {
        m_messages->showError({.what = tr("An apply is under way."),
                               .where = m_link->context(),
                               .unaffected = tr("It goes on."),
                               .next = tr("Wait for its end, or cancel it, before you open another context."),
                               .details = {}});
        return;
    }
    m_messages->hide();
    m_link->open(context);
}

void ClusterView::closeContext()
{
    if (!isApplying())
        m_link->close();
}

void ClusterView::cancel()
{
    if (m_link->isAsking() && !isApplying())
        m_link->cancel();
    else
        m_work->cancel();
}

void ClusterView::planAnew()
{
    if (m_link->state() != ClusterLink::State::Open)
        return showPage(ContextsTab);
    m_messages->hide();
    showPage(PlanTab);
    m_work->planApply();
}

void ClusterView::requestApply()
{
    if (m_memory.mark(m_work->plan().context) != ContextMark::Production || m_work->obstacle())
        return m_work->apply();
    m_messages->showMessage(Severity::Warning,
                            {.what = tr("%1?").arg(m_plan->applyWords()),
                             .where = {},
                             .unaffected = tr("Nothing was changed so far."),
                             .next = tr("The context is marked as production."),
                             .details = {}},
                            {{m_plan->applyWords(), [this] { m_work->apply(); }}});
}

void ClusterView::opened()
{
    m_memory.setLast(m_link->context());
    showPage(FactsTab);
    m_work->planApply(); // by reading and dry runs only: what we may do there is a fact, too
}

void ClusterView::showState()
{
    const bool isOpen = m_link->state() == ClusterLink::State::Open;
    const QString context = isOpen ? m_link->context() : QString();
    m_bar->setStatus(isOpen ? contextTitle() : tr("No context is open"));
    m_contexts->setOpened(context);
    m_plan->setOpened(context);
    m_history->setOpened(context);
    m_plan->showState();
    showWork();
    emit contextChanged();
    if (!std::exchange(m_wasOpen, isOpen) && isOpen)
        opened();
}

void ClusterView::showWork()
{
    if (isApplying())
        m_bar->begin(tr("Applying to %1…").arg(m_link->context()));
    else if (m_link->state() == ClusterLink::State::Opening)
        m_bar->begin(tr("Opening %1…").arg(m_link->context()));
    else if (m_link->isAsking())
        m_bar->begin(tr("Asking %1…").arg(m_link->context()));
    else if (m_work->stage() == PlanWork::Stage::Planning)
        m_bar->begin(tr("Planning for %1…").arg(m_link->context()));
    else
        m_bar->end();
    m_history->setBusy(m_work->isBusy());
    emit busyChanged();
}

void ClusterView::showFacts()
{
    const kube::Plan &plan = m_work->original();
    if (m_link->facts())
        m_facts->setRows(factRows(*m_link->facts(), fullMesh(*m_editor), &plan));
    else
        m_facts->setRows({});
    m_facts->setRole(plan.roleYaml);
}

void ClusterView::showDrift(const kube::Drift &drift)
{
    m_work->noteDrift();
    const QString sentence = drift.toString();
    if (!isApplying())
        m_messages->showMessage(Severity::Warning,
                                {.what = sentence,
                                 .where = {},
                                 .unaffected = tr("Your policy is as it was."),
                                 .next = tr("Plan again to see what applying it would change now."),
                                 .details = {}},
                                {{tr("Plan Again"), [this] { planAnew(); }}});
    emit noticed(sentence);
}

void ClusterView::showEnd()
{
    const kube::ApplyReport &report = *m_work->report();
    const QString context = m_work->plan().context;
    QList<MessageChoice> choices;
    if (report.done() > 0)
        choices.append({tr("Go Back…"), [this] {
                            const Result<kube::HistoryEntry> entry = m_work->history().entry(m_work->entryId());
                            if (entry)
                                m_work->planRevert(*entry);
                            else
                                m_messages->showError(entry.error());
                        }});
    if (!report.complete)
        choices.prepend({tr("Plan Again"), [this] { m_work->again(); }});
    Error message = report.error.value_or(Error());
    if (report.complete) {
        message.what = tr("It is done: %n write(s) to %1.", nullptr, report.done()).arg(context);
    } else if (report.cancelled && !report.error) {
        message.what = tr("Stopped after %n write(s) to %1.", nullptr, report.done()).arg(context);
        message.unaffected = tr("Nothing is allowed there that neither state allows.");
        message.next = tr("Plan again to go on, or go back.");
    } else if (report.done() > 0) { // the failed write changed nothing, but the cluster is not as it was
        message.unaffected = tr("%n write(s) were done before. Nothing is allowed there that neither state allows.",
                                nullptr, report.done());
    }
    m_messages->showMessage(report.complete    ? Severity::Note
                                : report.error ? Severity::Error
                                               : Severity::Warning,
                            message, choices);
    emit noticed(message.what);
}

} // namespace sallyport
