// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/access.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace sallyport {

class AccessModel;

/// A list of who may reach what, or of how that changes: to read, to filter, to copy and to save.
///
/// Stands by itself, for whoever shows access: it knows no workspace.
class AccessView : public QWidget
{
    Q_OBJECT
public:
    explicit AccessView(QWidget *parent = nullptr);

    /// `isPartial`: something has an error and counts as closed, and the view says so.
    void showAccess(const std::vector<Access> &list, bool isPartial);
    void showDiff(const AccessDiff &diff, bool isPartial);

    QTreeView *list() const { return m_list; }
    AccessModel *model() const { return m_model; }
    QString summary() const;
    /// What the filter leaves, as it is shown.
    std::vector<Access> shown() const;
    void copyCsv();
    void copyMarkdown();

signals:
    /// Somebody wants to see the rule behind an entry. `isGone`: it was one of the state before.
    void entryActivated(const sallyport::Access &access, bool isGone);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *newBar();
    void showSummary();
    void save();
    void activate(const QModelIndex &index);

    AccessModel *m_model;
    QSortFilterProxyModel *m_filter;
    QTreeView *m_list;
    QLabel *m_summary;
    QLabel *m_empty;
    QLineEdit *m_text;
    bool m_isDiff = false;
    bool m_isPartial = false;
    int m_new = 0, m_gone = 0;
};

} // namespace sallyport
