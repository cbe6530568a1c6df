// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/merge.h"
#include "core/document/textchange.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sallyport;

namespace {

using Kind = MergeChunk::Kind;
using Take = MergeChunk::Take;

QList<Kind> kinds(const QList<MergeChunk> &chunks)
{
    QList<Kind> result;
    for (const MergeChunk &chunk : chunks)
        result.append(chunk.kind);
    return result;
}

QByteArray randomText(QRandomGenerator &random, int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += QByteArray(1, char('a' + random.bounded(6))) + (i + 1 < lines || random.bounded(2) ? "\n" : "");
    return text;
}

QByteArray changed(QRandomGenerator &random, const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    for (int i = random.bounded(4); i > 0; --i) {
        const qsizetype place = random.bounded(lines.size());
        if (random.bounded(2) && lines.size() > 1)
            lines.removeAt(place);
        else
            lines.insert(place, "new " + QByteArray::number(random.bounded(3)));
    }
    return lines.join('\n');
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void changesInDifferentPlacesFitTogether()
    {
        const auto chunks = threeWay("1\n2\n3\n4\n5\n", "one\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n");
        QCOMPARE(kinds(chunks), (QList{Kind::Mine, Kind::Same, Kind::Theirs}));
        QCOMPARE(undecided(chunks), 0);
        QCOMPARE(merged(chunks), "one\n2\n3\n4\nfive\n");
    }

    void theSameChangeOnBothSidesIsNoConflict()
    {
        const auto chunks = threeWay("1\n2\n3\n", "1\ntwo\n3\n", "1\ntwo\n3\n");
        QCOMPARE(kinds(chunks), (QList{Kind::Same, Kind::Both, Kind::Same}));
        QCOMPARE(merged(chunks), "1\ntwo\n3\n");
    }

    void differentChangesOfOneLineWaitForADecision()
    {
        auto chunks = threeWay("1\n2\n3\n", "1\nmine\n3\n", "1\ntheirs\n3\n");
        QCOMPARE(kinds(chunks), (QList{Kind::Same, Kind::Conflict, Kind::Same}));
        QCOMPARE(undecided(chunks), 1);
        QCOMPARE(merged(chunks), "1\nmine\n3\n");
        chunks[1].take = Take::Theirs;
        QCOMPARE(merged(chunks), "1\ntheirs\n3\n");
        chunks[1].take = Take::MineThenTheirs;
        QCOMPARE(merged(chunks), "1\nmine\ntheirs\n3\n");
        QCOMPARE(undecided(chunks), 0);
    }

    void aRemovalAgainstAChangeIsAConflict()
    {
        QCOMPARE(kinds(threeWay("1\n2\n3\n", "1\n3\n", "1\ntwo\n3\n")),
                 (QList{Kind::Same, Kind::Conflict, Kind::Same}));
    }

    void aMissingLineEndDoesNotJoinLines()
    {
        auto chunks = threeWay("1\n2", "1\nmine", "1\ntheirs");
        QCOMPARE(undecided(chunks), 1);
        chunks[1].take = Take::MineThenTheirs;
        QCOMPARE(merged(chunks), "1\nmine\ntheirs");
    }

    void textsWithoutACommonAncestorAreOneConflict()
    {
        QCOMPARE(kinds(threeWay({}, "a\n", "b\n")), QList{Kind::Conflict});
        QVERIFY(threeWay({}, {}, {}).isEmpty());
        QCOMPARE(kinds(threeWay("a\n", {}, "a\nb\n")), QList{Kind::Conflict});
    }

    void everyLineOfEverySideIsInTheChunks()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const QByteArray base = randomText(random, random.bounded(12));
            const QByteArray mine = changed(random, base);
            const QByteArray theirs = changed(random, base);
            auto chunks = threeWay(base, mine, theirs);
            QByteArray sides[3];
            for (const MergeChunk &chunk : chunks) {
                sides[0] += chunk.base.join();
                sides[1] += chunk.mine.join();
                sides[2] += chunk.theirs.join();
            }
            QCOMPARE(sides[0], base);
            QCOMPARE(sides[1], mine);
            QCOMPARE(sides[2], theirs);
            for (MergeChunk &chunk : chunks)
                chunk.take = Take::Theirs;
            QCOMPARE(merged(chunks), theirs);
            QCOMPARE(merged(threeWay(base, mine, base)), mine);
            QCOMPARE(merged(threeWay(base, base, theirs)), theirs);
            QCOMPARE(undecided(threeWay(base, mine, mine)), 0);
        }
    }

    void editsByLinesMakeTheOtherText()
    {
        QRandomGenerator random(8);
        for (int i = 0; i < 2000; ++i) {
            const QByteArray before = randomText(random, random.bounded(12));
            const QByteArray after = changed(random, before);
            const yaml::TextEdits edits = lineEdits(before, after);
            QVERIFY(yaml::canApply(edits, before.size()));
            QCOMPARE(yaml::apply(edits, before), after);
        }
        QCOMPARE(lineEdits("1\n2\n3\n", "one\n2\nthree\n").size(), 2);
        QVERIFY(lineEdits("1\n", "1\n").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
