// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/faultproxy.h"
#include "tests/support/kube/testcluster.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

using Kind = KubeError::Kind;

namespace {

Resource istio(const QString &plural, const QString &kind)
{
    return {.group = u"networking.istio.io"_s, .version = u"v1"_s, .plural = plural, .kind = kind};
}

const Resource serviceEntries = istio(u"serviceentries"_s, u"ServiceEntry"_s);
const Resource namespaces{.version = u"v1"_s, .plural = u"namespaces"_s, .kind = u"Namespace"_s, .namespaced = false};

Value serviceEntry(const QString &name, const QString &host = u"a.example.org"_s)
{
    return Value::map(
        {{u"apiVersion"_s, u"networking.istio.io/v1"_s},
         {u"kind"_s, u"ServiceEntry"_s},
         {u"metadata"_s,
          Value::map(
              {{u"name"_s, name}, {u"namespace"_s, u"mytest"_s}, {u"labels"_s, Value::map({{u"test"_s, u"yes"_s}})}})},
         {u"spec"_s,
          Value::map(
              {{u"hosts"_s, Value::list(QStringList{host})},
               {u"ports"_s,
                Value::list({Value::map({{u"number"_s, 443}, {u"name"_s, u"tls"_s}, {u"protocol"_s, u"TLS"_s}})})},
               {u"resolution"_s, u"DNS"_s}})}});
}

ApplyQuery applyOf(const Value &object, const QString &manager = u"sallyport"_s)
{
    return {.resource = serviceEntries,
            .namespaceName = u"mytest"_s,
            .name = object[u"metadata"][u"name"].text(),
            .object = object,
            .fieldManager = manager};
}

} // namespace

/// Against a real API server: what it answers becomes what client.h says.
class ClusterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void versionAndUser();
    void discoveryFindsTheKinds();
    void createThenUnchangedThenChanged();
    void dryRunChangesNothing();
    void conflictsNameManagersAndForceTakesOver();
    void wrongAnswers_data();
    void wrongAnswers();
    void usersWithoutRights();
    void patchWithoutCreateIsForbidden();
    void accessReviewsAgreeWithTheRole();
    void uidProtectsFromCreatingAnew();
    void deletionNeedsTheRightUidAndVersion();
    void finalizersHoldAnObject();
    void namespaceBeingDeleted();
    void webhookAndPolicySayNo();
    void warningsArrive();
    void pagesOfAListAreComplete();
    void watchSeesWhatHappens();
    void oldWatchIsExpired();
    void hundredAppliesSideBySide();
    void faultsOnTheWay_data();
    void faultsOnTheWay();
    void renewedFilesArePickedUp();

private:
    std::optional<Outcome<Applied>> apply(const ApplyQuery &query);
    std::optional<Outcome<Deleted>> remove(const Value &object);
    Value live(const QString &name);

    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Client> m_client;
};

void ClusterTest::initTestCase()
{
    if (!hasTestCluster())
        QSKIP("there is no API server (SALLYPORT_TEST_KUBECONFIG); ./dev test cluster starts one");
    m_transport = openTestCluster();
    m_client = std::make_unique<Client>(*m_transport);
}

void ClusterTest::cleanupTestCase()
{
    m_client.reset();
    m_transport.reset();
}

void ClusterTest::cleanup()
{
    if (!m_client)
        return;
    const auto list = waitFor<ObjectList>(
        [&](auto done) { m_client->list({.resource = serviceEntries, .namespaceName = u"mytest"_s}, this, done); });
    for (const Value &object : (*list)->items)
        remove(object);
}

std::optional<Outcome<Applied>> ClusterTest::apply(const ApplyQuery &query)
{
    return waitFor<Applied>([&](auto done) { m_client->apply(query, this, done); });
}

