// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/bulk/bulkpanel.h"
#include "ui/fields/inputs.h"
#include "ui/form/policyform.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/navigator/navigator.h"
#include "ui/navigator/navigatormodel.h"
#include "ui/navigator/navigatorview.h"
#include "ui/selecteditems.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

QByteArray rule(const QByteArray &name, int port = 80)
{
    return "  # about " + name + "\n  - name: " + name
        + "\n    from:\n    - namespace: mytest\n    to:\n    - name: to-" + name + "\n      hosts: [" + name
        + ".com] # one\n      port: {number: " + QByteArray::number(port) + ", protocol: HTTP}\n";
}

QByteArray policy(const QByteArray &gateway, const QByteArray &rules)
{
    return "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n  name: egress-by-"
        + gateway + "\n  namespace: istio-egress\nspec:\n  byEgressGateway:\n    name: " + gateway
        + "\n  egressRules:\n" + rules;
}

} // namespace

/// Rules edited in the navigator, alone and several together, asserting the texts of the files.
class TestRuleEditing : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings = std::make_unique<MemorySettings>();
        m_editor = std::make_unique<WorkspaceEditor>();
        m_editor->newFile(policy("gw-a", rule("a") + rule("b") + rule("c") + rule("d")), u"a.yaml"_s);
        m_editor->newFile(policy("gw-b", rule("x") + rule("y")), u"b.yaml"_s);
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // or its shortcuts sleep
        m_editor->compileNow();
        m_selection = m_window->selection();
        m_items = m_window->items();
        m_selection->select({0, 0, rulePath(0)});
        view()->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_editor.reset();
        m_settings.reset();
    }

    void shiftAndCtrlSelectSeveral()
    {
        press(Qt::Key_Down, Qt::ShiftModifier); // to-a
        press(Qt::Key_Down, Qt::ShiftModifier); // b
        QCOMPARE(m_items->all(), (QList<FieldRef>{at(0, 0), at(0, 0, 0), at(0, 1)}));
        QCOMPARE(m_selection->current(), at(0, 1));
        click(0, 3, Qt::ControlModifier);
        QCOMPARE(m_items->all().size(), 4);
        click(0, 2);
        QVERIFY(m_items->all().isEmpty());
        QCOMPARE(m_selection->current(), at(0, 2));
    }

    void allRulesAreSelectedAtOnce()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_items->all(), (QList<FieldRef>{at(0, 0), at(0, 1), at(0, 2), at(0, 3), at(1, 0), at(1, 1)}));
        m_window->navigator()->setFilterText(u"host:b.com"_s);
        view()->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_selection->current(), at(0, 1, 0));
        QVERIFY(m_items->all().isEmpty()); // it is only one
    }

    void severalAreDeletedInOneStep()
    {
        const QByteArray before = text(0);
        click(0, 1);
        click(0, 3, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("c")));
        QCOMPARE(m_editor->undoStack()->undoText(), u"Delete 2 rule(s)"_s);
        QCOMPARE(m_selection->current(), at(0, 1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(0), before);
    }

    void allAreDeletedAcrossFiles()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QCOMPARE(text(0), policy("gw-a", {}).replace("egressRules:\n", "egressRules: []\n"));
        QCOMPARE(text(1), policy("gw-b", {}).replace("egressRules:\n", "egressRules: []\n"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(1), policy("gw-b", rule("x") + rule("y")));
    }

    void severalMoveUpAndDownTogether()
    {
        click(0, 1);
        click(0, 3, Qt::ControlModifier);
        press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text(0), policy("gw-a", rule("b") + rule("a") + rule("d") + rule("c")));
        QCOMPARE(m_items->all(), (QList<FieldRef>{at(0, 0), at(0, 2)}));
        press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("b") + rule("c") + rule("d")));
        press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("c") + rule("b") + rule("d")));
        QCOMPARE(m_items->all(), (QList<FieldRef>{at(0, 2), at(0, 3)}));
    }

    void severalAreDuplicatedWithNamesOfTheirOwn()
    {
        click(0, 0);
        click(0, 1, Qt::ControlModifier);
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        const auto copy = [](const QByteArray &name, const QByteArray &copied) {
            return rule(name).replace("- name: " + name + "\n", "- name: " + copied + "\n");
        };
        QCOMPARE(
            text(0),
            policy("gw-a", rule("a") + rule("b") + copy("a", "a-copy") + copy("b", "b-copy") + rule("c") + rule("d")));
        QCOMPARE(m_items->all(), (QList<FieldRef>{at(0, 2), at(0, 3)}));
        click(0, 0);
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(text(0).contains("name: a-copy-2\n"));
    }

    void draggedRulesMoveBetweenFilesWithTheirComments()
    {
        click(0, 1);
        click(0, 2, Qt::ControlModifier);
        QVERIFY(drop(Qt::MoveAction, 1, policyIndex(1)));
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("d")));
        QCOMPARE(text(1), policy("gw-b", rule("x") + rule("b") + rule("c") + rule("y")));
        QCOMPARE(m_items->all(), (QList<FieldRef>{at(1, 1), at(1, 2)}));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("b") + rule("c") + rule("d")));
        QCOMPARE(text(1), policy("gw-b", rule("x") + rule("y")));
    }

    void draggedRulesAreReorderedInTheirPolicy()
    {
        click(0, 3);
        QVERIFY(drop(Qt::MoveAction, 0, policyIndex(0)));
        QCOMPARE(text(0), policy("gw-a", rule("d") + rule("a") + rule("b") + rule("c")));
        QCOMPARE(m_selection->current(), at(0, 0));
        QVERIFY(drop(Qt::MoveAction, 1, policyIndex(0))); // to where it is
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }

    void ctrlDragCopies()
    {
        click(0, 0);
        QVERIFY(drop(Qt::CopyAction, -1, policyIndex(1)));
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("b") + rule("c") + rule("d")));
        QCOMPARE(text(1), policy("gw-b", rule("x") + rule("y") + rule("a")));
    }

    void aDestinationGoesToAnotherRuleAndNowhereElse()
    {
        click(0, 0, Qt::NoModifier, 0);
        QVERIFY(!drop(Qt::MoveAction, 0, policyIndex(0)));
        QVERIFY(drop(Qt::MoveAction, -1, view()->model()->index(1, 0, policyIndex(0))));
        QVERIFY(text(0).contains("    to: []\n"));
        QVERIFY(text(0).contains(
            "name: to-b\n      hosts: [b.com] # one\n      port: {number: 80, protocol: HTTP}\n    - name: to-a\n"));
        QCOMPARE(m_selection->current(), at(0, 1, 1));
    }

    void aRuleFromAnotherWindowIsCopied()
    {
        QMimeData data;
        data.setText(u"- name: new # from far away\n  from: [{namespace: n}]\n  to: []\n"_s);
        QVERIFY(model()->canDropMimeData(&data, Qt::CopyAction, 1, 0, policyIndex(1)));
        QVERIFY(model()->dropMimeData(&data, Qt::CopyAction, 1, 0, policyIndex(1)));
        QVERIFY(text(1).contains(rule("x") + "  - name: new # from far away\n    from: [{namespace: n}]\n"));
        data.setText(u"no rule at all"_s);
        QVERIFY(!model()->canDropMimeData(&data, Qt::CopyAction, 1, 0, policyIndex(1)));
    }

    void aDropShowsWhereItGoes()
    {
        click(0, 3);
        const std::unique_ptr<QMimeData> data(model()->mimeData({view()->currentIndex()}));
        const QRect place = view()->visualRect(view()->model()->index(1, 0, policyIndex(0)));
        const QPoint top(place.center().x(), place.top() + 1);
        QDragEnterEvent enter(top, Qt::MoveAction | Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(top, Qt::MoveAction | Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view()->viewport(), &move);
        QVERIFY(move.isAccepted());
        QCOMPARE(move.dropAction(), Qt::MoveAction);
        QDropEvent drop(top, Qt::MoveAction | Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view()->viewport(), &drop);
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("d") + rule("b") + rule("c")));
    }

    void severalAreCutAndPasted()
    {
        click(0, 1);
        click(0, 2, Qt::ControlModifier);
        press(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("d")));
        click(1, 0);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(text(1), policy("gw-b", rule("x") + rule("b") + rule("c") + rule("y")));
    }

    void documentsAreAddedAndDeleted()
    {
        const QByteArray before = text(1);
        m_selection->select({1, 0, {}});
        for (const Command command :
             {Command::AddPolicy, Command::AddAuthorization, Command::AddMesh, Command::AddExpectations}) {
            const int count = int(m_editor->workspace().files[1]->documents.size());
            m_window->actions()[command]->trigger();
            QCOMPARE(int(m_editor->workspace().files[1]->documents.size()), count + 1);
            QCOMPARE(m_selection->document(), count);
        }
        for (int i = 4; i > 0; --i) {
            m_selection->select({1, i, {}});
            view()->setFocus();
            press(Qt::Key_Delete);
        }
        QCOMPARE(text(1), before);
        m_editor->undoStack()->undo();
        QCOMPARE(int(m_editor->workspace().files[1]->documents.size()), 2);
    }

    void oneEditGoesToAllThatAreSelected()
    {
        click(0, 0);
        click(0, 2, Qt::ControlModifier);
        QVERIFY(m_window->bulk()->isVisible());
        QVERIFY(!m_window->form()->isVisible());
        auto *port = qobject_cast<LineEdit *>(m_window->bulk()->input(SharedField::Port));
        QCOMPARE(port->text(), u"80"_s);
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, u"8080"_s);
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("b") + rule("c") + rule("d")));
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(text(0), policy("gw-a", rule("a", 8080) + rule("b") + rule("c", 8080) + rule("d")));
        QCOMPARE(m_items->all().size(), 2);
        m_editor->undoStack()->undo();
        QCOMPARE(text(0), policy("gw-a", rule("a") + rule("b") + rule("c") + rule("d")));
        QCOMPARE(m_items->all().size(), 2);
    }

    void manyChangesAreToldOnceAndKeepTheSelection()
    {
        QByteArray rules;
        for (int i = 0; i < 40; ++i)
            rules += rule("r" + QByteArray::number(i));
        m_editor->newFile(policy("gw-c", rules), u"c.yaml"_s);
        m_selection->select({2, 0, rulePath(0)});
        m_window->navigator()->setFilterText(u"gw-c"_s);
        view()->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        const QList<FieldRef> all = m_items->all();
        QCOMPARE(all.size(), 40);
        QSignalSpy changed(m_editor.get(), &WorkspaceEditor::changed);
        auto *port = qobject_cast<LineEdit *>(m_window->bulk()->input(SharedField::Port));
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, u"8443"_s);
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(text(2).count("number: 8443"), 40);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<FieldRef>().path, rulePath(0).parent());
        QCOMPARE(m_items->all(), all);
    }

    void whatDiffersIsShownAndLeftAlone()
    {
        m_editor->editText(0, {{{text(0).indexOf("number: 80") + 8, text(0).indexOf("number: 80") + 10}, "81"}},
                           u"Type"_s);
        click(0, 0);
        click(0, 2, Qt::ControlModifier);
        auto *port = qobject_cast<LineEdit *>(m_window->bulk()->input(SharedField::Port));
        QCOMPARE(port->text(), QString());
        QVERIFY(port->placeholderText().contains(u"different"_s));
        QVERIFY(!m_window->bulk()->applyButton()->isEnabled());
        auto *gateway = qobject_cast<LineEdit *>(m_window->bulk()->input(SharedField::Gateway));
        gateway->setFocus();
        QTest::keyClicks(gateway, u"gw-z"_s);
        QTest::mouseClick(m_window->bulk()->applyButton(), Qt::LeftButton);
        QCOMPARE(text(0).count("name: gw-z"), 2);
        QCOMPARE(text(0).count("number: 81"), 1);
        QCOMPARE(m_editor->undoStack()->count(), 2);
    }

    void aListThatChangesEndsTheCommonSelection()
    {
        click(0, 0);
        click(0, 2, Qt::ControlModifier);
        m_editor->editText(0, {{{text(0).size(), text(0).size()}, rule("e")}}, u"Type"_s);
        QVERIFY(m_items->all().isEmpty());
        QVERIFY(m_window->form()->isVisible());
    }

    void theFilterLeavesNothingHiddenSelected()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        m_window->navigator()->setFilterText(u"host:b.com"_s);
        QVERIFY(m_items->all().isEmpty());
    }

