// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

using Kind = Facts::Kind;

Facts exampleFacts()
{
    Facts facts;
    facts.add(Kind::Name, u"Web"_s);
    facts.add(Kind::Host, u"API.example.com"_s);
    facts.add(Kind::Host, u"www.example.com"_s);
    facts.add(Kind::Namespace, u"team-a"_s);
    facts.add(Kind::Label, u"app=sleep-a"_s);
    facts.add(Kind::Class, u"TLS"_s);
    facts.add(Kind::Protocol, u"HTTPS"_s);
    facts.add(Kind::Port, u"443"_s);
    facts.add(Kind::Gateway, u"egressgateway-a"_s);
    return facts;
}

Facts exampleFile()
{
    Facts facts;
    facts.add(Kind::File, u"policy.yaml"_s);
    return facts;
}

FoundHere found(Severity severity, const QString &code)
{
    Diagnostic finding;
    finding.severity = severity;
    finding.code = code;
    FoundHere here;
    here.add(finding);
    return here;
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreLookedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *text, bool fits) { QTest::newRow(text) << QString::fromUtf8(text) << fits; };
        row("", true);
        row("api", true);
        row("EXAMPLE", true);
        row("web team-a tls", true);
        row("web team-b", false);
        row("nothing", false);
        row("host:api", true);
        row("to:www", true);
        row("host:team-a", false);
        row("namespace:team", true);
        row("ns:team-a", true);
        row("ns:example", false);
        row("from:sleep", true);
        row("from:api", false);
        row("label:app", true);
        row("app=sleep", true);
        row("app=awake", false);
        row("class:tls", true);
        row("class:http", false);
        row("protocol:https", true);
        row("port:443", true);
        row("port:44", false);
        row("gateway:egressgateway-a", true);
        row("gw:other", false);
        row("name:web", true);
        row("name:api", false);
        row("api.example.com:443", true);
        row("api.example.com:80", false);
        row("file:policy", true);
        row("policy.yaml", false); // a plain word looks for rules, not for all of a file
        row("-http", false); // it is HTTPS
        row("-class:http", true);
        row("-api", false);
        row("\"team-a\"", true);
        row("\"web team-a\"", false);
        row("host:", true); // not typed to its end yet
        row("is:", true);
        row("-", true); // a hyphen is a word like any other, and namespaces have it
        row("foo:bar", false);
    }
    void wordsAreLookedFor()
    {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(Query(text).fits(exampleFacts(), exampleFile()), fits);
    }

    void findingsAreLookedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *text, bool fits) { QTest::newRow(text) << QString::fromUtf8(text) << fits; };
        row("is:error", true);
        row("is:problem", true);
        row("is:warning", false);
        row("-is:error", false);
        row("-is:warning", true);
        row("host.invalid", true);
        row("host.", true);
        row("port.number", false);
        row("code:host.inv", true);
        row("host.invalid is:error", true);
        row("host.invalid is:note", false);
    }
    void findingsAreLookedFor()
    {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        const FoundHere here = found(Severity::Error, u"host.invalid"_s);
        QVERIFY(Query(text).asksForFindings());
        QCOMPARE(Query(text).fits(here, {}), fits);
        QCOMPARE(Query(text).fits({}, here), fits);
    }

    void aWordFitsWholeFactsOnly()
    {
        QVERIFY(!Query(u"example.comwww"_s).fits(exampleFacts(), {}));
        QVERIFY(Query(u" "_s).isEmpty());
        QVERIFY(!Query(u"-"_s).fits(Facts(), {}));
        QVERIFY(!Query(u"api"_s).asksForFindings());
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
