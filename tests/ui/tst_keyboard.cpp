// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/fields/field.h"
#include "ui/form/policyform.h"
#include "ui/mainwindow.h"
#include "ui/preview/previewpane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray authorization = "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
                                 "metadata: {name: theirs, namespace: istio-system}\nspec:\n"
                                 "  selector: {matchLabels: {istio: egressgateway-a}}\n  action: DENY\n"
                                 "  rules:\n  - to: [{operation: {methods: [PUT]}}]\n";
const QByteArray mesh = "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: default}\n"
                        "spec: {gateways: [{name: egressgateway-a}]}\n";
const QByteArray expectations =
    "apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata: {name: smoke}\nspec:\n"
    "  cases:\n  - {from: {namespace: mytest}, request: {url: \"http://www.httpbin.org/\"}}\n";

} // namespace

/// The window without a mouse.
class KeyboardTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_exported.clear();
        m_settings = std::make_unique<MemorySettings>();
        m_editor = std::make_unique<WorkspaceEditor>();
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_window->setExportServices([this](const Workspace &) {
            return ExportServices{
                [](const Export &wanted, const QString &) { return planExport(wanted, {}); },
                [this](const Export &wanted, const QString &folder, const QSet<QString> &) {
                    m_exported = folder;
                    return planExport(wanted, {});
                },
                [](const QString &, const QByteArray &) -> Result<bool> { return true; },
            };
        });
        m_window->start({});
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_editor.reset();
    }

    void theJourneyFromASampleToAnExportNeedsNoMouse()
    {
        // A new policy from a sample
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        keys(u"sample allow one http"_s);
        press(Qt::Key_Return);
        QCOMPARE(hosts().size(), 2);
        const QString other = hosts().last();
        m_editor->compileNow();
        QVERIFY(m_editor->compilation().findings.isEmpty());

        // Another host, as it is copied from a browser
        press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(tabTo(u"hosts"_s));
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_F2);
        press(Qt::Key_A, Qt::ControlModifier);
        keys(u"https://api.example.com/v1"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QCOMPARE(hosts(), (QStringList{u"https://api.example.com/v1"_s, other}));
        m_editor->compileNow();
        QCOMPARE(m_editor->compilation().findings.at(0).code, u"host.invalid"_s);

        // The fix of what is wrong with it
        press(Qt::Key_4, Qt::ControlModifier);
        press(Qt::Key_Home);
        press(Qt::Key_Return, Qt::AltModifier);
        press(Qt::Key_Space);
        QCOMPARE(hosts(), (QStringList{u"api.example.com"_s, other}));

        // Ten more
        QString text;
        for (int i = 0; i < 10; ++i)
            text += u"host-%1.example.com\n"_s.arg(i);
        QGuiApplication::clipboard()->setText(text);
        press(Qt::Key_2, Qt::ControlModifier);
        press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QTRY_VERIFY(defaultButtonSays(u"10"_s));
        press(Qt::Key_Return);
        comeBack();
        QCOMPARE(hosts().size(), 12);

        // Not those, after all
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(hosts(), (QStringList{u"api.example.com"_s, other}));

        // Out of the program
        press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QVERIFY(tabTo<QLineEdit>());
        press(Qt::Key_A, Qt::ControlModifier);
        keys(u"/srv/gitops"_s);
        press(Qt::Key_Return);
        comeBack();
        QCOMPARE(m_exported, u"/srv/gitops"_s);
    }

    void shortcutsDoWhatTheDesignSays_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<int>("command");
        const auto row = [](const char *keys, Command command) {
            QTest::newRow(keys) << QString::fromLatin1(keys) << int(command);
        };
        row("Ctrl+N", Command::NewPolicy);
        row("Ctrl+O", Command::Open);
        row("Ctrl+S", Command::Save);
        row("Ctrl+Shift+S", Command::SaveAs);
        row("Ctrl+Z", Command::Undo);
        row("Ctrl+Shift+Z", Command::Redo);
        row("Ctrl+F", Command::Find);
        row("Ctrl+G", Command::GoToLine);
        row("Ctrl+H", Command::Replace);
        row("F3", Command::FindNext);
        row("Shift+F3", Command::FindPrevious);
        row("Ctrl+P", Command::QuickOpen);
        row("Ctrl+W", Command::CloseFile);
        row("Ctrl++", Command::LargerText);
        row("Ctrl+-", Command::SmallerText);
        row("F8", Command::NextProblem);
        row("Shift+F8", Command::PreviousProblem);
        row("Ctrl+Shift+P", Command::Palette);
        row("Ctrl+1", Command::ShowNavigator);
        row("Ctrl+2", Command::ShowForm);
        row("Ctrl+3", Command::ShowPreview);
        row("Ctrl+Alt+D", Command::ShowChanges);
        row("Ctrl+Alt+S", Command::Apply);
        row("F1", Command::FieldHelp);
    }

    /// Pressed where people type most: in the form's first field, in the source, and in the navigator.
    void shortcutsDoWhatTheDesignSays()
    {
        QFETCH(QString, keys);
        QFETCH(int, command);
        QAction *action = m_window->actions()[Command(command)];
        const QKeySequence sequence(keys, QKeySequence::PortableText);
        QVERIFY2(action->shortcuts().contains(sequence), qPrintable(action->text()));
        QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
        for (const Command place : {Command::ShowForm, Command::ShowPreview, Command::ShowNavigator}) {
            m_window->actions()[place]->trigger();
            if (Command(command) == Command::FieldHelp && place == Command::ShowForm)
                continue; // there it is the field's own key
            int triggered = 0;
            action->setEnabled(true);
            action->disconnect(); // what it does is tested where it is done
            connect(action, &QAction::triggered, this, [&triggered] { ++triggered; });
            const QKeyCombination combination = sequence[0];
            QTest::keyClick(QApplication::focusWidget(), combination.key(), combination.keyboardModifiers());
            QCOMPARE(triggered, 1);
        }
    }

    void everyFieldHasHelpByF1AndByItsQuestionMark_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("policy") << QByteArray();
        QTest::newRow("authorization") << authorization;
        QTest::newRow("mesh") << mesh;
        QTest::newRow("expectations") << expectations;
    }

    void everyFieldHasHelpByF1AndByItsQuestionMark()
    {
        QFETCH(QByteArray, text);
        if (text.isEmpty())
            m_window->selection()->select({0, 0, destinationPath(0, 0)});
        else
            m_window->selection()->select({m_editor->newFile(text, u"other.yaml"_s), 0, {}});
        m_editor->compileNow();
        int fields = 0;
        for (Field *field : m_window->form()->findChildren<Field *>()) {
            if (!field->isVisible() || !field->isEnabled())
                continue;
            ++fields;
            const QString title = field->help().title;
            field->setFocus(Qt::OtherFocusReason);
            if (field->isAncestorOf(QApplication::focusWidget())) {
                press(Qt::Key_F1);
                checkHelp(field);
            }
            auto *mark = questionMarkOf(field);
            QVERIFY2(mark && mark->isVisible(), qPrintable(title));
            mark->click();
            checkHelp(field);
        }
        QVERIFY(fields >= 5);
    }

