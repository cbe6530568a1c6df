// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/hostlist.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

QList<QStringList> rowsOf(const QStringList &texts)
{
    QList<QStringList> rows;
    for (const QString &text : texts)
        rows.append({text});
    return rows;
}

} // namespace

class HostListTest : public QObject
{
    Q_OBJECT

private slots:
    void theModelKeepsItsContractOverRandomLists()
    {
        EntryModel model({u"Host"_s}, {u"Add"_s});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(42);
        QStringList texts;
        for (int step = 0; step < 500; ++step) {
            for (int i = random.bounded(4); i > 0; --i) {
                const int at = int(random.bounded(int(texts.size()) + 1));
                if (random.bounded(3) > 0 || texts.isEmpty())
                    texts.insert(at, u"host-%1"_s.arg(random.bounded(5)));
                else
                    texts.removeAt(at % int(texts.size()));
            }
            if (random.bounded(20) == 0)
                model.setEditable(random.bounded(2) == 0);
            model.setRows(rowsOf(texts));
            QCOMPARE(model.rows(), rowsOf(texts));
        }
    }

    void anEntryTypedIntoTheEmptyRowStaysUnderItsEditor()
    {
        EntryModel model({u"Host"_s}, {u"Add"_s});
        model.setRows(rowsOf({u"a"_s, u"b"_s}));
        const QPersistentModelIndex empty = model.index(2, 0);
        model.setRows(rowsOf({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(empty.row(), 2);
        QCOMPARE(empty.data().toString(), u"c"_s);
        model.setRows(rowsOf({u"a"_s, u"b"_s}));
        QVERIFY(empty.isValid());
        QCOMPARE(empty.row(), 2);
        QVERIFY(!model.isEntry(empty.row()));
    }

    void rowsKeepTheirIdentityWhenOthersComeAndGo()
    {
        EntryModel model({u"Host"_s}, {u"Add"_s});
        model.setRows(rowsOf({u"a"_s, u"b"_s, u"c"_s}));
        const QPersistentModelIndex last = model.index(2, 0);
        model.setRows(rowsOf({u"b"_s, u"c"_s}));
        QCOMPARE(last.row(), 1);
        QCOMPARE(last.data().toString(), u"c"_s);
    }

    void aReadOnlyListHasNoRowForNewHosts()
    {
        HostList list;
        list.setHosts({u"a"_s});
        QCOMPARE(list.model()->rowCount(), 2);
        list.setEditable(false);
        QCOMPARE(list.model()->rowCount(), 1);
        QVERIFY(!(list.model()->flags(list.model()->index(0, 0)) & Qt::ItemIsEditable));
    }

    void everyKeystrokeIsAnEdit()
    {
        HostList list;
        list.setHosts({u"a.example"_s});
        list.show();
        connect(list.model(), &EntryModel::edited, &list, [&list](int row, int, const QString &text) {
            QStringList hosts = list.hosts();
            row < hosts.size() ? hosts[row] = text : (hosts.append(text), hosts.last());
            list.setHosts(hosts);
        });
        QSignalSpy edits(list.model(), &EntryModel::edited);
        list.view()->editNew();
        QTest::keyClicks(list.view()->findChild<QLineEdit *>(), u"b.ex"_s);
        QCOMPARE(edits.count(), 4);
        QCOMPARE(list.hosts(), (QStringList{u"a.example"_s, u"b.ex"_s}));
    }

    void deleteAsksForTheSelectedHostsToGo()
    {
        HostList list;
        list.setHosts({u"a"_s, u"b"_s, u"c"_s});
        list.show();
        QSignalSpy removals(list.view(), &EntryView::removeRequested);
        list.view()->setFocus();
        list.view()->selectRow(0);
        QTest::keyClick(list.view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list.view(), Qt::Key_Delete);
        QCOMPARE(removals.count(), 1);
        QCOMPARE(removals.first().first().value<QList<int>>(), (QList<int>{0, 1}));
    }

    void selectingEverythingLeavesTheEmptyRowOut()
    {
        HostList list;
        list.setHosts({u"a"_s, u"b"_s});
        list.show();
        QTest::keyClick(list.view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(list.view()->selectedEntries(), (QList<int>{0, 1}));
    }

    void copyPutsOneHostOnEachLine()
    {
        HostList list;
        list.setHosts({u"a"_s, u"b"_s});
        list.show();
        QTest::keyClick(list.view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(list.view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a\nb"_s);
    }

    void altAndArrowsMoveWithinTheList()
    {
        HostList list;
        list.setHosts({u"a"_s, u"b"_s});
        list.show();
        QSignalSpy moves(list.view(), &EntryView::moveRequested);
        list.view()->setCurrentIndex(list.model()->index(0, 0));
        QTest::keyClick(list.view(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(moves.count(), 0);
        QTest::keyClick(list.view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(moves.count(), 1);
        QCOMPARE(moves.first(), (QList<QVariant>{0, 1}));
        QTest::keyClick(list.view(), Qt::Key_Down, Qt::AltModifier); // the last one does not go below the empty row
        QCOMPARE(moves.count(), 1);
    }

    void theListTakesItsKeysBeforeTheWindowDoes_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::newRow("copy") << QKeySequence(QKeySequence::Copy);
        QTest::newRow("paste") << QKeySequence(QKeySequence::Paste);
        QTest::newRow("delete") << QKeySequence(QKeySequence::Delete);
    }

    void theListTakesItsKeysBeforeTheWindowDoes()
    {
        QFETCH(QKeySequence, keys);
        HostList list;
        list.show();
        QKeyEvent claim(QEvent::ShortcutOverride, keys[0].key(), keys[0].keyboardModifiers());
        claim.ignore();
        QCoreApplication::sendEvent(list.view(), &claim);
        QVERIFY(claim.isAccepted());
    }

    void longListsAreSearched()
    {
        HostList list;
        QStringList hosts;
        for (int i = 0; i < 60; ++i)
            hosts.append(u"host-%1.example.com"_s.arg(i));
        list.setHosts(hosts);
        list.show();
        QVERIFY(list.filter()->isVisible());
        QCOMPARE(list.counts()->text(), u"60 of 50"_s);
        QTest::keyClick(list.view(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(list.filter(), u"HOST-5"_s);
        QCOMPARE(list.counts()->text(), u"11 of 60 shown"_s);
        QVERIFY(list.view()->isRowHidden(6));
        QVERIFY(!list.view()->isRowHidden(60)); // where new hosts are typed
        // What is not shown is not touched.
        list.view()->selectAll();
        QCOMPARE(list.view()->selectedEntries().size(), 11);
        // Hosts that come are searched, too.
        hosts.prepend(u"other.example.com"_s);
        list.setHosts(hosts);
        QVERIFY(list.view()->isRowHidden(0));
        QCOMPARE(list.counts()->text(), u"11 of 61 shown"_s);
        QTest::keyClick(list.filter(), Qt::Key_Escape);
        QVERIFY(!list.view()->isRowHidden(0));
    }

    void shortListsHaveNoSearch()
    {
        HostList list;
        list.setHosts({u"a.example"_s});
        list.show();
        QVERIFY(!list.filter()->isVisible());
    }

    void duplicatesAreFoundWhateverTheirCase()
    {
        QCOMPARE(withoutDuplicates({u"A.example."_s, u"b.example"_s, u"B.EXAMPLE"_s}, {u"a.example"_s}),
                 QStringList{u"b.example"_s});
    }
};

QTEST_MAIN(HostListTest)
#include "tst_hostlist.moc"
