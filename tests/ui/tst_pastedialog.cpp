// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/paste/pastedialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

PasteJudge judge()
{
    return PasteJudge({}, 0, {.number = 80, .protocol = Protocol::Http});
}

QStringList chosenIn(const PasteModel &model)
{
    QStringList hosts;
    for (const PastedRow &row : model.chosen())
        hosts.append(u"%1:%2 %3"_s.arg(row.host).arg(*row.port).arg(info(*row.protocol).name));
    return hosts;
}

} // namespace

class TestPasteDialog : public QObject
{
    Q_OBJECT

private slots:
    void theModelKeepsItsContract()
    {
        PasteModel model(judge());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(readPaste(u"a.example.com\nops@example.com\n"_s));
        model.append(readPaste(u"b.example.com:443\n"_s));
        QVERIFY(model.setData(model.index(0, PasteModel::Port), u"443"_s));
        model.choose({0}, false);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void cellsAreEditedAndJudgedAnew()
    {
        PasteModel model(judge());
        model.append(readPaste(u"a.example.com\nops@example.com\na.example.com:8080\n"_s));
        // The protocol goes with the port where it was the usual one.
        QVERIFY(model.setData(model.index(0, PasteModel::Port), u"443"_s));
        QVERIFY(!model.setData(model.index(0, PasteModel::Port), u"99999"_s));
        QVERIFY(model.setData(model.index(1, PasteModel::Host), u"mail.example.com"_s));
        QVERIFY(model.setData(model.index(1, PasteModel::ProtocolName), u"TLS"_s));
        QCOMPARE(
            chosenIn(model),
            QStringList({u"a.example.com:443 HTTPS"_s, u"mail.example.com:80 TLS"_s, u"a.example.com:8080 HTTP"_s}));
        // Two rows that say the same are one host.
        QVERIFY(model.setData(model.index(2, PasteModel::Port), u"443"_s));
        QCOMPARE(model.count(PastedRow::State::Duplicate), 1);
    }

    void rowsAreLeftOutByKeysAndPortsSetForAllSelected()
    {
        PasteDialog dialog(judge(), u"web"_s);
        dialog.setText(u"a.example.com\nb.example.com\nc.example.com\n"_s);
        dialog.show();
        QTRY_VERIFY(!dialog.isReading());
        dialog.table()->selectRow(0);
        QTest::keyClick(dialog.table(), Qt::Key_Space);
        QCOMPARE(chosenIn(*dialog.model()).size(), 2);
        QTest::keyClick(dialog.table(), Qt::Key_Space);
        QTest::keyClick(dialog.table(), Qt::Key_A, Qt::ControlModifier);
        auto *port = dialog.findChild<QLineEdit *>();
        QTest::keyClicks(port, u"8443"_s);
        QTest::keyClick(port, Qt::Key_Return);
        QVERIFY(dialog.isVisible()); // Enter sets ports and does not take the hosts yet
        QCOMPARE(
            chosenIn(*dialog.model()),
            QStringList({u"a.example.com:8443 HTTP"_s, u"b.example.com:8443 HTTP"_s, u"c.example.com:8443 HTTP"_s}));
        QTest::keyClick(dialog.table(), Qt::Key_Delete);
        QVERIFY(dialog.chosen().isEmpty());
    }

    void theTextIsReadAgainWhileItIsTyped()
    {
        PasteDialog dialog(judge(), u"web"_s);
        dialog.show();
        auto *text = dialog.findChild<QPlainTextEdit *>();
        QTest::keyClicks(text, u"https://a.example.com/x"_s);
        QTRY_COMPARE(chosenIn(*dialog.model()), QStringList{u"a.example.com:443 HTTPS"_s});
    }

    void everythingThatWasPastedCanBeShown()
    {
        PasteDialog dialog(judge(), u"web"_s);
        dialog.setText(u"# note\na.example.com\na.example.com\n10.0.0.1\n"_s);
        QTRY_VERIFY(!dialog.isReading());
        QCOMPARE(dialog.table()->model()->rowCount(), 2);
        auto *show = dialog.findChild<QComboBox *>();
        show->setCurrentIndex(show->count() - 1);
        emit show->activated(show->currentIndex());
        QCOMPARE(dialog.table()->model()->rowCount(), 4);
    }

    void everyInputHasAName()
    {
        PasteDialog dialog(judge(), u"web"_s);
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            const bool isInput = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTableView *>(widget);
            QVERIFY2(!isInput || !widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestPasteDialog)
#include "tst_pastedialog.moc"
