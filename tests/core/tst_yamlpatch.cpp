// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/patch.h"
#include "core/yaml/write.h"
#include "tests/support/core/generated.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::yaml;
using namespace Qt::StringLiterals;

namespace {

QByteArray patched(const QByteArray &text, const Change &change, int document = 0)
{
    const auto edits = patch(parse(text), document, change);
    return edits ? apply(*edits, text) : "refused: " + edits.error().toString().toUtf8();
}

Change change(Change::Kind kind, const char *path, const Value &value = {}, int to = 0)
{
    return {.kind = kind, .path = *FieldPath::parse(QString::fromUtf8(path)), .value = value, .to = to};
}

constexpr auto Set = Change::Kind::Set;
constexpr auto Remove = Change::Kind::Remove;
constexpr auto Insert = Change::Kind::Insert;
constexpr auto InsertItems = Change::Kind::InsertItems;
constexpr auto Arrange = Change::Kind::Arrange;
constexpr auto Move = Change::Kind::Move;
constexpr auto RenameKey = Change::Kind::RenameKey;

Change arrange(const char *path, const QList<int> &order)
{
    Change change{.kind = Arrange, .path = *FieldPath::parse(QString::fromUtf8(path))};
    change.order = order;
    return change;
}

Change insertItems(const char *path, const QStringList &items, const char *lines = "")
{
    Change change{.kind = InsertItems, .path = *FieldPath::parse(QString::fromUtf8(path)), .value = Value::list(items)};
    change.lines = lines;
    return change;
}

void collectPaths(const Value &value, const FieldPath &path, QList<FieldPath> &paths)
{
    paths.append(path);
    for (size_t i = 0; i < value.size(); ++i)
        collectPaths(value.members()[i].value, value.isMap() ? path.child(value.members()[i].key) : path.index(int(i)),
                     paths);
}

/// A change of some kind at a place picked at random; not all of them fit.
Change someChange(test::Generator &generator, const Value &root)
{
    QList<FieldPath> paths;
    collectPaths(root, {}, paths);
    auto &random = generator.random();
    Change change{.kind = Change::Kind(random.bounded(int(RenameKey) + 1)),
                  .path = paths[random.bounded(int(paths.size()))],
                  .value = generator.value(),
                  .to = random.bounded(3)};
    if (change.kind == Insert || change.kind == InsertItems || change.kind == Move)
        change.path = change.path.index(random.bounded(3));
    if (change.kind == InsertItems)
        change.value = generator.list();
    if (change.kind == Arrange) {
        const Value *list = &root;
        for (const PathElement &element : change.path.elements())
            list = element.isIndex() ? &(*list)[size_t(element.index)] : &(*list)[element.name];
        for (int i = int(list->size()) - 1; i >= 0; i -= 1 + random.bounded(2))
            change.order.insert(random.bounded(int(change.order.size()) + 1), i);
    }
    if (change.kind == Insert || change.kind == InsertItems || change.kind == Move || change.kind == Arrange)
        return change;
    if (change.kind == Set && random.bounded(2) == 0)
        change.path = change.path.child(u"added"_s);
    else if (change.kind == RenameKey)
        change.value = Value(generator.string());
    return change;
}

} // namespace

