// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "ui/fields/entryview.h"
#include "ui/fields/itemstrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QString sources = u"spec.egressRules[0].from"_s;
const QString namespaceField = u"spec.egressRules[0].from[0].namespace"_s;
const QString labels = u"spec.egressRules[0].from[0].workloadSelector"_s;

/// Opens the cell and types into it.
void typeInto(FormFixture &fixture, int row, int column, const QString &text)
{
    auto *view = fixture.input<EntryView>(labels);
    view->setFocus();
    view->editRow(row, column);
    QTest::keyClick(view->findChild<QLineEdit *>(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(view->findChild<QLineEdit *>(), text);
}

QToolButton *button(FormFixture &fixture, const QString &name)
{
    for (QToolButton *button : fixture.form->findChildren<QToolButton *>()) {
        if (button->accessibleName() == name && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

class SourcePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void typingTheNamespaceChangesOnlyItsBytes()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(namespaceField, u"shop"_s);
        QCOMPARE(fixture.text(),
                 QString::fromUtf8(httpPolicy()).replace(u"namespace: mytest #"_s, u"namespace: shop #"_s));
    }

    void aWordTypedIsOneStep()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(namespaceField, u"shop"_s);
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
        QCOMPARE(fixture.editor.undoStack()->undoText(), u"Change source namespace mytest"_s);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        QCOMPARE(fixture.input<QLineEdit>(namespaceField)->text(), u"mytest"_s);
    }

    void twoVisitsAreTwoSteps()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(namespaceField, u"shop"_s);
        fixture.press(Qt::Key_Tab);
        fixture.type(namespaceField, u"shop-b"_s);
        QCOMPARE(fixture.editor.undoStack()->count(), 2);
    }

    void anEmptiedNamespaceStaysInTheTextAndKeepsItsComment()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(namespaceField, {});
        QVERIFY2(fixture.text().contains(u"# the team's"_s), qPrintable(fixture.text()));
        QVERIFY(fixture.text().contains(u"namespace: \"\""_s) || fixture.text().contains(u"namespace: ''"_s));
    }

    void aValueTypedIntoALabelIsWritten()
    {
        FormFixture fixture(httpPolicy());
        typeInto(fixture, 0, 1, u"sleep-b"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()).replace(u"app: sleep-a #"_s, u"app: sleep-b #"_s));
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
    }

    void aKeyTypedOverIsRenamedInPlace()
    {
        FormFixture fixture(httpPolicy());
        typeInto(fixture, 0, 0, u"name"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()).replace(u"app: sleep-a #"_s, u"name: sleep-a #"_s));
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
    }

    void aLabelIsAddedInTheEmptyRowAndTabGoesToItsValue()
    {
        FormFixture fixture(httpPolicy());
        typeInto(fixture, 1, 0, u"tier"_s);
        fixture.press(Qt::Key_Tab);
        fixture.keys(u"web"_s);
        QVERIFY2(fixture.text().contains(u"        app: sleep-a # the client\n        tier: web\n"_s),
                 qPrintable(fixture.text()));
    }

    void aKeyThatIsTakenIsNotWritten()
    {
        FormFixture fixture(httpPolicy());
        typeInto(fixture, 1, 0, u"app"_s);
        QVERIFY(!fixture.text().contains(u"app: \"\""_s));
        QCOMPARE(fixture.text().count(u"app:"_s), 1);
    }

    void theSelectorGoesWithItsLastLabel()
    {
        FormFixture fixture(httpPolicy());
        auto *view = fixture.input<EntryView>(labels);
        view->setFocus();
        view->selectRow(0);
        fixture.press(Qt::Key_Delete);
        QVERIFY2(!fixture.text().contains(u"workloadSelector"_s), qPrintable(fixture.text()));
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }

    void pastedLabelsAreOneStep()
    {
        FormFixture fixture(httpPolicy());
        QGuiApplication::clipboard()->setText(u"tier=web\nversion: v1"_s);
        fixture.input(labels)->setFocus();
        fixture.press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(fixture.text().contains(u"        tier: web\n        version: v1\n"_s), qPrintable(fixture.text()));
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
    }

    void anotherSourceIsAddedShownAndTypedInto()
    {
        FormFixture fixture(httpPolicy());
        QVERIFY(!fixture.field(sources)); // one source needs no strip
        QTest::mouseClick(button(fixture, u"Add a source"_s), Qt::LeftButton);
        QVERIFY(fixture.field(sources));
        fixture.keys(u"default"_s);
        QVERIFY2(fixture.text().contains(u"    - namespace: default\n"_s), qPrintable(fixture.text()));
        QCOMPARE(fixture.selection.current().path.toString(), u"spec.egressRules[0].from[1].namespace"_s);
    }

    void theStripWalksThroughTheSources()
    {
        QByteArray two = httpPolicy();
        two.replace("    to:\n", "    - namespace: default\n    to:\n");
        FormFixture fixture(two);
        fixture.input(sources)->setFocus();
        fixture.press(Qt::Key_Right);
        QCOMPARE(fixture.input<QLineEdit>(u"spec.egressRules[0].from[1].namespace"_s)->text(), u"default"_s);
        fixture.press(Qt::Key_Delete);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        QCOMPARE(fixture.input<QLineEdit>(namespaceField)->text(), u"mytest"_s);
    }
};

QTEST_MAIN(SourcePanelTest)
#include "tst_sourcepanel.moc"
