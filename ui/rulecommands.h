// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/actions.h"
#include "ui/selection.h"
#include "ui/severaledits.h"

#include <QObject>

class QMimeData;

namespace sallyport {

class MessageBar;
class Navigator;
class SelectedItems;

/// Add, duplicate, move and delete rules, destinations and documents: everything of the Rule menu, and what is dropped into the
/// navigator. Works on all that is selected together, else on the one that is looked at.
class RuleCommands : public QObject
{
    Q_OBJECT
public:
    /// Connects and enables its actions itself.
    RuleCommands(WorkspaceEditor *editor, Selection *selection, SelectedItems *items, Actions *actions,
                 MessageBar *messages, QObject *parent = nullptr);

    /// Takes drops and keys of the navigator, too.
    void serve(Navigator *navigator);

    /// One undo step, and what to look at after it; says so where it cannot be made.
    bool perform(const StructureEdit &edit);
    bool perform(const SeveralEdit &edit);

    /// The selected rules and destinations that are there, outermost(), of policies that can be edited.
    QList<FieldRef> items() const;

private:
    QList<FieldRef> selectedDocuments() const;
    std::optional<DocumentId> selectedPolicy() const; ///< That can be edited.
    void addRule();
    void addDestination();
    void addDocument(DocumentKind kind);
    void duplicateItems();
    void deleteItems();
    void move(int by);
    void selectAll();
    void takeDrop(const QMimeData *data, const FieldRef &list, int before, Qt::DropAction action);
    void forgetMoved(const FieldRef &changed);
    void updateActions();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    SelectedItems *m_items;
    Actions *m_actions;
    MessageBar *m_messages;
    Navigator *m_navigator = nullptr;
};

} // namespace sallyport
