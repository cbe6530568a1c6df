// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// The real program, typed into and killed: this test starts itself as the program, with someone at the keyboard.

#include "app/application.h"
#include "core/document/workspaceeditor.h"
#include "tests/support/app/program.h"
#include "ui/mainwindow.h"
#include "ui/preview/previewpane.h"
#include "ui/preview/sourceeditor.h"
#include "ui/preview/sourcetab.h"

#include <QApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

MainWindow *window()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<MainWindow *>(widget))
            return found;
    }
    return nullptr;
}

/// Types line after line into the Source tab, until someone ends the process.
void type()
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, qApp, [] {
        MainWindow *w = window();
        if (!w || !w->isVisible())
            return;
        SourceEditor *editor = w->preview()->source()->editor();
        static int line = 0;
        if (line == 0) {
            w->preview()->showSource();
            QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
        }
        QTest::keyClicks(editor, u"# line %1 of what was typed"_s.arg(++line));
        QTest::keyClick(editor, Qt::Key_Return);
    });
    timer->start(10);
}

/// Prints what is open, and ends without a farewell.
void report()
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, qApp, [] {
        MainWindow *w = window();
        if (!w || !w->isVisible())
            return;
        WorkspaceEditor *editor = w->editor();
        QJsonArray files;
        const QString step = editor->undoStack()->undoText();
        for (const auto &file : editor->workspace().files)
            files.append(QJsonObject{{u"path"_s, file->path}, {u"text"_s, QString::fromUtf8(file->stream.text)}});
        editor->undoStack()->setIndex(0);
        const QString undone = QString::fromUtf8(editor->workspace().files[0]->stream.text);
        const QByteArray json =
            QJsonDocument(QJsonObject{{u"files"_s, files}, {u"step"_s, step}, {u"undone"_s, undone}}).toJson();
        std::fwrite(json.constData(), 1, size_t(json.size()), stdout);
        std::fflush(stdout);
        std::raise(SIGKILL);
    });
    timer->start(10);
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatWasTypedIsBackAfterTheProgramWasKilled()
    {
        const QString file = m_dir->filePath(u"a.yaml"_s);
        writeFile(file, "kept: 1\n");
        killWhileTyping({file});
        QCOMPARE(contentOf(file), "kept: 1\n");
        const QJsonObject back = restart();
        QCOMPARE(back["files"_L1].toArray().size(), 1);
        const QString text = back["files"_L1][0]["text"_L1].toString();
        QVERIFY(text.startsWith(u"# line 1 of what was typed\n"_s));
        QVERIFY(text.endsWith(u"kept: 1\n"_s));
        QCOMPARE(back["files"_L1][0]["path"_L1].toString(), file);
        QCOMPARE(back["step"_L1].toString(), u"Restored After a Crash"_s);
        QCOMPARE(back["undone"_L1].toString(), u"kept: 1\n"_s);
        // The second time was a crash, too: it is still there.
        QCOMPARE(restart()["files"_L1][0]["text"_L1].toString(), text);
    }

    void anUntitledFileIsBackAfterTheProgramWasKilled()
    {
        killWhileTyping({});
        const QJsonObject back = restart();
        QVERIFY(back["files"_L1][0]["text"_L1].toString().startsWith(u"# line 1 of what was typed\n"_s));
        QVERIFY(back["files"_L1][0]["path"_L1].toString().isEmpty());
        QVERIFY(!back["undone"_L1].toString().startsWith(u"# line"_s));
    }

private:
    QProcessEnvironment environment(const QString &action) const
    {
        QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
        result.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        result.insert(u"XDG_STATE_HOME"_s, m_dir->filePath(u"state"_s));
        result.insert(u"XDG_CONFIG_HOME"_s, m_dir->filePath(u"config"_s));
        result.insert(u"SALLYPORT_AT_THE_KEYBOARD"_s, action);
        return result;
    }

    /// What the journal has on the disk at the moment.
    QByteArray journal() const
    {
        QByteArray result;
        QDirIterator all(m_dir->filePath(u"state"_s), {u"*.unsaved"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            result += contentOf(all.next());
        return result;
    }

    void killWhileTyping(const QStringList &arguments)
    {
        QProcess program;
        program.setProcessEnvironment(environment(u"type"_s));
        program.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(journal().contains("# line 5 of what was typed"), 60'000);
        program.kill(); // SIGKILL: nothing can be tidied up
        QVERIFY(program.waitForFinished());
    }

    QJsonObject restart()
    {
        QProcess program;
        program.setProcessEnvironment(environment(u"report"_s));
        program.start(QCoreApplication::applicationFilePath(), QStringList());
        if (!program.waitForFinished(60'000)) {
            program.kill();
            program.waitForFinished();
        }
        return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

int main(int argc, char *argv[])
{
    const QByteArray action = qgetenv("SALLYPORT_AT_THE_KEYBOARD");
    if (!action.isEmpty()) {
        qAddPreRoutine(action == "type" ? type : report);
        return runWindow(argc, argv);
    }
    QCoreApplication application(argc, argv);
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
