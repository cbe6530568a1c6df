// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/policycursor.h"

#include "core/policy/edits.h"
#include "ui/titles.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

FieldPath rulesPath()
{
    return rulePath(0).parent();
}

/// The index in `list` that the path goes through, or -1.
int indexIn(const FieldPath &path, const FieldPath &list)
{
    if (path.size() <= list.size() || !path.startsWith(list))
        return -1;
    const PathElement &element = path.elements()[list.size()];
    return element.isIndex() ? element.index : -1;
}

/// A position that exists: the wanted one, the one there was, or the nearest; -1 in an empty list.
int placed(int wanted, int before, int count)
{
    return std::min(wanted >= 0 ? wanted : std::max(before, 0), count - 1);
}

/// A map that says nothing once it is empty, and therefore goes away with its last member.
bool isOptionalMap(const FieldPath &path)
{
    static const QStringList names = {u"byEgressGateway"_s, u"httpsUpgrade"_s, u"workloadSelector"_s};
    return path.size() > 2 && names.contains(path.last().name);
}

} // namespace

PolicyCursor::PolicyCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_selection(selection)
{
    connect(m_selection, &Selection::changed, this, &PolicyCursor::follow);
    connect(m_editor, &WorkspaceEditor::changed, this, &PolicyCursor::follow);
    connect(m_editor, &WorkspaceEditor::filesChanged, this, &PolicyCursor::follow);
    follow();
}

FieldPath PolicyCursor::rulePath() const
{
    return sallyport::rulePath(m_rule);
}

FieldPath PolicyCursor::sourcesPath() const
{
    return rulePath().child(u"from"_s);
}

FieldPath PolicyCursor::sourcePath() const
{
    return sourcesPath().index(m_source);
}

FieldPath PolicyCursor::destinationsPath() const
{
    return rulePath().child(u"to"_s);
}

FieldPath PolicyCursor::destinationPath() const
{
    return destinationsPath().index(m_destination);
}

void PolicyCursor::setSource(int source)
{
    if (source != m_source)
        select(sourcesPath().index(source));
}

void PolicyCursor::setDestination(int destination)
{
    if (destination != m_destination)
        select(destinationsPath().index(destination));
}

const yaml::Node *PolicyCursor::node(const FieldPath &path) const
{
    return m_reading && m_reading->source ? m_reading->source->root.find(path) : nullptr;
}

QString PolicyCursor::text(const FieldPath &path) const
{
    return m_reading && m_reading->source ? textAt(m_reading->source->root, path) : QString();
}

bool PolicyCursor::has(const FieldPath &path) const
{
    const yaml::Node *found = node(path);
    return found && found->kind != yaml::NodeKind::Null;
}

int PolicyCursor::count(const FieldPath &list) const
{
    const yaml::Node *found = node(list);
    return found ? int(found->members.size()) : 0;
}

FieldRef PolicyCursor::ref(const FieldPath &path) const
{
    return {m_document.file, m_document.document, path};
}

QString PolicyCursor::policyTitle() const
{
    const QString name = text(FieldPath().child(u"metadata"_s).child(u"name"_s));
    return name.isEmpty() ? tr("(unnamed policy)") : name;
}

QString PolicyCursor::ruleTitle(int rule) const
{
    const yaml::Node *found = node(rulesPath().index(rule));
    return found ? sallyport::ruleTitle(*found, rule) : QString();
}

QString PolicyCursor::sourceTitle(int source) const
{
    const FieldPath path = sourcesPath().index(source);
    const QString name = text(path.child(u"namespace"_s));
    return name.isEmpty() ? tr("source %1").arg(source + 1) : name;
}

QString PolicyCursor::sourceDescription(int source) const
{
    const FieldPath selector = sourcesPath().index(source).child(u"workloadSelector"_s);
    const yaml::Node *labels = node(selector);
    if (!labels || labels->members.empty())
        return tr("%1: all workloads").arg(sourceTitle(source));
    QStringList words;
    for (const yaml::NodeMember &member : labels->members)
        words.append(u"%1=%2"_s.arg(member.key.text, member.value.text));
    return u"%1: %2"_s.arg(sourceTitle(source), words.join(u", "_s));
}

