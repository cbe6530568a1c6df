// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"
#include "ui/preview/findbar.h"
#include "ui/preview/gotolinebar.h"
#include "ui/preview/sourceeditor.h"
#include "ui/preview/sourcetab.h"
#include "ui/preview/yamlpane.h"
#include "ui/selection.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextBlock>

#include <algorithm>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QByteArray policy = "apiVersion: istio.alibabacloud.com/v1beta1\n" // line 0
                          "kind: ASMEgressTrafficPolicy\n"
                          "metadata:\n"
                          "  name: egress-by-egressgateway-a\n"
                          "  namespace: istio-egress\n"
                          "spec:\n" // 5
                          "  byEgressGateway:\n"
                          "    name: egressgateway-a\n"
                          "  egressRules:\n"
                          "  - from:\n"
                          "    - namespace: mytest # the team\n" // 10
                          "    to:\n"
                          "    - hosts:\n"
                          "      - www.httpbin.org\n"
                          "      port:\n"
                          "        number: 80\n" // 15
                          "        protocol: HTTP\n";

FieldPath path(const char *text)
{
    return *FieldPath::parse(QString::fromUtf8(text));
}

/// A Source tab in a window of its own, with one file.
struct Window {
    explicit Window(const QByteArray &text = policy)
    {
        workspace.newFile(text, u"policy.yaml"_s);
        workspace.compileNow();
        tab.resize(700, 500);
        tab.show();
        editor->setFocus();
    }

    QByteArray text(int file = 0) const { return workspace.workspace().files[size_t(file)]->stream.text; }

    QString shown() const
    {
        QStringList lines;
        for (QTextBlock block = editor->document()->begin(); block.isValid(); block = block.next())
            lines.append(block.text());
        return lines.join(u'\n');
    }

    void putCursor(int line, int column)
    {
        editor->setCursor(editor->document()->findBlockByNumber(line).position() + column);
    }

    void type(const QString &keys) { QTest::keyClicks(editor, keys); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(editor, key, modifiers);
    }

    WorkspaceEditor workspace;
    Selection selection;
    SourceTab tab{&workspace, &selection};
    SourceEditor *editor = tab.editor();
};

/// Lines as an editor shows them, whatever ends them.
QString asShown(QByteArray text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    return QString::fromUtf8(text.replace("\r\n", "\n").replace('\r', '\n'));
}

} // namespace

class SourceTabTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QGuiApplication::clipboard()->clear(); }

    void typingChangesTheWorkspace();
    void typingInAFileWithCrLfKeepsItsLineEnds();
    void charactersBeyondTheBasicPlaneAreTypedAndUndone();
    void aByteOrderMarkIsNeitherShownNorLost();
    void brokenTextIsKeptAsItIsTyped();
    void oneLineTypedIsOneUndoStep();
    void undoInTheEditorIsTheWorkspaces();
    void anEditOfTheFormAppearsAtItsPlace();
    void randomEditsFromBothSidesKeepViewAndWorkspaceEqual();
    void pastedTextIsOneStepAndBecomesUtf8();

    void enterKeepsTheDepthOfTheItem();
    void tabInsertsTwoBlanksAndIndentsSelectedLines();
    void backspaceTakesALevelOfBlanks();
    void controlSlashTogglesComments();
    void shiftEnterIsAnOrdinaryLineEnd();

    void theSelectedFieldIsMarked();
    void theCursorSelectsTheFieldItStandsIn();
    void selectingAFieldElsewhereScrollsToIt();
    void selectingADocumentGoesToItsFirstLine();
    void findingsAreUnderlinedWhereTheyAre();
    void theFileOfTheSelectionIsShown();
    void aFileThatIsNotUtf8IsShownAndNotEdited();
    void aBigFileIsReadOnlyUntilItIsFilled();

    void findGoesRoundAndCounts();
    void replaceAllIsOneStep();
    void goToLineScrollsThere();
};

void SourceTabTest::typingChangesTheWorkspace()
{
    Window w;
    w.putCursor(15, 18);
    w.type(u"80"_s);
    QCOMPARE(w.text(), QByteArray(policy).replace("number: 80", "number: 8080"));
    w.press(Qt::Key_Backspace);
    w.press(Qt::Key_Backspace);
    w.press(Qt::Key_Home);
    w.press(Qt::Key_Delete);
    QCOMPARE(w.text(), QByteArray(policy).replace("        number", "       number"));
}

