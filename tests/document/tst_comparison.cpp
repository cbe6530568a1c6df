// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/comparer.h"
#include "core/document/comparison.h"
#include "core/document/diskfile.h"
#include "core/document/lastexport.h"
#include "core/document/textlines.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

using Kind = ComparedLine::Kind;

Object object(const QString &name, const QByteArray &yaml)
{
    auto content = std::make_shared<ObjectContent>();
    content->ref = {u"v1"_s, u"Service"_s, u"mytest"_s, name};
    content->yaml = yaml;
    return {content, {}, {}};
}

/// One letter for each line: what a person sees at a glance.
QByteArray shape(const Comparison &comparison)
{
    QByteArray result;
    for (const ComparedLine &line : comparison.lines)
        result += " -+.T"[int(line.kind)];
    return result;
}

QByteArrayList titles(const Comparison &comparison)
{
    QByteArrayList result;
    for (const ComparedLine &line : comparison.lines) {
        if (line.kind == Kind::Title)
            result.append((line.before == 0 ? "+" : line.after == 0 ? "-" : "") + line.text.split('/').last());
    }
    return result;
}

QByteArray numbered(int lines)
{
    QByteArray text;
    for (int i = 1; i <= lines; ++i)
        text += QByteArray::number(i) + '\n';
    return text;
}

const QByteArray policyText = R"(apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata:
  name: egress-by-egressgateway-a
  namespace: istio-egress
