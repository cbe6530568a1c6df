// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"
#include "ui/problems/problemdetail.h"
#include "ui/problems/problemsmodel.h"
#include "ui/problems/problemsview.h"
#include "ui/selection.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QByteArray policy = "apiVersion: istio.alibabacloud.com/v1beta1\n"
                          "kind: ASMEgressTrafficPolicy\n"
                          "metadata:\n"
                          "  name: odd\n"
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
                          "        number: 70000\n"
                          "        protocol: HTTP\n";

struct Window {
    explicit Window(const QByteArray &text = policy)
    {
        workspace.newFile(text, u"policy.yaml"_s);
        workspace.compileNow();
        view.resize(1000, 260);
        view.show();
    }

    QPushButton *button(const QString &part) const
    {
        const QList<QPushButton *> buttons = view.findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton *b) { return b->text().contains(part) && b->isVisible(); });
        return found == buttons.end() ? nullptr : *found;
    }

    WorkspaceEditor workspace;
    Selection selection;
    ProblemsView view{&workspace, &selection};
};

FieldPath path(const char *text)
{
    return *FieldPath::parse(QString::fromUtf8(text));
}

} // namespace

class ProblemsViewTest : public QObject
{
    Q_OBJECT
private slots:
    void enterGoesToTheField();
    void nextAndPreviousGoRound();
    void aSyntaxErrorLeadsToItsText();
    void theDetailExplainsAndFixes();
    void altEnterOpensTheFirstFix();
    void theListSaysWhyItIsEmpty();
    void theSelectedProblemStaysWhileOneTypes();
};

void ProblemsViewTest::enterGoesToTheField()
{
    Window w;
    QSignalSpy revealed(&w.selection, &Selection::revealed);
    QTest::keyClick(w.view.list(), Qt::Key_Home);
    w.view.list()->setCurrentIndex(w.view.list()->model()->index(0, 0));
    QTest::keyClick(w.view.list(), Qt::Key_Return);
    QCOMPARE(w.selection.current(), (FieldRef{0, 0, path("spec.egressRules[0].to[0].port.number")}));
    QCOMPARE(revealed.count(), 1);
}

void ProblemsViewTest::nextAndPreviousGoRound()
{
    Window w;
    const FieldRef port{0, 0, path("spec.egressRules[0].to[0].port.number")};
    const FieldRef name{0, 0, path("metadata.name")};
    w.view.nextProblem();
    QCOMPARE(w.selection.current(), port);
    w.view.nextProblem();
    QCOMPARE(w.selection.current(), name);
    w.view.nextProblem();
    QCOMPARE(w.selection.current(), port);
    w.view.previousProblem();
    QCOMPARE(w.selection.current(), name);
}

void ProblemsViewTest::aSyntaxErrorLeadsToItsText()
{
    Window w("a: 1\nb: \"unclosed\n");
    QSignalSpy wanted(&w.view, &ProblemsView::textWanted);
    w.view.nextProblem();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toInt(), 0);
    QVERIFY(wanted.first().at(1).toLongLong() > 0);
}

void ProblemsViewTest::theDetailExplainsAndFixes()
{
    Window w;
    w.view.nextProblem();
    w.view.nextProblem(); // policy.name
    QVERIFY(w.view.detail()->findChild<QLabel *>(u"explanation"_s)->text().contains(u"egress-by-egressgateway-a"_s));
    QTRY_VERIFY(w.button(u"egress-by-egressgateway-a"_s));
    QVERIFY(w.button(u"Suppress"_s));
    QTest::mouseClick(w.button(u"egress-by-egressgateway-a"_s), Qt::LeftButton);
    QVERIFY(w.button(u"Apply"_s));
    QTest::mouseClick(w.button(u"Apply"_s), Qt::LeftButton);
    w.workspace.compileNow();
    QCOMPARE(w.view.model()->rowCount(), 1);
    QVERIFY(w.workspace.workspace().files[0]->stream.text.contains("name: egress-by-egressgateway-a\n"));
}

void ProblemsViewTest::altEnterOpensTheFirstFix()
{
    Window w;
    w.view.nextProblem();
    w.view.nextProblem();
    w.view.list()->setFocus();
    QTest::keyClick(w.view.list(), Qt::Key_Return, Qt::AltModifier);
    QVERIFY(w.button(u"Apply"_s));
    QTest::mouseClick(w.button(u"Cancel"_s), Qt::LeftButton);
    QVERIFY(!w.button(u"Apply"_s));
    QCOMPARE(w.workspace.workspace().files[0]->stream.text, policy);
}

void ProblemsViewTest::theListSaysWhyItIsEmpty()
{
    Window w;
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = w.view.findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    QVERIFY(!says(u"No problems."_s));
    QTest::keyClicks(w.view.findChild<QLineEdit *>(u"filter"_s), u"nothing like it"_s);
    QVERIFY(says(u"No problem matches the filter."_s));
    w.workspace.close(0);
    w.workspace.compileNow();
    QVERIFY(says(u"No problems."_s));
}

void ProblemsViewTest::theSelectedProblemStaysWhileOneTypes()
{
    Window w;
    w.view.nextProblem();
    w.view.nextProblem();
    const qsizetype port = policy.indexOf("70000");
    w.workspace.editText(0, {{{port, port + 5}, "80"}}, u"Type"_s);
    w.workspace.compileNow();
    QCOMPARE(w.view.model()->rowCount(), 1);
    QCOMPARE(w.view.list()->currentIndex().siblingAtColumn(ProblemsModel::CodeColumn).data().toString(),
             u"policy.name"_s);
}

QTEST_MAIN(ProblemsViewTest)
#include "tst_problemsview.moc"