void SourceTabTest::typingInAFileWithCrLfKeepsItsLineEnds()
{
    Window w("a: 1\r\nb: 2\r\n");
    w.putCursor(0, 4);
    w.press(Qt::Key_Return);
    w.type(u"c: 3"_s);
    QCOMPARE(w.text(), QByteArray("a: 1\r\nc: 3\r\nb: 2\r\n"));
    w.putCursor(1, 0);
    w.press(Qt::Key_Backspace);
    QCOMPARE(w.text(), QByteArray("a: 1c: 3\r\nb: 2\r\n"));
    while (w.workspace.undoStack()->canUndo())
        w.workspace.undoStack()->undo();
    QCOMPARE(w.text(), QByteArray("a: 1\r\nb: 2\r\n"));
    QCOMPARE(w.shown(), u"a: 1\nb: 2\n"_s);
}

void SourceTabTest::charactersBeyondTheBasicPlaneAreTypedAndUndone()
{
    const QByteArray before = "a: \xF0\x9F\x98\x80 caf\xC3\xA9\r\nb: 1\r\n";
    Window w(before);
    w.putCursor(0, 5); // behind the emoji
    w.editor->insertPlainText(u"\U0001F511"_s);
    w.type(u"x"_s);
    QCOMPARE(w.text(), QByteArray("a: \xF0\x9F\x98\x80\xF0\x9F\x94\x91x caf\xC3\xA9\r\nb: 1\r\n"));
    w.putCursor(0, 5);
    w.press(Qt::Key_Backspace);
    QCOMPARE(w.text(), QByteArray("a: \xF0\x9F\x94\x91x caf\xC3\xA9\r\nb: 1\r\n"));
    while (w.workspace.undoStack()->canUndo())
        w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.text(), before);
    QCOMPARE(w.shown(), asShown(before));
}

void SourceTabTest::aByteOrderMarkIsNeitherShownNorLost()
{
    Window w("\xEF\xBB\xBF"
             "a: 1\n");
    QCOMPARE(w.shown(), u"a: 1\n"_s);
    w.press(Qt::Key_Home, Qt::ControlModifier);
    w.type(u"#"_s);
    QCOMPARE(w.text(), QByteArray("\xEF\xBB\xBF#a: 1\n"));
}

void SourceTabTest::brokenTextIsKeptAsItIsTyped()
{
    Window w;
    w.putCursor(5, 0);
    w.type(u"\"unclosed: [{"_s);
    QVERIFY(w.text().contains("\n\"unclosed: [{spec:\n"));
    QCOMPARE(w.shown(), asShown(w.text()));
    w.workspace.compileNow();
    QVERIFY(w.workspace.compilation().hasErrors());
    QVERIFY(w.editor->isEditable());
}

void SourceTabTest::oneLineTypedIsOneUndoStep()
{
    Window w("a: 1\n");
    w.putCursor(1, 0);
    w.type(u"b: 2"_s);
    QCOMPARE(w.workspace.undoStack()->count(), 1);
    w.putCursor(0, 4);
    w.type(u"0"_s);
    QCOMPARE(w.workspace.undoStack()->count(), 2);
    w.press(Qt::Key_Z, Qt::ControlModifier);
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.text(), QByteArray("a: 1\n"));
}

void SourceTabTest::undoInTheEditorIsTheWorkspaces()
{
    Window w;
    w.putCursor(15, 18);
    w.type(u"1"_s);
    w.workspace.editText(0, {{{0, 0}, "# first\n"}}, u"Elsewhere"_s);
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!w.text().startsWith("# first"));
    QVERIFY(w.text().contains("number: 801"));
    w.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(w.text().startsWith("# first"));
    QCOMPARE(w.shown(), asShown(w.text()));
}

void SourceTabTest::anEditOfTheFormAppearsAtItsPlace()
{
    Window w;
    w.putCursor(16, 10);
    const qsizetype at = policy.indexOf("mytest");
    w.workspace.editText(0, {{{at, at + 6}, "payments\n    - namespace: orders"}}, u"Change source"_s);
    QCOMPARE(w.shown(), asShown(w.text()));
    QCOMPARE(w.editor->cursorLine(), 17);
    QCOMPARE(w.editor->textCursor().positionInBlock(), 10);
    QVERIFY(w.editor->flashedLines().contains(10));
    QVERIFY(w.editor->flashedLines().contains(11));
    QVERIFY(!w.editor->flashedLines().contains(12));
}

