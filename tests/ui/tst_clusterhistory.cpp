// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/compiling.h"
#include "tests/support/ui/clusterwindow.h"
#include "ui/cluster/driftlog.h"
#include "ui/cluster/driftpage.h"
#include "ui/cluster/historypage.h"
#include "ui/cluster/planview.h"
#include "ui/messagebar.h"

#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::test;

namespace {

using Stage = PlanWork::Stage;

const QByteArray web = rule("{namespace: mytest}", "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}}");
const QByteArray other = rule("{namespace: mytest}", "{hosts: [b.example.com], port: {number: 443, protocol: HTTPS}}");

} // namespace

/// What was applied, the way back, and what others do meanwhile.
class TestClusterHistory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<ClusterWindow>();
        m->show(clusterPolicy(web));
    }

    void cleanup() { m.reset(); }

    void anApplyIsListedAndTakenBack()
    {
        QVERIFY(apply());
        const auto before = m->cluster.cluster.objects();
        m->close();
        m->show(clusterPolicy(web + other));
        QVERIFY(apply());
        QVERIFY(m->cluster.cluster.objects().size() > before.size());
        m->press(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(history()->list()->topLevelItemCount(), 2);
        const QString text = ClusterWindow::textOf(history()->list()->model());
        QVERIFY2(text.contains(u"Applied"_s) && text.contains(u"prod-eu"_s) && text.contains(u"complete"_s),
                 qPrintable(text));
        QVERIFY(m->pressButton(u"Go Back to Before…"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        QVERIFY(plan()->applyWords().startsWith(u"Take back "_s));
        QCOMPARE(m->cluster.cluster.objects().size() > before.size(), true); // only planned so far
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(m->cluster.cluster.objects() == before);
    }

    void aRevertDoesNotDependOnTheWorkspace()
    {
        QVERIFY(apply());
        m->trigger(Command::ShowHistory);
        QTRY_COMPARE(history()->list()->topLevelItemCount(), 1);
        QVERIFY(m->pressButton(u"Go Back to Before…"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        m->editor->editText(0, {{{0, 0}, "# mine\n"}}, u"Type"_s);
        QVERIFY(!m->work()->isOutdated());
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(m->cluster.cluster.objects().empty());
    }

    void whatWentToAnotherContextIsNotTakenBackHere()
    {
        QVERIFY(apply());
        QVERIFY(m->openAndPlan(u"test-eu"_s));
        m->trigger(Command::ShowHistory);
        QTRY_COMPARE(history()->list()->topLevelItemCount(), 1);
        QAbstractButton *back = m->button(u"Go Back to Before…"_s);
        QVERIFY(!back->isEnabled());
        QVERIFY(back->toolTip().contains(u"prod-eu"_s));
    }

    void withoutAnApplyThePageSaysSo()
    {
        m->trigger(Command::ShowHistory);
        QTRY_VERIFY(history()->isVisible());
        QVERIFY(ClusterWindow::visibleText(history()).contains(u"Nothing has been applied from here yet"_s));
    }

    void aChangeByOthersIsToldAndMakesThePlanOutdated()
    {
        QVERIFY(apply());
        m->trigger(Command::Plan);
        QVERIFY(m->waitFor(Stage::Planned));
        watched();
        m->cluster.tell(u"serviceentries"_s, u"MODIFIED"_s, changedByOthers());
        QTRY_VERIFY(m->view()->messages()->isVisible());
        const QString sentence = m->view()->messages()->error().what;
        QVERIFY2(sentence.contains(u"kubectl-edit changed spec.hosts"_s), qPrintable(sentence));
        QVERIFY(sentence.contains(u"2026-01-31T12:00:00Z"_s));
        QVERIFY(m->work()->isOutdated());
        QVERIFY(!plan()->applyButton()->isEnabled());
        m->trigger(Command::ShowDrift);
        QCOMPARE(m->view()->driftPage()->list()->topLevelItemCount(), 1);
        const QString text = ClusterWindow::textOf(m->view()->driftPage()->list()->model());
        QVERIFY2(text.contains(u"evil.example.com"_s), qPrintable(text));
        QVERIFY(m->pressButton(u"Clear"_s));
        QCOMPARE(m->view()->drifts()->drifts().size(), 0);
    }

    void whatWeDoOurselvesIsNoNotice()
    {
        QVERIFY(apply());
        m->trigger(Command::Plan);
        QVERIFY(m->waitFor(Stage::Planned));
        watched();
        m->trigger(Command::DeleteFromCluster);
        QVERIFY(m->waitFor(Stage::Planned));
        const auto before = m->cluster.cluster.objects();
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        for (const auto &[key, object] : before) {
            if (key.kind == u"ServiceEntry"_s)
                m->cluster.tell(u"serviceentries"_s, u"DELETED"_s, object);
        }
        QVERIFY(m->view()->drifts()->drifts().isEmpty());
    }

    void closingTheContextEndsTheWatch()
    {
        QVERIFY(apply());
        watched();
        const Value theirs = changedByOthers();
        m->view()->closeContext();
        m->cluster.tell(u"serviceentries"_s, u"MODIFIED"_s, theirs);
        QVERIFY(m->view()->drifts()->drifts().isEmpty());
        QVERIFY(!m->view()->drifts()->isWatching());
    }

private:
    PlanView *plan() const { return m->view()->plan(); }
    HistoryPage *history() const { return m->view()->history(); }

    bool apply()
    {
        if (!m->openAndPlan(u"prod-eu"_s))
            return false;
        m->trigger(Command::Apply);
        return m->pressButton(plan()->applyWords()) && m->waitFor(Stage::Applied) && m->work()->report()->complete;
    }

    /// Waits until the kinds have been listed and the watches stand.
    void watched() const
    {
        QTRY_VERIFY(m->view()->drifts()->isWatching());
        QTRY_VERIFY(m->cluster.streams() >= 5);
        for (const auto &[key, object] : m->cluster.cluster.objects()) {
            if (key.kind == u"ServiceEntry"_s) // as a server tells of what we have just written
                m->cluster.tell(u"serviceentries"_s, u"ADDED"_s, *m->cluster.cluster.object(key));
        }
        QVERIFY(m->view()->drifts()->drifts().isEmpty());
    }

    Value changedByOthers() const
    {
        for (const auto &[key, object] : m->cluster.cluster.objects()) {
            if (key.kind != u"ServiceEntry"_s || key.namespaceName != u"mytest"_s)
                continue;
            Value theirs = *m->cluster.cluster.object(key);
            theirs.find(u"spec")->set(u"hosts"_s, Value::list(QStringList(u"evil.example.com"_s)));
            theirs.find(u"metadata")
                ->set(u"managedFields"_s,
                      Value::list(
                          {Value::map({{u"manager"_s, u"kubectl-edit"_s}, {u"time"_s, u"2026-01-31T12:00:00Z"_s}})}));
            return theirs;
        }
        return {};
    }

    std::unique_ptr<ClusterWindow> m;
};

QTEST_MAIN(TestClusterHistory)
#include "tst_clusterhistory.moc"
