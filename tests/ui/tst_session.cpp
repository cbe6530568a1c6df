// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// What comes back when the window is opened again, after a farewell and after a crash.

#include "core/document/journal.h"
#include "tests/support/ui/memorysettings.h"
#include "ui/files/disknotices.h"
#include "ui/files/session.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QFile>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<MemorySettings>();
        open();
    }

    void cleanup() { crash(); }

    void filesAndTheSelectionComeBack()
    {
        m_window->files()->openPaths({put("a.yaml"), put("b.yaml")});
        m_window->selection()->select({1, 0, rulePath(0)});
        sayGoodbye();
        open();
        QCOMPARE(m_editor->workspace().files.size(), size_t(2));
        QCOMPARE(m_window->selection()->current(), (FieldRef{1, 0, rulePath(0)}));
        QVERIFY(!m_window->messages()->isVisible());
    }

    void untouchedNewFilesComeBackBesideOthers()
    {
        m_window->files()->openPaths({put("a.yaml")});
        m_window->files()->newPolicy();
        const QByteArray text = textOf(1);
        sayGoodbye();
        open();
        QCOMPARE(m_editor->workspace().files.size(), size_t(2));
        QCOMPARE(textOf(1), text);
        QVERIFY(m_editor->isUntouched(1));
        QCOMPARE(m_editor->title(1), u"policy.yaml"_s);
        QCOMPARE(m_window->selection()->file(), 1);
    }

    void thePlaceOfPanesComesBack()
    {
        auto *inner = m_window->findChild<QSplitter *>(u"inner"_s);
        m_window->resize(1400, 800);
        inner->setSizes({500, 500});
        const QByteArray state = inner->saveState();
        sayGoodbye();
        open();
        QCOMPARE(m_window->findChild<QSplitter *>(u"inner"_s)->saveState(), state);
    }

    void unsavedWorkComesBackAfterACrashAsANamedStep()
    {
        const QString file = put("a.yaml");
        m_window->files()->openPaths({file});
        m_window->files()->newPolicy();
        type(0, "# mine\n");
        type(1, "# new\n");
        const QByteArray onDisk = content(file);
        const QByteArray untitled = textOf(1);
        m_journal->flush();
        crash();
        open();
        QCOMPARE(m_editor->workspace().files.size(), size_t(2));
        QCOMPARE(textOf(0), "# mine\n" + onDisk);
        QCOMPARE(textOf(1), untitled);
        QVERIFY(m_editor->isModified(0));
        QVERIFY(m_editor->isModified(1));
        QCOMPARE(content(file), onDisk);
        QVERIFY(m_window->messages()->isVisible());
        QTest::qWait(50); // other processes are looked for after the files are open
        QVERIFY(m_window->messages()->error().what.startsWith(u"Unsaved work"_s));
        QVERIFY(m_window->messages()->error().where.contains(u"a.yaml"_s));
        QCOMPARE(m_editor->undoStack()->undoText(), u"Restored After a Crash"_s);
        m_editor->undoStack()->setIndex(0);
        QCOMPARE(textOf(0), onDisk);
        QVERIFY(!m_editor->isModified(0));
    }

    void aFileThatChangedSinceTheCrashIsShownWithBoth()
    {
        const QString file = put("a.yaml", "one: 1\ntwo: 2\n");
        m_window->files()->openPaths({file});
        type(0, "# mine\n");
        m_journal->flush();
        crash();
        put("a.yaml", "one: 1\ntwo: 22\n");
        open();
        QCOMPARE(textOf(0), "# mine\none: 1\ntwo: 2\n");
        QTRY_VERIFY(m_window->disk()->bar()->isVisible());
        QCOMPARE(m_window->disk()->bar()->error().where, file);
        QVERIFY(!m_window->files()->save(0));
        QCOMPARE(content(file), "one: 1\ntwo: 22\n");
    }

    void theSecondWindowTakesNothingFromTheFirstAndSaysThatBothAreOpen()
    {
        const QString file = put("a.yaml");
        m_window->files()->openPaths({file});
        type(0, "# mine\n");
        m_journal->flush();
        WorkspaceEditor editor;
        Journal journal(folder(), &editor);
        MemorySettings settings;
        MainWindow second(&editor, &settings);
        second.session()->setJournal(&journal);
        second.start({file});
        second.show();
        QVERIFY(!editor.isModified(0));
        QTRY_VERIFY(second.messages()->isVisible());
        QCOMPARE(second.messages()->error().where, file);
        QVERIFY(m_window->files()->save(0));
        QTRY_VERIFY(second.disk()->bar()->isVisible()); // it sees what the first has saved
    }

    void workThatWasGivenUpStaysAway()
    {
        m_window->files()->openPaths({put("a.yaml")});
        type(0, "# mine\n");
        m_journal->flush();
        m_answer = FileQuestions::Answer::Discard;
        sayGoodbye();
        open();
        QVERIFY(!m_editor->isModified(0));
        QVERIFY(!m_window->messages()->isVisible());
    }

    void filesGivenByNameOpenBesideWorkThatCameBack()
    {
        m_window->files()->openPaths({put("a.yaml")});
        type(0, "# mine\n");
        m_journal->flush();
        crash();
        const QString other = put("b.yaml");
        open({other});
        QCOMPARE(m_editor->workspace().files.size(), size_t(2));
        QVERIFY(m_editor->isModified(0));
        QCOMPARE(m_editor->workspace().files[size_t(m_window->selection()->file())]->path, other);
    }

    void aJournalThatCannotBeWrittenIsSaid()
    {
        sayGoodbye();
        QFile blocked(m_dir->filePath(u"state"_s));
        QDir(m_dir->filePath(u"state"_s)).removeRecursively();
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        open();
        type(0, "# mine\n");
        QTRY_VERIFY(m_window->messages()->isVisible());
        const Error error = m_window->messages()->error();
        QVERIFY(!error.what.isEmpty() && !error.where.isEmpty() && !error.unaffected.isEmpty()
                && !error.next.isEmpty());
    }

private:
    QString folder() const { return m_dir->filePath(u"state/journal"_s); }

    void open(const QStringList &paths = {})
    {
        m_editor = std::make_unique<WorkspaceEditor>();
        m_journal = std::make_unique<Journal>(folder(), m_editor.get());
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_window->session()->setJournal(m_journal.get());
        m_window->files()->setQuestions({
            .filesToOpen = [](QWidget *, const QString &) { return QStringList(); },
            .folderToOpen = [](QWidget *, const QString &) { return QString(); },
            .fileToSave = [](QWidget *, const QString &) { return QString(); },
            .saveBeforeClosing = [this](QWidget *, const QStringList &) { return m_answer; },
        });
        m_window->start(paths);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void sayGoodbye()
    {
        QVERIFY(m_window->close());
        m_journal->finish();
        crash();
    }

    void crash()
    {
        m_window.reset();
        m_journal.reset();
        m_editor.reset();
    }

    QString put(const char *name, const QByteArray &text = samples().at(0).text())
    {
        QFile file(m_dir->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }

    QByteArray textOf(int file) const { return m_editor->workspace().files.at(size_t(file))->stream.text; }
    void type(int file, const QByteArray &text) { QVERIFY(m_editor->editText(file, {{{0, 0}, text}}, u"Type"_s)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<MainWindow> m_window;
    FileQuestions::Answer m_answer = FileQuestions::Answer::Cancel;
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
