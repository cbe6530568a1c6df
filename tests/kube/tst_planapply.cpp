// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/history.h"
#include "core/kube/managedfields.h"
#include "core/yaml/write.h"
#include "tests/support/compiling.h"
#include "tests/support/kube/clusterjobs.h"
#include "tests/support/kube/randompolicies.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;
using namespace sallyport::kube;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray web = rule("{namespace: mytest}", "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}}");
const QByteArray database =
    rule("{namespace: payments}", "{hosts: [one.example.net], port: {number: 5432, protocol: TCP}}");
const ObjectKey webEntry = {u"ServiceEntry"_s, u"mytest"_s, u"egp-a-example-com-7653e4959f8e"_s};

/// Plans for the rules and applies; what became of it.
std::optional<ApplyReport> apply(FakeCluster &cluster, const QByteArray &rules)
{
    const Planned planned = planOn(cluster, requestFor(rules));
    return planned.plan ? applyOn(cluster, *planned.plan) : std::nullopt;
}

} // namespace

class TestPlanApply : public QObject
{
    Q_OBJECT

private slots:
    void idOfASetIsKubectls()
    {
        // the form of KEP-3659, whose parents are Secrets by default
        ApplySet set{u"sallyport-prod"_s, u"istio-system"_s, {}, {}};
        QVERIFY(set.id().startsWith(u"applyset-"_s) && set.id().endsWith(u"-v1"_s));
        QCOMPARE(set.id().size(), qsizetype(9 + 43 + 3));
        const Result<ApplySet> read =
            readParent(parentObject({set.name, set.namespaceName, {u"A.b"_s}, {u"x"_s}}, u"prod"_s));
        QVERIFY(read);
        QCOMPARE(read->groupKinds, QSet<QString>{u"A.b"_s});
        QCOMPARE(read->namespaces, (QSet<QString>{u"x"_s, u"istio-system"_s}));
    }

    void anotherToolsParentIsRefused()
    {
        Value parent = parentObject({u"sallyport-prod"_s, u"a"_s, {}, {}}, u"prod"_s);
        parent.find(u"metadata")->find(u"annotations")->set(u"applyset.kubernetes.io/tooling"_s, u"kubectl/v1.32"_s);
        QVERIFY(!readParent(parent));
    }

    void appliesAPolicyAndThenHasNothingToDo()
    {
        FakeCluster cluster;
        const std::optional<ApplyReport> report = apply(cluster, web + database);
        QVERIFY(report && report->complete);
        QCOMPARE(differing(cluster.objects(), expected(web + database)), QStringList());

        cluster.reads = cluster.dryRuns = cluster.writes = 0;
        const Planned again = planOn(cluster, requestFor(web + database));
        QVERIFY2(again.plan, qPrintable(again.error));
        QVERIFY(!again.plan->hasChanges());
        QCOMPARE(cluster.dryRuns, 0);
        QVERIFY(cluster.reads < 25); // discovery, lists per kind of ours and of others, the parent
        QVERIFY(applyOn(cluster, *again.plan)->complete);
        QCOMPARE(cluster.writes, 0);
    }

    void planningWritesNothing()
    {
        FakeCluster cluster;
        QCOMPARE(planSummary(cluster, web), u"create 6"_s);
        QCOMPARE(cluster.writes, 0);
        QVERIFY(cluster.objects().empty());
    }

    void aPlanThatNobodyLooksAtTriesOneNewObjectForAllOfItsKindAndNamespace()
    {
        const QByteArray rules =
            web + rule("{namespace: mytest}", "{hosts: [b.example.com], port: {number: 80, protocol: HTTP}}");
        FakeCluster cluster;
        PlanRequest request = requestFor(rules);
        QVERIFY(planOn(cluster, request).plan);
        QCOMPARE(cluster.dryRuns, int(request.wanted.size()));
        cluster.dryRuns = 0;
        request.isConfirmed = true;
        const Planned planned = planOn(cluster, request);
        QCOMPARE(cluster.dryRuns, 6); // entry, rule, routes and door; entry and routes
        QVERIFY(applyOn(cluster, *planned.plan)->complete);
        QCOMPARE(differing(cluster.objects(), expected(rules)), QStringList());
    }

    void anObjectOfOurNameIsTriedHoweverSureWeAre()
    {
        FakeCluster cluster;
        Value foreign = expected(web).at(webEntry);
        foreign.find(u"metadata")->remove(u"labels");
        cluster.applyAs(u"argocd"_s, foreign);
        PlanRequest request = requestFor(web);
        request.isConfirmed = true;
        QCOMPARE(planOn(cluster, request).plan->count(PlannedAction::Conflict), 1);
    }

