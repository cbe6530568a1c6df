// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"

#include "core/document/textchange.h"
#include "core/document/workspaceeditor_p.h"
#include "core/yaml/patch.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The field that a change speaks of: for a list that grows, shrinks or is put in order, the list.
FieldRef fieldOf(const DocumentChange &change)
{
    using Kind = yaml::Change::Kind;
    const yaml::Change &c = change.change;
    switch (c.kind) {
    case Kind::AppendDocument:
    case Kind::RemoveDocument:
        return {change.file, -1, {}};
    case Kind::Insert:
    case Kind::Move:
    case Kind::RenameKey:
        return {change.file, change.document, c.path.parent()};
    case Kind::Remove:
        return {change.file, change.document, !c.path.isEmpty() && c.path.last().isIndex() ? c.path.parent() : c.path};
    case Kind::Set:
        break;
    }
    return {change.file, change.document, c.path};
}

/// The document whose text differs, or the whole file where that is not one.
FieldRef changedDocument(int file, const SourceFile &before, const SourceFile &after)
{
    FieldRef result{file, -1, {}};
    if (before.documents.size() != after.documents.size())
        return result;
    for (size_t i = 0; i < after.documents.size(); ++i) {
        if (before.documents[i] == after.documents[i])
            continue;
        if (result.document >= 0)
            return {file, -1, {}};
        result.document = int(i);
    }
    return result;
}

} // namespace

WorkspaceEditor::Private::Private(WorkspaceEditor *editor)
    : q(editor)
{
    compileTimer.setSingleShot(true);
    compileTimer.setInterval(0);
    QObject::connect(&compileTimer, &QTimer::timeout, q, &WorkspaceEditor::compileNow);
}

int WorkspaceEditor::Private::add(std::shared_ptr<const SourceFile> source, OpenFile file)
{
    file.savedText = source->stream.text;
    rememberGood(file, *source);
    workspace.files.push_back(std::move(source));
    files.push_back(std::move(file));
    scheduleCompile();
    emit q->filesChanged();
    return int(files.size()) - 1;
}

int WorkspaceEditor::Private::indexOf(const QString &path) const
{
    const QFileInfo wanted(path);
    for (size_t i = 0; i < files.size(); ++i) {
        const QString &open = workspace.files[i]->path;
        if (open.isEmpty())
            continue;
        const QFileInfo info(open);
        if (info.absoluteFilePath() == wanted.absoluteFilePath()
            || (wanted.exists() && info.canonicalFilePath() == wanted.canonicalFilePath()))
            return int(i);
    }
    return -1;
}

Result<bool> WorkspaceEditor::Private::write(int file, const QString &path)
{
    const Result<bool> written = writeBytes(path, text(file));
    if (!written)
        return written;
    q->endMerge(); // Typing on is another step: undo leads back to what was saved.
    OpenFile &open = files[size_t(file)];
    open.savedText = text(file);
    open.stamp = stampOf(path);
    if (workspace.files[size_t(file)]->path != path) {
        auto renamed = std::make_shared<SourceFile>(*workspace.files[size_t(file)]);
        renamed->path = path;
        workspace.files[size_t(file)] = std::move(renamed);
        scheduleCompile();
        emit q->filesChanged();
    }
    reportModified(file);
    return true;
}

bool WorkspaceEditor::Private::push(EditStep step)
{
    for (FileEdits &edits : step.forward) {
        edits.edits = withoutIdle(edits.edits, text(edits.file));
        step.backward.append({edits.file, yaml::inverse(edits.edits, text(edits.file))});
    }
    const auto isEmpty = [](const FileEdits &edits) { return edits.edits.isEmpty(); };
    step.forward.removeIf(isEmpty);
    step.backward.removeIf(isEmpty);
    if (step.forward.isEmpty())
        return false;
    step.visit = visit;
    pushing = true;
    stack.push(new EditTexts(this, std::move(step)));
    pushing = false;
    return true;
}

void WorkspaceEditor::Private::apply(const QList<FileEdits> &edits, const QList<FieldRef> &fields)
{
    if (rebuilding)
        return;
    QList<FieldRef> touched = fields;
    for (const FileEdits &edit : edits) {
        const std::shared_ptr<const SourceFile> before = workspace.files[size_t(edit.file)];
        setText(edit.file, yaml::apply(edit.edits, before->stream.text));
        if (fields.isEmpty())
            touched.append(changedDocument(edit.file, *before, *workspace.files[size_t(edit.file)]));
    }
    scheduleCompile();
    for (const FileEdits &edit : edits)
        emit q->textEdited(edit.file, edit.edits);
    for (const FieldRef &field : touched)
        emit q->changed(field);
    for (const FileEdits &edit : edits)
        reportModified(edit.file);
    if (!pushing) {
        q->endMerge();
        if (!touched.isEmpty())
            emit q->stepped(touched.first());
    }
}