void SourceTabTest::randomEditsFromBothSidesKeepViewAndWorkspaceEqual()
{
    QRandomGenerator random(3);
    const QStringList typed{u"a"_s,  u": "_s, u"- "_s, u"é"_s,      u"漢"_s,    u"\U0001F511"_s,
                            u"\n"_s, u"  "_s, u"#"_s,  u"\u2028"_s, u"\u00a0"_s};
    const QByteArray before =
        QByteArray("\xEF\xBB\xBF").append(policy).replace("\n  ", "\r\n  ").replace("mytest", "caf\xC3\xA9");
    Window w(before);
    for (int i = 0; i < 400; ++i) {
        const int position = random.bounded(w.editor->document()->characterCount());
        if (random.bounded(3) == 0) {
            const qsizetype size = w.text().size();
            qsizetype at = random.bounded(int(size) + 1);
            while (at < size && (uchar(w.text()[at]) & 0xC0) == 0x80)
                ++at;
            w.workspace.editText(0, {{{at, at}, typed[random.bounded(int(typed.size()))].toUtf8()}}, u"Elsewhere"_s);
        } else {
            QTextCursor cursor(w.editor->document());
            cursor.setPosition(position); // perhaps between the halves of a surrogate pair
            if (random.bounded(2) == 0)
                cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, random.bounded(12));
            w.editor->setTextCursor(cursor);
            w.editor->insertPlainText(typed[random.bounded(int(typed.size()))]);
        }
        if (random.bounded(9) == 0)
            w.workspace.undoStack()->undo();
        QCOMPARE(w.shown(), asShown(w.text()));
    }
    while (w.workspace.undoStack()->canUndo())
        w.workspace.undoStack()->undo();
    QCOMPARE(w.text(), before);
    QCOMPARE(w.shown(), asShown(before));
}

void SourceTabTest::pastedTextIsOneStepAndBecomesUtf8()
{
    Window w("a: 1\n");
    w.putCursor(1, 0);
    QString pasted = u"b: 1\r\nc: "_s + QChar(0xd83d) + u"\rd"_s + QChar(QChar::ParagraphSeparator);
    auto *data = new QMimeData;
    data->setText(pasted);
    QGuiApplication::clipboard()->setMimeData(data);
    w.editor->paste();
    QCOMPARE(w.text(), QByteArray("a: 1\nb: 1\nc: \xEF\xBF\xBD\nd\n"));
    QCOMPARE(w.shown(), asShown(w.text()));
    QCOMPARE(w.workspace.undoStack()->count(), 1);
    QCOMPARE(w.workspace.undoStack()->undoText(), u"Paste in policy.yaml"_s);
}

void SourceTabTest::enterKeepsTheDepthOfTheItem()
{
    Window w("rules:\n- name: a\n  to:\n  - x\n");
    const auto enterAt = [&](int line) {
        w.putCursor(line, int(w.editor->document()->findBlockByNumber(line).text().size()));
        w.press(Qt::Key_Return);
        const QString indent = w.editor->textCursor().block().text();
        w.workspace.undoStack()->undo();
        return indent.size();
    };
    QCOMPARE(enterAt(0), 2); // behind a colon
    QCOMPARE(enterAt(1), 2); // the item goes on
    QCOMPARE(enterAt(2), 4);
    QCOMPARE(enterAt(3), 2); // the next item
}

void SourceTabTest::tabInsertsTwoBlanksAndIndentsSelectedLines()
{
    Window w("a: 1\nb: 2\n\nc: 3\n");
    w.press(Qt::Key_Tab);
    QCOMPARE(w.text(), QByteArray("  a: 1\nb: 2\n\nc: 3\n"));
    w.press(Qt::Key_Backtab);
    QCOMPARE(w.text(), QByteArray("a: 1\nb: 2\n\nc: 3\n"));
    w.putCursor(0, 2);
    w.press(Qt::Key_Down, Qt::ShiftModifier);
    w.press(Qt::Key_Down, Qt::ShiftModifier);
    w.press(Qt::Key_Down, Qt::ShiftModifier);
    w.press(Qt::Key_Tab);
    QCOMPARE(w.text(), QByteArray("  a: 1\n  b: 2\n\n  c: 3\n"));
    const int steps = w.workspace.undoStack()->count();
    w.press(Qt::Key_Backtab);
    QCOMPARE(w.text(), QByteArray("a: 1\nb: 2\n\nc: 3\n"));
    QCOMPARE(w.workspace.undoStack()->count(), steps + 1);
}

