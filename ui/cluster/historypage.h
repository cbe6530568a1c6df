// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/history.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace sallyport {

class BackgroundWork;
class StatePage;

/// What was applied from this machine, newest first, and the way back to before each.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPage(const kube::History &history, QWidget *parent = nullptr);

    void setOpened(const QString &context); ///< Only what went there can be taken back.
    void setBusy(bool busy); ///< Something is planned or applied.
    QTreeWidget *list() const { return m_list; }

public slots:
    void reload(); ///< Reads the history in the background.

signals:
    void revertRequested(const sallyport::kube::HistoryEntry &entry);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void updateButton();
    void revert();

    kube::History m_history;
    BackgroundWork *m_background;
    QList<kube::HistoryEntry> m_entries;
    QString m_context;
    bool m_busy = false;
    QStackedWidget *m_pages;
    QTreeWidget *m_list;
    QPushButton *m_revert;
};

} // namespace sallyport
