// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/actions.h"
#include "ui/selection.h"
#include "ui/structureedits.h"

#include <QObject>

namespace sallyport {

class MessageBar;

/// Add, duplicate, move and delete rules and destinations: everything of the Rule menu, over what is selected.
class RuleCommands : public QObject
{
    Q_OBJECT
public:
    /// Connects and enables its actions itself.
    RuleCommands(WorkspaceEditor *editor, Selection *selection, Actions *actions, MessageBar *messages,
                 QObject *parent = nullptr);

    /// One undo step, and what to look at after it; says so where it cannot be made.
    bool perform(const StructureEdit &edit);

private:
    FieldRef selectedItem() const; ///< The selected destination, else the selected rule; invalid where there is none.
    std::optional<DocumentId> selectedPolicy() const; ///< That can be edited.
    void addRule();
    void addDestination();
    void move(int by);
    void updateActions();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    Actions *m_actions;
    MessageBar *m_messages;
};

} // namespace sallyport