spec:
  byEgressGateway:
    name: egressgateway-a
  egressRules:
  - from:
    - namespace: mytest
    to:
    - name: httpbin
      hosts:
      - www.httpbin.org
      port:
        number: 80
        protocol: HTTP
)";

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void equalTextsHaveNoLines()
    {
        QVERIFY(compareTexts("a\nb\n", "a\nb\n").lines.isEmpty());
        QVERIFY(compareTexts({}, {}).lines.isEmpty());
    }

    void aChangeStandsAmongItsNeighboursAndGapsStandForTheRest()
    {
        const Comparison c = compareTexts(numbered(20), numbered(20).replace("10\n", "ten\nten and a half\n"));
        QCOMPARE(shape(c), ".   -++   .");
        QCOMPARE(c.lines[0].count, 6);
        QCOMPARE(c.lines.last().count, 7);
        QCOMPARE(c.removed, 1);
        QCOMPARE(c.added, 2);
        QCOMPARE(c.differences, QList<int>{4});
        QCOMPARE(c.lines[4].partner, 5);
        QCOMPARE(c.lines[5].partner, 4);
        QCOMPARE(c.lines[6].partner, -1);
        QCOMPARE(c.lines[5].after, 10);
        QCOMPARE(c.lines[4].before, 10);
    }

    void gapsBetweenChangesCount()
    {
        const Comparison c = compareTexts(numbered(40), numbered(40).replace("5\n", "five\n").replace("30\n", "x\n"));
        int lines = 0;
        for (const ComparedLine &line : c.lines)
            lines += line.kind == Kind::Gap ? line.count : line.before > 0;
        QCOMPARE(lines, 40);
    }

    void objectsAreComparedOneByOne()
    {
        const std::vector<Object> before = {object(u"a"_s, "a: 1\n"), object(u"b"_s, "b: 1\n"),
                                            object(u"c"_s, "c: 1\n")};
        const std::vector<Object> after = {object(u"a"_s, "a: 1\n"), object(u"c"_s, "c: 2\n"),
                                           object(u"d"_s, "d: 1\n")};
        const Comparison c = compareObjects(before, after);
        QCOMPARE(titles(c), (QByteArrayList{"-b", "c", "+d"}));
        QCOMPARE(shape(c), "T-T-+T+");
        QVERIFY(!c.lines[0].object);
        QCOMPARE(c.lines[2].object, after[1].content);
        QCOMPARE(c.differences.size(), 3);
        QVERIFY(compareObjects(before, before).lines.isEmpty());
    }

    void objectsThatOnlyMovedAreTheSame()
    {
        const std::vector<Object> before = {object(u"a"_s, "a: 1\n"), object(u"b"_s, "b: 1\n"),
                                            object(u"c"_s, "c: 1\n")};
        QVERIFY(compareObjects(before, {before[2], before[0], before[1]}).lines.isEmpty());
        QVERIFY(compareObjects(before, {before[1], before[0], before[2]}).lines.isEmpty());
    }

    void everyObjectThatDiffersHasATitle()
    {
        QRandomGenerator random(5);
        for (int i = 0; i < 500; ++i) {
            std::vector<Object> sides[2];
            QHash<QString, QByteArray> texts[2];
            for (int side = 0; side < 2; ++side) {
                for (int j = random.bounded(8); j > 0; --j) {
                    const QString name(QChar(char16_t('a' + random.bounded(8))));
                    if (texts[side].contains(name))
                        continue;
                    texts[side][name] = QByteArray::number(random.bounded(2)) + '\n';
                    sides[side].push_back(object(name, texts[side][name]));
                }
            }
            QByteArrayList expected;
            for (const QString &name : texts[0].keys() + texts[1].keys()) {
                const QByteArray sign = !texts[0].contains(name) ? "+" : !texts[1].contains(name) ? "-" : "";
                if (texts[0].value(name) != texts[1].value(name) && !expected.contains(sign + name.toUtf8()))
                    expected.append(sign + name.toUtf8());
            }
            QByteArrayList found = titles(compareObjects(sides[0], sides[1]));
            std::sort(expected.begin(), expected.end());
            std::sort(found.begin(), found.end());
            QCOMPARE(found, expected);
        }
    }

    void wordsThatDifferAreMarked()
    {
        const auto [before, after] = changedWords(u"  number: 80 # 你好"_s, u"  number: 8080 # 你好"_s);
        QCOMPARE(before, (QList<Span>{{10, 2}}));
        QCOMPARE(after, (QList<Span>{{10, 4}}));
        QVERIFY(changedWords(u"a"_s, u"b"_s).first.isEmpty()); // all of it differs: nothing to point at
        QCOMPARE(changedWords(u"x: a"_s, u"x: a b"_s).second, (QList<Span>{{4, 2}}));
    }

    void reorderedLinesOfAHugeTextAreFoundAlongThoseThatAreUnique()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 20'000; ++i) {
            before += "line " + QByteArray::number(i) + '\n';
            after += (i % 3 == 0 ? "changed " : "line ") + QByteArray::number(i) + '\n';
        }
        const auto same = commonLines(linesOf(before), linesOf(after));
        QCOMPARE(int(same.size()), 20'000 - 6667);
    }

    void theComparerAnswersTheLatestRequest()
    {
        Comparer comparer;
        QSignalSpy answered(&comparer, &Comparer::answered);
        for (int i = 0; i < 5; ++i) {
            ComparisonRequest request;
            request.textAfter = QByteArray(i + 1, 'x');
            comparer.compare(request);
        }
        QTRY_VERIFY(!answered.isEmpty());
        QTest::qWait(50);
        const auto last = answered.last()[0].value<ComparisonAnswer>();
        QCOMPARE(last.comparison.lines.last().text, "xxxxx");
        QVERIFY(answered.size() <= 2);
    }

    void aCancelledRequestHasNoAnswer()
    {
        Comparer comparer;
        QSignalSpy answered(&comparer, &Comparer::answered);
        comparer.compare({});
        comparer.cancel();
        QTest::qWait(200);
        QVERIFY(answered.isEmpty());
    }

    void theComparerCompilesTheStateBefore()
    {
        Workspace now;
        now.files.push_back(std::make_shared<const SourceFile>(
            readFile(u"a.yaml"_s, QByteArray(policyText).replace("www.httpbin.org", "www.example.org"))));
        const Compilation after = compile(now);
        QVERIFY(!after.objects.empty());
        Comparer comparer;
        QSignalSpy answered(&comparer, &Comparer::answered);
        ComparisonRequest request{.objects = true, .now = now, .before = {policyText}, .objectsAfter = after.objects};
        comparer.compare(request);
        QTRY_COMPARE(answered.size(), 1);
        auto answer = answered[0][0].value<ComparisonAnswer>();
        QVERIFY(answer.before);
        QVERIFY(!answer.comparison.lines.isEmpty());
        request.before = {std::nullopt}; // the file was not there
        comparer.compare(request);
        QTRY_COMPARE(answered.size(), 2);
        answer = answered[1][0].value<ComparisonAnswer>();
        QVERIFY(answer.before->objects.empty());
        QCOMPARE(answer.comparison.removed, 0);
    }

    void anExportIsRemembered()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"state/exports"_s);
        const QList<ExportedFile> files = {{u"/a.yaml"_s, "a: 1\n"}, {u"/b.yaml"_s, "b: \xff\n"}};
        QVERIFY(!lastExport(folder, {u"/a.yaml"_s}));
        QVERIFY(bool(rememberExport(folder, files)));
        QCOMPARE(lastExport(folder, {u"/b.yaml"_s, u"/a.yaml"_s}), files);
        QVERIFY(!lastExport(folder, {u"/a.yaml"_s}));
        const QString record = QDir(folder).entryInfoList(QDir::Files).at(0).filePath();
        const QByteArray bytes = *readBytes(record);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QVERIFY(QFile::resize(record, size));
            QVERIFY(!lastExport(folder, {u"/a.yaml"_s, u"/b.yaml"_s}));
            QVERIFY(bool(writeBytes(record, bytes)));
        }
    }

    void oldExportsAreForgotten()
    {
        const QTemporaryDir dir;
        for (int i = 0; i < 30; ++i)
            QVERIFY(bool(rememberExport(dir.path(), {{QString::number(i), "x\n"}})));
        QVERIFY(QDir(dir.path()).entryList(QDir::Files).size() <= 21);
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
