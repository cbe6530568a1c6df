// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rulecommands.h"

#include "ui/clipboard/itemmime.h"
#include "ui/messagebar.h"
#include "ui/navigator/dragplaces.h"
#include "ui/navigator/navigator.h"
#include "ui/navigator/navigatormodel.h"
#include "ui/navigator/navigatorview.h"
#include "ui/newdocuments.h"
#include "ui/selecteditems.h"

#include <QAction>
#include <QApplication>
#include <QMimeData>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

RuleCommands::RuleCommands(WorkspaceEditor *editor, Selection *selection, SelectedItems *items, Actions *actions,
                           MessageBar *messages, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_items(items)
    , m_actions(actions)
    , m_messages(messages)
{
    const auto on = [this](Command command, auto &&slot) {
        connect((*m_actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::AddRule, [this] { addRule(); });
    on(Command::AddDestination, [this] { addDestination(); });
    on(Command::AddPolicy, [this] { addDocument(DocumentKind::Policy); });
    on(Command::AddAuthorization, [this] { addDocument(DocumentKind::Authorization); });
    on(Command::AddMesh, [this] { addDocument(DocumentKind::Mesh); });
    on(Command::AddExpectations, [this] { addDocument(DocumentKind::Expectations); });
    on(Command::Duplicate, [this] { duplicateItems(); });
    on(Command::Delete, [this] { deleteItems(); });
    on(Command::MoveUp, [this] { move(-1); });
    on(Command::MoveDown, [this] { move(1); });
    on(Command::SelectAll, [this] { selectAll(); });

    connect(selection, &Selection::changed, this, &RuleCommands::updateActions);
    connect(m_items, &SelectedItems::changed, this, &RuleCommands::updateActions);
    connect(editor, &WorkspaceEditor::changed, this, &RuleCommands::forgetMoved);
    connect(editor, &WorkspaceEditor::changed, this, &RuleCommands::updateActions);
    connect(editor, &WorkspaceEditor::filesChanged, this, [this] {
        m_items->clear(); // files may have other numbers now
        updateActions();
    });
    updateActions();
}

void RuleCommands::serve(Navigator *navigator)
{
    m_navigator = navigator;
    connect(navigator->model(), &NavigatorModel::dropped, this, &RuleCommands::takeDrop);
    connect(navigator->view(), &NavigatorView::draggedAway, this,
            [this](const QList<FieldRef> &items) { perform(deletion(m_editor->workspace(), items)); });
    auto *shortcut =
        new QShortcut(QKeySequence(Qt::Key_Delete), navigator->view(), nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, (*m_actions)[Command::Delete], &QAction::trigger);
}

QList<FieldRef> RuleCommands::items() const
{
    QList<FieldRef> items = m_items->all();
    if (items.isEmpty()) {
        const FieldRef destination = m_selection->destinationRef();
        items = {destination.isValid() ? destination : m_selection->ruleRef()};
    }
    const auto &files = m_editor->workspace().files;
    items.removeIf([&files](const FieldRef &item) {
        if (item.file < 0 || size_t(item.file) >= files.size() || item.document < 0 || item.path.isEmpty())
            return true;
        const auto &documents = files[size_t(item.file)]->documents;
        return size_t(item.document) >= documents.size()
            || documents[size_t(item.document)]->kind != DocumentKind::Policy
            || documents[size_t(item.document)]->source->hasAliases;
    });
    return outermost(m_editor->workspace(), items);
}

QList<FieldRef> RuleCommands::selectedDocuments() const
{
    QList<FieldRef> documents = m_items->all().isEmpty() ? QList{m_selection->current()} : m_items->all();
    const auto &files = m_editor->workspace().files;
    documents.removeIf([&files](const FieldRef &item) {
        return !item.path.isEmpty() || item.document < 0 || item.file < 0 || size_t(item.file) >= files.size()
            || size_t(item.document) >= files[size_t(item.file)]->documents.size();
    });
    return documents;
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
    return perform(SeveralEdit{edit, {}});
}

bool RuleCommands::perform(const SeveralEdit &edit)
{
    m_editor->endMerge();
    const Result<bool> done = m_editor->edit(edit.step.undoText, edit.step.changes);
    if (done)
        m_items->select(edit.itemsAfter, edit.step.selectAfter);
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

void RuleCommands::addDocument(DocumentKind kind)
{
    const StructureEdit edit = newDocument(m_editor->workspace(), m_selection->current(), kind);
    if (perform(edit))
        m_selection->reveal(edit.selectAfter);
}

void RuleCommands::duplicateItems()
{
    const QList<FieldRef> chosen = items();
    if (!chosen.isEmpty())
        perform(duplication(m_editor->workspace(), chosen));
}

void RuleCommands::deleteItems()
{
    const QList<FieldRef> documents = selectedDocuments();
    QList<FieldRef> chosen = items();
    chosen.removeIf([&documents](const FieldRef &item) { // they go with their policy
        return documents.contains(FieldRef{item.file, item.document, {}});
    });
    StructureEdit edit;
    if (!documents.isEmpty())
        edit = documentDeletion(m_editor->workspace(), documents);
    if (!chosen.isEmpty()) {
        const StructureEdit ofItems = deletion(m_editor->workspace(), chosen);
        edit.undoText = documents.isEmpty() ? ofItems.undoText
                                            : tr("Delete %Ln item(s)", nullptr, int(chosen.size() + documents.size()));
        edit.changes = ofItems.changes + edit.changes;
        if (documents.isEmpty())
            edit.selectAfter = ofItems.selectAfter;
    }
    if (!edit.changes.isEmpty())
        perform(edit);
}

void RuleCommands::move(int by)
{
    const QList<FieldRef> chosen = items();
    if (chosen.isEmpty())
        return;
    const Workspace &workspace = m_editor->workspace();
    if (const std::optional<SeveralEdit> edit = shift(workspace, chosen, by))
        perform(*edit);
}

/// Of the words or entries where the keyboard is, else of the rules.
void RuleCommands::selectAll()
{
    QWidget *focus = QApplication::focusWidget();
    const bool isOther =
        focus && focus != m_navigator->view() && focus->metaObject()->indexOfMethod("selectAll()") >= 0;
    if (isOther)
        QMetaObject::invokeMethod(focus, "selectAll");
    else
        m_navigator->selectAll();
}

void RuleCommands::takeDrop(const QMimeData *data, const FieldRef &list, int before, Qt::DropAction action)
{
    const Workspace &workspace = m_editor->workspace();
    const QList<FieldRef> places = outermost(workspace, placesIn(*data, *m_editor));
    if (!places.isEmpty() && action == Qt::MoveAction) {
        if (const auto edit = transfer(workspace, places, list, before))
            perform(*edit);
        return;
    }
    const Result<QList<ClipItem>> items = itemsOf(data);
    if (!items) {
        m_messages->showError(items.error());
        return;
    }
    SeveralEdit edit = insertion(workspace, *items, list, before);
    edit.step.undoText = places.isEmpty() ? edit.step.undoText : tr("Copy %1").arg(itemsTitle(workspace, places));
    perform(edit);
}

/// After a change of a list nobody knows which items were meant by their positions: only the one that is looked at stays selected.
void RuleCommands::forgetMoved(const FieldRef &changed)
{
    const auto mayHaveMoved = [&changed](const FieldRef &item) {
        return item.file == changed.file && (changed.document < 0 || item.document == changed.document)
            && item.path.size() > changed.path.size() && item.path.startsWith(changed.path)
            && (changed.path.isEmpty() || item.path.elements()[changed.path.size()].isIndex());
    };
    const QList<FieldRef> &items = m_items->all();
    if (std::any_of(items.begin(), items.end(), mayHaveMoved))
        m_items->clear();
}

void RuleCommands::updateActions()
{
    const auto enable = [this](Command command, bool on) { (*m_actions)[command]->setEnabled(on); };
    const Workspace &workspace = m_editor->workspace();
    const bool hasFile = m_selection->file() >= 0 && size_t(m_selection->file()) < workspace.files.size();
    const bool isReadable = hasFile && workspace.files[size_t(m_selection->file())]->stream.problems.isEmpty();
    const bool hasPolicy = selectedPolicy().has_value();
    const QList<FieldRef> chosen = items();
    const bool isOne = chosen.size() == 1;
    enable(Command::AddRule, hasPolicy);
    enable(Command::AddDestination, hasPolicy && isOne && m_selection->rule() >= 0);
    for (const Command command :
         {Command::AddPolicy, Command::AddAuthorization, Command::AddMesh, Command::AddExpectations})
        enable(command, isReadable && (command != Command::AddMesh || lacksMesh(workspace)));
    enable(Command::Duplicate, !chosen.isEmpty() && kindOf(chosen));
    enable(Command::Delete, !chosen.isEmpty() || (isReadable && !selectedDocuments().isEmpty()));
    enable(Command::MoveUp, !chosen.isEmpty() && canShift(workspace, chosen, -1));
    enable(Command::MoveDown, !chosen.isEmpty() && canShift(workspace, chosen, 1));
}

} // namespace sallyport
