// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/form/fieldspecs.h"
#include "ui/selection.h"
#include "ui/structureedits.h"

#include <QObject>

namespace sallyport {

/// Where the form stands in the workspace (a policy, one of its rules, a source and a destination of that rule), what is written
/// there, and the form's only way to change it.
///
/// Texts come from the document's tree, not from the Policy that was read from it: what was typed wrongly has a text, too.
class PolicyCursor : public QObject
{
    Q_OBJECT
public:
    /// What the form can do with the selection.
    enum class State : quint8 {
        NoFile, ///< Nothing is open.
        NoDocument, ///< The file has no document to show.
        OtherKind, ///< A document that is no policy.
        Broken, ///< The text does not parse; reading() is the last good one, if there was one.
        TextOnly, ///< Anchors, aliases or merge keys.
        NoRules, ///< A policy without any rule.
        Editable,
    };

    PolicyCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent = nullptr);

    WorkspaceEditor *editor() const { return m_editor; }
    const Workspace &workspace() const { return m_editor->workspace(); }
    State state() const { return m_state; }
    bool isEditable() const { return m_state == State::Editable || m_state == State::NoRules; }
    const DocumentId &document() const { return m_document; }
    /// What is shown of the document; null where there is nothing.
    const DocumentReading *reading() const { return m_reading; }

    // Positions in their lists; -1 where the list is empty.
    int rule() const { return m_rule; }
    int source() const { return m_source; }
    int destination() const { return m_destination; }
    FieldPath rulePath() const;
    FieldPath sourcesPath() const;
    FieldPath sourcePath() const;
    FieldPath destinationsPath() const;
    FieldPath destinationPath() const;
    void setSource(int source);
    void setDestination(int destination);

    const yaml::Node *node(const FieldPath &path) const; ///< Null where there is none.
    QString text(const FieldPath &path) const; ///< Of a scalar; empty for everything else.
    bool has(const FieldPath &path) const; ///< With a value other than null.
    int count(const FieldPath &list) const; ///< Items or members.
    FieldRef ref(const FieldPath &path) const;

    // Names for people, as lists and undo steps use them.
    QString policyTitle() const;
    QString ruleTitle(int rule) const;
    QString sourceTitle(int source) const;
    QString sourceDescription(int source) const; ///< With its labels: "mytest: app=sleep-a".
    QString destinationTitle(int destination) const;
    /// Of the thing that the field is a part of.
    QString titleOf(const FieldPath &path) const;

    /// Writes what was typed into a field. Keystrokes in one field make one step until endStep().
    void type(const FieldSpec &spec, const FieldPath &path, const QString &text);
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
    void moved(); ///< To another document, rule, source or destination, or state; after refreshed().
    void failed(const sallyport::Error &error); ///< A change that could not be made.

private:
    void follow(); ///< The selection.
    void refresh();
    DocumentId documentOfSelection() const;
    State stateOf(const DocumentReading &current) const;
    void placeIn(const FieldPath &selected);

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    DocumentId m_document;
    const DocumentReading *m_reading = nullptr; ///< Fetched again after every change.
    State m_state = State::NoFile;
    int m_rule = -1;
    int m_source = -1;
    int m_destination = -1;
};

} // namespace sallyport
