// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/inputs.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace sallyport;
using namespace Qt::StringLiterals;

class Inputs : public QObject
{
    Q_OBJECT

private slots:
    void aLineLeavesUndoAndRedoToTheWindow_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("undo") << int(Qt::Key_Z) << int(Qt::ControlModifier);
        QTest::newRow("redo") << int(Qt::Key_Z) << int(Qt::ControlModifier | Qt::ShiftModifier);
    }

    void aLineLeavesUndoAndRedoToTheWindow()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        LineEdit line;
        line.show();
        QTest::keyClicks(&line, u"abc"_s);
        QKeyEvent claim(QEvent::ShortcutOverride, key, Qt::KeyboardModifiers(modifiers));
        claim.setAccepted(true);
        QCoreApplication::sendEvent(&line, &claim);
        QVERIFY2(!claim.isAccepted(), "the line claims the key, so no shortcut of the window fires");
        QTest::keyClick(&line, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(line.text(), u"abc"_s);
    }

    void showingTheTextThatIsThereKeepsTheCursor()
    {
        LineEdit line;
        line.show();
        line.setText(u"egress"_s);
        line.setCursorPosition(2);
        line.showText(u"egress"_s);
        QCOMPARE(line.cursorPosition(), 2);
    }

    void textShownByTheProgramIsNoEdit()
    {
        LineEdit line;
        QSignalSpy edits(&line, &QLineEdit::textEdited);
        line.showText(u"egress"_s);
        QCOMPARE(edits.count(), 0);
        QCOMPARE(line.text(), u"egress"_s);
    }

    void aPortAcceptsWhateverIsTyped()
    {
        PortEdit port;
        port.show();
        QTest::keyClicks(&port, u"80 or so"_s);
        QCOMPARE(port.text(), u"80 or so"_s);
    }

    void upAndDownStepAPortWithinItsRange()
    {
        PortEdit port;
        port.show();
        QSignalSpy edits(&port, &QLineEdit::textEdited);
        port.showText(u"65534"_s);
        QTest::keyClick(&port, Qt::Key_Up);
        QCOMPARE(port.text(), u"65535"_s);
        QTest::keyClick(&port, Qt::Key_Up);
        QCOMPARE(port.text(), u"65535"_s);
        QTest::keyClick(&port, Qt::Key_Down);
        QCOMPARE(port.text(), u"65534"_s);
        QCOMPARE(edits.count(), 2);
    }

    void upAndDownLeaveTextThatIsNoNumber()
    {
        PortEdit port;
        port.show();
        port.showText(u"http"_s);
        QTest::keyClick(&port, Qt::Key_Up);
        QCOMPARE(port.text(), u"http"_s);
    }

    void aChoiceShowsItsValueInAnyCase()
    {
        ChoiceBox box;
        box.addGroup(u"Group"_s);
        box.addChoice(u"HTTP"_s);
        QCOMPARE(box.currentIndex(), -1);
        box.showText(u"http"_s);
        QCOMPARE(box.currentText(), u"HTTP"_s);
    }

    void aValueThatIsNoChoiceIsShownAsWritten()
    {
        ChoiceBox box;
        box.addChoice(u"HTTP"_s);
        box.showText(u"GOPHER"_s);
        QCOMPARE(box.currentText(), u"GOPHER"_s);
        box.showText(u"HTTP"_s);
        QCOMPARE(box.currentText(), u"HTTP"_s);
        QCOMPARE(box.count(), 1);
    }

    void onlyTheUserChooses()
    {
        ChoiceBox box;
        box.addChoice(u"HTTP"_s);
        box.addGroup(u"Group"_s);
        box.addChoice(u"TLS"_s);
        box.show();
        QSignalSpy chosen(&box, &ChoiceBox::chosen);
        box.showText(u"HTTP"_s);
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(&box, Qt::Key_Down);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), u"TLS"_s); // past the heading, which is no choice
    }

    void theWheelOverAChoiceWithoutTheKeyboardChangesNothing()
    {
        ChoiceBox box;
        box.addChoice(u"HTTP"_s);
        box.addChoice(u"TLS"_s);
        box.showText(u"HTTP"_s);
        QSignalSpy chosen(&box, &ChoiceBox::chosen);
        QWheelEvent wheel(QPointF(1, 1), QPointF(1, 1), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&box, &wheel);
        QCOMPARE(box.currentText(), u"HTTP"_s);
        QCOMPARE(chosen.count(), 0);
        QVERIFY(!wheel.isAccepted()); // the form scrolls
    }
};

QTEST_MAIN(Inputs)
#include "tst_inputs.moc"
