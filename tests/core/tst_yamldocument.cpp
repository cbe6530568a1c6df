// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"
#include "core/yaml/write.h"

#include <QRegularExpression>
#include <QTest>

using namespace sallyport;
using namespace sallyport::yaml;
using namespace Qt::StringLiterals;

namespace {

QByteArray json(const QByteArray &text)
{
    const Stream stream = parse(text);
    return stream.documents.size() == 1 ? toJson(toValue(stream.documents.front()->root))
                                        : QByteArray("not one document");
}

/// The text of the node at a path.
QByteArray textAt(const QByteArray &text, const QString &path)
{
    const Stream stream = parse(text);
    const Node *node = stream.documents.front()->root.find(*FieldPath::parse(path));
    return node ? text.sliced(node->range.begin, node->range.size()) : QByteArray("nowhere");
}

/// "code line:column path" for each problem of the text.
QStringList problems(const QByteArray &text)
{
    const Stream stream = parse(text);
    const LineIndex lines(text);
    QStringList found;
    const auto append = [&](const Problem &problem) {
        const Position at = lines.position(problem.range.begin);
        found.append(
            u"%1 %2:%3 %4"_s.arg(problem.code).arg(at.line).arg(at.column).arg(problem.path.toString()).trimmed());
    };
    for (const Problem &problem : stream.problems)
        append(problem);
    for (const auto &document : stream.documents) {
        for (const Problem &problem : document->problems)
            append(problem);
    }
    return found;
}

QByteArray repeated(const QByteArray &piece, int bytes)
{
    return piece.repeated(bytes / int(piece.size()));
}

} // namespace

