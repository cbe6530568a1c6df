// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/managedfields.h"
#include "tests/support/compiling.h"
#include "tests/support/kube/clusterjobs.h"
#include "tests/support/kube/faultproxy.h"
#include "tests/support/kube/meshquestions.h"
#include "tests/support/kube/randompolicies.h"
#include "tests/support/kube/testcluster.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace sallyport;
using namespace sallyport::kube;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray web = rule("{namespace: mytest}", "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}}");
const QByteArray upgraded =
    rule("{namespace: mytest}",
         "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}, httpsUpgrade: {enabled: true}}");
const QByteArray database =
    rule("{namespace: payments}", "{hosts: [one.example.net], port: {number: 5432, protocol: TCP}}");
const QByteArray secure = rule("{namespace: mytest, workloadSelector: {app: a}}",
                               "{hosts: [b.example.com], port: {number: 443, protocol: HTTPS}}");
const QByteArray start = web + database;
const QByteArray goal = upgraded + secure;

bool isWrite(const Request &request)
{
    return request.verb == "DELETE" || (request.verb == "PATCH" && !request.path.contains("dryRun="));
}

ManifestSet manifestsOf(const ObjectMap &objects)
{
    ManifestSet set;
    for (const auto &[key, object] : objects)
        set.push_back(manifestOf(object));
    return set;
}

} // namespace

/// What is left on a real cluster by an apply that went wrong at any of its writes.
class ClusterFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void serverThatGoesAwayAtAnyWrite_data();
    void serverThatGoesAwayAtAnyWrite();
    void programThatIsKilledAtAnyWrite_data();
    void programThatIsKilledAtAnyWrite();
    void answersOnTheWay_data();
    void answersOnTheWay();
    void objectChangedBetweenPlanAndApply();
    void objectChangedDuringTheApply();
    void serverThatHangsDoesNotHoldAPlanThatIsCancelled();

private:
    std::unique_ptr<Transport> behind(FaultProxy &proxy);
    bool bringTo(const QByteArray &rules);
    ObjectMap live();
    QString wrongNow();
    QString wrongAfterGoingOn();

    std::unique_ptr<Transport> m_transport;
};

void ClusterFaultsTest::initTestCase()
{
    if (!hasTestCluster())
        QSKIP("there is no API server (SALLYPORT_TEST_KUBECONFIG); ./dev test cluster starts one");
    m_transport = openTestCluster();
}

void ClusterFaultsTest::cleanupTestCase()
{
    if (!m_transport)
        return;
    const PlanRequest request = deletionRequest(workspaceOf(policyWith(web) + Universe::mesh()), Target::Istio);
    const Planned planned = planOn(*m_transport, request);
    QVERIFY(planned.plan && applyOn(*m_transport, *planned.plan)->complete);
    m_transport.reset();
}

std::unique_ptr<Transport> ClusterFaultsTest::behind(FaultProxy &proxy)
{
    return std::move(*openCluster({.address = *serverAddress(proxy.url())}, {.environment = {}}));
}

bool ClusterFaultsTest::bringTo(const QByteArray &rules)
{
    const Planned planned = planOn(*m_transport, requestFor(rules));
    const std::optional<ApplyReport> report = planned.plan ? applyOn(*m_transport, *planned.plan) : std::nullopt;
    return report && report->complete;
}

ObjectMap ClusterFaultsTest::live()
{
    Client client(*m_transport);
    ObjectMap objects;
    const auto take = [&](const QString &group, const QString &plural, const QString &kind) {
        const Resource resource = {group, u"v1"_s, plural, kind};
        const auto list = waitFor<ObjectList>([&](auto done) {
            client.list({.resource = resource, .labelSelector = u"sallyport.dev/mesh=default"_s}, this, done);
        });
        for (const Value &object : (*list)->items)
            objects.emplace(manifestOf(object).key(), withoutServerFields(object));
    };
    take(u"security.istio.io"_s, u"authorizationpolicies"_s, u"AuthorizationPolicy"_s);
    take(u"networking.istio.io"_s, u"serviceentries"_s, u"ServiceEntry"_s);
    take(u"networking.istio.io"_s, u"destinationrules"_s, u"DestinationRule"_s);
    take(u"networking.istio.io"_s, u"virtualservices"_s, u"VirtualService"_s);
    take(u"networking.istio.io"_s, u"gateways"_s, u"Gateway"_s);
    return objects;
}

