// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/diskfile.h"
#include "core/document/edittexts.h"
#include "core/document/workspaceeditor.h"
#include "core/istio/compilecache.h"

#include <QTimer>

namespace sallyport {

/// What the editor knows of a file beside its text.
struct OpenFile {
    QString suggestedName = {}; ///< Of an untitled one.
    QString absolutePath = {}; ///< Of one with a path, as it was when it was opened or saved under that name …
    QString canonicalPath = {}; ///< … and behind all links; empty where it was not there.
    QByteArray savedText = {}; ///< As it is on disk, or as an untitled one was made.
    FileStamp stamp = {};
    std::vector<std::shared_ptr<const DocumentReading>> lastGood = {};
    bool wasModified = false; ///< As last reported.

    void setPath(const QString &path);
};

class WorkspaceEditor::Private
{
public:
    explicit Private(WorkspaceEditor *editor);

    int add(std::shared_ptr<const SourceFile> source, OpenFile file);
    bool has(int file) const { return file >= 0 && size_t(file) < files.size(); }
    const QByteArray &text(int file) const { return workspace.files[size_t(file)]->stream.text; }
    Result<bool> write(int file, const QString &path);
    int indexOf(const QString &path) const;

    bool push(EditStep step);
    /// Changes the texts and tells everyone. `fields` as in EditStep.
    void apply(const QList<FileEdits> &edits, const QList<FieldRef> &fields);
    void setText(int file, const QByteArray &text);
    void readAgain();
    void rememberGood(OpenFile &file, const SourceFile &source) const;
    void reportModified(int file);
    void forgetSteps(int file);
    void scheduleCompile();

    WorkspaceEditor *q;
    Workspace workspace;
    std::vector<OpenFile> files;
    Compilation compilation;
    CompileCache cache;
    QUndoStack stack;
    QTimer compileTimer;
    int visit = 0;
    bool pushing = false; ///< A step is made, not undone or redone.
    bool rebuilding = false; ///< The history is being put together again: steps move without being done.
};

} // namespace sallyport
