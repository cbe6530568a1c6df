// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigator.h"
#include "ui/navigator/navigatorfilter.h"
#include "ui/navigator/navigatormodel.h"
#include "ui/navigator/navigatorview.h"
#include "ui/selecteditems.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

QByteArray rule(const QByteArray &name, const char *host, const char *protocol = "HTTP", int port = 80)
{
    return "  - name: " + name
        + "\n    from:\n    - namespace: mytest\n      workloadSelector:\n        app: sleep\n    to:\n"
        + "    - name: to-" + name + "\n      hosts:\n      - " + host
        + "\n      port:\n        number: " + QByteArray::number(port) + "\n        protocol: " + protocol + "\n";
}

QByteArray policy(const QByteArray &rules)
{
    return "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n  name: egress-by-gw-a\n"
           "  namespace: istio-egress\nspec:\n  byEgressGateway:\n    name: gw-a\n  egressRules:\n"
        + rules;
}

const QByteArray others = "---\napiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: default}\nspec:\n"
                          "  outboundTrafficPolicy: REGISTRY_ONLY\n"
                          "---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n";

/// The tree as lines, two blanks a level.
QStringList lines(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        result.append(QString(2 * depth, u' ') + index.data().toString());
        result += lines(model, index, depth + 1);
    }
    return result;
}

} // namespace

