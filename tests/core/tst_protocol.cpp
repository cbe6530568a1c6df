// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/policy.h"
#include "core/policy/protocol.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

class ProtocolTest : public QObject
{
    Q_OBJECT
private slots:
    void everyProtocolIsFoundByItsNameInAnyCase();
    void unknownNamesAreNoProtocol();
    void classesFollowHowTrafficIsToldApart();
    void sidecarsSeeIstioProtocols();
    void hostsAreComparedInLowerCaseWithoutTrailingDot();
    void wildcardsCoverNamesBelowThem_data();
    void wildcardsCoverNamesBelowThem();
};

void ProtocolTest::everyProtocolIsFoundByItsNameInAnyCase()
{
    for (const ProtocolInfo &row : protocols()) {
        QCOMPARE(info(row.protocol).name, row.name);
        QCOMPARE(parseProtocol(row.name), std::optional(row.protocol));
        QCOMPARE(parseProtocol(row.name.toLower()), std::optional(row.protocol));
    }
    QCOMPARE(protocols().size(), 9);
}

void ProtocolTest::unknownNamesAreNoProtocol()
{
    QVERIFY(!parseProtocol(u"UDP"));
    QVERIFY(!parseProtocol(u""));
    QVERIFY(!parseProtocol(u"HTTP "));
}

void ProtocolTest::classesFollowHowTrafficIsToldApart()
{
    QCOMPARE(info(Protocol::Grpc).trafficClass, TrafficClass::Http);
    QCOMPARE(info(Protocol::Https).trafficClass, TrafficClass::Tls);
    QCOMPARE(info(Protocol::Redis).trafficClass, TrafficClass::Tcp);
    QCOMPARE(name(TrafficClass::Http), u"HTTP"_s);
    QCOMPARE(name(TrafficClass::Tls), u"TLS"_s);
    QCOMPARE(name(TrafficClass::Tcp), u"TCP"_s);
}

void ProtocolTest::sidecarsSeeIstioProtocols()
{
    QCOMPARE(info(Protocol::Https).istio, u"TLS"_s);
    QCOMPARE(info(Protocol::Mongo).istio, u"TCP"_s);
    QCOMPARE(info(Protocol::MySql).istio, u"TCP"_s);
    QCOMPARE(info(Protocol::Http2).istio, u"HTTP2"_s);
    QVERIFY(info(Protocol::Http2).http2 && info(Protocol::Grpc).http2 && !info(Protocol::Http).http2);
}

void ProtocolTest::hostsAreComparedInLowerCaseWithoutTrailingDot()
{
    QCOMPARE(canonicalHost(u"WWW.Example.org."_s), u"www.example.org"_s);
    QCOMPARE(canonicalHost(u"*.Example.org"_s), u"*.example.org"_s);
    QCOMPARE(canonicalHost(QString()), QString());
}

void ProtocolTest::wildcardsCoverNamesBelowThem_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("covered");
    QTest::newRow("itself") << u"a.example.org"_s << u"a.example.org"_s << true;
    QTest::newRow("another name") << u"a.example.org"_s << u"b.example.org"_s << false;
    QTest::newRow("a name below") << u"*.example.org"_s << u"a.example.org"_s << true;
    QTest::newRow("a name far below") << u"*.example.org"_s << u"a.b.example.org"_s << true;
    QTest::newRow("not the zone itself") << u"*.example.org"_s << u"example.org"_s << false;
    QTest::newRow("not a name that ends alike") << u"*.example.org"_s << u"badexample.org"_s << false;
    QTest::newRow("a narrower wildcard") << u"*.example.org"_s << u"*.a.example.org"_s << true;
    QTest::newRow("not a wider wildcard") << u"*.a.example.org"_s << u"*.example.org"_s << false;
    QTest::newRow("a name covers no wildcard") << u"a.example.org"_s << u"*.example.org"_s << false;
}

void ProtocolTest::wildcardsCoverNamesBelowThem()
{
    QFETCH(QString, pattern);
    QFETCH(QString, host);
    QFETCH(bool, covered);
    QCOMPARE(covers(pattern, host), covered);
}

QTEST_APPLESS_MAIN(ProtocolTest)
#include "tst_protocol.moc"
