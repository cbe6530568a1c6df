// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fieldpath.h"

#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

class TestFieldPath : public QObject
{
    Q_OBJECT

private slots:
    void printsAsKubernetesDoes_data()
    {
        QTest::addColumn<FieldPath>("path");
        QTest::addColumn<QString>("text");
        const FieldPath spec = FieldPath().child(u"spec"_s);
        QTest::newRow("empty") << FieldPath() << u""_s;
        QTest::newRow("members and items")
            << spec.child(u"egressRules"_s).index(0).child(u"from"_s).index(12) << u"spec.egressRules[0].from[12]"_s;
        QTest::newRow("label key") << spec.child(u"app.kubernetes.io/name"_s) << u"spec[app.kubernetes.io/name]"_s;
        QTest::newRow("key with dash") << spec.child(u"my-key"_s) << u"spec[my-key]"_s;
        QTest::newRow("key of digits") << spec.child(u"8080"_s) << u"spec[\"8080\"]"_s;
        QTest::newRow("empty key") << spec.child(u""_s) << u"spec[\"\"]"_s;
        QTest::newRow("key with bracket and quote") << spec.child(u"a]\"b\\"_s) << u"spec[\"a]\\\"b\\\\\"]"_s;
        QTest::newRow("first key is no identifier") << FieldPath().child(u"a/b"_s).child(u"c"_s) << u"[a/b].c"_s;
    }
    void printsAsKubernetesDoes()
    {
        QFETCH(FieldPath, path);
        QFETCH(QString, text);
        QCOMPARE(path.toString(), text);
        QCOMPARE(FieldPath::parse(text), std::optional(path));
    }

    void refusesWhatIsNoPath_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {".", "a.", "a..b", "a[", "a[]", "a[1", "a[\"x]", "a[\"x\"", "a]b", "a[99999999999]", "a[0]b"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatIsNoPath()
    {
        QFETCH(QString, text);
        QVERIFY(!FieldPath::parse(text));
    }

    void knowsItsAncestors()
    {
        const FieldPath path = *FieldPath::parse(u"spec.rules[1].to"_s);
        QVERIFY(path.startsWith(*FieldPath::parse(u"spec.rules[1]"_s)));
        QVERIFY(path.startsWith({}) && path.startsWith(path));
        QVERIFY(!path.startsWith(*FieldPath::parse(u"spec.rules[0]"_s)));
        QCOMPARE(path.parent().toString(), u"spec.rules[1]"_s);
        QVERIFY(FieldPath().parent().isEmpty());
        QVERIFY(qHash(path) != qHash(path.parent()));
        QCOMPARE(qHash(path), qHash(*FieldPath::parse(path.toString())));
    }
};

QTEST_GUILESS_MAIN(TestFieldPath)
#include "tst_fieldpath.moc"
