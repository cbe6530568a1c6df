// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/compile.h"
#include "tests/support/core/changedworkspace.h"
#include "tests/support/core/goldencases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QString sourceFolder = QStringLiteral(SALLYPORT_SOURCE_DIR);

/// Notes are left out: what was an error before may say something about itself now that it works.
QStringList sortedCodes(const QList<Diagnostic> &findings)
{
    QStringList codes;
    for (const Diagnostic &finding : findings) {
        if (finding.severity != Severity::Note)
            codes.append(finding.code);
    }
    codes.sort();
    return codes;
}

} // namespace

/// The ways out of the findings of all golden cases.
class FixesTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFixRemovesItsFindingAndBringsNoOther_data() { addGoldenCases(sourceFolder); }
    void everyFixRemovesItsFindingAndBringsNoOther();
};

void FixesTest::everyFixRemovesItsFindingAndBringsNoOther()
{
    QFETCH(QString, folder);
    const Workspace workspace = goldenWorkspace(QDir(folder));
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
            QVERIFY(finding.severity == Severity::Note || left.removeOne(finding.code));
            for (const QString &code : sortedCodes(compile(*after).findings))
                QVERIFY2(left.removeOne(code),
                         qPrintable(u"%1 gives %2:\n%3"_s.arg(fix.title, code,
                                                              QString::fromUtf8(after->files[0]->stream.text))));
        }
    }
}

QTEST_APPLESS_MAIN(FixesTest)
#include "tst_fixes.moc"
