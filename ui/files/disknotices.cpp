// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/files/disknotices.h"

#include "core/document/merge.h"
#include "core/document/textchange.h"
#include "ui/filecommands.h"
#include "ui/files/mergeview.h"
#include "ui/selection.h"

#include <QEvent>
#include <QWidget>

namespace sallyport {

using Kind = DiskState::Kind;

DiskNotices::DiskNotices(WorkspaceEditor *editor, Selection *selection, FileCommands *commands, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_selection(selection)
    , m_commands(commands)
    , m_bar(new MessageBar(window))
    , m_comparison(new MergeView(window))
{
    window->installEventFilter(this);
    connect(&m_watch, &FileWatch::changed, this, &DiskNotices::look);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &DiskNotices::look);
    connect(editor, &WorkspaceEditor::filesChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(editor, &WorkspaceEditor::saved, this, &DiskNotices::look);
    connect(editor, &WorkspaceEditor::textEdited, this, [this](int file) {
        const QString &path = m_editor->workspace().files[size_t(file)]->path;
        if (path == m_compared && !path.isEmpty()) // Undone or redone meanwhile.
            QMetaObject::invokeMethod(
                this, [this] { compare(m_compared); }, Qt::QueuedConnection);
        const auto notice = m_notices.constFind(path);
        if (notice != m_notices.constEnd() && notice->state.kind == Kind::Changed
            && notice->state.text == m_editor->workspace().files[size_t(file)]->stream.text)
            QMetaObject::invokeMethod(this, &DiskNotices::look, Qt::QueuedConnection);
    });
    connect(selection, &Selection::changed, this, &DiskNotices::refresh);
    connect(commands, &FileCommands::saveRefused, this, &DiskNotices::refuse);
    connect(m_bar, &MessageBar::dismissed, this, [this] {
        if (const auto notice = m_notices.find(m_bar->error().where); notice != m_notices.end())
            notice->isClosed = true;
        refresh();
    });
    connect(m_comparison, &MergeView::applied, this, &DiskNotices::take);
    connect(m_comparison, &MergeView::cancelled, this, &DiskNotices::endComparison);
}

bool DiskNotices::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        look(); // Not every disk tells what happens on it.
    return QObject::eventFilter(watched, event);
}

int DiskNotices::indexOf(const QString &path) const
{
    const auto &files = m_editor->workspace().files;
    for (size_t i = 0; i < files.size(); ++i) {
        if (files[i]->path == path)
            return int(i);
    }
    return -1;
}

void DiskNotices::look()
{
    QStringList paths;
    QHash<QString, Notice> notices;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i) {
        const QString path = m_editor->workspace().files[size_t(i)]->path;
        if (path.isEmpty())
            continue;
        paths.append(path);
        const DiskState state = m_editor->diskState(i);
        if (state.kind == Kind::Same)
            continue;
        const Notice before = m_notices.value(path);
        const bool isKnown = before.state.kind == state.kind && before.state.stamp == state.stamp;
        notices.insert(path, isKnown ? before : Notice{.state = state});
    }
    m_notices = notices;
    m_watch.setPaths(paths);
    if (!m_compared.isEmpty() && m_notices.value(m_compared).state.stamp != m_comparedState.stamp)
        compare(m_compared); // It changed again while it was looked at.
    refresh();
}

QString DiskNotices::shownPath() const
{
    const auto isOpen = [this](const QString &path) { return m_notices.contains(path) && !m_notices[path].isClosed; };
    const auto &files = m_editor->workspace().files;
    if (m_selection->file() >= 0 && size_t(m_selection->file()) < files.size()
        && isOpen(files[size_t(m_selection->file())]->path))
        return files[size_t(m_selection->file())]->path;
    for (const auto &file : files) {
        if (isOpen(file->path))
            return file->path;
    }
    return {};
}

void DiskNotices::refresh()
{
    const QString path = shownPath();
    if (path.isEmpty() || !m_compared.isEmpty())
        return m_bar->hide();
    const DiskState state = m_notices[path].state;
    const bool fit = fits(path);
    const Shown wanted{path, state.stamp, m_editor->isModified(indexOf(path)), fit};
    if (m_bar->isVisible() && m_shown == wanted)
        return; // Whoever is about to press a button finds it where it was.
    m_shown = wanted;
    m_bar->showMessage(Severity::Warning, messageOf(path, state, fit), choicesOf(path, state, fit));
}

bool DiskNotices::fits(const QString &path)
{
    Notice &notice = m_notices[path];
    if (notice.state.kind != Kind::Changed)
        return false;
    const int file = indexOf(path);
    const QByteArray &mine = m_editor->workspace().files[size_t(file)]->stream.text;
    if (notice.mine.isNull() || notice.mine != mine) {
        notice.mine = mine.isNull() ? QByteArray("") : mine;
        notice.fits = undecided(threeWay(m_editor->savedText(file), mine, notice.state.text)) == 0;
    }
    return notice.fits;
}

void DiskNotices::refuse(int file, const Error &error)
{
    look();
    const QString path = m_editor->workspace().files[size_t(file)]->path;
    const auto notice = m_notices.find(path);
    if (notice == m_notices.end())
        return;
    notice->isClosed = false;
    const DiskState state = notice->state;
    m_shown = {path, state.stamp, m_editor->isModified(file), fits(path)};
    m_bar->showError(error, choicesOf(path, state, m_shown.fits));
}

