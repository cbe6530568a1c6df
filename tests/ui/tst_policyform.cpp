// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "tests/support/ui/readingorder.h"
#include "ui/fields/entryview.h"
#include "ui/fields/findingline.h"
#include "ui/fields/inputs.h"
#include "ui/form/documentsummary.h"
#include "ui/form/fieldspecs.h"
#include "ui/form/noticebar.h"
#include "ui/form/section.h"
#include "ui/form/statepage.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <sys/stat.h>
#include <unistd.h>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

QByteArray twoRules()
{
    QByteArray text = httpPolicy();
    text.append("  - name: second\n"
                "    from:\n"
                "    - namespace: shop\n"
                "    to:\n"
                "    - name: db\n"
                "      hosts: [db.example.com]\n"
                "      port: {number: 5432, protocol: TCP}\n");
    return text;
}

void breakText(FormFixture &fixture)
{
    const qsizetype at = fixture.text().toUtf8().indexOf("spec:");
    fixture.editor.editText(0, {{.range = {at, at}, .text = "\"\n"}}, u"Type"_s);
}

template<typename Widget>
Widget *visible(const FormFixture &fixture)
{
    for (Widget *widget : fixture.form->findChildren<Widget *>()) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// All that the Tab key reaches from here until it comes back, or leaves the form.
QList<QWidget *> walkedByTab(FormFixture &fixture)
{
    QList<QWidget *> walked;
    QWidget *at = QApplication::focusWidget();
    while (at && fixture.form->isAncestorOf(at) && !walked.contains(at)) {
        walked.append(at);
        fixture.press(Qt::Key_Tab);
        at = QApplication::focusWidget();
    }
    return walked;
}

QList<QWidget *> tabOrder(QWidget *first)
{
    QList<QWidget *> order;
    for (QWidget *widget = first; widget && !order.contains(widget); widget = widget->nextInFocusChain()) {
        if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy())
            order.append(widget);
    }
    return order;
}

/// Root may write read-only files: while this lives the process is somebody who may not.
class PlainUser
{
public:
    explicit PlainUser(const QString &folder)
        : m_wasRoot(::getuid() == 0)
    {
        if (m_wasRoot
            && (::chmod(QFile::encodeName(folder).constData(), 0755) != 0 || ::setresuid(65534, 65534, 0) != 0))
            qFatal("cannot become a plain user");
    }
    ~PlainUser()
    {
        if (m_wasRoot && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(PlainUser)

private:
    bool m_wasRoot;
};

} // namespace

class PolicyFormTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfThePolicyHasAnInput_data()
    {
        QTest::addColumn<QString>("path");
        for (const FieldSpec &spec : fieldSpecs()) {
            if (!spec.pattern.startsWith(u"status"_s))
                QTest::newRow(qPrintable(spec.pattern)) << QString(spec.pattern).replace(u"[]"_s, u"[0]"_s);
        }
    }

    void everyFieldOfThePolicyHasAnInput()
    {
        QFETCH(QString, path);
        QByteArray text = httpPolicy();
        text.replace("    to:\n", "    - namespace: shop\n    to:\n"); // two sources, so that their strip shows
        FormFixture fixture(text);
        Field *field = fixture.field(path);
        QVERIFY2(field, qPrintable(path));
        QVERIFY(field->isVisible());
        QVERIFY(!field->help().meaning.isEmpty());
        QVERIFY(!field->help().onTheMesh.isEmpty());
        QVERIFY(!fixture.input(path)->accessibleName().isEmpty());
        QVERIFY(!fixture.input(path)->accessibleDescription().isEmpty());
    }

    void aFieldThatIsEnteredIsTheSelectedOne()
    {
        FormFixture fixture(httpPolicy());
        fixture.input(u"spec.egressRules[0].to[0].port.number"_s)->setFocus();
        QCOMPARE(fixture.selection.current(), fixture.ref(u"spec.egressRules[0].to[0].port.number"_s));
    }

    void revealingAFieldPutsTheKeyboardThere()
    {
        FormFixture fixture(httpPolicy());
        fixture.selection.reveal(fixture.ref(u"spec.egressRules[0].to[0].port.number"_s));
        QCOMPARE(QApplication::focusWidget(), fixture.input(u"spec.egressRules[0].to[0].port.number"_s));
    }

    void selectingAFieldElsewhereLeavesTheKeyboardAlone()
    {
        FormFixture fixture(httpPolicy());
        QWidget *name = fixture.input(u"metadata.name"_s);
        name->setFocus();
        fixture.selection.select(fixture.ref(u"spec.egressRules[0].to[0].port.number"_s));
        QCOMPARE(QApplication::focusWidget(), name);
    }

