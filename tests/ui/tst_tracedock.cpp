// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/docks.h"
#include "ui/form/flowstrip.h"
#include "ui/mainwindow.h"
#include "ui/preview/objectstab.h"
#include "ui/preview/previewpane.h"
#include "ui/preview/yamlpane.h"
#include "ui/preview/yamlview.h"
#include "ui/problems/problemsview.h"
#include "ui/trace/requestpanel.h"
#include "ui/trace/tracedocks.h"
#include "ui/trace/tracemodel.h"
#include "ui/trace/tracepane.h"
#include "ui/trace/traceview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

QByteArray policy()
{
    return "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n"
           "  name: egress-by-egressgateway-a\n  namespace: istio-egress\nspec:\n  byEgressGateway:\n"
           "    name: egressgateway-a\n  egressRules:\n  - from:\n    - namespace: mytest\n      workloadSelector:\n"
           "        app: sleep-a\n    to:\n    - hosts:\n      - www.example.com\n      port:\n        number: 80\n"
           "        protocol: HTTP\n";
}

QByteArray mesh()
{
    return "---\napiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata:\n  name: default\nspec:\n"
           "  outboundTrafficPolicy: REGISTRY_ONLY\n";
}

/// A window over a policy, with the Trace dock open on its destination.
struct Window {
    explicit Window(const QByteArray &text = policy() + mesh())
    {
        editor.newFile(text, u"policy.yaml"_s);
        editor.compileNow();
        window.resize(1100, 760);
        window.show();
        (void)QTest::qWaitForWindowActive(&window); // shortcuts are those of the active window
        window.selection()->select({0, 0, destinationPath(0, 0)});
    }

    TracePane *pane() { return window.traces()->trace(); }
    QString verdict() { return pane()->view()->verdict(); }
    void open() { QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier); }
    QLineEdit *line(const QString &name)
    {
        QWidget *field = pane()->findChild<QWidget *>(name);
        auto *box = qobject_cast<QComboBox *>(field);
        return box ? box->lineEdit() : qobject_cast<QLineEdit *>(field);
    }
    void type(const QString &name, const QString &text)
    {
        line(name)->setFocus();
        line(name)->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line(name), Qt::Key_Delete);
        else
            QTest::keyClicks(line(name), text);
    }
    QString text() { return QString::fromUtf8(editor.workspace().files[0]->stream.text); }

    WorkspaceEditor editor;
    MemorySettings settings;
    MainWindow window{&editor, &settings};
};

} // namespace

class TestTraceDock : public QObject
{
    Q_OBJECT

private slots:
    void theSelectedDestinationIsTracedByItsKey()
    {
        Window w;
        w.open();
        QCOMPARE(w.line(u"namespace"_s)->text(), u"mytest"_s);
        QCOMPARE(w.line(u"labels"_s)->text(), u"app=sleep-a"_s);
        QCOMPARE(w.line(u"address"_s)->text(), u"http://www.example.com/"_s);
        QTRY_COMPARE(w.verdict(), u"Allowed: 200 from www.example.com, through egressgateway-a"_s);
        QVERIFY(w.pane()->view()->model()->rowCount() >= 3);
        QVERIFY(w.pane()->view()->steps()->isVisible());
    }

    void everyKeyInTheRequestChangesTheVerdict()
    {
        Window w;
        w.open();
        QTRY_VERIFY(w.verdict().startsWith(u"Allowed"_s));
        w.type(u"labels"_s, u"app=other"_s);
        QTRY_COMPARE(w.verdict(), u"Blocked: 502"_s);
        w.type(u"labels"_s, u"app=sleep-a"_s);
        QTRY_VERIFY(w.verdict().startsWith(u"Allowed"_s));
        w.type(u"address"_s, u"https://www.example.com"_s);
        QTRY_COMPARE(w.verdict(), u"Blocked: connection closed"_s);
        w.type(u"address"_s, u"nonsense"_s);
        QTRY_COMPARE(w.verdict(), QString());
        QVERIFY(!w.pane()->view()->steps()->isVisible());
    }

