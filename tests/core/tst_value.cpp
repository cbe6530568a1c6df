// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/result.h"
#include "core/value.h"

#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

class TestValue : public QObject
{
    Q_OBJECT

private slots:
    void mapsAreEqualInAnyOrder()
    {
        QCOMPARE(Value::map({{u"a"_s, 1}, {u"b"_s, u"x"_s}}), Value::map({{u"b"_s, u"x"_s}, {u"a"_s, 1}}));
        QVERIFY(Value::map({{u"a"_s, 1}}) != Value::map({{u"a"_s, 1}, {u"b"_s, 2}}));
        QVERIFY(Value::map({{u"a"_s, 1}}) != Value::map({{u"b"_s, 1}}));
    }

    void largeMapsAreEqualInAnyOrder()
    {
        Value up = Value::map();
        Value down = Value::map();
        for (int i = 0; i < 100; ++i) {
            up.add(u"k%1"_s.arg(i), i);
            down.add(u"k%1"_s.arg(99 - i), 99 - i);
        }
        QCOMPARE(up, down);
        down.set(u"k7"_s, 8);
        QVERIFY(up != down);
    }

    void listsAreEqualInOrderOnly()
    {
        QCOMPARE(Value::list(QStringList{u"a"_s, u"b"_s}), Value::list({Value(u"a"_s), Value(u"b"_s)}));
        QVERIFY(Value::list(QStringList{u"a"_s, u"b"_s}) != Value::list(QStringList{u"b"_s, u"a"_s}));
    }

    void originsDoNotCount() { QCOMPARE(Value(u"x"_s).withOrigin(3), Value(u"x"_s).withOrigin(4)); }

    void numbersAreEqualByValueTextsAreNotNumbers()
    {
        QCOMPARE(Value(8), Value(8.0));
        QVERIFY(Value(8) != Value(8.5));
        QVERIFY(Value(8) != Value(u"8"_s));
        QVERIFY(Value() != Value(u""_s));
        QVERIFY(Value(false) != Value(0));
    }

    void lookUpsNeedNoChecks()
    {
        const Value value = Value::map({{u"list"_s, Value::list({Value::map({{u"x"_s, 5}})})}});
        QCOMPARE(value[u"list"][0][u"x"].toInt(), 5);
        QVERIFY(value[u"none"][3][u"x"].isNull());
        QCOMPARE(value[u"none"].toInt(7), 7);
        QVERIFY(!Value(u"text"_s).find(u"list"));
    }

    void membersAreSetAndRemoved()
    {
        Value map = Value::map({{u"a"_s, 1}, {u"b"_s, 2}});
        map.set(u"a"_s, 3);
        map.set(u"c"_s, 4);
        QCOMPARE(map, Value::map({{u"a"_s, 3}, {u"b"_s, 2}, {u"c"_s, 4}}));
        QVERIFY(map.remove(u"b"));
        QVERIFY(!map.remove(u"b"));
        QCOMPARE(map.size(), size_t(2));
    }

    void errorsReadAsSentences()
    {
        const Error error{.what = u"The file was not saved."_s,
                          .where = u"policy.yaml"_s,
                          .unaffected = u"The text is kept"_s,
                          .next = u"Free some space."_s};
        QCOMPARE(error.toString(), u"The file was not saved: policy.yaml. The text is kept. Free some space."_s);
        QCOMPARE(Error{.what = u"It failed"_s}.toString(), u"It failed."_s);
    }
};

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
