// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/linetable.h"
#include "ui/preview/textsync.h"

#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// What an editor shows of a text, counted independently of LineTable.
QString shown(const QByteArray &utf8)
{
    QByteArray bytes = utf8.startsWith("\xEF\xBB\xBF") ? utf8.sliced(3) : utf8;
    bytes.replace("\r\n", "\n").replace('\r', '\n').replace("\xE2\x80\xA9", "\n").replace("\xEF\xB7\x90", "\n");
    return QString::fromUtf8("x" + bytes).sliced(1); // the x keeps a second U+FEFF from being dropped
}

QString textOf(const QPlainTextEdit &view)
{
    QStringList lines;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
        lines.append(block.text());
    return lines.join(u'\n');
}

/// A text that follows its bytes: what SourceText does, without a workspace.
struct Mirror {
    explicit Mirror(const QByteArray &text)
        : table(text)
        , sync(&view, [this](int first, int count) { return table.lines(first, count); })
    {
        view.setLineWrapMode(QPlainTextEdit::NoWrap);
        view.setUndoRedoEnabled(false);
        view.resize(400, 300);
        sync.reset(table.lineCount());
    }

    void edit(const yaml::TextEdits &edits)
    {
        const QList<LinePatch> patches = table.apply(edits);
        sync.follow(patches, table.lineCount());
    }

    void finish() { QTRY_VERIFY(sync.isComplete()); }

    LineTable table;
    QPlainTextEdit view;
    TextSync sync;
};

QByteArray numberedLines(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

constexpr const char *pieces[] = {
    "\n",           "\r\n",         "\r",           "a", "key: value", "é",           "漢", "\xF0\x9F\x98\x80",
    "\xE2\x80\xA9", "\xEF\xB7\x90", "\xEF\xBB\xBF", " ", "- x\n",      "\xE2\x80\xA8"};

QByteArray randomText(QRandomGenerator &random, int most)
{
    QByteArray text;
    for (quint32 i = random.bounded(quint32(most)); i > 0; --i)
        text += pieces[random.bounded(int(std::size(pieces)))];
    return text;
}

/// Ascending edits between characters; line ends may be torn apart.
yaml::TextEdits randomEdits(QRandomGenerator &random, const QByteArray &text)
{
    const auto boundary = [&](qsizetype from) {
        qsizetype at = from + random.bounded(int(text.size() - from + 1));
        while (at < text.size() && (uchar(text[at]) & 0xC0) == 0x80)
            ++at;
        return at;
    };
    yaml::TextEdits edits;
    qsizetype from = 0;
    for (int i = random.bounded(1, 4); i > 0; --i) {
        const qsizetype begin = boundary(from);
        const qsizetype end = boundary(begin);
        if (!edits.isEmpty() && begin == edits.last().range.end)
            break;
        edits.append({{begin, end}, randomText(random, 4)});
        from = end;
    }
    return edits;
}

} // namespace

class TextSyncTest : public QObject
{
    Q_OBJECT
private slots:
    void everyLineEndCountsAsOneCharacter_data();
    void everyLineEndCountsAsOneCharacter();
    void offsetsAndPositionsAreInverse();
    void newLinesGetTheLineEndThatIsUsedThere();
    void randomEditsKeepTheTableAndTheViewEqualToTheText();
    void randomEditsWhileATextIsFilledEndInTheText();
    void aChangeReplacesOnlyTheCharactersThatDiffer();
    void cursorAndScrollPositionStayWhenLinesChangeAbove();
    void aBigTextIsFilledInSlicesWithoutMoving();
    void manyLinesPutBetweenOthersAreFilledInSlicesWithoutMoving();
    void aLineFarDownIsThereAtOnceWhenItIsAskedFor();
    void linesCanAllGoAndComeBack();
};

