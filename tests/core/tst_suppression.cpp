// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/findingcodes.h"
#include "core/policy/suppression.h"
#include "tests/support/core/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

Workspace annotated(const QByteArray &annotation)
{
    QByteArray text = soundPolicy();
    return workspaceOf(
        text.replace("metadata:\n", "metadata:\n  annotations:\n    sallyport.dev/suppress: " + annotation + "\n"));
}

Diagnostic after(const Workspace &workspace, Diagnostic finding)
{
    QList<Diagnostic> findings = {std::move(finding)};
    applySuppressions(findings, workspace);
    return findings[0];
}

} // namespace

class SuppressionTest : public QObject
{
    Q_OBJECT
private slots:
    void entriesAreCodeAndReason();
    void aWarningWithAReasonIsSetAside();
    void errorsAreNeverSetAside();
    void withoutAReasonNothingHappens();
    void otherCodesAndOtherDocumentsStay();
};

void SuppressionTest::entriesAreCodeAndReason()
{
    const QList<Suppression> entries =
        parseSuppressions(u" policy.name = the old tool; ; rule.shadowed=a=b ;host.duplicate"_s);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0].code, u"policy.name"_s);
    QCOMPARE(entries[0].reason, u"the old tool"_s);
    QCOMPARE(entries[1].reason, u"a=b"_s);
    QVERIFY(entries[2].reason.isEmpty() && !entries[2].isEffective());
}

void SuppressionTest::aWarningWithAReasonIsSetAside()
{
    const Diagnostic finding = after(annotated("policy.name=the old tool"),
                                     sallyport::finding("policy.name"_L1, Target::Istio, {0, 0, {}}, {}));
    QVERIFY(finding.suppressed);
    QCOMPARE(finding.suppressionReason, u"the old tool"_s);
}

void SuppressionTest::errorsAreNeverSetAside()
{
    QVERIFY(!after(annotated("host.short=x"), finding("host.short"_L1, Target::Istio, {0, 0, {}}, {})).suppressed);
    // Not even those of a code that is a warning elsewhere.
    QVERIFY(!after(annotated("tcp.no-address=x"), finding("tcp.no-address"_L1, Severity::Error, {0, 0, {}}, {}))
                 .suppressed);
}

void SuppressionTest::withoutAReasonNothingHappens()
{
    QVERIFY(!after(annotated("policy.name="), finding("policy.name"_L1, Target::Istio, {0, 0, {}}, {})).suppressed);
}

void SuppressionTest::otherCodesAndOtherDocumentsStay()
{
    const Workspace workspace = annotated("policy.name=the old tool");
    QVERIFY(!after(workspace, finding("host.duplicate"_L1, Target::Istio, {0, 0, {}}, {})).suppressed);
    QVERIFY(!after(workspace, finding("policy.name"_L1, Target::Istio, {0, 1, {}}, {})).suppressed);
    QVERIFY(!after(workspace, finding("policy.name"_L1, Target::Istio, {}, {})).suppressed);
}

QTEST_APPLESS_MAIN(SuppressionTest)
#include "tst_suppression.moc"
