// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/textdiff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace sallyport;

namespace {

using Kind = DiffLine::Kind;

/// The lines of one side, put together again from a difference that shows everything.
QByteArray side(const QList<DiffHunk> &hunks, Kind without)
{
    QByteArray text;
    for (const DiffHunk &hunk : hunks) {
        for (const DiffLine &line : hunk.lines) {
            if (line.kind != without)
                text += line.text + '\n';
        }
    }
    return text;
}

int changedLines(const QList<DiffHunk> &hunks)
{
    int count = 0;
    for (const DiffHunk &hunk : hunks)
        count += int(std::count_if(hunk.lines.begin(), hunk.lines.end(),
                                   [](const DiffLine &l) { return l.kind != Kind::Same; }));
    return count;
}

QByteArray randomText(QRandomGenerator &random, int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += QByteArray(1, char('a' + random.bounded(5))) + '\n';
    return text;
}

/// The length of the longest common subsequence, by the book: slow and plain.
int commonLines(const QByteArray &a, const QByteArray &b)
{
    const QByteArrayList x = a.split('\n');
    const QByteArrayList y = b.split('\n');
    const qsizetype m = x.size() - 1;
    const qsizetype n = y.size() - 1;
    QList<QList<int>> best(m + 1, QList<int>(n + 1, 0));
    for (qsizetype i = 1; i <= m; ++i) {
        for (qsizetype j = 1; j <= n; ++j)
            best[i][j] = x[i - 1] == y[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
    return best[m][n];
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private slots:
    void equalTextsHaveNoHunks()
    {
        QVERIFY(textDiff("a\nb\n", "a\nb\n").isEmpty());
        QVERIFY(textDiff({}, {}).isEmpty());
    }

    void aChangedLineIsShownBetweenItsNeighbours()
    {
        QCOMPARE(unified(textDiff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n")),
                 "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    }

    void changesFarApartAreHunksOfTheirOwn()
    {
        const QList<DiffHunk> hunks = textDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "one\n2\n3\n4\n5\n6\n7\n8\nnine\n", 2);
        QCOMPARE(hunks.size(), 2);
        QCOMPARE(unified(hunks), "@@ -1,3 +1,3 @@\n-1\n+one\n 2\n 3\n@@ -7,3 +7,3 @@\n 7\n 8\n-9\n+nine\n");
    }

    void changesWhoseNeighboursTouchShareAHunk()
    {
        QCOMPARE(textDiff("1\n2\n3\n4\n5\n", "one\n2\n3\n4\nfive\n", 2).size(), 1);
    }

    void aWholeNewTextIsOnlyAdded()
    {
        QCOMPARE(unified(textDiff({}, "a\nb\n")), "@@ -0,0 +1,2 @@\n+a\n+b\n");
        QCOMPARE(unified(textDiff("a\nb\n", {})), "@@ -1,2 +0,0 @@\n-a\n-b\n");
    }

    void lineEndsCount()
    {
        QCOMPARE(changedLines(textDiff("a\r\nb\r\n", "a\r\nb\n")), 2);
        QCOMPARE(changedLines(textDiff("a\nb", "a\nb\n")), 2);
    }

    void theAnswerIsRightAndAsShortAsCanBe()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 300; ++i) {
            const QByteArray before = randomText(random, random.bounded(30));
            const QByteArray after = randomText(random, random.bounded(30));
            const QList<DiffHunk> hunks = textDiff(before, after, 1000);
            if (before == after) {
                QVERIFY(hunks.isEmpty());
                continue;
            }
            QCOMPARE(side(hunks, Kind::Added), before);
            QCOMPARE(side(hunks, Kind::Removed), after);
            QCOMPARE(changedLines(hunks), int(before.count('\n') + after.count('\n')) - 2 * commonLines(before, after));
        }
    }

    void hugeDifferencesAreRightAndQuick()
    {
        QByteArray before;
        QByteArray after = "same\n";
        for (int i = 0; i < 100'000; ++i) {
            before += "old " + QByteArray::number(i) + '\n';
            after += "new " + QByteArray::number(i) + '\n';
        }
        before += "same\n";
        QElapsedTimer timer;
        timer.start();
        const QList<DiffHunk> hunks = textDiff(before, after);
        QVERIFY2(timer.elapsed() < 5000, "took seconds");
        QCOMPARE(side(hunks, Kind::Added), before);
        QCOMPARE(side(hunks, Kind::Removed), after);
    }
};

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
