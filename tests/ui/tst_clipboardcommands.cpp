// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "tests/support/ui/memorysettings.h"
#include "ui/clipboard/clipboardcommands.h"
#include "ui/clipboard/itemmime.h"
#include "ui/form/policyform.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/navigator/navigator.h"
#include "ui/preview/previewpane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sallyport;

/// Cut, Copy and Paste of the Edit menu, by their keys, in the whole window.
class TestClipboardCommands : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_editor = std::make_unique<WorkspaceEditor>();
        m_settings = std::make_unique<MemorySettings>();
        m_editor->newFile(httpPolicy(), u"a.yaml"_s);
        m_editor->newFile(httpPolicy(), u"b.yaml"_s);
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QApplication::clipboard()->clear();
        select(0, u"spec.egressRules[0]"_s);
    }

    void cleanup()
    {
        m_window.reset();
        m_editor.reset();
        m_settings.reset();
    }

    void aRuleIsCopiedIntoAnotherFileAsOneStep()
    {
        press(Qt::Key_C);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"- from:\n  - namespace: mytest # the team's\n"_s));
        QVERIFY(holdsItems(QApplication::clipboard()->mimeData()));
        QCOMPARE(rules(1), 1);
        select(1, u"spec"_s);
        press(Qt::Key_V);
        QCOMPARE(rules(0), 1);
        QCOMPARE(rules(1), 2);
        QVERIFY(text(1).endsWith("# plain\n        protocol: HTTP\n      byEgressGateway:\n        port: 80\n"));
        QCOMPARE(m_window->selection()->current(), ref(1, u"spec.egressRules[1]"_s));
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(text(1), httpPolicy());
    }

    void aDestinationIsCutAndPutBack()
    {
        select(0, u"spec.egressRules[0].to[0]"_s);
        press(Qt::Key_X);
        QVERIFY(text(0).contains("    to: []\n"));
        QCOMPARE(m_editor->undoStack()->undoText(), u"Cut httpbin-http"_s);
        QCOMPARE(m_window->selection()->current(), ref(0, u"spec.egressRules[0]"_s));
        press(Qt::Key_V);
        QCOMPARE(m_editor->undoStack()->undoText(), u"Paste httpbin-http"_s);
        QCOMPARE(text(0), httpPolicy());
    }

    void textFromElsewhereIsPasted()
    {
        QApplication::clipboard()->setText(u"name: from-a-page # kept\nfrom: [{namespace: a}]\nto: []\n"_s);
        press(Qt::Key_V);
        QVERIFY(text(0).endsWith("  - name: from-a-page # kept\n    from: [{namespace: a}]\n    to: []\n"));
    }

    void whatCannotBePastedSaysWhyAndChangesNothing()
    {
        QApplication::clipboard()->setText(u"apiVersion: v1\nkind: Service\n"_s);
        press(Qt::Key_V);
        QVERIFY(m_window->messages()->isVisible());
        QVERIFY(m_window->messages()->error().next.contains(u"Service"_s));
        QCOMPARE(text(0), httpPolicy());
        QCOMPARE(m_editor->undoStack()->count(), 0);
    }

    void whereTheKeyboardIsInATextTheTextIsCopied()
    {
        m_window->preview()->setFocus();
        m_window->preview()->showSource();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End, Qt::ShiftModifier);
        m_window->actions()[Command::Copy]->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"# who may leave"_s);
        m_window->actions()[Command::Cut]->trigger();
        QVERIFY(text(0).startsWith("\napiVersion"));
        m_window->actions()[Command::Paste]->trigger();
        QCOMPARE(text(0), httpPolicy());
    }

    void severalItemsComeFromWhoeverKnowsThem()
    {
        m_window->clipboard()->setItems([this] {
            return QList<FieldRef>{ref(0, u"spec.egressRules[0].to[0].hosts[0]"_s),
                                   ref(0, u"spec.egressRules[0].to[0].hosts[1]"_s)};
        });
        press(Qt::Key_X);
        QCOMPARE(QApplication::clipboard()->text(), u"- www.httpbin.org # the site\n- httpbin.org\n"_s);
        QCOMPARE(m_editor->undoStack()->undoText(), u"Cut 2 host(s)"_s);
        QVERIFY(text(0).contains("      hosts: []\n"));
    }

private:
    FieldRef ref(int file, const QString &path) const { return {file, 0, *FieldPath::parse(path)}; }
    QByteArray text(int file) const { return m_editor->workspace().files[size_t(file)]->stream.text; }
    int rules(int file) const { return int(m_editor->workspace().reading(file, 0).policy()->rules.size()); }

    void select(int file, const QString &path)
    {
        m_window->selection()->select(ref(file, path));
        m_window->navigator()->view()->setFocus();
    }

    void press(Qt::Key key) { QTest::keyClick(m_window->navigator()->view(), key, Qt::ControlModifier); }

    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestClipboardCommands)
#include "tst_clipboardcommands.moc"
