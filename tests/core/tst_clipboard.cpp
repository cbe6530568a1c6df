// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/clipboard.h"
#include "tests/support/core/changedworkspace.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

constexpr auto twoRules = R"(apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata: {name: egress-by-egressgateway-a, namespace: istio-egress}
spec:
  byEgressGateway: {name: egressgateway-a}
  egressRules:
  # the web team
  - name: web # one
    owner: team-web
    from:
    - namespace: web
    to:
    - name: pages
      hosts:
      - www.example.com # site
      # mirrors
      - a.example.com
      - b.example.com
      port: {number: 443, protocol: HTTPS}
    - name: api
      hosts: [api.example.com]
      port: {number: 80, protocol: HTTP}
  # the data team
  - name: data
    from:
    - namespace: data
    to:
    - name: db
      hosts:
      - db.example.com
      port: {number: 3306, protocol: MYSQL}
)";

FieldRef at(const QString &path, int file = 0)
{
    return {file, 0, *FieldPath::parse(path)};
}

QString rule(int i)
{
    return u"spec.egressRules[%1]"_s.arg(i);
}

QString textAfter(const Workspace &workspace, const QList<DocumentChange> &changes, size_t file = 0)
{
    const Result<Workspace> after = changed(workspace, changes);
    return after ? QString::fromUtf8(after->files[file]->stream.text) : u"refused: "_s + after.error().toString();
}

/// The places of all rules, destinations and hosts: "web(pages(www.example.com a.example.com) …)".
QString outline(const Workspace &workspace, size_t file = 0)
{
    QStringList rules;
    for (const Rule &each : workspace.files[file]->documents.front()->policy()->rules) {
        QStringList destinations;
        for (const Destination &destination : each.to)
            destinations.append(destination.name + u'(' + destination.hosts.join(u' ') + u')');
        rules.append(each.name + u'(' + destinations.join(u' ') + u')');
    }
    return rules.join(u' ');
}

QString outlineAfter(const Workspace &workspace, const QList<DocumentChange> &changes)
{
    const Result<Workspace> after = changed(workspace, changes);
    return after ? outline(*after) : u"refused: "_s + after.error().toString();
}

QString pasted(const Workspace &workspace, const QString &where, const QByteArray &text)
{
    const Result<QList<ClipItem>> items = readClip(text);
    if (!items)
        return u"unreadable: "_s + items.error().next;
    const Result<ClipInsertion> insertion = insertClip(workspace, at(where), *items);
    return insertion ? textAfter(workspace, insertion->edit.changes) : u"no place: "_s + insertion.error().next;
}

QString kindsIn(const QByteArray &text)
{
    const Result<QList<ClipItem>> items = readClip(text);
    if (!items)
        return u"unreadable: "_s + items.error().next;
    QString kinds;
    for (const ClipItem &item : *items)
        kinds += u"RDH"[int(item.kind)];
    return kinds;
}

} // namespace

