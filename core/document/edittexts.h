// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"

#include <QUndoCommand>

namespace sallyport {

/// One step of the history: what it does to the texts, what undoes that, and the fields it speaks of. A plain value.
struct EditStep {
    QString text = {}; ///< For people.
    QList<FileEdits> forward = {};
    QList<FileEdits> backward = {};
    QList<FieldRef> fields = {}; ///< Empty = all of the documents whose text changed.
    QString mergeKey = {}; ///< Steps of one key and visit merge; empty = never.
    int visit = 0;

    /// Takes a later step in, so that both are one.
    void absorb(const EditStep &later);
    bool doesNothing() const;
    /// The step as it is without one of the files; those after it move down.
    EditStep withoutFile(int file) const;
};

/// The one undo command of the program.
class EditTexts : public QUndoCommand
{
public:
    EditTexts(WorkspaceEditor::Private *editor, EditStep step);

    const EditStep &step() const { return m_step; }
    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    WorkspaceEditor::Private *m_editor;
    EditStep m_step;
};

} // namespace sallyport
