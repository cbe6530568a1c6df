// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/lineset.h"
#include "ui/preview/yamlview.h"
#include "ui/theme.h"

#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QWheelEvent>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// The colour that a character is painted with; invalid where it has none of its own.
QColor colorAt(const YamlView &view, int line, int column)
{
    for (const QTextLayout::FormatRange &range : view.document()->findBlockByNumber(line).layout()->formats()) {
        if (column >= range.start && column < range.start + range.length)
            return range.format.foreground().color();
    }
    return {};
}

bool isColored(const YamlView &view, int line)
{
    return !view.document()->findBlockByNumber(line).layout()->formats().isEmpty();
}

struct Window {
    explicit Window(const QString &text)
    {
        view.setPlainText(text);
        view.setExpectedLines(view.document()->blockCount());
        view.resize(500, 300);
        view.show();
        paint();
    }

    void paint()
    {
        QCoreApplication::processEvents();
        view.grab();
    }

    YamlView view;
};

} // namespace

class YamlViewTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::light()); }
    void lineSetsJoinWhatTouchesAndShift();
    void keysAndValuesHaveTheThemesColours();
    void onlyLinesInSightAreColoured();
    void openingAQuoteRecoloursTheLinesBelow();
    void aDocumentStartsAnewWhateverTheOneBeforeLeftOpen();
    void theThemeChangesColoursLive();
    void marksMoveWithTheText();
    void bringIntoViewScrollsAsLittleAsItTakes();
    void zoomChangesTheFontWithinLimits();
    void theGutterKeepsItsWidthWhileATextIsFilled();
    void matchesAreFoundWithoutOverlap();
};

void YamlViewTest::lineSetsJoinWhatTouchesAndShift()
{
    LineSet lines;
    lines.add(1);
    lines.add(2);
    lines.add({5, 7});
    lines.add({6, 9});
    QCOMPARE(lines.ranges(), (std::vector<LineRange>{{1, 2}, {5, 9}}));
    QVERIFY(lines.contains(2) && !lines.contains(3) && lines.contains(9) && !lines.contains(10));
    lines.shift(3, 2);
    QCOMPARE(lines.ranges(), (std::vector<LineRange>{{1, 2}, {7, 11}}));
    lines.shift(6, -4);
    QCOMPARE(lines.ranges(), (std::vector<LineRange>{{1, 2}, {6, 7}}));
}

void YamlViewTest::keysAndValuesHaveTheThemesColours()
{
    Window w(u"port: 80 # note\nname: 'x'"_s);
    const Theme::Syntax &syntax = Theme::light().syntax;
    QCOMPARE(colorAt(w.view, 0, 0), syntax.key);
    QCOMPARE(colorAt(w.view, 0, 6), syntax.number);
    QCOMPARE(colorAt(w.view, 0, 11), syntax.comment);
    QCOMPARE(colorAt(w.view, 1, 7), syntax.string);
}

void YamlViewTest::onlyLinesInSightAreColoured()
{
    Window w(u"key: value\n"_s.repeated(5000));
    QVERIFY(isColored(w.view, 0));
    QVERIFY(!isColored(w.view, 4000));
    w.view.verticalScrollBar()->setValue(4000);
    w.paint();
    QVERIFY(isColored(w.view, 4000));
}

void YamlViewTest::openingAQuoteRecoloursTheLinesBelow()
{
    Window w(u"a: x\nb: 1\nc: 2\n"_s);
    QCOMPARE(colorAt(w.view, 1, 0), Theme::light().syntax.key);
    QTextCursor cursor(w.view.document());
    cursor.setPosition(3);
    cursor.insertText(u"\""_s);
    w.paint();
    QCOMPARE(colorAt(w.view, 1, 0), Theme::light().syntax.string);
    QCOMPARE(colorAt(w.view, 2, 0), Theme::light().syntax.string);
    cursor.deletePreviousChar();
    w.paint();
    QCOMPARE(colorAt(w.view, 2, 0), Theme::light().syntax.key);
}

void YamlViewTest::aDocumentStartsAnewWhateverTheOneBeforeLeftOpen()
{
    Window w(u"a: \"open\n---\nb: 1\n"_s);
    QCOMPARE(colorAt(w.view, 2, 0), Theme::light().syntax.key);
}

void YamlViewTest::theThemeChangesColoursLive()
{
    Window w(u"port: 80"_s);
    applyTheme(Theme::dark());
    w.paint();
    QCOMPARE(colorAt(w.view, 0, 0), Theme::dark().syntax.key);
    applyTheme(Theme::light());
    w.paint();
    QCOMPARE(colorAt(w.view, 0, 0), Theme::light().syntax.key);
}

void YamlViewTest::marksMoveWithTheText()
{
    Window w(u"one\ntwo\nthree\n"_s);
    w.view.setFindings({{4, 7, Severity::Warning, u"two"_s}, {8, 13, Severity::Error, u"three"_s}});
    LineSet marked;
    marked.add(2);
    w.view.setMarkedLines(marked);
    QTextCursor cursor(w.view.document());
    cursor.insertText(u"zero\n"_s);
    QCOMPARE(w.view.findingOfLine(2)->message, u"two"_s);
    QCOMPARE(w.view.findingAt(13)->message, u"three"_s);
    QVERIFY(!w.view.findingOfLine(1));
    QVERIFY(w.view.markedLines().contains(3));
}

void YamlViewTest::bringIntoViewScrollsAsLittleAsItTakes()
{
    Window w(u"key: value\n"_s.repeated(500));
    w.view.bringIntoView({5, 5});
    QCOMPARE(w.view.verticalScrollBar()->value(), 0);
    w.view.bringIntoView({300, 300});
    const int top = w.view.verticalScrollBar()->value();
    QVERIFY(top < 300 && top > 250);
    w.view.bringIntoView({299, 300});
    QCOMPARE(w.view.verticalScrollBar()->value(), top);
}

void YamlViewTest::zoomChangesTheFontWithinLimits()
{
    Window w(u"a: 1"_s);
    const int size = w.view.font().pointSize();
    w.view.setZoom(3);
    QCOMPARE(w.view.font().pointSize(), size + 3);
    w.view.setZoom(-1000);
    QVERIFY(w.view.font().pointSize() > 0);
    w.view.setZoom(0);
    const QPointF middle(50, 50);
    QWheelEvent wheel(middle, w.view.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(w.view.viewport(), &wheel);
    QCOMPARE(w.view.zoom(), 1);
}

void YamlViewTest::theGutterKeepsItsWidthWhileATextIsFilled()
{
    Window w(u"a: 1\n"_s);
    w.view.setExpectedLines(200'000);
    const int left = w.view.viewport()->x();
    w.view.setPlainText(u"a: 1\n"_s.repeated(20'000));
    QCOMPARE(w.view.viewport()->x(), left);
}

void YamlViewTest::matchesAreFoundWithoutOverlap()
{
    QCOMPARE((Search{u"aa"_s, false}.matches(u"aaAab")), (QList<int>{0, 2}));
    QCOMPARE((Search{u"aa"_s, true}.matches(u"aaAab")), (QList<int>{0}));
    QVERIFY(Search{}.matches(u"x").isEmpty());
}

QTEST_MAIN(YamlViewTest)
#include "tst_yamlview.moc"
