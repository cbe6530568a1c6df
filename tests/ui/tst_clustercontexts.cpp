// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/clusterwindow.h"
#include "ui/cluster/contextsmodel.h"
#include "ui/cluster/contextspage.h"
#include "ui/cluster/factspage.h"
#include "ui/cluster/workbar.h"
#include "ui/messagebar.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::test;

class TestClusterContexts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<ClusterWindow>();
        m->show();
    }

    void cleanup() { m.reset(); }

    void withoutServicesNothingIsOffered()
    {
        WorkspaceEditor editor;
        MainWindow window(&editor, &m->settings);
        for (const Command command : {Command::ShowCluster, Command::ChooseContext, Command::CloseContext})
            QVERIFY(!window.actions()[command]->isEnabled());
    }

    void nothingIsConnectedToBeforeAContextIsOpened()
    {
        m->press(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(page()->isVisible());
        QCOMPARE(page()->model()->rowCount(), 2);
        QCOMPARE(m->cluster.opened, 0);
        QVERIFY(m->cluster.requests.isEmpty());
    }

    void aContextIsOpenedByTheKeyboard()
    {
        m->press(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget(), page()->list());
        QTest::keyClick(page()->list(), Qt::Key_Down);
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QTRY_COMPARE(link()->state(), ClusterLink::State::Open);
        QCOMPARE(link()->context(), u"test-eu"_s);
        QCOMPARE(m->contextButton()->text(), u"Context: test-eu"_s);
        QTRY_COMPARE(view()->work()->stage(), PlanWork::Stage::Planned);
        QVERIFY(m->cluster.count("PATCH", "dryRun=All") > 0); // the plan
        QCOMPARE(m->cluster.cluster.writes, 0);
    }

    void theFilterLeavesTheContextThatIsMeant()
    {
        showContexts();
        auto *filter = page()->findChild<QLineEdit *>();
        filter->setFocus();
        QTest::keyClicks(filter, u"TEST"_s);
        QCOMPARE(page()->list()->model()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(link()->context(), u"test-eu"_s);
    }

    void theContextOfTheLastTimeIsSelectedButNotOpened()
    {
        QVERIFY(m->open(u"test-eu"_s));
        m->close();
        m->show();
        m->cluster.requests.clear();
        showContexts();
        QCOMPARE(page()->list()->currentIndex().data().toString(), u"test-eu"_s);
        QVERIFY(m->cluster.requests.isEmpty());
    }

    void aMarkStandsInTitleAndButtonAndIsRemembered()
    {
        QVERIFY(m->open(u"prod-eu"_s));
        showContexts();
        auto *mark = page()->findChild<QComboBox *>();
        mark->setFocus();
        QTest::keyClick(mark, Qt::Key_End);
        QCOMPARE(m->contextButton()->text(), u"Context: prod-eu (read-only)"_s);
        QVERIFY(m->window->windowTitle().contains(u"prod-eu (read-only)"_s));
        QCOMPARE(ContextMemory(&m->settings).mark(u"prod-eu"_s), ContextMark::ReadOnly);
        QCOMPARE(ContextMemory(&m->settings).mark(u"test-eu"_s), ContextMark::None);
        m->close();
        m->show();
        QVERIFY(m->open(u"prod-eu"_s));
        QCOMPARE(m->contextButton()->text(), u"Context: prod-eu (read-only)"_s);
    }

    void aKubeconfigThatCannotBeReadSaysWhatToDo()
    {
        const Result<kube::Kubeconfig> good = m->cluster.config;
        m->cluster.config = Error{.what = u"A kubeconfig cannot be read."_s,
                                  .where = u"/home/you/.kube/config"_s,
                                  .unaffected = u"No file was changed."_s,
                                  .next = u"Correct it."_s,
                                  .details = {}};
        showContexts();
        QVERIFY(ClusterWindow::visibleText(page()).contains(u"A kubeconfig cannot be read."_s));
        QVERIFY(ClusterWindow::visibleText(page()).contains(u"/home/you/.kube/config"_s));
        QVERIFY(ClusterWindow::visibleText(page()).contains(u"Correct it."_s));
        m->cluster.config = good;
        QTest::mouseClick(m->button(u"Look Again"_s), Qt::LeftButton);
        QVERIFY(page()->list()->isVisible());
        QCOMPARE(page()->model()->rowCount(), 2);
    }

    void withoutAKubeconfigThePageSaysWhereItWouldBe()
    {
        m->cluster.config = kube::Kubeconfig();
        showContexts();
        QVERIFY(ClusterWindow::visibleText(page()).contains(u"KUBECONFIG"_s));
    }

    void anOpenClusterTellsItsFactsAndWhatTheyChange()
    {
        QVERIFY(m->open(u"prod-eu"_s));
        const QString facts = this->facts();
        QVERIFY2(facts.contains(u"Kubernetes | v1.31.2"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"User | alice"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"REGISTRY_ONLY | yes"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"The Service of gateway egressgateway-a has no port 444."_s), qPrintable(facts));
    }

    void whatMayNotBeReadIsUnknownAndNoFailure()
    {
        m->cluster.script = [](const kube::Request &request) -> std::optional<ScriptedCluster::Reply> {
            if (request.path.contains("/services") || request.path.contains("/configmaps/"))
                return ScriptedCluster::Reply{.answer = failure(403, "Forbidden", "no")};
            return std::nullopt;
        };
        QVERIFY(m->open(u"prod-eu"_s));
        const QString facts = this->facts();
        QVERIFY2(facts.contains(u"REGISTRY_ONLY | not known"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"Not readable | the gateways' Services"_s), qPrintable(facts));
        QVERIFY2(!facts.contains(u"There is no Service"_s), qPrintable(facts));
    }

    void openingFails_data()
    {
        QTest::addColumn<kube::Answer>("answer");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("next");
        const auto broken = [](kube::TransportFailure::Kind kind, const QString &message) {
            return kube::Answer(kube::TransportFailure{kind, message, {}, false});
        };
        using Kind = kube::TransportFailure::Kind;
        QTest::newRow("401") << kube::Answer(failure(401, "Unauthorized", "Unauthorized")) << u"Unauthorized"_s
                             << u"Sign in again"_s;
        QTest::newRow("403") << kube::Answer(failure(403, "Forbidden", "you may not")) << u"you may not"_s
                             << u"Ask for the right"_s;
        QTest::newRow("500") << kube::Answer(failure(500, "InternalError", "out of order")) << u"out of order"_s
                             << u"try again"_s;
        QTest::newRow("login page") << kube::Answer(kube::Response{200, {{"Content-Type", "text/html"}}, "<html>"})
                                    << u"could not be opened"_s << u"proxy or a login page"_s;
        QTest::newRow("reset") << broken(Kind::Network, u"The connection was reset."_s)
                               << u"The connection was reset."_s << u"can be reached"_s;
        QTest::newRow("timeout") << broken(Kind::Timeout, u"There was no answer in time."_s) << u"no answer in time"_s
                                 << u"can be reached"_s;
        QTest::newRow("tls") << broken(Kind::Tls, u"The server's certificate is not trusted."_s) << u"not trusted"_s
                             << u"certificate authority"_s;
        QTest::newRow("credentials") << broken(Kind::Credentials, u"The plugin aws failed."_s) << u"plugin aws"_s
                                     << u"run its plugin in a terminal"_s;
    }

    void openingFails()
    {
        QFETCH(kube::Answer, answer);
        QFETCH(QString, what);
        QFETCH(QString, next);
        m->cluster.script = [answer](const kube::Request &request) -> std::optional<ScriptedCluster::Reply> {
            return request.path == "/version" ? std::optional(ScriptedCluster::Reply{.answer = answer}) : std::nullopt;
        };
        showContexts();
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QTRY_VERIFY(view()->messages()->isVisible());
        const Error &error = view()->messages()->error();
        QVERIFY2(error.what.contains(what), qPrintable(error.what));
        QCOMPARE(error.where, u"prod-eu"_s);
        QVERIFY(!error.unaffected.isEmpty());
        QVERIFY2(error.next.contains(next), qPrintable(error.next));
        QCOMPARE(link()->state(), ClusterLink::State::Closed);
        QCOMPARE(m->contextButton()->text(), u"Context: (none)"_s);
    }

    void aServerThatHangsCanBeLeft()
    {
        m->cluster.script = [](const kube::Request &) { return ScriptedCluster::Reply{.hangs = true}; };
        showContexts();
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QTRY_VERIFY(m->button(u"Cancel"_s));
        QVERIFY(m->pressButton(u"Cancel"_s));
        QCOMPARE(link()->state(), ClusterLink::State::Closed);
        QVERIFY(!m->button(u"Cancel"_s));
        m->cluster.script = {};
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QTRY_COMPARE(link()->state(), ClusterLink::State::Open);
    }

    void theWindowClosesWhileAContextIsBeingOpened()
    {
        m->cluster.script = [](const kube::Request &) {
            return ScriptedCluster::Reply{.after = std::chrono::milliseconds(20)};
        };
        showContexts();
        QTest::keyClick(page()->list(), Qt::Key_Return);
        m->close();
        QTest::qWait(50); // an answer for a window that is gone would come now
        m->show();
    }

    void noSecretOfTheKubeconfigIsSeen()
    {
        QVERIFY(m->open(u"prod-eu"_s));
        showContexts();
        QString all = ClusterWindow::visibleText(m->window.get());
        const QAbstractItemModel *model = page()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                all += model->index(row, column).data().toString()
                    + model->index(row, column).data(Qt::ToolTipRole).toString();
        }
        QVERIFY2(all.contains(u"https://prod-eu.example.com:6443"_s), qPrintable(all));
        for (const QString &secret : plantedSecrets())
            QVERIFY(!all.contains(secret));
    }

    void closingAContextForgetsIt()
    {
        QVERIFY(m->open(u"prod-eu"_s));
        m->window->actions()[Command::CloseContext]->trigger();
        QCOMPARE(link()->state(), ClusterLink::State::Closed);
        QVERIFY(!m->window->actions()[Command::CloseContext]->isEnabled());
        QCOMPARE(m->contextButton()->text(), u"Context: (none)"_s);
        QVERIFY(!m->window->windowTitle().contains(u"prod-eu"_s));
    }

    void theContextsAreAModel()
    {
        ContextsModel model;
        const QAbstractItemModelTester tester(&model);
        ContextMemory memory(&m->settings);
        model.setRows(contextRows(*m->cluster.config, memory));
        model.setMark(1, ContextMark::Production);
        model.setOpened(u"prod-eu"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"prod-eu (open)"_s);
        QCOMPARE(model.index(1, ContextsModel::MarkColumn).data().toString(), u"production"_s);
    }

    void everyWidgetOfTheDockHasAName()
    {
        QVERIFY(m->openAndPlan(u"prod-eu"_s));
        for (const ClusterView::Page shown : {ClusterView::ContextsTab, ClusterView::FactsTab, ClusterView::PlanTab,
                                              ClusterView::HistoryTab, ClusterView::DriftTab}) {
            view()->showPage(shown);
            for (QWidget *widget : view()->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
                    || widget->objectName().startsWith(u"qt_"_s))
                    continue;
                const bool named =
                    !widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty();
                QVERIFY2(named, widget->metaObject()->className());
            }
        }
    }

private:
    void showContexts()
    {
        m->trigger(Command::ChooseContext);
        QTRY_VERIFY(page()->isVisible());
    }

    ClusterView *view() const { return m->view(); }
    ClusterLink *link() const { return m->link(); }
    ContextsPage *page() const { return view()->contexts(); }
    QString facts() const { return ClusterWindow::textOf(view()->facts()->list()->model()); }

    std::unique_ptr<ClusterWindow> m;
};

QTEST_MAIN(TestClusterContexts)
#include "tst_clustercontexts.moc"