    void selectingAnotherRuleShowsIt()
    {
        FormFixture fixture(twoRules());
        fixture.selection.select(fixture.ref(u"spec.egressRules[1]"_s));
        QCOMPARE(fixture.input<QLineEdit>(u"spec.egressRules[1].from[0].namespace"_s)->text(), u"shop"_s);
        QCOMPARE(fixture.input<QLineEdit>(u"spec.egressRules[1].to[0].port.number"_s)->text(), u"5432"_s);
        fixture.type(u"spec.egressRules[1].to[0].port.number"_s, u"5433"_s);
        QCOMPARE(fixture.text(), QString::fromUtf8(twoRules()).replace(u"5432"_s, u"5433"_s));
    }

    void textThatIsEditedElsewhereShowsInTheForm()
    {
        FormFixture fixture(httpPolicy());
        const qsizetype at = fixture.text().toUtf8().indexOf("mytest");
        fixture.editor.editText(0, {{.range = {at, at + 6}, .text = "shop"}}, u"Type"_s);
        QCOMPARE(fixture.input<QLineEdit>(u"spec.egressRules[0].from[0].namespace"_s)->text(), u"shop"_s);
    }

    void typingInTheMiddleKeepsTheCursor()
    {
        FormFixture fixture(httpPolicy());
        auto *edit = fixture.input<QLineEdit>(u"spec.egressRules[0].from[0].namespace"_s);
        edit->setFocus();
        edit->setCursorPosition(2);
        QTest::keyClicks(edit, u"-x"_s);
        QCOMPARE(edit->text(), u"my-xtest"_s);
        QCOMPARE(edit->cursorPosition(), 4);
    }