    void anEditOfThePolicyChangesTheVerdict()
    {
        Window w;
        w.open();
        QTRY_VERIFY(w.verdict().startsWith(u"Allowed"_s));
        const qsizetype at = w.text().indexOf(u"www.example.com"_s);
        w.editor.editText(0, {{{at, at + 3}, "api"}}, u"Type"_s);
        QTRY_COMPARE(w.verdict(), u"Blocked: 502"_s);
        w.editor.undoStack()->undo();
        QTRY_VERIFY(w.verdict().startsWith(u"Allowed"_s));
    }

    void aMissingFactIsNamed()
    {
        Window w(policy());
        w.open();
        w.type(u"namespace"_s, u"elsewhere"_s);
        QTRY_VERIFY(w.verdict().startsWith(u"Cannot tell"_s));
        QVERIFY(w.verdict().contains(u"outboundTrafficPolicy"_s));
    }

    void aStepLeadsToItsObjectAndItsField()
    {
        Window w;
        w.open();
        QTRY_VERIFY(w.pane()->view()->model()->rowCount() > 0);
        QTreeView *steps = w.pane()->view()->steps();
        TraceModel *model = w.pane()->view()->model();
        int row = 0;
        while (row < model->rowCount() && !model->fieldAt(model->index(row, 0)).content)
            ++row;
        QVERIFY(row < model->rowCount());
        const PlacedField field = model->fieldAt(model->index(row, 0));
        QTest::mouseClick(steps->viewport(), Qt::LeftButton, {}, steps->visualRect(model->index(row, 1)).center());
        YamlView *view = w.window.preview()->objects()->pane()->view();
        QVERIFY(view->isVisible());
        const QString line = QString::fromUtf8(field.content->yaml).split(u'\n').at(field.line);
        QCOMPARE(view->textCursor().block().text(), line);
        QVERIFY(field.place.ref.isValid());
        QCOMPARE(w.window.selection()->current(), field.place.ref);
        steps->setFocus();
        steps->setCurrentIndex(model->index(row, 0));
        QTest::keyClick(steps, Qt::Key_Return);
        QCOMPARE(w.window.selection()->current(), field.place.ref);
        QVERIFY(!steps->hasFocus());
    }

