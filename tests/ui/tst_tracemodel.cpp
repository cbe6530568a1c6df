// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/expectationsmodel.h"
#include "ui/trace/tracemodel.h"
#include "ui/trace/tracesuggestions.h"
#include "ui/trace/verdict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

PlacedStep step(TraceStage stage, const QString &text, int losers = 0, int line = 1)
{
    PlacedStep made;
    made.stage = stage;
    made.text = text;
    made.where.object = u"VirtualService mytest/x"_s;
    made.where.field = u"spec.http[0]"_s;
    made.where.place = {{0, 0, {}}, u"policy.yaml"_s, line};
    for (int i = 0; i < losers; ++i)
        made.losers.append({made.where, u"reason %1"_s.arg(i)});
    return made;
}

ExpectationResult result(int index, ExpectationState state)
{
    ExpectationResult made;
    made.where = {0, 1, FieldPath().child(u"spec"_s).child(u"cases"_s).index(index)};
    made.expectation.namespaceName = u"mytest"_s;
    made.expectation.request.url = u"http://www.example.com/%1"_s.arg(index);
    made.state = state;
    made.trace.verdict = TraceVerdict::Allowed;
    return made;
}

} // namespace

class TestTraceModel : public QObject
{
    Q_OBJECT

private slots:
    void stepsHaveTheirLosersBelowThem()
    {
        TraceModel model([](int) { return u"policy.yaml"_s; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSteps({step(TraceStage::Sidecar, u"one"_s, 2), step(TraceStage::Host, u"two"_s)});
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex first = model.index(0, 0);
        QCOMPARE(model.rowCount(first), 2);
        QCOMPARE(first.data().toString(), u"Sidecar"_s);
        QCOMPARE(model.index(1, TraceModel::TextColumn, first).data().toString(), u"reason 1"_s);
        QCOMPARE(model.index(0, TraceModel::ObjectColumn).data().toString(), u"VirtualService mytest/x spec.http[0]"_s);
        QCOMPARE(model.index(0, TraceModel::PlaceColumn).data().toString(), u"policy.yaml:1"_s);
    }

    void stepsThatStayKeepTheirRowsAndWhatIsBelow()
    {
        TraceModel model([](int) { return u"policy.yaml"_s; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSteps({step(TraceStage::Sidecar, u"one"_s), step(TraceStage::Gateway, u"two"_s, 2)});
        const QPersistentModelIndex gateway = model.index(1, 0);
        const QPersistentModelIndex loser = model.index(1, TraceModel::TextColumn, gateway);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setSteps({step(TraceStage::Sidecar, u"another"_s), step(TraceStage::MutualTls, u"new"_s),
                        step(TraceStage::Gateway, u"two"_s, 2, 7)});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(gateway.row(), 2);
        QCOMPARE(loser.data().toString(), u"reason 1"_s);
        QCOMPARE(model.parent(loser), gateway);
        QCOMPARE(model.index(2, TraceModel::PlaceColumn).data().toString(), u"policy.yaml:7"_s);
        model.setSteps({});
        QVERIFY(!gateway.isValid());
        QCOMPARE(model.rowCount(), 0);
    }

    void expectationsThatStayAreNotTouched()
    {
        ExpectationsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setResults({result(0, ExpectationState::Holds), result(1, ExpectationState::Holds)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setResults({result(0, ExpectationState::Holds), result(1, ExpectationState::Fails)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        model.setResults({result(0, ExpectationState::Holds), result(1, ExpectationState::Fails)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.count(ExpectationState::Fails), 1);
        model.setResults({result(1, ExpectationState::Unknown)});
        QCOMPARE(model.rowCount(), 1);
        model.setResults({});
        QCOMPARE(model.rowCount(), 0);
    }

    void expectationsAreFilteredByStateAndByText()
    {
        ExpectationsModel model;
        ExpectationsFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setResults({result(0, ExpectationState::Holds), result(1, ExpectationState::Fails),
                          result(2, ExpectationState::Unknown)});
        filter.setShown(ExpectationState::Holds, false);
        QCOMPARE(filter.rowCount(), 2);
        filter.setText(u"EXAMPLE.COM/2"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        filter.setShown(ExpectationState::Holds, true);
        QCOMPARE(filter.rowCount(), 3);
    }

    void labelsAndHeadersComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("count");
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("one") << u"X-Team: web"_s << 1;
        QTest::newRow("two") << u"X-Team: web; X-Other: 1"_s << 2;
        QTest::newRow("a semicolon in a value") << u"Accept: text/html;q=0.9; X-Other: 1"_s << 2;
        QTest::newRow("an empty value") << u"X-Empty: "_s << 1;
    }

    void labelsAndHeadersComeBackAsTheyWere()
    {
        QFETCH(QString, line);
        QFETCH(int, count);
        const auto headers = headersOfLine(line);
        QCOMPARE(headers.size(), count);
        QCOMPARE(headersLine(headers), line);
        bool isComplete = false;
        QCOMPARE(labelsText(labelsOfLine(u"tier=web app=sleep-a"_s, &isComplete), ","_L1), u"app=sleep-a,tier=web"_s);
        QVERIFY(isComplete);
        labelsOfLine(u"tier"_s, &isComplete);
        QVERIFY(!isComplete);
    }

    void addressesAreUrlsOrStreams_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("tcp");
        QTest::newRow("a URL") << u" http://h.example/p "_s << u"http://h.example/p"_s << QString();
        QTest::newRow("a stream") << u"tcp://db.example:5432"_s << QString() << u"db.example:5432"_s;
        QTest::newRow("host and port") << u"db.example:5432"_s << QString() << u"db.example:5432"_s;
        QTest::newRow("half of a URL") << u"https:"_s << u"https:"_s << QString();
    }

    void addressesAreUrlsOrStreams()
    {
        QFETCH(QString, typed);
        RequestSpec request;
        setAddress(request, typed);
        QTEST(request.url, "url");
        QTEST(request.tcp, "tcp");
    }
};

QTEST_MAIN(TestTraceModel)
#include "tst_tracemodel.moc"
