// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/diskstate.h"
#include "core/istio/compile.h"
#include "core/policy/workspace.h"
#include "core/result.h"
#include "core/yaml/textedit.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace sallyport {

/// Edits of one file's text, in offsets of the text before them.
struct FileEdits {
    int file = -1;
    yaml::TextEdits edits;
    bool operator==(const FileEdits &) const = default;
};

/// The workspace being edited: its files' texts, the one undo history over all of them, and their live compilation.
///
/// All change goes through edit() or editText(); everything else is derived from the texts. One change makes, in this order and before
/// the call returns, textEdited() and changed(); compiled() follows once per turn of the event loop. A slot of these signals must not
/// change the workspace itself: it would change it while others have not heard of the first change.
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
    /// What the document said when it could last be read: the document itself where it can be read now, null where it never could.
    /// For views that go on showing it, read-only, while its text is broken. Valid until the next change.
    const DocumentReading *lastGood(int file, int document) const;

    // Files. Indices into workspace().files; closing a file moves those after it down by one.
    int newFile(const QByteArray &text, const QString &suggestedName); ///< Untitled; not modified until touched.
    Result<int> open(const QString &path); ///< The index of the file; of the open one where it is open already.
    void close(int file); ///< Drops its text and its part of the undo history. Asking first is the caller's business.
    /// Atomic; keeps permissions, and symlinks as links. Error where it has no path, and where the disk holds what nobody has accepted
    /// (acceptDisk()): what another program wrote is never overwritten unseen.
    Result<bool> save(int file);
    Result<bool> saveAs(int file, const QString &path); ///< Replaces what is there.
    Result<bool> reload(
        int file); ///< Takes the text on disk, as one undo step. Error, and nothing changed, where it cannot be read.
    /// Looks at the disk. Text that equals what was last saved, or what is typed here, counts as the same, and as seen.
    DiskState diskState(int file);
    /// The user has seen what the disk holds: from now on that is what was last saved, and may be overwritten. The text here stays.
    void acceptDisk(int file, const DiskState &seen);
    /// Brings unsaved work back as one undo step over the text on disk. Where that is not the text it was made from, diskState() is
    /// Changed, with the old text as savedText(). Returns the file's index; of the open one where it is open and not modified.
    int restore(const UnsavedFile &unsaved, const QString &undoText);
    const QByteArray &savedText(int file) const; ///< As last read or saved, or as an untitled one was made.
    bool isModified(int file) const;
    bool isUntouched(int file) const; ///< Untitled and as it was made: closing asks nothing.
    QString title(int file)
        const; ///< For windows and lists: file name or suggested name, with its folder where another has the same.
    void setTarget(Target target); ///< Of the workspace; not an undo step.

    // Changes: each one undo step, named for people. Steps with the same non-empty mergeKey merge until endMerge() or another step;
    // a step that returns to the text before it disappears.
    /// Changes of the form, in terms of values. Error where the text cannot be patched (broken, aliases); then nothing has changed.
    /// False where all was as wanted already.
    Result<bool> edit(const QString &undoText, const QList<DocumentChange> &changes, const QString &mergeKey = {});
    /// Changes of the Source tab. Edits that do not fit the text are ignored. False where nothing changed.
    bool editText(int file, const yaml::TextEdits &edits, const QString &undoText, const QString &mergeKey = {});
    /// The same for several files at once, each named once. Nothing happens where the edits of one of them do not fit.
    bool editTexts(const QList<FileEdits> &edits, const QString &undoText);
    void endMerge();
    /// What edit() would do to the texts, per file, without doing it: for diffs.
    Result<QList<FileEdits>> preview(const QList<DocumentChange> &changes) const;

signals:
    /// The file's text was changed by these edits (in offsets of the text before): views of the text follow.
    void textEdited(int file, const sallyport::yaml::TextEdits &edits);
    /// Fields at or under `field` may have changed; an empty path means the whole document, document -1 the whole file.
    void changed(const sallyport::FieldRef &field);
    void compiled();
    void filesChanged(); ///< Opened, closed, renamed, order.
    void modifiedChanged(int file);
    void saved(int file); ///< savedText() is another one: it was saved, or what the disk holds was accepted.
    void targetChanged();
    /// An undo or redo changed this field, after changed(): the window shows it.
    void stepped(const sallyport::FieldRef &field);

private:
    class Private;
    friend class EditTexts;
    std::unique_ptr<Private> d;
};

} // namespace sallyport
