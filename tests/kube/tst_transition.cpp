// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/transition.h"
#include "core/yaml/write.h"
#include "tests/support/kube/meshquestions.h"
#include "tests/support/kube/randompolicies.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace sallyport;
using namespace sallyport::kube;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

using Objects = std::map<ObjectKey, Manifest>;

ManifestSet manifests(const Compiled &compiled)
{
    ManifestSet set;
    for (const Object &object : compiled.compilation.objects)
        set.push_back(manifestOf(object));
    return set;
}

Objects objects(const ManifestSet &set)
{
    Objects all;
    for (const Manifest &manifest : set)
        all.emplace(manifest.key(), manifest);
    return all;
}

ManifestSet setOf(const Objects &objects)
{
    ManifestSet all;
    for (const auto &[key, manifest] : objects)
        all.push_back(manifest);
    return all;
}

void apply(Objects &objects, const Write &write)
{
    if (write.deletes)
        objects.erase(write.object.key());
    else
        objects[write.object.key()] = write.object;
}

QByteArray text(const Objects &objects)
{
    QByteArray all;
    for (const auto &[key, manifest] : objects)
        all += yaml::write(withoutServerFields(*manifest.value));
    return all;
}

const GatewayNamespaces gatewayNamespaces = {u"istio-system"_s, u"egress"_s};

/// Walks one way and watches what every state lets through.
class Walk
{
public:
    Walk(Objects from, const Objects &to, QRandomGenerator &random)
        : m_before(setOf(from))
        , m_after(setOf(to))
        , m_present(std::move(from))
        , m_random(random)
        , m_mesh(meshRequests())
        , m_direct(directRequests({&m_before, &m_after}))
    {
        for (const MeshRequest &r : m_mesh) {
            m_meshEnds.emplace_back(m_before.reach(r, m_before, gateways), m_after.reach(r, m_after, gateways));
            m_places[placeKey(r)].unite({m_meshEnds.back().first, m_meshEnds.back().second});
            m_legs.emplace_back(m_before.leg(r), m_after.leg(r));
            m_portsBefore[r.host + m_legs.back().first].insert(r.port);
            m_portsAfter[r.host + m_legs.back().second].insert(r.port);
        }
        for (const DirectRequest &r : m_direct)
            m_directEnds.emplace_back(m_before.direct(r), m_after.direct(r));
    }

    /// The first complaint on the way, or nothing. `prefixes` gets all states passed.
    QString along(const std::vector<Step> &steps, std::vector<Objects> *prefixes = nullptr)
    {
        std::vector<std::shared_ptr<MeshModel>> segment = {state()};
        for (const Step &step : steps) {
            if (step.waitsBefore)
                segment = {segment.back()};
            std::vector<Write> writes = step.writes;
            std::shuffle(writes.begin(), writes.end(), m_random);
            for (const Write &write : writes) {
                apply(m_present, write);
                if (prefixes)
                    prefixes->push_back(m_present);
                segment.push_back(state());
                const QString wrong = check(segment);
                if (!wrong.isEmpty())
                    return "after "_L1 + phaseName(step.phase) + (write.deletes ? " delete "_L1 : " write "_L1)
                        + write.object.ref.toString() + ": "_L1 + wrong;
            }
        }
        return {};
    }

    const Objects &present() const { return m_present; }

private:
    std::shared_ptr<MeshModel> state() const { return std::make_shared<MeshModel>(setOf(m_present)); }

