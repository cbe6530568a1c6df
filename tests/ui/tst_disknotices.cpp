// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// What the window says and offers when other programs change its files.

#include "tests/support/ui/memorysettings.h"
#include "ui/files/disknotices.h"
#include "ui/files/mergemodel.h"
#include "ui/files/mergeview.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray original = "one: 1\ntwo: 2\nthree: 3\nfour: 4\nfive: 5\n";

} // namespace

class TestDiskNotices : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<MemorySettings>();
        m_editor = std::make_unique<WorkspaceEditor>();
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_window->files()->setQuestions({
            .filesToOpen = [](QWidget *, const QString &) { return QStringList(); },
            .folderToOpen = [](QWidget *, const QString &) { return QString(); },
            .fileToSave = [this](QWidget *, const QString &) { return m_fileToSave; },
            .saveBeforeClosing = [](QWidget *, const QStringList &) { return FileQuestions::Answer::Cancel; },
        });
        put("a.yaml", original);
        m_window->start({path("a.yaml")});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_editor.reset();
    }

    void aChangeOnDiskIsSaidWithoutBeingAsked()
    {
        QVERIFY(!bar()->isVisible());
        put("a.yaml", "theirs: 1\n");
        QTRY_VERIFY(bar()->isVisible());
        QCOMPARE(bar()->error().where, path("a.yaml"));
        verifyFourParts();
        QCOMPARE(text(), original); // nothing is taken over by itself
        click(u"Re&load"_s);
        QCOMPARE(text(), "theirs: 1\n");
        QVERIFY(!bar()->isVisible());
        m_editor->undoStack()->undo();
        QCOMPARE(text(), original);
    }

    void aFileThatIsAsBeforeAgainNeedsNoNotice()
    {
        put("a.yaml", "theirs: 1\n");
        QTRY_VERIFY(bar()->isVisible());
        put("a.yaml", original);
        QTRY_VERIFY(!bar()->isVisible());
    }

    void anUndoThatMakesBothEqualEndsTheNotice()
    {
        type("# mine\n");
        put("a.yaml", "# mine\none: 1\n");
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(m_editor->editText(0, {{{0, text().size()}, "# mine\none: 1\n"}}, u"Type"_s));
        QTRY_VERIFY(!bar()->isVisible());
        QVERIFY(!m_editor->isModified(0));
    }

    void changesThatFitTogetherAreMergedInOneStep()
    {
        type("# mine\n");
        put("a.yaml", QByteArray(original).replace("five: 5", "five: 55"));
        QTRY_VERIFY(bar()->isVisible());
        const int steps = m_editor->undoStack()->count();
        click(u"&Merge"_s);
        QCOMPARE(text(), "# mine\n" + QByteArray(original).replace("five: 5", "five: 55"));
        QCOMPARE(m_editor->undoStack()->count(), steps + 1);
        QCOMPARE(m_editor->undoStack()->undoText(), u"Merge a.yaml from disk"_s);
        QVERIFY(m_editor->isModified(0));
        QVERIFY(m_window->files()->save(0));
        m_editor->undoStack()->undo();
        QCOMPARE(text(), "# mine\n" + original);
    }

    void savingOverAChangeOnDiskShowsItFirst()
    {
        type("# mine\n");
        put("a.yaml", "theirs: 1\n");
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(content("a.yaml"), "theirs: 1\n");
        QVERIFY(bar()->isVisible());
        verifyFourParts();
        QVERIFY(!button(bar(), u"&Merge"_s)); // both have changed the same lines
        click(u"C&ompare…"_s);
        QVERIFY(comparison()->isVisible());
        QTest::mouseClick(button(comparison(), u"A&ll Yours"_s), Qt::LeftButton);
        QTest::mouseClick(button(comparison(), u"&Apply"_s), Qt::LeftButton);
        QVERIFY(!comparison()->isVisible());
        QCOMPARE(text(), "# mine\n" + original);
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(content("a.yaml"), "# mine\n" + original);
        QVERIFY(!bar()->isVisible());
    }

    void differencesAreTakenOneByOneWithTheKeyboard()
    {
        replace("one: 1", "one: mine");
        replace("five: 5", "five: mine");
        put("a.yaml", QByteArray(original).replace("one: 1", "one: theirs").replace("five: 5", "five: theirs"));
        QTRY_VERIFY(bar()->isVisible());
        click(u"C&ompare…"_s);
        QPushButton *apply = button(comparison(), u"&Apply"_s);
        QVERIFY(!apply->isEnabled());
        // A button that its key presses stays down for a moment before it acts.
        const auto press = [this](Qt::Key key) { QTest::keyClick(comparison()->table(), key, Qt::AltModifier); };
        const auto row = [this] { return comparison()->table()->currentIndex().row(); };
        press(Qt::Key_Y);
        QTRY_VERIFY(row() > 0); // on to the next one
        QVERIFY(!apply->isEnabled());
        press(Qt::Key_D);
        QTRY_VERIFY(apply->isEnabled());
        press(Qt::Key_Up);
        QCOMPARE(row(), 0);
        press(Qt::Key_B);
        QTRY_COMPARE(comparison()->model()->chunks().first().take, MergeChunk::Take::MineThenTheirs);
        press(Qt::Key_A);
        QTRY_COMPARE(text(), "one: mine\none: theirs\ntwo: 2\nthree: 3\nfour: 4\nfive: theirs\n");
    }

    void whatChangesWhileItIsComparedIsShownBeforeItIsApplied()
    {
        type("# mine\n");
        put("a.yaml", "theirs: 1\n");
        QTRY_VERIFY(bar()->isVisible());
        click(u"C&ompare…"_s);
        QTest::mouseClick(button(comparison(), u"A&ll Yours"_s), Qt::LeftButton);
        put("a.yaml", "theirs: 2\n");
        QTest::mouseClick(button(comparison(), u"&Apply"_s), Qt::LeftButton);
        QVERIFY(comparison()->isVisible());
        QVERIFY(cells(comparison()).contains(u"theirs: 2"_s));
        QTest::keyClick(comparison()->table(), Qt::Key_Escape);
        QVERIFY(!comparison()->isVisible());
        QVERIFY(bar()->isVisible());
        QVERIFY(!m_editor->save(0));
    }

    void aClosedNoticeComesBackWithTheNextChangeOnly()
    {
        put("a.yaml", "theirs: 1\n");
        QTRY_VERIFY(bar()->isVisible());
        QTest::keyClick(button(bar(), u"Re&load"_s), Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
        m_window->disk()->look();
        QVERIFY(!bar()->isVisible());
        put("a.yaml", "theirs: 22\n");
        QTRY_VERIFY(bar()->isVisible());
    }

    void aVanishedFileIsSaidAndSavedAgain()
    {
        QVERIFY(QFile::remove(path("a.yaml")));
        QTRY_VERIFY(bar()->isVisible());
        verifyFourParts();
        click(u"Save A&gain"_s);
        QCOMPARE(content("a.yaml"), original);
        QVERIFY(!bar()->isVisible());
    }

    void aFolderOrAPipeInItsPlaceIsSaid_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("folder") << true;
        QTest::newRow("pipe") << false;
    }

    void aFolderOrAPipeInItsPlaceIsSaid()
    {
        QFETCH(bool, isFolder);
        type("# mine\n");
        QVERIFY(QFile::remove(path("a.yaml")));
        if (isFolder)
            QVERIFY(QDir().mkdir(path("a.yaml")));
        else
            QCOMPARE(::mkfifo(QFile::encodeName(path("a.yaml")).constData(), 0600), 0);
        m_window->disk()->look();
        QVERIFY(bar()->isVisible());
        verifyFourParts();
        m_fileToSave = path("elsewhere.yaml");
        click(u"Save &As…"_s);
        QCOMPARE(content("elsewhere.yaml"), "# mine\n" + original);
        QTRY_VERIFY(!bar()->isVisible());
    }

    void aFileThatCannotBeSavedOffersAnotherName()
    {
        QDir().mkdir(path("sub"));
        put("sub/b.yaml", original);
        m_window->files()->openPaths({path("sub/b.yaml")});
        QVERIFY(m_editor->editText(1, {{{0, 0}, "# mine\n"}}, u"Type"_s));
        QVERIFY(QDir(path("sub")).removeRecursively());
        QVERIFY(!m_window->files()->save(1));
        MessageBar *messages = m_window->messages();
        QVERIFY(messages->isVisible());
        const Error error = messages->error();
        QVERIFY(!error.what.isEmpty() && !error.where.isEmpty() && !error.unaffected.isEmpty()
                && !error.next.isEmpty());
        m_fileToSave = path("saved.yaml");
        QTest::mouseClick(button(messages, u"Save &As…"_s), Qt::LeftButton);
        QCOMPARE(content("saved.yaml"), "# mine\n" + original);
    }

    void manyUntouchedFilesAreReloadedInOneStep()
    {
        put("b.yaml", "b: 1\n");
        put("c.yaml", "c: 1\n");
        m_window->files()->openPaths({path("b.yaml"), path("c.yaml")});
        put("a.yaml", "a: 2\n");
        put("b.yaml", "b: 2\n");
        put("c.yaml", "c: 2\n");
        m_window->disk()->look();
        QTest::mouseClick(button(bar(), u"Reload All 3"_s), Qt::LeftButton);
        QCOMPARE(text(0) + text(1) + text(2), "a: 2\nb: 2\nc: 2\n");
        QVERIFY(!bar()->isVisible());
        m_editor->undoStack()->undo();
        QCOMPARE(text(0) + text(1) + text(2), original + "b: 1\nc: 1\n");
    }

    void theNoticeOfTheFileThatIsLookedAtComesFirst()
    {
        put("b.yaml", "b: 1\n");
        m_window->files()->openPaths({path("b.yaml")});
        put("a.yaml", "a: 2\n");
        put("b.yaml", "b: 2\n");
        m_window->disk()->look();
        QCOMPARE(bar()->error().where, path("b.yaml"));
        m_window->selection()->select({0, 0, {}});
        QCOMPARE(bar()->error().where, path("a.yaml"));
    }

    void theModelKeepsItsPromises()
    {
        MergeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QByteArray base;
        for (int i = 0; i < 40; ++i)
            base += "line " + QByteArray::number(i) + '\n';
        model.setChunks(threeWay(base, "mine\n" + base, QByteArray(base).replace("line 30\n", "theirs\n")));
        QVERIFY(model.rowCount() < 25); // the same lines in between are folded
        model.takeAll(MergeChunk::Take::Theirs);
        QCOMPARE(merged(model.chunks()), QByteArray(base).replace("line 30\n", "theirs\n"));
        model.setChunks({});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    QByteArray text(int file = 0) const { return m_editor->workspace().files.at(size_t(file))->stream.text; }
    void type(const QByteArray &text) { QVERIFY(m_editor->editText(0, {{{0, 0}, text}}, u"Type"_s)); }
    MessageBar *bar() const { return m_window->disk()->bar(); }
    MergeView *comparison() const { return m_window->disk()->comparison(); }

    void replace(const QByteArray &old, const QByteArray &now)
    {
        const qsizetype begin = text().indexOf(old);
        QVERIFY(m_editor->editText(0, {{{begin, begin + old.size()}, now}}, u"Type"_s));
    }

    void put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
    }

    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }

    void verifyFourParts() const
    {
        const Error &error = bar()->error();
        QVERIFY(!error.what.isEmpty() && !error.where.isEmpty() && !error.unaffected.isEmpty()
                && !error.next.isEmpty());
    }

    void click(const QString &choice)
    {
        QVERIFY2(button(bar(), choice), qPrintable(choice));
        QTest::mouseClick(button(bar(), choice), Qt::LeftButton);
    }

    static QPushButton *button(QWidget *parent, const QString &text)
    {
        const auto buttons = parent->findChildren<QPushButton *>();
        const auto found =
            std::find_if(buttons.begin(), buttons.end(), [&text](const QPushButton *b) { return b->text() == text; });
        return found == buttons.end() ? nullptr : *found;
    }

    static QStringList cells(MergeView *view)
    {
        QStringList texts;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column)
                texts.append(view->model()->index(row, column).data().toString());
        }
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MainWindow> m_window;
    QString m_fileToSave;
};

QTEST_MAIN(TestDiskNotices)
#include "tst_disknotices.moc"
