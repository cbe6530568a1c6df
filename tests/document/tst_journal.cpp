// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/journal.h"
#include "core/document/journalentry.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const UnsavedFile sample{u"/policies/a.yaml"_s, {}, "a: 1\nb: 2\nc: 3\n", "a: 1\nb: zwei\nc: 3\n# 你好\n"};

void damage(const QString &path, const std::function<QByteArray(QByteArray)> &change)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray changed = change(file.readAll());
    QVERIFY(file.resize(0) && file.seek(0));
    QCOMPARE(file.write(changed), changed.size());
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_editor = std::make_unique<WorkspaceEditor>();
        m_journal = std::make_unique<Journal>(folder(), m_editor.get());
    }

    void cleanup()
    {
        m_journal.reset();
        m_editor.reset();
    }

    void anEntryIsReadAsItWasWritten()
    {
        for (const UnsavedFile &file :
             {sample, UnsavedFile{{}, u"policy.yaml"_s, {}, "x\n"}, UnsavedFile{u"/b"_s, {}, "only saved", {}}}) {
            const auto reading = readJournalEntry(journalEntry(file));
            QVERIFY(reading);
            QVERIFY(!reading->isDamaged);
            QCOMPARE(reading->unsaved, file);
        }
    }

    void aTruncatedEntryGivesWhatIsLeftOfIt()
    {
        const QByteArray entry = journalEntry(sample);
        const qsizetype textBegin = entry.indexOf('\n') + 1;
        for (qsizetype size = 0; size < entry.size(); ++size) {
            const auto reading = readJournalEntry(entry.left(size));
            QCOMPARE(reading.has_value(), size > textBegin);
            if (!reading)
                continue;
            QVERIFY(reading->isDamaged);
            QVERIFY(reading->unsaved.path.isEmpty()); // a part of a text never takes the place of the file
            QVERIFY(sample.text.startsWith(reading->unsaved.text));
            QCOMPARE(reading->unsaved.text.size(), std::min(size - textBegin, sample.text.size()));
        }
    }

    void aGarbledEntryNeverTakesTheFilesPlace()
    {
        QRandomGenerator random(3);
        const QByteArray entry = journalEntry(sample);
        for (int i = 0; i < 3000; ++i) {
            QByteArray garbled = entry;
            for (int j = random.bounded(1, 4); j > 0; --j)
                garbled[random.bounded(garbled.size())] = char(random.bounded(256));
            const auto reading = readJournalEntry(garbled);
            if (reading && !reading->isDamaged)
                QCOMPARE(reading->unsaved, sample);
            else if (reading)
                QVERIFY(reading->unsaved.path.isEmpty());
        }
    }

    void unsavedWorkIsWrittenAMomentAfterTheChange()
    {
        open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        QTRY_COMPARE_WITH_TIMEOUT(entries().size(), 1, 5000);
    }

    void whoNeverStopsTypingIsSafeToo()
    {
        open("a.yaml", "a: 1\n");
        bool isWritten = false;
        for (int i = 0; i < 100 && !isWritten; ++i) {
            type(0, "#");
            QTest::qWait(50); // shorter than the delay of the journal
            isWritten = !entries().isEmpty();
        }
        QVERIFY(isWritten);
    }

    void onlyTheOwnerCanReadIt()
    {
        open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        m_journal->flush();
        int count = 0;
        QDirIterator all(folder(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(all.next()).constData(), &status), 0);
            QCOMPARE(status.st_mode & 077U, 0U);
            ++count;
        }
        QVERIFY(count >= 4); // its folder, the lock, the session and the entry
    }

    void whatADeadProcessLeftIsTakenOver()
    {
        const QString file = open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        m_editor->newFile("new: 1\n", u"policy.yaml"_s);
        type(1, "# new\n");
        m_journal->setShown({0, 0, *FieldPath::parse(u"spec.egressRules[0]"_s)});
        m_journal->flush();
        die();
        const Journal::Left left = m_journal->takeOver();
        QCOMPARE(left.unsaved.size(), 2);
        QVERIFY(left.unsaved.contains(UnsavedFile{file, {}, "a: 1\n", "# mine\na: 1\n"}));
        QVERIFY(left.unsaved.contains(UnsavedFile{{}, u"policy.yaml"_s, "new: 1\n", "# new\nnew: 1\n"}));
        QCOMPARE(left.paths, QStringList{file});
        QCOMPARE(left.shownPath, file);
        QCOMPARE(left.shownField.toString(), u"spec.egressRules[0]"_s);
        QVERIFY(m_journal->openElsewhere().isEmpty()); // what was taken over is nobody else's any more
        QCOMPARE(left.damaged, 0);
    }

    void whatWasTakenOverStaysUntilItIsWrittenAgain()
    {
        open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        m_journal->flush();
        die();
        QCOMPARE(m_journal->takeOver().unsaved.size(), 1);
        die(); // before anything could be written
        const Journal::Left left = m_journal->takeOver();
        QCOMPARE(left.unsaved.size(), 1);
        m_editor->restore(left.unsaved.first(), u"Restored"_s);
        m_journal->flush();
        QCOMPARE(entries().size(), 1);
        die();
        QCOMPARE(m_journal->takeOver().unsaved.size(), 1);
    }

    void aLivingProcessKeepsItsJournal()
    {
        const QString file = open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        m_journal->flush();
        WorkspaceEditor other;
        Journal second(folder(), &other);
        const Journal::Left left = second.takeOver();
        QVERIFY(left.unsaved.isEmpty());
        QVERIFY(left.paths.isEmpty());
        QCOMPARE(second.openElsewhere(), QStringList{file});
        second.flush();
        QVERIFY(m_journal->openElsewhere().isEmpty());
        second.finish();
        QCOMPARE(entries().size(), 1);
    }

    void savedAndGivenUpWorkLeavesTheJournal()
    {
        open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        m_editor->newFile("new: 1\n", u"policy.yaml"_s);
        type(1, "# new\n");
        m_journal->flush();
        QCOMPARE(entries().size(), 2);
        QVERIFY(bool(m_editor->save(0)));
        m_editor->close(1);
        m_journal->flush();
        QCOMPARE(entries().size(), 0);
    }

    void nothingStaysAfterAFarewell()
    {
        open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        m_journal->flush();
        m_journal->finish();
        QVERIFY(QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }

    void damagedEntriesDoNotHideGoodOnes()
    {
        open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        open("b.yaml", "b: 1\n");
        type(1, "# b\n");
        m_journal->flush();
        const QStringList files = entries();
        QCOMPARE(files.size(), 2);
        damage(files[0], [](const QByteArray &entry) { return entry.left(entry.size() - 4); });
        damage(QFileInfo(files[0]).path() + "/session.json"_L1, [](const QByteArray &) { return "{\"files\": [\"/x"; });
        QVERIFY(QFile::copy(files[1], QFileInfo(files[1]).path() + "/empty.unsaved"_L1));
        damage(QFileInfo(files[1]).path() + "/empty.unsaved"_L1, [](const QByteArray &) { return QByteArray(); });
        QVERIFY(QDir(QFileInfo(files[0]).path()).mkdir(u"folder.unsaved"_s));
        QCOMPARE(::mkfifo(QFile::encodeName(QFileInfo(files[0]).path() + "/pipe.unsaved"_L1).constData(), 0600), 0);
        die();
        const Journal::Left left = m_journal->takeOver();
        QCOMPARE(left.unsaved.size(), 2);
        QCOMPARE(left.damaged, 1);
        QCOMPARE(std::count_if(left.unsaved.begin(), left.unsaved.end(),
                               [](const UnsavedFile &file) { return file.path.isEmpty(); }),
                 1);
    }

    void aFolderThatCannotBeWrittenIsSaidOnce()
    {
        QFile file(m_dir->filePath(u"blocked"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        WorkspaceEditor editor;
        Journal journal(file.fileName() + "/journal"_L1, &editor);
        QSignalSpy failed(&journal, &Journal::failed);
        editor.newFile("new: 1\n", u"policy.yaml"_s);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(editor.editText(0, {{{0, 0}, "#"}}, u"Type"_s));
            journal.flush();
        }
        QCOMPARE(failed.size(), 1);
        const auto error = failed[0][0].value<Error>();
        QVERIFY(!error.what.isEmpty() && !error.where.isEmpty() && !error.unaffected.isEmpty()
                && !error.next.isEmpty());
    }

    void aFolderThatWasCleanedAwayIsMadeAgain()
    {
        open("a.yaml", "a: 1\n");
        type(0, "# mine\n");
        m_journal->flush();
        QVERIFY(QDir(folder()).removeRecursively());
        type(0, "# more\n");
        m_journal->flush(); // fails, and notices why
        m_journal->flush();
        QCOMPARE(entries().size(), 1);
    }

private:
    QString folder() const { return m_dir->filePath(u"state/journal"_s); }

    QString open(const char *name, const QByteArray &text)
    {
        QFile file(m_dir->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        file.close();
        if (!m_editor->open(file.fileName()))
            qFatal("cannot open %s", name);
        return file.fileName();
    }

    void type(int file, const QByteArray &text) { QVERIFY(m_editor->editText(file, {{{0, 0}, text}}, u"Type"_s)); }

    QStringList entries() const
    {
        QStringList result;
        QDirIterator all(folder(), {u"*.unsaved"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            result.append(all.next());
        result.sort();
        return result;
    }

    /// As a process that is killed: what is on the disk stays, and another one starts.
    void die()
    {
        m_journal.reset();
        m_editor = std::make_unique<WorkspaceEditor>();
        m_journal = std::make_unique<Journal>(folder(), m_editor.get());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<Journal> m_journal;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
