// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/compile.h"
#include "core/policy/findingcodes.h"
#include "tests/support/core/workspacefixture.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

/// Where UPDATE_GOLDEN=1 is set, what comes out is written instead of compared; a person then reads the difference.
bool updates()
{
    return qEnvironmentVariableIntValue("UPDATE_GOLDEN") == 1;
}

QDir goldenFolder()
{
    return QDir(QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/golden"));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), content.size());
}

/// The case's own YAML files, the policy first; or the files that `inputs` names, relative to the source folder.
TestFiles inputsOf(const QDir &folder)
{
    TestFiles files;
    for (const QByteArray &line : contentOf(folder.filePath(u"inputs"_s)).split('\n')) {
        const QString path = QString::fromUtf8(line.trimmed());
        if (!path.isEmpty())
            files.append({QFileInfo(path).fileName(), contentOf(QStringLiteral(SALLYPORT_SOURCE_DIR "/") + path)});
    }
    QStringList names = folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    names.removeAll(u"expected.yaml"_s);
    std::stable_sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a == "policy.yaml"_L1 && b != a; });
    for (const QString &name : names)
        files.append({name, contentOf(folder.filePath(name))});
    return files;
}

Workspace workspaceIn(const QDir &folder)
{
    const bool isAsm = contentOf(folder.filePath(u"target"_s)).trimmed() == "asm";
    return workspaceOf(inputsOf(folder), isAsm ? Target::Asm : Target::Istio);
}

QByteArray linesFor(const Compilation &compilation, const Workspace &workspace)
{
    QByteArray lines;
    for (const Diagnostic &finding : compilation.findings)
        lines += describe(finding, workspace).toUtf8() + '\n';
    return lines;
}

QStringList sortedCodes(const QList<Diagnostic> &findings)
{
    QStringList codes;
    for (const Diagnostic &finding : findings)
        codes.append(finding.code);
    codes.sort();
    return codes;
}

} // namespace

/// Whole workspaces: what they compile to, and what is found about them.
class GoldenTest : public QObject
{
    Q_OBJECT
private slots:
    void givesTheExpectedFindings_data() { addCases(); }
    void givesTheExpectedFindings();
    void givesTheExpectedObjects_data() { addCases(); }
    void givesTheExpectedObjects();
    void everyFixRemovesItsFindingAndBringsNoOther_data() { addCases(); }
    void everyFixRemovesItsFindingAndBringsNoOther();
    void aDefectNeverHidesTheSoundRule_data() { addCases(); }
    void aDefectNeverHidesTheSoundRule();
    void everyCodeHasACase();

private:
    static void addCases();
};

void GoldenTest::addCases()
{
    QTest::addColumn<QString>("folder");
    const QStringList names = goldenFolder().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << goldenFolder().filePath(name);
}

void GoldenTest::givesTheExpectedFindings()
{
    QFETCH(QString, folder);
    const Workspace workspace = workspaceIn(QDir(folder));
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
    const Workspace workspace = workspaceIn(QDir(folder));
    const QByteArray objects = render(compile(workspace).objects);
    if (updates())
        write(expected, objects);
    QCOMPARE(QString::fromUtf8(objects), QString::fromUtf8(contentOf(expected)));
}

void GoldenTest::everyFixRemovesItsFindingAndBringsNoOther()
{
    QFETCH(QString, folder);
    const Workspace workspace = workspaceIn(QDir(folder));
    const QList<Diagnostic> findings = compile(workspace).findings;
    for (const Diagnostic &finding : findings) {
        for (const Fix &fix : finding.fixes) {
            if (fix.switchesToAsm)
                continue;
            const QList<DocumentChange> changes = fix.changes(fix.question ? fix.question->suggestion : QString());
            QVERIFY2(!changes.isEmpty(), qPrintable(fix.title));
            const Result<Workspace> after = changed(workspace, changes);
            QVERIFY2(bool(after), after ? "" : qPrintable(fix.title + u": "_s + after.error().toString()));
            QStringList left = sortedCodes(findings);
            QVERIFY(left.removeOne(finding.code));
            for (const QString &code : sortedCodes(compile(*after).findings))
                QVERIFY2(left.removeOne(code), qPrintable(u"%1 gives %2:\n%3"_s.arg(fix.title, code, QString::fromUtf8(after->files[0]->stream.text))));
        }
    }
}

/// Most cases end with the same sound rule for api.example.com: whatever is wrong above it, it is compiled.
void GoldenTest::aDefectNeverHidesTheSoundRule()
{
    QFETCH(QString, folder);
    const QDir dir(folder);
    // Without a file, or without a gateway to leave through, no rule can be compiled.
    const QStringList ofAll = {u"yaml.encoding"_s, u"gateway.required"_s, u"gateway.name"_s, u"gateway.same-selector"_s};
    const Compilation compilation = compile(workspaceIn(dir));
    const bool hidesAll = std::any_of(compilation.findings.begin(), compilation.findings.end(), [&](const Diagnostic &finding) {
        return ofAll.contains(finding.code) && !finding.where.path.toString().contains("egressRules"_L1);
    });
    if (hidesAll || !contentOf(dir.filePath(u"policy.yaml"_s)).contains("- api.example.com"))
        return;
    QVERIFY(render(compilation.objects).contains("api.example.com"));
}

void GoldenTest::everyCodeHasACase()
{
    const QStringList names = goldenFolder().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    // Two are found on a cluster, and one needs an object of a megabyte.
    const QStringList elsewhere = {u"gate.forwarded-certificate"_s, u"gateway-port.target"_s, u"size.object"_s};
    for (const FindingCode &row : findingCodes()) {
        const QString prefix = u"finding-"_s + QString(row.code).replace(u'.', u'-') + u'-';
        const bool has = std::any_of(names.begin(), names.end(), [&](const QString &name) { return name.startsWith(prefix); });
        QVERIFY2(has || elsewhere.contains(row.code), qPrintable(row.code));
    }
}

QTEST_APPLESS_MAIN(GoldenTest)
#include "tst_golden.moc"
