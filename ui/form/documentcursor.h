// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/form/fieldspecs.h"
#include "ui/selection.h"
#include "ui/structureedits.h"

#include <QObject>

namespace sallyport {

/// Where a form stands in the workspace (a document, and in derived cursors a place in it), what is written there, and the form's
/// only way to change it.
///
/// Texts come from the document's tree, not from the struct that was read from it: what was typed wrongly has a text, too.
class DocumentCursor : public QObject
{
    Q_OBJECT
public:
    /// What the form can do with the selection.
    enum class State : quint8 {
        NoFile, ///< Nothing is open.
        NoDocument, ///< The file has no document to show.
        OtherKind, ///< A document of another kind than the cursor's.
        Broken, ///< The text does not parse; reading() is the last good one, if there was one.
        TextOnly, ///< Anchors, aliases or merge keys.
        NoRules, ///< A document without any rule.
        Editable,
    };

    /// Derived constructors end with follow().
    DocumentCursor(DocumentKind kind, WorkspaceEditor *editor, Selection *selection, QObject *parent = nullptr);

    WorkspaceEditor *editor() const { return m_editor; }
    const Workspace &workspace() const { return m_editor->workspace(); }
    State state() const { return m_state; }
    bool isEditable() const { return m_state == State::Editable || m_state == State::NoRules; }
    const DocumentId &document() const { return m_document; }
    /// Whether there is a document of the cursor's kind to show.
    bool isHere() const { return m_reading && m_reading->kind == m_kind; }
    /// What is shown of the document; null where there is nothing.
    const DocumentReading *reading() const { return m_reading; }

    const yaml::Node *node(const FieldPath &path) const; ///< Null where there is none.
    QString text(const FieldPath &path) const; ///< Of a scalar; empty for everything else.
    QStringList texts(const FieldPath &list) const; ///< Of a list of scalars.
    bool has(const FieldPath &path) const; ///< With a value other than null.
    int count(const FieldPath &list) const; ///< Items or members.
    FieldRef ref(const FieldPath &path) const;

    /// Of the thing that the field is a part of: lists and undo steps use it.
    virtual QString titleOf(const FieldPath &path) const;

    /// Writes what was typed into a field. Keystrokes in one field make one step until endStep().
    void type(const FieldSpec &spec, const FieldPath &path, const QString &text);
    /// Takes a field away, and with the last member of an optional map the map: empty it would be noise.
    QList<DocumentChange> clearing(const FieldPath &path) const;
    /// Changes that are a step of their own, or with the others of the same key.
    bool change(const QString &undoText, const QList<DocumentChange> &changes, const QString &mergeKey = {});
    bool change(const StructureEdit &edit); ///< And looks at what it says.
    QString keyOf(const FieldPath &path) const; ///< The merge key of edits in that field.
    QString undoText(const FieldSpec &spec, const FieldPath &path) const;
    void endStep();

    /// Looks at a field; nothing is scrolled to, no keyboard moves.
    void select(const FieldPath &path);
    /// Looks at a field and puts the keyboard there.
    void reveal(const FieldPath &path);

signals:
    void refreshed(); ///< What is written may have changed.
    void moved(); ///< To another document, or another place in it, or state; after refreshed().
    void failed(const sallyport::Error &error); ///< A change that could not be made.

protected:
    void follow(); ///< The selection.
    /// Finds the place within the document for the selected path, keeping what the path says nothing about as far as it still exists.
    /// `another`: the document is another one than before.
    virtual void placeIn(const FieldPath &selected, bool another);
    virtual QList<int> positions() const { return {}; } ///< Of the place, to tell whether it has moved.
    void setState(State state) { m_state = state; }

private:
    void refresh();
    DocumentId documentOfSelection() const;
    State stateOf(const DocumentReading &current) const;

    DocumentKind m_kind;
    WorkspaceEditor *m_editor;
    Selection *m_selection;
    DocumentId m_document;
    const DocumentReading *m_reading = nullptr; ///< Fetched again after every change.
    State m_state = State::NoFile;
};

/// The index in `list` that the path goes through, or -1.
int indexIn(const FieldPath &path, const FieldPath &list);
/// A position that exists: the wanted one, the one there was, or the nearest; -1 in an empty list.
int nearestPosition(int wanted, int before, int count);

} // namespace sallyport
