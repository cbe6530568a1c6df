// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/compile.h"
#include "core/policy/workspace.h"
#include "core/result.h"
#include "core/yaml/textedit.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace sallyport {

/// The workspace being edited: its files' texts, the one undo history over all of them, and their live compilation.
///
/// All change goes through edit() or editText(); everything else is derived from the texts. One change makes, in this order and before
/// the call returns, textEdited() and changed(); compiled() follows once per turn of the event loop.
class WorkspaceEditor : public QObject
{
    Q_OBJECT
public:
    explicit WorkspaceEditor(QObject *parent = nullptr);
    ~WorkspaceEditor() override;

    const Workspace &workspace() const;
    /// Of the state before the last unfinished turn of the event loop; compileNow() brings it up to date.
    const Compilation &compilation() const;
    void compileNow();
    QUndoStack *undoStack();

    // Files. Indices into workspace().files; they stay until a file is closed.
    int newFile(const QByteArray &text, const QString &suggestedName); ///< Untitled; not modified until touched.
    Result<int> open(const QString &path); ///< The index of the file; of the open one where it is open already.
    Result<QList<int>> openFolder(const QString &path);
    void close(int file); ///< Drops its text and its undo steps. Asking first is the caller's business.
    Result<bool> save(int file); ///< Atomic; keeps permissions, and symlinks as links. Error where it has no path.
    Result<bool> saveAs(int file, const QString &path);
    bool isModified(int file) const;
    bool isUntouched(int file) const; ///< Untitled and as it was made: closing asks nothing.
    QString title(int file) const; ///< For windows and lists: file name or suggested name.
    void setTarget(Target target); ///< Of the workspace; not an undo step.

    // Changes: each one undo step, named for people. Steps with the same non-empty mergeKey merge until endMerge() or another step;
    // a step that returns to the text before it disappears.
    /// Changes of the form, in terms of values. Error where the text cannot be patched (broken, aliases); then nothing has changed.
    Result<bool> edit(const QString &undoText, const QList<DocumentChange> &changes, const QString &mergeKey = {});
    /// Changes of the Source tab.
    void editText(int file, const yaml::TextEdits &edits, const QString &undoText, const QString &mergeKey = {});
    void endMerge();
    /// What edit() would do to the texts, per file, without doing it: for diffs.
    Result<QList<std::pair<int, yaml::TextEdits>>> preview(const QList<DocumentChange> &changes) const;

signals:
    /// The file's text was changed by these edits (in offsets of the text before): views of the text follow.
    void textEdited(int file, const sallyport::yaml::TextEdits &edits);
    /// Fields at or under `field` may have changed; an empty path means the whole document, document -1 the whole file.
    void changed(const sallyport::FieldRef &field);
    void compiled();
    void filesChanged(); ///< Opened, closed, renamed, order.
    void modifiedChanged(int file);
    void targetChanged();
    /// An undo or redo touched this file: the window shows it.
    void fileTouched(int file);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sallyport