std::optional<Outcome<Deleted>> ClusterTest::remove(const Value &object)
{
    const Value &metadata = object[u"metadata"];
    return waitFor<Deleted>([&](auto done) {
        m_client->remove({.resource = serviceEntries,
                          .namespaceName = u"mytest"_s,
                          .name = metadata[u"name"].text(),
                          .uid = metadata[u"uid"].text()},
                         this, done);
    });
}

Value ClusterTest::live(const QString &name)
{
    const auto outcome =
        waitFor<Value>([&](auto done) { m_client->get(serviceEntries, u"mytest"_s, name, this, done); });
    return *outcome ? **outcome : Value();
}

void ClusterTest::versionAndUser()
{
    const auto version = waitFor<ServerVersion>([&](auto done) { m_client->version(this, done); });
    QVERIFY((*version)->isAtLeast(1, 20));
    const auto user = waitFor<QString>([&](auto done) { m_client->userName(this, done); });
    QCOMPARE(**user, u"admin"_s);
}

void ClusterTest::discoveryFindsTheKinds()
{
    const auto found = waitFor<Discovery>([&](auto done) {
        m_client->discover(
            {u""_s, u"networking.istio.io"_s, u"security.istio.io"_s, u"istio.alibabacloud.com"_s, u"nowhere.test"_s},
            this, done);
    });
    QVERIFY(*found);
    QCOMPARE((*found)->find(u"networking.istio.io"_s, u"ServiceEntry"_s)->plural, u"serviceentries"_s);
    QVERIFY((*found)->find(u"security.istio.io"_s, u"AuthorizationPolicy"_s));
    QVERIFY((*found)->find(u"istio.alibabacloud.com"_s, u"ASMEgressTrafficPolicy"_s));
    QVERIFY((*found)->find({}, u"Service"_s));
    QVERIFY(!(*found)->group(u"nowhere.test"_s));
}

void ClusterTest::createThenUnchangedThenChanged()
{
    const auto created = apply(applyOf(serviceEntry(u"a"_s)));
    QVERIFY(*created && (*created)->created);
    const auto same = apply(applyOf(serviceEntry(u"a"_s)));
    QVERIFY(*same && !(*same)->created);
    QCOMPARE((*same)->object[u"metadata"][u"resourceVersion"].text(),
             (*created)->object[u"metadata"][u"resourceVersion"].text());
    const auto changed = apply(applyOf(serviceEntry(u"a"_s, u"b.example.org"_s)));
    QVERIFY(*changed);
    QVERIFY((*changed)->object[u"metadata"][u"resourceVersion"].text()
            != (*created)->object[u"metadata"][u"resourceVersion"].text());
    QVERIFY((*changed)->object[u"metadata"][u"managedFields"].isList());
}

void ClusterTest::dryRunChangesNothing()
{
    ApplyQuery query = applyOf(serviceEntry(u"a"_s));
    query.dryRun = true;
    const auto outcome = apply(query);
    QVERIFY(*outcome && (*outcome)->created);
    QVERIFY(live(u"a"_s).isNull());
}

void ClusterTest::conflictsNameManagersAndForceTakesOver()
{
    apply(applyOf(serviceEntry(u"a"_s), u"other"_s));
    ApplyQuery query = applyOf(serviceEntry(u"a"_s, u"b.example.org"_s));
    const auto conflict = apply(query);
    QVERIFY(!*conflict);
    QCOMPARE(conflict->error().kind, Kind::Conflict);
    QCOMPARE(conflict->error().causes.first().manager, u"other"_s);
    QCOMPARE(conflict->error().causes.first().field, u"spec.hosts"_s);
    query.force = true;
    QVERIFY(*apply(query));
}