void TextSyncTest::everyLineEndCountsAsOneCharacter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("lines");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("LF") << QByteArray("a\nb\n") << 3;
    QTest::newRow("CRLF") << QByteArray("a\r\nb") << 2;
    QTest::newRow("CR") << QByteArray("a\rb\r\r\n") << 4;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a\n")
                                     << 2;
    QTest::newRow("paragraph separator") << QByteArray("a\xE2\x80\xA9"
                                                       "b")
                                         << 2;
    QTest::newRow("beyond the basic plane") << QByteArray("\xF0\x9F\x98\x80\n") << 2;
}

void TextSyncTest::everyLineEndCountsAsOneCharacter()
{
    QFETCH(QByteArray, text);
    QFETCH(int, lines);
    const LineTable table(text);
    QCOMPARE(table.lineCount(), lines);
    QCOMPARE(table.lines(0, lines), shown(text));
    QCOMPARE(table.positionCount(), int(shown(text).size()));
}

void TextSyncTest::offsetsAndPositionsAreInverse()
{
    const QByteArray text = "\xEF\xBB\xBF"
                            "k\xC3\xA9y: \xF0\x9F\x98\x80x\r\n- \xE6\xBC\xA2\rlast";
    const LineTable table(text);
    QCOMPARE(table.toByte(0), 3);
    for (int position = 0; position <= table.positionCount(); ++position) {
        if (position == 6)
            continue; // between the halves of a surrogate pair
        QCOMPARE(table.toPosition(table.toByte(position)), position);
    }
    QCOMPARE(table.toByte(6), table.toByte(5));
    QCOMPARE(table.toPosition(text.indexOf('\n')), table.toPosition(text.indexOf('\r')));
    QCOMPARE(table.toByte(1000), text.size());
    QCOMPARE(table.toPosition(1000), table.positionCount());
}

void TextSyncTest::newLinesGetTheLineEndThatIsUsedThere()
{
    QCOMPARE(LineTable("a\r\nb").edit(1, 0, u"\nx"_s), (yaml::TextEdit{{1, 1}, "\r\nx"}));
    QCOMPARE(LineTable("a\r\nb").edit(3, 0, u"\n"_s), (yaml::TextEdit{{4, 4}, "\r\n"}));
    QCOMPARE(LineTable("a\nb\r\n").edit(1, 1, u"\n\n"_s), (yaml::TextEdit{{1, 2}, "\n\n"}));
    QCOMPARE(LineTable("").edit(0, 0, u"\n"_s), (yaml::TextEdit{{0, 0}, "\n"}));
}

void TextSyncTest::randomEditsKeepTheTableAndTheViewEqualToTheText()
{
    QRandomGenerator random(42);
    for (int round = 0; round < 300; ++round) {
        QByteArray text = randomText(random, 30);
        Mirror mirror(text);
        for (int i = 0; i < 20; ++i) {
            const yaml::TextEdits edits = randomEdits(random, text);
            QVERIFY(yaml::canApply(edits, text.size()));
            text = yaml::apply(edits, text);
            mirror.edit(edits);
            QCOMPARE(mirror.table.text(), text);
            QCOMPARE(mirror.table.lines(0, mirror.table.lineCount()),
                     LineTable(text).lines(0, LineTable(text).lineCount()));
            QCOMPARE(textOf(mirror.view), shown(text));
            QCOMPARE(mirror.table.positionCount(), mirror.view.document()->characterCount() - 1);
        }
    }
}

void TextSyncTest::randomEditsWhileATextIsFilledEndInTheText()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 10; ++round) {
        QByteArray text = numberedLines(9000);
        Mirror mirror(text);
        QVERIFY(!mirror.sync.isComplete());
        for (int i = 0; i < 6; ++i) {
            const yaml::TextEdits edits = randomEdits(random, text);
            text = yaml::apply(edits, text);
            mirror.edit(edits);
            QTest::qWait(1);
        }
        mirror.finish();
        QCOMPARE(textOf(mirror.view), shown(text));
    }
}

void TextSyncTest::aChangeReplacesOnlyTheCharactersThatDiffer()
{
    Mirror mirror("host: a.example.org\nport: 80\n");
    QList<std::array<int, 3>> changes;
    connect(mirror.view.document(), &QTextDocument::contentsChange, this, [&](int position, int removed, int added) {
        changes.append({position, removed, added});
    });
    mirror.edit({{{26, 28}, "8080"}});
    QCOMPARE(textOf(mirror.view), u"host: a.example.org\nport: 8080\n"_s);
    QCOMPARE(changes, (QList<std::array<int, 3>>{{28, 0, 2}}));
}