class TestClipboard : public QObject
{
    Q_OBJECT

private slots:
    void aRuleIsCopiedWithItsCommentsAndUnknownFields()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const QByteArray text = clipText(workspace, {at(rule(0))});
        QVERIFY2(text.startsWith("# the web team\n- name: web # one\n  owner: team-web\n"), text.constData());
        QVERIFY2(text.contains("    - www.example.com # site\n    # mirrors\n    - a.example.com\n"), text.constData());
        QVERIFY2(text.endsWith("    port: {number: 80, protocol: HTTP}\n"), text.constData());
    }

    void hostsAreCopiedAsAListAndOneAlone()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const QString hosts = rule(0) + u".to[0].hosts"_s;
        QCOMPARE(clipText(workspace, {at(hosts + u"[1]"_s), at(hosts + u"[0]"_s)}),
                 QByteArray("- www.example.com # site\n# mirrors\n- a.example.com\n"));
        QCOMPARE(clipText(workspace, {at(hosts + u"[0]"_s)}), QByteArray("www.example.com"));
    }

    void whatLiesInACopiedItemIsCopiedOnce()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const QString destination = rule(0) + u".to[0]"_s;
        QCOMPARE(clipText(workspace, {at(destination + u".hosts[0]"_s), at(destination), at(rule(9))}),
                 clipText(workspace, {at(destination)}));
    }

    void aRulePastedElsewhereIsTheSame()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const QString after = pasted(workspace, rule(1), clipText(workspace, {at(rule(0))}));
        const QString copy =
            QString::fromUtf8(twoRules).section(u"  # the data"_s, 0, 0).section(u"egressRules:\n"_s, 1);
        QCOMPARE(after, QString::fromUtf8(twoRules) + copy);
    }

    void aRuleGoesIntoAPolicyWithoutRules_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::newRow("empty list") << QByteArray("  egressRules: []\n");
        QTest::newRow("no value") << QByteArray("  egressRules:\n");
        QTest::newRow("no key") << QByteArray();
    }
    void aRuleGoesIntoAPolicyWithoutRules()
    {
        QFETCH(QByteArray, rules);
        const QByteArray head = QByteArray(twoRules).left(QByteArray(twoRules).indexOf("  egressRules"));
        const QString after =
            pasted(workspaceOf(head + rules), u"spec"_s, "- name: x # why\n  from: [{namespace: a}]\n");
        QCOMPARE(after, QString::fromUtf8(head + "  egressRules:\n  - name: x # why\n    from: [{namespace: a}]\n"));
    }

    void aDestinationGoesBehindTheSelectedOne()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const QString after = pasted(workspace, rule(0) + u".to[0].port"_s,
                                     "name: new # c\nhosts: [x.example]\nport: {number: 80, protocol: HTTP}\n");
        QVERIFY2(after.contains(u"HTTPS}\n    - name: new # c\n      hosts: [x.example]\n"
                                "      port: {number: 80, protocol: HTTP}\n    - name: api\n"_s),
                 qPrintable(after));
    }

    void hostsGoBehindTheSelectedOneWithoutThoseThatAreThere()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const Result<QList<ClipItem>> items = readClip("- B.example.com\n- new.example.com # c\n- new.example.com\n");
        QVERIFY(bool(items));
        const auto insertion = insertClip(workspace, at(rule(0) + u".to[0].hosts[0]"_s), *items);
        QVERIFY(bool(insertion));
        QCOMPARE(insertion->present, 2);
        QCOMPARE(insertion->edit.first.path.toString(), u"spec.egressRules[0].to[0].hosts[1]"_s);
        QVERIFY(textAfter(workspace, insertion->edit.changes)
                    .contains(u"      - www.example.com # site\n      - new.example.com # c\n      # mirrors\n"_s));
    }

    void destinationsNeedARuleAndHostsADestination()
    {
        const Workspace workspace = workspaceOf(twoRules);
        QVERIFY(pasted(workspace, u"spec"_s, "name: x\nport: {number: 1}\n").startsWith(u"no place: "_s));
        QVERIFY(pasted(workspace, rule(0), "- a.example\n").startsWith(u"no place: "_s));
        // Where there is only one, there is no question.
        QVERIFY(pasted(workspace, rule(1), "- a.example\n").contains(u"- db.example.com\n      - a.example\n"_s));
    }

    void yamlFromElsewhereIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("kinds");
        QTest::newRow("a policy") << QByteArray(twoRules) << u"RR"_s;
        QTest::newRow("two policies") << QByteArray(twoRules) + "---\n" + twoRules << u"RRRR"_s;
        QTest::newRow("a list of policies")
            << QByteArray("kind: List\nitems:\n- kind: ASMEgressTrafficPolicy\n  spec: {egressRules: [{from: []}]}\n")
            << u"R"_s;
        QTest::newRow("the rules of a policy") << QByteArray("egressRules:\n- from: []\n- from: []\n") << u"RR"_s;
        QTest::newRow("a rule") << QByteArray("from:\n- namespace: a\nto: []\n") << u"R"_s;
        QTest::newRow("destinations of a rule") << QByteArray("to:\n- hosts: [a.b]\n  port: {number: 1}\n") << u"D"_s;
        QTest::newRow("a destination in JSON")
            << QByteArray("{\"hosts\": [\"a.b\"], \"port\": {\"number\": 1}}") << u"D"_s;
        QTest::newRow("hosts of a destination") << QByteArray("hosts:\n- a.b\n- c.d\n") << u"HH"_s;
        QTest::newRow("a host") << QByteArray("a.example.com\n") << u"H"_s;
        QTest::newRow("all kinds") << QByteArray("- from: []\n- {name: a, port: {}}\n- a.b\n") << u"RDH"_s;
        QTest::newRow("aliases") << QByteArray("- from: &f [{namespace: a}]\n- from: *f\n") << u"RR"_s;
        QTest::newRow("a Service") << QByteArray("kind: Service\nspec: {}\n")
                                   << u"unreadable: It is a Service, not a part of an egress policy."_s;
        QTest::newRow("prose") << QByteArray("some words of prose\n")
                               << u"unreadable: The clipboard holds no rule, destination or host."_s;
        QTest::newRow("nothing") << QByteArray(" \n")
                                 << u"unreadable: The clipboard holds no rule, destination or host."_s;
        QTest::newRow("a list with something else")
            << QByteArray("- from: []\n- [1]\n")
            << u"unreadable: This part of it is neither a rule, a destination nor a host."_s;
    }
    void yamlFromElsewhereIsUnderstood()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, kinds);
        QCOMPARE(kindsIn(text), kinds);
    }

    void brokenYamlSaysWhy()
    {
        const Result<QList<ClipItem>> items = readClip("- from: [\n");
        QVERIFY(!items);
        QVERIFY(!items.error().what.isEmpty() && !items.error().unaffected.isEmpty() && !items.error().next.isEmpty());
    }

    void whatAliasesStandForIsPasted()
    {
        const QString after =
            pasted(workspaceOf(twoRules), rule(1), "- from: &f [{namespace: a}]\n  to: []\n- from: *f\n");
        QVERIFY2(after.endsWith(u"  - from:\n    - namespace: a\n    to: []\n  - from:\n    - namespace: a\n"_s),
                 qPrintable(after));
    }

    void itemsMoveWithinTheirList()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const QString hosts = rule(0) + u".to[0].hosts"_s;
        const ItemsEdit edit = moveItems(workspace, {at(hosts + u"[0]"_s), at(hosts + u"[1]"_s)}, at(hosts), 3);
        QCOMPARE(edit.changes.size(), 1);
        QCOMPARE(edit.first.path.toString(), hosts + u"[1]"_s);
        QVERIFY(textAfter(workspace, edit.changes)
                    .contains(u"      - b.example.com\n      - www.example.com # site\n      # mirrors\n"_s));
    }

    void itemsMoveToOtherLists()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const auto to = [&](const QString &list, int before, const QStringList &items) {
            QList<FieldRef> refs;
            for (const QString &item : items)
                refs.append(at(item));
            const ItemsEdit edit = moveItems(workspace, refs, at(list), before);
            return outlineAfter(workspace, edit.changes) + u" @"_s + edit.first.path.toString();
        };
        QCOMPARE(to(rule(1) + u".to"_s, 0, {rule(0) + u".to[0]"_s}),
                 u"web(api(api.example.com)) data(pages(www.example.com a.example.com b.example.com) "
                 "db(db.example.com)) @spec.egressRules[1].to[0]"_s);
        QCOMPARE(to(rule(0) + u".to[1].hosts"_s, 1, {rule(0) + u".to[0].hosts[1]"_s, rule(1) + u".to[0].hosts[0]"_s}),
                 u"web(pages(www.example.com b.example.com) api(api.example.com a.example.com db.example.com)) "
                 "data(db()) @spec.egressRules[0].to[1].hosts[1]"_s);
        // From the list itself and from another one, and out of an earlier item of the list that the target is in.
        QCOMPARE(to(rule(0) + u".to"_s, 1, {rule(0) + u".to[1]"_s, rule(1) + u".to[0]"_s}),
                 u"web(pages(www.example.com a.example.com b.example.com) api(api.example.com) db(db.example.com)) "
                 "data() @spec.egressRules[0].to[1]"_s);
    }

    void itemsMoveToAnotherFile()
    {
        const Workspace workspace = workspaceOf({{u"a.yaml"_s, twoRules}, {u"b.yaml"_s, twoRules}}, Target::Istio);
        const ItemsEdit edit =
            moveItems(workspace, {at(rule(0), 0)}, {1, 0, *FieldPath::parse(u"spec.egressRules"_s)}, 0);
        const Result<Workspace> after = changed(workspace, edit.changes);
        QVERIFY(bool(after));
        QCOMPARE(outline(*after, 0), u"data(db(db.example.com))"_s);
        QVERIFY(outline(*after, 1).startsWith(u"web(pages("_s));
        QVERIFY(after->files[1]->stream.text.contains("egressRules:\n  # the web team\n  - name: web # one\n"));
    }

    void manyItemsAreTakenAwayAtOnce()
    {
        const Workspace workspace = workspaceOf(twoRules);
        const QString hosts = rule(0) + u".to[0].hosts"_s;
        QCOMPARE(outlineAfter(
                     workspace,
                     removeItems(workspace,
                                 {at(rule(1)), at(hosts + u"[2]"_s), at(hosts + u"[0]"_s), at(rule(0) + u".to[1]"_s)})),
                 u"web(pages(a.example.com))"_s);
    }
};

QTEST_GUILESS_MAIN(TestClipboard)
#include "tst_clipboard.moc"