    void onlyWhatChangedIsDryRunAndWritten()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web)->complete);
        cluster.dryRuns = cluster.writes = 0;
        const Planned planned = planOn(cluster, requestFor(web + database));
        QVERIFY(planned.plan);
        QCOMPARE(planned.plan->count(PlannedAction::Unchanged), 6);
        QCOMPARE(cluster.dryRuns, planned.plan->count(PlannedAction::Create));
    }

    void withoutPruneWhatIsNotWantedStays()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web + database)->complete);
        const auto before = cluster.objects();
        const Planned planned = planOn(cluster, requestFor(web, Prune::Nothing));
        QVERIFY(planned.plan);
        QVERIFY(!planned.plan->hasChanges());
        QVERIFY(planned.plan->count(PlannedAction::Stale) > 4);
        QVERIFY(applyOn(cluster, *planned.plan)->complete);
        QCOMPARE(differing(cluster.objects(), before), QStringList());
    }

    void deletingMostOfASetWantsToBeMeant()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web + database)->complete);
        PlanRequest request = requestFor(web, Prune::Stale);
        request.wanted.clear();
        const Planned planned = planOn(cluster, request);
        QVERIFY(planned.plan && planned.plan->prunesTooMuch());
        const std::optional<ApplyReport> report = applyOn(cluster, *planned.plan);
        QVERIFY(report && report->error && !report->complete);
        QCOMPARE(differing(cluster.objects(), expected(web + database)), QStringList());
    }

    void aPartialSetDeletesNothing()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web + database)->complete);
        PlanRequest request = requestFor(web, Prune::All);
        request.partial = true;
        const Planned planned = planOn(cluster, request);
        QVERIFY(planned.plan);
        QCOMPARE(planned.plan->count(PlannedAction::Delete), 0);
    }

    void deletionTakesEverythingAndTheParent()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web + database)->complete);
        const PlanRequest request = deletionRequest(workspaceOf(policyWith(web) + Universe::mesh()), Target::Istio);
        const Planned planned = planOn(cluster, request);
        QVERIFY(planned.plan);
        QVERIFY(applyOn(cluster, *planned.plan)->complete);
        QVERIFY(cluster.objects().empty());
        QVERIFY(!cluster.object({u"ConfigMap"_s, u"egress"_s, u"sallyport-default"_s}));
    }

    void anObjectOfAnotherManagerIsAConflictUntilItIsTakenOver()
    {
        FakeCluster cluster;
        Value foreign = expected(web).at(webEntry);
        foreign.find(u"metadata")->remove(u"labels");
        foreign.find(u"spec")->set(u"resolution"_s, u"DNS"_s);
        cluster.applyAs(u"argocd"_s, foreign);
        Planned planned = planOn(cluster, requestFor(web));
        QVERIFY(planned.plan);
        QCOMPARE(planned.plan->count(PlannedAction::Conflict), 1);
        QVERIFY(planned.plan->obstacle());
        const auto object = std::find_if(planned.plan->objects.begin(), planned.plan->objects.end(),
                                         [](const PlannedObject &o) { return o.key() == webEntry; });
        QCOMPARE(object->conflicts.size(), 2); // the object as a whole, and the field
        QCOMPARE(object->conflicts[1].field, u"spec.resolution"_s);
        QCOMPARE(object->conflicts[1].theirs.text(), u"DNS"_s);
        QCOMPARE(object->conflicts[1].ours.text(), u"STATIC"_s);

        decide(*planned.plan, webEntry, {}, Choice::TakeOver);
        QVERIFY(!planned.plan->obstacle());
        QVERIFY(applyOn(cluster, *planned.plan)->complete);
        QCOMPARE(differing(cluster.objects(), expected(web)), QStringList());
    }

    void aFieldThatSomebodyChangedCanBeLeftToHim()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web)->complete);
        Value edited = Value::map({{u"apiVersion"_s, u"networking.istio.io/v1"_s}, {u"kind"_s, webEntry.kind}});
        edited.add(u"metadata"_s, Value::map({{u"name"_s, webEntry.name}, {u"namespace"_s, webEntry.namespaceName}}));
        edited.add(u"spec"_s, Value::map({{u"resolution"_s, u"NONE"_s}}));
        cluster.applyAs(u"kubectl-edit"_s, edited);
        Planned planned = planOn(cluster, requestFor(web + database));
        QVERIFY(planned.plan);
        QCOMPARE(planned.plan->count(PlannedAction::Conflict), 1);
        decide(*planned.plan, webEntry, u"spec.resolution"_s, Choice::Keep);
        QCOMPARE(planned.plan->count(PlannedAction::Conflict), 0);
        QVERIFY(applyOn(cluster, *planned.plan)->complete);
        QCOMPARE((*cluster.object(webEntry))[u"spec"][u"resolution"].text(), u"NONE"_s);
    }

    void anotherMeshOwnsItsObjects()
    {
        FakeCluster cluster;
        PlanRequest other = requestFor(web);
        other.mesh = u"other"_s;
        const Planned theirs = planOn(cluster, other);
        QVERIFY(theirs.plan && applyOn(cluster, *theirs.plan)->complete);
        const Planned planned = planOn(cluster, requestFor(web));
        QVERIFY(planned.plan);
        QCOMPARE(planned.plan->count(PlannedAction::Conflict), 6);
    }

    void missingRightsAreNamedWithTheRoleThatGrantsThem()
    {
        FakeCluster cluster;
        cluster.deniedVerbs = {u"create serviceentries"_s};
        const Planned planned = planOn(cluster, requestFor(web));
        QVERIFY(planned.plan);
        QCOMPARE(planned.plan->count(PlannedAction::Forbidden), 2);
        QVERIFY(planned.plan->obstacle());
        QVERIFY(planned.plan->roleYaml.contains("- serviceentries"));
        QVERIFY(planned.plan->roleYaml.contains("name: alice"));
        QVERIFY(planned.plan->roleYaml.contains("namespace: mytest"));
    }

    void whoMayNotListEverywhereListsWhereHeNeedsTo()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web)->complete);
        cluster.deniedVerbs = {u"list-all serviceentries"_s};
        QCOMPARE(planSummary(cluster, web), u"unchanged 6"_s);
        cluster.deniedVerbs = {u"list serviceentries"_s};
        const Planned planned = planOn(cluster, requestFor(web));
        QVERIFY(planned.plan);
        QVERIFY(planned.plan->roleYaml.contains("- list"));
    }

    void aMissingNamespaceIsSaidPerObject()
    {
        FakeCluster cluster;
        cluster.missingNamespaces = {u"mytest"_s};
        const Planned planned = planOn(cluster, requestFor(web));
        QVERIFY(planned.plan);
        QCOMPARE(planned.plan->count(PlannedAction::Invalid), 3);
        QVERIFY(planned.plan->obstacle());
    }

    void whatChangedSinceThePlanStopsTheApply()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web)->complete);
        const Planned planned = planOn(cluster, requestFor(database));
        QVERIFY(planned.plan);
        Value edited = Value::map({{u"apiVersion"_s, u"networking.istio.io/v1"_s}, {u"kind"_s, webEntry.kind}});
        edited.add(u"metadata"_s, Value::map({{u"name"_s, webEntry.name}, {u"namespace"_s, webEntry.namespaceName}}));
        edited.add(u"spec"_s, Value::map({{u"resolution"_s, u"NONE"_s}}));
        cluster.applyAs(u"kubectl-edit"_s, edited);
        const std::optional<ApplyReport> report = applyOn(cluster, *planned.plan);
        QVERIFY(report && !report->complete);
        QVERIFY(report->clusterChanged);
        QVERIFY(cluster.object(webEntry));
    }

    void anotherVersionOfTheSameContentIsNoChange()
    {
        FakeCluster cluster;
        QVERIFY(apply(cluster, web)->complete);
        const Planned planned = planOn(cluster, requestFor(database));
        QVERIFY(planned.plan);
        Value touched = Value::map({{u"apiVersion"_s, u"networking.istio.io/v1"_s}, {u"kind"_s, webEntry.kind}});
        touched.add(u"metadata"_s, Value::map({{u"name"_s, webEntry.name}, {u"namespace"_s, webEntry.namespaceName}}));
        touched.add(u"status"_s, Value::map({{u"observedGeneration"_s, 1}}));
        cluster.applyAs(u"istiod"_s, touched);
        const std::optional<ApplyReport> report = applyOn(cluster, *planned.plan);
        QVERIFY(report && report->complete);
        QVERIFY(!cluster.object(webEntry));
    }

    void aBrokenConnectionAtAnyWriteLeavesWhatARunLaterCompletes_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("request lost") << int(FakeCluster::Fault::LostRequest);
        QTest::newRow("answer lost") << int(FakeCluster::Fault::LostAnswer);
        QTest::newRow("server error") << int(FakeCluster::Fault::ServerError);
    }

    void aBrokenConnectionAtAnyWriteLeavesWhatARunLaterCompletes()
    {
        QFETCH(int, fault);
        const auto interrupted = [&](int at) {
            FakeCluster cluster;
            if (!apply(cluster, web)->complete)
                return u"not even the start"_s;
            const Planned planned = planOn(cluster, requestFor(database));
            const int before = cluster.writes;
            cluster.onWrite = [=](const Request &, int write) {
                return write - before >= at ? FakeCluster::Fault(fault) : FakeCluster::Fault::None; // and from then on
            };
            const std::optional<ApplyReport> report = applyOn(cluster, *planned.plan);
            cluster.onWrite = nullptr;
            if (!report)
                return u"it did not end"_s;
            if (report->complete)
                return u"done"_s;
            const std::optional<ApplyReport> again = apply(cluster, database);
            if (!again || !again->complete)
                return u"the second run did not complete"_s;
            return differing(cluster.objects(), expected(database)).join(u' ');
        };
        int faults = 0;
        for (int at = 1; at < 200; ++at) {
            const QString result = interrupted(at);
            if (result == "done"_L1)
                break;
            QVERIFY2(result.isEmpty(), qPrintable(QString::number(at) + u' ' + result));
            ++faults;
        }
        QVERIFY2(faults > 10, qPrintable(QString::number(faults)));
    }

    void oneLostAnswerIsLookedUpAndDoesNotEndTheApply()
    {
        FakeCluster cluster;
        int lost = 0;
        cluster.onWrite = [&](const Request &, int write) {
            const bool loses = write == 4;
            lost += loses ? 1 : 0;
            return loses ? FakeCluster::Fault::LostAnswer : FakeCluster::Fault::None;
        };
        QVERIFY(apply(cluster, web + database)->complete);
        QCOMPARE(lost, 1);
        QCOMPARE(differing(cluster.objects(), expected(web + database)), QStringList());
    }

    void cancellingEndsAfterWhatIsUnderWay()
    {
        FakeCluster cluster;
        const Planned planned = planOn(cluster, requestFor(web + database));
        QVERIFY(planned.plan);
        Client client(cluster);
        ApplyJob job(client, *planned.plan, std::chrono::milliseconds(0));
        std::optional<ApplyReport> result;
        connect(&job, &ApplyJob::finished, this, [&](const ApplyReport &report) { result = report; });
        connect(&job, &ApplyJob::progress, this, [&](int done) {
            if (done == 2)
                job.cancel();
        });
        job.start();
        QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }, 10000));
        QVERIFY(result->cancelled && !result->complete && !result->error);
        QVERIFY(result->done() < job.total());
        QVERIFY(apply(cluster, web + database)->complete);
    }

    void revertBringsBackWhatWasThere()
    {
        QTemporaryDir folder;
        FakeCluster cluster;
        QVERIFY(apply(cluster, web)->complete);
        const auto before = cluster.objects();
        const Planned planned = planOn(cluster, requestFor(database));
        QVERIFY(planned.plan);
        const History history(folder.path() + "/history"_L1);
        const Result<HistoryEntry> entry = history.begin(*planned.plan, u"apply"_s);
        QVERIFY(entry);
        QCOMPARE(history.entries().value(0).outcome, u"started"_s);
        const std::optional<ApplyReport> report = applyOn(cluster, *planned.plan);
        QVERIFY(!history.end(*entry, *report));
        QCOMPARE(history.entries().value(0).outcome, u"complete"_s);
        const QString file = folder.path() + "/history/"_L1 + entry->id + ".json"_L1;
        QCOMPARE(int(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)), 0);

        const Planned back = planOn(cluster, revertOf(*history.entry(entry->id)));
        QVERIFY2(back.plan, qPrintable(back.error));
        QVERIFY(applyOn(cluster, *back.plan)->complete);
        QCOMPARE(differing(cluster.objects(), before), QStringList());
        QVERIFY(!history.entry(u"../../etc/passwd"_s));
    }

    void randomPoliciesArriveAndGoBack()
    {
        RandomPolicies policies(11);
        for (int i = 0; i < 8; ++i) {
            const auto [before, after] = policies.pair();
            FakeCluster cluster;
            for (const Compiled *state : {&before, &after, &before}) {
                PlanRequest request = planRequest(state->workspace, Target::Istio);
                request.prune = Prune::All;
                const Planned planned = planOn(cluster, request);
                QVERIFY2(planned.plan, qPrintable(planned.error));
                QVERIFY(applyOn(cluster, *planned.plan)->complete);
                const Planned again = planOn(cluster, request);
                QVERIFY(again.plan && !again.plan->hasChanges());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanApply)
#include "tst_planapply.moc"