QString ClusterFaultsTest::wrongNow()
{
    return wrongBetween(manifestsOf(expected(start)), manifestsOf(expected(goal)), manifestsOf(live()));
}

/// The same again, undisturbed, has to arrive.
QString ClusterFaultsTest::wrongAfterGoingOn()
{
    if (!bringTo(goal))
        return u"applying again does not complete"_s;
    return differing(live(), expected(goal)).join(u' ');
}

void ClusterFaultsTest::serverThatGoesAwayAtAnyWrite_data()
{
    QTest::addColumn<bool>("carriedOut");
    QTest::newRow("before it is carried out") << false;
    QTest::newRow("after it was carried out") << true;
}

void ClusterFaultsTest::serverThatGoesAwayAtAnyWrite()
{
    QFETCH(bool, carriedOut);
    int at = 0;
    for (bool arrives = false; !arrives; ++at) {
        QVERIFY2(at < 100, "there is no end of writes");
        QVERIFY(bringTo(start));
        const Planned planned = planOn(*m_transport, requestFor(goal));
        QVERIFY2(planned.plan, qPrintable(planned.error));
        FaultProxy proxy(*m_transport);
        int writes = 0;
        proxy.fault = [&](const Request &request, int) {
            if (!isWrite(request) || writes++ < at)
                return Fault();
            QTimer::singleShot(0, &proxy, [&proxy] { proxy.goAway(); });
            return Fault{.kind = carriedOut ? Fault::Kind::None : Fault::Kind::Hang};
        };
        const auto transport = behind(proxy);
        const std::optional<ApplyReport> report = applyOn(*transport, *planned.plan);
        QVERIFY2(report, qPrintable(u"at write %1 it does not end"_s.arg(at)));
        QVERIFY(waitUntil([&] { return proxy.underWay() == 0; }));
        arrives = report->complete;
        QVERIFY(report->complete || (report->error && !report->error->what.isEmpty()));
        const QString wrong = wrongNow();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"at write %1: %2"_s.arg(at).arg(wrong)));
        const QString later = wrongAfterGoingOn();
        QVERIFY2(later.isEmpty(), qPrintable(u"at write %1: %2"_s.arg(at).arg(later)));
    }
    QVERIFY2(at > 15, qPrintable(QString::number(at)));
}

void ClusterFaultsTest::programThatIsKilledAtAnyWrite_data()
{
    serverThatGoesAwayAtAnyWrite_data();
}

void ClusterFaultsTest::programThatIsKilledAtAnyWrite()
{
    QFETCH(bool, carriedOut);
    const QString program = qEnvironmentVariable("SALLYPORT_PROGRAM");
    if (program.isEmpty())
        QSKIP("SALLYPORT_PROGRAM does not name the program");
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"policy.yaml"_s, policyWith(goal) + Universe::mesh()));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, folder.filePath(u"state"_s));
    environment.insert(u"KUBECONFIG"_s, folder.filePath(u"config"_s));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    const QStringList arguments = {u"apply"_s, u"policy.yaml"_s, u"--yes"_s, u"--pause"_s, u"0"_s, u"--prune=all"_s};
    int at = 0;
    for (bool arrives = false; !arrives; at += 2) {
        QVERIFY2(at < 100, "there is no end of writes");
        QVERIFY(bringTo(start));
        FaultProxy proxy(*m_transport);
        int writes = 0;
        proxy.fault = [&](const Request &request, int) {
            if (!isWrite(request) || writes++ < at)
                return Fault();
            ::kill(pid_t(process.processId()), SIGKILL);
            return Fault{.kind = carriedOut ? Fault::Kind::None : Fault::Kind::Hang};
        };
        QVERIFY(write(
            u"config"_s,
            "apiVersion: v1\nkind: Config\ncurrent-context: x\n"
            "contexts: [{name: x, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {username: a, password: b}}]\n"
            "clusters: [{name: c, cluster: {server: '"
                + proxy.url().toUtf8() + "'}}]\n"));
        process.start(program, arguments);
        QVERIFY2(waitUntil([&] { return process.state() == QProcess::NotRunning; }, std::chrono::seconds(30)),
                 process.readAllStandardError().constData());
        arrives = process.exitStatus() == QProcess::NormalExit;
        QVERIFY2(!arrives || process.exitCode() == 0, process.readAllStandardError().constData());
        QVERIFY(waitUntil([&] { return proxy.underWay() == 0; }));
        const QString wrong = wrongNow();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"at write %1: %2"_s.arg(at).arg(wrong)));
        const QString later = wrongAfterGoingOn();
        QVERIFY2(later.isEmpty(), qPrintable(u"at write %1: %2"_s.arg(at).arg(later)));
    }
    QVERIFY2(at > 15, qPrintable(QString::number(at)));
    process.start(program, {u"history"_s});
    QVERIFY(process.waitForFinished(30000));
    const QByteArray history = process.readAllStandardOutput();
    QCOMPARE(history.count(" started "), at / 2 - 1);
    QCOMPARE(history.count(" complete "), 1);
}

