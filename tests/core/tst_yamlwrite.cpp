// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"
#include "core/yaml/keyorder.h"
#include "core/yaml/write.h"
#include "tests/support/core/generated.h"

#include <QTest>

#include <algorithm>

using namespace sallyport;
using namespace sallyport::yaml;
using namespace Qt::StringLiterals;

class TestYamlWrite : public QObject
{
    Q_OBJECT

private slots:
    void looksLikeKubectl()
    {
        Value spec = Value::map({{u"hosts"_s, Value::list(QStringList{u"*.example.com"_s, u"a.example.com"_s})},
                                 {u"empty"_s, Value::map()}});
        spec.add(u"ports"_s,
                 Value::list(
                     {Value::map({{u"number"_s, 80}, {u"name"_s, u"http"_s}}), Value::list({Value::list(), Value()})}));
        QCOMPARE(
            write(Value::map({{u"spec"_s, spec}, {u"kind"_s, u"Gateway"_s}, {u"on"_s, true}})),
            QByteArray(
                "kind: Gateway\n\"on\": true\nspec:\n  empty: {}\n  hosts:\n  - '*.example.com'\n  - a.example.com\n"
                "  ports:\n  - name: http\n    number: 80\n  - - []\n    - null\n"));
    }

    void quotesWhatYamlWouldMisread_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("scalar");
        const auto row = [](const char *text, const char *scalar) {
            QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(scalar);
        };
        for (const char *word : {"y",
                                 "N",
                                 "yes",
                                 "No",
                                 "on",
                                 "OFF",
                                 "true",
                                 "False",
                                 "null",
                                 "~",
                                 "Null",
                                 "0",
                                 "-1",
                                 "+5",
                                 "017",
                                 "0x1f",
                                 "0o17",
                                 "0b11",
                                 "1_000",
                                 "1.5",
                                 ".5",
                                 "1e3",
                                 ".inf",
                                 "-.Inf",
                                 ".NaN",
                                 "08",
                                 "12:30",
                                 "190:20:30",
                                 "1:30.5",
                                 "2024-06-01",
                                 "2024-06-01T10:00:00Z",
                                 "=",
                                 "<<"})
            QTest::newRow(word) << QString::fromUtf8(word) << '"' + QByteArray(word) + '"';
        row("", "\"\"");
        for (const char *plain : {"nO", "tRUE", "a.example.com", "10.0.0.0/8", "1.2.3", "a:b", "a#b", "-a", ":a", "?a",
                                  "http://x/y?z=1", "a, b", "é", "a'b", "x\"y", "a b"})
            row(plain, plain);
        row("a: b", "'a: b'");
        row("a #b", "'a #b'");
        row("- a", "'- a'");
        row("*", "'*'");
        row("it's: x", "'it''s: x'");
        row(" a", "' a'");
        row("a ", "'a '");
        row("a:", "'a:'");
        row("---", "'---'");
        row("@x", "'@x'");
        row("a\tb", "\"a\\tb\"");
        row("a\nb", "\"a\\nb\"");
        row("\x7f", "\"\\x7F\"");
        row("\u2028", "\"\\L\"");
        row("\U0001f600", "\"\\U0001F600\"");
    }
    void quotesWhatYamlWouldMisread()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, scalar);
        QCOMPARE(yaml::scalar(text), scalar);
        QCOMPARE(toValue(parse("k: " + scalar + "\n").documents.front()->root)[u"k"], Value(text));
    }

    void severalLinesAreALiteralBlock()
    {
        QCOMPARE(write(Value::map({{u"a"_s, u"x\n  y\n"_s}})), QByteArray("a: |\n  x\n    y\n"));
        QCOMPARE(write(Value::list({Value(u"x\ny"_s), Value(u"x\n\n"_s), Value(u" x\n"_s)})),
                 QByteArray("- |-\n  x\n  y\n- |+\n  x\n\n- |2\n   x\n"));
        QCOMPARE(write(Value::map({{u"a"_s, u"x \ny"_s}})), QByteArray("a: \"x \\ny\"\n"));
    }

    void keysComeInKubectlsOrder()
    {
        const QStringList ordered{u"-a"_s, u"1"_s,  u"2"_s,   u"10"_s, u"A"_s, u"a-b"_s,
                                  u"a1"_s, u"a2"_s, u"a10"_s, u"ab"_s, u"b"_s, u"é"_s};
        for (qsizetype i = 0; i + 1 < ordered.size(); ++i)
            QVERIFY2(keyLess(ordered[i], ordered[i + 1]) && !keyLess(ordered[i + 1], ordered[i]),
                     qPrintable(ordered[i]));
    }

    void sameValueGivesSameBytes()
    {
        test::Generator generator(3);
        for (int i = 0; i < 300; ++i) {
            Value value = generator.map();
            const QByteArray before = write(value);
            std::reverse(value.members().begin(), value.members().end());
            QCOMPARE(write(value), before);
        }
    }

    void writtenValuesReadBack()
    {
        test::Generator generator(4);
        for (int i = 0; i < 1000; ++i) {
            const Value value = generator.map();
            const QByteArray text = write(value);
            const Stream stream = parse(text);
            QVERIFY2(stream.documents.size() == 1 && !stream.documents.front()->broken, text.constData());
            QVERIFY2(toValue(stream.documents.front()->root) == value, text.constData());
            QVERIFY2(toValue(parse(toJson(value)).documents.front()->root) == value, toJson(value).constData());
        }
    }

    void everyLineHasAnOrigin()
    {
        Value port = Value::map({{u"number"_s, Value(80).withOrigin(4)}, {u"name"_s, Value(u"x\ny"_s).withOrigin(5)}})
                         .withOrigin(3);
        const Value value =
            Value::map({{u"spec"_s, Value::map({{u"ports"_s, Value::list({port}).withOrigin(2)}}).withOrigin(1)}});
        QByteArray text;
        std::vector<quint32> origins;
        write(value, text, &origins);
        QCOMPARE(text, QByteArray("spec:\n  ports:\n  - name: |-\n      x\n      y\n    number: 80\n"));
        QCOMPARE(origins, (std::vector<quint32>{1, 2, 5, 5, 5, 4}));
    }

    void jsonIsCompactAndSorted()
    {
        QCOMPARE(toJson(Value::map({{u"b"_s, Value::list({Value(1), Value(true), Value()})}, {u"a"_s, u"q\"\n"_s}})),
                 QByteArray("{\"a\":\"q\\\"\\u000a\",\"b\":[1,true,null]}"));
    }
};

QTEST_GUILESS_MAIN(TestYamlWrite)
#include "tst_yamlwrite.moc"
