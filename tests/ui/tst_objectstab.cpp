// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"
#include "ui/preview/objectlines.h"
#include "ui/preview/objectpicker.h"
#include "ui/preview/objectstab.h"
#include "ui/preview/originline.h"
#include "ui/preview/yamlpane.h"
#include "ui/preview/yamlview.h"
#include "ui/selection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include <algorithm>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

QByteArray policyOf(const QList<QByteArray> &hosts)
{
    QByteArray text = "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n"
                      "  name: egress-by-egressgateway-a\n  namespace: istio-egress\nspec:\n  byEgressGateway:\n"
                      "    name: egressgateway-a\n  egressRules:\n";
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        text += "  - from:\n    - namespace: team-" + QByteArray::number(i % 5) + "\n    to:\n    - hosts:\n      - "
            + hosts[i] + "\n      port:\n        number: 80\n        protocol: HTTP\n";
    }
    return text;
}

FieldRef field(const char *path)
{
    return {0, 0, *FieldPath::parse(QString::fromUtf8(path))};
}

QString textOf(const YamlView *view)
{
    QStringList lines;
    for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next())
        lines.append(block.text());
    return lines.join(u'\n');
}

struct Window {
    explicit Window(const QByteArray &text = policyOf({"a.example.org", "b.example.org"}))
    {
        workspace.newFile(text, u"policy.yaml"_s);
        workspace.compileNow();
        tab.resize(700, 400);
        tab.show();
    }

    void replace(const QByteArray &before, const QByteArray &after)
    {
        const qsizetype at = workspace.workspace().files[0]->stream.text.indexOf(before);
        workspace.editText(0, {{{at, at + before.size()}, after}}, u"Replace"_s);
        workspace.compileNow();
    }

    /// The whole stream, as the view has it: each object under its own line of dashes.
    QString everything() const
    {
        return QString::fromUtf8("---\n" + render(workspace.compilation().objects)).chopped(1);
    }
    int lineOf(const QString &text) const
    {
        const QStringList lines = textOf(view).split(u'\n');
        return int(std::ranges::find_if(lines, [&](const QString &line) { return line.contains(text); })
                   - lines.begin());
    }

    WorkspaceEditor workspace;
    Selection selection;
    ObjectsTab tab{&workspace, &selection};
    YamlView *view = tab.pane()->view();
};

} // namespace

class ObjectsTabTest : public QObject
{
    Q_OBJECT
private slots:
    void allObjectsAreTheRenderedStream();
    void theScopeIsTheSelectedRule();
    void everyLineKnowsItsOrigin();
    void enterGoesToTheFieldThatMadeTheLine();
    void theSelectedFieldsLinesAreMarked();
    void linesChangedByAnEditAreMarkedForAMoment();
    void anEditElsewhereDoesNotScroll();
    void randomPoliciesKeepTheViewEqualToTheObjects();
    void thousandsOfObjectsAreFilledInSlices();
    void objectsAreListedFilteredAndJumpedTo();
    void copiesOneObjectOrAll();
    void aBarSaysWhatIsLeftOut();
    void theViewIsReadOnly();
    void theAsmResourceIsThePolicyWithoutStatusAndSuppressions();
};

void ObjectsTabTest::allObjectsAreTheRenderedStream()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    QCOMPARE(textOf(w.view), w.everything());
}

void ObjectsTabTest::theScopeIsTheSelectedRule()
{
    Window w;
    w.selection.select(field("spec.egressRules[1].to[0]"));
    QVERIFY(textOf(w.view).contains(u"b.example.org"_s));
    QVERIFY(!textOf(w.view).contains(u"namespace: team-0"_s));
    w.selection.select(field("spec.egressRules[0]"));
    QVERIFY(textOf(w.view).contains(u"namespace: team-0"_s));
    QVERIFY(!textOf(w.view).contains(u"namespace: team-1"_s));
    w.selection.select({0, 0, {}});
    QCOMPARE(textOf(w.view), w.everything());
}

