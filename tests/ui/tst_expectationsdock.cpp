// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/form/policyform.h"
#include "ui/mainwindow.h"
#include "ui/trace/expectationsmodel.h"
#include "ui/trace/expectationspane.h"
#include "ui/trace/tracedocks.h"
#include "ui/trace/tracepane.h"
#include "ui/trace/traceview.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

QByteArray workspace()
{
    return "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n"
           "  name: egress-by-egressgateway-a\n  namespace: istio-egress\nspec:\n  byEgressGateway:\n"
           "    name: egressgateway-a\n  egressRules:\n  - from:\n    - namespace: mytest\n      workloadSelector:\n"
           "        app: sleep-a\n    to:\n    - hosts:\n      - www.example.com\n      port:\n        number: 80\n"
           "        protocol: HTTP\n"
           "---\napiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata:\n  name: default\nspec:\n"
           "  outboundTrafficPolicy: REGISTRY_ONLY\n";
}

QByteArray expectations()
{
    return "---\napiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata:\n  name: smoke\nspec:\n  cases:\n"
           "  - name: sleep-a reaches it\n    from: {namespace: mytest, labels: {app: sleep-a}}\n"
           "    request: {url: \"http://www.example.com/\"}\n    expect: {verdict: allowed, status: 200}\n"
           "  - name: others reach it\n    from: {namespace: mytest}\n"
           "    request: {url: \"http://www.example.com/\"}\n    expect: {verdict: allowed}\n";
}

struct Window {
    explicit Window(const QByteArray &text = workspace() + expectations())
    {
        editor.newFile(text, u"policy.yaml"_s);
        editor.compileNow();
        window.resize(1100, 760);
        window.show();
        (void)QTest::qWaitForWindowActive(&window); // shortcuts are those of the active window
        window.selection()->select({0, 0, destinationPath(0, 0)});
        QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
    }

    ExpectationsPane *pane() { return window.traces()->expectations(); }
    void replace(const QByteArray &old, const QByteArray &text)
    {
        const qsizetype at = editor.workspace().files[0]->stream.text.indexOf(old);
        QVERIFY(at >= 0);
        editor.editText(0, {{{at, at + old.size()}, text}}, u"Type"_s);
    }
    QString title() { return window.findChild<QDockWidget *>(u"expectations"_s)->windowTitle(); }

    WorkspaceEditor editor;
    MemorySettings settings;
    MainWindow window{&editor, &settings};
};

} // namespace

class TestExpectationsDock : public QObject
{
    Q_OBJECT

private slots:
    void everyCaseHasItsResult()
    {
        Window w;
        QTRY_COMPARE(w.pane()->model()->rowCount(), 2);
        QCOMPARE(w.pane()->model()->index(0, ExpectationsModel::StateColumn).data().toString(), u"Holds"_s);
        QCOMPARE(w.pane()->model()->index(1, ExpectationsModel::StateColumn).data().toString(), u"Fails"_s);
        QVERIFY(!w.pane()->model()->index(1, 0).data(Qt::DecorationRole).isNull());
        QCOMPARE(w.title(), u"Expectations (1 fail)"_s);
        auto *state = w.window.findChild<QToolButton *>(u"expectationsState"_s);
        QVERIFY(state->isVisible());
        QCOMPARE(state->text(), u"Expectations (1 fail)"_s);
    }

    void resultsFollowThePolicy()
    {
        Window w;
        QTRY_COMPARE(w.title(), u"Expectations (1 fail)"_s);
        w.replace("      workloadSelector:\n        app: sleep-a\n", "");
        QTRY_COMPARE(w.title(), u"Expectations (all hold)"_s);
        w.editor.undoStack()->undo();
        QTRY_COMPARE(w.title(), u"Expectations (1 fail)"_s);
        w.replace("from: {namespace: mytest}\n", "from: {namespace: elsewhere}\n");
        w.replace("  outboundTrafficPolicy: REGISTRY_ONLY\n", "  dnsCapture: false\n");
        QTRY_COMPARE(w.title(), u"Expectations (1 unknown)"_s);
    }

    void theSelectedCaseIsTracedBesideTheList()
    {
        Window w;
        QTRY_COMPARE(w.pane()->model()->rowCount(), 2);
        w.pane()->list()->setFocus();
        QTest::keyClick(w.pane()->list(), Qt::Key_Home);
        QTRY_VERIFY(w.pane()->trace()->verdict().startsWith(u"Allowed"_s));
        QTest::keyClick(w.pane()->list(), Qt::Key_Down);
        QTRY_COMPARE(w.pane()->trace()->verdict(), u"Blocked: 502"_s);
    }

    void aDoubleClickGoesToTheCase()
    {
        Window w;
        QTRY_COMPARE(w.pane()->model()->rowCount(), 2);
        QTreeView *list = w.pane()->list();
        const QPoint place = list->visualRect(list->model()->index(1, 1)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(w.window.selection()->current().path.toString(), u"spec.cases[1]"_s);
        QCOMPARE(w.window.selection()->document(), 2);
    }

    void aCaseOpensInTheTraceDock()
    {
        Window w;
        QTRY_COMPARE(w.pane()->model()->rowCount(), 2);
        w.pane()->list()->setFocus();
        QTest::keyClick(w.pane()->list(), Qt::Key_End);
        for (QPushButton *button : w.pane()->findChildren<QPushButton *>()) {
            if (button->text().contains(u"Trace"_s))
                QTest::keyClick(button, Qt::Key_Space);
        }
        QTRY_COMPARE(w.window.traces()->trace()->view()->verdict(), u"Blocked: 502"_s);
    }

    void theFilterLeavesTheRestOut()
    {
        Window w;
        QTRY_COMPARE(w.pane()->model()->rowCount(), 2);
        auto *filter = w.pane()->findChild<QLineEdit *>(u"filter"_s);
        QTest::keyClicks(filter, u"others"_s);
        QCOMPARE(w.pane()->list()->model()->rowCount(), 1);
        QTest::keyClicks(filter, u"xyz"_s);
        QCOMPARE(w.pane()->list()->model()->rowCount(), 0);
        QVERIFY(!w.pane()->list()->isVisible());
    }

    void theFormShowsTheResultsInItsTable()
    {
        Window w;
        w.window.selection()->select({0, 2, {}});
        const auto hasWord = [&w](const QString &word) {
            for (QAbstractItemView *view : w.window.form()->findChildren<QAbstractItemView *>()) {
                const QAbstractItemModel *model = view->model();
                for (int row = 0; model && view->isVisible() && row < model->rowCount(); ++row) {
                    if (model->index(row, 7).data().toString() == word)
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(hasWord(u"Fails"_s));
        QVERIFY(hasWord(u"Holds"_s));
        w.replace("      workloadSelector:\n        app: sleep-a\n", "");
        QTRY_VERIFY(!hasWord(u"Fails"_s));
    }

    void anEmptyWorkspaceOffersTheFirstOne()
    {
        Window w(workspace());
        auto *button = w.pane()->findChild<QPushButton *>(u"addExpectations"_s);
        QVERIFY(button->isVisible());
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_COMPARE(w.pane()->model()->rowCount(), 1);
        QVERIFY(!button->isVisible());
        QVERIFY(QString::fromUtf8(w.editor.workspace().files[0]->stream.text).contains(u"kind: Expectations"_s));
    }
};

QTEST_MAIN(TestExpectationsDock)
#include "tst_expectationsdock.moc"
