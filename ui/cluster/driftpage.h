// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace sallyport {

class DriftLog;
class StatePage;

/// What others did to our objects: a sentence for each, and below it the fields with their old and new values.
class DriftPage : public QWidget
{
    Q_OBJECT
public:
    /// The log must outlive it.
    explicit DriftPage(DriftLog *log, QWidget *parent = nullptr);

    QTreeWidget *list() const { return m_list; }

signals:
    void planRequested();

private:
    void refresh();

    DriftLog *m_log;
    StatePage *m_state;
    QWidget *m_content;
    QTreeWidget *m_list;
};

} // namespace sallyport
