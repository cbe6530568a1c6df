// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/files/session.h"

#include "ui/filecommands.h"
#include "ui/messagebar.h"
#include "ui/selection.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// A few small texts; anything larger was not made by New.
constexpr qsizetype maxUntitledSize = 64 * 1024;

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

} // namespace

Session::Session(WorkspaceEditor *editor, Selection *selection, Settings *settings, FileCommands *commands,
                 MessageBar *messages, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_settings(settings)
    , m_commands(commands)
    , m_messages(messages)
{
}

void Session::setJournal(Journal *journal)
{
    m_journal = journal;
    connect(m_selection, &Selection::changed, journal, &Journal::setShown);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Session::noticeOthers);
    connect(m_editor, &WorkspaceEditor::filesChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(journal, &Journal::failed, this,
            [this](const Error &error) { m_messages->showMessage(Severity::Warning, error); });
}

void Session::start(const QStringList &paths)
{
    const Journal::Left left = m_journal ? m_journal->takeOver() : Journal::Left();
    if (paths.isEmpty())
        openLast(left);
    bringBack(left);
    if (paths.isEmpty())
        selectLast(left);
    m_commands->openPaths(paths);
    if (m_editor->workspace().files.empty())
        m_commands->newFromSample(firstStartSample());
    m_editor->compileNow();
}

void Session::openLast(const Journal::Left &left)
{
    const bool crashed = !left.paths.isEmpty() || !left.unsaved.isEmpty();
    QStringList last = crashed ? left.paths : m_settings->value(u"session/files"_s).toStringList();
    last.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    m_commands->openPaths(last);
    if (!crashed)
        openUntitled();
}

void Session::openUntitled()
{
    const QVariantList untitled = m_settings->value(u"session/untitled"_s).toList();
    for (const QVariant &file : untitled) {
        const QVariantMap map = file.toMap();
        m_editor->newFile(map[u"text"_s].toByteArray(), map[u"name"_s].toString());
    }
}

void Session::bringBack(const Journal::Left &left)
{
    QStringList titles;
    int file = -1;
    for (const UnsavedFile &unsaved : left.unsaved) {
        const int steps = m_editor->undoStack()->index();
        const int restored = m_editor->restore(unsaved, tr("Restored After a Crash"));
        if (m_editor->undoStack()->index() == steps)
            continue; // It was saved after all.
        titles.append(m_editor->title(restored));
        file = file < 0 ? restored : file;
    }
    if (titles.isEmpty())
        return;
    m_selection->select({file, 0, {}});
    m_messages->showMessage(
        Severity::Note,
        {.what = tr("Unsaved work of the last time is back."),
         .where = titles.join(", "_L1),
         .unaffected = tr("The files on disk are as they were."),
         .next = left.damaged > 0
             ? tr("Of %Ln file(s) only a part was left; it is in a new file. Save what you want to keep.", nullptr,
                  left.damaged)
             : tr("Go on, save it, or undo to return to the text on disk."),
         .details = {}});
}

void Session::selectLast(const Journal::Left &left)
{
    const bool crashed = !left.paths.isEmpty() || !left.unsaved.isEmpty();
    const QVariantMap last = m_settings->value(u"session/selection"_s).toMap();
    const QString path = crashed ? left.shownPath : last[u"path"_s].toString();
    const auto &files = m_editor->workspace().files;
    for (int i = 0; i < int(files.size()); ++i) {
        const QString &title = path.isEmpty() && !crashed ? m_editor->title(i) : QString();
        const bool isIt = path.isEmpty() ? !title.isEmpty() && title == last[u"name"_s].toString()
                                         : absolute(files[size_t(i)]->path) == path;
        if (!isIt)
            continue;
        if (crashed)
            m_selection->select({i, left.shownDocument, left.shownField});
        else
            m_selection->select(
                {i, last[u"document"_s].toInt(), FieldPath::parse(last[u"field"_s].toString()).value_or(FieldPath())});
        return;
    }
}

void Session::remember()
{
    QStringList paths;
    QVariantList untitled;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i) {
        const SourceFile &file = *m_editor->workspace().files[size_t(i)];
        if (!file.path.isEmpty())
            paths.append(absolute(file.path));
        else if (m_editor->isUntouched(i) && file.stream.text.size() <= maxUntitledSize)
            untitled.append(QVariantMap{{u"name"_s, m_editor->title(i)}, {u"text"_s, file.stream.text}});
    }
    m_settings->setValue(u"session/files"_s, paths);
    m_settings->setValue(u"session/untitled"_s, untitled);
    const FieldRef &shown = m_selection->current();
    QVariantMap selection;
    if (shown.file >= 0 && size_t(shown.file) < m_editor->workspace().files.size()) {
        selection = {{u"path"_s, absolute(m_editor->workspace().files[size_t(shown.file)]->path)},
                     {u"name"_s, m_editor->title(shown.file)},
                     {u"document"_s, shown.document},
                     {u"field"_s, shown.path.toString()}};
    }
    m_settings->setValue(u"session/selection"_s, selection);
}

/// Says once of each file that another process has it open, too.
void Session::noticeOthers()
{
    QSet<QString> open;
    for (const auto &file : m_editor->workspace().files) {
        if (!file->path.isEmpty())
            open.insert(absolute(file->path));
    }
    const QSet<QString> opened = open - m_open;
    m_open = open;
    if (opened.isEmpty())
        return;
    const QStringList elsewhere = m_journal->openElsewhere();
    for (const QString &path : elsewhere) {
        if (!opened.contains(path))
            continue;
        m_messages->showMessage(
            Severity::Note,
            {.what = tr("This file is open in another Sallyport window, too."),
             .where = path,
             .unaffected = tr("Neither window overwrites what the other has saved without showing it."),
             .next = tr("You can go on in both; each tells when the other has saved."),
             .details = {}});
        return;
    }
}

} // namespace sallyport