    void undoAndRedoWorkInsideAField()
    {
        FormFixture fixture(httpPolicy());
        fixture.type(u"metadata.name"_s, u"other"_s);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(httpPolicy()));
        fixture.redo();
        QVERIFY(fixture.text().contains(u"name: other #"_s));
        QCOMPARE(fixture.input<QLineEdit>(u"metadata.name"_s)->text(), u"other"_s);
    }

    void aFindingStandsAtItsFieldAndInTheLineOfItsPanel()
    {
        QByteArray bad = httpPolicy();
        bad.replace("number: 80", "number: 70000");
        FormFixture fixture(bad);
        Field *field = fixture.field(u"spec.egressRules[0].to[0].port.number"_s);
        QCOMPARE(field->findings().size(), 1);
        QCOMPARE(field->findings().constFirst().code, u"port.number"_s);
        QVERIFY(field->input()->accessibleDescription().startsWith(u"Error: "_s));
        bool inLine = false;
        for (const FindingLine *line : fixture.form->findChildren<FindingLine *>())
            inLine = inLine || line->text().contains(u"70000"_s);
        QVERIFY(inLine);
    }

    void aFindingGoesWhenItsCauseGoes()
    {
        QByteArray bad = httpPolicy();
        bad.replace("number: 80", "number: 70000");
        FormFixture fixture(bad);
        fixture.type(u"spec.egressRules[0].to[0].port.number"_s, u"80"_s);
        QTRY_VERIFY(fixture.field(u"spec.egressRules[0].to[0].port.number"_s)->findings().isEmpty());
    }

    void nothingMovesWhenAFindingComes()
    {
        FormFixture fixture(httpPolicy());
        QCoreApplication::processEvents();
        QHash<QWidget *, QRect> before;
        for (QWidget *widget : fixture.form->findChildren<QWidget *>()) {
            if (widget->isVisible() && qobject_cast<Field *>(widget->parentWidget()))
                before.insert(widget, QRect(widget->mapTo(fixture.form, QPoint()), widget->size()));
        }
        fixture.type(u"spec.egressRules[0].to[0].port.number"_s, u"70000"_s);
        QTRY_VERIFY(!fixture.field(u"spec.egressRules[0].to[0].port.number"_s)->findings().isEmpty());
        QCoreApplication::processEvents();
        for (auto place = before.constBegin(); place != before.constEnd(); ++place)
            QCOMPARE(QRect(place.key()->mapTo(fixture.form, QPoint()), place.key()->size()), place.value());
    }

    void everyFindingOfTheShownRuleIsShownSomewhere()
    {
        QByteArray bad = httpPolicy();
        bad.replace("number: 80", "number: 70000")
            .replace("namespace: mytest", "namespace: My_Test")
            .replace("app: sleep-a", "app: -bad-")
            .replace("- httpbin.org", "- bad_host.example")
            .replace("        port: 80\n", "        port: 99999\n        potr: 1\n")
            .replace("name: egressgateway-a", "name: Egress_A")
            .replace("spec:", "speck: 1\nspec:");
        FormFixture fixture(bad);
        int shown = 0;
        for (const Section *section : fixture.form->sections()) {
            shown += int(section->ownFindings().size());
            for (const Field *field : section->fields())
                shown += int(field->findings().size());
        }
        QCOMPARE(shown, int(fixture.editor.compilation().findings.size()));
        QVERIFY(shown >= 7);
    }

    void aFixIsAskedForWithItsFinding()
    {
        QByteArray bad = httpPolicy();
        bad.replace("name: egress-by-egressgateway-a", "name: egress-egressgateway-a");
        FormFixture fixture(bad);
        qRegisterMetaType<Diagnostic>();
        QSignalSpy fixes(fixture.form, &PolicyForm::fixRequested);
        for (QToolButton *button : fixture.form->findChildren<QToolButton *>()) {
            if (button->isVisible() && button->accessibleName().startsWith(u"Fix: "_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(fixes.count(), 1);
        QCOMPARE(fixes.first().first().value<Diagnostic>().code, u"policy.name"_s);
    }

    void brokenTextLeavesTheFormReadOnlyWithWhatItSaidBefore()
    {
        FormFixture fixture(httpPolicy());
        breakText(fixture);
        auto *edit = fixture.input<QLineEdit>(u"spec.egressRules[0].from[0].namespace"_s);
        QVERIFY(edit && edit->isVisible());
        QCOMPARE(edit->text(), u"mytest"_s);
        QVERIFY(edit->isReadOnly());
        QVERIFY(visible<NoticeBar>(fixture));
        const QString broken = fixture.text();
        QTest::keyClicks(edit, u"x"_s);
        QCOMPARE(fixture.text(), broken);

        QSignalSpy text(fixture.form, &PolicyForm::textRequested);
        QTest::mouseClick(visible<NoticeBar>(fixture)->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(text.count(), 1);

        fixture.editor.undoStack()->undo();
        QVERIFY(!edit->isReadOnly());
        QVERIFY(!visible<NoticeBar>(fixture));
    }

    void aDocumentWithAliasesIsEditedAsTextOnly()
    {
        QByteArray alias = httpPolicy();
        alias.replace("namespace: mytest", "namespace: &team mytest");
        FormFixture fixture(alias);
        auto *edit = fixture.input<QLineEdit>(u"spec.egressRules[0].from[0].namespace"_s);
        QVERIFY(edit->isReadOnly());
        QCOMPARE(edit->text(), u"mytest"_s);
        QVERIFY(visible<NoticeBar>(fixture));
        QVERIFY(!visible<NoticeBar>(fixture)->text().isEmpty());
    }

    void aPolicyWithoutRulesOffersTheFirst()
    {
        FormFixture fixture("apiVersion: istio.alibabacloud.com/v1beta1\n"
                            "kind: ASMEgressTrafficPolicy\n"
                            "metadata:\n  name: egress-by-a\n  namespace: istio-egress\n"
                            "spec:\n  byEgressGateway:\n    name: a\n",
                            {});
        auto *page = visible<StatePage>(fixture);
        QVERIFY(page);
        QTest::mouseClick(page->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!page->isVisible());
        fixture.keys(u"shop"_s);
        QVERIFY2(fixture.text().contains(u"namespace: shop\n"_s), qPrintable(fixture.text()));
    }

    void anEmptyFileOffersANewPolicy()
    {
        FormFixture fixture("", {});
        auto *page = visible<StatePage>(fixture);
        QVERIFY(page);
        QSignalSpy wanted(fixture.form, &PolicyForm::newPolicyRequested);
        QTest::mouseClick(page->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void anotherKindIsSummedUp()
    {
        FormFixture fixture("apiVersion: v1\n"
                            "kind: ConfigMap\n"
                            "metadata:\n  name: settings\n  namespace: shop\n",
                            {});
        auto *summary = visible<DocumentSummary>(fixture);
        QVERIFY(summary);
        QStringList words;
        for (const QLabel *label : summary->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY2(words.contains(u"settings"_s) && words.contains(u"shop"_s) && words.contains(u"ConfigMap"_s),
                 qPrintable(words.join(u'|')));
        QSignalSpy text(fixture.form, &PolicyForm::textRequested);
        QTest::mouseClick(summary->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(text.count(), 1);
    }

    void errorsInOtherRulesAreToldAndLeadThere()
    {
        QByteArray text = twoRules();
        text.replace("5432", "70000");
        FormFixture fixture(text);
        FindingLine *line = visible<FindingLine>(fixture); // that of the first panel
        QVERIFY(line);
        QVERIFY2(line->text().contains(u"in other rules"_s), qPrintable(line->text()));
        QTest::mouseClick(line, Qt::LeftButton);
        QCOMPARE(fixture.selection.rule(), 1);
        QCOMPARE(QApplication::focusWidget(), fixture.input(u"spec.egressRules[1].to[0].port.number"_s));
    }

    void aReadOnlyFileSaysSo()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"policy.yaml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(httpPolicy());
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther));
        const PlainUser plainUser(folder.path());
        FormFixture fixture(httpPolicy());
        const Result<int> opened = fixture.editor.open(path);
        QVERIFY(opened);
        fixture.selection.select({*opened, 0, {}});
        QTRY_VERIFY(visible<FindingLine>(fixture) && visible<FindingLine>(fixture)->text().contains(u"read-only"_s));
    }

    void closingTheFileLeavesAnEmptyForm()
    {
        FormFixture fixture(httpPolicy());
        fixture.editor.close(0);
        QVERIFY(visible<StatePage>(fixture));
    }

    void theTabKeyWalksThroughTheWholeFormInReadingOrder()
    {
        QByteArray text = twoRules();
        text.replace("    to:\n", "    - namespace: shop\n    to:\n"); // two sources, so that their strip shows
        FormFixture fixture(text);
        fixture.input(u"metadata.name"_s)->setFocus(Qt::TabFocusReason);
        const QList<QWidget *> walked = walkedByTab(fixture);
        for (QWidget *widget : fixture.form->findChildren<QWidget *>()) {
            const bool isStop = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
                && !widget->focusProxy() && widget->window() == fixture.form->window();
            QVERIFY2(
                !isStop || walked.contains(widget),
                qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->accessibleName()));
        }
        for (qsizetype i = 1; i < walked.size(); ++i) {
            QVERIFY2(isReadBefore(walked[i - 1], walked[i], fixture.form),
                     qPrintable(walked[i - 1]->accessibleName() + u" → "_s + walked[i]->accessibleName()));
        }
    }

    void goingToTheFormGivesTheKeyboardToItsCurrentField()
    {
        FormFixture fixture(httpPolicy());
        fixture.selection.select(fixture.ref(u"spec.egressRules[0].to[0].port.number"_s));
        fixture.form->setFocus(Qt::ShortcutFocusReason);
        QCOMPARE(QApplication::focusWidget(), fixture.input(u"spec.egressRules[0].to[0].port.number"_s));
        fixture.selection.select(fixture.ref(u"spec.egressRules[0]"_s));
        fixture.form->setFocus(Qt::ShortcutFocusReason);
        QVERIFY(fixture.form->isAncestorOf(QApplication::focusWidget()));
    }

    void goingToAFormWithoutFieldsGivesTheKeyboardToItsButton_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing written") << QByteArray();
        QTest::newRow("no rules") << QByteArray("apiVersion: istio.alibabacloud.com/v1beta1\n"
                                                "kind: ASMEgressTrafficPolicy\nmetadata: {name: a}\n");
        QTest::newRow("another kind") << QByteArray("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    }

    void goingToAFormWithoutFieldsGivesTheKeyboardToItsButton()
    {
        QFETCH(QByteArray, text);
        FormFixture fixture(text, {});
        fixture.form->setFocus(Qt::ShortcutFocusReason);
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused && fixture.form->isAncestorOf(focused) && focused->isVisible());
    }

    void everyInputHasARoleANameAndADescription()
    {
        FormFixture fixture(httpPolicy());
        for (QWidget *widget : tabOrder(fixture.input(u"metadata.name"_s))) {
            if (!fixture.form->isAncestorOf(widget))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(interface);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            QVERIFY(interface->role() != QAccessible::NoRole && interface->role() != QAccessible::Client);
        }
    }

    void helpOpensAtTheFieldByF1()
    {
        FormFixture fixture(httpPolicy());
        QWidget *port = fixture.input(u"spec.egressRules[0].to[0].port.number"_s);
        port->setFocus();
        fixture.press(Qt::Key_F1);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        const QString text = popup->findChild<QLabel *>()->text();
        QVERIFY2(text.contains(u"spec.egressRules[].to[].port.number"_s), qPrintable(text));
        popup->close();
    }

    void theSampleFitsWithoutScrolling()
    {
        FormFixture fixture(httpPolicy());
        fixture.form->resize(480, 530);
        auto *area = fixture.form->findChild<QScrollArea *>();
        QVERIFY2(area->widget()->minimumSizeHint().height() <= 480,
                 qPrintable(QString::number(area->widget()->minimumSizeHint().height())));
    }
};

QTEST_MAIN(PolicyFormTest)
#include "tst_policyform.moc"