class TestYamlPatch : public QObject
{
    Q_OBJECT

private slots:
    void changesOnlyWhatItMust_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *text, const Change &change, const char *after) {
            QTest::newRow(name) << QByteArray(text) << change << QByteArray(after);
        };
        const Value x = u"x"_s;
        // Scalars
        row("plain", "a: 1 # c\nb: 2\n", change(Set, "a", 80), "a: 80 # c\nb: 2\n");
        row("plain that needs quotes", "a: b # c\n", change(Set, "a", u"yes"_s), "a: \"yes\" # c\n");
        row("single quotes stay", "a: 'b' # c\n", change(Set, "a", u"it's"_s), "a: 'it''s' # c\n");
        row("double quotes stay", "a: \"b\"\n", change(Set, "a", x), "a: \"x\"\n");
        row("quotes go that only the old text needed", "a: \"\" # c\n", change(Set, "a", x), "a: x # c\n");
        row("a number loses its quotes", "a: \"80\"\n", change(Set, "a", 80), "a: 80\n");
        row("several lines of plain text", "a: b\n  c # d\ne: 1\n", change(Set, "a", x), "a: x # d\ne: 1\n");
        row("literal stays literal", "a: |\n  b\nc: 1\n", change(Set, "a", u"x\ny\n"_s), "a: |\n  x\n  y\nc: 1\n");
        row("empty value", "a: # c\nb:   \n", change(Set, "a", x), "a: x # c\nb:   \n");
        row("empty value with blanks", "a: # c\nb:   \n", change(Set, "b", x), "a: # c\nb: x\n");
        row("empty item", "-\n- b\n", change(Set, "[0]", x), "- x\n- b\n");
        row("in braces", "a: {b: 1, c: [d]}\n", change(Set, "a.c[0]", u"d, e"_s), "a: {b: 1, c: ['d, e']}\n");
        row("quotes that it needs no more", "l: [a, \"203\"]\n", change(Set, "l[1]", x), "l: [a, x]\n");
        row("quotes that all items needed", "l: [\"2\"]\n", change(Set, "l[0]", x), "l: [x]\n");
        row("quotes that all items need in JSON", "{\"l\": [\"2\"]}\n", change(Set, "l[0]", x), "{\"l\": [\"x\"]}\n");
        row("double quotes where ours were single", "{a: \"b: c\"}\n", change(Set, "a", x), "{a: \"x\"}\n");
        row("in JSON", "{\"a\": 1}\n", change(Set, "a", x), "{\"a\": \"x\"}\n");
        row("tagged", "a: !!str 80\n", change(Set, "a", 80), "a: 80\n");
        row("CRLF", "a: 1\r\nb: 2\r\n", change(Set, "c", x), "a: 1\r\nb: 2\r\nc: x\r\n");
        row("byte order mark",
            "\xef\xbb\xbf"
            "a: 1\n",
            change(Set, "a", x),
            "\xef\xbb\xbf"
            "a: x\n");
        // Members
        row("new member", "a:\n    b: 1 # c\nd: 2\n", change(Set, "a.x.z", true),
            "a:\n    b: 1 # c\n    x:\n        z: true\nd: 2\n");
        Change before = change(Set, "b", x);
        before.before = {{u"c"_s}};
        row("new member before another", "a: 1\n# about c\nc: 2\n", before, "a: 1\nb: x\n# about c\nc: 2\n");
        row("new member at an open end", "a: 1", change(Set, "b", x), "a: 1\nb: x");
        row("new member in an empty map", "a: {} # c\n", change(Set, "a.b", x), "a: # c\n  b: x\n");
        row("new member in braces", "a: {b: 1}\n", change(Set, "a.c", x), "a: {b: 1, c: x}\n");
        row("new member in KYAML", "{\n  a: \"1\", # c\n}\n", change(Set, "b", 2), "{\n  a: \"1\", # c\n  b: 2,\n}\n");
        row("member removed", "a: 1\n# about b\nb:\n  c: 2\nd: 3\n", change(Remove, "b"), "a: 1\nd: 3\n");
        row("member behind a dash removed", "- a: 1\n  b: 2\n", change(Remove, "[0].a"), "- b: 2\n");
        row("only member removed", "a:\n  b: 1\nc: 2\n", change(Remove, "a.b"), "a: {}\nc: 2\n");
        row("member in braces removed", "{a: 1, b: 2, c: 3,}\n", change(Remove, "c"), "{a: 1, b: 2,}\n");
        row("key renamed", "'a': 1 # c\n", change(RenameKey, "a", u"b"_s), "'b': 1 # c\n");
        // Items
        row("item into an indentless list", "l:\n- a # c\n- b\nm: 1\n", change(Insert, "l[1]", x),
            "l:\n- a # c\n- x\n- b\nm: 1\n");
        row("item above comments", "l:\n  - a\n  # about b\n  - b\n", change(Insert, "l[1]", x),
            "l:\n  - a\n  - x\n  # about b\n  - b\n");
        row("item above the comment of the first one", "l:\n  # about a\n  - a\n", change(Insert, "l[0]", x),
            "l:\n  - x\n  # about a\n  - a\n");
        row("item below a comment on the whole list", "l:\n  # all\n\n  - a\n", change(Insert, "l[0]", x),
            "l:\n  # all\n\n  - x\n  - a\n");
        row("item at the end", "l:\n  - a # c\nm: 1\n", change(Insert, "l[1]", Value::map({{u"k"_s, 1}, {u"b"_s, x}})),
            "l:\n  - a # c\n  - k: 1\n    b: x\nm: 1\n");
        row("item into []", "l: [] # c\n", change(Insert, "l[0]", x), "l: # c\n- x\n");
        row("item into nothing", "l:\nm: 1\n", change(Insert, "l[0]", x), "l:\n- x\nm: 1\n");
        row("item into a list that is not there", "a: 1\n", change(Insert, "l[0]", x), "a: 1\nl:\n- x\n");
        row("item in brackets", "l: [a, b]\n", change(Insert, "l[1]", x), "l: [a, x, b]\n");
        row("item removed with its comment", "l:\n- a\n# about b\n- b\n- c\n", change(Remove, "l[1]"),
            "l:\n- a\n- c\n");
        row("first item removed with its comment", "l:\n# about a\n- a\n- b\n", change(Remove, "l[0]"), "l:\n- b\n");
        row("last item removed", "l: # c\n  - a\nm: 1\n", change(Remove, "l[0]"), "l: [] # c\nm: 1\n");
        row("item moved down", "- a # 1\n# about b\n- b\n- c\n", change(Move, "[1]", {}, 2),
            "- a # 1\n- c\n# about b\n- b\n");
        row("item moved up", "- a\n- b\n- c\n", change(Move, "[2]", {}, 0), "- c\n- a\n- b\n");
        row("item moved above the comment of the first one", "l:\n# about a\n- a\n- b\n", change(Move, "l[1]", {}, 0),
            "l:\n- b\n# about a\n- a\n");
        row("first item moved with its comment", "l:\n# about a\n- a\n- b\n", change(Move, "l[0]", {}, 1),
            "l:\n- b\n# about a\n- a\n");
        row("item moved in brackets", "[a, 'b',  c]\n", change(Move, "[0]", {}, 2), "['b', c,  a]\n");
        // Many items at once
        row("items into a list", "l:\n  - a\n  # about b\n  - b\nm: 1\n", insertItems("l[1]", {u"x"_s, u"z"_s}),
            "l:\n  - a\n  - x\n  - z\n  # about b\n  - b\nm: 1\n");
        row("items at an open end", "l:\n- a", insertItems("l[1]", {u"x"_s, u"z"_s}), "l:\n- a\n- x\n- z");
        row("items into []", "l: []\n", insertItems("l[0]", {u"x"_s, u"z"_s}), "l:\n- x\n- z\n");
        row("items in brackets", "l: [a, b]\n", insertItems("l[1]", {u"x"_s, u"z"_s}), "l: [a, x, z, b]\n");
        row("items with their comments", "l:\n  - a\n  - b\n",
            insertItems("l[1]", {u"x"_s, u"z"_s}, "# first\n- x # c\n- 'z'\n"),
            "l:\n  - a\n  # first\n  - x # c\n  - 'z'\n  - b\n");
        row("lines that say something else", "l:\n- a\n", insertItems("l[1]", {u"x"_s}, "- z\n"), "l:\n- a\n- x\n");
        row("lines that are not YAML", "l:\n- a\n", insertItems("l[1]", {u"x"_s}, "- [\n"), "l:\n- a\n- x\n");
        row("lines with CRLF around", "l:\r\n- a\r\n", insertItems("l[0]", {u"x"_s}, "- x # c\n"),
            "l:\r\n- x # c\r\n- a\r\n");
        row("items put in order", "l:\n# of b\n- b # 1\n\n# of a\n- a\n- c\nm: 1\n", arrange("l", {1, 0, 2}),
            "l:\n# of a\n- a\n\n# of b\n- b # 1\n- c\nm: 1\n");
        row("items put in order at an open end", "- b # 1\n- a", arrange("", {1, 0}), "- a\n- b # 1");
        row("items put in order in brackets", "[b,  'a', c]\n", arrange("", {1, 0, 2}), "['a',  b, c]\n");
        row("items taken out", "l:\n- a\n# about b\n- b\n- c # c\n- d\n", arrange("l", {0, 3}), "l:\n- a\n- d\n");
        row("items taken out in brackets", "[a, b, c]\n", arrange("", {2}), "[c]\n");
        row("all items taken out", "l: # c\n- a\n- b\n", arrange("l", {}), "l: [] # c\n");
        row("last items taken out at an open end", "l:\n- a # c\n- b", arrange("l", {0}), "l:\n- a # c");
        // Collections
        row("a list set anew keeps what is equal", "l:\n- a # 1\n- b # 2\n- c # 3\n",
            change(Set, "l", Value::list(QStringList{u"a"_s, u"c"_s})), "l:\n- a # 1\n- c # 3\n");
        row("a map set anew keeps what is equal", "m: {}\np:\n  a: 1 # c\n  b: 2\n",
            change(Set, "p", Value::map({{u"a"_s, 1}, {u"c"_s, 3}})), "m: {}\np:\n  a: 1 # c\n  c: 3\n");
        row("scalar becomes a map", "a: 1 # c\nb: 2\n", change(Set, "a", Value::map({{u"k"_s, 1}})),
            "a: # c\n  k: 1\nb: 2\n");
        row("map becomes a scalar", "a:\n  k: 1\nb: 2\n", change(Set, "a", 5), "a: 5\nb: 2\n");
    }
    void changesOnlyWhatItMust()
    {
        QFETCH(QByteArray, text);
        QFETCH(Change, change);
        QFETCH(QByteArray, after);
        QCOMPARE(patched(text, change), after);
        const auto value = changed(toValue(parse(text).documents.front()->root), change);
        QVERIFY(value && *value == toValue(parse(after).documents.front()->root));
    }

    void otherDocumentsKeepTheirBytes()
    {
        QCOMPARE(patched("a: 1  \n---\nb: 2\n--- \nc: [\n", change(Set, "b", 3), 1),
                 QByteArray("a: 1  \n---\nb: 3\n--- \nc: [\n"));
    }

    void documentsAreAppendedAndRemoved()
    {
        const Value value = Value::map({{u"kind"_s, u"Mesh"_s}});
        QCOMPARE(patched("a: 1", change(Change::Kind::AppendDocument, "", value), 1),
                 QByteArray("a: 1\n---\nkind: Mesh\n"));
        QCOMPARE(patched("", change(Change::Kind::AppendDocument, "", value)), QByteArray("kind: Mesh\n"));
        QCOMPARE(patched("a: 1\n---\nb: 2\n---\nc: 3\n", change(Change::Kind::RemoveDocument, ""), 1),
                 QByteArray("a: 1\n---\nc: 3\n"));
    }

    void refusesWhatItCannotDo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Change>("change");
        QTest::newRow("aliases") << QByteArray("a: &x 1\nb: *x\n") << change(Set, "b", 2);
        QTest::newRow("broken") << QByteArray("a: [\n") << change(Set, "a", 2);
        QTest::newRow("key twice") << QByteArray("a: 1\na: 2\n") << change(Set, "a", 2);
        QTest::newRow("no such item") << QByteArray("a: [1]\n") << change(Remove, "a[1]");
        QTest::newRow("an item twice") << QByteArray("a: [1, 2]\n") << arrange("a", {1, 1});
        QTest::newRow("an order of other items") << QByteArray("a: [1, 2]\n") << arrange("a", {0, 2});
        QTest::newRow("below a scalar") << QByteArray("a: 1\n") << change(Set, "a.b", 2);
        QTest::newRow("key taken") << QByteArray("a: 1\nb: 2\n") << change(RenameKey, "a", u"b"_s);
        QTest::newRow("no such document") << QByteArray("") << change(Set, "a", 2);
    }
    void refusesWhatItCannotDo()
    {
        QFETCH(QByteArray, text);
        QFETCH(Change, change);
        const auto edits = patch(parse(text), 0, change);
        QVERIFY(!edits);
        QVERIFY(!edits.error().what.isEmpty() && !edits.error().unaffected.isEmpty() && !edits.error().next.isEmpty());
    }

    void severalChangesAreOneSetOfEdits()
    {
        const QByteArray text = "a:\n- x # c\nb: 1\n";
        const auto edits =
            patch(parse(text),
                  {{0, change(Insert, "a[0]", u"w"_s)}, {0, change(Set, "a[0]", u"v"_s)}, {0, change(Remove, "b")}});
        QVERIFY(bool(edits));
        QCOMPARE(apply(*edits, text), QByteArray("a:\n- v\n- x # c\n"));
    }

    /// Over generated documents: whatever fits is patched, and says what it shall.
    void anyChangeThatFitsIsMade()
    {
        test::Generator generator(11);
        int made = 0;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray text = write(generator.map());
            const Stream stream = parse(text);
            const Value root = toValue(stream.documents.front()->root);
            const Change change = someChange(generator, root);
            const auto expected = changed(root, change);
            const auto edits = patch(stream, 0, change);
            QCOMPARE(bool(edits), expected.has_value());
            if (!edits)
                continue;
            ++made;
            const QByteArray after = apply(*edits, text);
            QVERIFY2(toValue(parse(after).documents.front()->root) == *expected,
                     (text + "=====\n" + after).constData());
            QVERIFY(reparse(stream, after).documents.front()->root == parse(after).documents.front()->root);
        }
        QVERIFY(made > 500);
    }
};

QTEST_GUILESS_MAIN(TestYamlPatch)
#include "tst_yamlpatch.moc"