void TextSyncTest::cursorAndScrollPositionStayWhenLinesChangeAbove()
{
    Mirror mirror(numberedLines(1000));
    mirror.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&mirror.view));
    mirror.view.verticalScrollBar()->setValue(500);
    QTextCursor cursor(mirror.view.document()->findBlockByNumber(510));
    mirror.view.setTextCursor(cursor);
    mirror.view.verticalScrollBar()->setValue(500);

    mirror.edit({{{0, 7}, "one\ntwo\nthree\n"}});
    QCOMPARE(mirror.view.textCursor().block().text(), u"line 510"_s);
    QCOMPARE(mirror.view.verticalScrollBar()->value(), 502);
    const qsizetype below = mirror.table.text().indexOf("line 900");
    mirror.edit({{{below, below + 9}, ""}});
    QCOMPARE(mirror.view.verticalScrollBar()->value(), 502);
}

void TextSyncTest::aBigTextIsFilledInSlicesWithoutMoving()
{
    Mirror mirror(numberedLines(60'000));
    mirror.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&mirror.view));
    QVERIFY(!mirror.sync.isComplete());
    mirror.view.verticalScrollBar()->setValue(100);
    mirror.view.moveCursor(QTextCursor::End);
    mirror.view.verticalScrollBar()->setValue(100);
    const int cursorLine = mirror.view.textCursor().blockNumber();
    const int filled = mirror.sync.filledLines();
    QTRY_VERIFY(mirror.sync.filledLines() > filled);
    mirror.finish();
    QCOMPARE(mirror.view.verticalScrollBar()->value(), 100);
    QCOMPARE(mirror.view.textCursor().blockNumber(), cursorLine);
    QCOMPARE(mirror.view.document()->blockCount(), 60'001);
}

void TextSyncTest::manyLinesPutBetweenOthersAreFilledInSlicesWithoutMoving()
{
    Mirror mirror(numberedLines(1000));
    mirror.finish();
    mirror.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&mirror.view));
    mirror.view.verticalScrollBar()->setValue(100);
    const qsizetype between = numberedLines(500).size();
    mirror.edit({{{0, 4}, "first"}, {{between, between}, numberedLines(30'000)}});
    QVERIFY(!mirror.sync.isComplete());
    QCOMPARE(mirror.view.verticalScrollBar()->value(), 100);
    mirror.finish();
    QCOMPARE(mirror.view.verticalScrollBar()->value(), 100);
    QCOMPARE(textOf(mirror.view), mirror.table.lines(0, mirror.table.lineCount()));
}

void TextSyncTest::aLineFarDownIsThereAtOnceWhenItIsAskedFor()
{
    Mirror mirror(numberedLines(20'000));
    mirror.sync.fillTo(15'000);
    QCOMPARE(mirror.view.document()->findBlockByNumber(15'000).text(), u"line 15000"_s);
}

void TextSyncTest::linesCanAllGoAndComeBack()
{
    QStringList lines{u"a"_s, u"b"_s};
    QPlainTextEdit view;
    view.setUndoRedoEnabled(false);
    TextSync sync(&view, [&](int first, int count) { return QStringList(lines.mid(first, count)).join(u'\n'); });
    sync.reset(2);
    QSignalSpy replaced(&sync, &TextSync::replaced);
    lines.clear();
    sync.follow({{0, 2, 0, 0}}, 0);
    QCOMPARE(textOf(view), QString());
    lines = {u"c"_s, u"d"_s, u"e"_s};
    sync.follow({{0, 0, 0, 3}}, 3);
    QCOMPARE(textOf(view), u"c\nd\ne"_s);
    QCOMPARE(replaced.last(), (QVariantList{0, 3}));
}

QTEST_MAIN(TextSyncTest)
#include "tst_textsync.moc"