QString PolicyCursor::destinationTitle(int destination) const
{
    const yaml::Node *found = node(destinationsPath().index(destination));
    return found ? sallyport::destinationTitle(*found, destination) : QString();
}

QString PolicyCursor::titleOf(const FieldPath &path) const
{
    if (const int to = indexIn(path, destinationsPath()); to >= 0)
        return destinationTitle(to);
    if (const int from = indexIn(path, sourcesPath()); from >= 0)
        return sourceTitle(from);
    if (const int rule = indexIn(path, rulesPath()); rule >= 0)
        return ruleTitle(rule);
    return policyTitle();
}

void PolicyCursor::type(const FieldSpec &spec, const FieldPath &path, const QString &text)
{
    if (const std::optional<Value> value = valueOf(spec, text)) {
        change(undoText(spec, path), {setField(workspace(), ref(path), *value)}, keyOf(path));
        return;
    }
    const bool lastOfParent = isOptionalMap(path.parent()) && count(path.parent()) == 1;
    change(undoText(spec, path), clearField(workspace(), ref(lastOfParent ? path.parent() : path)), keyOf(path));
}

bool PolicyCursor::change(const QString &undoText, const QList<DocumentChange> &changes, const QString &mergeKey)
{
    if (!isEditable() || changes.isEmpty())
        return false;
    const Result<bool> done = m_editor->edit(undoText, changes, mergeKey);
    if (!done)
        emit failed(done.error());
    return bool(done);
}

QString PolicyCursor::keyOf(const FieldPath &path) const
{
    return u"form/%1/%2/%3"_s.arg(m_document.file).arg(m_document.document).arg(path.toString());
}

bool PolicyCursor::change(const StructureEdit &edit)
{
    if (!change(edit.undoText, edit.changes))
        return false;
    m_selection->select(edit.selectAfter);
    return true;
}

QString PolicyCursor::undoText(const FieldSpec &spec, const FieldPath &path) const
{
    return spec.undoText.arg(titleOf(path));
}

void PolicyCursor::endStep()
{
    m_editor->endMerge();
}

void PolicyCursor::select(const FieldPath &path)
{
    m_selection->select(ref(path));
}

void PolicyCursor::reveal(const FieldPath &path)
{
    m_selection->reveal(ref(path));
}

void PolicyCursor::follow()
{
    const auto before = std::tuple(m_document.file, m_document.document, m_rule, m_source, m_destination, m_state);
    refresh();
    emit refreshed();
    if (before != std::tuple(m_document.file, m_document.document, m_rule, m_source, m_destination, m_state))
        emit moved();
}

void PolicyCursor::refresh()
{
    const DocumentId document = documentOfSelection();
    if (!(document == m_document)) {
        m_document = document;
        m_rule = m_source = m_destination = -1;
    }
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
    placeIn(m_selection->current().path);
    if (m_state == State::Editable && m_rule < 0)
        m_state = State::NoRules;
}

/// The selection's document; of a whole file its first policy, else its first document.
DocumentId PolicyCursor::documentOfSelection() const
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

PolicyCursor::State PolicyCursor::stateOf(const DocumentReading &current) const
{
    if (current.kind == DocumentKind::Broken)
        return State::Broken;
    if (current.kind == DocumentKind::Empty)
        return State::NoDocument;
    if (current.kind != DocumentKind::Policy)
        return State::OtherKind;
    return current.source && current.source->hasAliases ? State::TextOnly : State::Editable;
}

/// Keeps every position that the selected path says nothing about, as far as it still exists.
void PolicyCursor::placeIn(const FieldPath &selected)
{
    const int rule = placed(indexIn(selected, rulesPath()), m_rule, count(rulesPath()));
    if (rule != m_rule) {
        m_rule = rule;
        m_source = m_destination = -1;
    }
    m_source = placed(indexIn(selected, sourcesPath()), m_source, count(sourcesPath()));
    m_destination = placed(indexIn(selected, destinationsPath()), m_destination, count(destinationsPath()));
}

} // namespace sallyport
