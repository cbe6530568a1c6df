// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rulecommands.h"

#include "ui/messagebar.h"

#include <QAction>

namespace sallyport {

RuleCommands::RuleCommands(WorkspaceEditor *editor, Selection *selection, Actions *actions, MessageBar *messages,
                           QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_actions(actions)
    , m_messages(messages)
{
    const auto on = [this](Command command, auto &&slot) {
        connect((*m_actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::AddRule, [this] { addRule(); });
    on(Command::AddDestination, [this] { addDestination(); });
    on(Command::Duplicate, [this] { perform(duplicate(m_editor->workspace(), selectedItem())); });
    on(Command::Delete, [this] { perform(removeItem(m_editor->workspace(), selectedItem())); });
    on(Command::MoveUp, [this] { move(-1); });
    on(Command::MoveDown, [this] { move(1); });

    connect(selection, &Selection::changed, this, &RuleCommands::updateActions);
    connect(editor, &WorkspaceEditor::changed, this, &RuleCommands::updateActions);
    connect(editor, &WorkspaceEditor::filesChanged, this, &RuleCommands::updateActions);
    updateActions();
}

FieldRef RuleCommands::selectedItem() const
{
    const FieldRef destination = m_selection->destinationRef();
    return destination.isValid() ? destination : m_selection->ruleRef();
}

std::optional<DocumentId> RuleCommands::selectedPolicy() const
{
    const auto &files = m_editor->workspace().files;
    if (m_selection->file() < 0 || size_t(m_selection->file()) >= files.size())
        return std::nullopt;
    const auto &documents = files[size_t(m_selection->file())]->documents;
    // Of a whole file, its first policy.
    for (int i = std::max(0, m_selection->document()); i < int(documents.size()); ++i) {
        const DocumentReading &reading = *documents[size_t(i)];
        if (reading.kind == DocumentKind::Policy && !reading.source->hasAliases)
            return DocumentId{m_selection->file(), i};
        if (m_selection->document() >= 0)
            break;
    }
    return std::nullopt;
}

bool RuleCommands::perform(const StructureEdit &edit)
{
    m_editor->endMerge();
    const Result<bool> done = m_editor->edit(edit.undoText, edit.changes);
    if (done)
        m_selection->select(edit.selectAfter);
    else
        m_messages->showError(done.error());
    return bool(done);
}

void RuleCommands::addRule()
{
    if (const std::optional<DocumentId> policy = selectedPolicy()) {
        const int rule = m_selection->rule();
        perform(sallyport::addRule(m_editor->workspace(), *policy, rule < 0 ? -1 : rule + 1));
    }
}

void RuleCommands::addDestination()
{
    const int destination = m_selection->destination();
    perform(sallyport::addDestination(m_editor->workspace(), m_selection->ruleRef(),
                                      destination < 0 ? -1 : destination + 1));
}

void RuleCommands::move(int by)
{
    if (const std::optional<StructureEdit> edit = moveItem(m_editor->workspace(), selectedItem(), by))
        perform(*edit);
}

void RuleCommands::updateActions()
{
    const auto enable = [this](Command command, bool on) { (*m_actions)[command]->setEnabled(on); };
    const bool hasPolicy = selectedPolicy().has_value();
    const Workspace &workspace = m_editor->workspace();
    const FieldRef item = selectedItem();
    const bool hasItem =
        hasPolicy && item.isValid() && workspace.reading(item.file, item.document).source->root.find(item.path);
    enable(Command::AddRule, hasPolicy);
    for (const Command command : {Command::AddDestination, Command::Duplicate, Command::Delete})
        enable(command, hasItem);
    enable(Command::MoveUp, hasItem && moveItem(workspace, item, -1).has_value());
    enable(Command::MoveDown, hasItem && moveItem(workspace, item, 1).has_value());
}

} // namespace sallyport