void ClusterFaultsTest::answersOnTheWay_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<bool>("always"); ///< From the third write on; otherwise that one alone.
    QTest::addColumn<bool>("arrives");
    const int reply = int(Fault::Kind::Reply);
    QTest::newRow("busy once") << reply << 429 << QByteArray("0") << false << true;
    QTest::newRow("busy for good") << reply << 429 << QByteArray("0") << true << false;
    QTest::newRow("busy without a word when to come back") << reply << 429 << QByteArray() << false << false;
    QTest::newRow("one error of the server") << reply << 500 << QByteArray() << false << true;
    QTest::newRow("errors of the server") << reply << 500 << QByteArray() << true << false;
    QTest::newRow("not there just now") << reply << 503 << QByteArray("0") << false << true;
    QTest::newRow("token not valid any more") << reply << 401 << QByteArray() << true << false;
    QTest::newRow("rights taken away") << reply << 403 << QByteArray() << true << false;
    QTest::newRow("reset before") << int(Fault::Kind::ResetBefore) << 0 << QByteArray() << false << true;
    QTest::newRow("reset after") << int(Fault::Kind::ResetAfter) << 0 << QByteArray() << false << true;
    QTest::newRow("half a head") << int(Fault::Kind::Cut) << 12 << QByteArray() << false << true;
    QTest::newRow("half a body") << int(Fault::Kind::Cut) << 700 << QByteArray() << false << true;
    QTest::newRow("slow") << int(Fault::Kind::Slow) << 50 << QByteArray() << true << true;
}

void ClusterFaultsTest::answersOnTheWay()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(bool, always);
    QFETCH(bool, arrives);
    QVERIFY(bringTo(start));
    const Planned planned = planOn(*m_transport, requestFor(goal));
    QVERIFY2(planned.plan, qPrintable(planned.error));
    FaultProxy proxy(*m_transport);
    int writes = 0;
    proxy.fault = [&](const Request &request, int) {
        const bool isIt = isWrite(request) && ++writes >= 3 && (always || writes == 3);
        Fault fault{
            .kind = isIt ? Fault::Kind(kind) : Fault::Kind::None, .response = {.status = status}, .bytes = status};
        if (!retryAfter.isEmpty())
            fault.response.headers = {{"Retry-After", retryAfter}};
        return fault;
    };
    const auto transport = behind(proxy);
    const std::optional<ApplyReport> report = applyOn(*transport, *planned.plan);
    QVERIFY(report);
    QVERIFY2(report->complete == arrives, qPrintable(report->error ? report->error->toString() : u"it is complete"_s));
    QVERIFY(waitUntil([&] { return proxy.underWay() == 0; }));
    QCOMPARE(wrongNow(), QString());
    QCOMPARE(arrives ? differing(live(), expected(goal)).join(u' ') : wrongAfterGoingOn(), QString());
}

