// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/app/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

/// Two files: one with an error, a warning and a suppressed warning behind a character outside the basic plane; one without findings.
void writeWorkspace(const QString &folder)
{
    QByteArray policy = contentOf(QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/samples/http.yaml"));
    policy.replace(
        "  name: egress-by-egressgateway-a\n",
        "  name: outbound\n  annotations:\n    sallyport.dev/suppress: \"policy.name=older than the convention\"\n");
    policy.replace("      - httpbin.org\n", "      - {a: \"\xF0\x9F\x9A\xAA\", b: 1}\n      - www.httpbin.org\n");
    writeFile(folder + "/a policy.yaml"_L1, policy);
    writeFile(
        folder + "/mesh.yaml"_L1,
        "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata:\n  name: default\nspec:\n  gateways:\n  - name: egressgateway-a\n");
}

/// name|tests|failures|skipped
QString summary(const QXmlStreamAttributes &suite)
{
    QStringList values;
    for (const char *name : {"name", "tests", "failures", "skipped"})
        values.append(suite.value(QLatin1StringView(name)).toString());
    return values.join(u'|');
}

} // namespace

class TestCheckCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_call = {.program = QStringLiteral(SALLYPORT_PROGRAM), .folder = m_folder->path()};
        writeWorkspace(m_folder->path());
    }

    void textNamesPlaceSeveritySentenceAndCode()
    {
        const ProgramRun run = m_call.run({u"check"_s, u"."_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.contains("a policy.yaml:22:9: error: "), run.out.constData());
        QVERIFY2(run.out.contains("[field.type]"), run.out.constData());
        QVERIFY2(run.out.contains("(suppressed: older than the convention)"), run.out.constData());
        QVERIFY2(run.out.endsWith("1 error, 1 warning, 1 suppressed\n"), run.out.constData());
    }

    void warningsFailOnlyWhenStrict()
    {
        const QString sample = QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/samples/first-start.yaml");
        QCOMPARE(m_call.run({u"check"_s, sample}).status, 0);
        QCOMPARE(m_call.run({u"check"_s, u"--strict"_s, sample}).status, 1);
        QCOMPARE(m_call.run({u"check"_s, u"--strict"_s, u"mesh.yaml"_s}).status, 0);
    }

    void jsonHasTheDocumentedShape()
    {
        const ProgramRun run = m_call.run({u"check"_s, u"."_s, u"--output"_s, u"json"_s});
        QCOMPARE(run.status, 1);
        const QJsonObject root = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(root.value("schema"_L1).toString(), u"sallyport.dev/check/v1alpha1"_s);
        const QJsonArray findings = root.value("findings"_L1).toArray();
        QCOMPARE(findings.size(), 3);
        const QStringList keys = {u"code"_s,    u"column"_s, u"endColumn"_s, u"endLine"_s,  u"field"_s,     u"file"_s,
                                  u"fixable"_s, u"line"_s,   u"message"_s,   u"severity"_s, u"suppressed"_s};
        for (const QJsonValue &finding : findings)
            QCOMPARE(finding.toObject().keys(), keys);
        QCOMPARE(findings.at(0)["suppressed"_L1].toBool(), true);
        const QJsonObject error = findings.at(1).toObject();
        QCOMPARE(error["severity"_L1].toString(), u"error"_s);
        QCOMPARE(error["file"_L1].toString(), u"a policy.yaml"_s);
        QCOMPARE(error["field"_L1].toString(), u"spec.egressRules[0].to[0].hosts[1]"_s);
        QCOMPARE(error["line"_L1].toInt(), 22);
        QCOMPARE(error["column"_L1].toInt(), 9);
        QCOMPARE(error["endColumn"_L1].toInt(),
                 9 + int(QByteArrayView("{a: \"x\", b: 1}").size())); // the emoji is one column
    }

    void expectationsAreTraced()
    {
        const QString policy = QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/samples/http.yaml");
        writeFile(m_folder->filePath(u"e.yaml"_s),
                  "apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata: {name: smoke}\nspec:\n  cases:\n"
                  "  - name: reaches\n    from: {namespace: mytest, labels: {app: sleep-a}}\n"
                  "    request: {url: \"http://www.httpbin.org\"}\n    expect: {verdict: allowed, status: 200}\n"
                  "  - name: does not reach\n    from: {namespace: mytest, labels: {app: sleep-b}}\n"
                  "    request: {url: \"http://www.httpbin.org\"}\n    expect: {verdict: allowed}\n"
                  "  - name: depends on the mesh\n    from: {namespace: elsewhere}\n"
                  "    request: {url: \"https://www.example.com\"}\n    expect: {verdict: blocked}\n");
        const QStringList files = {policy, u"e.yaml"_s};
        const ProgramRun run = m_call.run(QStringList{u"check"_s, u"--output"_s, u"json"_s} + files);
        QCOMPARE(run.status, 1);
        const QJsonArray expectations = QJsonDocument::fromJson(run.out)["expectations"_L1].toArray();
        QStringList results;
        for (const QJsonValue &expectation : expectations)
            results.append(expectation["name"_L1].toString() + ": "_L1 + expectation["result"_L1].toString());
        QCOMPARE(results,
                 (QStringList{u"reaches: holds"_s, u"does not reach: fails"_s, u"depends on the mesh: unknown"_s}));
        QVERIFY(!expectations.at(0)["steps"_L1].toArray().isEmpty());
        const ProgramRun text = m_call.run(QStringList{u"check"_s} + files);
        QVERIFY2(text.out.contains("e.yaml:10:"), text.out.constData());
        QVERIFY2(text.out.endsWith("expectations: 1 hold, 1 fail, 1 unknown\n"), text.out.constData());
        const ProgramRun junit = m_call.run(QStringList{u"check"_s, u"--output"_s, u"junit"_s} + files);
        QVERIFY2(junit.out.contains("tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\""), junit.out.constData());
        const ProgramRun sarif = m_call.run(QStringList{u"check"_s, u"--output"_s, u"sarif"_s} + files);
        QVERIFY2(sarif.out.contains("\"ruleId\": \"expectation\""), sarif.out.constData());
    }

    void whatNobodyCanTellFailsOnlyWhenStrict()
    {
        writeFile(m_folder->filePath(u"e.yaml"_s),
                  "apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata: {name: smoke}\nspec:\n  cases:\n"
                  "  - name: reaches\n    from: {namespace: mytest}\n    request: {url: \"http://a.example.com\"}\n"
                  "    expect: {verdict: allowed}\n");
        QCOMPARE(m_call.run({u"check"_s, u"e.yaml"_s}).status, 0);
        QCOMPARE(m_call.run({u"check"_s, u"--strict"_s, u"e.yaml"_s}).status, 1);
    }

    void sarifHasWhatConsumersRequire()
    {
        const ProgramRun run = m_call.run({u"check"_s, u"."_s, u"--output"_s, u"sarif"_s});
        QCOMPARE(run.status, 1);
        const QJsonObject root = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(root["version"_L1].toString(), u"2.1.0"_s);
        QCOMPARE(root["runs"_L1].toArray().size(), 1);
        const QJsonObject sarif = root["runs"_L1].toArray().first().toObject();
        QCOMPARE(sarif["columnKind"_L1].toString(), u"unicodeCodePoints"_s);
        const QJsonObject driver = sarif["tool"_L1]["driver"_L1].toObject();
        QVERIFY(!driver["name"_L1].toString().isEmpty());
        const QJsonArray rules = driver["rules"_L1].toArray();
        for (const QJsonValue &rule : rules)
            QVERIFY(!rule["shortDescription"_L1]["text"_L1].toString().isEmpty());
        const QJsonArray results = sarif["results"_L1].toArray();
        QCOMPARE(results.size(), 3);
        for (const QJsonValue &result : results)
            checkResult(result.toObject(), rules);
        const QJsonArray suppressions = results.at(0)["suppressions"_L1].toArray();
        QCOMPARE(suppressions.size(), 1);
        QCOMPARE(suppressions.at(0)["justification"_L1].toString(), u"older than the convention"_s);
        QVERIFY(!results.at(1).toObject().contains("suppressions"_L1));
    }

    void junitHasACaseForEveryFindingAndForEveryCleanFile()
    {
        const ProgramRun run = m_call.run({u"check"_s, u"."_s, u"--output"_s, u"junit"_s});
        QCOMPARE(run.status, 1);
        QXmlStreamReader xml(run.out);
        QHash<QString, int> elements;
        QStringList suites;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            ++elements[xml.name().toString()];
            if (xml.name() == "testsuite"_L1)
                suites.append(summary(xml.attributes()));
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(suites, (QStringList{u"a policy.yaml|3|1|1"_s, u"mesh.yaml|1|0|0"_s}));
        QCOMPARE(elements.value(u"testcase"_s), 4);
        QCOMPARE(elements.value(u"failure"_s), 1);
        QCOMPARE(elements.value(u"skipped"_s), 1);
    }

    void everyFormatIsTheSameEachTime()
    {
        for (const QString &format : {u"text"_s, u"json"_s, u"sarif"_s, u"junit"_s}) {
            const QByteArray first = m_call.run({u"check"_s, u"."_s, u"--output"_s, format}).out;
            QVERIFY(!first.isEmpty());
            QCOMPARE(m_call.run({u"check"_s, u"."_s, u"--output"_s, format}).out, first);
        }
    }

private:
    static void checkResult(const QJsonObject &result, const QJsonArray &rules)
    {
        const int index = result["ruleIndex"_L1].toInt(-1);
        QCOMPARE(rules.at(index)["id"_L1].toString(), result["ruleId"_L1].toString());
        QVERIFY(!result["message"_L1]["text"_L1].toString().isEmpty());
        QVERIFY((QStringList{u"error"_s, u"warning"_s, u"note"_s}).contains(result["level"_L1].toString()));
        const QJsonValue physical = result["locations"_L1].toArray().at(0)["physicalLocation"_L1];
        QCOMPARE(physical["artifactLocation"_L1]["uri"_L1].toString(), u"a%20policy.yaml"_s);
        QVERIFY(physical["region"_L1]["startLine"_L1].toInt() >= 1);
        QVERIFY(physical["region"_L1]["endColumn"_L1].toInt() >= 1);
    }

    std::optional<QTemporaryDir> m_folder;
    ProgramCall m_call;
};

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