void ClusterTest::wrongAnswers_data()
{
    QTest::addColumn<Value>("object");
    QTest::addColumn<QString>("namespaceName");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("field");
    Value bogus = serviceEntry(u"a"_s);
    bogus.find(u"spec")->add(u"bogus"_s, 1);
    QTest::newRow("unknown field") << bogus << u"mytest"_s << int(Kind::UnknownField) << u"spec.bogus"_s;
    Value typed = serviceEntry(u"a"_s);
    typed.find(u"spec")->set(u"resolution"_s, u"BOGUS"_s);
    QTest::newRow("value outside the list") << typed << u"mytest"_s << int(Kind::Invalid) << u"spec.resolution"_s;
    QTest::newRow("bad name") << serviceEntry(u"Bad_Name"_s) << u"mytest"_s << int(Kind::Invalid) << u"metadata.name"_s;
    const auto with = [](const QString &field, Value value) {
        Value object = serviceEntry(u"a"_s);
        object.find(u"spec")->set(field, std::move(value));
        return object;
    };
    const Value port = Value::map({{u"number"_s, 443}, {u"name"_s, u"tls"_s}, {u"protocol"_s, u"TLS"_s}});
    QTest::newRow("value of another type")
        << with(u"hosts"_s, u"a.example.org"_s) << u"mytest"_s << int(Kind::UnknownField) << u"spec.hosts"_s;
    QTest::newRow("item of a list twice")
        << with(u"ports"_s, Value::list({port, port})) << u"mytest"_s << int(Kind::UnknownField) << u"spec.ports"_s;
    QTest::newRow("null") << with(u"resolution"_s, Value()) << u"mytest"_s << int(Kind::Invalid)
                          << u"spec.resolution"_s;
    QTest::newRow("larger than a server reads") << with(u"hosts"_s, Value::list(QStringList{QString(3300000, u'a')}))
                                                << u"mytest"_s << int(Kind::TooLarge) << QString();
    Value labelled = serviceEntry(u"a"_s);
    labelled.find(u"metadata")->find(u"labels")->set(u"test"_s, u"no label's value"_s);
    QTest::newRow("value of a label") << labelled << u"mytest"_s << int(Kind::Invalid) << u"metadata.labels"_s;
    Value managed = serviceEntry(u"a"_s);
    managed.find(u"metadata")->add(u"managedFields"_s, Value::list({Value::map({{u"manager"_s, u"x"_s}})}));
    QTest::newRow("owners in the body") << managed << u"mytest"_s << int(Kind::BadRequest) << QString();
    Value elsewhere = serviceEntry(u"a"_s);
    elsewhere.find(u"metadata")->set(u"namespace"_s, u"nosuch"_s);
    QTest::newRow("namespace missing") << elsewhere << u"nosuch"_s << int(Kind::NamespaceMissing) << QString();
    QTest::newRow("other namespace") << serviceEntry(u"a"_s) << u"istio-egress"_s << int(Kind::BadRequest) << QString();
}

void ClusterTest::wrongAnswers()
{
    QFETCH(Value, object);
    QFETCH(QString, namespaceName);
    QFETCH(int, kind);
    QFETCH(QString, field);
    ApplyQuery query = applyOf(object);
    query.namespaceName = namespaceName;
    const auto outcome = apply(query);
    QVERIFY(!*outcome);
    QCOMPARE(int(outcome->error().kind), kind);
    QVERIFY(!outcome->error().message.isEmpty());
    const QList<KubeError::Cause> &causes = outcome->error().causes;
    QVERIFY(field.isEmpty()
            || std::any_of(causes.begin(), causes.end(), [&](const auto &cause) { return cause.field == field; }));

    query.resource = istio(u"nosuchthings"_s, u"NoSuchThing"_s);
    QCOMPARE(apply(query)->error().kind, Kind::ResourceMissing);
    const auto missing =
        waitFor<Value>([&](auto done) { m_client->get(serviceEntries, u"mytest"_s, u"nosuch"_s, this, done); });
    QCOMPARE(missing->error().kind, Kind::NotFound);
    QCOMPARE(missing->error().name, u"nosuch"_s);
}

