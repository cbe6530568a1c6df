// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/yaml/write.h"
#include "tests/support/compiling.h"
#include "tests/support/ui/clusterwindow.h"
#include "ui/cluster/clustercommands.h"
#include "ui/cluster/conflictspanel.h"
#include "ui/cluster/factspage.h"
#include "ui/cluster/planmodel.h"
#include "ui/cluster/planview.h"
#include "ui/cluster/prunepanel.h"
#include "ui/messagebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::test;
using kube::PlannedAction;

namespace {

using Reply = ScriptedCluster::Reply;
using Stage = PlanWork::Stage;

const QByteArray web = rule("{namespace: mytest}", "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}}");
const QByteArray other = rule("{namespace: mytest}", "{hosts: [b.example.com], port: {number: 443, protocol: HTTPS}}");

bool isWrite(const kube::Request &request)
{
    return (request.verb == "PATCH" && !request.path.contains("dryRun")) || request.verb == "DELETE";
}

} // namespace

class TestClusterPlan : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<ClusterWindow>();
        m->show(clusterPolicy(web));
    }

    void cleanup() { m.reset(); }

    void openingPlansByReadingAndDryRunsOnly()
    {
        const QAbstractItemModelTester tester(plan()->model());
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->view()->showPage(ClusterView::PlanTab);
        const QString text = ClusterWindow::textOf(plan()->model());
        QVERIFY2(text.contains(u"ServiceEntry mytest/"_s) && text.contains(u"| + Create |"_s), qPrintable(text));
        QVERIFY2(text.contains(u"  spec.hosts | added |  | [\"a.example.com\"]"_s), qPrintable(text));
        QCOMPARE(m->cluster.cluster.writes, 0);
        QVERIFY(m->cluster.cluster.objects().empty());
    }

    void theButtonSaysWhatItDoesAndDoesIt()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        const int objects = int(m->work()->plan().objects.size());
        m->press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget(), plan()->applyButton());
        QCOMPARE(plan()->applyButton()->text(), u"Apply %1 object(s) to prod-eu"_s.arg(objects));
        QCOMPARE(m->cluster.cluster.writes, 0);
        QTest::keyClick(plan()->applyButton(), Qt::Key_Space);
        QVERIFY(m->waitFor(Stage::Applied));
        QCOMPARE(int(m->cluster.cluster.objects().size()), objects);
        QVERIFY(ClusterWindow::textOf(plan()->model()).contains(u"✓ Created"_s));
        QVERIFY(m->view()->messages()->error().what.startsWith(u"It is done"_s));

        m->press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(m->waitFor(Stage::Planned));
        QCOMPARE(m->work()->plan().count(PlannedAction::Unchanged), objects);
        QVERIFY(!plan()->applyButton()->isEnabled());
    }

    void aPlanOfAnotherWorkspaceIsNeverApplied()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        QTRY_VERIFY(plan()->applyButton()->isEnabled());
        editPolicy("a.example.com", "c.example.com");
        QVERIFY(!plan()->applyButton()->isEnabled());
        QVERIFY(ClusterWindow::visibleText(plan()).contains(u"The policy changed since this plan."_s));
        m->work()->apply(); // whoever asks
        QCOMPARE(m->cluster.cluster.writes, 0);

        m->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(plan()->applyButton()->isEnabled()); // it is the same policy again

        editPolicy("a.example.com", "c.example.com");
        QVERIFY(m->pressButton(u"Plan Again"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(serverText().contains("c.example.com"));
        QVERIFY(!serverText().contains("a.example.com"));
    }

    void anotherTargetMakesAPlanOutdated()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->editor->setTarget(Target::Asm);
        QVERIFY(m->work()->isOutdated());
        QVERIFY(!plan()->applyButton()->isEnabled());
    }

    void nothingIsAppliedToAReadOnlyContext()
    {
        ContextMemory(&m->settings).setMark(u"prod-eu"_s, ContextMark::ReadOnly);
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        QCOMPARE(plan()->applyButton()->text(), u"prod-eu is read-only"_s);
        QVERIFY(!plan()->applyButton()->isEnabled());
        m->work()->apply();
        QCOMPARE(m->cluster.cluster.writes, 0);
    }

    void productionAsksOnceMore()
    {
        ContextMemory(&m->settings).setMark(u"prod-eu"_s, ContextMark::Production);
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        const QString words = plan()->applyWords();
        QVERIFY(m->pressButton(words));
        QCOMPARE(m->work()->stage(), Stage::Planned);
        QCOMPARE(m->view()->messages()->error().what, words + u'?');
        auto *confirm = childButton(m->view()->messages(), words);
        QTest::keyClick(confirm, Qt::Key_Space);
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(!m->cluster.cluster.objects().empty());
    }

    void aConflictWaitsForADecision_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QByteArray>("hosts"); // what is on the cluster in the end
        QTest::newRow("take over") << u"Take Over"_s << QByteArray("a.example.com");
        QTest::newRow("keep") << u"Keep Theirs"_s << QByteArray("theirs.example.com");
        QTest::newRow("leave out") << u"Leave Object Out"_s << QByteArray("theirs.example.com");
    }

    void aConflictWaitsForADecision()
    {
        QFETCH(QString, button);
        QFETCH(QByteArray, hosts);
        const kube::ObjectKey key = makeConflict();
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        QVERIFY(!plan()->applyButton()->isEnabled());
        QTRY_VERIFY(plan()->conflicts()->isVisible());
        QTreeWidget *list = plan()->conflicts()->list();
        QCOMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(ConflictsPanel::FieldColumn), u"spec.hosts"_s);
        QCOMPARE(list->topLevelItem(0)->text(ConflictsPanel::OwnerColumn), u"somebody"_s);
        QCOMPARE(list->topLevelItem(0)->text(ConflictsPanel::DecisionColumn), u"Not decided"_s);
        QVERIFY(m->pressButton(button));
        QVERIFY(plan()->applyButton()->isEnabled() || !m->work()->plan().hasChanges());
        if (m->work()->plan().hasChanges()) {
            QVERIFY(m->pressButton(plan()->applyWords()));
            QVERIFY(m->waitFor(Stage::Applied));
            QVERIFY2(m->work()->report()->complete,
                     qPrintable(m->work()->report()->error.value_or(Error()).toString()));
        }
        QCOMPARE((*m->cluster.cluster.object(key))[u"spec"][u"hosts"][0].text().toUtf8(), hosts);
    }

    void whatWasKeptIsKeptTheNextTime()
    {
        makeConflict();
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        QVERIFY(m->pressButton(u"Keep Theirs"_s));
        QVERIFY(m->pressButton(u"Plan Again"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        QCOMPARE(plan()->conflicts()->list()->topLevelItem(0)->text(ConflictsPanel::DecisionColumn), u"Keep theirs"_s);
        QCOMPARE(m->work()->plan().count(PlannedAction::Conflict), 0);
        QVERIFY(m->pressButton(u"Take Over"_s));
        QVERIFY(m->pressButton(u"Plan Again"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        QCOMPARE(plan()->conflicts()->list()->topLevelItem(0)->text(ConflictsPanel::DecisionColumn), u"Not decided"_s);
    }

    void anObjectLeftOutStaysAndCanBeTakenInAgain()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        const int objects = touchedBy(m->work()->plan()).total();
        QVERIFY(m->pressButton(u"Leave Out"_s));
        QCOMPARE(touchedBy(m->work()->plan()).total(), objects - 1);
        QVERIFY(m->pressButton(u"Take In Again"_s));
        QCOMPARE(touchedBy(m->work()->plan()).total(), objects);
    }

    void nothingIsDeletedUnlessItIsSaidTwice()
    {
        QVERIFY(applyAll(web + other));
        editPolicy(other, "");
        const size_t before = m->cluster.cluster.objects().size();
        QVERIFY(m->pressButton(u"Plan Again"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        QTRY_VERIFY(plan()->prune()->isVisible());
        QVERIFY(plan()->prune()->count() > 0);
        QCOMPARE(m->work()->plan().count(PlannedAction::Delete), 0);
        QTest::keyClick(plan()->prune()->deletes(), Qt::Key_Space);
        QVERIFY(m->waitFor(Stage::Planned));
        const int deletions = m->work()->plan().count(PlannedAction::Delete);
        QVERIFY(deletions > 0);
        QCOMPARE(m->cluster.count("DELETE", ""), 0);
        if (m->work()->plan().prunesTooMuch()) {
            QVERIFY(!plan()->applyButton()->isEnabled());
            QTest::keyClick(plan()->prune()->most(), Qt::Key_Space);
        }
        QVERIFY(plan()->applyWords().contains(u"elete %1"_s.arg(deletions)));
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QCOMPARE(m->cluster.cluster.objects().size(), before - size_t(deletions));
        QVERIFY(!serverText().contains("b.example.com"));
    }

    void aDeletionThatIsUncheckedIsNotMade()
    {
        QVERIFY(applyAll(web + other));
        editPolicy(other, "");
        QVERIFY(m->pressButton(u"Plan Again"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        QTest::keyClick(plan()->prune()->deletes(), Qt::Key_Space);
        QVERIFY(m->waitFor(Stage::Planned));
        const int deletions = m->work()->plan().count(PlannedAction::Delete);
        plan()->prune()->list()->setFocus();
        plan()->prune()->list()->setCurrentRow(0);
        QTest::keyClick(plan()->prune()->list(), Qt::Key_Space);
        QCOMPARE(m->work()->plan().count(PlannedAction::Delete), deletions - 1);
        QCOMPARE(m->work()->plan().count(PlannedAction::LeftOut), 1);
    }

    void theWholePolicyIsDeletedThroughAPlan()
    {
        QVERIFY(applyAll(web));
        m->trigger(Command::DeleteFromCluster);
        QVERIFY(m->waitFor(Stage::Planned));
        QVERIFY(plan()->applyWords().startsWith(u"Delete "_s));
        QVERIFY(!m->cluster.cluster.objects().empty());
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(m->cluster.cluster.objects().empty());
    }

    void missingRightsComeWithTheRoleThatGrantsThem()
    {
        m->cluster.cluster.deniedVerbs = {u"patch serviceentries"_s};
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->view()->showPage(ClusterView::FactsTab);
        const QString facts = ClusterWindow::textOf(m->view()->facts()->list()->model());
        QVERIFY2(facts.contains(u"You may not patch serviceentries.networking.istio.io in namespace mytest."_s),
                 qPrintable(facts));
        QVERIFY(m->pressButton(u"Copy Roles"_s));
        const QString role = QGuiApplication::clipboard()->text();
        QVERIFY2(role.contains(u"kind: Role"_s) && role.contains(u"serviceentries"_s) && role.contains(u"alice"_s),
                 qPrintable(role));
        m->trigger(Command::Apply);
        QVERIFY(!plan()->applyButton()->isEnabled());
        QVERIFY(ClusterWindow::textOf(plan()->model()).contains(u"× Not allowed"_s));
        QCOMPARE(m->cluster.cluster.writes, 0);
    }

    void aMissingNamespaceIsSaidAtItsObject()
    {
        m->cluster.cluster.missingNamespaces = {u"mytest"_s};
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        const QString text = ClusterWindow::textOf(plan()->model());
        QVERIFY2(text.contains(u"× Not accepted"_s) && text.contains(u"namespaces \"mytest\" not found"_s),
                 qPrintable(text));
        QVERIFY(!plan()->applyButton()->isEnabled());
    }

    void errorsOfThePolicyLeaveNothingOutUnasked()
    {
        m->close();
        m->show(clusterPolicy(
            web + rule("{namespace: mytest}", "{hosts: [b.example.com], port: {number: 0, protocol: HTTP}}")));
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        QVERIFY(m->work()->plan().partial);
        QVERIFY(!plan()->applyButton()->isEnabled());
        QVERIFY(m->pressButton(u"Apply the rest all the same"_s));
        QVERIFY(plan()->applyButton()->isEnabled());
    }

    void aHangingServerCanBeLeftWhilePlanning()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->cluster.script = [](const kube::Request &) { return Reply{.hangs = true}; };
        m->trigger(Command::Plan);
        QTRY_VERIFY(m->button(u"Cancel"_s));
        QVERIFY(m->pressButton(u"Cancel"_s));
        QCOMPARE(m->work()->stage(), Stage::None);
        m->cluster.script = {};
        m->trigger(Command::Plan);
        QVERIFY(m->waitFor(Stage::Planned));
    }

    void aFailureWhilePlanningIsSaidInFourParts()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->cluster.script = [](const kube::Request &request) -> std::optional<Reply> {
            return request.path.contains("/gateways")
                ? std::optional(Reply{.answer = failure(401, "Unauthorized", "Unauthorized")})
                : std::nullopt;
        };
        m->trigger(Command::Plan);
        QTRY_VERIFY(m->view()->messages()->isVisible());
        const Error &error = m->view()->messages()->error();
        QVERIFY(error.what.contains(u"Unauthorized"_s) && !error.unaffected.isEmpty());
        QVERIFY(error.next.contains(u"Sign in again"_s));
        QCOMPARE(m->work()->stage(), Stage::None);
    }

    void whatFailsInTheMiddleIsReportedAndGoesOnFromThere_data()
    {
        QTest::addColumn<kube::Answer>("answer");
        QTest::addColumn<QString>("what");
        QTest::newRow("401") << kube::Answer(failure(401, "Unauthorized", "Unauthorized")) << u"Unauthorized"_s;
        QTest::newRow("403") << kube::Answer(failure(403, "Forbidden", "no more")) << u"no more"_s;
        QTest::newRow("500") << kube::Answer(failure(500, "InternalError", "out of order")) << u"out of order"_s;
    }

    void whatFailsInTheMiddleIsReportedAndGoesOnFromThere()
    {
        QFETCH(kube::Answer, answer);
        QFETCH(QString, what);
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        const size_t all = m->work()->plan().objects.size();
        int writes = 0;
        m->cluster.script = [&](const kube::Request &request) -> std::optional<Reply> {
            return isWrite(request) && ++writes >= 4 ? std::optional(Reply{.answer = answer}) : std::nullopt;
        };
        m->trigger(Command::Apply);
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(!m->work()->report()->complete);
        const Error &error = m->view()->messages()->error();
        QVERIFY2(error.what.contains(what), qPrintable(error.what));
        QVERIFY2(error.unaffected.contains(u"done before"_s), qPrintable(error.unaffected));
        QVERIFY(ClusterWindow::textOf(plan()->model()).contains(u"✗ Failed"_s));
        m->cluster.script = {};
        QTest::keyClick(childButton(m->view()->messages(), u"Plan Again"_s), Qt::Key_Space);
        QVERIFY(m->waitFor(Stage::Planned));
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(m->work()->report()->complete);
        QCOMPARE(m->cluster.cluster.objects().size(), all);
    }

    void aBrokenConnectionIsLookedUpAndGoesOn()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->cluster.cluster.onWrite = [](const kube::Request &, int write) {
            return write == 3 ? FakeCluster::Fault::LostAnswer : FakeCluster::Fault::None;
        };
        m->trigger(Command::Apply);
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(m->work()->report()->complete);
        QCOMPARE(m->cluster.cluster.objects().size(), m->work()->plan().objects.size());
    }

    void anApplyThatIsCancelledStopsAndGoesOnLater()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        const size_t all = m->work()->plan().objects.size();
        slowWrites();
        m->trigger(Command::Apply);
        QVERIFY(m->pressButton(plan()->applyWords()));
        QTRY_VERIFY(m->button(u"Cancel"_s));
        QTRY_VERIFY(m->cluster.cluster.writes > 0);
        QVERIFY(m->pressButton(u"Cancel"_s));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(m->work()->report()->cancelled);
        QVERIFY(m->cluster.cluster.objects().size() < all);
        QVERIFY(m->view()->messages()->error().what.startsWith(u"Stopped after"_s));
        m->cluster.script = {};
        QTest::keyClick(childButton(m->view()->messages(), u"Plan Again"_s), Qt::Key_Space);
        QVERIFY(m->waitFor(Stage::Planned));
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QCOMPARE(m->cluster.cluster.objects().size(), all);
    }

    void anObjectThatChangedSinceThePlanStopsTheApply()
    {
        QVERIFY(applyAll(web));
        editPolicy("a.example.com", "c.example.com");
        QVERIFY(m->pressButton(u"Plan Again"_s));
        QVERIFY(m->waitFor(Stage::Planned));
        for (const auto &[key, object] : m->cluster.cluster.objects()) {
            Value theirs = object;
            theirs.find(u"metadata")->set(u"annotations"_s, Value::map({{u"touched"_s, u"yes"_s}}));
            m->cluster.cluster.applyAs(u"somebody"_s, theirs);
        }
        QVERIFY(m->pressButton(plan()->applyWords()));
        QVERIFY(m->waitFor(Stage::Applied));
        QVERIFY(m->work()->report()->clusterChanged);
        QVERIFY(m->view()->messages()->error().what.contains(u"The cluster changed since this plan."_s));
        QVERIFY(childButton(m->view()->messages(), u"Plan Again"_s));
    }

    void closingInTheMiddleOfAnApplyAsks()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        slowWrites();
        int asked = 0;
        bool stops = false;
        m->window->cluster()->setQuestion([&](QWidget *, const QString &context) {
            ++asked;
            return stops && context == u"prod-eu"_s;
        });
        m->trigger(Command::Apply);
        QVERIFY(m->pressButton(plan()->applyWords()));
        QTRY_VERIFY(m->cluster.cluster.writes > 0);
        QVERIFY(!m->window->close());
        QCOMPARE(asked, 1);
        QVERIFY(m->window->isVisible());
        QCOMPARE(m->work()->stage(), Stage::Applying);
        stops = true;
        QVERIFY(!m->window->close());
        QCOMPARE(asked, 2);
        QTRY_VERIFY(!m->window->isVisible());
        QVERIFY(m->work()->report()->cancelled);
        QCOMPARE(m->work()->history().entries().first().outcome, u"cancelled"_s);
    }

    void closingWithoutAnApplyAsksNothing()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->window->cluster()->setQuestion([](QWidget *, const QString &) { return false; });
        m->editor->close(0);
        QVERIFY(m->window->close());
    }

    void anotherContextIsNotOpenedInTheMiddleOfAnApply()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        slowWrites();
        m->trigger(Command::Apply);
        QVERIFY(m->pressButton(plan()->applyWords()));
        QTRY_VERIFY(m->cluster.cluster.writes > 0);
        m->view()->openContext(u"test-eu"_s);
        QCOMPARE(m->link()->context(), u"prod-eu"_s);
        QVERIFY(m->view()->messages()->error().what.contains(u"under way"_s));
        QVERIFY(!m->window->actions()[Command::CloseContext]->isEnabled());
        QVERIFY(m->waitFor(Stage::Applied));
    }

    void withoutAHistoryNothingIsApplied()
    {
        m->close();
        m->cluster.historyFolder = u"/proc/no/history"_s;
        m->show(clusterPolicy(web));
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        m->trigger(Command::Apply);
        QVERIFY(m->pressButton(plan()->applyWords()));
        QTRY_VERIFY(m->view()->messages()->isVisible());
        QVERIFY(m->view()->messages()->error().what.contains(u"history"_s));
        QCOMPARE(m->cluster.cluster.writes, 0);
    }

    void theWindowMayGoAtAnyMomentOfAPlan()
    {
        m->cluster.script = [](const kube::Request &) { return Reply{.after = std::chrono::milliseconds(5)}; };
        for (const int time : {1, 8, 20, 40, 80}) {
            m->trigger(Command::ChooseContext);
            m->view()->openContext(u"prod-eu"_s);
            QTest::qWait(time);
            m->close();
            m->show(clusterPolicy(web));
        }
    }

