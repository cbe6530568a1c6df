// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"

#include <QTreeView>

namespace sallyport {

class NavigatorFilter;

/// The tree of the navigator: several entries can be selected, and rules and destinations dragged, within it and to other windows.
class NavigatorView : public QTreeView
{
    Q_OBJECT
public:
    explicit NavigatorView(NavigatorFilter *model, QWidget *parent = nullptr);

    /// What is selected, in the order of the tree; groups are nothing that can be selected.
    QList<FieldRef> selectedFields() const;
    void selectFields(const QList<FieldRef> &fields, const FieldRef &current);

    /// Selects all that was searched for; without a filter all rules, or all destinations of a rule where one of them is current.
    void selectAll() override;

signals:
    void filesDropped(const QStringList &paths); ///< From a file manager.
    void draggedAway(const QList<sallyport::FieldRef> &items); ///< Another program took them: they go from here.

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void chooseAction(QDropEvent *event) const;

    NavigatorFilter *m_entries;
    bool m_droppedHere = false; ///< What is dragged has come back to where it was.
};

} // namespace sallyport
