// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"
#include "ui/problems/diffview.h"
#include "ui/problems/fixpreview.h"
#include "ui/problems/suppress.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QByteArray policy = "apiVersion: istio.alibabacloud.com/v1beta1\n"
                          "kind: ASMEgressTrafficPolicy\n"
                          "metadata:\n"
                          "  name: odd # keep me\n"
                          "  namespace: istio-egress\n"
                          "spec:\n"
                          "  byEgressGateway:\n"
                          "    name: egressgateway-a\n"
                          "  egressRules:\n"
                          "  - from:\n"
                          "    - namespace: mytest\n"
                          "    to:\n"
                          "    - hosts:\n"
                          "      - www.httpbin.org\n"
                          "      port:\n"
                          "        number: 80\n"
                          "        protocol: HTTP\n";

struct Setup {
    Setup()
    {
        workspace.newFile(policy, u"policy.yaml"_s);
        workspace.compileNow();
        preview.resize(600, 300);
        preview.show();
    }

    Diagnostic finding(const QString &code) const
    {
        for (const Diagnostic &finding : workspace.compilation().findings) {
            if (finding.code == code)
                return finding;
        }
        return {};
    }

    QByteArray text() const { return workspace.workspace().files[0]->stream.text; }
    QString difference() { return preview.findChild<DiffView *>()->toPlainText(); }
    QPushButton *apply() { return preview.findChildren<QPushButton *>().first(); }
    QLineEdit *answer() { return preview.findChild<QLineEdit *>(); }

    WorkspaceEditor workspace;
    FixPreview preview{&workspace};
};

} // namespace

class FixPreviewTest : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatWouldChangeAndChangesNothing();
    void appliedItIsOneUndoStep();
    void escapeLeavesTheTextAlone();
    void aQuestionMustBeAnswered();
    void suppressingAsksForTheReason();
    void aChangeOfTheTextMeanwhileEndsIt();
    void aFixMaySwitchTheTarget();
    void aPopupOpensBesideAField();
};

void FixPreviewTest::showsWhatWouldChangeAndChangesNothing()
{
    Setup s;
    s.preview.setFix(s.finding(u"policy.name"_s).fixes.value(0));
    QVERIFY(s.difference().contains(u"− "_s + u"  name: odd # keep me"_s));
    QVERIFY(s.difference().contains(u"+ "_s + u"  name: egress-by-egressgateway-a # keep me"_s));
    QCOMPARE(s.text(), policy);
    QCOMPARE(s.workspace.undoStack()->count(), 0);
}

void FixPreviewTest::appliedItIsOneUndoStep()
{
    Setup s;
    const Fix fix = s.finding(u"policy.name"_s).fixes.value(0);
    s.preview.setFix(fix);
    QSignalSpy done(&s.preview, &FixPreview::done);
    s.preview.focusFirst();
    QTest::keyClick(s.apply(), Qt::Key_Return);
    QCOMPARE(s.text(), QByteArray(policy).replace("odd", "egress-by-egressgateway-a"));
    QCOMPARE(done.count(), 1);
    QCOMPARE(done.first().first().toBool(), true);
    QCOMPARE(s.workspace.undoStack()->count(), 1);
    QCOMPARE(s.workspace.undoStack()->undoText(), fix.title);
    s.workspace.undoStack()->undo();
    QCOMPARE(s.text(), policy);
    s.workspace.compileNow();
    QVERIFY(!s.finding(u"policy.name"_s).code.isEmpty());
}

void FixPreviewTest::escapeLeavesTheTextAlone()
{
    Setup s;
    s.preview.setFix(s.finding(u"policy.name"_s).fixes.value(0));
    QSignalSpy done(&s.preview, &FixPreview::done);
    QTest::keyClick(&s.preview, Qt::Key_Escape);
    QCOMPARE(done.count(), 1);
    QCOMPARE(done.first().first().toBool(), false);
    s.preview.apply(); // nothing is open any more
    QCOMPARE(s.text(), policy);
}

void FixPreviewTest::aQuestionMustBeAnswered()
{
    Setup s;
    Fix fix;
    fix.title = u"Ask"_s;
    fix.question = Question{u"Name:"_s, u"suggested"_s};
    fix.changes = [](const QString &answer) {
        return QList<DocumentChange>{
            {0,
             0,
             {.kind = yaml::Change::Kind::Set, .path = *FieldPath::parse(u"metadata.name"), .value = Value(answer)}}};
    };
    s.preview.setFix(fix);
    QVERIFY(s.difference().contains(u"name: suggested"_s));
    s.answer()->clear();
    QTest::keyClicks(s.answer(), u" "_s);
    QVERIFY(!s.apply()->isEnabled());
    QTest::keyClick(s.answer(), Qt::Key_Return);
    QCOMPARE(s.text(), policy);
    QTest::keyClicks(s.answer(), u"mine"_s);
    QVERIFY(s.difference().contains(u"name: mine"_s));
    QTest::keyClick(s.answer(), Qt::Key_Return);
    QCOMPARE(s.text(), QByteArray(policy).replace("odd", "mine"));
}

void FixPreviewTest::suppressingAsksForTheReason()
{
    Setup s;
    const Diagnostic finding = s.finding(u"policy.name"_s);
    QVERIFY(canSuppress(s.workspace.workspace(), finding));
    s.preview.setFix(suppressFix(s.workspace.workspace(), finding));
    QVERIFY(!s.apply()->isEnabled());
    QTest::keyClicks(s.answer(), u"an old; well-known name"_s);
    QTest::keyClick(s.answer(), Qt::Key_Return);
    s.workspace.compileNow();
    const Diagnostic after = s.finding(u"policy.name"_s);
    QVERIFY(after.suppressed);
    QCOMPARE(after.suppressionReason, u"an old, well-known name"_s);
    QVERIFY(!canSuppress(s.workspace.workspace(), after));
    QCOMPARE(s.workspace.compilation().findings.size(), 1);
}

void FixPreviewTest::aChangeOfTheTextMeanwhileEndsIt()
{
    Setup s;
    s.preview.setFix(s.finding(u"policy.name"_s).fixes.value(0));
    QSignalSpy done(&s.preview, &FixPreview::done);
    s.workspace.editText(0, {{{0, 0}, "# hello\n"}}, u"Comment"_s);
    QCOMPARE(done.count(), 1);
    s.preview.apply();
    QCOMPARE(s.text(), "# hello\n" + policy);
}

void FixPreviewTest::aFixMaySwitchTheTarget()
{
    Setup s;
    Fix fix;
    fix.title = u"Use ASM"_s;
    fix.switchesToAsm = true;
    s.preview.setFix(fix);
    QTest::mouseClick(s.apply(), Qt::LeftButton);
    QCOMPARE(s.workspace.workspace().target, Target::Asm);
    QCOMPARE(s.text(), policy);
}

void FixPreviewTest::aPopupOpensBesideAField()
{
    Setup s;
    QPointer<FixPopup> popup = FixPopup::open(&s.workspace, s.finding(u"policy.name"_s).fixes.value(0), &s.preview);
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup->findChildren<QPushButton *>().first(), Qt::Key_Return);
    QTRY_VERIFY(popup.isNull());
    QVERIFY(s.text().contains("egress-by-egressgateway-a"));
}

QTEST_MAIN(FixPreviewTest)
#include "tst_fixpreview.moc"