void WorkspaceEditor::Private::setText(int file, const QByteArray &text)
{
    auto source = std::make_shared<const SourceFile>(rereadFile(*workspace.files[size_t(file)], text));
    rememberGood(files[size_t(file)], *source);
    workspace.files[size_t(file)] = std::move(source);
}

void WorkspaceEditor::Private::rememberGood(OpenFile &file, const SourceFile &source) const
{
    const auto &now = source.documents;
    if (now.empty())
        return; // The text as a whole is broken; what was good last stays.
    std::vector<std::shared_ptr<const DocumentReading>> good(now.size());
    const size_t tail = file.lastGood.size();
    for (size_t i = 0; i < now.size(); ++i) {
        const bool broken = now[i]->kind == DocumentKind::Broken;
        // A document that broke has its old place, counted from the nearer end of the file: others may have come or gone.
        const size_t old = i < now.size() / 2 || now.size() > i + tail ? i : tail - (now.size() - i);
        good[i] = !broken ? now[i] : old < tail ? file.lastGood[old] : nullptr;
    }
    file.lastGood = std::move(good);
}

void WorkspaceEditor::Private::reportModified(int file)
{
    const bool modified = q->isModified(file);
    if (std::exchange(files[size_t(file)].wasModified, modified) != modified)
        emit q->modifiedChanged(file);
}

/// Takes a file out of the history. QUndoStack cannot, so the history is put together again from its values.
void WorkspaceEditor::Private::forgetSteps(int file)
{
    QList<EditStep> steps;
    int index = 0;
    for (int i = 0; i < stack.count(); ++i) {
        EditStep step = static_cast<const EditTexts *>(stack.command(i))->step().withoutFile(file);
        if (step.forward.isEmpty())
            continue;
        index += i < stack.index();
        steps.append(std::move(step));
    }
    rebuilding = true;
    stack.clear();
    for (EditStep &step : steps)
        stack.push(new EditTexts(this, std::move(step)));
    stack.setIndex(index);
    rebuilding = false;
}

void WorkspaceEditor::Private::scheduleCompile()
{
    compileTimer.start();
}