class TestYamlDocument : public QObject
{
    Q_OBJECT

private slots:
    void readsAsKubernetesDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const char *text, const char *value) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(value);
        };
        row("words", "[yes, No, on, ~, null, true, y, nO]", "[true,false,true,null,null,true,true,\"nO\"]");
        row("numbers", "[0x1f, 017, 08, 1_000, 0b11, 1e3, 8.0, 1.5, -5]", "[31,15,8,1000,3,1000,8,1.5,-5]");
        row("not numbers", "[12:30, 1.2.3, 2024-06-01, \"8080\", '1', 1e999]",
            "[\"12:30\",\"1.2.3\",\"2024-06-01\",\"8080\",\"1\",\"1e999\"]");
        row("keys are strings", "{8080: a, yes: b, 1.0: c}", "{\"1\":\"c\",\"8080\":\"a\",\"true\":\"b\"}");
        row("tags", "a: !!str 8080\nb: !!int \"5\"\nc: !!str\n", "{\"a\":\"8080\",\"b\":5,\"c\":\"\"}");
        row("block scalars", "a: |\n  x\n   z\n\nb: >-\n  x\n  z\n", "{\"a\":\"x\\u000a z\\u000a\",\"b\":\"x z\"}");
        row("quoted", "a: 'it''s\n  two'\nb: \"\\x41\\t\\\n  z\"\n", "{\"a\":\"it's two\",\"b\":\"A\\u0009z\"}");
        row("indentless list", "a:\n- x\n-\n- - z\nb:\n", "{\"a\":[\"x\",null,[\"z\"]],\"b\":null}");
        row("null key below an empty value", "a:\nnull: 3\n", "{\"a\":null,\"null\":3}");
        row("complex keys", "? a\n: - b\n? c\n", "{\"a\":[\"b\"],\"c\":null}");
        row("pairs in a list", "[x: v, {z: w}]", "[{\"x\":\"v\"},{\"z\":\"w\"}]");
        row("kyaml", "{\n  \"a\": [1, 2,], # c\n  \"b\": {\"c\": \"d\",},\n}\n", "{\"a\":[1,2],\"b\":{\"c\":\"d\"}}");
        row("CR ends lines", "a: 1\rb:\r- x\r", "{\"a\":1,\"b\":[\"x\"]}");
        row("CRLF in a block scalar", "a: |\r\n  x\r\n  z\r\nb: 1\r\n", "{\"a\":\"x\\u000az\\u000a\",\"b\":1}");
        row("byte order mark",
            "\xef\xbb\xbf"
            "a: 1\n",
            "{\"a\":1}");
        row("merge", "a: &a {x: 1, z: 1}\nb:\n  <<: *a\n  z: 2\n", "{\"a\":{\"x\":1,\"z\":1},\"b\":{\"x\":1,\"z\":2}}");
        row("of two merged maps the first wins", "a: &a {x: 1}\nb: &b {x: 2}\nc: {<<: [*a, *b]}\n",
            "{\"a\":{\"x\":1},\"b\":{\"x\":2},\"c\":{\"x\":1}}");
        row("quoted << is a key", "{\"<<\": 1}", "{\"<<\":1}");
    }
    void readsAsKubernetesDoes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, value);
        QCOMPARE(json(text), value);
        QCOMPARE(problems(text).filter(QRegularExpression(u"^(?!yaml\\.alias )"_s)), QStringList());
    }

    void everyNodeKnowsItsText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("node");
        const auto row = [](const char *text, const char *path, const char *node) {
            QTest::newRow(node) << QByteArray(text) << QString::fromLatin1(path) << QByteArray(node);
        };
        row("a: plain text # c\n", "a", "plain text");
        row("a: plain\n  goes on  # c\nb: 1\n", "a", "plain\n  goes on");
        row("a: 'it''s' # c\n", "a", "'it''s'");
        row("a: \"q \\\" #\"\n", "a", "\"q \\\" #\"");
        row("a: |- # c\n  x\n   y\n\n# d\nb: 1\n", "a", "|- # c\n  x\n   y");
        row("a: |+\n  x\n\nb: 1\n", "a", "|+\n  x\n");
        row("a: {b: [1, {c: d}], e: f}\n", "a.b", "[1, {c: d}]");
        row("a: {b: [1, {c: d}], e: f}\n", "a.b[1]", "{c: d}");
        row("a: !!str &x 8080 # c\n", "a", "8080");
        row("a:\n  b: 1\n  c:\n  - x\nd: 1\n", "a", "b: 1\n  c:\n  - x");
        row("? [k]\n: v # c\n", "[\"\"]", "v");
        row("[{a: b}: c]\n", "[0]", "{a: b}: c");
    }
    void everyNodeKnowsItsText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        QFETCH(QByteArray, node);
        QCOMPARE(textAt(text, path), node);
    }

    void absentValuesHaveAPlace()
    {
        const Stream stream = parse("a:\nb:   # c\nc:\n-\n- x\n");
        const Node &root = stream.documents.front()->root;
        QCOMPARE(root.find(u"a")->range, (Range{2, 2}));
        QCOMPARE(root.find(u"b")->range, (Range{5, 5}));
        QCOMPARE(root.find(u"c")->members[0].value.range, (Range{16, 16}));
    }

    void documentsCoverTheFile()
    {
        const Stream stream = parse("# top\n%YAML 1.2\n---\na: 1\n...\n# next\n---\nb: [\n--- c\n");
        QCOMPARE(stream.documents.size(), size_t(3));
        QCOMPARE(stream.documents[0]->range, (Range{0, 29}));
        QCOMPARE(stream.documents[0]->content, (Range{20, 25}));
        QCOMPARE(stream.documents[1]->range, (Range{29, 45}));
        QVERIFY(stream.documents[1]->broken);
        QVERIFY(!stream.documents[0]->broken && !stream.documents[2]->broken);
        QCOMPARE(stream.documents[2]->root.text, u"c"_s);
        QVERIFY(parse("").documents.empty());
    }

    void problemsHaveLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const QByteArray &text, const QStringList &found) {
            QTest::newRow(name) << text << found;
        };
        row("duplicate key", "a:\n  é: 1\n  b: 2\n  é: 3\n", {u"yaml.duplicate-key 4:3 a[é]"_s});
        row("duplicate by meaning", "{yes: 1, true: 2}", {u"yaml.duplicate-key 1:10 true"_s});
        row("unclosed quote", "a: 'x\nb: 1\n", {u"yaml.syntax 1:4"_s});
        row("unclosed bracket", "a: [1, 2\n", {u"yaml.syntax 2:1"_s});
        row("colon in plain text", "a: b: c\n", {u"yaml.syntax 1:5"_s});
        row("text behind the end", "- a\nb: 1\n", {u"yaml.syntax 2:1"_s});
        row("tab as indentation", "a:\n\tb: 1\n", {u"yaml.syntax 2:3"_s});
        row("undefined alias", "a: *x\n", {u"yaml.syntax 1:4"_s});
        row("alias of itself", "a: &a [*a]\n", {u"yaml.syntax 1:8"_s});
        row("control character", "a: x\x07\n", {u"yaml.syntax 1:5"_s});
        row("byte order mark inside a text", "a: x\xef\xbb\xbf\n", {u"yaml.syntax 1:5"_s});
        row("second byte order mark",
            "\xef\xbb\xbf\xef\xbb\xbf"
            "a: x\n",
            {u"yaml.syntax 1:1"_s});
        row("byte order mark of a second document",
            "a: 1\n---\n\xef\xbb\xbf"
            "b: x\n",
            {u"yaml.syntax 3:1"_s});
        row("line separator", "a: x\xe2\x80\xa8- y\n", {u"yaml.syntax 1:5"_s});
        row("next line", "# x\xc2\x85- y\n", {u"yaml.syntax 1:4"_s});
        row("overlong UTF-8", "a: \xc0\xaf\n", {u"yaml.encoding 1:4"_s});
        row("surrogate", "a: \xed\xa0\x80\n", {u"yaml.encoding 1:4"_s});
        row("latin-1", "a: \xe9\n", {u"yaml.encoding 1:4"_s});
        row("NUL", QByteArray("a: x\0y\n", 7), {u"yaml.encoding 1:5"_s});
        row("UTF-16",
            QByteArray("\xff\xfe"
                       "a\0",
                       4),
            {u"yaml.encoding 1:1"_s});
        row("anchor", "a:\n- x\n- &b c\n- *b\n", {u"yaml.alias 3:3 a[1]"_s});
        row("anchor of a map", "a:\n  b: &c\n    d: e\n", {u"yaml.alias 2:6 a.b"_s});
        row("anchor of nothing", "a: &b\nc: 1\n", {u"yaml.alias 1:4 a"_s});
        row("merge key", "a:\n  <<: {b: c}\n", {u"yaml.alias 2:3 a"_s});
        row("UTF-16 without mark", QByteArray("a\0:\0", 4), {u"yaml.encoding 1:1"_s});
    }
    void problemsHaveLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, found);
        QCOMPARE(problems(text), found);
    }

    void hostileTextsAreRefusedSoon_data()
    {
        QTest::addColumn<QByteArray>("text");
        constexpr int size = 256 * 1024;
        for (const char *piece : {"[", "{", "- ", "? ", "[{", "&a ", "! "})
            QTest::newRow(piece) << repeated(piece, size);
        QTest::newRow("large flow list") << '[' + repeated("a,", 5 * size) + ']';
        QTest::newRow("flow list behind a literal") << "- !!str |\n  " + repeated("[", 3 * size);
        QTest::newRow("long plain text") << "a: " + repeated("ab ", 17 * size);
        QTest::newRow("long quoted text") << "a: \"" + repeated("ab ", 17 * size) + "\"";
        QTest::newRow("long literal") << "a: |\n" + repeated("  ab\n", 17 * size);
        QTest::newRow("long comment") << "a: b\n" + repeated("# ab\n", 17 * size) + "c: d\n";
        QTest::newRow("many documents") << repeated("---\n", 2 * size);
        QTest::newRow("large file") << QByteArray(256 * size + 1, ' ');
        QByteArray bomb = "- &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 12; ++i)
            bomb +=
                "- &a" + QByteArray::number(i) + " [" + ("*a" + QByteArray::number(i - 1) + ',').repeated(10) + "]\n";
        QTest::newRow("alias bomb") << bomb;
        QByteArray deep;
        for (int i = 0; i < 101; ++i)
            deep += QByteArray(i, ' ') + "a:\n";
        QTest::newRow("deep block") << deep;
    }
    void hostileTextsAreRefusedSoon()
    {
        QFETCH(QByteArray, text);
        const QStringList found = problems(text);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.front().startsWith(u"yaml.limit"_s) || found.front().startsWith(u"yaml.syntax"_s),
                 qPrintable(found.front()));
    }

    void longTextsAreNoFlowCollections()
    {
        const QByteArray text = "a: |\n  " + repeated("{\"k\": [1, 2]}, ", 1024 * 1024) + "\nb: 1\n";
        QCOMPARE(problems(text), QStringList());
        QCOMPARE(textAt(text, u"b"_s), QByteArray("1"));
    }

    void rereadingGivesWhatReadingGives_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray text = "a: 1\n---\nb: {x: yy, z: w} # c\nl:\n- 'q'\n- \"r\"\n---\nc: 3\n";
        const auto row = [&](const char *name, const char *from, const char *to) {
            QTest::newRow(name) << text << QByteArray(text).replace(from, to);
        };
        row("longer scalar", "yy", "yyy");
        row("shorter scalar", "yy", "y");
        row("scalar in single quotes", "'q'", "'q r'");
        row("scalar in double quotes", "\"r\"", "\"\"");
        row("becomes a list", "yy", "[y]");
        row("ends the flow map", "yy", "y}");
        row("becomes a comment", "'q'", "#q'");
        row("becomes null", "yy", "~");
        row("new line", "'q'", "'q'\n- s");
        row("new document", "l:", "---\nl:");
        row("one document less", "---\nb", "b");
        row("first document longer", "a: 1", "aa: 11");
        row("last document", "c: 3", "c: 4444");
    }
    void rereadingGivesWhatReadingGives()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Stream full = parse(after);
        const Stream again = reparse(parse(before), after);
        QCOMPARE(again.documents.size(), full.documents.size());
        for (size_t i = 0; i < full.documents.size(); ++i) {
            QCOMPARE(again.documents[i]->range, full.documents[i]->range);
            QCOMPARE(again.documents[i]->broken, full.documents[i]->broken);
            QVERIFY(again.documents[i]->root == full.documents[i]->root);
        }
    }

    void rereadingKeepsUntouchedDocuments()
    {
        const Stream before = parse("a: 1\n---\nb: 2\n");
        const Stream after = reparse(before, "a: 1\n---\nb: [\n");
        QCOMPARE(after.documents[0], before.documents[0]);
        QVERIFY(after.documents[1]->broken);
    }

    void fieldsAreLocated()
    {
        const QByteArray text = "a:\n  b:\n  - x\nc: \nd: {e: 1}\n";
        const Stream stream = parse(text);
        const auto located = [&](const QString &path) {
            const Range range = locate(*stream.documents.front(), *FieldPath::parse(path));
            return text.sliced(range.begin, range.size());
        };
        QCOMPARE(located(u"a.b[0]"_s), QByteArray("x"));
        QCOMPARE(located(u"a.b"_s), QByteArray("b"));
        QCOMPARE(located(u"c"_s), QByteArray("c"));
        QCOMPARE(located(u"d"_s), QByteArray("{e: 1}"));
        QCOMPARE(located(u"a.none.deeper"_s), QByteArray("a"));
    }

    void offsetsHaveAField_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("path");
        QTest::newRow("key") << 1 << 0 << u"a"_s;
        QTest::newRow("inner key") << 2 << 2 << u"a.b"_s;
        QTest::newRow("indentation") << 2 << 0 << u"a.b"_s;
        QTest::newRow("dash") << 3 << 2 << u"a.b[0]"_s;
        QTest::newRow("key behind the dash") << 3 << 5 << u"a.b[0].k"_s;
        QTest::newRow("value") << 4 << 8 << u"a.b[0].m"_s;
        QTest::newRow("comment behind it") << 4 << 12 << u"a.b[0].m"_s;
        QTest::newRow("inside braces") << 5 << 8 << u"d.e"_s;
        QTest::newRow("blank line") << 6 << 0 << u""_s;
    }
    void offsetsHaveAField()
    {
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QString, path);
        const QByteArray text = "a:\n  b:\n  - k: 1\n    m: x # c\nd: {e: f}\n\n";
        const Stream stream = parse(text);
        QCOMPARE(pathAt(*stream.documents.front(), text, LineIndex(text).lineStart(line) + column).toString(), path);
    }

    void linesEndAtAnyBreakAndColumnsCountCharacters()
    {
        const LineIndex lines("\xef\xbb\xbf"
                              "a\r\nbé\U0001f600x\rc\n");
        QCOMPARE(lines.lineCount(), 4);
        QCOMPARE(lines.position(3), (Position{1, 1}));
        QCOMPARE(lines.position(0), (Position{1, 1}));
        QCOMPARE(lines.position(13), (Position{2, 4}));
        QCOMPARE(lines.position(1000), (Position{4, 1}));
        QCOMPARE(lines.lineStart(3), qsizetype(15));
        QCOMPARE(lines.lineStart(9), qsizetype(17));
    }
};

QTEST_GUILESS_MAIN(TestYamlDocument)
#include "tst_yamldocument.moc"
