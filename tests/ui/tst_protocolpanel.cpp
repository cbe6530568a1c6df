// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "ui/fields/inputs.h"

#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QString port = u"spec.egressRules[0].to[0].port"_s;
const QString upgrade = u"spec.egressRules[0].to[0].httpsUpgrade"_s;

} // namespace

class ProtocolPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void aPortTypedChangesOnlyItsBytes()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(port + u".number"_s, u"8080"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()).replace(u"number: 80 #"_s, u"number: 8080 #"_s));
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
        QCOMPARE(fixture.editor.undoStack()->undoText(), u"Change port of httpbin-http"_s);
    }

    void whatIsNoNumberIsKeptAndFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("words") << u"eighty"_s;
        QTest::newRow("a leading zero") << u"080"_s;
        QTest::newRow("too many digits") << u"99999999999999999999"_s;
        QTest::newRow("a range") << u"80-90"_s;
    }

    void whatIsNoNumberIsKeptAndFound()
    {
        QFETCH(QString, typed);
        FormFixture fixture(httpPolicy());
        fixture.type(port + u".number"_s, typed);
        QCOMPARE(fixture.input<QLineEdit>(port + u".number"_s)->text(), typed);
        QVERIFY2(fixture.text().contains(typed), qPrintable(fixture.text()));
        QVERIFY2(fixture.text().contains(u"# plain"_s), qPrintable(fixture.text()));
        fixture.editor.compileNow();
        QTRY_VERIFY(!fixture.field(port + u".number"_s)->findings().isEmpty());
    }

    void anEmptiedPortKeepsItsLineAndIsFound()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(port + u".number"_s, {});
        QVERIFY2(fixture.text().contains(u"# plain"_s), qPrintable(fixture.text()));
        QTRY_VERIFY(!fixture.field(port + u".number"_s)->findings().isEmpty());
        fixture.keys(u"80"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        QVERIFY(!fixture.editor.undoStack()->canUndo()); // back at the start
    }

    void aProtocolIsChosenByKeyboard()
    {
        FormFixture fixture(httpPolicy());
        fixture.input(port + u".protocol"_s)->setFocus();
        fixture.press(Qt::Key_Down);
        QCOMPARE(fixture.text(),
                 QString::fromUtf8(httpPolicy()).replace(u"protocol: HTTP\n"_s, u"protocol: HTTP2\n"_s));
        QCOMPARE(fixture.editor.undoStack()->undoText(), u"Change protocol of httpbin-http"_s);
    }

    void aProtocolInLowerCaseIsShownAndNotRewritten()
    {
        QByteArray lower = httpPolicy();
        lower.replace("protocol: HTTP", "protocol: http");
        FormFixture fixture(lower);
        QCOMPARE(fixture.input<ChoiceBox>(port + u".protocol"_s)->currentText(), u"HTTP"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(lower));
    }

    void anUnknownProtocolIsShownAsWritten()
    {
        QByteArray unknown = httpPolicy();
        unknown.replace("protocol: HTTP", "protocol: GOPHER");
        FormFixture fixture(unknown);
        QCOMPARE(fixture.input<ChoiceBox>(port + u".protocol"_s)->currentText(), u"GOPHER"_s);
        QVERIFY(!fixture.field(port + u".protocol"_s)->findings().isEmpty());
    }

    void anOptionalFieldComesAndGoesWithItsText()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(port + u".targetPort"_s, u"8080"_s);
        QVERIFY2(fixture.text().contains(u"        targetPort: 8080\n"_s), qPrintable(fixture.text()));
        fixture.type(port + u".targetPort"_s, {});
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        fixture.type(port + u".name"_s, u"http"_s);
        QVERIFY2(fixture.text().contains(u"name: http\n"_s), qPrintable(fixture.text()));
    }

    void theTargetPortShowsWhatHoldsWithoutIt()
    {
        FormFixture fixture(httpPolicy());
        QCOMPARE(fixture.input<QLineEdit>(port + u".targetPort"_s)->placeholderText(), u"80"_s);
    }

    void theUpgradeIsSwitchedOnAndOff()
    {
        FormFixture fixture(httpPolicy());
        QVERIFY(!fixture.input(upgrade + u".port"_s)->isEnabled());
        fixture.input(upgrade + u".enabled"_s)->setFocus();
        fixture.press(Qt::Key_Space);
        QVERIFY2(fixture.text().contains(u"      httpsUpgrade:\n        enabled: true\n"_s),
                 qPrintable(fixture.text()));
        QVERIFY(fixture.input(upgrade + u".port"_s)->isEnabled());
        fixture.press(Qt::Key_Space);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }

    void anUpgradeWithAPortIsOnlySwitchedOff()
    {
        FormFixture fixture(httpPolicy());
        fixture.input(upgrade + u".enabled"_s)->setFocus();
        fixture.press(Qt::Key_Space);
        fixture.type(upgrade + u".port"_s, u"8443"_s);
        QVERIFY2(fixture.text().contains(u"        enabled: true\n        port: 8443\n"_s), qPrintable(fixture.text()));
        fixture.input(upgrade + u".enabled"_s)->setFocus();
        fixture.press(Qt::Key_Space);
        QVERIFY2(fixture.text().contains(u"        enabled: false\n        port: 8443\n"_s),
                 qPrintable(fixture.text()));
    }
};

QTEST_MAIN(ProtocolPanelTest)
#include "tst_protocolpanel.moc"
