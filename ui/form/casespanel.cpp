// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/casespanel.h"

#include "core/policy/edits.h"
#include "ui/form/expectationfields.h"
#include "ui/form/recordtable.h"
#include "ui/newdocuments.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

EntryModel::Choices verdicts()
{
    EntryModel::Choices choices;
    for (const QString &word : {u"allowed"_s, u"blocked"_s, u"any"_s})
        choices.append({word, word});
    return choices;
}

QList<RecordColumn> caseColumns()
{
    using Kind = RecordColumn::Kind;
    const FieldPath root;
    const FieldPath from = root.child(u"from"_s);
    const FieldPath request = root.child(u"request"_s);
    const FieldPath expect = root.child(u"expect"_s);
    return {
        {.title = CasesPanel::tr("Name"), .path = root.child(u"name"_s), .width = 16},
        {.title = CasesPanel::tr("From"), .path = from.child(u"namespace"_s), .width = 9, .isRequired = true},
        {.title = CasesPanel::tr("Labels"), .path = from.child(u"labels"_s), .kind = Kind::LabelMap, .width = 12},
        {.title = CasesPanel::tr("Method"), .path = request.child(u"method"_s), .width = 8},
        {.title = CasesPanel::tr("Request"),
         .path = request.child(u"url"_s),
         .width = 20,
         .isRequired = true,
         .others = {u"tcp"_s},
         .nameFor = requestKeyOf},
        {.title = CasesPanel::tr("Expected"), .path = expect.child(u"verdict"_s), .width = 10, .choices = verdicts()},
        {.title = CasesPanel::tr("Status"), .path = expect.child(u"status"_s), .kind = Kind::Number, .width = 7},
        {.title = CasesPanel::tr("Result"), .kind = Kind::Fixed, .width = 10},
    };
}

constexpr int resultColumn = 7;

} // namespace

CasesPanel::CasesPanel(ExpectationsCursor *cursor, QWidget *parent)
    : Section(tr("Expectations"), cursor, parent)
    , m_name(addTextField(expectationField(u"metadata.name"_s)))
    , m_table(new RecordTable(cursor, caseColumns(), tr("Add a case…"),
                              {tr("Add a case"), tr("Remove the selected cases")}, this))
    , m_cases(addField(expectationField(u"spec.cases"_s), m_table))
{
    m_table->newRecord = [cursor](const QString &name) {
        const DocumentId document = cursor->document();
        const StructureEdit edit = newExpectation(cursor->workspace(), document, cursor->count(cursor->casesPath()));
        Value record = Value::map({{u"name"_s, name}});
        const Value &change = edit.changes.constFirst().change.value;
        for (const Member &member : (change.isList() ? change[size_t(0)] : change).members())
            record.add(member.key, member.value);
        return record;
    };
    m_table->titleOf = [cursor](const FieldPath &record) { return cursor->caseTitle(record); };
    m_table->view()->setVisibleRows(7);
    m_table->view()->setEmptyText(tr("A case is a request of a workload and what should come of it."));
    addRow({{m_name, 12}});
    addRow({{m_cases, 12}});
    connect(m_table, &RecordTable::rowChosen, cursor, &ExpectationsCursor::setCase);
    connect(m_cases, &Field::revealed, m_table, &RecordTable::goTo);
}

void CasesPanel::refresh()
{
    show(m_name, FieldPath().child(u"metadata"_s).child(u"name"_s));
    m_cases->setPath(expectations()->casesPath());
    m_table->showList(expectations()->casesPath());
    // Who is at work in the table has gone to a row already.
    const int row = expectations()->caseIndex();
    if (row >= 0 && m_table->view()->currentIndex().row() != row && !m_table->isAncestorOf(QApplication::focusWidget()))
        m_table->view()->setCurrentIndex(m_table->model()->index(row, 0));
}

QList<FieldPath> CasesPanel::places() const
{
    return {FieldPath()};
}

void CasesPanel::showFindings(const QList<Diagnostic> &findings)
{
    m_table->showFindings(findings);
}

void CasesPanel::showResults(const QStringList &words)
{
    m_table->showFixed(resultColumn, words);
}

} // namespace sallyport