void ClusterTest::usersWithoutRights()
{
    for (const QString &user : {u"alice"_s, u"carol"_s}) {
        const auto transport = openTestCluster(user);
        Client client(*transport);
        const auto outcome = waitFor<ObjectList>(
            [&](auto done) { client.list({.resource = serviceEntries, .namespaceName = u"mytest"_s}, this, done); });
        QCOMPARE(outcome->error().kind, Kind::Forbidden);
        QVERIFY(outcome->error().message.contains(user));
    }
    Access wrong = *testAccess(u"bob"_s);
    wrong.user.token = u"wrong"_s;
    const auto transport = openCluster(wrong, {.environment = {}});
    Client client(**transport);
    const auto outcome = waitFor<ObjectList>([&](auto done) { client.list({.resource = namespaces}, this, done); });
    QCOMPARE(outcome->error().kind, Kind::Unauthorized);
}

void ClusterTest::patchWithoutCreateIsForbidden()
{
    const auto transport = openTestCluster(u"bob"_s);
    Client bob(*transport);
    const auto refused = waitFor<Applied>([&](auto done) { bob.apply(applyOf(serviceEntry(u"a"_s)), this, done); });
    QCOMPARE(refused->error().kind, Kind::Forbidden);
    QVERIFY(refused->error().message.contains("cannot create"_L1));
    apply(applyOf(serviceEntry(u"a"_s)));
    QVERIFY(*waitFor<Applied>([&](auto done) { bob.apply(applyOf(serviceEntry(u"a"_s)), this, done); }));
}

void ClusterTest::accessReviewsAgreeWithTheRole()
{
    const auto transport = openTestCluster(u"bob"_s);
    Client bob(*transport);
    const auto allowed = [&](const QString &verb) {
        const auto outcome = waitFor<AccessAnswer>([&](auto done) {
            bob.reviewAccess({.verb = verb,
                              .group = u"networking.istio.io"_s,
                              .resource = u"serviceentries"_s,
                              .namespaceName = u"mytest"_s},
                             this, done);
        });
        return *outcome && (*outcome)->allowed;
    };
    QVERIFY(allowed(u"patch"_s));
    QVERIFY(allowed(u"list"_s));
    QVERIFY(!allowed(u"create"_s));
    QVERIFY(!allowed(u"delete"_s));
}

void ClusterTest::uidProtectsFromCreatingAnew()
{
    apply(applyOf(serviceEntry(u"a"_s)));
    const Value before = live(u"a"_s);
    remove(before);
    Value again = serviceEntry(u"a"_s);
    again.find(u"metadata")->add(u"uid"_s, before[u"metadata"][u"uid"]);
    QCOMPARE(apply(applyOf(again))->error().kind, Kind::Changed);
    apply(applyOf(serviceEntry(u"a"_s)));
    QCOMPARE(apply(applyOf(again))->error().kind, Kind::Changed);
}

void ClusterTest::deletionNeedsTheRightUidAndVersion()
{
    apply(applyOf(serviceEntry(u"a"_s)));
    const Value object = live(u"a"_s);
    DeleteQuery query{.resource = serviceEntries,
                      .namespaceName = u"mytest"_s,
                      .name = u"a"_s,
                      .uid = u"00000000-0000-0000-0000-000000000000"_s};
    const auto run = [&] { return waitFor<Deleted>([&](auto done) { m_client->remove(query, this, done); }); };
    QCOMPARE(run()->error().kind, Kind::Changed);
    query.uid = object[u"metadata"][u"uid"].text();
    query.resourceVersion = u"1"_s;
    QCOMPARE(run()->error().kind, Kind::Changed);
    query.resourceVersion = object[u"metadata"][u"resourceVersion"].text();
    query.dryRun = true;
    QVERIFY(*run());
    QVERIFY(!live(u"a"_s).isNull());
    query.dryRun = false;
    QVERIFY(*run());
    QCOMPARE(run()->error().kind, Kind::NotFound);
}

