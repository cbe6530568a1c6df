// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

class NamesTest : public QObject
{
    Q_OBJECT
private slots:
    void dnsLabels();
    void dnsNames();
    void gatewayNamesLeaveRoomForWhatIsAdded();
    void labelKeysAndValues();
    void addresses_data();
    void addresses();
    void hostNamesDoNotEndInANumber();
};

void NamesTest::dnsLabels()
{
    QVERIFY(isDnsLabel(u"a"));
    QVERIFY(isDnsLabel(u"a-1"));
    QVERIFY(isDnsLabel(QString(63, u'a')));
    QVERIFY(!isDnsLabel(QString(64, u'a')));
    for (QStringView bad : {u"", u"-a", u"a-", u"A", u"a.b", u"a_b", u"ä"})
        QVERIFY2(!isDnsLabel(bad), qPrintable(bad.toString()));
}

void NamesTest::dnsNames()
{
    QVERIFY(isDnsName(u"a.b-c.d"));
    QVERIFY(!isDnsName(u"a..b"));
    QVERIFY(!isDnsName(u".a"));
    QVERIFY(!isDnsName(u"a."));
    const QString longest =
        QString(63, u'a') + u'.' + QString(63, u'b') + u'.' + QString(63, u'c') + u'.' + QString(61, u'd');
    QCOMPARE(longest.size(), 253);
    QVERIFY(isDnsName(longest));
    QVERIFY(!isDnsName(longest + u'd'));
}

void NamesTest::gatewayNamesLeaveRoomForWhatIsAdded()
{
    QVERIFY(isGatewayName(QString(50, u'g')));
    QVERIFY(!isGatewayName(QString(51, u'g')));
    QVERIFY(!isGatewayName(u"a.b"));
}

void NamesTest::labelKeysAndValues()
{
    QVERIFY(isLabelKey(u"app"));
    QVERIFY(isLabelKey(u"app.kubernetes.io/name"));
    QVERIFY(isLabelKey(u"App_1"));
    for (QStringView bad : {u"", u"-app", u"Example.org/app", u"a/b/c", u"example.org/", u"/app", u"a b"})
        QVERIFY2(!isLabelKey(bad), qPrintable(bad.toString()));
    QVERIFY(isLabelValue(u""));
    QVERIFY(isLabelValue(u"v1.2_3"));
    QVERIFY(!isLabelValue(u"v1."));
    QVERIFY(!isLabelValue(QString(64, u'v')));
}

void NamesTest::addresses_data()
{
    QTest::addColumn<bool>("address");
    QTest::addColumn<bool>("addressOrBlock");
    for (const char *good : {"203.0.113.10", "0.0.0.0", "2001:db8::1", "::", "::1", "1:2:3:4:5:6:7:8",
                             "::ffff:203.0.113.10", "1:2:3:4:5:6:7::"})
        QTest::newRow(good) << true << true;
    for (const char *block : {"10.0.0.0/8", "2001:db8::/32", "0.0.0.0/0"})
        QTest::newRow(block) << false << true;
    for (const char *bad :
         {"", "203.0.113", "203.0.113.256", "203.0.113.01", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3",
          ":::", "12345::", "10.0.0.0/33", "10.0.0.0/", "example.org", "1.2.3.4.5", "203.0.113.10:80", "g::1"})
        QTest::newRow(bad) << false << false;
}

void NamesTest::addresses()
{
    QFETCH(bool, address);
    QFETCH(bool, addressOrBlock);
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(isAddress(text), address);
    QCOMPARE(isAddressOrBlock(text), addressOrBlock);
}

void NamesTest::hostNamesDoNotEndInANumber()
{
    QVERIFY(isHostName(u"1.example.org"));
    QVERIFY(isHostName(u"xn--mnchen-3ya.example"));
    QVERIFY(!isHostName(u"example.123"));
    QVERIFY(!isHostName(u"1.2.3"));
}

QTEST_APPLESS_MAIN(NamesTest)
#include "tst_names.moc"