void SourceTabTest::backspaceTakesALevelOfBlanks()
{
    Window w("a:\n      b: 1\n");
    w.putCursor(1, 6);
    w.press(Qt::Key_Backspace);
    QCOMPARE(w.text(), QByteArray("a:\n    b: 1\n"));
    w.putCursor(1, 3);
    w.press(Qt::Key_Backspace);
    QCOMPARE(w.text(), QByteArray("a:\n   b: 1\n"));
}

void SourceTabTest::controlSlashTogglesComments()
{
    Window w("a:\n  b: 1\n\n  c: 2\n");
    w.putCursor(1, 0);
    w.press(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    w.press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(w.text(), QByteArray("a:\n  # b: 1\n\n  # c: 2\n"));
    w.press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(w.text(), QByteArray("a:\n  b: 1\n\n  c: 2\n"));
}

void SourceTabTest::shiftEnterIsAnOrdinaryLineEnd()
{
    Window w("a: 1");
    w.putCursor(0, 4);
    w.press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(w.text(), QByteArray("a: 1\n"));
}

void SourceTabTest::theSelectedFieldIsMarked()
{
    Window w;
    w.selection.select({0, 0, path("spec.egressRules[0].to[0].port.number")});
    QCOMPARE(w.editor->markedLines().ranges(), (std::vector<LineRange>{{15, 15}}));
    w.selection.select({0, 0, path("spec.egressRules[0].to[0].port")});
    QCOMPARE(w.editor->markedLines().ranges(), (std::vector<LineRange>{{14, 16}}));
    w.workspace.editText(0, {{{0, 0}, "# a\n# b\n"}}, u"Comment"_s);
    w.workspace.compileNow();
    QCOMPARE(w.editor->markedLines().ranges(), (std::vector<LineRange>{{16, 18}}));
    w.selection.select({0, 0, {}});
    QVERIFY(w.editor->markedLines().isEmpty());
}

void SourceTabTest::theCursorSelectsTheFieldItStandsIn()
{
    Window w;
    QVERIFY(QTest::qWaitForWindowActive(&w.tab));
    w.putCursor(15, 18);
    QTRY_COMPARE(w.selection.current(), (FieldRef{0, 0, path("spec.egressRules[0].to[0].port.number")}));
    w.press(Qt::Key_Up, Qt::NoModifier);
    w.press(Qt::Key_Up, Qt::NoModifier);
    QTRY_COMPARE(w.selection.current(), (FieldRef{0, 0, path("spec.egressRules[0].to[0].hosts[0]")}));
    w.press(Qt::Key_End);
    w.type(u"."_s);
    QTRY_COMPARE(w.selection.current(), (FieldRef{0, 0, path("spec.egressRules[0].to[0].hosts[0]")}));
}

void SourceTabTest::selectingADocumentGoesToItsFirstLine()
{
    Window w(QByteArray(policy) + QByteArray(100, '\n') + "---\nkind: Mesh\napiVersion: sallyport.dev/v1alpha1\n");
    w.tab.setFocusProxy(nullptr);
    w.editor->clearFocus();
    w.selection.select({0, 1, {}});
    QVERIFY(w.editor->markedLines().isEmpty());
    const QTextBlock block = w.editor->textCursor().block();
    QCOMPARE(block.text(), u"kind: Mesh"_s);
    QVERIFY(w.editor->viewport()->rect().contains(w.editor->cursorRect().topLeft()));
}

void SourceTabTest::selectingAFieldElsewhereScrollsToIt()
{
    QByteArray text = policy;
    for (int i = 0; i < 200; ++i)
        text.insert(0, "# a long introduction\n");
    Window w(text);
    w.editor->clearFocus();
    w.selection.select({0, 0, path("spec.egressRules[0].to[0].port.number")});
    const int top = w.editor->verticalScrollBar()->value();
    QVERIFY(top > 150);
    w.selection.select({0, 0, path("spec.egressRules[0].to[0].port.protocol")});
    QCOMPARE(w.editor->verticalScrollBar()->value(), top);
}

void SourceTabTest::findingsAreUnderlinedWhereTheyAre()
{
    Window w(QByteArray(policy).replace("number: 80", "number: 80000"));
    const FindingMark *finding = w.editor->findingOfLine(15);
    QVERIFY(finding);
    QCOMPARE(finding->severity, Severity::Error);
    QCOMPARE(w.shown().sliced(finding->begin, finding->end - finding->begin), u"80000"_s);
    QCOMPARE(w.editor->findingAt(finding->begin), finding);
    w.putCursor(0, 0);
    w.press(Qt::Key_Return);
    QVERIFY(w.editor->findingOfLine(16)); // before anything was compiled
    w.putCursor(16, 21);
    w.press(Qt::Key_Backspace);
    w.workspace.compileNow();
    QVERIFY(!w.editor->findingOfLine(16));
}

void SourceTabTest::theFileOfTheSelectionIsShown()
{
    Window w;
    auto *files = w.tab.findChild<QComboBox *>();
    QVERIFY(!files->isVisible());
    w.workspace.newFile("kind: Other\n", u"other.yaml"_s);
    QVERIFY(files->isVisible());
    QCOMPARE(files->count(), 2);
    w.selection.select({1, 0, {}});
    QCOMPARE(w.tab.file(), 1);
    QCOMPARE(w.shown(), u"kind: Other\n"_s);
    QCOMPARE(files->currentIndex(), 1);
    w.type(u"# "_s);
    QCOMPARE(w.text(1), QByteArray("# kind: Other\n"));
    QCOMPARE(w.text(0), policy);
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Up);
    QCOMPARE(w.selection.file(), 0);
    w.workspace.close(0);
    w.selection.select({0, 0, {}});
    QCOMPARE(w.shown(), u"# kind: Other\n"_s);
}