    /// Sidecars and gateways that have the newest state, and one of them an older one since the last wait.
    QString check(const std::vector<std::shared_ptr<MeshModel>> &segment)
    {
        const MeshModel &newest = *segment.back();
        const MeshModel &older = *segment[size_t(m_random.bounded(int(segment.size())))];
        for (size_t i = 0; i < m_mesh.size(); ++i) {
            const auto &[before, after] = m_meshEnds[i];
            for (const QString &between :
                 {newest.reach(m_mesh[i], newest, gateways), newest.reach(m_mesh[i], older, gateways),
                  older.reach(m_mesh[i], newest, gateways)}) {
                const QString wrong = complaint(before, after, between, m_places[placeKey(m_mesh[i])]);
                if (!wrong.isEmpty() && !(wrong == "cut"_L1 && hasNoWayAround(i)))
                    return m_mesh[i].toString() + u' ' + wrong + " ("_L1 + before + " => "_L1 + after + u')';
            }
        }
        for (size_t i = 0; i < m_direct.size(); ++i) {
            const auto &[before, after] = m_directEnds[i];
            const QString between = newest.direct(m_direct[i]);
            if (!between.isEmpty() && before.isEmpty() && after.isEmpty())
                return m_direct[i].toString() + " leaks to "_L1 + between;
        }
        return {};
    }

    /// Another port of the host stands where this one goes, and one will stand where it is: they swap their gateway ports.
    bool hasNoWayAround(size_t i) const
    {
        const auto others = [&](const QSet<int> &ports) { return ports - QSet<int>{m_mesh[i].port}; };
        return !others(m_portsBefore[m_mesh[i].host + m_legs[i].second]).isEmpty()
            && !others(m_portsAfter[m_mesh[i].host + m_legs[i].first]).isEmpty();
    }

    static QString placeKey(const MeshRequest &request)
    {
        return request.host + u' ' + QString::number(request.port) + u' ' + QString::number(int(request.speech));
    }

    MeshModel m_before;
    MeshModel m_after;
    QHash<QString, QSet<QString>> m_places; ///< Where requests for one host, port and speech end.
    Objects m_present;
    QRandomGenerator &m_random;
    std::vector<MeshRequest> m_mesh;
    std::vector<DirectRequest> m_direct;
    std::vector<std::pair<QString, QString>> m_meshEnds, m_directEnds;
    std::vector<std::pair<QString, QString>> m_legs; ///< Where sidecars send each request, before and after.
    QHash<QString, QSet<int>> m_portsBefore, m_portsAfter; ///< Host and leg -> client ports that go there.
};

QByteArray policyText(const Compiled &compiled)
{
    return compiled.workspace.files.front()->stream.text;
}

} // namespace

class TestTransition : public QObject
{
    Q_OBJECT

private slots:
    void modelKnowsWhatAPolicyAllows()
    {
        const Compiled compiled = compileText(
            policyWith(
                rule("{namespace: mytest, workloadSelector: {app: a}}",
                     "{hosts: [a.example.com], port: {number: 80, protocol: HTTP}, httpsUpgrade: {enabled: true}}")
                + rule("{namespace: payments}", "{hosts: [one.example.net], port: {number: 5432, protocol: TCP}}"))
            + Universe::mesh());
        QVERIFY(!compiled.compilation.hasErrors());
        const MeshModel model(manifests(compiled));
        const Labels a = {{u"app"_s, u"a"_s}};
        const auto reach = [&](const QString &ns, const Labels &labels, const QString &host, int port, Speech speech) {
            return model.reach({ns, labels, host, port, speech}, model, gateways);
        };
        QCOMPARE(reach(u"mytest"_s, a, u"a.example.com"_s, 80, Speech::Http), u"a.example.com:443 tls"_s);
        QCOMPARE(reach(u"mytest"_s, a, u"a.example.com"_s, 443, Speech::Tls), u"a.example.com:443"_s);
        QCOMPARE(reach(u"mytest"_s, {}, u"a.example.com"_s, 80, Speech::Http), QString());
        QCOMPARE(reach(u"payments"_s, a, u"a.example.com"_s, 80, Speech::Http), QString());
        QCOMPARE(reach(u"payments"_s, {}, u"one.example.net"_s, 5432, Speech::Tcp), u"one.example.net:5432"_s);
        const Labels gateway = {{u"istio"_s, u"egressgateway-a"_s}};
        DirectRequest direct = {
            u"mytest"_s, u"istio-system"_s, gateway, 80, u"egressgateway-a.door.egress.internal"_s, u"a.example.com"_s};
        QCOMPARE(model.direct(direct), u"a.example.com:443 tls"_s); // the gate is per namespace
        direct.namespaceName = u"outside"_s;
        QCOMPARE(model.direct(direct), QString());
        int found = 0;
        for (const auto &[port, sni] : model.serverNames()) {
            if (!sni.contains(".payments.l4."_L1))
                continue;
            ++found;
            QCOMPARE(model.direct({u"payments"_s, u"istio-system"_s, gateway, port, sni, {}}),
                     u"one.example.net:5432"_s);
            QCOMPARE(model.direct({u"outside"_s, u"istio-system"_s, gateway, port, sni, {}}), QString());
        }
        QCOMPARE(found, 1);
    }

