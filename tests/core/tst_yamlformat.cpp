// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/format.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::yaml;
using namespace Qt::StringLiterals;

class TestYamlFormat : public QObject
{
    Q_OBJECT

private slots:
    void laysOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("laidOut");
        const auto row = [](const char *name, const char *text, const char *laidOut) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(laidOut);
        };
        row("indentation", "a:\n    b:\n        - x:  1\n          y: 2\n", "a:\n  b:\n  - x:  1\n    y: 2\n");
        row("blank lines", "\n\na: 1\n\n\n\nb: 2\n\n", "a: 1\n\nb: 2\n");
        row("trailing blanks", "a: 1  \nb:\t\n- x # c \n", "a: 1\nb:\n- x # c\n");
        row("end of the text", "a: 1", "a: 1\n");
        row("a literal at the end stays open", "a: |\n  x", "a: |\n  x");
        row("comments move with what is below them", "a:\n    # c\n    b: 1\n    # d\n", "a:\n  # c\n  b: 1\n  # d\n");
        row("block scalars keep their text", "a:\n    b: |\n      x  \n        y\n\n\n      z\n",
            "a:\n  b: |\n    x  \n      y\n\n\n    z\n");
        row("quoted texts keep their lines", "a:\n    b: \"x  \n\n\n      y\"  \n", "a:\n  b: \"x  \n\n\n    y\"\n");
        row("flow collections keep their lines", "a:\n    b: {c: 1,\n        d: 2}\n",
            "a:\n  b: {c: 1,\n      d: 2}\n");
        row("CRLF", "a:\r\n    b: 1  \r\n\r\n\r\n", "a:\r\n  b: 1\r\n");
        row("separators", "---  \na: 1\n---\n\n\nb: 2\n", "---\na: 1\n---\n\nb: 2\n");
        row("aliases keep their columns", "a: &x\n    b: 1 \nc: *x\n", "a: &x\n    b: 1\nc: *x\n");
    }
    void laysOut()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, laidOut);
        const auto edits = format(parse(text));
        QVERIFY(bool(edits));
        QCOMPARE(apply(*edits, text), laidOut);
        const auto again = format(parse(laidOut));
        QVERIFY(again && again->isEmpty());
    }

    void leavesDocumentsAlone()
    {
        const QByteArray text = "a:\n    b: 1\n---\n\n\nc:\n    d: [  \n";
        const auto edits = format(parse(text), [](int document) { return document == 1; });
        QVERIFY(bool(edits));
        QCOMPARE(apply(*edits, text), QByteArray("a:\n  b: 1\n---\n\n\nc:\n    d: [  \n"));
    }

    void refusesBrokenDocuments()
    {
        const auto edits = format(parse("a: 1\n---\nb: [\n"));
        QVERIFY(!edits);
        QCOMPARE(edits.error().where, u"document 2"_s);
        QVERIFY(!format(parse("\xff\xff")));
    }
};

QTEST_GUILESS_MAIN(TestYamlFormat)
#include "tst_yamlformat.moc"
