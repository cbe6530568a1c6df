// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "ui/form/flowstrip.h"
#include "ui/theme.h"

#include <QImage>
#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

class FlowStripTest : public QObject
{
    Q_OBJECT

private slots:
    void httpIsReadableBehindTheGateway()
    {
        FormFixture fixture(httpPolicy());
        const Flow flow = fixture.form->flowStrip()->flow();
        QCOMPARE(flow.source, u"mytest"_s);
        QCOMPARE(flow.sourceDetail, u"app=sleep-a"_s);
        QCOMPARE(flow.gateway, u"egressgateway-a"_s);
        QCOMPARE(flow.gatewayPort, u"80"_s);
        QCOMPARE(flow.host, u"www.httpbin.org +1"_s);
        QCOMPARE(flow.hostPort, u"80"_s);
        QCOMPARE(flow.leaving, (Leg{u"HTTP"_s, Lock::Open}));
    }

    void anUpgradeLeavesOverHttpsOnItsOwnPort()
    {
        QByteArray upgraded = httpPolicy();
        upgraded.append("      httpsUpgrade:\n        enabled: true\n");
        FormFixture fixture(upgraded);
        const Flow flow = fixture.form->flowStrip()->flow();
        QCOMPARE(flow.application, (Leg{u"HTTP"_s, Lock::Open}));
        QCOMPARE(flow.leaving, (Leg{u"HTTPS"_s, Lock::Closed}));
        QCOMPARE(flow.hostPort, u"443"_s);
    }

    void aStreamIsNeitherLockedNorOpen()
    {
        QByteArray tcp = httpPolicy();
        tcp.replace("protocol: HTTP", "protocol: TCP");
        FormFixture fixture(tcp);
        QCOMPARE(fixture.form->flowStrip()->flow().leaving.lock, Lock::Opaque);
        QCOMPARE(fixture.form->flowStrip()->flow().trafficClass, TrafficClass::Tcp);
    }

    void theTargetPortIsWhereTheGatewayDials()
    {
        QByteArray translated = httpPolicy();
        translated.replace("        protocol: HTTP\n", "        protocol: HTTP\n        targetPort: 8080\n");
        FormFixture fixture(translated);
        QCOMPARE(fixture.form->flowStrip()->flow().hostPort, u"8080"_s);
    }

    void anAutomaticPortIsTheOneThatWasChosen()
    {
        QByteArray automatic = httpPolicy();
        automatic.replace("      byEgressGateway:\n        port: 80\n", "");
        FormFixture fixture(automatic);
        QCOMPARE(fixture.form->flowStrip()->flow().gatewayPort, u"80"_s);
    }

    void itIsAlsoASentence()
    {
        FormFixture fixture(httpPolicy());
        const QString sentence = fixture.form->flowStrip()->accessibleDescription();
        for (const QString &word :
             {u"mytest"_s, u"app=sleep-a"_s, u"mutual TLS"_s, u"egressgateway-a port 80"_s, u"www.httpbin.org"_s})
            QVERIFY2(sentence.contains(word), qPrintable(sentence));
    }

    void itFollowsTyping()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(u"spec.egressRules[0].from[0].namespace"_s, u"shop"_s);
        QCOMPARE(fixture.form->flowStrip()->flow().source, u"shop"_s);
    }

    void itIsPaintedInTheColoursOfTheTheme()
    {
        FormFixture fixture(httpPolicy());
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            applyTheme(*theme);
            QCoreApplication::processEvents(); // windows hear of a palette by an event
            const QImage image = fixture.form->flowStrip()->grab().toImage();
            bool painted = false;
            for (int y = 0; y < image.height() && !painted; ++y) {
                for (int x = 0; x < image.width() && !painted; ++x)
                    painted = image.pixelColor(x, y) == theme->palette.color(QPalette::Base);
            }
            QVERIFY2(painted, theme->isDark ? "dark" : "light");
        }
    }
};

QTEST_MAIN(FlowStripTest)
#include "tst_flowstrip.moc"
