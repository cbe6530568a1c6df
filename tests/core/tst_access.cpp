// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/access.h"
#include "core/routes/coverage.h"
#include "tests/support/compiling.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

namespace {

QString braces(const Labels &labels)
{
    QStringList words;
    for (const auto &[key, value] : labels)
        words.append(key + u'=' + value);
    return labels.isEmpty() ? QString() : u'{' + words.join(u',') + u'}';
}

/// "mytest{app=a} HTTP *.example.com:80 > egressgateway-a:443, not from {tier=web}, not to a.example.com"
QString describe(const Access &access)
{
    QString text = u"%1%2 %3 %4:%5 > %6:%7"_s
                       .arg(access.namespaceName, braces(access.selector), name(access.trafficClass), access.host)
                       .arg(access.port)
                       .arg(access.gateway)
                       .arg(access.dialledPort);
    for (const Labels &except : access.exceptSelectors)
        text += u", not from "_s + braces(except);
    for (const QString &except : access.exceptHosts)
        text += u", not to "_s + except;
    return text;
}

QStringList describe(const std::vector<Access> &list)
{
    QStringList lines;
    for (const Access &access : list)
        lines.append(describe(access));
    return lines;
}

AccessDiff diffOf(const QByteArray &rulesBefore, const QByteArray &rulesAfter, const QByteArray &mesh = {})
{
    const Compiled before = compileText(policyWith(rulesBefore) + mesh);
    const Compiled after = compileText(policyWith(rulesAfter) + mesh);
    return accessDiff({before.compilation.table, before.compilation.mesh},
                      {after.compilation.table, after.compilation.mesh});
}

QByteArray http(const QByteArray &hosts, const QByteArray &more = {})
{
    return "{hosts: [" + hosts + "], port: {number: 80, protocol: HTTP}" + more + "}";
}

const QByteArray everyone = "{namespace: mytest}";
const QByteArray sleepA = "{namespace: mytest, workloadSelector: {app: a}}";
const QByteArray sleepWeb = "{namespace: mytest, workloadSelector: {app: a, tier: web}}";
const QByteArray viaB = ", byEgressGateway: {name: egressgateway-b}";
const QByteArray meshWithWildcard =
    "---\napiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: default}\nspec:\n"
    "  hosts: [{host: \"*.example.com\", representative: www.example.com}]\n";

/// What a diff is checked against: the meaning of a table, asked for one request at a time.
struct Request {
    QString namespaceName;
    Labels labels;
    QString host;
    int port = 0;
    TrafficClass trafficClass = TrafficClass::Http;
};

bool covers(const QString &pattern, const QString &host)
{
    return pattern == host || (pattern.startsWith(u"*."_s) && host.endsWith(pattern.mid(1)) && host != pattern.mid(2));
}

/// "gateway:dialled port" of the route that decides; empty where none does. Reads the rules of precedence anew, without an index.
QString wayOf(const std::vector<EgressRoute> &routes, const Request &request)
{
    QString exact; // the narrowest pattern of the namespace: all the sidecar sees
    for (const EgressRoute &route : routes) {
        if (route.clientNamespace == request.namespaceName && covers(route.host, request.host)) {
            const bool narrower = !isWildcard(route.host) || (isWildcard(exact) && route.host.size() > exact.size());
            if (exact.isEmpty() || narrower)
                exact = route.host;
        }
    }
    const EgressRoute *best = nullptr;
    const auto rank = [](const EgressRoute &route) {
        return std::tuple(isWildcard(route.host), -route.host.size() * isWildcard(route.host), route.implied,
                          -route.selector.size());
    };
    for (const EgressRoute &route : routes) {
        const bool visible = route.host == exact
            || (covers(route.host, exact) && route.trafficClass != TrafficClass::Tcp)
            || (isWildcard(route.host) && isWildcard(exact) && exact.endsWith(route.host.mid(1))
                && route.trafficClass != TrafficClass::Tcp);
        if (route.clientNamespace == request.namespaceName && visible && route.port == request.port
            && route.trafficClass == request.trafficClass && selectsAllOf(route.selector, request.labels)
            && (!best || rank(route) < rank(*best)))
            best = &route;
    }
    return best ? best->gateway + u':' + QString::number(best->dialledPort()) : QString();
}

int countOf(const std::vector<Access> &list, const Request &request, const QString &way)
{
    return int(std::count_if(list.begin(), list.end(), [&](const Access &access) {
        const auto excludes = [&](const Labels &except) { return selectsAllOf(except, request.labels); };
        const auto isBelow = [&](const QString &except) { return covers(except, request.host); };
        return access.namespaceName == request.namespaceName && access.port == request.port
            && access.trafficClass == request.trafficClass && covers(access.host, request.host)
            && std::none_of(access.exceptHosts.begin(), access.exceptHosts.end(), isBelow)
            && selectsAllOf(access.selector, request.labels)
            && std::none_of(access.exceptSelectors.begin(), access.exceptSelectors.end(), excludes)
            && access.gateway + u':' + QString::number(access.dialledPort) == way;
    }));
}

const QStringList patterns = {u"a.example.com"_s, u"b.example.com"_s, u"*.example.com"_s, u"a.b.example.com"_s,
                              u"*.b.example.com"_s};
const QStringList hosts = {u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s, u"a.b.example.com"_s,
                           u"c.b.example.com"_s};
const QStringList gateways = {u"g1"_s, u"g2"_s};

QList<Labels> podsAndSelectors()
{
    QList<Labels> all;
    for (const QString &x : {QString(), u"1"_s, u"2"_s}) {
        for (const QString &y : {QString(), u"1"_s, u"2"_s}) {
            Labels labels;
            if (!x.isEmpty())
                labels.append({u"x"_s, x});
            if (!y.isEmpty())
                labels.append({u"y"_s, y});
            all.append(labels);
        }
    }
    return all;
}

std::vector<EgressRoute> randomRoutes(QRandomGenerator &random, const QList<Labels> &selectors)
{
    std::vector<EgressRoute> routes;
    const auto pick = [&](const auto &list) { return list[random.bounded(int(list.size()))]; };
    for (int count = random.bounded(6); count > 0; --count) {
        EgressRoute route;
        route.clientNamespace = random.bounded(5) ? u"mine"_s : u"other"_s;
        route.selector = pick(selectors);
        route.host = pick(patterns);
        route.port = random.bounded(4) ? 80 : 443;
        route.targetPort = random.bounded(4) ? route.port : 8080;
        // one class per port, as the table guarantees
        route.trafficClass = route.port == 80 ? TrafficClass::Http : TrafficClass::Tcp;
        route.gateway = pick(gateways);
        route.namespaceNumber = route.clientNamespace == u"mine"_s ? 1 : 2;
        route.hostNumber = 3 + quint32(patterns.indexOf(route.host));
        route.gatewayNumber = 10 + quint32(gateways.indexOf(route.gateway));
        routes.push_back(route);
    }
    return routes;
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void nothingChangesBetweenATableAndItself()
    {
        const QByteArray rules = rule(sleepA, http("a.example.com")) + rule(everyone, http("b.example.com"));
        const AccessDiff diff = diffOf(rules, rules);
        QCOMPARE(describe(diff.newlyAllowed), QStringList());
        QCOMPARE(describe(diff.noLongerAllowed), QStringList());
    }

    void anAddedHostIsNewlyAllowed()
    {
        const AccessDiff diff =
            diffOf(rule(sleepA, http("a.example.com")), rule(sleepA, http("a.example.com, b.example.com")));
        QCOMPARE(describe(diff.newlyAllowed),
                 QStringList({u"mytest{app=a} HTTP b.example.com:80 > egressgateway-a:80"_s}));
        QCOMPARE(describe(diff.noLongerAllowed), QStringList());
    }

    void aWiderSelectorOpensOnlyWhatWasClosed()
    {
        const AccessDiff diff = diffOf(rule(sleepA, http("a.example.com")), rule(everyone, http("a.example.com")));
        QCOMPARE(describe(diff.newlyAllowed),
                 QStringList({u"mytest HTTP a.example.com:80 > egressgateway-a:80, not from {app=a}"_s}));
        QCOMPARE(describe(diff.noLongerAllowed), QStringList());
    }

    void anotherGatewayIsBothNewAndGone()
    {
        const AccessDiff diff = diffOf(rule(sleepA, http("a.example.com")), rule(sleepA, http("a.example.com", viaB)));
        QCOMPARE(describe(diff.newlyAllowed),
                 QStringList({u"mytest{app=a} HTTP a.example.com:80 > egressgateway-b:80"_s}));
        QCOMPARE(describe(diff.noLongerAllowed),
                 QStringList({u"mytest{app=a} HTTP a.example.com:80 > egressgateway-a:80"_s}));
    }

    void theSelectorWithMoreLabelsDecidesTheGateway()
    {
        const Compiled compiled =
            compileText(policyWith(rule(everyone, http("a.example.com")) + rule(sleepA, http("a.example.com", viaB))
                                   + rule(sleepWeb, http("a.example.com"))));
        QCOMPARE(describe(accessOf({compiled.compilation.table, compiled.compilation.mesh})),
                 QStringList({u"mytest HTTP a.example.com:80 > egressgateway-a:80, not from {app=a}"_s,
                              u"mytest{app=a} HTTP a.example.com:80 > egressgateway-b:80, not from {app=a,tier=web}"_s,
                              u"mytest{app=a,tier=web} HTTP a.example.com:80 > egressgateway-a:80"_s}));
    }

    void aWildcardOpensAllButWhatWasOpen()
    {
        const AccessDiff diff = diffOf(rule(everyone, http("a.example.com")),
                                       rule(everyone, http("a.example.com, '*.example.com'")), meshWithWildcard);
        QCOMPARE(describe(diff.newlyAllowed),
                 QStringList({u"mytest HTTP *.example.com:80 > egressgateway-a:80, not to a.example.com"_s}));
        QCOMPARE(describe(diff.noLongerAllowed), QStringList());
    }

    void aRemovedHostUnderAWildcardStaysAllowed()
    {
        const AccessDiff diff = diffOf(rule(everyone, http("a.example.com, '*.example.com'")),
                                       rule(everyone, http("'*.example.com'")), meshWithWildcard);
        QCOMPARE(describe(diff.newlyAllowed) + describe(diff.noLongerAllowed), QStringList());
    }

    void anUpgradeChangesWhatIsDialledAndOpensTheApplicationsHttps()
    {
        const AccessDiff diff = diffOf(rule(sleepA, http("a.example.com")),
                                       rule(sleepA, http("a.example.com", ", httpsUpgrade: {enabled: true}")));
        QCOMPARE(describe(diff.newlyAllowed),
                 QStringList({u"mytest{app=a} HTTP a.example.com:80 > egressgateway-a:443"_s,
                              u"mytest{app=a} TLS a.example.com:443 > egressgateway-a:443"_s}));
        QCOMPARE(describe(diff.noLongerAllowed),
                 QStringList({u"mytest{app=a} HTTP a.example.com:80 > egressgateway-a:80"_s}));
    }

    void originsNameTheDecidingRule()
    {
        const AccessDiff diff = diffOf(rule(sleepA, http("a.example.com")),
                                       rule(sleepA, http("a.example.com")) + rule(sleepA, http("b.example.com")));
        QCOMPARE(diff.newlyAllowed.size(), size_t(1));
        QCOMPARE(diff.newlyAllowed[0].origin.hostPath().toString(), u"spec.egressRules[1].to[0].hosts[0]"_s);
    }

    /// Every kind of workload of a small universe, asked of both tables without any index, against the lists: exact, and without overlaps.
    /// SALLYPORT_ROUNDS=100000 looks longer.
    void diffsAreWhatEnumerationFinds()
    {
        const int rounds =
            qEnvironmentVariableIsSet("SALLYPORT_ROUNDS") ? qEnvironmentVariableIntValue("SALLYPORT_ROUNDS") : 15'000;
        const QList<Labels> pods = podsAndSelectors();
        const Mesh mesh;
        QRandomGenerator random(20240607);
        for (int round = 0; round < rounds; ++round) {
            const RouteTable before{randomRoutes(random, pods), {}};
            const RouteTable after{randomRoutes(random, pods), {}};
            const AccessDiff diff = accessDiff({before, mesh}, {after, mesh});
            for (const Labels &labels : pods) {
                const Request request{random.bounded(5) ? u"mine"_s : u"other"_s,
                                      labels,
                                      hosts[random.bounded(int(hosts.size()))],
                                      random.bounded(4) ? 80 : 443,
                                      {}};
                Request asked = request;
                asked.trafficClass = asked.port == 80 ? TrafficClass::Http : TrafficClass::Tcp;
                const QString old = wayOf(before.routes, asked);
                const QString now = wayOf(after.routes, asked);
                const bool moved = old != now;
                const bool right = countOf(diff.newlyAllowed, asked, now) == (moved && !now.isEmpty() ? 1 : 0)
                    && countOf(diff.noLongerAllowed, asked, old) == (moved && !old.isEmpty() ? 1 : 0)
                    && (moved || old.isEmpty() || countOf(diff.noLongerAllowed, asked, now) == 0);
                QVERIFY2(
                    right,
                    qPrintable(u"round %1, pod %2, host %3:%4, before '%5', after '%6'\nnew: %7\ngone: %8"_s.arg(round)
                                   .arg(braces(labels), asked.host)
                                   .arg(asked.port)
                                   .arg(old, now, describe(diff.newlyAllowed).join(u"; "_s),
                                        describe(diff.noLongerAllowed).join(u"; "_s))));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