private:
    NavigatorView *view() const { return m_window->navigator()->view(); }
    QAbstractItemModel *model() const { return view()->model(); }
    const QByteArray &text(int file) const { return m_editor->workspace().files[size_t(file)]->stream.text; }

    static FieldRef at(int file, int rule, int destination = -1)
    {
        return {file, 0, destination < 0 ? rulePath(rule) : destinationPath(rule, destination)};
    }

    QModelIndex policyIndex(int file) const { return model()->index(0, 0, model()->index(file, 0)); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(view(), key, modifiers);
    }

    void click(int file, int rule, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int destination = -1)
    {
        QModelIndex index = model()->index(rule, 0, policyIndex(file));
        if (destination >= 0)
            index = model()->index(destination, 0, index);
        view()->scrollTo(index);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, modifiers, view()->visualRect(index).center());
    }

    /// Drops what is selected before a row of an entry, or onto it: then views tell neither row nor column.
    bool drop(Qt::DropAction action, int row, const QModelIndex &parent)
    {
        const std::unique_ptr<QMimeData> data(model()->mimeData(view()->selectionModel()->selectedRows()));
        const int column = row < 0 ? -1 : 0;
        return model()->canDropMimeData(data.get(), action, row, column, parent)
            && model()->dropMimeData(data.get(), action, row, column, parent);
    }

    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MainWindow> m_window;
    Selection *m_selection = nullptr;
    SelectedItems *m_items = nullptr;
};

QTEST_MAIN(TestRuleEditing)
#include "tst_ruleediting.moc"