/// Somebody edits an object that the plan is about to change: the plan is void, and his edit stays.
void ClusterFaultsTest::objectChangedBetweenPlanAndApply()
{
    QVERIFY(bringTo(start));
    const Planned planned = planOn(*m_transport, requestFor(goal));
    QVERIFY(planned.plan);
    const auto changed =
        std::find_if(planned.plan->objects.begin(), planned.plan->objects.end(), [](const PlannedObject &o) {
            return o.action == PlannedAction::Update && o.ref.kind == "ServiceEntry"_L1;
        });
    QVERIFY(changed != planned.plan->objects.end());
    Client client(*m_transport);
    Value edit = Value::map({{u"apiVersion"_s, changed->ref.apiVersion}, {u"kind"_s, changed->ref.kind}});
    edit.add(u"metadata"_s, Value::map({{u"name"_s, changed->ref.name}, {u"namespace"_s, changed->ref.namespaceName}}));
    edit.add(u"spec"_s, Value::map({{u"resolution"_s, u"NONE"_s}}));
    const ApplyQuery query = {.resource = *planned.plan->resource(changed->ref),
                              .namespaceName = changed->ref.namespaceName,
                              .name = changed->ref.name,
                              .object = edit,
                              .fieldManager = u"somebody"_s,
                              .force = true};
    QVERIFY(*waitFor<Applied>([&](auto done) { client.apply(query, this, done); }));

    const std::optional<ApplyReport> report = applyOn(*m_transport, *planned.plan);
    QVERIFY(report && report->clusterChanged && !report->complete);
    QVERIFY(report->error->what.contains("changed since this plan"_L1));
    QCOMPARE(live()[changed->key()][u"spec"][u"resolution"].text(), u"NONE"_s);

    Planned again = planOn(*m_transport, requestFor(goal)); // his field is a conflict now
    QVERIFY(again.plan && again.plan->count(PlannedAction::Conflict) == 1);
    decide(*again.plan, changed->key(), {}, Choice::TakeOver);
    QVERIFY(applyOn(*m_transport, *again.plan)->complete);
    QCOMPARE(differing(live(), expected(goal)), QStringList());
}

/// Somebody deletes an object while the apply is under way: it is not made anew behind his back.
void ClusterFaultsTest::objectChangedDuringTheApply()
{
    QVERIFY(bringTo(start));
    const Planned planned = planOn(*m_transport, requestFor(goal));
    QVERIFY(planned.plan);
    FaultProxy proxy(*m_transport);
    QString deleted;
    proxy.fault = [&](const Request &request, int) {
        if (deleted.isEmpty() && isWrite(request) && request.body.contains("\"uid\"") && request.verb == "PATCH") {
            deleted = QString::fromUtf8(request.path.left(request.path.indexOf('?')));
            // sent first, and on another connection than the apply: the server may see either first
            m_transport->send({.verb = "DELETE", .path = deleted.toUtf8()}, this, [](const Answer &) {});
            return Fault{.kind = Fault::Kind::ResetBefore};
        }
        return Fault();
    };
    const auto transport = behind(proxy);
    const std::optional<ApplyReport> report = applyOn(*transport, *planned.plan);
    QVERIFY(!deleted.isEmpty());
    QVERIFY(report && !report->complete && report->clusterChanged);
    QCOMPARE(wrongAfterGoingOn(), QString());
}

void ClusterFaultsTest::serverThatHangsDoesNotHoldAPlanThatIsCancelled()
{
    FaultProxy proxy(*m_transport);
    proxy.fault = [](const Request &request, int) {
        return Fault{.kind = request.path.contains("serviceentries") ? Fault::Kind::Hang : Fault::Kind::None};
    };
    const auto transport = behind(proxy);
    Client client(*transport);
    const QPointer<PlanJob> job = new PlanJob(client, requestFor(goal));
    connect(job, &PlanJob::finished, this, [] { QFAIL("it finished"); });
    connect(job, &PlanJob::failed, this, [] { QFAIL("it failed"); });
    job->start();
    QVERIFY(waitUntil([&] { return proxy.requests.size() > 4 && proxy.underWay() == 0; }));
    job->cancel();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(job.isNull());
}

QTEST_GUILESS_MAIN(ClusterFaultsTest)
#include "tst_clusterfaults.moc"
