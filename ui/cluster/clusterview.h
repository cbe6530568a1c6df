// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cluster/clusterservices.h"
#include "ui/cluster/contextmemory.h"

#include <QWidget>

#include <memory>

class QStackedWidget;
class QTabBar;

namespace sallyport {

namespace kube {
struct Drift;
}

class ClusterLink;
class ContextsPage;
class DriftLog;
class DriftPage;
class FactsPage;
class HistoryPage;
class MessageBar;
class PlanView;
class PlanWork;
class WorkBar;
class WorkspaceEditor;

/// The Cluster dock: the contexts, what the open one says, plans and what came of them, one page for each.
class ClusterView : public QWidget
{
    Q_OBJECT
public:
    enum Page { ContextsTab, FactsTab, PlanTab, HistoryTab, DriftTab, PageCount };

    /// Editor and settings must outlive it.
    ClusterView(WorkspaceEditor *editor, Settings *settings, const ClusterServices &services,
                QWidget *parent = nullptr);
    ~ClusterView() override;

    ClusterLink *link() const { return m_link.get(); }
    PlanWork *work() const { return m_work.get(); }
    DriftLog *drifts() const { return m_drifts.get(); }
    ContextsPage *contexts() const { return m_contexts; }
    FactsPage *facts() const { return m_facts; }
    PlanView *plan() const { return m_plan; }
    HistoryPage *history() const { return m_history; }
    DriftPage *driftPage() const { return m_driftPage; }
    MessageBar *messages() const { return m_messages; }
    WorkBar *bar() const { return m_bar; }

    void showPage(Page page);
    /// "prod-eu (read-only)"; empty where no context is open.
    QString contextTitle() const;

public slots:
    void openContext(const QString &context);
    void closeContext();
    void cancel(); ///< Whatever is under way.
    void planAnew(); ///< For what the workspace says.
    void requestApply(); ///< Applies the plan; asks once more where the context is marked as production.

signals:
    void contextChanged(); ///< Another one is open, or marked otherwise, or none.
    void busyChanged();
    void noticed(const QString &sentence); ///< For those who do not look at the dock.
    void meshRequested();
    void policyRequested();

private:
    void build();
    QList<std::pair<QString, QWidget *>> pages() const;
    void connectPages();
    void connectLink();
    void connectWork();
    void opened();
    void showState();
    void showWork();
    void showFacts();
    void showDrift(const kube::Drift &drift);
    void showEnd();
    bool isApplying() const;

    WorkspaceEditor *m_editor;
    ContextMemory m_memory;
    bool m_wasOpen = false;
    std::unique_ptr<ClusterLink> m_link;
    std::unique_ptr<PlanWork> m_work; ///< Uses the link.
    std::unique_ptr<DriftLog> m_drifts; ///< Uses both.
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    WorkBar *m_bar;
    MessageBar *m_messages;
    ContextsPage *m_contexts;
    FactsPage *m_facts;
    PlanView *m_plan;
    HistoryPage *m_history;
    DriftPage *m_driftPage;
};

} // namespace sallyport
