// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// What happens to open files on the disk while they are open.

#include "core/document/filewatch.h"
#include "core/document/workspaceeditor.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

using Kind = DiskState::Kind;

void verifyFourParts(const Error &error)
{
    QVERIFY(!error.what.isEmpty());
    QVERIFY(!error.where.isEmpty());
    QVERIFY(!error.unaffected.isEmpty());
    QVERIFY(!error.next.isEmpty());
}

} // namespace

class TestDisk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_editor = std::make_unique<WorkspaceEditor>();
        put("a.yaml", "old: 1\n");
        QCOMPARE(*m_editor->open(path("a.yaml")), 0);
    }

    void whatAnotherProgramWroteIsNotOverwritten()
    {
        type("# mine\n");
        put("a.yaml", "theirs: 1\n");
        QCOMPARE(state(), Kind::Changed);
        const Result<bool> saved = m_editor->save(0);
        QVERIFY(!saved);
        verifyFourParts(saved.error());
        QCOMPARE(content("a.yaml"), "theirs: 1\n");
    }

    void whatTheUserHasSeenMayBeOverwritten()
    {
        type("# mine\n");
        put("a.yaml", "theirs: 1\n");
        m_editor->acceptDisk(0, m_editor->diskState(0));
        QCOMPARE(m_editor->savedText(0), "theirs: 1\n");
        QCOMPARE(state(), Kind::Same);
        QVERIFY(bool(m_editor->save(0)));
        QCOMPARE(content("a.yaml"), "# mine\nold: 1\n");
    }

    void whatCameAfterTheUserLookedIsNotOverwritten()
    {
        type("# mine\n");
        put("a.yaml", "theirs: 1\n");
        const DiskState seen = m_editor->diskState(0);
        put("a.yaml", "theirs: 2\n");
        m_editor->acceptDisk(0, seen);
        QCOMPARE(state(), Kind::Changed);
        QVERIFY(!m_editor->save(0));
        QCOMPARE(content("a.yaml"), "theirs: 2\n");
    }

    void theTextOnDiskIsTakenAsOneStep()
    {
        type("# mine\n");
        put("a.yaml", "theirs: 1\n");
        QVERIFY(bool(m_editor->reload(0)));
        QCOMPARE(text(), "theirs: 1\n");
        QVERIFY(!m_editor->isModified(0));
        m_editor->undoStack()->undo();
        QCOMPARE(text(), "# mine\nold: 1\n");
        QVERIFY(m_editor->isModified(0));
    }

    void aFileThatIsAsBeforeAgainIsTheSame()
    {
        put("a.yaml", "theirs: 1\n");
        QCOMPARE(state(), Kind::Changed);
        put("a.yaml", "old: 1\n");
        QCOMPARE(state(), Kind::Same);
    }

    void aFileThatAnotherProgramMadeEqualToOursIsSaved()
    {
        type("# mine\n");
        QSignalSpy modified(m_editor.get(), &WorkspaceEditor::modifiedChanged);
        put("a.yaml", "# mine\nold: 1\n");
        QCOMPARE(state(), Kind::Same);
        QVERIFY(!m_editor->isModified(0));
        QCOMPARE(modified.size(), 1);
    }

    void aVanishedFileIsGoneAndSavingWritesItAgain()
    {
        QVERIFY(QFile::remove(path("a.yaml")));
        const DiskState gone = m_editor->diskState(0);
        QCOMPARE(gone.kind, Kind::Gone);
        verifyFourParts(gone.error);
        QVERIFY(!m_editor->reload(0));
        QCOMPARE(text(), "old: 1\n");
        QVERIFY(bool(m_editor->save(0)));
        QCOMPARE(content("a.yaml"), "old: 1\n");
        QCOMPARE(state(), Kind::Same);
    }

    void aVanishedFolderIsAnErrorOfSaving()
    {
        QDir(m_dir->path()).mkdir(u"sub"_s);
        put("sub/b.yaml", "b: 1\n");
        const int file = *m_editor->open(path("sub/b.yaml"));
        QVERIFY(QDir(path("sub")).removeRecursively());
        QCOMPARE(m_editor->diskState(file).kind, Kind::Gone);
        const Result<bool> saved = m_editor->save(file);
        QVERIFY(!saved);
        verifyFourParts(saved.error());
    }

    void whatIsNoFileIsNeitherReadNorReplaced_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("folder") << u"folder"_s;
        QTest::newRow("pipe") << u"pipe"_s;
        QTest::newRow("link to a device") << u"device"_s;
    }

    void whatIsNoFileIsNeitherReadNorReplaced()
    {
        QFETCH(QString, what);
        type("# mine\n");
        QVERIFY(QFile::remove(path("a.yaml")));
        if (what == "folder"_L1)
            QVERIFY(QDir(m_dir->path()).mkdir(u"a.yaml"_s));
        else if (what == "pipe"_L1)
            QCOMPARE(::mkfifo(QFile::encodeName(path("a.yaml")).constData(), 0600), 0);
        else
            QVERIFY(QFile::link(u"/dev/full"_s, path("a.yaml")));
        const DiskState state = m_editor->diskState(0);
        QCOMPARE(state.kind, Kind::Unusable);
        verifyFourParts(state.error);
        const Result<bool> saved = m_editor->save(0);
        QVERIFY(!saved);
        verifyFourParts(saved.error());
        QVERIFY(m_editor->isModified(0));
        QCOMPARE(text(), "# mine\nold: 1\n");
    }

    void aFileThatMayNoLongerBeReadIsNotReplaced()
    {
        if (::geteuid() == 0
            && (::chown(QFile::encodeName(m_dir->path()).constData(), 65534, 65534) != 0 || ::seteuid(65534) != 0))
            QSKIP("cannot become a plain user");
        put("b.yaml", "old: 1\n");
        const int file = *m_editor->open(path("b.yaml"));
        QVERIFY(QFile::remove(path("b.yaml")));
        put("b.yaml", "secret: 1\n");
        QCOMPARE(::chmod(QFile::encodeName(path("b.yaml")).constData(), 0200), 0);
        const Kind kind = m_editor->diskState(file).kind;
        const Result<bool> saved = m_editor->save(file);
        if (::getuid() == 0 && ::seteuid(0) != 0)
            qFatal("cannot become root again");
        QCOMPARE(kind, Kind::Unusable);
        QVERIFY(!saved);
        verifyFourParts(saved.error());
        QCOMPARE(content("b.yaml"), "secret: 1\n");
    }

    void droppedPermissionsAloneAreNoChange()
    {
        QCOMPARE(::chmod(QFile::encodeName(path("a.yaml")).constData(), 0444), 0);
        QCOMPARE(state(), Kind::Same);
    }

    void aLinkThatLeadsElsewhereIsAChange()
    {
        put("other.yaml", "other: 1\n");
        QVERIFY(QFile::link(u"a.yaml"_s, path("link.yaml")));
        m_editor->close(0);
        QCOMPARE(*m_editor->open(path("link.yaml")), 0);
        type("# mine\n");
        QVERIFY(QFile::remove(path("link.yaml")));
        QVERIFY(QFile::link(u"other.yaml"_s, path("link.yaml")));
        QCOMPARE(state(), Kind::Changed);
        QVERIFY(!m_editor->save(0));
        QCOMPARE(content("other.yaml"), "other: 1\n");
        m_editor->acceptDisk(0, m_editor->diskState(0));
        QVERIFY(bool(m_editor->save(0)));
        QVERIFY(QFileInfo(path("link.yaml")).isSymLink());
        QCOMPARE(content("a.yaml"), "old: 1\n");
    }

    void twoEditorsOfOneFileSeeEachOthersSaving()
    {
        WorkspaceEditor second;
        QCOMPARE(*second.open(path("a.yaml")), 0);
        type("# first\n");
        QVERIFY(bool(m_editor->save(0)));
        QCOMPARE(second.diskState(0).kind, Kind::Changed);
        QVERIFY(second.editText(0, {{{0, 0}, "# second\n"}}, u"Type"_s));
        QVERIFY(!second.save(0));
        QVERIFY(bool(second.reload(0)));
        QVERIFY(second.editText(0, {{{0, 0}, "# second\n"}}, u"Type"_s));
        QVERIFY(bool(second.save(0)));
        QCOMPARE(content("a.yaml"), "# second\n# first\nold: 1\n");
        QCOMPARE(state(), Kind::Changed);
    }

    void unsavedWorkComesBackAsAStepOverTheTextOnDisk()
    {
        m_editor->close(0);
        const int file = m_editor->restore({path("a.yaml"), {}, "old: 1\n", "# mine\nold: 1\n"}, u"Restored"_s);
        QCOMPARE(file, 0);
        QCOMPARE(text(), "# mine\nold: 1\n");
        QVERIFY(m_editor->isModified(0));
        QCOMPARE(state(), Kind::Same);
        QCOMPARE(m_editor->undoStack()->undoText(), u"Restored"_s);
        m_editor->undoStack()->undo();
        QCOMPARE(text(), "old: 1\n");
        QVERIFY(!m_editor->isModified(0));
    }

    void unsavedWorkOverAnotherTextOnDiskKeepsAllThree()
    {
        m_editor->close(0);
        put("a.yaml", "theirs: 1\n");
        m_editor->restore({path("a.yaml"), {}, "old: 1\n", "# mine\nold: 1\n"}, u"Restored"_s);
        QCOMPARE(text(), "# mine\nold: 1\n");
        QCOMPARE(m_editor->savedText(0), "old: 1\n");
        const DiskState disk = m_editor->diskState(0);
        QCOMPARE(disk.kind, Kind::Changed);
        QCOMPARE(disk.text, "theirs: 1\n");
        QVERIFY(!m_editor->save(0));
        m_editor->undoStack()->undo();
        QCOMPARE(text(), "theirs: 1\n"); // undo returns to the text on disk
    }

    void unsavedWorkOfAVanishedFileAndOfAnUntitledOneComesBack()
    {
        m_editor->close(0);
        m_editor->restore({path("gone.yaml"), {}, "old: 1\n", "mine: 1\n"}, u"Restored"_s);
        m_editor->restore({{}, u"policy.yaml"_s, "new: 1\n", "new: 2\n"}, u"Restored"_s);
        QCOMPARE(text(0), "mine: 1\n");
        QCOMPARE(m_editor->diskState(0).kind, Kind::Gone);
        QVERIFY(m_editor->isModified(0));
        QCOMPARE(text(1), "new: 2\n");
        QCOMPARE(m_editor->title(1), u"policy.yaml"_s);
        QVERIFY(m_editor->isModified(1));
        QVERIFY(bool(m_editor->save(0)));
        QCOMPARE(content("gone.yaml"), "mine: 1\n");
    }

    void savedWorkThatTheJournalStillHasIsNoStep()
    {
        m_editor->close(0);
        put("a.yaml", "mine: 1\n");
        m_editor->restore({path("a.yaml"), {}, "old: 1\n", "mine: 1\n"}, u"Restored"_s);
        QVERIFY(!m_editor->isModified(0));
        QCOMPARE(m_editor->undoStack()->count(), 0);
        QCOMPARE(state(), Kind::Same);
    }

    void theWatchTellsOfEveryWayToSave_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"write", "replace", "remove", "link target replaced", "twice"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void theWatchTellsOfEveryWayToSave()
    {
        QFETCH(QString, way);
        QDir(m_dir->path()).mkdir(u"real"_s);
        put("real/b.yaml", "b: 1\n");
        QVERIFY(QFile::link(u"real/b.yaml"_s, path("link.yaml")));
        FileWatch watch;
        watch.setPaths({path("a.yaml"), path("link.yaml")});
        QSignalSpy changed(&watch, &FileWatch::changed);
        if (way == "write"_L1) {
            put("a.yaml", "new: 1\n");
        } else if (way == "remove"_L1) {
            QFile::remove(path("a.yaml"));
        } else if (way == "link target replaced"_L1) {
            QVERIFY(bool(writeBytes(path("real/b.yaml"), "b: 2\n")));
        } else {
            QVERIFY(bool(writeBytes(path("a.yaml"), "new: 1\n")));
        }
        QVERIFY(changed.wait(5000));
        if (way != "twice"_L1)
            return;
        QVERIFY(bool(writeBytes(path("a.yaml"), "new: 2\n")));
        QVERIFY(changed.wait(5000));
        changed.clear();
        put("a.yaml", "new: 3\n"); // into the file that has been put in its place
        QVERIFY(changed.wait(5000));
    }

private:
    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    Kind state() const { return m_editor->diskState(0).kind; }
    QByteArray text(int file = 0) const { return m_editor->workspace().files.at(size_t(file))->stream.text; }
    void type(const QByteArray &text) { QVERIFY(m_editor->editText(0, {{{0, 0}, text}}, u"Type"_s)); }

    void put(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
    }

    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<WorkspaceEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
