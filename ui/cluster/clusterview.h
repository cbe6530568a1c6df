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

class ClusterLink;
class ContextsPage;
class FactsPage;
class MessageBar;
class WorkBar;
class WorkspaceEditor;

/// The Cluster dock: the contexts, what the open one says, and what is done there, one page for each.
class ClusterView : public QWidget
{
    Q_OBJECT
public:
    enum Page { ContextsTab, FactsTab, PageCount };

    /// Editor and settings must outlive it.
    ClusterView(WorkspaceEditor *editor, Settings *settings, ClusterServices services, QWidget *parent = nullptr);
    ~ClusterView() override;

    ClusterLink *link() const { return m_link.get(); }
    ContextsPage *contexts() const { return m_contexts; }
    FactsPage *facts() const { return m_facts; }
    MessageBar *messages() const { return m_messages; }
    WorkBar *work() const { return m_work; }

    void showPage(Page page);
    /// "prod-eu (read-only)"; empty where no context is open.
    QString contextTitle() const;

public slots:
    void openContext(const QString &context);
    void cancel(); ///< Whatever is under way.

signals:
    void contextChanged(); ///< Another one is open, or marked otherwise, or none.
    void meshRequested();
    void policyRequested();

private:
    void build();
    void connectLink();
    void showState();
    void showFacts();

    WorkspaceEditor *m_editor;
    ContextMemory m_memory;
    std::unique_ptr<ClusterLink> m_link;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    WorkBar *m_work;
    MessageBar *m_messages;
    ContextsPage *m_contexts;
    FactsPage *m_facts;
};

} // namespace sallyport