private:
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *where = QApplication::focusWidget();
        QVERIFY2(where, "the keyboard is nowhere");
        QTest::keyClick(where, key, modifiers);
        QCoreApplication::processEvents(); // editors and dialogs close from the event loop
    }

    /// From a dialog that has closed: a window manager activates the window below it.
    void comeBack()
    {
        QTRY_VERIFY(!QApplication::activeModalWidget());
        m_window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
        QVERIFY(QApplication::focusWidget() && m_window->isAncestorOf(QApplication::focusWidget()));
    }

    static void keys(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    /// Tab until the keyboard is in the field whose path ends so.
    static bool tabTo(const QString &name)
    {
        for (int stop = 0; stop < 80; ++stop) {
            const Field *field = fieldOf(QApplication::focusWidget());
            if (field && !field->path().isEmpty() && field->path().last().name == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

    template<typename Widget>
    static bool tabTo()
    {
        for (int stop = 0; stop < 40 && !qobject_cast<Widget *>(QApplication::focusWidget()); ++stop)
            press(Qt::Key_Tab);
        return qobject_cast<Widget *>(QApplication::focusWidget());
    }

    static bool defaultButtonSays(const QString &text)
    {
        for (const QPushButton *button : QApplication::activeModalWidget()->findChildren<QPushButton *>()) {
            if (button->isDefault())
                return button->text().contains(text);
        }
        return false;
    }

    static QToolButton *questionMarkOf(const Field *field)
    {
        for (QToolButton *button : field->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
            if (button->text() == "?"_L1)
                return button;
        }
        return nullptr;
    }

    /// The popup says what the field means, its path, and what it does; then it closes by Escape.
    static void checkHelp(const Field *field)
    {
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY2(popup, qPrintable(field->help().title));
        const QString text = popup->findChild<QLabel *>()->text();
        QVERIFY(text.contains(field->help().meaning.toHtmlEscaped()));
        QVERIFY2(text.contains(u"On the mesh:"_s), qPrintable(field->help().title));
        QVERIFY2(text.contains(u"YAML:"_s), qPrintable(field->help().title));
        QTest::keyClick(popup, Qt::Key_Escape);
        QCoreApplication::processEvents();
        QVERIFY(!QApplication::activePopupWidget());
    }

    QStringList hosts() const
    {
        const Policy *policy = m_editor->workspace().reading(0, 0).policy();
        return policy ? policy->rules.value(0).to.value(0).hosts : QStringList();
    }

    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MainWindow> m_window;
    QString m_exported; ///< The folder.
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
