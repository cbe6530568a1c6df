// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/proxy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

class ProxyTest : public QObject
{
    Q_OBJECT

private slots:
    void proxyUrl_data();
    void proxyUrl();
    void noProxyFollowsGosRules_data();
    void noProxyFollowsGosRules();
    void httpsServersAskForTheVariableOfHttps();
    void lowerCaseVariablesCountToo();
    void variableNeedsNoScheme();
    void errorsHideThePassword();
};

void ProxyTest::proxyUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("kind"); // -1 = refused
    QTest::addColumn<int>("port");
    QTest::newRow("http") << u"http://user:secret@p.test"_s << int(Proxy::Kind::Http) << 80;
    QTest::newRow("https") << u"https://p.test"_s << int(Proxy::Kind::Https) << 443;
    QTest::newRow("socks5") << u"socks5://p.test"_s << int(Proxy::Kind::Socks5) << 1080;
    QTest::newRow("port") << u"http://p.test:3128"_s << int(Proxy::Kind::Http) << 3128;
    QTest::newRow("socks6") << u"socks6://p.test"_s << -1 << 0;
    QTest::newRow("no scheme") << u"example.com"_s << -1 << 0;
    QTest::newRow("no scheme with user") << u"chewbacca@example.com"_s << -1 << 0;
    QTest::newRow("no host") << u"http://"_s << -1 << 0;
}

void ProxyTest::proxyUrl()
{
    QFETCH(QString, url);
    QFETCH(int, kind);
    QFETCH(int, port);
    const Result<Proxy> proxy = proxyOfUrl(url);
    QCOMPARE(bool(proxy), kind >= 0);
    if (!proxy)
        return;
    QCOMPARE(int(proxy->kind), kind);
    QCOMPARE(int(proxy->port), port);
    QCOMPARE(proxy->host, u"p.test"_s);
}

void ProxyTest::noProxyFollowsGosRules_data()
{
    QTest::addColumn<QString>("noProxy");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isProxied");
    QTest::newRow("nothing") << QString() << u"api.h4.test"_s << true;
    QTest::newRow("star") << u"*"_s << u"api.h4.test"_s << false;
    QTest::newRow("the name") << u"api.h4.test"_s << u"api.h4.test"_s << false;
    QTest::newRow("a name above covers those below") << u"h4.test"_s << u"api.h4.test"_s << false;
    QTest::newRow("only at a dot") << u"4.test"_s << u"api.h4.test"_s << true;
    QTest::newRow("leading dot covers those below") << u".h4.test"_s << u"api.h4.test"_s << false;
    QTest::newRow("leading dot does not cover itself") << u".h4.test"_s << u"h4.test"_s << true;
    QTest::newRow("star dot is a leading dot") << u"*.h4.test"_s << u"api.h4.test"_s << false;
    QTest::newRow("capitals") << u"H4.TEST"_s << u"api.h4.test"_s << false;
    QTest::newRow("second of a list with blanks") << u"a.test , h4.test"_s << u"api.h4.test"_s << false;
    QTest::newRow("the port") << u"api.h4.test:6443"_s << u"api.h4.test"_s << false;
    QTest::newRow("another port") << u"api.h4.test:443"_s << u"api.h4.test"_s << true;
    QTest::newRow("address") << u"192.168.1.1"_s << u"192.168.1.1"_s << false;
    QTest::newRow("other address") << u"192.168.1.1"_s << u"192.168.1.10"_s << true;
    QTest::newRow("range") << u"192.168.0.0/16"_s << u"192.168.143.1"_s << false;
    QTest::newRow("outside the range") << u"192.168.0.0/24"_s << u"192.168.143.1"_s << true;
    QTest::newRow("range covers no names") << u"0.0.0.0/0"_s << u"api.h4.test"_s << true;
    QTest::newRow("IPv6 range") << u"fd00::/8"_s << u"fd00::1"_s << false;
    QTest::newRow("IPv6 address") << u"fd00::1"_s << u"fd00::1"_s << false;
    QTest::newRow("localhost never") << QString() << u"localhost"_s << false;
    QTest::newRow("this machine never") << QString() << u"127.0.0.1"_s << false;
    QTest::newRow("all of 127 never") << QString() << u"127.8.9.1"_s << false;
    QTest::newRow("IPv6 loopback never") << QString() << u"::1"_s << false;
    QTest::newRow("rubbish covers nothing") << u"//,:,[::"_s << u"api.h4.test"_s << true;
}

void ProxyTest::noProxyFollowsGosRules()
{
    QFETCH(QString, noProxy);
    QFETCH(QString, host);
    QFETCH(bool, isProxied);
    QProcessEnvironment environment;
    environment.insert(u"HTTPS_PROXY"_s, u"http://p.test:3128"_s);
    environment.insert(u"NO_PROXY"_s, noProxy);
    QCOMPARE(proxyOfEnvironment(host, 6443, true, environment)->kind == Proxy::Kind::Http, isProxied);
}

void ProxyTest::httpsServersAskForTheVariableOfHttps()
{
    QProcessEnvironment environment;
    environment.insert(u"HTTP_PROXY"_s, u"http://p.test"_s);
    QCOMPARE(proxyOfEnvironment(u"h.test"_s, 443, true, environment)->kind, Proxy::Kind::None);
    QCOMPARE(proxyOfEnvironment(u"h.test"_s, 80, false, environment)->kind, Proxy::Kind::Http);
}

void ProxyTest::lowerCaseVariablesCountToo()
{
    QProcessEnvironment environment;
    environment.insert(u"https_proxy"_s, u"http://p.test"_s);
    QCOMPARE(proxyOfEnvironment(u"h.test"_s, 443, true, environment)->kind, Proxy::Kind::Http);
    environment.insert(u"no_proxy"_s, u"h.test"_s);
    QCOMPARE(proxyOfEnvironment(u"h.test"_s, 443, true, environment)->kind, Proxy::Kind::None);
}

void ProxyTest::variableNeedsNoScheme()
{
    QProcessEnvironment environment;
    environment.insert(u"HTTPS_PROXY"_s, u"p.test:3128"_s);
    const Result<Proxy> proxy = proxyOfEnvironment(u"h.test"_s, 443, true, environment);
    QVERIFY(proxy);
    QCOMPARE(proxy->host, u"p.test"_s);
    QCOMPARE(proxy->port, 3128);
}

void ProxyTest::errorsHideThePassword()
{
    const Result<Proxy> proxy = proxyOfUrl(u"foo://me:planted-secret@p.test"_s);
    QVERIFY(!proxy);
    QVERIFY(!proxy.error().toString().contains("planted-secret"_L1));
}

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
