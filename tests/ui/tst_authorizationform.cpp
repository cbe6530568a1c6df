// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "ui/fields/entryview.h"
#include "ui/fields/findingline.h"
#include "ui/fields/inputs.h"
#include "ui/form/authorizationfields.h"
#include "ui/form/authorizationpage.h"
#include "ui/form/section.h"
#include "ui/form/statepage.h"
#include "ui/newdocuments.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QByteArray denyPost = "apiVersion: security.istio.io/v1\n"
                            "kind: AuthorizationPolicy\n"
                            "metadata:\n"
                            "  name: deny-post # ours\n"
                            "  namespace: istio-system\n"
                            "spec:\n"
                            "  selector:\n"
                            "    matchLabels:\n"
                            "      istio: egressgateway-a\n"
                            "  action: DENY\n"
                            "  rules:\n"
                            "  - from:\n"
                            "    - source:\n"
                            "        namespaces:\n"
                            "        - mytest # the team\n"
                            "    to:\n"
                            "    - operation:\n"
                            "        hosts:\n"
                            "        - www.httpbin.org # the site\n"
                            "        - www.httpbin.org:*\n"
                            "        methods:\n"
                            "        - POST\n"
                            "    when:\n"
                            "    - key: connection.sni\n"
                            "      notValues:\n"
                            "      - '*.l4.egress.internal'\n";

QString changed(const char *from, const char *to)
{
    QByteArray text = denyPost;
    if (!text.contains(from))
        qFatal("There is no such text: %s", from);
    return QString::fromUtf8(text.replace(from, to));
}

/// A form over an AuthorizationPolicy, beside a policy of its gateway that carries TLS as well.
class Fixture : public FormFixture
{
public:
    explicit Fixture(const QByteArray &text, const QString &selected = {})
        : FormFixture(text, selected)
    {
        QByteArray policy = httpPolicy();
        policy.append("    - hosts: [secure.example.com]\n      port: {number: 443, protocol: HTTPS}\n");
        editor.newFile(policy, u"gateway.yaml"_s);
        editor.compileNow();
    }