Error DiskNotices::messageOf(const QString &path, const DiskState &state, bool fit) const
{
    switch (state.kind) {
    case Kind::Same:
        break;
    case Kind::Gone:
        return {.what = tr("The file is no longer on the disk."),
                .where = path,
                .unaffected = tr("Its text is still here."),
                .next = tr("Save it again, save it under another name, or close it."),
                .details = state.error.details};
    case Kind::Unusable:
        return {.what = tr("What is on the disk in the file's place cannot be read."),
                .where = path,
                .unaffected = tr("Its text is still here, and the disk is left alone."),
                .next = tr("Save under another name, or put the file back."),
                .details = state.error.toString()};
    case Kind::Changed:
        break;
    }
    const bool modified = m_editor->isModified(indexOf(path));
    return {.what = tr("Another program has changed this file."),
            .where = path,
            .unaffected = modified ? tr("Your changes are still here, and nothing is overwritten.")
                                   : tr("You see the text from before; nothing was taken over."),
            .next = !modified ? tr("Take the text on disk, or look at both.")
                : fit         ? tr("Its changes and yours fit together: merge them, or look at both.")
                              : tr("Its changes and yours are in the same lines: look at both and choose."),
            .details = {}};
}

QList<MessageChoice> DiskNotices::choicesOf(const QString &path, const DiskState &state, bool fit)
{
    const MessageChoice saveAs{tr("Save &As…"), [this, path] {
                                   if (const int file = indexOf(path); file >= 0)
                                       m_commands->saveAs(file);
                               }};
    if (state.kind == Kind::Unusable)
        return {saveAs};
    if (state.kind == Kind::Gone) {
        const auto again = [this, path] {
            if (const int file = indexOf(path); file >= 0)
                m_commands->save(file);
        };
        return {{tr("Save A&gain"), again}, saveAs};
    }
    const bool modified = m_editor->isModified(indexOf(path));
    QList<MessageChoice> choices;
    if (modified && fit)
        choices.append({tr("&Merge"), [this, path] { merge(path); }});
    choices.append({tr("C&ompare…"), [this, path] { compare(path); }});
    choices.append({tr("Re&load"), [this, path] { reload(path); }});
    if (const qsizetype others = untouchedOnes().size(); !modified && others > 1)
        choices.append({tr("Reload All %Ln", nullptr, int(others)), [this] { reloadAll(); }});
    if (modified)
        choices.append(saveAs);
    return choices;
}

QStringList DiskNotices::untouchedOnes() const
{
    QStringList paths;
    for (auto notice = m_notices.begin(); notice != m_notices.end(); ++notice) {
        const int file = indexOf(notice.key());
        if (notice->state.kind == Kind::Changed && file >= 0 && !m_editor->isModified(file))
            paths.append(notice.key());
    }
    return paths;
}

void DiskNotices::reload(const QString &path)
{
    const int file = indexOf(path);
    if (file < 0)
        return;
    const Result<bool> done = m_editor->reload(file);
    look();
    if (!done)
        m_bar->showError(done.error());
}

void DiskNotices::reloadAll()
{
    QList<FileEdits> edits;
    const QStringList paths = untouchedOnes();
    for (const QString &path : paths) {
        const int file = indexOf(path);
        const DiskState &state = m_notices[path].state;
        edits.append({file, lineEdits(m_editor->workspace().files[size_t(file)]->stream.text, state.text)});
    }
    const QHash<QString, Notice> seen = m_notices; // Accepting looks again.
    for (const QString &path : paths)
        m_editor->acceptDisk(indexOf(path), seen[path].state);
    m_editor->editTexts(edits, tr("Reload %Ln file(s)", nullptr, int(paths.size())));
    look();
}

void DiskNotices::merge(const QString &path)
{
    const int file = indexOf(path);
    if (file < 0)
        return;
    const DiskState now = m_editor->diskState(file);
    const QByteArray mine = m_editor->workspace().files[size_t(file)]->stream.text;
    const QList<MergeChunk> chunks = threeWay(m_editor->savedText(file), mine, now.text);
    if (now.kind != Kind::Changed || undecided(chunks) > 0)
        return now.kind == Kind::Changed ? compare(path) : look();
    m_editor->acceptDisk(file, now);
    m_editor->editTexts({{file, lineEdits(mine, merged(chunks))}}, tr("Merge %1 from disk").arg(m_editor->title(file)));
    look();
}

void DiskNotices::compare(const QString &path)
{
    const int file = indexOf(path);
    const DiskState now = file < 0 ? DiskState() : m_editor->diskState(file);
    if (now.kind != Kind::Changed)
        return endComparison();
    m_compared = path;
    m_comparedState = now;
    m_comparison->setTexts(m_editor->title(file), m_editor->savedText(file),
                           m_editor->workspace().files[size_t(file)]->stream.text, now.text);
    m_bar->hide();
    emit comparing(true);
}

/// Makes the text the file's; what it was made from has been seen.
void DiskNotices::take(const QByteArray &text)
{
    const int file = indexOf(m_compared);
    if (file < 0)
        return endComparison();
    if (m_editor->diskState(file).stamp != m_comparedState.stamp)
        return compare(m_compared); // It changed again: that has to be seen, too.
    const QByteArray mine = m_editor->workspace().files[size_t(file)]->stream.text;
    m_compared.clear();
    m_editor->acceptDisk(file, m_comparedState);
    m_editor->editTexts({{file, lineEdits(mine, text)}}, tr("Merge %1 from disk").arg(m_editor->title(file)));
    m_selection->select({file, 0, {}});
    endComparison();
}

void DiskNotices::endComparison()
{
    m_compared.clear();
    emit comparing(false);
    look();
}

} // namespace sallyport