    void theRequestIsCopiedAsCurl()
    {
        Window w;
        w.open();
        w.type(u"method"_s, u"POST"_s);
        w.type(u"headers"_s, u"X-Team: web"_s);
        auto *button = w.pane()->findChild<QToolButton *>(u"curl"_s);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"curl -si -X 'POST' -H 'X-Team: web' 'http://www.example.com/'"_s);
    }

    void theRequestBecomesAnExpectation()
    {
        Window w;
        w.open();
        QTRY_VERIFY(w.verdict().startsWith(u"Allowed"_s));
        const QList<QAction *> ways = w.pane()->findChild<QToolButton *>(u"expect"_s)->menu()->actions();
        ways[0]->trigger();
        QVERIFY2(w.text().contains(u"kind: Expectations"_s), qPrintable(w.text()));
        QVERIFY2(w.text().contains(u"verdict: allowed"_s), qPrintable(w.text()));
        QVERIFY2(w.text().contains(u"status: 200"_s), qPrintable(w.text()));
        const int documents = int(w.editor.workspace().files[0]->documents.size());
        QCOMPARE(w.window.selection()->document(), documents - 1);
        ways[0]->trigger(); // again: it is there already
        QCOMPARE(w.text().count(u"www.example.com/"_s), 1);
        ways[3]->trigger();
        QVERIFY(w.text().contains(u"verdict: blocked"_s));
        w.editor.undoStack()->undo();
        w.editor.undoStack()->undo();
        QCOMPARE(w.text(), QString::fromUtf8(policy() + mesh()));
    }

    void theKeyOfTheDockOpensItWithTheDestinationFilledIn()
    {
        Window w;
        QTest::keyClick(&w.window, Qt::Key_5, Qt::ControlModifier);
        QVERIFY(w.pane()->isVisible());
        QCOMPARE(w.line(u"address"_s)->text(), u"http://www.example.com/"_s);
        w.type(u"address"_s, u"http://other.example.com/"_s);
        QTest::keyClick(&w.window, Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(w.line(u"address"_s)->text(), u"http://other.example.com/"_s); // what was typed stays
    }

    void aProblemLeadsToTheTraceOfItsDestination()
    {
        Window w;
        w.window.problems()->traceWanted({0, 0, destinationPath(0, 0).child(u"hosts"_s).index(0)});
        QVERIFY(w.pane()->isVisible());
        QCOMPARE(w.line(u"address"_s)->text(), u"http://www.example.com/"_s);
    }

    void foreignObjectsOfTheWorkspaceCount()
    {
        Window w(
            "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata:\n  name: theirs\n  namespace: mytest\n"
            "spec:\n  hosts: [www.example.org]\n  ports:\n  - {number: 80, name: http, protocol: HTTP}\n"
            "  resolution: DNS\n  location: MESH_EXTERNAL\n"
            + mesh());
        QTest::keyClick(&w.window, Qt::Key_5, Qt::ControlModifier);
        w.type(u"namespace"_s, u"mytest"_s);
        w.type(u"address"_s, u"http://www.example.org/"_s);
        QTRY_COMPARE(w.verdict(), u"Allowed: 200 from www.example.org, straight from the sidecar"_s);
        TraceModel *model = w.pane()->view()->model();
        QVERIFY(
            model->index(0, TraceModel::ObjectColumn).data().toString().startsWith(u"ServiceEntry mytest/theirs"_s));
        QTest::mouseClick(w.pane()->view()->steps()->viewport(), Qt::LeftButton, {},
                          w.pane()->view()->steps()->visualRect(model->index(0, 1)).center());
        QCOMPARE(w.window.selection()->document(), 0);
    }

    void theStripShowsWhereTheRequestEnds()
    {
        Window w;
        w.open();
        FlowStrip *strip = w.pane()->view()->strip();
        QTRY_VERIFY(strip->end().has_value());
        QCOMPARE(strip->end()->station, FlowEnd::Host);
        QCOMPARE(strip->end()->verdict, TraceVerdict::Allowed);
        QTRY_COMPARE(strip->front(), qreal(FlowEnd::Host));
        w.type(u"labels"_s, u"app=other"_s);
        QTRY_COMPARE(strip->end()->station, FlowEnd::Sidecar);
        QTRY_COMPARE(strip->front(), qreal(FlowEnd::Sidecar));
    }

    void whatIsHiddenIsNotTraced()
    {
        Window w;
        w.open();
        QTRY_VERIFY(w.verdict().startsWith(u"Allowed"_s));
        w.window.findChild<QDockWidget *>(u"trace"_s)->hide();
        const qsizetype at = w.text().indexOf(u"www.example.com"_s);
        w.editor.editText(0, {{{at, at + 3}, "api"}}, u"Type"_s);
        w.editor.compileNow();
        QTest::qWait(300);
        QVERIFY(w.verdict().startsWith(u"Allowed"_s));
        w.window.findChild<QDockWidget *>(u"trace"_s)->show();
        QTRY_COMPARE(w.verdict(), u"Blocked: 502"_s);
    }

    void tabGoesThroughTheRequestInReadingOrder()
    {
        Window w;
        w.open();
        w.line(u"namespace"_s)->setFocus();
        QStringList names;
        for (int i = 0; i < 6; ++i) {
            QWidget *focus = QApplication::focusWidget();
            names.append(focus->objectName().startsWith(u"qt_"_s) || focus->objectName().isEmpty()
                             ? focus->parentWidget()->objectName()
                             : focus->objectName());
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QCOMPARE(names,
                 QStringList({u"namespace"_s, u"labels"_s, u"account"_s, u"method"_s, u"address"_s, u"headers"_s}));
    }

    void everyFieldHasAName()
    {
        Window w;
        for (const QString &name :
             {u"namespace"_s, u"labels"_s, u"account"_s, u"method"_s, u"address"_s, u"headers"_s, u"steps"_s})
            QVERIFY2(!w.pane()->findChild<QWidget *>(name)->accessibleName().isEmpty(), qPrintable(name));
    }
};

QTEST_MAIN(TestTraceDock)
#include "tst_tracedock.moc"