void ClusterTest::finalizersHoldAnObject()
{
    Value held = serviceEntry(u"a"_s);
    held.find(u"metadata")->add(u"finalizers"_s, Value::list(QStringList{u"test.sallyport.dev/held"_s}));
    apply(applyOf(held));
    const auto outcome = remove(live(u"a"_s));
    QVERIFY(*outcome && !(*outcome)->gone);
    QVERIFY((*outcome)->object[u"metadata"][u"deletionTimestamp"].isString());
    QVERIFY(*apply(applyOf(serviceEntry(u"a"_s)))); // gives the finalizer up
}

void ClusterTest::namespaceBeingDeleted()
{
    const Value doomed = Value::map({{u"apiVersion"_s, u"v1"_s},
                                     {u"kind"_s, u"Namespace"_s},
                                     {u"metadata"_s, Value::map({{u"name"_s, u"doomed"_s}})}});
    const auto created = apply({.resource = namespaces, .name = u"doomed"_s, .object = doomed});
    QVERIFY(*created);
    waitFor<Deleted>([&](auto done) {
        m_client->remove(
            {.resource = namespaces, .name = u"doomed"_s, .uid = (*created)->object[u"metadata"][u"uid"].text()}, this,
            done);
    });
    Value object = serviceEntry(u"a"_s);
    object.find(u"metadata")->set(u"namespace"_s, u"doomed"_s);
    ApplyQuery query = applyOf(object);
    query.namespaceName = u"doomed"_s;
    QCOMPARE(apply(query)->error().kind, Kind::Terminating);
}

void ClusterTest::webhookAndPolicySayNo()
{
    const auto webhook = apply(applyOf(serviceEntry(u"rejected-a"_s)));
    QCOMPARE(webhook->error().kind, Kind::Denied);
    QVERIFY(webhook->error().message.contains("this name is not wanted"_L1));
    Value labelled = serviceEntry(u"a"_s);
    labelled.find(u"metadata")->find(u"labels")->add(u"test.sallyport.dev/refused"_s, u"x"_s);
    const auto policy = apply(applyOf(labelled));
    QCOMPARE(policy->error().kind, Kind::Denied);
    QVERIFY(policy->error().message.contains("this label is not wanted"_L1));
}

void ClusterTest::warningsArrive()
{
    const auto outcome = apply(applyOf(serviceEntry(u"warned-a"_s)));
    QVERIFY(*outcome);
    QCOMPARE(outcome->warnings(), QStringList(u"this name is \"unusual\", think of another"_s));
}

void ClusterTest::pagesOfAListAreComplete()
{
    for (int i = 0; i < 7; ++i)
        apply(applyOf(serviceEntry(u"a-%1"_s.arg(i))));
    const auto list = waitFor<ObjectList>([&](auto done) {
        m_client->list(
            {.resource = serviceEntries, .namespaceName = u"mytest"_s, .labelSelector = u"test=yes"_s, .pageSize = 2},
            this, done);
    });
    QCOMPARE((*list)->items.size(), 7u);
    QVERIFY((*list)->items[0][u"metadata"][u"managedFields"].isList());
    const auto none = waitFor<ObjectList>(
        [&](auto done) { m_client->list({.resource = serviceEntries, .labelSelector = u"test=no"_s}, this, done); });
    QCOMPARE((*none)->items.size(), 0u);
}

void ClusterTest::watchSeesWhatHappens()
{
    const auto list = waitFor<ObjectList>(
        [&](auto done) { m_client->list({.resource = serviceEntries, .namespaceName = u"mytest"_s}, this, done); });
    QList<WatchEvent> events;
    Call watch = m_client->watch(
        {.resource = serviceEntries, .namespaceName = u"mytest"_s, .resourceVersion = (*list)->resourceVersion}, this,
        [&](const WatchEvent &event) {
            if (event.type != WatchEvent::Type::Bookmark)
                events.append(event);
        },
        [](const Outcome<QString> &) { QFAIL("the watch ended"); });
    apply(applyOf(serviceEntry(u"a"_s)));
    apply(applyOf(serviceEntry(u"a"_s, u"b.example.org"_s)));
    remove(live(u"a"_s));
    QTRY_COMPARE(events.size(), 3);
    QCOMPARE(events[0].type, WatchEvent::Type::Added);
    QCOMPARE(events[1].type, WatchEvent::Type::Modified);
    QCOMPARE(events[2].type, WatchEvent::Type::Deleted);
    watch.cancel();
}

