// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/documentcursor.h"

#include "core/policy/edits.h"
#include "core/policy/schema.h"
#include "ui/titles.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// A map that says nothing once it is empty, and therefore goes away with its last member.
bool isOptionalMap(DocumentKind kind, const FieldPath &path)
{
    const SchemaField *field = path.size() > 2 ? schemaAt(kind, path) : nullptr;
    const bool isMap = field && (field->type == SchemaField::Type::Map || field->type == SchemaField::Type::TextMap);
    return isMap && !path.last().isIndex() && field->whenMissing.isEmpty();
}

} // namespace

DocumentCursor::DocumentCursor(DocumentKind kind, WorkspaceEditor *editor, Selection *selection, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_editor(editor)
    , m_selection(selection)
{
    connect(m_selection, &Selection::changed, this, &DocumentCursor::follow);
    connect(m_editor, &WorkspaceEditor::changed, this, &DocumentCursor::follow);
    connect(m_editor, &WorkspaceEditor::filesChanged, this, &DocumentCursor::follow);
}

const yaml::Node *DocumentCursor::node(const FieldPath &path) const
{
    return m_reading && m_reading->source ? m_reading->source->root.find(path) : nullptr;
}

QString DocumentCursor::text(const FieldPath &path) const
{
    return m_reading && m_reading->source ? textAt(m_reading->source->root, path) : QString();
}

QStringList DocumentCursor::texts(const FieldPath &list) const
{
    QStringList texts;
    const yaml::Node *found = node(list);
    if (!found || found->kind != yaml::NodeKind::List)
        return texts;
    texts.reserve(qsizetype(found->members.size()));
    for (const yaml::NodeMember &member : found->members)
        texts.append(member.value.text);
    return texts;
}

bool DocumentCursor::has(const FieldPath &path) const
{
    const yaml::Node *found = node(path);
    return found && found->kind != yaml::NodeKind::Null;
}

int DocumentCursor::count(const FieldPath &list) const
{
    const yaml::Node *found = node(list);
    return found ? int(found->members.size()) : 0;
}

FieldRef DocumentCursor::ref(const FieldPath &path) const
{
    return {m_document.file, m_document.document, path};
}

QString DocumentCursor::titleOf(const FieldPath &) const
{
    const QString name = text(FieldPath().child(u"metadata"_s).child(u"name"_s));
    return name.isEmpty() ? kindTitle(m_kind) : name;
}

void DocumentCursor::type(const FieldSpec &spec, const FieldPath &path, const QString &text)
{
    if (const std::optional<Value> value = valueOf(spec, text)) {
        change(undoText(spec, path), {setField(workspace(), ref(path), *value)}, keyOf(path));
        return;
    }
    change(undoText(spec, path), clearing(path), keyOf(path));
}

QList<DocumentChange> DocumentCursor::clearing(const FieldPath &path) const
{
    const bool lastOfParent = isOptionalMap(m_kind, path.parent()) && count(path.parent()) == 1;
    return clearField(workspace(), ref(lastOfParent ? path.parent() : path));
}

bool DocumentCursor::change(const QString &undoText, const QList<DocumentChange> &changes, const QString &mergeKey)
{
    if (!isEditable() || changes.isEmpty())
        return false;
    const Result<bool> done = m_editor->edit(undoText, changes, mergeKey);
    if (!done)
        emit failed(done.error());
    return bool(done);
}

bool DocumentCursor::change(const StructureEdit &edit)
{
    if (!change(edit.undoText, edit.changes))
        return false;
    m_selection->select(edit.selectAfter);
    return true;
}

QString DocumentCursor::keyOf(const FieldPath &path) const
{
    return u"form/%1/%2/%3"_s.arg(m_document.file).arg(m_document.document).arg(path.toString());
}

QString DocumentCursor::undoText(const FieldSpec &spec, const FieldPath &path) const
{
    return spec.undoText.arg(titleOf(path));
}

void DocumentCursor::endStep()
{
    m_editor->endMerge();
}

void DocumentCursor::select(const FieldPath &path)
{
    m_selection->select(ref(path));
}

void DocumentCursor::reveal(const FieldPath &path)
{
    m_selection->reveal(ref(path));
}

void DocumentCursor::follow()
{
    const auto place = [this] { return std::tuple(m_document.file, m_document.document, positions(), m_state); };
    const auto before = place();
    refresh();
    emit refreshed();
    if (before != place())
        emit moved();
}

void DocumentCursor::refresh()
{
    const DocumentId document = documentOfSelection();
    const bool another = !(document == m_document);
    m_document = document;
    m_reading = nullptr;
    if (m_document.file < 0) {
        m_state = State::NoFile;
        return;
    }
    if (m_document.document < 0) {
        m_state = State::NoDocument;
        return;
    }
    const DocumentReading &current = m_editor->workspace().reading(m_document.file, m_document.document);
    m_state = stateOf(current);
    m_reading = m_state == State::Broken ? m_editor->lastGood(m_document.file, m_document.document) : &current;
    placeIn(m_selection->current().path, another);
}

void DocumentCursor::placeIn(const FieldPath &, bool) {}

/// The selection's document; of a whole file its first policy, else its first document.
DocumentId DocumentCursor::documentOfSelection() const
{
    const auto &files = m_editor->workspace().files;
    const int file = m_selection->file();
    if (file < 0 || file >= int(files.size()))
        return {};
    const auto &documents = files[size_t(file)]->documents;
    if (m_selection->document() >= 0 && m_selection->document() < int(documents.size()))
        return {file, m_selection->document()};
    for (size_t i = 0; i < documents.size(); ++i) {
        if (documents[i]->kind == DocumentKind::Policy)
            return {file, int(i)};
    }
    return {file, documents.empty() ? -1 : 0};
}

DocumentCursor::State DocumentCursor::stateOf(const DocumentReading &current) const
{
    if (current.kind == DocumentKind::Broken)
        return State::Broken;
    if (current.kind == DocumentKind::Empty)
        return State::NoDocument;
    if (current.kind != m_kind)
        return State::OtherKind;
    return current.source && current.source->hasAliases ? State::TextOnly : State::Editable;
}

int indexIn(const FieldPath &path, const FieldPath &list)
{
    if (path.size() <= list.size() || !path.startsWith(list))
        return -1;
    const PathElement &element = path.elements()[list.size()];
    return element.isIndex() ? element.index : -1;
}

int nearestPosition(int wanted, int before, int count)
{
    return std::min(wanted >= 0 ? wanted : std::max(before, 0), count - 1);
}

} // namespace sallyport