void ObjectsTabTest::everyLineKnowsItsOrigin()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    const auto *origin = w.tab.findChild<OriginLine *>();
    for (int line = 0; line < w.view->document()->blockCount(); ++line) {
        w.tab.pane()->goToLine(line);
        QCoreApplication::processEvents();
        QVERIFY2(!origin->origins().isEmpty(), qPrintable(w.view->textCursor().block().text()));
    }
}

void ObjectsTabTest::enterGoesToTheFieldThatMadeTheLine()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    QSignalSpy revealed(&w.selection, &Selection::revealed);
    w.tab.pane()->goToLine(w.lineOf(u"- b.example.org"_s));
    w.view->setFocus();
    QTest::keyClick(w.view, Qt::Key_Return);
    QCOMPARE(revealed.count(), 1);
    QCOMPARE(w.selection.current(), field("spec.egressRules[1].to[0].hosts[0]"));
}

void ObjectsTabTest::theSelectedFieldsLinesAreMarked()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    w.selection.select(field("spec.egressRules[0].to[0].hosts[0]"));
    QVERIFY(!w.view->markedLines().isEmpty());
    const QStringList lines = textOf(w.view).split(u'\n');
    for (int line = 0; line < lines.size(); ++line) {
        const bool saysHost = lines[line].endsWith("- a.example.org"_L1);
        const bool saysOther = lines[line].contains("b.example.org"_L1) || lines[line].contains("number:"_L1);
        QVERIFY2(!saysHost || w.view->markedLines().contains(line), qPrintable(lines[line]));
        QVERIFY2(!saysOther || !w.view->markedLines().contains(line), qPrintable(lines[line]));
    }
}

void ObjectsTabTest::linesChangedByAnEditAreMarkedForAMoment()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    w.replace("number: 80\n        protocol: HTTP\n  - from", "number: 8080\n        protocol: HTTP\n  - from");
    QVERIFY(!w.view->flashedLines().isEmpty());
    const QStringList lines = textOf(w.view).split(u'\n');
    for (const LineRange &range : w.view->flashedLines().ranges())
        QVERIFY2(lines.mid(range.first, range.last - range.first + 1).join(u'\n').contains("80"_L1),
                 qPrintable(lines[range.first]));
    QTRY_VERIFY(w.view->flashedLines().isEmpty());
}

void ObjectsTabTest::anEditElsewhereDoesNotScroll()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    w.view->verticalScrollBar()->setValue(60);
    const QString top = w.view->document()->findBlockByNumber(60).text();
    w.replace("a.example.org", "a.example.org\n      - aa.example.org");
    const int now = w.view->verticalScrollBar()->value();
    QCOMPARE(w.view->document()->findBlockByNumber(now).text(), top);
}

void ObjectsTabTest::randomPoliciesKeepTheViewEqualToTheObjects()
{
    QRandomGenerator random(11);
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    for (int round = 0; round < 40; ++round) {
        QList<QByteArray> hosts;
        for (int i = random.bounded(8); i > 0; --i)
            hosts.append("h" + QByteArray::number(random.bounded(12)) + ".example.org");
        const QByteArray before = w.workspace.workspace().files[0]->stream.text;
        w.workspace.editText(0, {{{0, before.size()}, policyOf(hosts)}}, u"Replace"_s);
        w.workspace.compileNow();
        if (w.workspace.compilation().objects.empty())
            QCOMPARE(textOf(w.view), QString());
        else
            QCOMPARE(textOf(w.view), w.everything());
    }
}

