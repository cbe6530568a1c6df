// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/casepanel.h"

#include "core/policy/edits.h"
#include "ui/fields/inputs.h"
#include "ui/form/expectationfields.h"
#include "ui/form/labelsedit.h"

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

ChoiceBox *verdictChoices(QWidget *parent)
{
    auto *box = new ChoiceBox(parent);
    for (const QString &word : {u"allowed"_s, u"blocked"_s, u"any"_s})
        box->addChoice(word);
    return box;
}

} // namespace

CasePanel::CasePanel(ExpectationsCursor *cursor, QWidget *parent)
    : Section(tr("Selected case"), cursor, parent)
    , m_name(addTextField(expectationField(u"spec.cases[].name"_s)))
    , m_namespace(addTextField(expectationField(u"spec.cases[].from.namespace"_s)))
    , m_account(addTextField(expectationField(u"spec.cases[].from.serviceAccount"_s)))
{
    const FieldSpec labels = expectationField(u"spec.cases[].from.labels"_s);
    m_labelsEdit = new LabelsEdit({tr("Label"), tr("Value")}, tr("Add a label…"), labels, cursor, this);
    m_labels = addField(labels, m_labelsEdit);

    const FieldSpec headers = expectationField(u"spec.cases[].request.headers"_s);
    m_headersEdit = new LabelsEdit({tr("Header"), tr("Value")}, tr("Add a header…"), headers, cursor, this);
    m_headers = addField(headers, m_headersEdit);

    m_method = addTextField(expectationField(u"spec.cases[].request.method"_s));
    const FieldSpec request = expectationField(u"spec.cases[].request.url"_s);
    auto *edit = new LineEdit(this);
    edit->setPlaceholderText(request.placeholder);
    m_request = addField(request, edit);
    connect(edit, &QLineEdit::textEdited, this, &CasePanel::typeRequest);
    connect(edit, &LineEdit::left, cursor, &DocumentCursor::endStep);

    m_verdict = addChoiceField(expectationField(u"spec.cases[].expect.verdict"_s), verdictChoices(this));
    m_status = addTextField(expectationField(u"spec.cases[].expect.status"_s));

    addRow({{m_name, 12}});
    addRow({{m_namespace, 6}, {m_account, 6}});
    addRow({{m_labels, 6}, {m_headers, 6}});
    addRow({{m_method, 3}, {m_request, 9}});
    addRow({{m_verdict, 6}, {m_status, 6}});
    connect(m_labels, &Field::revealed, m_labelsEdit, &LabelsEdit::goTo);
    connect(m_headers, &Field::revealed, m_headersEdit, &LabelsEdit::goTo);
}

void CasePanel::refresh()
{
    const FieldPath path = expectations()->casePath();
    const FieldPath from = path.child(u"from"_s);
    const FieldPath request = path.child(u"request"_s);
    const FieldPath expect = path.child(u"expect"_s);
    show(m_name, path.child(u"name"_s));
    show(m_namespace, from.child(u"namespace"_s));
    show(m_account, from.child(u"serviceAccount"_s));
    m_labels->setPath(from.child(u"labels"_s));
    m_labelsEdit->showMap(from.child(u"labels"_s));
    show(m_method, request.child(u"method"_s));
    show(m_request, expectations()->requestPath());
    m_headers->setPath(request.child(u"headers"_s));
    m_headersEdit->showMap(request.child(u"headers"_s));
    show(m_verdict, expect.child(u"verdict"_s));
    show(m_status, expect.child(u"status"_s));
}

QList<FieldPath> CasePanel::places() const
{
    return {expectations()->casePath()};
}

/// A URL and host:port are different members: what is typed decides which one it is.
void CasePanel::typeRequest(const QString &text)
{
    const FieldPath path = expectations()->requestPath();
    const FieldPath wanted = path.parent().child(requestKeyOf(text));
    const QString step = cursor()->undoText(expectationField(u"spec.cases[].request.url"_s), path);
    const QString mergeKey = cursor()->keyOf(path.parent());
    QList<DocumentChange> changes;
    DocumentChange set = setField(cursor()->workspace(), cursor()->ref(wanted), Value(text));
    if (wanted != path && cursor()->has(path)) {
        changes.append(renameLabel(cursor()->ref(path.parent()), path.last().name, wanted.last().name));
        set.change.before.clear(); // it is there, under its new name
    }
    cursor()->change(step, changes + QList{set}, mergeKey);
}

} // namespace sallyport
