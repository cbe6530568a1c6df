// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"
#include "tests/support/ui/recordcells.h"
#include "ui/fields/inputs.h"
#include "ui/form/casespanel.h"
#include "ui/form/expectationfields.h"
#include "ui/form/recordtable.h"
#include "ui/newdocuments.h"

#include <QTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

const QByteArray expectations = "apiVersion: sallyport.dev/v1alpha1\n"
                                "kind: Expectations\n"
                                "metadata: {name: smoke}\n"
                                "spec:\n"
                                "  cases:\n"
                                "  - name: sleep-a reaches httpbin # the point\n"
                                "    from: {namespace: mytest, labels: {app: sleep-a, tier: web}}\n"
                                "    request: {url: \"http://www.httpbin.org/get\", method: GET}\n"
                                "    expect: {verdict: allowed, status: 200} # served\n"
                                "  - from:\n"
                                "      namespace: default\n"
                                "    request:\n"
                                "      tcp: db.example.com:5432\n"
                                "      headers:\n"
                                "        x-a: b\n"
                                "    expect:\n"
                                "      verdict: blocked\n";

QString changed(const char *from, const char *to)
{
    QByteArray text = expectations;
    if (!text.contains(from))
        qFatal("There is no such text: %s", from);
    return QString::fromUtf8(text.replace(from, to));
}

RecordTable *tableOf(const FormFixture &fixture)
{
    return qobject_cast<RecordTable *>(fixture.field(u"spec.cases"_s)->input());
}

enum Column {
    NameColumn,
    FromColumn,
    LabelsColumn,
    MethodColumn,
    RequestColumn,
    VerdictColumn,
    StatusColumn,
    ResultColumn
};

} // namespace

class ExpectationsFormTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldOfACaseHasAnInput_data()
    {
        QTest::addColumn<QString>("path");
        for (const FieldSpec &spec : expectationFields())
            QTest::newRow(qPrintable(spec.pattern)) << QString(spec.pattern).replace(u"[]"_s, u"[0]"_s);
    }

    void everyFieldOfACaseHasAnInput()
    {
        QFETCH(QString, path);
        FormFixture fixture(expectations, {});
        Field *field = fixture.field(path);
        QVERIFY2(field && field->isVisible(), qPrintable(path));
        QVERIFY(!field->help().meaning.isEmpty() && !field->help().onTheMesh.isEmpty());
        QVERIFY(!fixture.input(path)->accessibleName().isEmpty());
    }

    void theTableShowsEachCase()
    {
        FormFixture fixture(expectations, {});
        const QList<QStringList> &rows = tableOf(fixture)->model()->rows();
        QCOMPARE(rows[0],
                 (QStringList{u"sleep-a reaches httpbin"_s, u"mytest"_s, u"app=sleep-a, tier=web"_s, u"GET"_s,
                              u"http://www.httpbin.org/get"_s, u"allowed"_s, u"200"_s, QString()}));
        QCOMPARE(rows[1][RequestColumn], u"db.example.com:5432"_s);
        QCOMPARE(rows[1][VerdictColumn], u"blocked"_s);
    }

    void cellsAreWrittenToTheirMembers_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("name") << 0 << int(NameColumn) << u"x"_s << changed("sleep-a reaches httpbin #", "x #");
        QTest::newRow("from") << 1 << int(FromColumn) << u"shop"_s << changed("namespace: default", "namespace: shop");
        QTest::newRow("label") << 0 << int(LabelsColumn) << u"app=sleep-b, tier=web"_s
                               << changed("app: sleep-a", "app: sleep-b");
        QTest::newRow("method") << 0 << int(MethodColumn) << u"POST"_s << changed("method: GET", "method: POST");
        QTest::newRow("url") << 0 << int(RequestColumn) << u"https://a.example"_s
                             << changed("\"http://www.httpbin.org/get\"", "\"https://a.example\"");
        QTest::newRow("a stream becomes a request")
            << 1 << int(RequestColumn) << u"https://a.example:81/"_s
            << changed("tcp: db.example.com:5432", "url: https://a.example:81/");
        QTest::newRow("status") << 0 << int(StatusColumn) << u"403"_s << changed("status: 200", "status: 403");
    }

    void cellsAreWrittenToTheirMembers()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        FormFixture fixture(expectations, {});
        typeCell(tableOf(fixture), row, column, text);
        QCOMPARE(fixture.text(), wanted);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(expectations));
    }

    void theFieldsShowTheSelectedCase()
    {
        FormFixture fixture(expectations, u"spec.cases[1]"_s);
        QCOMPARE(fixture.input<QLineEdit>(u"spec.cases[1].request.tcp"_s)->text(), u"db.example.com:5432"_s);
        fixture.type(u"spec.cases[1].request.tcp"_s, u"other.example.com:1"_s);
        QCOMPARE(fixture.text(), changed("db.example.com:5432", "other.example.com:1"));
        fixture.undo();
        fixture.type(u"spec.cases[1].from.serviceAccount"_s, u"sa"_s);
        QCOMPARE(fixture.text(),
                 changed("      namespace: default\n", "      namespace: default\n      serviceAccount: sa\n"));
        fixture.type(u"spec.cases[1].from.serviceAccount"_s, {});
        QCOMPARE(fixture.text(), QString::fromUtf8(expectations));
    }

    void goingToARowSelectsItsCase()
    {
        FormFixture fixture(expectations, {});
        RecordTable *table = tableOf(fixture);
        table->view()->setFocus();
        table->view()->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table->view(), Qt::Key_Down);
        QVERIFY(fixture.field(u"spec.cases[1].expect.verdict"_s));
        QCOMPARE(fixture.input<ChoiceBox>(u"spec.cases[1].expect.verdict"_s)->currentText(), u"blocked"_s);
    }

    void aCaseIsBegunInTheEmptyRowAndGoesOnWithTheWorkloadBefore()
    {
        FormFixture fixture(expectations, {});
        RecordTable *table = tableOf(fixture);
        typeCell(table, 2, NameColumn, u"next"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY2(fixture.text().endsWith(u"  - name: next\n    from:\n      namespace: default\n    request:\n"
                                         "      url: https://\n    expect:\n      verdict: allowed\n"_s),
                 qPrintable(fixture.text()));
        QVERIFY(fixture.field(u"spec.cases[2].name"_s));
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(expectations));
    }

    void casesAreDuplicatedMovedAndRemoved()
    {
        FormFixture fixture(expectations, {});
        RecordTable *table = tableOf(fixture);
        table->view()->setFocus();
        table->view()->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table->view(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(table->model()->rows().size(), 3);
        QCOMPARE(table->model()->rows()[1], table->model()->rows()[0]);
        fixture.undo();
        table->view()->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table->view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(table->model()->rows()[1][NameColumn], u"sleep-a reaches httpbin"_s);
        fixture.undo();
        QCOMPARE(fixture.text(), QString::fromUtf8(expectations));
        table->view()->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(table->view(), Qt::Key_Delete);
        QVERIFY(!fixture.text().contains(u"db.example.com"_s));
        QVERIFY(fixture.text().contains(u"# served"_s));
    }

    void aFindingStandsAtItsCellAndAtTheFieldOfTheSelectedCase()
    {
        FormFixture fixture(QByteArray(expectations).replace("status: 200", "status: 99").replace("blocked", "bloked"),
                            {});
        RecordTable *table = tableOf(fixture);
        QVERIFY(table->model()->index(0, StatusColumn).data(Qt::ToolTipRole).toString().contains(u"99"_s));
        QVERIFY(table->model()->index(1, VerdictColumn).data(Qt::ToolTipRole).toString().contains(u"bloked"_s));
        QVERIFY(!table->model()->index(0, VerdictColumn).data(Qt::ToolTipRole).isValid());
        QCOMPARE(fixture.field(u"spec.cases[0].expect.status"_s)->findings().size(), 1);
    }

    void theResultColumnIsHiddenUntilThereAreResults()
    {
        FormFixture fixture(expectations, {});
        RecordTable *table = tableOf(fixture);
        QVERIFY(table->view()->isColumnHidden(ResultColumn));
        auto *panel = fixture.form->findChild<CasesPanel *>();
        panel->showResults({u"as expected"_s, u"blocked"_s});
        QVERIFY(!table->view()->isColumnHidden(ResultColumn));
        QCOMPARE(table->model()->index(1, ResultColumn).data().toString(), u"blocked"_s);
        QVERIFY(!(table->model()->index(1, ResultColumn).flags() & Qt::ItemIsEditable));
        panel->showResults({});
        QVERIFY(table->view()->isColumnHidden(ResultColumn));
    }

    void newExpectationsBeginWithTheSelectedDestination()
    {
        WorkspaceEditor editor;
        editor.newFile(httpPolicy(), u"policy.yaml"_s);
        const StructureEdit edit = newExpectations(editor.workspace(), {0, 0, {}});
        QVERIFY(editor.edit(edit.undoText, edit.changes));
        const QString text = QString::fromUtf8(editor.workspace().files[0]->stream.text);
        QVERIFY2(
            text.endsWith(u"  cases:\n  - from:\n      namespace: mytest\n      labels:\n        app: sleep-a\n"
                          "    request:\n      url: http://www.httpbin.org/\n    expect:\n      verdict: allowed\n"_s),
            qPrintable(text));
        editor.compileNow();
        QVERIFY(!editor.compilation().hasErrors());
    }
};

QTEST_MAIN(ExpectationsFormTest)
#include "tst_expectationsform.moc"
