// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/workspaceeditor.h"
#include "ui/problems/problemsfilter.h"
#include "ui/problems/problemsmodel.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// A wrong name (a warning), and as many rules with a port that is none (an error each).
QByteArray policyWith(int wrongPorts, const QByteArray &annotations = {})
{
    QByteArray text =
        "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n  name: odd\n"
        "  namespace: istio-egress\n"
        + annotations + "spec:\n  byEgressGateway:\n    name: egressgateway-a\n  egressRules:\n";
    for (int i = 0; i <= wrongPorts; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "  - from:\n    - namespace: team-" + number + "\n    to:\n    - hosts:\n      - www" + number
            + ".example.org\n      port:\n        number: " + (i == 0 ? "80" : "70000") + "\n        protocol: HTTP\n";
    }
    return text;
}

struct Setup {
    explicit Setup(const QByteArray &text)
    {
        workspace.newFile(text, u"policy.yaml"_s);
        workspace.compileNow();
    }

    void replaceText(const QByteArray &text)
    {
        const QByteArray before = workspace.workspace().files[0]->stream.text;
        workspace.editText(0, {{{0, before.size()}, text}}, u"Replace"_s);
        workspace.compileNow();
    }

    QStringList codes() const
    {
        QStringList codes;
        for (int row = 0; row < model.rowCount(); ++row)
            codes.append(model.finding(row).code);
        return codes;
    }

    QString text(int row, int column) const { return model.index(row, column).data().toString(); }

    WorkspaceEditor workspace;
    ProblemsModel model{&workspace};
};

} // namespace

class ProblemsModelTest : public QObject
{
    Q_OBJECT
private slots:
    void errorsComeFirst();
    void aRowSaysSeverityFieldPlaceAndCode();
    void rowsThatStayKeepTheirPersistentIndices();
    void linesFollowTheText();
    void aSuppressedFindingIsStruckOutAndDoesNotCount();
    void theFilterHidesSeveritiesAndSearchesAllColumns();
    void findingsOfAClosedFileGo();
};

void ProblemsModelTest::errorsComeFirst()
{
    Setup s(policyWith(1));
    QCOMPARE(s.codes(), (QStringList{u"port.number"_s, u"policy.name"_s}));
    QCOMPARE(s.model.count(Severity::Error), 1);
    QCOMPARE(s.model.count(Severity::Warning), 1);
}

void ProblemsModelTest::aRowSaysSeverityFieldPlaceAndCode()
{
    Setup s(policyWith(1));
    QCOMPARE(s.text(0, ProblemsModel::SeverityColumn), u"Error"_s);
    QCOMPARE(s.text(0, ProblemsModel::FieldColumn), u"spec.egressRules[1].to[0].port.number"_s);
    QCOMPARE(s.text(0, ProblemsModel::PlaceColumn), u"policy.yaml:24"_s);
    QCOMPARE(s.text(0, ProblemsModel::CodeColumn), u"port.number"_s);
    QVERIFY(!s.text(0, ProblemsModel::MessageColumn).isEmpty());
}

void ProblemsModelTest::rowsThatStayKeepTheirPersistentIndices()
{
    Setup s(policyWith(3));
    QAbstractItemModelTester tester(&s.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex last(s.model.index(s.model.rowCount() - 1, 0));
    QSignalSpy reset(&s.model, &QAbstractItemModel::modelReset);
    for (int wrongPorts : {5, 0, 2, 9, 1}) {
        s.replaceText(policyWith(wrongPorts));
        QCOMPARE(s.model.rowCount(), wrongPorts + 1);
        QCOMPARE(s.model.finding(last.row()).code, u"policy.name"_s);
    }
    QCOMPARE(reset.count(), 0);
}

void ProblemsModelTest::linesFollowTheText()
{
    Setup s(policyWith(1));
    s.workspace.editText(0, {{{0, 0}, "# one\n# two\n"}}, u"Comment"_s);
    s.workspace.compileNow();
    QCOMPARE(s.text(0, ProblemsModel::PlaceColumn), u"policy.yaml:26"_s);
}

void ProblemsModelTest::aSuppressedFindingIsStruckOutAndDoesNotCount()
{
    Setup s(policyWith(1, "  annotations:\n    sallyport.dev/suppress: \"policy.name=an old name\"\n"));
    QCOMPARE(s.codes(), (QStringList{u"port.number"_s, u"policy.name"_s}));
    QCOMPARE(s.model.count(Severity::Warning), 0);
    QVERIFY(s.model.index(1, 0).data(Qt::FontRole).value<QFont>().strikeOut());
    QVERIFY(s.text(1, ProblemsModel::MessageColumn).contains(u"an old name"_s));
    QVERIFY(!s.model.index(0, 0).data(Qt::FontRole).isValid());
}

void ProblemsModelTest::theFilterHidesSeveritiesAndSearchesAllColumns()
{
    Setup s(policyWith(4));
    ProblemsFilter filter;
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&s.model);
    QCOMPARE(filter.rowCount(), 5);
    filter.setShown(Severity::Error, false);
    QCOMPARE(filter.rowCount(), 1);
    filter.setShown(Severity::Error, true);
    filter.setText(u"egressRules[2]"_s);
    QCOMPARE(filter.rowCount(), 1);
    filter.setText(u"PORT.NUMBER"_s);
    QCOMPARE(filter.rowCount(), 4);
    filter.sort(ProblemsModel::PlaceColumn, Qt::DescendingOrder);
    QVERIFY(filter.index(0, ProblemsModel::FieldColumn).data().toString().contains(u"egressRules[4]"_s));
}

void ProblemsModelTest::findingsOfAClosedFileGo()
{
    Setup s(policyWith(1));
    s.workspace.close(0);
    s.workspace.compileNow();
    QCOMPARE(s.model.rowCount(), 0);
}

QTEST_MAIN(ProblemsModelTest)
#include "tst_problemsmodel.moc"