void ObjectsTabTest::thousandsOfObjectsAreFilledInSlices()
{
    QList<QByteArray> hosts;
    for (int i = 0; i < 300; ++i)
        hosts.append("host-" + QByteArray::number(i) + ".example.org");
    Window w(policyOf(hosts));
    w.tab.setScope(ObjectsTab::Scope::All);
    const int lines = w.view->expectedLines();
    QVERIFY(w.view->document()->blockCount() < lines);
    w.view->verticalScrollBar()->setValue(40);
    QTRY_COMPARE(w.view->document()->blockCount(), lines);
    QCOMPARE(w.view->verticalScrollBar()->value(), 40);
    QCOMPARE(textOf(w.view), w.everything());
}

void ObjectsTabTest::objectsAreListedFilteredAndJumpedTo()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    w.tab.pickObject();
    auto *picker = w.tab.findChild<ObjectPicker *>();
    QVERIFY(picker->isVisible());
    QCOMPARE(picker->findChild<QListView *>()->model()->rowCount(), int(w.workspace.compilation().objects.size()));
    auto *filter = picker->findChild<QLineEdit *>();
    QTest::keyClicks(filter, u"team-1 · VirtualService"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(!picker->isVisible());
    const int line = w.view->cursorLine();
    const QStringList lines = textOf(w.view).split(u'\n');
    QCOMPARE(lines[line - 1], u"---"_s);
    QCOMPARE(lines[line + 1], u"kind: VirtualService"_s);
    QVERIFY(lines.mid(line, 9).contains(u"  namespace: team-1"_s));
}

void ObjectsTabTest::copiesOneObjectOrAll()
{
    Window w;
    w.tab.setScope(ObjectsTab::Scope::All);
    w.tab.copyAll();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), render(w.workspace.compilation().objects));
    w.tab.pane()->goToLine(3);
    w.tab.copyObject();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), w.workspace.compilation().objects.front().content->yaml);
}

void ObjectsTabTest::aBarSaysWhatIsLeftOut()
{
    Window w;
    auto *notice = w.tab.findChild<QLabel *>(u"notice"_s);
    QVERIFY(!notice->isVisible());
    w.replace("number: 80\n", "number: 80000\n");
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"1 rule"_s));
    QSignalSpy wanted(&w.tab, &ObjectsTab::problemsWanted);
    emit notice->linkActivated(u"problems"_s);
    QCOMPARE(wanted.count(), 1);
    w.workspace.undoStack()->undo();
    w.workspace.compileNow();
    QVERIFY(!notice->isVisible());
    w.workspace.setTarget(Target::Asm);
    w.workspace.compileNow();
    QVERIFY(notice->text().contains(u"ASM"_s));
}

void ObjectsTabTest::theViewIsReadOnly()
{
    Window w;
    const QString before = textOf(w.view);
    w.view->setFocus();
    QTest::keyClicks(w.view, u"x"_s);
    QTest::keyClick(w.view, Qt::Key_Delete);
    QCOMPARE(textOf(w.view), before);
}

void ObjectsTabTest::theAsmResourceIsThePolicyWithoutStatusAndSuppressions()
{
    const QByteArray policy = policyOf({"a.example.org"});
    Window w(QByteArray(policy).replace(
                 "  namespace: istio-egress\n",
                 "  namespace: istio-egress\n  annotations:\n    sallyport.dev/suppress: policy.name=x\n")
             + "status:\n  autoAllocatedGatewayPorts: {}\n");
    w.tab.setScope(ObjectsTab::Scope::AsmResource);
    QVERIFY(textOf(w.view).startsWith(u"---\napiVersion: istio.alibabacloud.com/v1beta1"_s));
    QVERIFY(!textOf(w.view).contains(u"status"_s));
    QVERIFY(!textOf(w.view).contains(u"suppress"_s));
    w.replace("a.example.org", "b.example.org");
    QVERIFY(textOf(w.view).contains(u"- b.example.org"_s));
    w.tab.setScope(ObjectsTab::Scope::All);
    QCOMPARE(textOf(w.view), w.everything());
}

QTEST_MAIN(ObjectsTabTest)
#include "tst_objectstab.moc"
