// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/labels.h"
#include "core/policy/sharedfields.h"
#include "tests/support/core/changedworkspace.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray text = R"(apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata: {name: egress-by-gw-a, namespace: istio-egress}
spec:
  byEgressGateway: {name: gw-a}
  egressRules:
  - name: one
    from:
    - namespace: shop # first
      workloadSelector:
        app: sleep # asleep
        tier: web
    to:
    - name: a
      hosts: [a.com]
      port:
        number: 80 # plain
        protocol: http
      httpsUpgrade:
        enabled: true
        port: 8443
    - name: b
      hosts: [b.com]
      port:
        number: 443
        protocol: HTTPS
  - name: two
    from:
    - namespace: shop
    to:
    - name: c
      hosts: [c.com]
      port:
        number: 80
        protocol: HTTP
      byEgressGateway:
        port: 8080
)";

FieldRef at(const char *path)
{
    return {0, 0, *FieldPath::parse(QString::fromLatin1(path))};
}

const QList<FieldRef> both = {at("spec.egressRules[0]"), at("spec.egressRules[1]")};
const QList<FieldRef> ends = {at("spec.egressRules[0].to[0]"), at("spec.egressRules[1].to[0]")};

QByteArray after(const QList<FieldRef> &items, SharedField field, const QString &value)
{
    const Workspace workspace = workspaceOf(text);
    const Result<Workspace> result = changed(workspace, setShared(workspace, items, field, value));
    return result ? result->files.front()->stream.text : result.error().toString().toUtf8();
}

QByteArray with(const QList<std::pair<QByteArray, QByteArray>> &replacements)
{
    QByteArray result = text;
    for (const auto &[from, to] : replacements) {
        if (result.count(from) != 1)
            qFatal("There is not one %s.", from.constData());
        result.replace(from, to);
    }
    return result;
}

} // namespace

class SharedFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatAllSayIsShown()
    {
        const Workspace workspace = workspaceOf(text);
        QCOMPARE(sharedValue(workspace, both, SharedField::Namespace), (SharedValue{2, false, u"shop"_s}));
        QCOMPARE(sharedValue(workspace, both, SharedField::Port), (SharedValue{3, true, {}}));
        QCOMPARE(sharedValue(workspace, ends, SharedField::Port), (SharedValue{2, false, u"80"_s}));
        QCOMPARE(sharedValue(workspace, ends, SharedField::Protocol), (SharedValue{2, false, u"HTTP"_s}));
        QCOMPARE(sharedValue(workspace, ends, SharedField::Gateway), (SharedValue{2, false, {}}));
        QCOMPARE(sharedValue(workspace, ends, SharedField::Upgrade), (SharedValue{2, true, {}}));
        QCOMPARE(sharedValue(workspace, both, SharedField::Selector), (SharedValue{2, true, {}}));
    }

    void destinationsHaveNoSources()
    {
        const Workspace workspace = workspaceOf(text);
        QCOMPARE(sharedValue(workspace, ends, SharedField::Namespace).places, 0);
        QVERIFY(setShared(workspace, ends, SharedField::Namespace, u"x"_s).isEmpty());
    }

    void aRuleStandsForAllItsDestinations()
    {
        QCOMPARE(after(both, SharedField::Port, u"8080"_s),
                 with({{"number: 80 # plain", "number: 8080 # plain"},
                       {"number: 443", "number: 8080"},
                       {"number: 80\n", "number: 8080\n"}}));
    }

    void onlyWhatDiffersIsTouched()
    {
        QVERIFY(setShared(workspaceOf(text), ends, SharedField::Port, u"80"_s).isEmpty());
        QVERIFY(setShared(workspaceOf(text), both, SharedField::Namespace, u"shop"_s).isEmpty());
        QCOMPARE(after(both, SharedField::Protocol, u"HTTP"_s), with({{"protocol: HTTPS", "protocol: HTTP"}}));
    }

    void fieldsAreMadeWhereTheyAreAbsent()
    {
        QCOMPARE(
            after(ends, SharedField::Gateway, u"gw-b"_s),
            with({{"        port: 8443\n", "        port: 8443\n"},
                  {"        protocol: http\n", "        protocol: http\n      byEgressGateway:\n        name: gw-b\n"},
                  {"      byEgressGateway:\n        port: 8080\n",
                   "      byEgressGateway:\n        name: gw-b\n        port: 8080\n"}}));
    }

    void anEmptyTextTakesTheFieldAway()
    {
        QCOMPARE(after(both, SharedField::GatewayPort, {}),
                 with({{"      byEgressGateway:\n        port: 8080\n", ""}}));
        QVERIFY(setShared(workspaceOf(text), both, SharedField::Port, {}).isEmpty());
    }

    void theUpgradeIsSwitchedOnAndOff()
    {
        QCOMPARE(after(ends, SharedField::Upgrade, u"false"_s), with({{"enabled: true", "enabled: false"}}));
        QCOMPARE(after(ends, SharedField::Upgrade, u"true"_s),
                 with({{"        port: 8080\n", "        port: 8080\n      httpsUpgrade:\n        enabled: true\n"}}));
    }

    void selectorsKeepTheLabelsThatStay()
    {
        QCOMPARE(after(both, SharedField::Selector, u"app=sleep, zone=b"_s),
                 with({{"        tier: web\n", "        zone: b\n"},
                       {"    - namespace: shop\n",
                        "    - namespace: shop\n      workloadSelector:\n        app: sleep\n        zone: b\n"}}));
        QCOMPARE(after(both, SharedField::Selector, {}),
                 with({{"      workloadSelector:\n        app: sleep # asleep\n        tier: web\n", ""}}));
    }

    void labelsAreReadAsTheyAreWritten()
    {
        QCOMPARE(parseLabels(u" b=2 ,a=1"_s), (Labels{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}));
        QCOMPARE(labelsText(*parseLabels(u"b=2,a=1"_s)), u"a=1, b=2"_s);
        QCOMPARE(parseLabels(u"a"_s), std::nullopt);
        QCOMPARE(parseLabels(u"=a"_s), std::nullopt);
        QCOMPARE(parseLabels(u"a=1,a=2"_s), std::nullopt);
        QCOMPARE(parseLabels({}), Labels());
    }
};

QTEST_GUILESS_MAIN(SharedFieldsTest)
#include "tst_sharedfields.moc"
