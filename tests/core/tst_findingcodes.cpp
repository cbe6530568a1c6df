// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/findingcodes.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QString sourceFolder = QStringLiteral(SALLYPORT_SOURCE_DIR);

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString wordFor(Severity severity)
{
    return severity == Severity::Error ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"note"_s;
}

QString severityOf(const FindingCode &row)
{
    const QString istio = wordFor(row.istio);
    return row.istio == row.asmTarget ? istio : u"%1 (Istio), %2 (ASM)"_s.arg(istio, wordFor(row.asmTarget));
}

/// The text as Markdown shows it.
QString escaped(const QString &text)
{
    return QString(text).replace(u'<', "&lt;"_L1);
}

/// docs/findings.md as the table gives it.
QString findingsPage()
{
    QString page =
        u"<!-- Written by tst_findingcodes from core/policy/findingcodes.cpp: UPDATE_GOLDEN=1 writes it anew. -->\n# Findings\n\n"
        "What `sallyport check` and the window report. A finding names a field of a document and has one of these codes; "
        "`sallyport explain CODE` prints the same text.\n\n"
        "Errors are about what does not work and cannot be suppressed. Warnings and notes can, with a reason: see policy.md.\n\n"
        "| code | severity | quick fix | what it says |\n|---|---|---|---|\n"_s;
    for (const FindingCode &row : findingCodes())
        page += u"| [%1](#%2) | %3 | %4 | %5 |\n"_s.arg(row.code, QString(row.code).remove(u'.'), severityOf(row),
                                                        row.fixable ? u"yes"_s : QString(), escaped(row.summary()));
    for (const FindingCode &row : findingCodes())
        page += u"\n## %1\n\n%2.\n\n%3\n"_s.arg(row.code, escaped(row.summary()), escaped(row.explanation()));
    return page;
}

} // namespace

/// The table of findings, the only place where codes are listed.
class FindingCodesTest : public QObject
{
    Q_OBJECT
private slots:
    void codesAreUniqueAndFound();
    void everyCodeIsExplained();
    void severitiesFollowTheTarget();
    void onlyWarningsAndNotesCanBeSuppressed();
    void everyCodeInTheSourcesIsInTheTable();
    void everyCodeInTheTableIsReportedSomewhere();
    void theDocumentationSaysTheSame();
};

void FindingCodesTest::codesAreUniqueAndFound()
{
    QSet<QString> seen;
    for (const FindingCode &row : findingCodes()) {
        QVERIFY2(!seen.contains(row.code), qPrintable(row.code));
        seen.insert(row.code);
        QCOMPARE(findingCode(row.code), &row);
    }
    QVERIFY(!findingCode(u"no.such-code"));
}

void FindingCodesTest::everyCodeIsExplained()
{
    static const QRegularExpression form(u"^[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$"_s);
    for (const FindingCode &row : findingCodes()) {
        QVERIFY2(form.match(row.code).hasMatch(), qPrintable(row.code));
        QVERIFY2(!row.summary().isEmpty() && !row.summary().endsWith(u'.') && !row.summary().contains(u'\n'),
                 qPrintable(row.code));
        QVERIFY2(row.explanation().endsWith(u'.') && row.explanation().size() > row.summary().size() / 2,
                 qPrintable(row.code));
    }
}

void FindingCodesTest::severitiesFollowTheTarget()
{
    QCOMPARE(finding("host.wildcard"_L1, Target::Istio, {}, {}).severity, Severity::Error);
    QCOMPARE(finding("host.wildcard"_L1, Target::Asm, {}, {}).severity, Severity::Note);
    QCOMPARE(finding("tcp.no-address"_L1, Target::Istio, {}, {}).severity, Severity::Warning);
    QCOMPARE(finding("tcp.no-address"_L1, Severity::Error, {}, {}).severity, Severity::Error);
}

void FindingCodesTest::onlyWarningsAndNotesCanBeSuppressed()
{
    QVERIFY(findingCode(u"policy.name")->isSuppressible());
    QVERIFY(findingCode(u"host.wildcard")->isSuppressible()); // a note for ASM
    QVERIFY(!findingCode(u"host.short")->isSuppressible());
}

void FindingCodesTest::everyCodeInTheSourcesIsInTheTable()
{
    static const QRegularExpression literal(u"\"([a-z0-9-]+\\.[a-z0-9-]+)\"_L1"_s);
    QSet<QString> families;
    for (const FindingCode &row : findingCodes())
        families.insert(row.code.section(u'.', 0, 0));
    QDirIterator files(sourceFolder + u"/core"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    int found = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.contains(u"/core/trace/"_s)) // reports no findings; the keys of Istio's conditions look like codes
            continue;
        auto matches = literal.globalMatch(contentOf(path));
        while (matches.hasNext()) {
            const QString code = matches.next().captured(1);
            if (!families.contains(code.section(u'.', 0, 0)) || code.startsWith("egress."_L1))
                continue;
            ++found;
            QVERIFY2(findingCode(code), qPrintable(files.filePath() + u": "_s + code));
        }
    }
    QVERIFY(found > 40);
}

void FindingCodesTest::everyCodeInTheTableIsReportedSomewhere()
{
    // Found on a cluster only.
    const QStringList later = {u"gate.forwarded-certificate"_s, u"gateway-port.target"_s};
    QString sources;
    QDirIterator files(sourceFolder + u"/core"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.endsWith("findingcodes.cpp"_L1))
            sources += contentOf(path);
    }
    for (const FindingCode &row : findingCodes())
        QVERIFY2(sources.contains(u'"' + row.code + u'"') || later.contains(row.code), qPrintable(row.code));
}

void FindingCodesTest::theDocumentationSaysTheSame()
{
    const QString path = sourceFolder + u"/docs/findings.md"_s;
    const QString page = findingsPage();
    if (qEnvironmentVariableIntValue("UPDATE_GOLDEN") == 1) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page.toUtf8());
    }
    QCOMPARE(contentOf(path), page);
}

QTEST_APPLESS_MAIN(FindingCodesTest)
#include "tst_findingcodes.moc"
