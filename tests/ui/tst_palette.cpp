// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"
#include "tests/support/compiling.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/match.h"
#include "ui/palette/palettemodel.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::test;

namespace {

/// The texts that match, best first.
QStringList found(const QStringList &texts, const QString &query)
{
    std::vector<PaletteItem> items;
    for (const QString &text : texts)
        items.push_back({.text = text, .detail = {}, .icon = {}, .action = {}, .where = {}, .path = {}});
    PaletteModel model;
    QAbstractItemModelTester tester(&model);
    model.setItems(std::move(items));
    model.setQuery(query);
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row).data().toString());
    return result;
}

const QByteArray twoRules =
    rule("{namespace: mytest}", "{hosts: [a.example.com, b.example.com], port: {number: 80, protocol: HTTP}}")
    + rule("{namespace: payments}", "{hosts: [db.example.com], port: {number: 443, protocol: TLS}}");

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void lettersMayLeaveOthersOut()
    {
        QVERIFY(matchOf(u"adrl"_s, u"Rule: Add Rule"_s));
        QVERIFY(!matchOf(u"xyz"_s, u"Rule: Add Rule"_s));
        QCOMPARE(matchOf(u"RULE add"_s, u"Rule: Add Rule"_s)->positions, QList<int>({0, 1, 2, 3, 6, 7, 8}));
    }

    void itsFrameStandsOutFromTheWindowInBothThemes()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            applyTheme(*theme);
            QWidget window;
            window.resize(600, 400);
            CommandPalette palette(&window);
            window.show();
            palette.open({}, {});
            QTRY_COMPARE(Theme::of(&palette).isDark, theme->isDark);
            const QImage image = palette.grab().toImage();
            const QColor frame = image.pixelColor(0, image.height() / 2);
            for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base})
                QVERIFY2(contrast(frame, theme->palette.color(ground)) >= 3, qPrintable(frame.name()));
        }
        applyTheme(Theme::light());
    }

    void beginningsOfWordsComeFirst()
    {
        QCOMPARE(found({u"File: Readdress"_s, u"Rule: Add Rule"_s}, u"add"_s),
                 QStringList({u"Rule: Add Rule"_s, u"File: Readdress"_s}));
        QCOMPARE(found({u"b.example.com:80"_s, u"a.example.com:80"_s}, QString()),
                 QStringList({u"b.example.com:80"_s, u"a.example.com:80"_s}));
    }

    void ofManyMatchesTheBestAreShown()
    {
        QStringList texts;
        for (int i = 0; i < 5000; ++i)
            texts.append(u"host-%1.example.com"_s.arg(i));
        texts.append(u"wanted.example.com"_s);
        QCOMPARE(found(texts, u"wanted"_s), QStringList({u"wanted.example.com"_s}));
        QCOMPARE(found(texts, u"example"_s).size(), 200);
    }

    void aWorkspaceOffersItsRulesHostsAndFindings()
    {
        WorkspaceEditor editor;
        editor.newFile(
            policyWith(twoRules + rule("{namespace: mytest}", "{hosts: [short], port: {number: 80, protocol: HTTP}}")),
            u"policy.yaml"_s);
        editor.compileNow();
        QStringList texts;
        for (const PaletteItem &item : workspaceItems(editor))
            texts.append(item.text);
        QVERIFY(texts.contains(u"mytest → a.example.com +1"_s));
        QVERIFY(texts.contains(u"b.example.com:80"_s));
        QVERIFY(texts.contains(u"db.example.com:443"_s));
        QVERIFY(texts.filter(u"host.short"_s).size() == 1);
    }

    void disabledActionsAreNotOffered()
    {
        QMenuBar bar;
        QMenu *file = bar.addMenu(u"&File"_s);
        file->addAction(u"&New Policy"_s);
        file->addSeparator();
        file->addAction(u"&Save"_s)->setEnabled(false);
        file->addMenu(u"New from Sa&mple"_s)->addAction(u"A && B"_s);
        QMenu *recent = file->addMenu(u"Open &Recent"_s);
        recent->setProperty(menuOfFiles, true);
        recent->addAction(u"/a.yaml"_s);
        QStringList texts;
        for (const PaletteItem &item : actionItems(bar.actions()))
            texts.append(item.text);
        QCOMPARE(texts, (QStringList{u"File: New Policy"_s, u"File: New from Sample: A & B"_s}));
    }

    void keysChooseAndGiveTheKeyboardBack()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *field = new QLineEdit;
        layout->addWidget(field);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();

        CommandPalette palette(&window);
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        QString taken;
        connect(&palette, &CommandPalette::chosen, &window, [&](const PaletteItem &item) { taken = item.text; });
        std::vector<PaletteItem> items;
        for (const QString &text : {u"first"_s, u"second"_s, u"third"_s})
            items.push_back({.text = text, .detail = {}, .icon = {}, .action = {}, .where = {}, .path = {}});
        palette.open(items, u"Type"_s);
        QTest::keyClick(palette.line(), Qt::Key_Down);
        QTest::keyClick(palette.line(), Qt::Key_Down);
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QCOMPARE(taken, u"third"_s);
        QVERIFY(!palette.isVisible());
        QVERIFY(field->hasFocus());

        palette.open(items, u"Type"_s);
        QTest::keyClicks(palette.line(), u"sec"_s);
        QTest::keyClick(palette.line(), Qt::Key_Escape);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(field->hasFocus());
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
