// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/edittexts.h"

#include "core/document/workspaceeditor_p.h"

#include <algorithm>

namespace sallyport {

namespace {

const FileEdits *find(const QList<FileEdits> &all, int file)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [file](const FileEdits &edits) { return edits.file == file; });
    return found == all.end() ? nullptr : &*found;
}

/// What `first` and then `second` do, file by file.
QList<FileEdits> sequence(const QList<FileEdits> &first, const QList<FileEdits> &second)
{
    QList<FileEdits> result;
    for (const FileEdits &edits : first) {
        const FileEdits *next = find(second, edits.file);
        result.append({edits.file, next ? yaml::compose(edits.edits, next->edits) : edits.edits});
    }
    for (const FileEdits &edits : second) {
        if (!find(first, edits.file))
            result.append(edits);
    }
    return result;
}

} // namespace

void EditStep::absorb(const EditStep &later)
{
    forward = sequence(forward, later.forward);
    backward = sequence(later.backward, backward);
    for (const FieldRef &field : later.fields) {
        if (!fields.contains(field))
            fields.append(field);
    }
}

bool EditStep::doesNothing() const
{
    // Composed edits touch the same places in both directions: what was there against what is there now.
    for (const FileEdits &edits : forward) {
        const FileEdits *back = find(backward, edits.file);
        if (!back || back->edits.size() != edits.edits.size())
            return false;
        for (qsizetype i = 0; i < edits.edits.size(); ++i) {
            if (edits.edits[i].text != back->edits[i].text)
                return false;
        }
    }
    return true;
}

EditStep EditStep::withoutFile(int file) const
{
    EditStep result = *this;
    for (QList<FileEdits> *edits : {&result.forward, &result.backward}) {
        edits->removeIf([file](const FileEdits &e) { return e.file == file; });
        for (FileEdits &e : *edits)
            e.file -= e.file > file;
    }
    result.fields.removeIf([file](const FieldRef &field) { return field.file == file; });
    for (FieldRef &field : result.fields)
        field.file -= field.file > file;
    return result;
}

EditTexts::EditTexts(WorkspaceEditor::Private *editor, EditStep step)
    : QUndoCommand(step.text)
    , m_editor(editor)
    , m_step(std::move(step))
{
}

void EditTexts::undo()
{
    m_editor->apply(m_step.backward, m_step.fields);
}

void EditTexts::redo()
{
    m_editor->apply(m_step.forward, m_step.fields);
}

bool EditTexts::mergeWith(const QUndoCommand *other)
{
    const EditStep &later = static_cast<const EditTexts *>(other)->m_step;
    if (m_editor->rebuilding || m_step.mergeKey.isEmpty() || later.mergeKey != m_step.mergeKey
        || later.visit != m_step.visit)
        return false;
    m_step.absorb(later);
    setObsolete(m_step.doesNothing());
    return true;
}

} // namespace sallyport
