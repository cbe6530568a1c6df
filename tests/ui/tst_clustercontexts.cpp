// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "tests/support/ui/scriptedcluster.h"
#include "ui/cluster/clustercommands.h"
#include "ui/cluster/clusterlink.h"
#include "ui/cluster/clusterview.h"
#include "ui/cluster/contextsmodel.h"
#include "ui/cluster/contextspage.h"
#include "ui/cluster/factspage.h"
#include "ui/cluster/workbar.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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
        m_cluster = std::make_unique<ScriptedCluster>();
        m_settings = std::make_unique<MemorySettings>();
        openWindow();
    }

    void cleanup() { closeWindow(); }

    void withoutServicesNothingIsOffered()
    {
        WorkspaceEditor editor;
        MainWindow window(&editor, m_settings.get());
        for (const Command command : {Command::ShowCluster, Command::ChooseContext, Command::CloseContext})
            QVERIFY(!window.actions()[command]->isEnabled());
    }

    void nothingIsConnectedToBeforeAContextIsOpened()
    {
        press(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(page()->isVisible());
        QCOMPARE(page()->model()->rowCount(), 2);
        QCOMPARE(m_cluster->opened, 0);
        QVERIFY(m_cluster->requests.isEmpty());
    }

    void aContextIsOpenedByTheKeyboard()
    {
        press(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget(), page()->list());
        QTest::keyClick(page()->list(), Qt::Key_Down);
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QTRY_COMPARE(link()->state(), ClusterLink::State::Open);
        QCOMPARE(link()->context(), u"test-eu"_s);
        QCOMPARE(contextButton()->text(), u"Context: test-eu"_s);
        QCOMPARE(m_cluster->count("PATCH", ""), 0);
        QCOMPARE(m_cluster->count("DELETE", ""), 0);
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
        open(u"test-eu"_s);
        closeWindow();
        openWindow();
        m_cluster->requests.clear();
        showContexts();
        QCOMPARE(page()->list()->currentIndex().data().toString(), u"test-eu"_s);
        QVERIFY(m_cluster->requests.isEmpty());
    }

    void aMarkStandsInTitleAndButtonAndIsRemembered()
    {
        open(u"prod-eu"_s);
        showContexts();
        auto *mark = page()->findChild<QComboBox *>();
        mark->setFocus();
        QTest::keyClick(mark, Qt::Key_End);
        QCOMPARE(contextButton()->text(), u"Context: prod-eu (read-only)"_s);
        QVERIFY(m_window->windowTitle().contains(u"prod-eu (read-only)"_s));
        QCOMPARE(ContextMemory(m_settings.get()).mark(u"prod-eu"_s), ContextMark::ReadOnly);
        QCOMPARE(ContextMemory(m_settings.get()).mark(u"test-eu"_s), ContextMark::None);
        closeWindow();
        openWindow();
        open(u"prod-eu"_s);
        QCOMPARE(contextButton()->text(), u"Context: prod-eu (read-only)"_s);
    }

    void aKubeconfigThatCannotBeReadSaysWhatToDo()
    {
        const Result<kube::Kubeconfig> good = m_cluster->config;
        m_cluster->config = Error{.what = u"A kubeconfig cannot be read."_s,
                                  .where = u"/home/you/.kube/config"_s,
                                  .unaffected = u"No file was changed."_s,
                                  .next = u"Correct it."_s,
                                  .details = {}};
        showContexts();
        QVERIFY(visibleText(page()).contains(u"A kubeconfig cannot be read."_s));
        QVERIFY(visibleText(page()).contains(u"/home/you/.kube/config"_s));
        QVERIFY(visibleText(page()).contains(u"Correct it."_s));
        m_cluster->config = good;
        QTest::mouseClick(button(page(), u"Look Again"_s), Qt::LeftButton);
        QVERIFY(page()->list()->isVisible());
        QCOMPARE(page()->model()->rowCount(), 2);
    }

    void withoutAKubeconfigThePageSaysWhereItWouldBe()
    {
        m_cluster->config = kube::Kubeconfig();
        showContexts();
        QVERIFY(visibleText(page()).contains(u"KUBECONFIG"_s));
    }

    void anOpenClusterTellsItsFactsAndWhatTheyChange()
    {
        open(u"prod-eu"_s);
        const QString facts = textOf(view()->facts()->list());
        QVERIFY2(facts.contains(u"Kubernetes | v1.31.2"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"User | alice"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"REGISTRY_ONLY | yes"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"The Service of gateway egressgateway-a has no port 444."_s), qPrintable(facts));
    }

    void whatMayNotBeReadIsUnknownAndNoFailure()
    {
        m_cluster->script = [](const kube::Request &request) -> std::optional<ScriptedCluster::Reply> {
            if (request.path.contains("/services") || request.path.contains("/configmaps/"))
                return ScriptedCluster::Reply{.answer = failure(403, "Forbidden", "no")};
            return std::nullopt;
        };
        open(u"prod-eu"_s);
        const QString facts = textOf(view()->facts()->list());
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
        m_cluster->script = [answer](const kube::Request &request) -> std::optional<ScriptedCluster::Reply> {
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
        QCOMPARE(contextButton()->text(), u"Context: (none)"_s);
    }

    void aServerThatHangsCanBeLeft()
    {
        m_cluster->script = [](const kube::Request &) { return ScriptedCluster::Reply{.hangs = true}; };
        showContexts();
        QTest::keyClick(page()->list(), Qt::Key_Return);
        auto *cancel = button(view()->work(), u"Cancel"_s);
        QTRY_VERIFY(cancel->isVisible());
        QTest::keyClick(cancel, Qt::Key_Space);
        QCOMPARE(link()->state(), ClusterLink::State::Closed);
        QVERIFY(!cancel->isVisible());
        m_cluster->script = {};
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QTRY_COMPARE(link()->state(), ClusterLink::State::Open);
    }

    void theWindowClosesWhileAContextIsBeingOpened()
    {
        m_cluster->script = [](const kube::Request &) {
            return ScriptedCluster::Reply{.after = std::chrono::milliseconds(20)};
        };
        showContexts();
        QTest::keyClick(page()->list(), Qt::Key_Return);
        closeWindow();
        QTest::qWait(50); // an answer for a window that is gone would come now
        openWindow();
    }

    void noSecretOfTheKubeconfigIsSeen()
    {
        open(u"prod-eu"_s);
        showContexts();
        QString all = visibleText(m_window.get());
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
        open(u"prod-eu"_s);
        m_window->actions()[Command::CloseContext]->trigger();
        QCOMPARE(link()->state(), ClusterLink::State::Closed);
        QVERIFY(!m_window->actions()[Command::CloseContext]->isEnabled());
        QCOMPARE(contextButton()->text(), u"Context: (none)"_s);
        QVERIFY(!m_window->windowTitle().contains(u"prod-eu"_s));
    }

    void theContextsAreAModel()
    {
        ContextsModel model;
        const QAbstractItemModelTester tester(&model);
        ContextMemory memory(m_settings.get());
        model.setRows(contextRows(*m_cluster->config, memory));
        model.setMark(1, ContextMark::Production);
        model.setOpened(u"prod-eu"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"prod-eu (open)"_s);
        QCOMPARE(model.index(1, ContextsModel::MarkColumn).data().toString(), u"production"_s);
    }

    void everyWidgetOfTheDockHasAName()
    {
        open(u"prod-eu"_s);
        for (const ClusterView::Page shown : {ClusterView::ContextsTab, ClusterView::FactsTab}) {
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
    void openWindow()
    {
        m_editor = std::make_unique<WorkspaceEditor>();
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_window->setClusterServices(m_cluster->services());
        m_window->start({});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void closeWindow()
    {
        m_window.reset();
        m_editor.reset();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(m_window.get(), key, modifiers); }

    void showContexts()
    {
        m_window->actions()[Command::ChooseContext]->trigger();
        QTRY_VERIFY(page()->isVisible());
    }

    void open(const QString &context)
    {
        view()->openContext(context);
        QTRY_COMPARE(link()->state(), ClusterLink::State::Open);
    }

    ClusterView *view() const { return m_window->cluster()->view(); }
    ClusterLink *link() const { return view()->link(); }
    ContextsPage *page() const { return view()->contexts(); }

    QToolButton *contextButton() const
    {
        for (QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->text().startsWith(u"Context: "_s))
                return button;
        }
        return nullptr;
    }

    static QPushButton *button(const QWidget *parent, const QString &text)
    {
        for (QPushButton *button : parent->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }

    static QString visibleText(const QWidget *widget)
    {
        QStringList texts;
        for (const QWidget *child : widget->findChildren<QWidget *>()) {
            if (child->isVisible())
                texts += {child->property("text").toString(), child->toolTip(), child->accessibleName()};
        }
        return texts.join(u'\n');
    }

    static QString textOf(const QTreeWidget *list)
    {
        QStringList rows;
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *item = list->topLevelItem(i);
            rows.append(QStringList({item->text(0), item->text(1), item->text(2)}).join(u" | "_s));
        }
        return rows.join(u'\n');
    }

    std::unique_ptr<ScriptedCluster> m_cluster;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestClusterContexts)
#include "tst_clustercontexts.moc"