class TestNavigator : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_editor = std::make_unique<WorkspaceEditor>();
        m_selection = std::make_unique<Selection>();
        m_items = std::make_unique<SelectedItems>(m_selection.get());
        m_editor->newFile(policy(rule("one", "a.com") + rule("two", "b.com", "HTTPS", 443)) + others, u"policy.yaml"_s);
        m_editor->compileNow();
        m_navigator = std::make_unique<Navigator>(m_editor.get(), m_selection.get(), m_items.get());
        m_navigator->resize(400, 600);
        m_navigator->show();
    }

    void cleanup()
    {
        m_navigator.reset();
        m_items.reset();
        m_selection.reset();
        m_editor.reset();
    }

    void theTreeIsFilesPoliciesRulesAndDestinations()
    {
        QCOMPARE(lines(*view()->model()),
                 (QStringList{u"policy.yaml"_s, u"  gw-a"_s, u"    one"_s, u"      to-one"_s, u"    two"_s,
                              u"      to-two"_s, u"  Mesh"_s, u"  Other documents"_s, u"    Service"_s}));
    }

    void aRuleWithoutNameIsCalledByWhatItAllows()
    {
        replace("  - name: one\n    from:", "  - from:");
        QCOMPARE(lines(*view()->model()).at(2), u"    mytest → a.com"_s);
    }

    void theModelStaysSoundWhateverIsTyped()
    {
        NavigatorModel model(m_editor.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(5);
        for (int i = 0; i < 150; ++i) {
            QByteArray rules;
            for (int n = random.bounded(5); n > 0; --n)
                rules += rule(QByteArray(1, char('a' + random.bounded(6))), "h.com");
            QByteArray text = random.bounded(8) ? policy(rules) : QByteArray("broken: [");
            if (random.bounded(2))
                text += others;
            m_editor->editText(0, {{{0, textOf().size()}, text}}, u"Type"_s);
            if (random.bounded(10) == 0)
                m_editor->newFile(policy(rules), u"new.yaml"_s);
            if (random.bounded(10) == 0 && m_editor->workspace().files.size() > 1)
                m_editor->close(1);
            if (random.bounded(4) == 0)
                m_editor->compileNow();
        }
        QCOMPARE(lines(model), lines(NavigatorModel(m_editor.get())));
    }

    void entriesThatStayKeepTheirPlaceInTheView()
    {
        const QPersistentModelIndex two = find(u"two"_s);
        m_selection->select({0, 0, rulePath(1)});
        QCOMPARE(view()->currentIndex(), QModelIndex(two));
        replace("  - name: one", rule("zero", "z.com") + "  - name: one");
        QVERIFY(two.isValid());
        QCOMPARE(two.row(), 2);
        QCOMPARE(two.data().toString(), u"two"_s);
    }

    void clickingAnEntrySelectsItsField()
    {
        QSignalSpy changed(m_selection.get(), &Selection::changed);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(find(u"to-two"_s)).center());
        QCOMPARE(m_selection->current(), (FieldRef{0, 0, destinationPath(1, 0)}));
        QCOMPARE(changed.size(), 1);
        QTest::keyClick(view(), Qt::Key_Up);
        QCOMPARE(m_selection->current(), (FieldRef{0, 0, rulePath(1)}));
    }

    void aSelectedFieldIsShownByItsDestinationWithoutLosingTheField()
    {
        const FieldRef field{0, 0, destinationPath(1, 0).child(u"port"_s).child(u"number"_s)};
        m_selection->select(field);
        QCOMPARE(view()->currentIndex().data().toString(), u"to-two"_s);
        QCOMPARE(m_selection->current(), field);
    }

    void aGroupOfForeignDocumentsSelectsNothing()
    {
        m_selection->select({0, 0, rulePath(0)});
        view()->setCurrentIndex(find(u"Other documents"_s));
        QCOMPARE(m_selection->current(), (FieldRef{0, 0, rulePath(0)}));
    }

    void badgesCountWhatIsAtAndBelowAnEntry()
    {
        const auto badge = [this](const QString &title) {
            return find(title).data(NavigatorModel::BadgeRole).value<Badge>();
        };
        const int before = badge(u"gw-a"_s).count;
        QCOMPARE(badge(u"to-two"_s).count, 0);
        replace("number: 443", "number: 99999");
        m_editor->compileNow();
        QCOMPARE(badge(u"to-two"_s).worst, Severity::Error);
        QVERIFY(badge(u"to-two"_s).count > 0);
        QCOMPARE(badge(u"two"_s).count, badge(u"to-two"_s).count);
        QCOMPARE(badge(u"one"_s).count, 0);
        QCOMPARE(badge(u"gw-a"_s).count, before + badge(u"two"_s).count);
        QCOMPARE(badge(u"policy.yaml"_s).worst, Severity::Error);
        QVERIFY(find(u"two"_s).data(Qt::AccessibleDescriptionRole).toString().contains(u"error"_s));
    }

    void theFilterFindsHostsNamespacesLabelsAndClasses_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("expected");
        const QStringList second = {u"policy.yaml"_s, u"  gw-a"_s, u"    two"_s, u"      to-two"_s};
        QTest::newRow("host") << u"B.com"_s << second;
        QTest::newRow("class") << u"TLS"_s << second;
        QTest::newRow("name") << u"two"_s << second;
        QTest::newRow("document") << u"shop"_s
                                  << QStringList{u"policy.yaml"_s, u"  Other documents"_s, u"    Service"_s};
        QTest::newRow("nothing") << u"no such words"_s << QStringList();
    }

    void theFilterFindsHostsNamespacesLabelsAndClasses()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, expected);
        auto *filter = m_navigator->findChild<QLineEdit *>();
        QTest::keyClicks(filter, words);
        QCOMPARE(lines(*view()->model()), expected);
        QCOMPARE(view()->isVisible(), !expected.isEmpty());
        if (expected.isEmpty())
            QTest::mouseClick(m_navigator->findChild<QPushButton *>(), Qt::LeftButton);
        else
            QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(lines(*view()->model()).size(), 9);
    }

    void theFilterSaysHowMuchItShows()
    {
        QVERIFY(shows(u"2 rule(s)"_s));
        m_navigator->setFilterText(u"b.com"_s);
        QVERIFY(shows(u"1 of 2 rule(s)"_s));
        m_navigator->setFilterText(u"no such words"_s);
        QVERIFY(shows(u"0 of 2 rule(s)"_s));
        QVERIFY(shows(u"Nothing here fits “no such words”."_s));
        QCOMPARE(m_navigator->findChild<QPushButton *>()->text(), u"Clear Filter"_s);
    }

    void theCountFollowsFilesThatComeAndGo()
    {
        const auto counted = [this] {
            QStringList texts;
            for (const QLabel *label : m_navigator->findChildren<QLabel *>())
                texts.append(label->text());
            return texts.filter(u"rule(s)"_s).join(u'|');
        };
        QCOMPARE(counted(), u"2 rule(s)"_s);
        m_editor->newFile(policy(rule("three", "c.com")), u"other.yaml"_s);
        QCOMPARE(counted(), u"3 rule(s)"_s);
        m_navigator->view()->collapseAll();
        m_editor->close(0);
        QCOMPARE(counted(), u"1 rule(s)"_s);
    }

    void wordsOfARuleAndOfItsDestinationAreLookedForTogether()
    {
        m_navigator->setFilterText(u"two mytest tls gw-a"_s);
        QCOMPARE(lines(*view()->model()),
                 (QStringList{u"policy.yaml"_s, u"  gw-a"_s, u"    two"_s, u"      to-two"_s}));
        m_navigator->setFilterText(u"one tls"_s);
        QVERIFY(lines(*view()->model()).isEmpty());
        m_navigator->setFilterText(u"-class:tls mytest"_s);
        QCOMPARE(lines(*view()->model()),
                 (QStringList{u"policy.yaml"_s, u"  gw-a"_s, u"    one"_s, u"      to-one"_s}));
    }

    void theFilterFindsFindings()
    {
        replace("number: 443", "number: 99999");
        m_editor->compileNow();
        const QStringList broken = {u"policy.yaml"_s, u"  gw-a"_s, u"    two"_s, u"      to-two"_s};
        for (const QString &words : {u"is:error"_s, u"port.number"_s, u"code:port. is:error"_s}) {
            m_navigator->setFilterText(words);
            QCOMPARE(lines(*view()->model()), broken);
        }
        m_navigator->setFilterText(u"host.invalid"_s);
        QVERIFY(lines(*view()->model()).isEmpty());
    }

    void whatIsEditedDoesNotVanishUnderTheHands()
    {
        m_navigator->setFilterText(u"b.com"_s);
        replace("b.com", "elsewhere.com");
        QCOMPARE(lines(*view()->model()).size(), 4);
        replace("a.com", "b.com");
        QCOMPARE(lines(*view()->model()).size(), 6); // what fits now is added
        m_navigator->setFilterText(u"b.co"_s);
        QCOMPARE(lines(*view()->model()).size(), 4);
    }

    void aNewRuleIsShownWhateverTheFilterSays()
    {
        m_navigator->setFilterText(u"b.com"_s);
        replace("  - name: one", rule("zero", "z.com") + "  - name: one");
        QVERIFY(lines(*view()->model()).contains(u"    zero"_s));
    }

    void clearingTheFilterFoldsAndScrollsBack()
    {
        QByteArray rules;
        for (int i = 0; i < 300; ++i)
            rules += rule("r" + QByteArray::number(i), "h.com");
        m_editor->newFile(policy(rules), u"many.yaml"_s);
        view()->expand(find(u"many.yaml"_s));
        view()->expand(view()->model()->index(0, 0, find(u"many.yaml"_s)));
        view()->expand(find(u"r7"_s));
        QTRY_VERIFY(view()->verticalScrollBar()->maximum() > 50); // once it is laid out
        view()->verticalScrollBar()->setValue(50);
        QCOMPARE(view()->verticalScrollBar()->value(), 50);
        m_navigator->setFilterText(u"name:r29"_s);
        QVERIFY(view()->isExpanded(find(u"r290"_s)));
        QVERIFY(shows(u"11 of 302 rule(s)"_s));
        m_navigator->setFilterText({});
        QVERIFY(view()->isExpanded(find(u"r7"_s)));
        QVERIFY(!view()->isExpanded(find(u"r290"_s)));
        QCOMPARE(view()->verticalScrollBar()->value(), 50);
    }

    void theSessionIsFoundAgain()
    {
        view()->collapse(find(u"one"_s));
        m_navigator->setFilterText(u"two"_s);
        const QVariantMap session = m_navigator->session();
        Navigator other(m_editor.get(), m_selection.get(), m_items.get());
        other.restoreSession(session);
        QCOMPARE(lines(*other.view()->model()).size(), 4);
        other.setFilterText({});
        const QAbstractItemModel *model = other.view()->model();
        const QModelIndex gateway = model->index(0, 0, model->index(0, 0));
        QVERIFY(other.view()->isExpanded(gateway));
        QVERIFY(!other.view()->isExpanded(model->index(0, 0, gateway)));
        QVERIFY(other.view()->isExpanded(model->index(1, 0, gateway)));
    }

    void aKeystrokeLooksAtOneRuleOfTwoThousand()
    {
        QByteArray rules;
        for (int i = 0; i < 2000; ++i)
            rules += rule("r" + QByteArray::number(i), "h.com");
        m_editor->editText(0, {{{0, textOf().size()}, policy(rules)}}, u"Type"_s);
        m_editor->compileNow();
        NavigatorModel model(m_editor.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString everything = lines(model).join(u'\n');
        qint64 before = model.outlined();
        replace("to-r1000\n", "to-r1000x\n");
        QCOMPARE(model.outlined() - before, 2); // the rule and its destination
        QCOMPARE(lines(model).join(u'\n'), QString(everything).replace(u"to-r1000\n"_s, u"to-r1000x\n"_s));
        before = model.outlined();
        replace("  - name: r500\n", rule("new", "n.com") + "  - name: r500\n");
        QVERIFY(model.outlined() - before <= 4);
        QCOMPARE(lines(model).join(u'\n'), lines(NavigatorModel(m_editor.get())).join(u'\n'));
        QCOMPARE(NavigatorModel::whereOf(model.indexOf({0, 0, destinationPath(1999, 0)})),
                 (FieldRef{0, 0, destinationPath(1999, 0)}));
        before = model.outlined();
        m_editor->undoStack()->undo();
        QVERIFY(model.outlined() - before <= 4);
        QCOMPARE(lines(model).size(), 2 + 2 * 2000);
    }

    void filteringKeepsTheSelection()
    {
        m_selection->select({0, 0, rulePath(0)});
        auto *filter = m_navigator->findChild<QLineEdit *>();
        QTest::keyClicks(filter, u"b.com"_s);
        QCOMPARE(m_selection->current(), (FieldRef{0, 0, rulePath(0)}));
        filter->clear();
        QCOMPARE(view()->currentIndex().data().toString(), u"one"_s);
    }

    void aBrokenPolicyIsListedAsItWasLast()
    {
        replace("metadata:\n  name: egress", "metadata: [\n  name: egress");
        QCOMPARE(lines(*view()->model()).mid(0, 3), (QStringList{u"policy.yaml"_s, u"  gw-a"_s, u"    one"_s}));
    }

    void anEmptyListSaysWhatItIsAndHasAButton()
    {
        m_editor->close(0);
        QVERIFY(!view()->isVisible());
        QVERIFY(shows(u"No file is open. Policies and their rules are listed here."_s));
        QSignalSpy wanted(m_navigator.get(), &Navigator::newPolicyRequested);
        QTest::mouseClick(m_navigator->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void aModifiedFileIsMarked()
    {
        QVERIFY(!find(u"policy.yaml"_s).data(NavigatorModel::ModifiedRole).toBool());
        replace("a.com", "c.com");
        QVERIFY(find(u"policy.yaml"_s).data(NavigatorModel::ModifiedRole).toBool());
    }

private:
    NavigatorView *view() const { return m_navigator->view(); }

    bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = m_navigator->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }
    const QByteArray &textOf() const { return m_editor->workspace().files[0]->stream.text; }

    void replace(const QByteArray &old, const QByteArray &text)
    {
        const qsizetype begin = textOf().indexOf(old);
        QVERIFY(begin >= 0);
        QVERIFY(m_editor->editText(0, {{{begin, begin + old.size()}, text}}, u"Type"_s));
    }

    QModelIndex find(const QString &title) const
    {
        const QAbstractItemModel *model = view()->model();
        return model->match(model->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }

    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<SelectedItems> m_items;
    std::unique_ptr<Navigator> m_navigator;
};

QTEST_MAIN(TestNavigator)
#include "tst_navigator.moc"
