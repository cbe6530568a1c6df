// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/clusterpictures.h"

#include "tests/support/compiling.h"
#include "tests/support/ui/scriptedcluster.h"
#include "ui/cluster/clustercommands.h"
#include "ui/cluster/contextspage.h"
#include "ui/cluster/planview.h"
#include "ui/cluster/planwork.h"
#include "ui/cluster/prunepanel.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QCheckBox>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPushButton>
#include <QTimer>
#include <QTreeWidget>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sallyport::test {

namespace {

using Stage = PlanWork::Stage;

const QSize roomy(1280, 860);

const QByteArray web = rule("{namespace: mytest}", "{hosts: [www.httpbin.org], port: {number: 80, protocol: HTTP}}");
const QByteArray database =
    rule("{namespace: mytest}", "{hosts: [api.example.com], port: {number: 443, protocol: HTTPS}}");

PlanWork *work(MainWindow &window)
{
    return window.cluster()->view()->work();
}

void wait(const std::function<bool()> &done)
{
    QElapsedTimer time;
    time.start();
    while (!done() && time.elapsed() < 5000) {
        QEventLoop loop;
        QTimer::singleShot(5ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

void waitFor(MainWindow &window, Stage stage)
{
    wait([&] { return work(window)->stage() == stage; });
}

void show(MainWindow &window, Command command)
{
    window.actions()[command]->trigger();
    auto *dock = window.findChild<QDockWidget *>(u"cluster"_s);
    window.resizeDocks({dock}, {18 * window.fontMetrics().lineSpacing()}, Qt::Vertical);
}

void replacePolicy(MainWindow &window, const QByteArray &rules)
{
    window.editor()->newFile(policyWith(rules), u"policy.yaml"_s);
    window.editor()->close(0);
}

void open(MainWindow &window, Command command)
{
    window.cluster()->view()->openContext(u"prod-eu"_s);
    waitFor(window, Stage::Planned);
    show(window, command);
}

void apply(MainWindow &window)
{
    window.cluster()->view()->plan()->applyButton()->click();
    waitFor(window, Stage::Applied);
}

/// Applies, and lets somebody change an object.
void openWithConflict(MainWindow &window, ScriptedCluster &cluster)
{
    replacePolicy(window, web);
    open(window, Command::Apply);
    apply(window);
    for (const auto &[key, object] : cluster.cluster.objects()) {
        if (key.kind != "ServiceEntry"_L1)
            continue;
        Value theirs = Value::map({{u"apiVersion"_s, object[u"apiVersion"]}, {u"kind"_s, key.kind}});
        theirs.add(u"metadata"_s, Value::map({{u"name"_s, key.name}, {u"namespace"_s, key.namespaceName}}));
        theirs.add(u"spec"_s, Value::map({{u"hosts"_s, Value::list(QStringList(u"httpbin.org"_s))}}));
        cluster.cluster.applyAs(u"kubectl-edit"_s, theirs);
    }
    window.cluster()->view()->planAnew();
    waitFor(window, Stage::Planned);
    show(window, Command::Apply);
}

void openWithStale(MainWindow &window)
{
    replacePolicy(window, web + database);
    open(window, Command::Apply);
    apply(window);
    replacePolicy(window, web);
    window.cluster()->view()->planAnew();
    waitFor(window, Stage::Planned);
    window.cluster()->view()->plan()->prune()->deletes()->click();
    waitFor(window, Stage::Planned);
    show(window, Command::Apply);
}

void slow(ScriptedCluster &cluster, std::chrono::milliseconds time)
{
    cluster.script = [time](const kube::Request &request) -> std::optional<ScriptedCluster::Reply> {
        const bool writes = request.verb == "PATCH" && !request.path.contains("dryRun");
        return writes ? std::optional(ScriptedCluster::Reply{.after = time}) : std::nullopt;
    };
}

void failSoon(ScriptedCluster &cluster)
{
    auto writes = std::make_shared<int>(0);
    cluster.script = [writes](const kube::Request &request) -> std::optional<ScriptedCluster::Reply> {
        const bool isWrite = request.verb == "PATCH" && !request.path.contains("dryRun");
        if (!isWrite || ++*writes < 4)
            return std::nullopt;
        return ScriptedCluster::Reply{.answer = failure(403, "Forbidden", "you may not do that any more")};
    };
}

void drift(MainWindow &window, ScriptedCluster &cluster)
{
    openWithConflict(window, cluster);
    for (const auto &[key, object] : cluster.cluster.objects()) {
        if (key.kind != "ServiceEntry"_L1)
            continue;
        cluster.tell(u"serviceentries"_s, u"ADDED"_s, *cluster.cluster.object(key)); // as it was when we had written it
        Value theirs = *cluster.cluster.object(key);
        theirs.find(u"spec")->set(u"hosts"_s, Value::list(QStringList(u"evil.example.com"_s)));
        theirs.find(u"metadata")
            ->set(
                u"managedFields"_s,
                Value::list({Value::map({{u"manager"_s, u"kubectl-edit"_s}, {u"time"_s, u"2026-01-31T12:00:00Z"_s}})}));
        cluster.tell(u"serviceentries"_s, u"MODIFIED"_s, theirs);
    }
    show(window, Command::ShowDrift);
}

} // namespace

QList<ClusterPicture> clusterPictures()
{
    return {
        {u"cluster-contexts"_s, roomy,
         [](MainWindow &window, ScriptedCluster &) { show(window, Command::ChooseContext); }},
        {u"cluster-no-kubeconfig"_s, roomy,
         [](MainWindow &window, ScriptedCluster &cluster) {
             cluster.config = kube::readKubeconfig("contexts: [", u"/home/you/.kube/config"_s);
             show(window, Command::ChooseContext);
         }},
        {u"cluster-opening"_s, roomy,
         [](MainWindow &window, ScriptedCluster &cluster) {
             cluster.script = [](const kube::Request &) { return ScriptedCluster::Reply{.hangs = true}; };
             window.cluster()->view()->openContext(u"prod-eu"_s);
             show(window, Command::ChooseContext);
         }},
        {u"cluster-unauthorized"_s, roomy,
         [](MainWindow &window, ScriptedCluster &cluster) {
             cluster.script = [](const kube::Request &) {
                 return ScriptedCluster::Reply{.answer = failure(401, "Unauthorized", "Unauthorized")};
             };
             window.cluster()->view()->openContext(u"prod-eu"_s);
             show(window, Command::ChooseContext);
         }},
        {u"cluster-mesh"_s, roomy,
         [](MainWindow &window, ScriptedCluster &) {
             open(window, Command::ShowCluster);
             window.cluster()->view()->showPage(ClusterView::FactsTab);
         }},
        {u"cluster-rights"_s, roomy,
         [](MainWindow &window, ScriptedCluster &cluster) {
             cluster.cluster.deniedVerbs = {u"patch serviceentries"_s, u"create serviceentries"_s};
             open(window, Command::ShowCluster);
             window.cluster()->view()->showPage(ClusterView::FactsTab);
         }},
        {u"cluster-plan"_s, roomy, [](MainWindow &window, ScriptedCluster &) { open(window, Command::Apply); }},
        {u"cluster-plan-narrow"_s, QSize(800, 600),
         [](MainWindow &window, ScriptedCluster &) { open(window, Command::Apply); }},
        {u"cluster-conflict"_s, roomy, openWithConflict},
        {u"cluster-prune"_s, roomy, [](MainWindow &window, ScriptedCluster &) { openWithStale(window); }},
        {u"cluster-outdated"_s, roomy,
         [](MainWindow &window, ScriptedCluster &) {
             replacePolicy(window, web);
             open(window, Command::Apply);
             replacePolicy(window, web + database);
         }},
        {u"cluster-read-only"_s, roomy,
         [](MainWindow &window, ScriptedCluster &) {
             window.cluster()->view()->contexts()->setMark(u"prod-eu"_s, ContextMark::ReadOnly);
             open(window, Command::Apply);
         }},
        {u"cluster-production"_s, roomy,
         [](MainWindow &window, ScriptedCluster &) {
             window.cluster()->view()->contexts()->setMark(u"prod-eu"_s, ContextMark::Production);
             open(window, Command::Apply);
             window.cluster()->view()->plan()->applyButton()->click();
         }},
        {u"cluster-applying"_s, roomy,
         [](MainWindow &window, ScriptedCluster &cluster) {
             slow(cluster, 1200ms);
             replacePolicy(window, web);
             open(window, Command::Apply);
             window.cluster()->view()->plan()->applyButton()->click();
         }},
        {u"cluster-partly-applied"_s, roomy,
         [](MainWindow &window, ScriptedCluster &cluster) {
             failSoon(cluster);
             replacePolicy(window, web);
             open(window, Command::Apply);
             apply(window);
         }},
        {u"cluster-applied"_s, roomy,
         [](MainWindow &window, ScriptedCluster &) {
             replacePolicy(window, web);
             open(window, Command::Apply);
             apply(window);
         }},
        {u"cluster-history"_s, roomy,
         [](MainWindow &window, ScriptedCluster &) {
             openWithStale(window);
             show(window, Command::ShowHistory);
         }},
        {u"cluster-drift"_s, roomy, drift},
    };
}

} // namespace sallyport::test
