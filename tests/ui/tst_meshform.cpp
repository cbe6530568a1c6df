// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "tests/support/ui/recordcells.h"
#include "ui/fields/entryview.h"
#include "ui/fields/inputs.h"
#include "ui/form/meshfields.h"
#include "ui/form/recordtable.h"
#include "ui/newdocuments.h"

#include <QAccessible>
#include <QTest>
#include <QToolButton>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mesh = "# facts\n"
                        "apiVersion: sallyport.dev/v1alpha1\n"
                        "kind: Mesh\n"
                        "metadata:\n"
                        "  name: default\n"
                        "spec:\n"
                        "  outboundTrafficPolicy: REGISTRY_ONLY # as set in the mesh\n"
                        "  gateways:\n"
                        "  - name: egressgateway-a # ours\n"
                        "    ports:\n"
                        "    - {number: 80, targetPort: 8080, protocol: HTTP, name: http2}\n"
                        "    - number: 443 # TLS\n"
                        "      protocol: HTTPS\n"
                        "  - name: egressgateway-b\n"
                        "  hosts:\n"
                        "  - host: db.example.com # the database\n"
                        "    addresses: [203.0.113.10, 203.0.113.11]\n"
                        "  - {host: '*.example.org', representative: www.example.org}\n";

QString changed(const char *from, const char *to)
{
    QByteArray text = mesh;
    if (!text.contains(from))
        qFatal("The Mesh has no such text: %s", from);
    return QString::fromUtf8(text.replace(from, to));
}

RecordTable *tableAt(const FormFixture &fixture, const QString &path)
{
    return qobject_cast<RecordTable *>(fixture.field(path)->input());
}

const QString ports = u"spec.gateways[0].ports"_s;
const QString hosts = u"spec.hosts"_s;

} // namespace

class MeshFormTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldOfTheMeshHasAnInput_data()
    {
        QTest::addColumn<QString>("path");
        for (const FieldSpec &spec : meshFields())
            QTest::newRow(qPrintable(spec.pattern)) << QString(spec.pattern).replace(u"[]"_s, u"[0]"_s);
    }

    void everyFieldOfTheMeshHasAnInput()
    {
        QFETCH(QString, path);
        FormFixture fixture(mesh, {});
        Field *field = fixture.field(path);
        QVERIFY2(field && field->isVisible(), qPrintable(path));
        QVERIFY(!field->help().meaning.isEmpty() && !field->help().onTheMesh.isEmpty());
        QVERIFY(!fixture.input(path)->accessibleName().isEmpty());
        QVERIFY(!fixture.input(path)->accessibleDescription().isEmpty());
    }

    void typingChangesOnlyItsLine_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("name") << u"metadata.name"_s << u"prod"_s << changed("name: default", "name: prod");
        QTest::newRow("version") << u"spec.istioVersion"_s << u"1.30"_s
                                 << changed("  gateways:", "  istioVersion: \"1.30\"\n  gateways:");
        QTest::newRow("gateway") << u"spec.gateways[0].name"_s << u"egressgateway-c"_s
                                 << changed("name: egressgateway-a # ours", "name: egressgateway-c # ours");
        QTest::newRow("namespace") << u"spec.gateways[0].namespace"_s << u"edge"_s
                                   << changed("# ours\n", "# ours\n    namespace: edge\n");
        QTest::newRow("service") << u"spec.gateways[0].service"_s << u"out"_s
                                 << changed("# ours\n", "# ours\n    service: out\n");
    }

    void typingChangesOnlyItsLine()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        FormFixture fixture(mesh, {});
        fixture.type(path, text);
        QCOMPARE(fixture.text(), wanted);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(mesh));
    }

    void anUnknownOutboundPolicyIsNotWritten()
    {
        FormFixture fixture(mesh, {});
        auto *box = fixture.input<ChoiceBox>(u"spec.outboundTrafficPolicy"_s);
        QCOMPARE(box->currentText(), u"REGISTRY_ONLY"_s);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        QVERIFY2(box->currentText().startsWith(u"unknown"_s), qPrintable(box->currentText()));
        QCOMPARE(fixture.text(), changed("  outboundTrafficPolicy: REGISTRY_ONLY # as set in the mesh\n", ""));
        QTest::keyClick(box, Qt::Key_End);
        QCOMPARE(fixture.text(), changed("REGISTRY_ONLY # as set in the mesh", "ALLOW_ANY"));
    }

    void whatIsNotSaidIsShownAsAssumed()
    {
        FormFixture fixture(mesh, u"spec.gateways[1]"_s);
        QCOMPARE(fixture.input<QLineEdit>(u"spec.gateways[1].service"_s)->placeholderText(),
                 u"assumed: istio-egressgateway-b"_s);
        QCOMPARE(fixture.input<QLineEdit>(u"spec.gateways[1].namespace"_s)->placeholderText(),
                 u"assumed: istio-system"_s);
    }

    void theAssumedPortsCanBeListed()
    {
        FormFixture fixture(mesh, u"spec.gateways[1]"_s);
        RecordTable *table = tableAt(fixture, u"spec.gateways[1].ports"_s);
        for (QToolButton *button : table->findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"List the ports that are assumed"_s && button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY2(
            fixture.text().contains(u"  - name: egressgateway-b\n    ports:\n    - number: 80\n      protocol: HTTP\n"
                                    "      name: http2\n    - number: 443\n"_s),
            qPrintable(fixture.text()));
    }

    void cellsOfPortsAreWrittenToTheirMembers()
    {
        FormFixture fixture(mesh, {});
        RecordTable *table = tableAt(fixture, ports);
        typeCell(table, 0, 1, u"18080"_s);
        QCOMPARE(fixture.text(), changed("targetPort: 8080", "targetPort: 18080"));
        fixture.undo();
        typeCell(table, 1, 3, u"tls"_s);
        QCOMPARE(fixture.text(), changed("      protocol: HTTPS\n", "      protocol: HTTPS\n      name: tls\n"));
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(mesh));
    }

    void aChoiceInACellIsMadeByItsFirstLetter()
    {
        FormFixture fixture(mesh, {});
        RecordTable *table = tableAt(fixture, ports);
        table->view()->setFocus();
        table->view()->setCurrentIndex(table->model()->index(1, 2));
        QTest::keyClick(table->view(), Qt::Key_F2);
        auto *box = qobject_cast<ChoiceBox *>(QApplication::focusWidget());
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_End);
        QCOMPARE(fixture.text(), changed("protocol: HTTPS", "protocol: TCP"));
    }

    void aNumberTypedInTheEmptyRowIsANewPort()
    {
        FormFixture fixture(mesh, {});
        RecordTable *table = tableAt(fixture, ports);
        typeCell(table, 2, 0, u"444"_s);
        QCOMPARE(
            fixture.text(),
            changed("      protocol: HTTPS\n", "      protocol: HTTPS\n    - number: 444\n      protocol: HTTPS\n"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(mesh));
    }

    void portsAreDuplicatedMovedAndRemovedByKeys()
    {
        FormFixture fixture(mesh, {});
        RecordTable *table = tableAt(fixture, ports);
        EntryView *view = table->view();
        view->setFocus();
        view->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(table->model()->rows().size(), 3);
        fixture.undo();
        view->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(view, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(table->model()->rows().first().first(), u"443"_s);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(mesh));
        view->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(fixture.text(), changed("    - number: 443 # TLS\n      protocol: HTTPS\n", ""));
        view->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY2(!fixture.text().contains(u"ports:"_s), qPrintable(fixture.text()));
    }

    void aTypedAddressIsAnItemOfItsList()
    {
        FormFixture fixture(mesh, {});
        RecordTable *table = tableAt(fixture, hosts);
        typeCell(table, 0, 1, u"203.0.113.10, 203.0.113.12"_s);
        QCOMPARE(fixture.text(), changed("203.0.113.11", "203.0.113.12"));
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(mesh));
        typeCell(table, 2, 0, u"api.example.com"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        typeCell(table, 2, 1, u"198.51.100.1"_s);
        QVERIFY2(fixture.text().endsWith(u"  - host: api.example.com\n    addresses:\n    - 198.51.100.1\n"_s),
                 qPrintable(fixture.text()));
    }

    void aFindingStandsAtItsCell()
    {
        FormFixture fixture(QByteArray(mesh).replace("targetPort: 8080", "targetPort: 99999"), {});
        RecordTable *table = tableAt(fixture, ports);
        QVERIFY(table->model()->index(0, 1).data(Qt::ToolTipRole).toString().contains(u"99999"_s));
        QVERIFY(!table->model()->index(0, 0).data(Qt::DecorationRole).isValid());
    }

    void gatewaysAreAddedMovedAndRemoved()
    {
        FormFixture fixture(mesh, {});
        auto *strip = fixture.field(u"spec.gateways"_s);
        QList<QToolButton *> buttons = strip->findChildren<QToolButton *>();
        for (QToolButton *button : buttons) {
            if (button->accessibleName() == u"Add a gateway"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        fixture.keys(u"egressgateway-c"_s);
        QCOMPARE(fixture.text(),
                 changed("  - name: egressgateway-b\n", "  - name: egressgateway-b\n  - name: egressgateway-c\n"));
        for (QToolButton *button : buttons) {
            if (button->accessibleName() == u"Remove this gateway"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(fixture.text(), QString::fromUtf8(mesh));
    }

    void aTextOnlyMeshIsReadOnly()
    {
        FormFixture fixture(QByteArray(mesh).replace("name: default", "name: &n default"), {});
        QVERIFY(fixture.input<QLineEdit>(u"metadata.name"_s)->isReadOnly());
        RecordTable *table = tableAt(fixture, ports);
        QCOMPARE(table->model()->rowCount(), 2); // no empty row
        table->view()->setFocus();
        table->view()->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table->view(), Qt::Key_Delete);
        QVERIFY(fixture.text().contains(u"number: 80,"_s));
    }

    void everyStopOfTheTabKeyHasANameAndARole()
    {
        FormFixture fixture(mesh, {});
        QWidget *widget = fixture.input(u"metadata.name"_s);
        int stops = 0;
        for (QWidget *next = widget->nextInFocusChain(); next != widget && stops < 500;
             next = next->nextInFocusChain()) {
            if (!next->isVisible() || !(next->focusPolicy() & Qt::TabFocus) || next->focusProxy()
                || !fixture.form->isAncestorOf(next))
                continue;
            ++stops;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(next);
            QVERIFY(interface);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), next->metaObject()->className());
        }
        QVERIFY(stops >= 9);
    }

    void theMeshOfWhatIsAssumedChangesNothingThatIsCompiled()
    {
        WorkspaceEditor editor;
        editor.newFile(httpPolicy(), u"policy.yaml"_s);
        QVERIFY(lacksMesh(editor.workspace()));
        const StructureEdit edit = newMesh(editor.workspace(), {0, 0, {}});
        editor.compileNow();
        const QByteArray before = render(editor.compilation().objects);
        QVERIFY(editor.edit(edit.undoText, edit.changes));
        editor.compileNow();
        QVERIFY(!lacksMesh(editor.workspace()));
        QCOMPARE(render(editor.compilation().objects), before);
        QVERIFY(!editor.compilation().hasErrors());
        QCOMPARE(edit.selectAfter.document, 1);
        editor.undoStack()->undo();
        QCOMPARE(editor.workspace().files[0]->stream.text, httpPolicy());
    }
};

QTEST_MAIN(MeshFormTest)
#include "tst_meshform.moc"