    QString meaning() const { return form->findChild<AuthorizationPage *>()->meaning()->text(); }
    QStringList labels() const
    {
        QStringList texts;
        for (const QLabel *label : form->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    bool says(const QString &text) const { return labels().join(u'\n').contains(text); }
};

QByteArray foreign(const QByteArray &spec)
{
    return "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
           "metadata: {name: theirs, namespace: istio-system}\nspec:\n"
        + spec;
}

const QByteArray selector = "  selector: {matchLabels: {istio: egressgateway-a}}\n";

const QString from = u"spec.rules[0].from[0].source.namespaces"_s;
const QString hosts = u"spec.rules[0].to[0].operation.hosts"_s;
const QString methods = u"spec.rules[0].to[0].operation.methods"_s;
const QString paths = u"spec.rules[0].to[0].operation.paths"_s;

QCheckBox *boxOf(const FormFixture &fixture, const QString &title)
{
    for (QCheckBox *box : fixture.form->findChildren<QCheckBox *>()) {
        if (box->text() == title)
            return box;
    }
    return nullptr;
}

} // namespace

class AuthorizationFormTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldHasAnInput_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path :
             {u"metadata.name"_s, u"metadata.namespace"_s, u"spec.selector"_s, u"spec.action"_s, u"spec.rules"_s, from,
              u"spec.rules[0].from[0].source.principals"_s, hosts, methods, paths, u"spec.rules[0].when"_s})
            QTest::newRow(qPrintable(path)) << path;
    }

    void everyFieldHasAnInput()
    {
        QFETCH(QString, path);
        Fixture fixture(denyPost);
        Field *field = fixture.field(path);
        QVERIFY2(field && field->isVisible(), qPrintable(path));
        QVERIFY(!field->help().meaning.isEmpty() && !field->help().onTheMesh.isEmpty());
        QVERIFY(!fixture.input(path)->accessibleName().isEmpty());
        QVERIFY(!fixture.input(path)->accessibleDescription().isEmpty());
    }

    void theIntentIsShownAndNotTheWrittenStrings()
    {
        Fixture fixture(denyPost);
        auto *view = fixture.input<EntryView>(hosts);
        QVERIFY(view);
        QCOMPARE(view->entries()->rows(), QList<QStringList>{{u"www.httpbin.org"_s}});
        QCOMPARE(fixture.input<QLineEdit>(from)->text(), u"mytest"_s);
        QCOMPARE(fixture.input<QLineEdit>(methods)->text(), u"POST"_s);
        QCOMPARE(
            fixture.meaning(),
            u"Denies POST from namespace mytest to www.httpbin.org at egressgateway-a; other traffic is not affected."_s);
    }

    void typingChangesOnlyWhatItMust_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("name") << u"metadata.name"_s << u"deny"_s << changed("deny-post #", "deny #");
        QTest::newRow("namespaces") << from << u"mytest, shop"_s
                                    << changed("- mytest # the team\n", "- mytest # the team\n        - shop\n");
        QTest::newRow("methods") << methods << u"POST PUT"_s << changed("- POST\n", "- POST\n        - PUT\n");
        QTest::newRow("accounts")
            << u"spec.rules[0].from[0].source.principals"_s << u"mytest/sleep"_s
            << changed("    to:\n", "    - source:\n        principals:\n        - '*/ns/mytest/sa/sleep'\n    to:\n");
    }

    void typingChangesOnlyWhatItMust()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        Fixture fixture(denyPost);
        fixture.type(path, text);
        QCOMPARE(fixture.text(), wanted);
        while (fixture.editor.undoStack()->canUndo())
            fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(denyPost));
    }

    void aTypedListIsOneStep()
    {
        Fixture fixture(denyPost);
        auto *edit = fixture.input<QLineEdit>(methods);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_End);
        QTest::keyClicks(edit, u", PUT"_s);
        QCOMPARE(edit->text(), u"POST, PUT"_s);
        QCOMPARE(fixture.editor.undoStack()->count(), 1);
        fixture.undo();
        QCOMPARE(edit->text(), u"POST"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(denyPost));
    }

    void aTypedHostIsWrittenWithAndWithoutPort()
    {
        Fixture fixture(denyPost);
        auto *view = fixture.input<EntryView>(hosts);
        view->editNew();
        fixture.keys(u"httpbin.org"_s);
        fixture.press(Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(
            fixture.text(),
            changed("- www.httpbin.org:*\n", "- www.httpbin.org:*\n        - httpbin.org\n        - httpbin.org:*\n"));
        QCOMPARE(fixture.meaning(),
                 u"Denies POST from namespace mytest to www.httpbin.org and httpbin.org at "
                 "egressgateway-a; other traffic is not affected."_s);
        fixture.press(Qt::Key_Escape);
        QCoreApplication::processEvents();
        while (fixture.editor.undoStack()->canUndo())
            fixture.editor.undoStack()->undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(denyPost));
    }

    void aTypedWildcardMovesToARuleOfItsOwn()
    {
        Fixture fixture(denyPost);
        auto *view = fixture.input<EntryView>(hosts);
        view->editNew();
        fixture.keys(u"*.example.org"_s);
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY2(fixture.text().contains(u".wildcard.egress.internal\n      - '*.example.org'\n"_s),
                     qPrintable(fixture.text()));
        QVERIFY2(fixture.text().startsWith(QString::fromUtf8(denyPost)), qPrintable(fixture.text()));
        QCOMPARE(fixture.editor.workspace().reading(0, 0).authorization()->rules.size(), 2);
        fixture.selection.select(fixture.ref(u"spec.rules[1]"_s));
        QVERIFY2(fixture.meaning().contains(u"Denies POST from namespace mytest to *.example.org at egressgateway-a"_s),
                 qPrintable(fixture.meaning()));
    }

    void removedHostsTakeBothLines()
    {
        Fixture fixture(denyPost);
        auto *view = fixture.input<EntryView>(hosts);
        view->setFocus();
        view->setCurrentIndex(view->entries()->index(0, 0));
        fixture.press(Qt::Key_Delete);
        QCOMPARE(fixture.text(),
                 changed("        hosts:\n        - www.httpbin.org # the site\n        - www.httpbin.org:*\n", ""));
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(denyPost));
    }

    void allowLeavesTlsAndTcpOpenAndDenyDoesNotCloseThem()
    {
        Fixture fixture(denyPost);
        auto *box = fixture.input<ChoiceBox>(u"spec.action"_s);
        box->setFocus();
        fixture.press(Qt::Key_Down);
        QVERIFY2(fixture.text().endsWith(
                     u"  - when:\n    - key: connection.sni\n      values:\n      - '*.l4.egress.internal'\n"_s),
                 qPrintable(fixture.text()));
        QVERIFY2(fixture.meaning().endsWith(u"every other HTTP request is refused. TLS and TCP stay open."_s),
                 qPrintable(fixture.meaning()));
        QVERIFY(boxOf(fixture, u"Leave TLS and TCP open"_s)->isChecked());
        fixture.press(Qt::Key_Up);
        QCOMPARE(fixture.text(), QString::fromUtf8(denyPost));
    }

    void anUnsafeForeignRuleIsCalledWhatItIsAndItsFixIsAtHand()
    {
        Fixture fixture(
            foreign(selector + "  action: DENY\n  rules:\n  - to:\n    - operation:\n        methods: [POST]\n"));
        QVERIFY2(fixture.meaning().contains(u"All TLS and TCP is denied there as well"_s),
                 qPrintable(fixture.meaning()));
        QCheckBox *box = boxOf(fixture, u"Leave TLS and TCP alone"_s);
        QVERIFY(box && !box->isChecked());
        bool offered = false;
        for (const QToolButton *button : fixture.form->findChildren<QToolButton *>())
            offered =
                offered || (button->isVisible() && button->accessibleName().startsWith(u"Fix: Keep the rule off"_s));
        QVERIFY(offered);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(5, box->height() / 2));
        QVERIFY2(fixture.text().endsWith(
                     u"    when:\n    - key: connection.sni\n      notValues:\n      - '*.l4.egress.internal'\n"_s),
                 qPrintable(fixture.text()));
        QVERIFY(box->isChecked());
    }

    void aHostWithoutItsPortsHasItsFindingAtTheHosts()
    {
        Fixture fixture(QByteArray(denyPost).replace("        - www.httpbin.org:*\n", ""));
        QCOMPARE(fixture.field(hosts)->findings().size(), 1);
        QCOMPARE(fixture.field(hosts)->findings().constFirst().code, u"authz.host-port"_s);
    }

    void foreignPoliciesAreShownHonestlyAndNotDamaged_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QString>("meaning"); // a part of it
        QTest::addColumn<QString>("shown"); // somewhere in the form
        const auto row = [](const char *name, const QByteArray &spec, const QString &meaning, const QString &shown) {
            QTest::newRow(name) << spec << meaning << shown;
        };
        row("allow nothing", "  selector: {matchLabels: {istio: egressgateway-a}}\n  action: ALLOW\n",
            u"Allows nothing: every request and every connection at egressgateway-a is refused"_s, {});
        row("an empty spec allows nothing", "  {}\n",
            u"Allows nothing: every request and every connection at every workload of the mesh"_s, {});
        row("deny everything", selector + "  action: DENY\n  rules:\n  - {}\n",
            u"Denies everything at egressgateway-a, TLS and TCP included"_s, {});
        row("no action is ALLOW", selector + "  rules:\n  - from: [{source: {namespaces: [a]}}]\n",
            u"Allows everything from namespace a at egressgateway-a"_s, {});
        row("ports", selector + "  action: DENY\n  rules:\n  - to: [{operation: {ports: ['8443']}}]\n",
            u"where also ports: 8443"_s, u"Also, as text only: ports: 8443"_s);
        row("not hosts", selector + "  action: DENY\n  rules:\n  - to: [{operation: {notHosts: [a.example.com]}}]\n",
            u"where also notHosts: a.example.com"_s, u"notHosts: a.example.com"_s);
        row("conditions", selector + "  action: DENY\n  rules:\n  - when: [{key: 'request.headers[x]', values: [a]}]\n",
            u"where also request.headers[x] (values: a)"_s, u"request.headers[x] (values: a)"_s);
        row("sources that exclude",
            selector + "  action: DENY\n  rules:\n  - from: [{source: {namespaces: [a], notNamespaces: [b]}}]\n",
            u"from (namespaces: a; notNamespaces: b)"_s, u"namespaces: a; notNamespaces: b"_s);
        row("several rules", selector + "  action: DENY\n  rules:\n  - from: [{source: {namespaces: [a]}}]\n  - {}\n",
            u"Rule 1 of 2"_s, {});
        row("several operations",
            selector
                + "  action: DENY\n  rules:\n  - to: [{operation: {methods: [PUT]}}, {operation: {paths: [/x]}}]\n",
            u"(and whatever its other operations say)"_s, u"Operations"_s);
        row("audit", selector + "  action: AUDIT\n  rules:\n  - from: [{source: {namespaces: [a]}}]\n",
            u"Marks everything from namespace a at egressgateway-a for auditing"_s, {});
        row("custom",
            selector + "  action: CUSTOM\n  provider: {name: opa}\n  rules:\n  - to: [{operation: {paths: [/x]}}]\n",
            u"Asks the provider opa about every HTTP request with path /x at egressgateway-a"_s, {});
        row("a reference",
            "  targetRef: {kind: Gateway, name: g, group: gateway.networking.k8s.io}\n  action: DENY\n  rules:\n  - {}\n",
            u"It protects no gateway of the workspace and is not part of the output; choose one to edit its rules here. "
            "Denies everything where its targetRef points"_s,
            {});
        row("another workload", "  selector: {matchLabels: {app: web}}\n  action: DENY\n  rules:\n  - {}\n",
            u"at workloads with app=web"_s, {});
        row("the whole namespace's streams",
            selector
                + "  action: DENY\n  rules:\n  - when: [{key: connection.sni, values: ['*.l4.egress.internal']}]\n",
            u"Denies all TLS and TCP at egressgateway-a; HTTP is not affected."_s, {});
        row("an unknown action", selector + "  action: REFUSE\n  rules:\n  - {}\n", u"no action that Istio knows"_s,
            {});
    }

    void foreignPoliciesAreShownHonestlyAndNotDamaged()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QString, meaning);
        QFETCH(QString, shown);
        const QByteArray text = foreign(spec);
        Fixture fixture(text);
        QVERIFY2(fixture.meaning().contains(meaning), qPrintable(fixture.meaning()));
        QVERIFY2(shown.isEmpty() || fixture.says(shown), qPrintable(fixture.labels().join(u'\n')));
        // Walking through every field, and leaving it, writes nothing.
        for (const Section *section : fixture.form->sections()) {
            for (Field *field : section->fields()) {
                if (field->isVisible())
                    field->reveal(field->path());
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
                QCoreApplication::processEvents();
            }
        }
        QCOMPARE(fixture.text(), QString::fromUtf8(text));
        QCOMPARE(fixture.editor.undoStack()->count(), 0);
    }

    void rulesOfWhatIsNoGatewayAreReadOnly()
    {
        const QByteArray text = foreign(
            "  selector: {matchLabels: {app: web}}\n  action: DENY\n  rules:\n  - to: [{operation: {methods: [PUT]}}]\n");
        Fixture fixture(text);
        QVERIFY(fixture.input<QLineEdit>(methods)->isReadOnly());
        auto *box = fixture.input<ChoiceBox>(u"spec.selector"_s);
        QCOMPARE(box->currentText(), u"app=web"_s);
        box->setFocus();
        fixture.press(Qt::Key_Home);
        QCOMPARE(fixture.text(), QString::fromUtf8(text).replace(u"{app: web}"_s, u"{istio: egressgateway-a}"_s));
        QVERIFY(!fixture.input<QLineEdit>(methods)->isReadOnly());
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(text));
    }

    void editingOneOfSeveralOperationsLeavesTheOther()
    {
        const QByteArray text = foreign(
            selector
            + "  action: DENY\n  rules:\n  - to:\n    - operation: {methods: [PUT]}\n    - operation: {methods: [GET], notHosts: [a]}\n"
              "    when: [{key: connection.sni, notValues: ['*.l4.egress.internal']}]\n");
        Fixture fixture(text, u"spec.rules[0].to[1]"_s);
        fixture.type(u"spec.rules[0].to[1].operation.methods"_s, u"HEAD"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(text).replace(u"GET"_s, u"HEAD"_s));
    }

    void rulesAreAddedAndRemoved()
    {
        Fixture fixture(denyPost);
        const auto click = [&](const QString &name) {
            for (QToolButton *button : fixture.form->findChildren<QToolButton *>()) {
                if (button->accessibleName() == name && button->isVisible()) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            }
        };
        click(u"Add a rule"_s);
        QVERIFY2(fixture.text().startsWith(QString::fromUtf8(denyPost)), qPrintable(fixture.text()));
        QCOMPARE(fixture.editor.workspace().reading(0, 0).authorization()->rules.size(), 2);
        QVERIFY2(
            fixture.meaning().contains(u"Denies every HTTP request from namespace mytest at egressgateway-a; other"_s),
            qPrintable(fixture.meaning()));
        click(u"Remove this rule"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(denyPost));
    }

    void aPolicyWithoutRulesOffersTheFirst()
    {
        Fixture fixture(foreign(selector + "  action: DENY\n  rules: []\n"));
        for (QPushButton *button : fixture.form->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Add a rule"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(fixture.editor.workspace().reading(0, 0).authorization()->rules.size(), 1);
        fixture.editor.compileNow();
        QVERIFY(!fixture.editor.compilation().hasErrors());
    }

    void denyAMethodTakesFiveActionsFromThePolicy()
    {
        FormFixture fixture(httpPolicy());
        // 1: New AuthorizationPolicy, as the menus do it
        const StructureEdit edit = newAuthorization(fixture.editor.workspace(), fixture.selection.current());
        QVERIFY(fixture.editor.edit(edit.undoText, edit.changes));
        fixture.selection.reveal(edit.selectAfter);
        // 2: the method; namespace, hosts and gateway are those of the selected destination
        fixture.keys(u"POST"_s);
        QVERIFY2(fixture.text().endsWith(u"---\n"
                                         "apiVersion: security.istio.io/v1\n"
                                         "kind: AuthorizationPolicy\n"
                                         "metadata:\n"
                                         "  name: egressgateway-a-access\n"
                                         "  namespace: istio-system\n"
                                         "spec:\n"
                                         "  selector:\n"
                                         "    matchLabels:\n"
                                         "      istio: egressgateway-a\n"
                                         "  action: DENY\n"
                                         "  rules:\n"
                                         "  - from:\n"
                                         "    - source:\n"
                                         "        namespaces:\n"
                                         "        - mytest\n"
                                         "    to:\n"
                                         "    - operation:\n"
                                         "        hosts:\n"
                                         "        - www.httpbin.org\n"
                                         "        - www.httpbin.org:*\n"
                                         "        - httpbin.org\n"
                                         "        - httpbin.org:*\n"
                                         "        methods:\n"
                                         "        - POST\n"
                                         "    when:\n"
                                         "    - key: connection.sni\n"
                                         "      notValues:\n"
                                         "      - '*.l4.egress.internal'\n"_s),
                 qPrintable(fixture.text()));
        QCOMPARE(
            fixture.form->findChild<AuthorizationPage *>()->meaning()->text(),
            u"Denies POST from namespace mytest to www.httpbin.org and httpbin.org at egressgateway-a; other traffic "
            "is not affected."_s);
        fixture.editor.compileNow();
        for (const Diagnostic &finding : fixture.editor.compilation().findings)
            QVERIFY2(!finding.code.startsWith(u"authz"_s), qPrintable(finding.message));
        fixture.undo();
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
    }

    void everyStopOfTheTabKeyHasAName()
    {
        Fixture fixture(denyPost);
        QWidget *first = fixture.input(u"metadata.name"_s);
        int stops = 0;
        for (QWidget *next = first->nextInFocusChain(); next != first && stops < 500; next = next->nextInFocusChain()) {
            if (!next->isVisible() || !(next->focusPolicy() & Qt::TabFocus) || next->focusProxy()
                || !fixture.form->isAncestorOf(next))
                continue;
            ++stops;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(next);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), next->metaObject()->className());
        }
        QVERIFY(stops >= 9);
    }
};

QTEST_MAIN(AuthorizationFormTest)
#include "tst_authorizationform.moc"
