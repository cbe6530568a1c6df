// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QString gateway = u"spec.byEgressGateway.name"_s;
const QString own = u"spec.egressRules[0].to[0].byEgressGateway"_s;

} // namespace

class GatewayPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void theGatewayOfThePolicyIsTyped()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(gateway, u"exit-b"_s);
        QCOMPARE(fixture.text(),
                 QString::fromUtf8(httpPolicy()).replace(u"    name: egressgateway-a\n"_s, u"    name: exit-b\n"_s));
    }

    void anotherGatewayGoesBesideThePort()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(own + u".name"_s, u"exit-b"_s);
        QVERIFY2(fixture.text().contains(u"        name: exit-b\n        port: 80\n"_s), qPrintable(fixture.text()));
        fixture.type(own + u".name"_s, {});
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }

    void withoutAPortTheAutomaticOneIsShown()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(own + u".port"_s, {});
        QVERIFY2(!fixture.text().contains(u"port: 80"_s), qPrintable(fixture.text()));
        QTRY_COMPARE(fixture.input<QLineEdit>(own + u".port"_s)->placeholderText(), u"automatic: 80"_s);
    }

    void theAutomaticPortFollowsTheProtocol()
    {
        QByteArray automatic = httpPolicy();
        automatic.replace("      byEgressGateway:\n        port: 80\n", "").replace("protocol: HTTP", "protocol: TLS");
        FormFixture fixture(automatic);
        QCOMPARE(fixture.input<QLineEdit>(own + u".port"_s)->placeholderText(), u"automatic: 443"_s);
    }

    void aPortMakesTheMapThatHoldsIt()
    {
        QByteArray automatic = httpPolicy();
        automatic.replace("      byEgressGateway:\n        port: 80\n", "");
        FormFixture fixture(automatic);
        fixture.type(own + u".port"_s, u"80"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        fixture.type(own + u".port"_s, {});
        QCOMPARE(fixture.text(), QString::fromUtf8(automatic));
    }

    void portsThatTheMeshAllocatedAreShownToBeRead()
    {
        QByteArray allocated = httpPolicy();
        allocated.append("status:\n  autoAllocatedGatewayPorts:\n    www.httpbin.org-80: 10000\n");
        FormFixture fixture(allocated);
        bool shown = false;
        for (const QLabel *label : fixture.form->findChildren<QLabel *>())
            shown = shown || (label->isVisible() && label->text().contains(u"10000"_s));
        QVERIFY(shown);
    }
};

QTEST_MAIN(GatewayPanelTest)
#include "tst_gatewaypanel.moc"
