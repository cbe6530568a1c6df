// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/files/disknotices.h"
#include "ui/form/policyform.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/navigator/navigator.h"
#include "ui/preview/previewpane.h"
#include "ui/preview/sourceeditor.h"
#include "ui/preview/sourcetab.h"
#include "ui/problems/fixpreview.h"
#include "ui/problems/problemsview.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sallyport;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<MemorySettings>();
        openWindow();
    }

    void cleanup() { closeWindow(); }

    void theFirstStartShowsASampleWithOneFindingToFix()
    {
        QCOMPARE(files().size(), size_t(1));
        QVERIFY(m_editor->isUntouched(0));
        const QList<Diagnostic> &findings = m_editor->compilation().findings;
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].code, u"policy.name"_s);
        QCOMPARE(findings[0].fixes.size(), 1);
        QVERIFY(!m_editor->compilation().objects.empty());
        QCOMPARE(m_window->windowTitle(), u"first-start.yaml[*] — Sallyport"_s);
        QVERIFY(!m_window->isWindowModified());
    }

    void closingAnUntouchedSampleAsksNothing()
    {
        QVERIFY(m_window->close());
        QCOMPARE(m_asked, 0);
    }

    void openingAFileTakesTheUntouchedSamplesPlace()
    {
        const QString file = put("mine.yaml");
        m_filesToOpen = {file};
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(files().size(), size_t(1));
        QCOMPARE(files()[0]->path, file);
        QCOMPARE(m_window->windowTitle(), u"mine.yaml[*] — Sallyport"_s);
        QCOMPARE(m_window->files()->recentFiles(), QStringList{file});
    }

    void aTouchedSampleStaysBesideTheOpenedFile()
    {
        type("# mine\n");
        m_window->files()->openPaths({put("mine.yaml")});
        QCOMPARE(files().size(), size_t(2));
        QCOMPARE(m_window->selection()->file(), 1);
    }

    void newMakesAPolicyToFillIn()
    {
        type("# mine\n");
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(files().size(), size_t(2));
        QCOMPARE(files()[1]->documents[0]->kind, DocumentKind::Policy);
        QCOMPARE(m_editor->title(1), u"policy.yaml"_s);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_editor->title(2), u"policy-2.yaml"_s);
    }

    void everySampleOpensWithoutErrors()
    {
        for (const Sample &sample : samples()) {
            m_window->files()->newFromSample(sample);
            QCOMPARE(files().size(), size_t(1)); // each takes the place of the untouched one before
            m_editor->compileNow();
            QVERIFY2(!m_editor->compilation().hasErrors(), qPrintable(sample.name));
            QVERIFY2(!m_editor->compilation().objects.empty(), qPrintable(sample.name));
        }
    }

    void savingAnUntitledFileAsksForItsName()
    {
        type("# mine\n");
        QVERIFY(m_window->isWindowModified());
        m_fileToSave = m_dir->filePath(u"saved.yaml"_s);
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(content(m_fileToSave).startsWith("# mine\n"));
        QCOMPARE(m_window->windowTitle(), u"saved.yaml[*] — Sallyport"_s);
    }

    void undoAndRedoKeysWorkInTheWholeWindow()
    {
        type("# mine\n");
        QTest::keyClick(m_window->navigator()->view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_editor->isUntouched(0));
        QTest::keyClick(m_window->navigator()->view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(m_window->actions()[Command::Undo]->text(), u"&Undo: Type"_s);
        QVERIFY(!m_window->actions()[Command::Redo]->isEnabled());
    }

    void closingChangedFilesAsks_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("closes");
        QTest::newRow("cancel") << int(FileQuestions::Answer::Cancel) << false;
        QTest::newRow("discard") << int(FileQuestions::Answer::Discard) << true;
        QTest::newRow("save") << int(FileQuestions::Answer::Save) << true;
    }

    void closingChangedFilesAsks()
    {
        QFETCH(int, answer);
        QFETCH(bool, closes);
        type("# mine\n");
        m_answer = FileQuestions::Answer(answer);
        m_fileToSave = m_dir->filePath(u"kept.yaml"_s);
        QCOMPARE(m_window->close(), closes);
        QCOMPARE(m_asked, 1);
        QCOMPARE(QFile::exists(m_fileToSave), m_answer == FileQuestions::Answer::Save);
    }

    void cancellingTheNameKeepsTheWindowOpen()
    {
        type("# mine\n");
        m_answer = FileQuestions::Answer::Save;
        QVERIFY(!m_window->close());
    }

    void aFileThatCannotBeOpenedGivesAMessageInTheWindow()
    {
        m_window->files()->openPaths({m_dir->filePath(u"missing.yaml"_s)});
        MessageBar *bar = m_window->messages();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->error().where.endsWith(u"missing.yaml"_s));
        QTest::mouseClick(button(bar, u"Cop&y"_s), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(u"missing.yaml"_s));
        QVERIFY(QApplication::clipboard()->text().contains(bar->error().details));
        QTest::keyClick(button(bar, u"Cop&y"_s), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(files().size(), size_t(1));
    }

    void aFolderOpensAsAWorkspaceAndItsBadFilesAreNamed()
    {
        QDir(m_dir->path()).mkdir(u"w"_s);
        put("w/a.yaml");
        put("w/b.yaml");
        put("w/huge.yaml");
        QVERIFY(QFile::resize(m_dir->filePath(u"w/huge.yaml"_s), 65 * 1024 * 1024));
        m_window->files()->openPaths({m_dir->filePath(u"w"_s)});
        QVERIFY(m_window->messages()->isVisible());
        QVERIFY(m_window->messages()->error().where.endsWith(u"huge.yaml"_s));
        QCOMPARE(files().size(), size_t(2));
        QCOMPARE(m_window->files()->recentFiles(), QStringList{m_dir->filePath(u"w"_s)});
    }

    void aFileChangedByOthersIsNotOverwritten()
    {
        const QString file = put("shared.yaml");
        m_window->files()->openPaths({file});
        type("# mine\n");
        put("shared.yaml", "# theirs\n");
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(content(file), QByteArray("# theirs\n"));
        MessageBar *bar = m_window->disk()->bar();
        QVERIFY(bar->isVisible());
        QTest::mouseClick(button(bar, u"Re&load"_s), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        QCOMPARE(files()[0]->stream.text, QByteArray("# theirs\n"));
        m_editor->undoStack()->undo();
        QVERIFY(files()[0]->stream.text.startsWith("# mine\n"));
    }

    void droppedFilesOpen()
    {
        const QString file = put("dropped.yaml");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(files()[0]->path, file);
    }

    void rulesAndDestinationsAreAddedMovedCopiedAndDeletedByKeys()
    {
        m_window->selection()->select({0, 0, {}});
        const auto key = [this](Qt::Key k, Qt::KeyboardModifiers modifiers) {
            QTest::keyClick(m_window->navigator()->view(), k, modifiers);
        };
        const auto rules = [this] { return m_editor->workspace().reading(0, 0).policy()->rules; };
        const QByteArray original = files()[0]->stream.text;
        QCOMPARE(rules().size(), 1);
        key(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(rules().size(), 2);
        QCOMPARE(rules()[1].from[0].namespaceName, rules()[0].from[0].namespaceName);
        QCOMPARE(m_window->selection()->rule(), 1);
        key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(rules()[1].to.size(), 2);
        QCOMPARE(m_window->selection()->destination(), 1);
        key(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(rules()[1].to.size(), 1);
        m_window->selection()->select({0, 0, rulePath(0)});
        key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->selection()->rule(), 1);
        QVERIFY(!rules()[1].to[0].hosts.isEmpty());
        QVERIFY(rules()[0].to[0].hosts.isEmpty());
        key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rules().size(), 3);
        QCOMPARE(rules()[2].to[0].hosts, rules()[1].to[0].hosts);
        QCOMPARE(m_editor->undoStack()->count(), 5);
        m_editor->undoStack()->setIndex(0);
        QCOMPARE(files()[0]->stream.text, original);
    }

    void actionsFollowTheSelection()
    {
        const auto enabled = [this](Command command) { return m_window->actions()[command]->isEnabled(); };
        m_window->selection()->select({0, 0, {}});
        QVERIFY(enabled(Command::AddRule));
        QVERIFY(enabled(Command::Delete)); // of the document
        QVERIFY(!enabled(Command::Duplicate));
        m_window->selection()->select({0, 0, rulePath(0)});
        QVERIFY(enabled(Command::Delete));
        QVERIFY(!enabled(Command::MoveUp));
        type("broken: [\n");
        QVERIFY(!enabled(Command::AddRule));
        QVERIFY(!enabled(Command::Delete));
        m_editor->undoStack()->undo();
        m_window->files()->close(0);
        QVERIFY(!enabled(Command::Save));
        QVERIFY(!enabled(Command::AddRule));
    }

    void undoingInAnotherFileShowsThatFile()
    {
        m_window->selection()->select({0, 0, rulePath(0)});
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        m_window->files()->openPaths({put("other.yaml")});
        QCOMPARE(m_window->selection()->file(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(m_window->selection()->file(), 0);
    }

    void theTargetIsChosenOnceForMenuToolBarAndStatusBar()
    {
        QAction *asmTarget = action(u"ASM"_s);
        QVERIFY(asmTarget);
        asmTarget->trigger();
        QCOMPARE(m_editor->workspace().target, Target::Asm);
        QVERIFY(asmTarget->isChecked());
        QVERIFY(statusTexts().contains(u"Target: ASM"_s));
        const auto buttons = m_window->findChildren<QToolButton *>();
        QVERIFY(std::any_of(buttons.begin(), buttons.end(),
                            [](const QToolButton *b) { return b->text() == "Target: ASM"_L1; }));
        closeWindow();
        openWindow();
        QCOMPARE(m_editor->workspace().target, Target::Asm);
    }

    void theStatusBarSaysWhatIsAssumed()
    {
        QVERIFY(statusTexts().join(u'\n').contains(u"Assumed: "_s));
        m_window->files()->newFromSample(samples().at(0));
        type(
            "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: default}\nspec:\n  outboundTrafficPolicy: REGISTRY_ONLY\n"
            "---\n");
        m_editor->compileNow();
        QVERIFY(!statusTexts().join(u'\n').contains(u"Assumed: "_s));
    }

    void theFirstFindingIsFixedFromTheFormAndUndoneByKey()
    {
        const Diagnostic finding = m_editor->compilation().findings.at(0);
        emit m_window->form()->fixRequested(finding, 0);
        FixPopup *popup = nullptr;
        for (QWidget *widget : QApplication::allWidgets()) {
            if (auto *found = qobject_cast<FixPopup *>(widget))
                popup = found;
        }
        QVERIFY(popup);
        const auto buttons = popup->findChildren<QPushButton *>();
        const auto apply =
            std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) { return b->isDefault(); });
        QVERIFY(apply != buttons.end());
        (*apply)->click();
        QVERIFY(files()[0]->stream.text.contains("name: egress-by-egressgateway-a"));
        m_editor->compileNow();
        QVERIFY(m_editor->compilation().findings.isEmpty());
        QTest::keyClick(m_window->navigator()->view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_editor->isUntouched(0));
    }

    void typingInTheSourceTabReachesFormAndObjects()
    {
        m_window->preview()->showSource();
        SourceEditor *source = m_window->preview()->source()->editor();
        QTest::keyClick(source, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(source, u"# the end"_s);
        QVERIFY(files()[0]->stream.text.endsWith("# the end"));
        QCOMPARE(m_editor->undoStack()->count(), 1);
        QTest::keyClick(source, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_editor->isUntouched(0));
    }

    void theNextProblemIsOneKeyAway()
    {
        m_window->selection()->select({0, 0, rulePath(0)});
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(m_window->selection()->current(), m_editor->compilation().findings.at(0).where);
    }

    void theStatusBarOpensAndClosesTheListOfProblems()
    {
        const auto buttons = m_window->statusBar()->findChildren<QToolButton *>();
        const auto problems = std::find_if(buttons.begin(), buttons.end(),
                                           [](const QToolButton *b) { return b->text().contains(u"problem"_s); });
        QVERIFY(problems != buttons.end());
        QVERIFY(!m_window->problems()->isVisible());
        QTest::mouseClick(*problems, Qt::LeftButton);
        QVERIFY(m_window->problems()->isVisible());
        QVERIFY(m_window->problems()->height() < m_window->height() / 2);
        QTest::mouseClick(*problems, Qt::LeftButton);
        QVERIFY(!m_window->problems()->isVisible());
    }

    void theKeyboardGoesFromPaneToPane()
    {
        const auto isIn = [](const QWidget *pane) { return pane->isAncestorOf(QApplication::focusWidget()); };
        m_window->activateWindow();
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(isIn(m_window->form()));
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QVERIFY(isIn(m_window->preview()));
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(isIn(m_window->problems()));
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(isIn(m_window->navigator()));
    }

    void formAndPreviewStandSideBySideWhereThereIsRoom()
    {
        auto *inner = m_window->findChild<QSplitter *>(u"inner"_s);
        m_window->resize(1100, 700);
        QCOMPARE(inner->orientation(), Qt::Horizontal);
        m_window->resize(800, 600);
        QCOMPARE(inner->orientation(), Qt::Vertical);
        QCOMPARE(m_window->size(), QSize(800, 600));
    }

    void themesSwitchWhileTheWindowIsOpenAndAreRemembered()
    {
        action(u"&Dark"_s)->trigger();
        QTRY_VERIFY(Theme::of(m_window.get()).isDark);
        closeWindow();
        openWindow();
        QCOMPARE(m_window->themeChoice(), ThemeChoice::Dark);
        action(u"As the &System"_s)->trigger();
        QTRY_VERIFY(!Theme::of(m_window.get()).isDark);
        m_window->setSystemIsDark(true);
        QTRY_VERIFY(Theme::of(m_window.get()).isDark);
        action(u"&Light"_s)->trigger();
        QTRY_VERIFY(!Theme::of(m_window.get()).isDark);
    }

    void textGrowsAndShrinksByKeys()
    {
        const qreal size = QApplication::font().pointSizeF();
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(QApplication::font().pointSizeF(), size + 1);
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(QApplication::font().pointSizeF(), size - 1);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(QApplication::font().pointSizeF(), size);
    }

    void filesOfTheLastTimeComeBack()
    {
        const QString file = put("again.yaml");
        m_window->files()->openPaths({file});
        QVERIFY(m_window->close());
        closeWindow();
        openWindow();
        QCOMPARE(files().size(), size_t(1));
        QCOMPARE(files()[0]->path, file);
        QVERIFY(m_window->close());
        closeWindow();
        QVERIFY(QFile::remove(file));
        openWindow();
        QVERIFY(m_editor->isUntouched(0)); // the sample, without a complaint
        QVERIFY(!m_window->messages()->isVisible());
    }

private:
    void openWindow()
    {
        m_editor = std::make_unique<WorkspaceEditor>();
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_asked = 0;
        m_answer = FileQuestions::Answer::Cancel;
        m_fileToSave.clear();
        m_window->files()->setQuestions({
            .filesToOpen = [this](QWidget *, const QString &) { return m_filesToOpen; },
            .folderToOpen = [](QWidget *, const QString &) { return QString(); },
            .fileToSave = [this](QWidget *, const QString &) { return m_fileToSave; },
            .saveBeforeClosing =
                [this](QWidget *, const QStringList &) {
                    ++m_asked;
                    return m_answer;
                },
        });
        m_window->start({});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void closeWindow()
    {
        m_window.reset();
        m_editor.reset();
    }

    const std::vector<std::shared_ptr<const SourceFile>> &files() const { return m_editor->workspace().files; }
    void type(const QByteArray &text)
    {
        QVERIFY(m_editor->editText(m_window->selection()->file(), {{{0, 0}, text}}, u"Type"_s));
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

    static QPushButton *button(QWidget *parent, const QString &text)
    {
        const auto buttons = parent->findChildren<QPushButton *>();
        const auto found =
            std::find_if(buttons.begin(), buttons.end(), [&text](const QPushButton *b) { return b->text() == text; });
        return found == buttons.end() ? nullptr : *found;
    }

    QAction *action(const QString &text) const
    {
        const auto actions = m_window->findChildren<QAction *>();
        const auto found =
            std::find_if(actions.begin(), actions.end(), [&text](const QAction *a) { return a->text() == text; });
        return found == actions.end() ? nullptr : *found;
    }

    /// What the status bar says, buttons included.
    QStringList statusTexts() const
    {
        QStringList texts;
        for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        for (const QToolButton *button : m_window->statusBar()->findChildren<QToolButton *>()) {
            if (button->isVisible())
                texts.append(button->text());
        }
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_filesToOpen;
    QString m_fileToSave;
    FileQuestions::Answer m_answer = FileQuestions::Answer::Cancel;
    int m_asked = 0;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
