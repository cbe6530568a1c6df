// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/messagebar.h"
#include "ui/selection.h"

#include <QObject>

#include <functional>

namespace sallyport {

/// Cut, Copy and Paste of the Edit menu: in the text or list that has the keyboard, else with the rules and destinations that are
/// selected. A list or text takes part by having slots cut(), copy() and paste().
class ClipboardCommands : public QObject
{
    Q_OBJECT
public:
    ClipboardCommands(WorkspaceEditor *editor, Selection *selection, MessageBar *messages, QObject *parent);

    /// What is selected, where that is more than the Selection: asked for with every command.
    void setItems(const std::function<QList<FieldRef>()> &items);

    void cut();
    void copy();
    void paste();

signals:
    void told(const QString &message); ///< What was done, for the status bar.

private:
    bool passOn(const char *slot) const;
    QList<FieldRef> items() const;
    std::optional<FieldRef> target() const;

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    MessageBar *m_messages;
    std::function<QList<FieldRef>()> m_items;
};

} // namespace sallyport
