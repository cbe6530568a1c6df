// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/changes/changesdelegate.h"
#include "ui/changes/changesmodel.h"
#include "ui/changes/changestab.h"
#include "ui/mainwindow.h"
#include "ui/preview/previewpane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

class TestChangesTab : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<MemorySettings>();
        m_editor = std::make_unique<WorkspaceEditor>();
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_file = m_dir->filePath(u"a.yaml"_s);
        put(samples().at(0).text());
        m_window->start({m_file});
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(tab()->isVisible());
    }

    void cleanup()
    {
        m_window.reset();
        m_editor.reset();
    }

    void aSavedFileHasNoChanges()
    {
        QTRY_VERIFY(tab()->message().startsWith(u"No differences"_s));
        QVERIFY(tab()->summary().isEmpty());
    }

    void whatWasTypedIsShownAndLeadsToItsField()
    {
        replace("number: 80", "number: 8080");
        QTRY_COMPARE(tab()->summary(), u"+1 −1 in 1 place(s)"_s);
        const int row = rowWith(u"+ "_s, u"number: 8080"_s);
        QVERIFY(row >= 0);
        QCOMPARE(tab()
                     ->model()
                     ->data(tab()->model()->index(row, ChangesModel::After), ChangesModel::SpansRole)
                     .value<QList<Span>>()
                     .size(),
                 1);
        click(row);
        QCOMPARE(m_window->selection()->current().path.toString(), u"spec.egressRules[0].to[0].port.number"_s);
        m_editor->undoStack()->undo();
        QTRY_VERIFY(tab()->message().startsWith(u"No differences"_s));
    }

    void objectsAreComparedWithTheSavedOnes()
    {
        replace("- www.httpbin.org", "- www.example.org");
        tab()->setWhat(ChangesTab::What::Objects);
        QTRY_VERIFY(rowWith(u"+ "_s, u"www.example.org"_s) >= 0);
        QTRY_VERIFY(rowWith(u"− "_s, u"www.httpbin.org"_s) >= 0);
        click(rowWith(u"+ "_s, u"- www.example.org"_s));
        QVERIFY(m_window->selection()->current().path.toString().startsWith(u"spec.egressRules[0].to[0]"_s));
        QVERIFY(m_window->files()->save(0));
        QTRY_VERIFY(tab()->message().startsWith(u"No differences"_s));
    }

    void sideBySideEveryRowHasBothSides()
    {
        replace("number: 80", "number: 8080");
        QTRY_VERIFY(!tab()->summary().isEmpty());
        const int inlineRows = tab()->model()->rowCount();
        tab()->setSideBySide(true);
        QCOMPARE(tab()->model()->rowCount(), inlineRows - 1);
        const int row = rowWith(u"+ "_s, u"number: 8080"_s);
        QVERIFY(cell(row, ChangesModel::Before).contains(u"number: 80"_s));
        QVERIFY(!tab()->table()->isColumnHidden(ChangesModel::Before));
        tab()->setSideBySide(false);
        QCOMPARE(tab()->model()->rowCount(), inlineRows);
        QVERIFY(tab()->table()->isColumnHidden(ChangesModel::Before));
    }

    void theNextDifferenceIsOneKeyAway()
    {
        replace("number: 80", "number: 8080");
        replace("apiVersion:", "# first\napiVersion:");
        QTRY_COMPARE(tab()->model()->comparison().differences.size(), 2);
        QTest::keyClick(tab()->table(), Qt::Key_Down, Qt::AltModifier);
        const int first = tab()->table()->currentIndex().row();
        QTest::keyClick(tab()->table(), Qt::Key_Down, Qt::AltModifier);
        const int second = tab()->table()->currentIndex().row();
        QVERIFY(second > first);
        QTest::keyClick(tab()->table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(tab()->table()->currentIndex().row(), first);
        QTest::keyClick(tab()->table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(tab()->table()->currentIndex().row(), second);
    }

    void linesAreCopiedWithTheirSigns()
    {
        replace("number: 80", "number: 8080");
        QTRY_VERIFY(!tab()->summary().isEmpty());
        tab()->table()->selectRow(rowWith(u"+ "_s, u"number: 8080"_s));
        QTest::keyClick(tab()->table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"+ "_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"number: 8080"_s));
    }

    void theLastExportIsComparedWith()
    {
        tab()->setAgainst(ChangesTab::Against::Exported);
        QTRY_VERIFY(tab()->message().startsWith(u"Nothing was exported"_s));
        tab()->setExportFolder(m_dir->filePath(u"exports"_s));
        tab()->rememberExport();
        QTRY_VERIFY(tab()->message().startsWith(u"No differences"_s));
        replace("number: 80", "number: 8080");
        QVERIFY(m_window->files()->save(0));
        QTRY_COMPARE(tab()->summary(), u"+1 −1 in 1 place(s)"_s);
    }

    void aCommitIsComparedWith()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("git is not installed");
        tab()->setAgainst(ChangesTab::Against::Revision);
        QTRY_VERIFY(tab()->message().contains(u"not in a Git repository"_s));
        git({u"init"_s, u"--quiet"_s});
        git({u"add"_s, u"a.yaml"_s});
        git({u"commit"_s, u"--quiet"_s, u"-m"_s, u"first"_s});
        replace("number: 80", "number: 8080");
        tab()->setAgainst(ChangesTab::Against::Saved);
        tab()->setAgainst(ChangesTab::Against::Revision);
        QTRY_COMPARE(tab()->summary(), u"+1 −1 in 1 place(s)"_s);
        tab()->setWhat(ChangesTab::What::Objects);
        QTRY_VERIFY(tab()->summary().contains(u"place"_s) && tab()->summary() != u"+1 −1 in 1 place(s)"_s);
        tab()->history()->setProgram(m_dir->filePath(u"no-git"_s));
        tab()->setAgainst(ChangesTab::Against::Saved);
        tab()->setAgainst(ChangesTab::Against::Revision);
        QTRY_VERIFY(tab()->message().contains(u"could not be started"_s));
    }

    void aFileWithoutANameIsUnknownToGit()
    {
        m_window->files()->newPolicy();
        tab()->setAgainst(ChangesTab::Against::Revision);
        QTRY_VERIFY(tab()->message().contains(u"has no name yet"_s));
    }

    void nothingIsComparedWhileTheTabIsHidden()
    {
        QTRY_VERIFY(tab()->message().startsWith(u"No differences"_s));
        m_window->preview()->showSource();
        replace("number: 80", "number: 8080");
        QTest::qWait(500);
        QCOMPARE(tab()->model()->rowCount(), 0);
        m_window->preview()->showChanges();
        QTRY_VERIFY(tab()->model()->rowCount() > 0);
    }

    void withoutAFileThereIsNothingToCompare()
    {
        m_window->files()->close(0);
        QTRY_VERIFY(tab()->message().startsWith(u"No file is open"_s));
    }

    void theModelKeepsItsPromises()
    {
        ChangesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(compareTexts("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\nmore\n6\n7\n8\n"));
        for (const bool sideBySide : {true, false}) {
            model.setSideBySide(sideBySide);
            for (int line = 0; line < int(model.comparison().lines.size()); ++line)
                QVERIFY(model.rowOf(line) >= 0 && model.rowOf(line) < model.rowCount());
        }
        model.setComparison({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.differenceFrom(-1, 1), -1);
    }

    void markedWordsAreReadable()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            for (const bool added : {true, false})
                QVERIFY(contrast(theme->palette.color(QPalette::Text), changedWordGround(*theme, added)) >= 4.5);
        }
    }

