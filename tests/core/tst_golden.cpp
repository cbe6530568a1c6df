// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/compile.h"
#include "core/policy/findingcodes.h"
#include "tests/support/core/goldencases.h"
#include "tests/support/core/workspacefixture.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QString sourceFolder = QStringLiteral(SALLYPORT_SOURCE_DIR);

/// Where UPDATE_GOLDEN=1 is set, what comes out is written instead of compared; a person then reads the difference.
bool updates()
{
    return qEnvironmentVariableIntValue("UPDATE_GOLDEN") == 1;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), content.size());
}

QByteArray linesFor(const Compilation &compilation, const Workspace &workspace)
{
    QByteArray lines;
    for (const Diagnostic &finding : compilation.findings)
        lines += describe(finding, workspace).toUtf8() + '\n';
    return lines;
}

} // namespace

/// Whole workspaces: what they compile to, and what is found about them.
class GoldenTest : public QObject
{
    Q_OBJECT
private slots:
    void givesTheExpectedFindings_data() { addGoldenCases(sourceFolder); }
    void givesTheExpectedFindings();
    void givesTheExpectedObjects_data() { addGoldenCases(sourceFolder); }
    void givesTheExpectedObjects();
    void aDefectNeverHidesTheSoundRule_data() { addGoldenCases(sourceFolder); }
    void aDefectNeverHidesTheSoundRule();
    void everyCodeHasACase();
};

void GoldenTest::givesTheExpectedFindings()
{
    QFETCH(QString, folder);
    const Workspace workspace = goldenWorkspace(QDir(folder));
    const QByteArray lines = linesFor(compile(workspace), workspace);
    const QString expected = folder + u"/expected-findings.txt"_s;
    if (updates())
        write(expected, lines);
    QVERIFY2(QFile::exists(expected), qPrintable(expected));
    QCOMPARE(QString::fromUtf8(lines), QString::fromUtf8(contentOf(expected)));
}

void GoldenTest::givesTheExpectedObjects()
{
    QFETCH(QString, folder);
    const QString expected = folder + u"/expected.yaml"_s;
    if (!QFile::exists(expected))
        return; // a case about findings alone
    const Workspace workspace = goldenWorkspace(QDir(folder));
    const QByteArray objects = render(compile(workspace).objects);
    if (updates())
        write(expected, objects);
    QCOMPARE(QString::fromUtf8(objects), QString::fromUtf8(contentOf(expected)));
}

/// Most cases end with the same sound rule for api.example.com: whatever is wrong above it, it is compiled.
void GoldenTest::aDefectNeverHidesTheSoundRule()
{
    QFETCH(QString, folder);
    const QDir dir(folder);
    // Without a file, or without a gateway to leave through, no rule can be compiled.
    const QStringList ofAll = {u"yaml.encoding"_s, u"gateway.required"_s, u"gateway.name"_s,
                               u"gateway.same-selector"_s};
    const Compilation compilation = compile(goldenWorkspace(dir));
    const bool hidesAll =
        std::any_of(compilation.findings.begin(), compilation.findings.end(), [&](const Diagnostic &finding) {
            return ofAll.contains(finding.code) && !finding.where.path.toString().contains("egressRules"_L1);
        });
    if (hidesAll || !contentOf(dir.filePath(u"policy.yaml"_s)).contains("- api.example.com"))
        return;
    QVERIFY(render(compilation.objects).contains("api.example.com"));
}

void GoldenTest::everyCodeHasACase()
{
    const QStringList names = goldenFolder(sourceFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    // Two are found on a cluster, one needs an object of a megabyte, and one ten thousand findings.
    const QStringList elsewhere = {u"gate.forwarded-certificate"_s, u"gateway-port.target"_s, u"size.object"_s,
                                   u"size.findings"_s};
    for (const FindingCode &row : findingCodes()) {
        const QString prefix = u"finding-"_s + QString(row.code).replace(u'.', u'-') + u'-';
        const bool has =
            std::any_of(names.begin(), names.end(), [&](const QString &name) { return name.startsWith(prefix); });
        QVERIFY2(has || elsewhere.contains(row.code), qPrintable(row.code));
    }
}

QTEST_APPLESS_MAIN(GoldenTest)
#include "tst_golden.moc"
