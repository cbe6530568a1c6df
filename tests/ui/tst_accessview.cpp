// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/access/accessdock.h"
#include "ui/access/accessmodel.h"
#include "ui/changes/changestab.h"
#include "ui/mainwindow.h"
#include "ui/preview/previewpane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

QByteArray policy(const QByteArray &hosts = "www.example.com, api.example.com")
{
    return "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n"
           "  name: egress-by-egressgateway-a\n  namespace: istio-egress\nspec:\n  byEgressGateway:\n"
           "    name: egressgateway-a\n  egressRules:\n  - from:\n    - namespace: mytest\n      workloadSelector:\n"
           "        app: sleep-a\n    to:\n    - hosts: ["
        + hosts + "]\n      port:\n        number: 80\n        protocol: HTTP\n";
}

Access access(const QString &host, int port = 80)
{
    Access made;
    made.namespaceName = u"mytest"_s;
    made.selector = {{u"app"_s, u"sleep-a"_s}};
    made.host = host;
    made.port = made.dialledPort = port;
    made.gateway = u"egressgateway-a"_s;
    return made;
}

struct Window {
    Window()
    {
        editor.newFile(policy(), u"policy.yaml"_s);
        editor.compileNow();
        window.resize(1100, 760);
        window.show();
        (void)QTest::qWaitForWindowActive(&window); // shortcuts are those of the active window
        window.selection()->select({0, 0, destinationPath(0, 0)});
    }

    AccessDock *dock() { return window.findChild<AccessDock *>(); }
    void replace(const QByteArray &old, const QByteArray &text)
    {
        const qsizetype at = editor.workspace().files[0]->stream.text.indexOf(old);
        QVERIFY(at >= 0);
        editor.editText(0, {{{at, at + old.size()}, text}}, u"Type"_s);
    }

    WorkspaceEditor editor;
    MemorySettings settings;
    MainWindow window{&editor, &settings};
};

} // namespace

class TestAccessView : public QObject
{
    Q_OBJECT

private slots:
    void rowsThatStayAreNotTouched()
    {
        AccessModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setAccess({access(u"a.example"_s), access(u"b.example"_s), access(u"c.example"_s)});
        const QPersistentModelIndex last = model.index(2, 0);
        model.setAccess({access(u"a.example"_s), access(u"c.example"_s)});
        QCOMPARE(last.row(), 1);
        QCOMPARE(model.index(1, AccessModel::HostColumn).data().toString(), u"c.example"_s);
        model.setAccess({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aDifferenceSaysInWordsWhatIsNewAndWhatIsGone()
    {
        AccessView view;
        view.showDiff({{access(u"new.example"_s)}, {access(u"gone.example"_s)}}, false);
        const AccessModel *model = view.model();
        QCOMPARE(model->index(0, AccessModel::ChangeColumn).data().toString(), u"Newly allowed"_s);
        QCOMPARE(model->index(1, AccessModel::ChangeColumn).data().toString(), u"No longer allowed"_s);
        QVERIFY(!model->index(0, 0).data(Qt::DecorationRole).isNull());
        QVERIFY(!view.list()->isColumnHidden(AccessModel::ChangeColumn));
        QCOMPARE(view.summary(), u"1 newly allowed · 1 no longer allowed"_s);
        view.showDiff({}, true);
        QVERIFY(view.summary().contains(u"counts as closed"_s));
    }

    void whatTheFilterLeavesIsCopied()
    {
        AccessView view;
        view.show();
        view.showAccess({access(u"a.example"_s), access(u"b.example"_s, 8080)}, false);
        QTest::keyClicks(view.findChild<QLineEdit *>(u"filter"_s), u"8080"_s);
        view.copyCsv();
        const QString csv = QGuiApplication::clipboard()->text();
        QVERIFY2(csv.contains(u"b.example"_s) && !csv.contains(u"a.example"_s), qPrintable(csv));
        view.copyMarkdown();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"| namespace |"_s));
        QTest::keyClicks(view.findChild<QLineEdit *>(u"filter"_s), u"x"_s);
        QVERIFY(!view.list()->isVisible());
    }

    void theDockFollowsThePolicy()
    {
        Window w;
        QTest::keyClick(&w.window, Qt::Key_8, Qt::ControlModifier);
        QVERIFY(w.dock()->isVisible());
        QTRY_COMPARE(w.dock()->model()->rowCount(), 2);
        w.replace("api.example.com", "api.example.com, db.example.com");
        QTRY_COMPARE(w.dock()->model()->rowCount(), 3);
        QTest::keyClick(w.dock()->list(), Qt::Key_End);
        QTest::keyClick(w.dock()->list(), Qt::Key_Return);
        QCOMPARE(w.window.selection()->rule(), 0);
        QVERIFY(w.window.selection()->current().path.toString().contains(u"hosts"_s));
    }

    void theChangesTabComparesAccess()
    {
        Window w;
        ChangesTab *changes = w.window.preview()->changes();
        changes->setWhat(ChangesTab::What::Access);
        w.window.preview()->showChanges();
        QTRY_COMPARE(changes->summary(), u"Nothing is newly allowed."_s);
        w.replace("api.example.com", "db.example.com");
        QTRY_COMPARE(changes->access()->summary(), u"1 newly allowed · 1 no longer allowed"_s);
        QCOMPARE(changes->access()->model()->accessAt(0).host, u"db.example.com"_s);
        QVERIFY(changes->access()->model()->isGone(1));
        QVERIFY(changes->access()->isVisible());
        changes->setWhat(ChangesTab::What::File);
        QTRY_VERIFY(changes->table()->isVisible());
    }
};

QTEST_MAIN(TestAccessView)
#include "tst_accessview.moc"
