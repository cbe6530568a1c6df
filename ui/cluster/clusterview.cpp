// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/clusterview.h"

#include "core/document/workspaceeditor.h"
#include "ui/cluster/clusterlink.h"
#include "ui/cluster/contextspage.h"
#include "ui/cluster/factspage.h"
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

ClusterView::ClusterView(WorkspaceEditor *editor, Settings *settings, ClusterServices services, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_memory(settings)
    , m_link(std::make_unique<ClusterLink>(services))
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_work(new WorkBar)
    , m_messages(new MessageBar)
    , m_contexts(new ContextsPage(std::move(services), settings))
    , m_facts(new FactsPage)
{
    build();
    connectLink();
    connect(m_editor, &WorkspaceEditor::compiled, this, &ClusterView::showFacts);
    showState();
}

ClusterView::~ClusterView() = default;

void ClusterView::build()
{
    m_tabs->setAccessibleName(tr("Pages of the cluster"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    const std::pair<QString, QWidget *> pages[PageCount] = {{tr("Contexts"), m_contexts}, {tr("Mesh"), m_facts}};
    for (const auto &[title, page] : pages) {
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
    row->addWidget(m_work, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_contexts);
    connect(m_work, &WorkBar::cancelled, this, &ClusterView::cancel);
    connect(m_contexts, &ContextsPage::openRequested, this, &ClusterView::openContext);
    connect(m_contexts, &ContextsPage::closeRequested, this, [this] { m_link->close(); });
    connect(m_contexts, &ContextsPage::markChanged, this, &ClusterView::showState);
    connect(m_facts, &FactsPage::contextsRequested, this, [this] { showPage(ContextsTab); });
    connect(m_facts, &FactsPage::refreshRequested, this, [this] { m_link->refresh(); });
    connect(m_facts, &FactsPage::meshRequested, this, &ClusterView::meshRequested);
    connect(m_facts, &FactsPage::policyRequested, this, &ClusterView::policyRequested);
}

void ClusterView::connectLink()
{
    connect(m_link.get(), &ClusterLink::stateChanged, this, [this] {
        showState();
        if (m_link->state() != ClusterLink::State::Open)
            return;
        m_memory.setLast(m_link->context());
        showPage(FactsTab);
    });
    connect(m_link.get(), &ClusterLink::factsChanged, this, &ClusterView::showFacts);
    connect(m_link.get(), &ClusterLink::failed, m_messages,
            [this](const Error &error) { m_messages->showError(error); });
    connect(m_link.get(), &ClusterLink::waiting, m_work, [this](std::chrono::milliseconds time) {
        m_work->setDoing(tr("The server is busy, waiting %1 s.").arg(double(time.count()) / 1000));
    });
}

void ClusterView::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
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
    m_messages->hide();
    m_link->open(context);
}

void ClusterView::cancel()
{
    if (m_link->state() == ClusterLink::State::Opening)
        m_link->close();
}

void ClusterView::showState()
{
    switch (m_link->state()) {
    case ClusterLink::State::Closed:
        m_work->setStatus(tr("No context is open"));
        m_work->end();
        break;
    case ClusterLink::State::Opening:
        m_work->begin(tr("Opening %1…").arg(m_link->context()));
        break;
    case ClusterLink::State::Open:
        m_work->setStatus(contextTitle());
        m_work->end();
        break;
    }
    m_contexts->setOpened(m_link->state() == ClusterLink::State::Open ? m_link->context() : QString());
    emit contextChanged();
}

void ClusterView::showFacts()
{
    if (m_link->facts())
        m_facts->setRows(factRows(*m_link->facts(), fullMesh(*m_editor), nullptr));
    else
        m_facts->setRows({});
}

} // namespace sallyport