private:
    ChangesTab *tab() const { return m_window->preview()->changes(); }

    QString cell(int row, int column) const { return tab()->model()->index(row, column).data().toString(); }

    int rowWith(const QString &sign, const QString &text) const
    {
        for (int row = 0; row < tab()->model()->rowCount(); ++row) {
            const QString shown = cell(row, ChangesModel::After);
            if (shown.startsWith(sign) && shown.contains(text))
                return row;
        }
        return -1;
    }

    void click(int row) const
    {
        const QModelIndex index = tab()->model()->index(row, ChangesModel::After);
        tab()->table()->scrollTo(index);
        QTest::mouseClick(tab()->table()->viewport(), Qt::LeftButton, {},
                          tab()->table()->visualRect(index).topLeft() + QPoint(20, 4));
    }

    void replace(const QByteArray &old, const QByteArray &now)
    {
        const qsizetype begin = m_editor->workspace().files[0]->stream.text.indexOf(old);
        QVERIFY(m_editor->editText(0, {{{begin, begin + old.size()}, now}}, u"Type"_s));
    }

    void put(const QByteArray &bytes) const
    {
        QFile file(m_file);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

    void git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir->path());
        process.start(u"git"_s,
                      QStringList{u"-c"_s, u"user.name=Tester"_s, u"-c"_s, u"user.email=tester@example.org"_s}
                          + arguments);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MainWindow> m_window;
    QString m_file;
};

QTEST_MAIN(TestChangesTab)
#include "tst_changestab.moc"