void ClusterTest::oldWatchIsExpired()
{
    const auto outcome = waitFor<QString>([&](auto done) {
        m_client->watch(
            {.resource = serviceEntries, .resourceVersion = u"1"_s}, this, [](const WatchEvent &) {}, done);
    });
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().kind, Kind::Expired);
}

void ClusterTest::hundredAppliesSideBySide()
{
    int good = 0, told = 0;
    for (int i = 0; i < 100; ++i) {
        m_client->apply(applyOf(serviceEntry(u"many-%1"_s.arg(i))), this, [&](const Outcome<Applied> &outcome) {
            ++told;
            good += outcome ? 1 : 0;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(told, 100, 60000);
    QCOMPARE(good, 100);
}

void ClusterTest::faultsOnTheWay_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("bytes");
    QTest::newRow("reset before") << int(Fault::Kind::ResetBefore) << 0;
    QTest::newRow("carried out, then reset") << int(Fault::Kind::ResetAfter) << 0;
    QTest::newRow("cut in the head") << int(Fault::Kind::Cut) << 10;
    QTest::newRow("cut in the body") << int(Fault::Kind::Cut) << 400;
    QTest::newRow("slow") << int(Fault::Kind::Slow) << 100;
    QTest::newRow("busy") << int(Fault::Kind::Reply) << 0;
}

void ClusterTest::faultsOnTheWay()
{
    QFETCH(int, kind);
    QFETCH(int, bytes);
    FaultProxy proxy(*m_transport);
    const Fault fault{.kind = Fault::Kind(kind),
                      .response = {.status = 429, .headers = {{"Retry-After", "0"}}, .body = "busy"},
                      .bytes = bytes};
    proxy.fault = [&](const Request &, int index) { return index == 0 ? fault : Fault(); };
    const auto transport = openCluster({.address = *serverAddress(proxy.url())}, {.environment = {}});
    Client client(**transport);
    const auto outcome = waitFor<Applied>([&](auto done) { client.apply(applyOf(serviceEntry(u"a"_s)), this, done); });
    QVERIFY2(*outcome, qPrintable(*outcome ? QString() : outcome->error().message));
    QCOMPARE(live(u"a"_s)[u"metadata"][u"generation"].toInt(), 1);
}

/// A long session follows certificates and tokens that are renewed under it.
void ClusterTest::renewedFilesArePickedUp()
{
    QTemporaryDir folder;
    const QString source = QFileInfo(testKubeconfig(u"admin"_s)).path();
    const auto renew = [&](const QString &user) {
        for (const QString &kind : {u".crt"_s, u".key"_s}) {
            QFile::remove(folder.filePath(u"current"_s + kind));
            QVERIFY(QFile::copy(source + u'/' + user + kind, folder.filePath(u"current"_s + kind)));
        }
    };
    renew(u"alice"_s);
    Access access = *testAccess(u"alice"_s);
    access.user.clientCertificate = folder.filePath(u"current.crt"_s);
    access.user.clientKey = folder.filePath(u"current.key"_s);
    const auto transport = openCluster(access, {.environment = {}});
    Client client(**transport);
    const auto name = [&] {
        const auto user = waitFor<QString>([&](auto done) { client.userName(this, done); });
        return *user ? **user : user->error().message;
    };
    QCOMPARE(name(), u"alice"_s);
    renew(u"admin"_s);
    QTRY_COMPARE_WITH_TIMEOUT(name(), u"admin"_s, 10000);
}

QTEST_GUILESS_MAIN(ClusterTest)
#include "tst_cluster.moc"
