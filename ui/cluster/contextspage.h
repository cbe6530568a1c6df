// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cluster/clusterservices.h"
#include "ui/cluster/contextmemory.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace sallyport {

class ContextsModel;
class StatePage;

/// The choice of a context: all of the kubeconfig files with what is said of each. Reads the files when it is shown, and connects to none.
class ContextsPage : public QWidget
{
    Q_OBJECT
public:
    ContextsPage(ClusterServices services, Settings *settings, QWidget *parent = nullptr);

    ContextsModel *model() const { return m_model; }
    QTreeView *list() const { return m_list; }
    void setOpened(const QString &context);
    void setMark(const QString &context, ContextMark mark); ///< Remembers it.

public slots:
    void reload(); ///< Reads the kubeconfig files again.

signals:
    void openRequested(const QString &context);
    void closeRequested();
    void markChanged(const QString &context);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeList();
    void showChoices(); ///< Mark and buttons of the current context.
    void chooseMark(int choice);
    void openCurrent();
    int currentRow() const; ///< Of the model; -1 for none.

    ClusterServices m_services;
    ContextMemory m_memory;
    ContextsModel *m_model;
    QSortFilterProxyModel *m_filter;
    QStackedWidget *m_pages;
    StatePage *m_state;
    QLineEdit *m_text;
    QTreeView *m_list;
    QComboBox *m_mark;
    QPushButton *m_open;
    QPushButton *m_close;
};

} // namespace sallyport