void SourceTabTest::aFileThatIsNotUtf8IsShownAndNotEdited()
{
    const QByteArray latin1 = "name: caf\xE9\n";
    Window w(latin1);
    QVERIFY(!w.editor->isEditable());
    w.putCursor(0, 0);
    w.type(u"x"_s);
    QCOMPARE(w.text(), latin1);
    QVERIFY(w.shown().startsWith(u"name: caf"_s));
}

void SourceTabTest::aBigFileIsReadOnlyUntilItIsFilled()
{
    QByteArray text;
    for (int i = 0; i < 30'000; ++i)
        text += "key" + QByteArray::number(i) + ": value\n";
    Window w(text);
    QVERIFY(!w.editor->isEditable());
    w.type(u"x"_s);
    QTRY_VERIFY(w.editor->isEditable());
    QCOMPARE(w.text(), text);
    w.putCursor(29'999, 0);
    w.type(u"x"_s);
    QVERIFY(w.text().endsWith("\nxkey29999: value\n"));
}

void SourceTabTest::findGoesRoundAndCounts()
{
    Window w;
    FindBar *bar = w.tab.pane()->findBar();
    bar->showFind();
    auto *field = bar->findChild<QLineEdit *>();
    QTest::keyClicks(field, u"NAME"_s);
    QCOMPARE(w.editor->textCursor().blockNumber(), 3);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(w.editor->textCursor().blockNumber(), 4);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(w.editor->textCursor().blockNumber(), 10);
    const auto says = [bar](const QString &text) {
        return std::ranges::any_of(bar->findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->text() == text; });
    };
    QTRY_VERIFY(says(u"4 of 4"_s));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void SourceTabTest::replaceAllIsOneStep()
{
    Window w;
    FindBar *bar = w.tab.pane()->findBar();
    bar->showReplace();
    const QList<QLineEdit *> fields = bar->findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 2);
    fields[0]->setText(u"egressgateway-a"_s);
    fields[1]->setText(u"egressgateway-b"_s);
    const QList<QPushButton *> buttons = bar->findChildren<QPushButton *>();
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QCOMPARE(w.text(), QByteArray(policy).replace("egressgateway-a", "egressgateway-b"));
    QCOMPARE(w.workspace.undoStack()->count(), 1);
    w.workspace.undoStack()->undo();
    QCOMPARE(w.text(), policy);

    w.putCursor(0, 0);
    QTest::mouseClick(buttons.first(), Qt::LeftButton); // goes to the first match
    QTest::mouseClick(buttons.first(), Qt::LeftButton); // replaces it
    QCOMPARE(w.text().count("egressgateway-b"), 1);
    QCOMPARE(w.editor->textCursor().blockNumber(), 7);
}

void SourceTabTest::goToLineScrollsThere()
{
    Window w(QByteArray("# line\n").repeated(5000));
    GoToLineBar *bar = w.tab.pane()->goToLineBar();
    bar->open();
    auto *line = bar->findChild<QSpinBox *>();
    QTest::keyClicks(line, u"4000"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(w.editor->cursorLine(), 3999);
    QVERIFY(std::abs(w.editor->verticalScrollBar()->value() - 3999) < 50);
    QVERIFY(!bar->isVisible());
}

QTEST_MAIN(SourceTabTest)
#include "tst_sourcetab.moc"