WorkspaceEditor::WorkspaceEditor(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

WorkspaceEditor::~WorkspaceEditor() = default;

const Workspace &WorkspaceEditor::workspace() const
{
    return d->workspace;
}

const Compilation &WorkspaceEditor::compilation() const
{
    return d->compilation;
}

void WorkspaceEditor::compileNow()
{
    d->compileTimer.stop();
    d->compilation = compile(d->workspace, &d->cache);
    emit compiled();
}

QUndoStack *WorkspaceEditor::undoStack()
{
    return &d->stack;
}

const DocumentReading *WorkspaceEditor::lastGood(int file, int document) const
{
    if (!d->has(file) || document < 0 || size_t(document) >= d->files[size_t(file)].lastGood.size())
        return nullptr;
    return d->files[size_t(file)].lastGood[size_t(document)].get();
}

int WorkspaceEditor::newFile(const QByteArray &text, const QString &suggestedName)
{
    return d->add(std::make_shared<const SourceFile>(readFile({}, text)), {.suggestedName = suggestedName});
}

Result<int> WorkspaceEditor::open(const QString &path)
{
    const int open = d->indexOf(path);
    if (open >= 0)
        return open;
    const FileStamp stamp = stampOf(path); // Before reading: a change in between shows as one.
    Result<QByteArray> bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    return d->add(std::make_shared<const SourceFile>(readFile(path, *bytes)), {.stamp = stamp});
}

void WorkspaceEditor::close(int file)
{
    if (!d->has(file))
        return;
    d->forgetSteps(file);
    d->workspace.files.erase(d->workspace.files.begin() + file);
    d->files.erase(d->files.begin() + file);
    d->scheduleCompile();
    emit filesChanged();
}

Result<bool> WorkspaceEditor::save(int file)
{
    const QString path = d->workspace.files[size_t(file)]->path;
    if (path.isEmpty()) {
        return Error{.what = tr("The file was not saved."),
                     .where = title(file),
                     .unaffected = tr("Your changes are still here."),
                     .next = tr("It has no name yet. Save it under one."),
                     .details = {}};
    }
    return d->write(file, path);
}

Result<bool> WorkspaceEditor::saveAs(int file, const QString &path)
{
    const int other = d->indexOf(path);
    if (other >= 0 && other != file) {
        return Error{.what = tr("The file was not saved."),
                     .where = path,
                     .unaffected = tr("Both files are as they were, and your changes are still here."),
                     .next = tr("A file of that name is open here, too. Close it first, or choose another name."),
                     .details = {}};
    }
    return d->write(file, path);
}

Result<bool> WorkspaceEditor::reload(int file)
{
    const QString path = d->workspace.files[size_t(file)]->path;
    const FileStamp stamp = stampOf(path);
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    OpenFile &open = d->files[size_t(file)];
    open.savedText = *bytes;
    open.stamp = stamp;
    endMerge();
    d->push({.text = tr("Reload %1").arg(title(file)), .forward = {{file, difference(d->text(file), *bytes)}}});
    d->reportModified(file);
    return true;
}

bool WorkspaceEditor::isModified(int file) const
{
    return d->has(file) && d->text(file) != d->files[size_t(file)].savedText;
}

bool WorkspaceEditor::isUntouched(int file) const
{
    return d->has(file) && d->workspace.files[size_t(file)]->path.isEmpty() && !isModified(file);
}

bool WorkspaceEditor::changedOnDisk(int file) const
{
    const QString &path = d->workspace.files[size_t(file)]->path;
    return !path.isEmpty() && stampOf(path) != d->files[size_t(file)].stamp;
}

QString WorkspaceEditor::title(int file) const
{
    if (!d->has(file))
        return {};
    const QString &path = d->workspace.files[size_t(file)]->path;
    if (path.isEmpty())
        return d->files[size_t(file)].suggestedName;
    const QFileInfo info(path);
    const auto sameName = [&info](const auto &other) { return QFileInfo(other->path).fileName() == info.fileName(); };
    if (std::count_if(d->workspace.files.begin(), d->workspace.files.end(), sameName) < 2)
        return info.fileName();
    return info.absoluteDir().dirName() + '/'_L1 + info.fileName();
}

void WorkspaceEditor::setTarget(Target target)
{
    if (d->workspace.target == target)
        return;
    d->workspace.target = target;
    d->scheduleCompile();
    emit targetChanged();
}

Result<bool> WorkspaceEditor::edit(const QString &undoText, const QList<DocumentChange> &changes,
                                   const QString &mergeKey)
{
    Result<QList<FileEdits>> edits = preview(changes);
    if (!edits)
        return edits.error();
    QList<FieldRef> fields;
    for (const DocumentChange &change : changes) {
        const FieldRef field = fieldOf(change);
        if (!fields.contains(field))
            fields.append(field);
    }
    return d->push({.text = undoText, .forward = *edits, .fields = fields, .mergeKey = mergeKey});
}

bool WorkspaceEditor::editText(int file, const yaml::TextEdits &edits, const QString &undoText, const QString &mergeKey)
{
    if (!d->has(file) || !yaml::canApply(edits, d->text(file).size()))
        return false;
    return d->push({.text = undoText, .forward = {{file, edits}}, .mergeKey = mergeKey});
}

void WorkspaceEditor::endMerge()
{
    ++d->visit;
}

Result<QList<FileEdits>> WorkspaceEditor::preview(const QList<DocumentChange> &changes) const
{
    QList<std::pair<int, QList<std::pair<int, yaml::Change>>>> byFile;
    for (const DocumentChange &change : changes) {
        const auto sameFile = [&change](const auto &entry) { return entry.first == change.file; };
        auto entry = std::find_if(byFile.begin(), byFile.end(), sameFile);
        if (entry == byFile.end())
            entry = byFile.insert(byFile.end(), {change.file, {}});
        entry->second.append({change.document, change.change});
    }
    QList<FileEdits> result;
    for (const auto &[file, ofFile] : byFile) {
        if (!d->has(file)) {
            return Error{.what = tr("The change was not made."),
                         .where = {},
                         .unaffected = tr("All files are as they were."),
                         .next = tr("Its file was closed in the meantime. Open it again."),
                         .details = {}};
        }
        Result<yaml::TextEdits> edits = yaml::patch(d->workspace.files[size_t(file)]->stream, ofFile);
        if (!edits)
            return edits.error();
        result.append({file, *edits});
    }
    return result;
}

} // namespace sallyport