private:
    PlanView *plan() const { return m->view()->plan(); }

    void editPolicy(const QByteArray &before, const QByteArray &after)
    {
        const QByteArray &text = m->editor->workspace().files[0]->stream.text;
        const qsizetype begin = text.indexOf(before);
        QVERIFY(begin >= 0);
        m->editor->editText(0, {{{begin, begin + before.size()}, after}}, u"Type"_s);
    }

    bool applyAll(const QByteArray &rules)
    {
        m->close();
        m->show(clusterPolicy(rules));
        if (!m->openAndPlan(u"prod-eu"_s))
            return false;
        m->trigger(Command::Apply);
        return m->pressButton(plan()->applyWords()) && m->waitFor(Stage::Applied) && m->work()->report()->complete;
    }

    /// Applies all, and lets somebody take the hosts of one ServiceEntry over.
    kube::ObjectKey makeConflict()
    {
        if (!applyAll(web))
            qFatal("nothing was applied");
        for (const auto &[key, object] : m->cluster.cluster.objects()) {
            if (key.kind != u"ServiceEntry"_s || key.namespaceName != u"mytest"_s)
                continue;
            Value theirs = Value::map({{u"apiVersion"_s, object[u"apiVersion"]}, {u"kind"_s, key.kind}});
            theirs.add(u"metadata"_s, Value::map({{u"name"_s, key.name}, {u"namespace"_s, key.namespaceName}}));
            theirs.add(u"spec"_s, Value::map({{u"hosts"_s, Value::list(QStringList(u"theirs.example.com"_s))}}));
            m->cluster.cluster.applyAs(u"somebody"_s, theirs);
            m->view()->closeContext();
            return key;
        }
        qFatal("no ServiceEntry was applied");
    }

    void slowWrites()
    {
        m->cluster.script = [](const kube::Request &request) -> std::optional<Reply> {
            return isWrite(request) ? std::optional(Reply{.after = std::chrono::milliseconds(60)}) : std::nullopt;
        };
    }

    QByteArray serverText() const
    {
        QByteArray text;
        for (const auto &[key, object] : m->cluster.cluster.objects())
            text += yaml::toJson(object);
        return text;
    }

    static QAbstractButton *childButton(const QWidget *parent, const QString &text)
    {
        for (QAbstractButton *button : parent->findChildren<QAbstractButton *>()) {
            if (button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<ClusterWindow> m;
};

QTEST_MAIN(TestClusterPlan)
#include "tst_clusterplan.moc"
