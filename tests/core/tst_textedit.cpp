// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/textedit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sallyport::yaml;

namespace {

TextEdits randomEdits(QRandomGenerator &random, qsizetype size)
{
    TextEdits edits;
    qsizetype at = 0;
    for (int i = random.bounded(4); i > 0; --i) {
        const qsizetype begin = at + random.bounded(int(size - at) + 1);
        const qsizetype end = begin + random.bounded(int(size - begin) + 1);
        edits.append({{begin, end}, QByteArray(random.bounded(4), char('A' + random.bounded(26)))});
        at = end;
    }
    return edits;
}

} // namespace

class TestTextEdit : public QObject
{
    Q_OBJECT

private slots:
    void appliesEditsInOffsetsOfTheOldText()
    {
        QCOMPARE(apply({{{0, 1}, "X"}, {{2, 2}, "--"}, {{4, 6}, ""}}, "abcdef"), QByteArray("Xb--cd"));
        QCOMPARE(apply({}, "abc"), QByteArray("abc"));
    }

    void refusesEditsThatDoNotFit()
    {
        QVERIFY(canApply({{{0, 3}, ""}, {{3, 3}, "x"}}, 3));
        QVERIFY(!canApply({{{0, 4}, ""}}, 3));
        QVERIFY(!canApply({{{2, 1}, ""}}, 3));
        QVERIFY(!canApply({{{-1, 1}, ""}}, 3));
        QVERIFY(!canApply({{{0, 2}, ""}, {{1, 3}, ""}}, 3));
        QVERIFY(!canApply({{{2, 3}, ""}, {{0, 1}, ""}}, 3));
    }

    void inverseBringsTheOldTextBack()
    {
        QRandomGenerator random(1);
        const QByteArray text = "the quick brown fox";
        for (int i = 0; i < 500; ++i) {
            const TextEdits edits = randomEdits(random, text.size());
            const QByteArray after = apply(edits, text);
            const TextEdits back = inverse(edits, text);
            QVERIFY(canApply(back, after.size()));
            QCOMPARE(apply(back, after), text);
        }
    }

    void compositionDoesBothAtOnce()
    {
        QRandomGenerator random(2);
        const QByteArray text = "jumps over the lazy dog";
        for (int i = 0; i < 2000; ++i) {
            const TextEdits first = randomEdits(random, text.size());
            const QByteArray between = apply(first, text);
            const TextEdits second = randomEdits(random, between.size());
            const TextEdits both = compose(first, second);
            QVERIFY(canApply(both, text.size()));
            QCOMPARE(apply(both, text), apply(second, between));
        }
    }
};

QTEST_GUILESS_MAIN(TestTextEdit)
#include "tst_textedit.moc"
