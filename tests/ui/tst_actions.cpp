// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "ui/mainwindow.h"

#include <QMenuBar>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

/// All actions that a person can reach by opening menus, without those that only open one.
QList<QAction *> reachable(const QList<QAction *> &actions)
{
    QList<QAction *> result;
    for (QAction *action : actions) {
        if (action->menu())
            result += reachable(action->menu()->actions());
        else if (!action->isSeparator())
            result.append(action);
    }
    return result;
}

} // namespace

class TestActions : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandIsInAMenu()
    {
        const QList<QAction *> found = reachable(m_window.menuBar()->actions());
        for (const Command command : Actions::all())
            QVERIFY2(found.contains(m_window.actions()[command]), qPrintable(m_window.actions()[command]->text()));
    }

    void everyCommandHasWords()
    {
        for (const Command command : Actions::all()) {
            const QAction *action = m_window.actions()[command];
            QVERIFY(!action->text().isEmpty());
            QVERIFY2(action->statusTip().endsWith(u'.'), qPrintable(action->text()));
            QVERIFY(action->toolTip().startsWith(action->statusTip()));
            if (!action->shortcut().isEmpty())
                QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
        }
    }

    void noShortcutMeansTwoThings()
    {
        QSet<QString> taken;
        for (const Command command : Actions::all()) {
            for (const QKeySequence &key : m_window.actions()[command]->shortcuts()) {
                QVERIFY2(!taken.contains(key.toString()), qPrintable(key.toString()));
                QVERIFY2(!key.toString().isEmpty(), "a shortcut of the table is misspelt");
                taken.insert(key.toString());
            }
        }
    }

    void mnemonicsAreUniqueInTheirMenu()
    {
        for (const QAction *menu : m_window.menuBar()->actions()) {
            QSet<QChar> taken;
            for (const QAction *action : menu->menu()->actions()) {
                const qsizetype mark = action->text().indexOf(u'&');
                if (mark < 0)
                    continue;
                const QChar key = action->text().at(mark + 1).toLower();
                QVERIFY2(!taken.contains(key), qPrintable(menu->text() + u" > "_s + action->text()));
                taken.insert(key);
            }
        }
    }

    void theShortcutsAreThoseThatPeopleKnow()
    {
        const auto key = [this](Command command) { return m_window.actions()[command]->shortcut().toString(); };
        QCOMPARE(key(Command::NewPolicy), u"Ctrl+N"_s);
        QCOMPARE(key(Command::Open), u"Ctrl+O"_s);
        QCOMPARE(key(Command::Save), u"Ctrl+S"_s);
        QCOMPARE(key(Command::SaveAs), u"Ctrl+Shift+S"_s);
        QCOMPARE(key(Command::CloseFile), u"Ctrl+W"_s);
        QCOMPARE(key(Command::Undo), u"Ctrl+Z"_s);
        QCOMPARE(key(Command::Redo), u"Ctrl+Shift+Z"_s);
        QCOMPARE(key(Command::ShowNavigator), u"Ctrl+1"_s);
        QCOMPARE(key(Command::ShowForm), u"Ctrl+2"_s);
        QCOMPARE(key(Command::ShowPreview), u"Ctrl+3"_s);
    }

private:
    WorkspaceEditor m_editor;
    MemorySettings m_settings;
    MainWindow m_window{&m_editor, &m_settings};
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
