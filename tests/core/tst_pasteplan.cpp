// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pasteplan.h"
#include "core/policy/paste/pastereader.h"
#include "tests/support/core/changedworkspace.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

FieldRef at(const QString &path)
{
    return {0, 0, *FieldPath::parse(path)};
}

QList<PastedRow> rows(int count, const QString &prefix, int port, Protocol protocol)
{
    QList<PastedRow> result;
    for (int i = 0; i < count; ++i) {
        PastedRow row;
        row.state = PastedRow::State::Host;
        row.host = u"%1%2.example.com"_s.arg(prefix).arg(i);
        row.port = port;
        row.protocol = protocol;
        result.append(row);
    }
    return result;
}

QString outline(const Result<Workspace> &workspace)
{
    if (!workspace)
        return u"refused: "_s + workspace.error().toString();
    QStringList destinations;
    for (const Destination &destination : workspace->files[0]->documents.front()->policy()->rules.front().to)
        destinations.append(u"%1[%2]:%3 %4"_s.arg(destination.name)
                                .arg(destination.hosts.size())
                                .arg(destination.port.number)
                                .arg(destination.port.protocol ? info(*destination.port.protocol).name : QString()));
    return destinations.join(u", "_s);
}

} // namespace

class TestPastePlan : public QObject
{
    Q_OBJECT

private slots:
    void hostsOfThePortGoToTheDestinationOthersBehindIt()
    {
        const Workspace workspace = workspaceOf(soundPolicy());
        const PastePlan plan = planPaste(workspace, at(u"spec.egressRules[0].to[0]"_s), -1,
                                         rows(3, u"a"_s, 80, Protocol::Http) + rows(2, u"b"_s, 443, Protocol::Https)
                                             + rows(1, u"c"_s, 3306, Protocol::MySql));
        QCOMPARE(plan.hosts, 6);
        QCOMPARE(plan.newDestinations, 2);
        QCOMPARE(plan.first.path.toString(), u"spec.egressRules[0].to[0].hosts[1]"_s);
        const QString after = outline(changed(workspace, plan.changes));
        QVERIFY2(after.endsWith(u"[4]:80 HTTP, https-443[2]:443 HTTPS, mysql-3306[1]:3306 MYSQL"_s)
                     || after.endsWith(u"[4]:80 HTTP, [2]:443 HTTPS, [1]:3306 MYSQL"_s),
                 qPrintable(after));
    }

    void aDestinationTakesFiftyAndTheRestIsAsItWas()
    {
        const Workspace workspace = workspaceOf(soundPolicy());
        const PastePlan plan =
            planPaste(workspace, at(u"spec.egressRules[0].to[0]"_s), 0, rows(120, u"a"_s, 80, Protocol::Http));
        QCOMPARE(plan.newDestinations, 2);
        const Result<Workspace> after = changed(workspace, plan.changes);
        QVERIFY(bool(after));
        const auto &to = after->files[0]->documents.front()->policy()->rules.front().to;
        QCOMPARE(to.size(), 3);
        QCOMPARE(to[0].hosts.size(), 50);
        QCOMPARE(to[0].hosts.first(), u"a0.example.com"_s);
        QCOMPARE(to[0].hosts.last(), u"www.httpbin.org"_s);
        QCOMPARE(to[1].hosts.size(), 50);
        QCOMPARE(to[2].hosts.size(), 21);
        QCOMPARE(to[2].hosts.last(), u"a119.example.com"_s);
        QCOMPARE(to[1].port, to[0].port);
        QCOMPARE(to[2].byEgressGateway, to[0].byEgressGateway);
    }

    void aDestinationWithoutHostsTakesThePort()
    {
        QByteArray text = soundPolicy();
        text.replace("      hosts:\n      - www.httpbin.org\n", "      hosts: []\n");
        const Workspace workspace = workspaceOf(text);
        const PastePlan plan =
            planPaste(workspace, at(u"spec.egressRules[0].to[0]"_s), -1, rows(2, u"a"_s, 443, Protocol::Https));
        QCOMPARE(plan.newDestinations, 0);
        QVERIFY(outline(changed(workspace, plan.changes)).endsWith(u"[2]:443 HTTPS"_s));
    }

    void aRuleWithoutDestinationsGetsThem()
    {
        QByteArray text = soundPolicy();
        text = text.left(text.indexOf("    to:")) + "    to: []\n";
        const Workspace workspace = workspaceOf(text);
        const PastePlan plan =
            planPaste(workspace, at(u"spec.egressRules[0].to[0]"_s), -1, rows(60, u"a"_s, 443, Protocol::Https));
        QCOMPARE(outline(changed(workspace, plan.changes)), u"https-443[50]:443 HTTPS, https-443-2[10]:443 HTTPS"_s);
        QCOMPARE(plan.first.path.toString(), u"spec.egressRules[0].to[0]"_s);
    }

    void twoThousandHostsAreFewChanges()
    {
        const Workspace workspace = workspaceOf(soundPolicy());
        const PastePlan plan =
            planPaste(workspace, at(u"spec.egressRules[0].to[0]"_s), -1,
                      rows(1000, u"a"_s, 80, Protocol::Http) + rows(1000, u"b"_s, 443, Protocol::Https));
        QVERIFY(plan.changes.size() <= 2);
        const Result<Workspace> after = changed(workspace, plan.changes);
        QVERIFY(bool(after));
        qsizetype hosts = 0;
        for (const Destination &destination : after->files[0]->documents.front()->policy()->rules.front().to) {
            QVERIFY(destination.hosts.size() <= 50);
            hosts += destination.hosts.size();
        }
        QCOMPARE(hosts, 2001);
    }

    void tooManyHostsAreSplitWithTheirComments()
    {
        QByteArray hosts;
        for (int i = 0; i < 120; ++i)
            hosts += "      - h" + QByteArray::number(i) + ".example.com" + (i == 70 ? " # seventy\n" : "\n");
        QByteArray text = soundPolicy();
        text.replace("      - www.httpbin.org\n", hosts);
        const Workspace workspace = workspaceOf(text);
        const Result<Workspace> after =
            changed(workspace, splitDestination(workspace, at(u"spec.egressRules[0].to[0]"_s)));
        QVERIFY(bool(after));
        const auto &to = after->files[0]->documents.front()->policy()->rules.front().to;
        QCOMPARE(to.size(), 3);
        QCOMPARE(to[0].hosts.size(), 50);
        QCOMPARE(to[1].hosts.first(), u"h50.example.com"_s);
        QCOMPARE(to[2].hosts.size(), 20);
        QCOMPARE(to[2].port, to[0].port);
        QVERIFY(after->files[0]->stream.text.contains("      - h70.example.com # seventy\n"));
    }

    void fiftyHostsAreNotSplit()
    {
        QVERIFY(splitDestination(workspaceOf(soundPolicy()), at(u"spec.egressRules[0].to[0]"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPastePlan)
#include "tst_pasteplan.moc"
