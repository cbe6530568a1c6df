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

FieldPath path(const char *text)
{
    return *FieldPath::parse(QString::fromUtf8(text));
}

Change change(Change::Kind kind, const char *place, const Value &value = {}, int to = 0)
{
    return {.kind = kind, .path = path(place), .value = value, .to = to};
}

constexpr auto Set = Change::Kind::Set;
constexpr auto Remove = Change::Kind::Remove;
constexpr auto Insert = Change::Kind::Insert;
constexpr auto Move = Change::Kind::Move;

QByteArray made(const QByteArray &text, const QList<Change> &changes)
{
    QList<std::pair<int, Change>> numbered;
    for (const Change &change : changes)
        numbered.append({0, change});
    const auto edits = patch(parse(text), numbered);
    return edits ? apply(*edits, text) : "refused: " + edits.error().toString().toUtf8();
}

/// Changes of a list of numbers, mostly.
Change someChange(test::Generator &generator, int size)
{
    auto &random = generator.random();
    const FieldPath item = path("l").index(random.bounded(size + 1));
    switch (random.bounded(6)) {
    case 0:
    case 1:
        return {.kind = Insert, .path = item, .value = generator.value(1)};
    case 2:
        return {.kind = Remove, .path = item};
    case 3:
        return {.kind = Move, .path = item, .to = random.bounded(size + 1)};
    case 4:
        return {.kind = Set, .path = item.child(u"k"_s), .value = generator.value(2)};
    default:
        return {.kind = Set, .path = item, .value = random.bounded(100)};
    }
}

} // namespace

class TestYamlSeveral : public QObject
{
    Q_OBJECT

private slots:
    void changesThatDoNotTouchAreAllMade_data()
    {
        QTest::addColumn<QList<Change>>("changes");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("scalars") << QList{change(Set, "l[0]", 1), change(Set, "l[2]", 3)}
                                 << QByteArray("l:\n- 1 # a\n- b # b\n- 3 # c\n- d\n");
        QTest::newRow("new ones in a row") << QList{change(Insert, "l[1]", 1), change(Insert, "l[2]", 2)}
                                           << QByteArray("l:\n- a # a\n- 1\n- 2\n- b # b\n- c # c\n- d\n");
        QTest::newRow("behind a new one") << QList{change(Insert, "l[0]", 1), change(Set, "l[2]", 2)}
                                          << QByteArray("l:\n- 1\n- a # a\n- 2 # b\n- c # c\n- d\n");
        QTest::newRow("from the front") << QList{change(Remove, "l[0]"), change(Remove, "l[0]")}
                                        << QByteArray("l:\n- c # c\n- d\n");
        QTest::newRow("from the back") << QList{change(Remove, "l[3]"), change(Remove, "l[1]"), change(Remove, "l[0]")}
                                       << QByteArray("l:\n- c # c\n");
        QTest::newRow("out and in") << QList{change(Remove, "l[2]"), change(Remove, "l[1]"), change(Insert, "l[0]", 9)}
                                    << QByteArray("l:\n- 9\n- a # a\n- d\n");
    }
    void changesThatDoNotTouchAreAllMade()
    {
        QFETCH(QList<Change>, changes);
        QFETCH(QByteArray, after);
        const QByteArray text = "l:\n- a # a\n- b # b\n- c # c\n- d\n";
        QCOMPARE(made(text, changes), after);
    }

    void changesThatTouchMeetTheOutcomeOfThoseBefore()
    {
        const QByteArray text = "l:\n- a # a\n- b\n";
        const QList<Change> twice = {change(Set, "l[0]", 1), change(Set, "l[0]", u"a"_s)};
        QCOMPARE(made(text, twice), text);
        const QList<Change> before = {change(Insert, "l[1]", 1), change(Insert, "l[1]", 2)};
        QCOMPARE(made(text, before), QByteArray("l:\n- a # a\n- 2\n- 1\n- b\n"));
    }

    void oneThatDoesNotFitRefusesAll()
    {
        QVERIFY(made("l:\n- a\n", {change(Set, "l[0]", 1), change(Remove, "l[4]")}).startsWith("refused"));
    }

    /// However they are found, several changes have the outcome of each made after the other.
    void anySequenceHasTheOutcomeOfItsSteps()
    {
        test::Generator generator(23);
        int fitting = 0;
        for (int i = 0; i < 2000; ++i) {
            const int size = generator.random().bounded(5);
            Value list = Value::list();
            for (int n = 0; n < size; ++n)
                list.append(generator.random().bounded(2) ? Value(n) : Value::map({{u"k"_s, n}}));
            const QByteArray text = write(Value::map({{u"l"_s, list}, {u"z"_s, 1}}));
            std::optional<Value> expected = toValue(parse(text).documents.front()->root);
            QList<Change> changes;
            for (int n = 2 + generator.random().bounded(4); n > 0 && expected; --n) {
                changes.append(someChange(generator, size));
                expected = changed(*expected, changes.back());
            }
            const QByteArray after = made(text, changes);
            QCOMPARE(!after.startsWith("refused"), expected.has_value());
            if (!expected)
                continue;
            ++fitting;
            QVERIFY2(toValue(parse(after).documents.front()->root) == *expected,
                     (text + "=====\n" + after).constData());
        }
        QVERIFY(fitting > 50);
    }
};

QTEST_GUILESS_MAIN(TestYamlSeveral)
#include "tst_yamlseveral.moc"
