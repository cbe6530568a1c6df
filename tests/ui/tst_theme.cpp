// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/changes/changesdelegate.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QImage>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

/// True where a pixel of that colour, undiluted by the smoothing of edges, is in the icon.
bool shows(const QIcon &icon, const QColor &colour)
{
    const QImage image = icon.pixmap(64, 64).toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgba() == colour.rgba())
                return true;
        }
    }
    return false;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsWhatWcagSays()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        // A grey known to pass by a hair, and its neighbour that fails.
        QVERIFY(contrast(QColor(u"#767676"_s), Qt::white) >= 4.5);
        QVERIFY(contrast(QColor(u"#777777"_s), Qt::white) < 4.5);
    }

    void everyTextIsReadableOnEveryGroundItMeets_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const Theme *theme : {&Theme::light(), &Theme::dark()})
            addPairs(*theme);
    }

    void everyTextIsReadableOnEveryGroundItMeets()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(ratio)));
    }

    void widgetsTellTheirThemeByTheirPalette()
    {
        applyTheme(Theme::dark());
        QWidget widget;
        widget.show();
        QVERIFY(Theme::of(&widget).isDark);
        applyTheme(Theme::light()); // reaches the widgets with the next turn of the event loop
        QTRY_VERIFY(!Theme::of(&widget).isDark);
        QCOMPARE(qApp->palette().color(QPalette::Base), Theme::light().palette.color(QPalette::Base));
    }

    void iconsFollowTheTheme()
    {
        applyTheme(Theme::light());
        const QIcon symbol = icon(u"open"_s);
        QVERIFY(shows(symbol, Theme::light().palette.color(QPalette::ButtonText)));
        applyTheme(Theme::dark());
        QVERIFY(shows(symbol, Theme::dark().palette.color(QPalette::ButtonText)));
        QVERIFY(!shows(symbol, Theme::light().palette.color(QPalette::ButtonText)));
        applyTheme(Theme::light());
    }

    void everyIconDrawsSomething()
    {
        QDirIterator files(u":/icons"_s, {u"*.svg"_s});
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            files.next();
            const QImage image = icon(files.fileInfo().baseName()).pixmap(24, 24).toImage();
            QImage empty(image.size(), image.format());
            empty.setDevicePixelRatio(image.devicePixelRatio());
            empty.fill(Qt::transparent);
            QVERIFY2(image != empty, qPrintable(files.fileName()));
        }
    }

private:
    void addPairs(const Theme &theme)
    {
        const QString prefix = theme.isDark ? u"dark "_s : u"light "_s;
        const auto add = [&prefix](const QString &name, const QColor &text, const QColor &ground) {
            QTest::newRow(qPrintable(prefix + name)) << text << ground;
        };
        const QPalette &palette = theme.palette;
        const QColor window = palette.color(QPalette::Window);
        const QColor base = palette.color(QPalette::Base);
        add(u"selection"_s, palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
        add(u"inactive selection"_s, palette.color(QPalette::Inactive, QPalette::HighlightedText),
            palette.color(QPalette::Inactive, QPalette::Highlight));
        add(u"tool tip"_s, palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
        add(u"button"_s, palette.color(QPalette::ButtonText), palette.color(QPalette::Button));
        add(u"bright"_s, palette.color(QPalette::BrightText), window);
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            const QString suffix = group == QPalette::Active ? u" of the active window"_s : u" of another window"_s;
            for (const QPalette::ColorRole ground :
                 {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::ToolTipBase}) {
                const QString place = u" on ground %1"_s.arg(int(ground)) + suffix;
                for (const QPalette::ColorRole role :
                     {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText,
                      QPalette::ToolTipText, QPalette::Link, QPalette::LinkVisited})
                    add(u"role %1"_s.arg(int(role)) + place, palette.color(group, role), palette.color(group, ground));
            }
        }

        const std::pair<QString, Tint> tints[] = {
            {u"error"_s, theme.error}, {u"warning"_s, theme.warning}, {u"note"_s, theme.note}, {u"good"_s, theme.good},
            {u"http"_s, theme.http},   {u"tls"_s, theme.tls},         {u"tcp"_s, theme.tcp},
        };
        const QColor selection = palette.color(QPalette::Highlight);
        for (const auto &[name, tint] : tints) {
            add(name + " on selection"_L1, tint.text, selection);
            add(name + " on its ground"_L1, tint.text, tint.ground);
            add(name + " on window"_L1, tint.text, window);
            add(name + " on base"_L1, tint.text, base);
        }

        const std::pair<QString, QColor> texts[] = {
            {u"text"_s, palette.color(QPalette::Text)},
            {u"muted"_s, theme.muted},
            {u"accent"_s, theme.accent},
            {u"link"_s, palette.color(QPalette::Link)},
            {u"placeholder"_s, palette.color(QPalette::PlaceholderText)},
        };
        for (const auto &[name, colour] : texts) {
            add(name + " on window"_L1, colour, window);
            add(name + " on base"_L1, colour, base);
            if (colour != theme.accent && colour != palette.color(QPalette::Link))
                add(name + " on selection"_L1, colour, selection);
            add(name + " on alternate base"_L1, colour, palette.color(QPalette::AlternateBase));
        }

        for (const bool added : {true, false})
            add(added ? u"text on an added word"_s : u"text on a removed word"_s, palette.color(QPalette::Text),
                changedWordGround(theme, added));

        const Theme::Syntax &s = theme.syntax;
        const std::pair<QString, QColor> words[] = {
            {u"text"_s, palette.color(QPalette::Text)},
            {u"key"_s, s.key},
            {u"string"_s, s.string},
            {u"number"_s, s.number},
            {u"keyword"_s, s.keyword},
            {u"comment"_s, s.comment},
            {u"punctuation"_s, s.punctuation},
            {u"invalid"_s, s.invalid},
        };
        const std::pair<QString, QColor> lines[] = {
            {u"plain"_s, base},
            {u"current"_s, theme.currentLine},
            {u"marked"_s, theme.markedLine},
            {u"touched"_s, theme.touchedLine},
            {u"added"_s, theme.addedLine},
            {u"removed"_s, theme.removedLine},
            {u"found"_s, theme.found},
        };
        for (const auto &[word, colour] : words) {
            for (const auto &[line, ground] : lines)
                add(u"yaml %1 on %2 line"_s.arg(word, line), colour, ground);
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