    void fromAStateToItselfWritesNothing()
    {
        RandomPolicies policies(3);
        for (int i = 0; i < 30; ++i) {
            const ManifestSet same = manifests(policies.pair().first);
            QVERIFY(transition(same, same, gatewayNamespaces).empty());
        }
    }

    void nothingInBetweenLeaksOrIsCut_data()
    {
        QTest::addColumn<quint32>("seed");
        const int count = qEnvironmentVariableIsSet("TRANSITIONS") ? qEnvironmentVariableIntValue("TRANSITIONS") : 25;
        for (quint32 seed = 100; seed < 100 + quint32(count); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void nothingInBetweenLeaksOrIsCut()
    {
        QFETCH(quint32, seed);
        RandomPolicies policies(seed);
        const auto [before, after] = policies.pair();
        const Objects from = objects(manifests(before));
        const Objects to = objects(manifests(after));
        const std::vector<Step> steps = transition(setOf(from), setOf(to), gatewayNamespaces);
        Walk walk(from, to, policies.random());
        std::vector<Objects> prefixes;
        const QString wrong = walk.along(steps, &prefixes);
        if (!wrong.isEmpty()) {
            qInfo().noquote() << policyText(before) << "\n=======\n" << policyText(after);
            QFAIL(qPrintable(wrong));
        }
        QCOMPARE(text(walk.present()), text(to));

        // a few places to have stopped at: both ends can be reached, as safely
        for (int i = 0; i < 3 && !prefixes.empty(); ++i) {
            const Objects &stopped = prefixes[size_t(policies.random().bounded(int(prefixes.size())))];
            for (const Objects *end : {&from, &to}) {
                Walk again(stopped, *end, policies.random());
                const QString complaint = again.along(transition(setOf(stopped), setOf(*end), gatewayNamespaces));
                if (!complaint.isEmpty()) {
                    qInfo().noquote() << policyText(before) << "\n=======\n" << policyText(after);
                    QFAIL(qPrintable("planned again "_L1 + (end == &from ? "back: "_L1 : "on: "_L1) + complaint));
                }
                QCOMPARE(text(again.present()), text(*end));
            }
        }
    }

    void aGuardIsFirstToComeAndLastToGo()
    {
        RandomPolicies policies(5);
        int seen = 0;
        for (int i = 0; i < 30; ++i) {
            const auto [before, after] = policies.pair();
            bool last = false;
            bool other = false;
            for (const Step &step : transition(manifests(before), manifests(after), gatewayNamespaces)) {
                for (const Write &write : step.writes) {
                    const bool guard = write.object.ref.kind == "AuthorizationPolicy"_L1;
                    seen += guard ? 1 : 0;
                    if (step.phase == Phase::Expand)
                        QVERIFY(!guard || !other);
                    QVERIFY(!last || (guard && step.waitsBefore) || guard);
                    other = other || (step.phase == Phase::Expand && !guard);
                    last = last || (step.phase == Phase::Contract && guard);
                }
            }
        }
        QVERIFY(seen > 10);
    }

    void clientPortsThatShareAGatewayPortAreWithdrawnFirst()
    {
        const auto state = [](const QByteArray &port) {
            return manifests(compileText(policyWith(rule("{namespace: mytest}",
                                                         "{hosts: [a.example.com], port: {number: " + port
                                                             + ", protocol: HTTP}, byEgressGateway: {port: 80}}"))
                                         + Universe::mesh()));
        };
        const std::vector<Step> steps = transition(state("80"), state("8080"), gatewayNamespaces);
        QCOMPARE(steps.front().phase, Phase::Withdraw);
        QCOMPARE(steps.front().writes.size(), 1u);
        const Value &http = steps.front().writes.front().object.spec()[u"http"];
        QCOMPARE(http.size(), 1u);
        QCOMPARE(http[0][u"name"].text(), u"egp-deny"_s);
        QVERIFY(steps[1].waitsBefore);
    }

    void aPortTakesItsNewWayBeforeAnotherTakesItsPlace()
    {
        const auto state = [](const QByteArray &rules) {
            return manifests(compileText(policyWith(rules) + Universe::mesh()));
        };
        const auto to = [](const QByteArray &port, const QByteArray &gatewayPort) {
            return "{hosts: [a.example.com], port: {number: " + port
                + ", protocol: HTTP}, byEgressGateway: {port: " + gatewayPort + "}}";
        };
        const std::vector<Step> steps = transition(
            state(rule("{namespace: mytest}", to("8080", "80"))),
            state(rule("{namespace: mytest}", to("80", "80") + ", " + to("8080", "443"))), gatewayNamespaces);
        QCOMPARE(steps.front().phase, Phase::Expand);
        const auto withdrawn =
            std::find_if(steps.begin(), steps.end(), [](const Step &step) { return step.phase == Phase::Withdraw; });
        QVERIFY(withdrawn != steps.end() && withdrawn->waitsBefore);
        const Value &http = withdrawn->writes.front().object.spec()[u"http"];
        QCOMPARE(http.size(), 2u);
        QCOMPARE(http[0][u"match"][0][u"port"].toInt(), 8080);
        QCOMPARE(http[0][u"route"][0][u"destination"][u"port"][u"number"].toInt(), 443);
    }

    void exactHostsAreRoutedBeforeWildcardsOverThem()
    {
        const ManifestSet wanted = manifests(compileText(
            policyWith(rule("{namespace: mytest}",
                            "{hosts: [x.example.org, '*.example.org'], port: {number: 443, protocol: TLS}}"))
            + Universe::mesh()));
        QStringList hosts;
        for (const Step &step : transition({}, wanted, gatewayNamespaces)) {
            if (step.phase == Phase::Switch) {
                QCOMPARE(step.writes.size(), 1u);
                hosts.append(step.writes.front().object.spec()[u"hosts"][0].text());
            }
        }
        QCOMPARE(hosts, QStringList({u"x.example.org"_s, u"*.example.org"_s}));
        hosts.clear();
        for (const Step &step : transition(wanted, {}, gatewayNamespaces)) {
            if (step.writes.front().object.ref.kind == "VirtualService"_L1
                && step.writes.front().object.ref.namespaceName == "mytest"_L1)
                hosts.append(step.writes.front().object.spec()[u"hosts"][0].text());
        }
        QCOMPARE(hosts, QStringList({u"*.example.org"_s, u"x.example.org"_s}));
    }

    void withoutDeletionsAGuardKeepsWhatItGuards()
    {
        const auto state = [](const QByteArray &rules) {
            return manifests(compileText(policyWith(rules) + Universe::mesh()));
        };
        const QByteArray db = "{hosts: [one.example.net], port: {number: 5432, protocol: TCP}}";
        const ManifestSet live = state(rule("{namespace: mytest}, {namespace: payments}", db));
        const ManifestSet wanted = state(rule("{namespace: mytest}", db));
        const ManifestSet kept = keepingGuards(live, wanted, gatewayNamespaces);
        QCOMPARE(kept.front().ref.kind, u"AuthorizationPolicy"_s);
        QCOMPARE(kept.front().spec()[u"rules"].size(), 2u);
        QCOMPARE(wanted.front().spec()[u"rules"].size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestTransition)
#include "tst_transition.moc"
