// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"

#include "core/document/textchange.h"
#include "core/document/workspaceeditor_p.h"
#include "core/yaml/patch.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <functional>

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
    case Kind::InsertItems:
    case Kind::Move:
    case Kind::RenameKey:
        return {change.file, change.document, c.path.parent()};
    case Kind::Remove:
        return {change.file, change.document, !c.path.isEmpty() && c.path.last().isIndex() ? c.path.parent() : c.path};
    case Kind::Set:
    case Kind::Arrange:
        break;
    }
    return {change.file, change.document, c.path};
}

/// So many fields of one document are told one by one; more are told as the one place that holds them all.
constexpr qsizetype maxFieldsTold = 8;

FieldPath commonPath(const FieldPath &a, const FieldPath &b)
{
    FieldPath path = a;
    while (!b.startsWith(path))
        path = path.parent();
    return path;
}

/// The fields that the changes speak of, each once.
QList<FieldRef> fieldsOf(const QList<DocumentChange> &changes)
{
    QList<QList<FieldRef>> byDocument;
    for (const DocumentChange &change : changes) {
        const FieldRef field = fieldOf(change);
        const auto isSame = [&field](const QList<FieldRef> &fields) {
            return fields.first().file == field.file && fields.first().document == field.document;
        };
        auto fields = std::find_if(byDocument.begin(), byDocument.end(), isSame);
        if (fields == byDocument.end())
            byDocument.append(QList{field});
        else if (fields->size() > maxFieldsTold)
            fields->first().path = commonPath(fields->first().path, field.path);
        else if (!fields->contains(field))
            fields->append(field);
    }
    QList<FieldRef> all;
    for (const QList<FieldRef> &fields : std::as_const(byDocument)) {
        if (fields.size() <= maxFieldsTold) {
            all += fields;
            continue;
        }
        FieldRef whole = fields.first();
        for (const FieldRef &field : fields)
            whole.path = commonPath(whole.path, field.path);
        all.append(whole);
    }
    return all;
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

/// Notices that the application speaks another language.
class LanguageWatch : public QObject
{
public:
    LanguageWatch(QObject *parent, const std::function<void()> &changed)
        : QObject(parent)
        , m_changed(changed)
    {
        m_soon.setSingleShot(true);
        m_soon.setInterval(0);
        connect(&m_soon, &QTimer::timeout, this, [this] { m_changed(); });
        if (QCoreApplication *application = QCoreApplication::instance())
            application->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // one language comes in several translators
        if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance())
            m_soon.start();
        return false;
    }

private:
    std::function<void()> m_changed;
    QTimer m_soon;
};

} // namespace

WorkspaceEditor::Private::Private(WorkspaceEditor *editor)
    : q(editor)
{
    new LanguageWatch(q, [this] { readAgain(); });
    compileTimer.setSingleShot(true);
    compileTimer.setInterval(0);
    QObject::connect(&compileTimer, &QTimer::timeout, q, &WorkspaceEditor::compileNow);
}

int WorkspaceEditor::Private::add(std::shared_ptr<const SourceFile> source, OpenFile file)
{
    file.savedText = source->stream.text;
    file.setPath(source->path);
    rememberGood(file, *source);
    workspace.files.push_back(std::move(source));
    files.push_back(std::move(file));
    scheduleCompile();
    emit q->filesChanged();
    return int(files.size()) - 1;
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

/// Findings are kept with what they were found in, in the language of that time.
void WorkspaceEditor::Private::readAgain()
{
    for (size_t i = 0; i < files.size(); ++i) {
        const std::shared_ptr<const SourceFile> before = workspace.files[i];
        workspace.files[i] = std::make_shared<const SourceFile>(readFile(before->path, before->stream.text));
        rememberGood(files[i], *workspace.files[i]);
        emit q->changed({int(i), -1, {}});
    }
    scheduleCompile();
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
    return d->push({.text = undoText, .forward = *edits, .fields = fieldsOf(changes), .mergeKey = mergeKey});
}

bool WorkspaceEditor::editText(int file, const yaml::TextEdits &edits, const QString &undoText, const QString &mergeKey)
{
    if (!d->has(file) || !yaml::canApply(edits, d->text(file).size()))
        return false;
    return d->push({.text = undoText, .forward = {{file, edits}}, .mergeKey = mergeKey});
}

bool WorkspaceEditor::editTexts(const QList<FileEdits> &edits, const QString &undoText)
{
    for (const FileEdits &edit : edits) {
        if (!d->has(edit.file) || !yaml::canApply(edit.edits, d->text(edit.file).size()))
            return false;
    }
    endMerge();
    return d->push({.text = undoText, .forward = edits});
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
