// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "ui/fields/hostlist.h"
#include "ui/fields/itemstrip.h"
#include "ui/paste/pastedialog.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QString destinations = u"spec.egressRules[0].to"_s;
const QString hosts = u"spec.egressRules[0].to[0].hosts"_s;
const QString nameField = u"spec.egressRules[0].to[0].name"_s;

EntryView *view(FormFixture &fixture)
{
    return fixture.input<EntryView>(hosts);
}

void paste(FormFixture &fixture, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    fixture.press(Qt::Key_V, Qt::ControlModifier);
}

} // namespace

class DestinationPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void aHostTypedOverChangesOnlyItsBytes()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        view(fixture)->setCurrentIndex(view(fixture)->model()->index(0, 0));
        fixture.press(Qt::Key_Return);
        fixture.keys(u"api.example.com"_s);
        QCOMPARE(fixture.text(),
                 QString::fromUtf8(httpPolicy()).replace(u"- www.httpbin.org #"_s, u"- api.example.com #"_s));
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
    }

    void typingOverAHostBeginsWithItsFirstLetter()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        view(fixture)->setCurrentIndex(view(fixture)->model()->index(1, 0));
        fixture.keys(u"x"_s);
        fixture.keys(u".org"_s);
        QVERIFY2(fixture.text().contains(u"      - x.org\n"_s), qPrintable(fixture.text()));
    }

    void hostsAreAddedOneAfterTheOther()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->editNew();
        fixture.keys(u"a.example"_s);
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QTRY_COMPARE(view(fixture)->currentIndex().row(), 3);
        fixture.keys(u"b.example"_s);
        QVERIFY2(fixture.text().contains(u"      - httpbin.org\n      - a.example\n      - b.example\n      port:"_s),
                 qPrintable(fixture.text()));
    }

    void undoWorksInsideTheEditorOfAHost()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->editNew();
        fixture.keys(u"a.example"_s);
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        fixture.redo();
        QVERIFY(fixture.text().contains(u"      - a.example\n"_s));
    }

    void escapeBringsBackWhatStoodThere()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->editRow(0);
        fixture.keys(u"typo"_s);
        QVERIFY(fixture.text().contains(u"- typo #"_s));
        fixture.press(Qt::Key_Escape);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        QVERIFY(!fixture.editor.undoStack()->canUndo());
    }

    void aHostLeftEmptyGoesAway()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->editRow(1);
        fixture.press(Qt::Key_A, Qt::ControlModifier);
        fixture.press(Qt::Key_Delete);
        fixture.press(Qt::Key_Tab);
        QTRY_VERIFY2(!fixture.text().contains(u"\"\""_s), qPrintable(fixture.text()));
        QCOMPARE(view(fixture)->entries()->rows().size(), 1);
    }

    void severalPastedLinesAreOneStepWithoutDuplicates()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        view(fixture)->setCurrentIndex(view(fixture)->model()->index(1, 0));
        paste(fixture, u"a.example\nWWW.httpbin.org\nb.example\na.example\n"_s);
        QVERIFY2(fixture.text().contains(u"      - httpbin.org\n      - a.example\n      - b.example\n      port:"_s),
                 qPrintable(fixture.text()));
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
        QCOMPARE(fixture.editor.undoStack()->undoText(), u"Paste 2 host(s) into httpbin-http"_s);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }

    void linesPastedIntoAnEditorAreHostsToo()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->editNew();
        paste(fixture, u"a.example\nb.example"_s);
        QTRY_VERIFY2(fixture.text().contains(u"      - a.example\n      - b.example\n"_s), qPrintable(fixture.text()));
    }

    void pastingIntoADestinationWithoutHostsMakesTheList()
    {
        QByteArray without = httpPolicy();
        without.replace("      hosts:\n      - www.httpbin.org # the site\n      - httpbin.org\n", "");
        FormFixture fixture(without);
        view(fixture)->setFocus();
        paste(fixture, u"a.example\nb.example"_s);
        QVERIFY2(fixture.text().contains(u"hosts:\n      - a.example\n      - b.example\n"_s),
                 qPrintable(fixture.text()));
    }

    void whatNeedsALookOpensTheDialogAndIsOneStep()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        paste(fixture, u"https://a.example.com/x\nb.example.com:80\nops@example.com\nb.example.com\n"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        auto *dialog = fixture.window.findChild<PasteDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(!dialog->isReading());
        QCOMPARE(dialog->model()->rowCount(), 4);
        QCOMPARE(dialog->chosen().size(), 2);
        dialog->accept();
        QVERIFY2(fixture.text().contains(u"      - www.httpbin.org # the site\n      - b.example.com\n"_s),
                 qPrintable(fixture.text()));
        QVERIFY(fixture.text().contains(u"    - name: https-443\n      hosts:\n      - a.example.com\n      port:\n"
                                        "        number: 443\n        protocol: HTTPS\n"_s));
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
        fixture.editor.undoStack()->undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }

    void cancellingTheDialogChangesNothing()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        paste(fixture, u"https://a.example.com"_s);
        auto *dialog = fixture.window.findChild<PasteDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }

    void copiedHostsKeepTheirComments()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        view(fixture)->selectRow(0);
        fixture.press(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"www.httpbin.org"_s);
        view(fixture)->setCurrentIndex(view(fixture)->model()->index(0, 0));
        fixture.press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(fixture.text().contains(u"      - httpbin.org\n      - www.httpbin.org # the site\n"_s),
                 qPrintable(fixture.text()));
        view(fixture)->selectAll();
        fixture.press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"- httpbin.org\n- www.httpbin.org"_s));
    }

    void theListIsSortedAndFreedOfDuplicatesInOneStepEach()
    {
        QByteArray text = httpPolicy();
        text.replace("      - httpbin.org\n",
                     "      - httpbin.org\n      - WWW.httpbin.org\n      - a.example # first\n");
        FormFixture fixture(text);
        auto *list = fixture.form->findChild<HostList *>();
        emit list->duplicatesUnwanted();
        QVERIFY(!fixture.text().contains(u"WWW"_s));
        emit list->sortWanted();
        QVERIFY2(fixture.text().contains(u"      hosts:\n      - a.example # first\n      - httpbin.org\n"
                                         "      - www.httpbin.org # the site\n      port:\n"_s),
                 qPrintable(fixture.text()));
        QCOMPARE(fixture.editor.undoStack()->count(), 2);
    }

    void aThousandHostsAreRemovedAndSplitAtOnce()
    {
        QByteArray hosts;
        for (int i = 0; i < 1000; ++i)
            hosts += "      - h" + QByteArray::number(i) + ".example.com\n";
        FormFixture fixture(httpPolicy().replace("      - httpbin.org\n", hosts));
        view(fixture)->setFocus();
        fixture.press(Qt::Key_A, Qt::ControlModifier);
        fixture.press(Qt::Key_Delete);
        QVERIFY(fixture.text().contains(u"      hosts: []\n"_s));
        fixture.editor.undoStack()->undo();
        emit fixture.form->findChild<HostList *>()->splitWanted();
        QCOMPARE(fixture.editor.workspace().reading(0, 0).policy()->rules.front().to.size(), 21);
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
    }

    void removedHostsTakeTheirCommentsWithThem()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        view(fixture)->selectRow(0);
        fixture.press(Qt::Key_Delete);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()).remove(u"      - www.httpbin.org # the site\n"_s));
    }

    void aMovedHostTakesItsCommentWithIt()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        view(fixture)->setCurrentIndex(view(fixture)->model()->index(0, 0));
        fixture.press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY2(fixture.text().contains(u"      - httpbin.org\n      - www.httpbin.org # the site\n"_s),
                 qPrintable(fixture.text()));
        QCOMPARE(view(fixture)->currentIndex().row(), 1);
    }

    void theSelectionFollowsTheHosts()
    {
        FormFixture fixture(httpPolicy());
        view(fixture)->setFocus();
        view(fixture)->setCurrentIndex(view(fixture)->model()->index(1, 0));
        QCOMPARE(fixture.selection.current().path.toString(), hosts + u"[1]"_s);
        fixture.selection.reveal(fixture.ref(hosts + u"[0]"_s));
        QCOMPARE(view(fixture)->currentIndex().row(), 0);
    }

    void aHostWithAFindingIsMarkedInItsRow()
    {
        QByteArray bad = httpPolicy();
        bad.replace("- httpbin.org", "- bad_host.example");
        FormFixture fixture(bad);
        const QModelIndex row = view(fixture)->model()->index(1, 0);
        QVERIFY(!row.data(Qt::DecorationRole).isNull());
        QVERIFY(row.data(Qt::ToolTipRole).toString().startsWith(u"Error: "_s));
        QVERIFY(view(fixture)->model()->index(0, 0).data(Qt::DecorationRole).isNull());
    }

    void clearingTheNameTakesItsKeyAway()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(nameField, {});
        QVERIFY2(!fixture.text().contains(u"httpbin-http"_s), qPrintable(fixture.text()));
        QVERIFY(fixture.text().contains(u"    - hosts:\n"_s));
        fixture.keys(u"again"_s);
        QVERIFY2(fixture.text().contains(u"    - name: again\n"_s), qPrintable(fixture.text()));
    }

    void aDestinationIsAddedAndItsFirstHostTyped()
    {
        FormFixture fixture(httpPolicy());
        for (QToolButton *button : fixture.form->findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"Add a destination"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(fixture.selection.destination(), 1);
        fixture.keys(u"api.example.com"_s);
        QVERIFY2(fixture.text().contains(u"- api.example.com"_s), qPrintable(fixture.text()));
    }

    void theStripKeepsItsContractWhileDestinationsComeAndGo()
    {
        FormFixture fixture(httpPolicy());
        auto *strip = qobject_cast<ItemStrip *>(fixture.field(destinations)->input());
        QAbstractItemModelTester tester(strip->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::mouseClick(strip->findChildren<QToolButton *>().first(), Qt::LeftButton);
        QCOMPARE(strip->model()->rowCount(), 2);
        QCOMPARE(strip->current(), 1);
        fixture.input(destinations)->setFocus();
        fixture.press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(strip->current(), 0);
        fixture.press(Qt::Key_Delete);
        QCOMPARE(strip->model()->rowCount(), 1);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }
};

QTEST_MAIN(DestinationPanelTest)
#include "tst_destinationpanel.moc"
