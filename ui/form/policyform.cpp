// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/policyform.h"

#include "ui/fields/field.h"
#include "ui/form/authorizationcursor.h"
#include "ui/form/authorizationpage.h"
#include "ui/form/destinationpanel.h"
#include "ui/form/documentsummary.h"
#include "ui/form/expectationscursor.h"
#include "ui/form/expectationspage.h"
#include "ui/form/meshcursor.h"
#include "ui/form/meshpage.h"
#include "ui/form/policycursor.h"
#include "ui/form/policypage.h"
#include "ui/form/statepage.h"

#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

PolicyForm::PolicyForm(WorkspaceEditor *editor, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_mesh(new MeshCursor(editor, selection, this))
    , m_authorization(new AuthorizationCursor(editor, selection, this))
    , m_expectations(new ExpectationsCursor(editor, selection, this))
    , m_cursor(new PolicyCursor(editor, selection, this))
    , m_pages(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_summary(new DocumentSummary(this))
{
    setAccessibleName(tr("Form"));
    m_policy = new PolicyPage(m_cursor, selection, this);
    addPage(DocumentKind::Policy, m_policy);
    connect(m_policy->destination(), &DestinationPanel::hostsPasted, this, &PolicyForm::hostsPasted);
    addPage(DocumentKind::Authorization, new AuthorizationPage(m_authorization, selection, this));
    addPage(DocumentKind::Mesh, new MeshPage(m_mesh, selection, this));
    addPage(DocumentKind::Expectations, new ExpectationsPage(m_expectations, selection, this));
    m_pages->addWidget(m_statePage);
    m_pages->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);

    connect(m_cursor, &PolicyCursor::refreshed, this, &PolicyForm::refresh);
    connect(m_editor, &WorkspaceEditor::compiled, this, &PolicyForm::showCompilation);
    connect(m_selection, &Selection::changed, this, &PolicyForm::markCurrent);
    connect(m_selection, &Selection::revealed, this, &PolicyForm::reveal);
    connect(qApp, &QApplication::focusChanged, this, &PolicyForm::keyboardMoved);
    connect(m_summary, &DocumentSummary::textRequested, this, &PolicyForm::askForText);
    connect(m_statePage, &StatePage::clicked, this, &PolicyForm::newPolicyRequested);
    refresh();
    showCompilation();
    markCurrent();
}

PolicyForm::~PolicyForm()
{
    // A field that dies with the keyboard passes it on, when there is no form any more to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void PolicyForm::addPage(DocumentKind kind, FormPage *page)
{
    m_forms.insert(kind, page);
    m_pages->addWidget(page);
    connect(page, &FormPage::fixRequested, this, &PolicyForm::fixRequested);
    connect(page, &FormPage::textRequested, this, &PolicyForm::askForText);
}

Field *PolicyForm::fieldFor(const FieldPath &path) const
{
    const FormPage *page = current();
    return page ? page->fieldFor(path) : nullptr;
}

const QList<Section *> &PolicyForm::sections() const
{
    const FormPage *page = current();
    return page ? page->sections() : m_policy->sections();
}

FlowStrip *PolicyForm::flowStrip() const
{
    return m_policy->flowStrip();
}

void PolicyForm::showResults(const std::vector<ExpectationResult> &results)
{
    static_cast<ExpectationsPage *>(m_forms.value(DocumentKind::Expectations))->showResults(results);
}

void PolicyForm::pasteHosts()
{
    m_policy->destination()->askForHosts(QGuiApplication::clipboard()->text());
}

void PolicyForm::showHelp()
{
    if (Field *field = fieldOf(QApplication::focusWidget()))
        field->showHelp();
}

void PolicyForm::refresh()
{
    QWidget *page = pageOf(*m_cursor);
    if (auto *form = qobject_cast<FormPage *>(page))
        form->refresh();
    if (page == m_pages->currentWidget())
        return;
    m_pages->setCurrentWidget(page);
    setFocusProxy(page);
    showCompilation();
}

QWidget *PolicyForm::pageOf(const DocumentCursor &cursor)
{
    using State = DocumentCursor::State;
    const State state = cursor.state();
    if (state == State::NoFile) {
        m_statePage->show(
            tr("Nothing is open"),
            tr("A policy says which workloads of a service mesh may reach which external hosts, and through "
               "which gateway. Open a file, or begin with a new one."),
            tr("New policy"));
        return m_statePage;
    }
    if (state == State::NoDocument) {
        m_statePage->show(tr("Nothing is written here yet"),
                          tr("The document is empty, so there is no form for it. Write it in the Source tab, or begin "
                             "with a new policy."),
                          tr("New policy"));
        return m_statePage;
    }
    if (!cursor.reading()) {
        m_statePage->show(
            tr("This text cannot be read"),
            tr("It could not be read since it was opened, so there is nothing to show but the text itself. "
               "The Source tab marks what is wrong."),
            {});
        return m_statePage;
    }
    if (FormPage *form = m_forms.value(cursor.reading()->kind))
        return form;
    m_summary->show(*cursor.reading());
    return m_summary;
}

FormPage *PolicyForm::current() const
{
    return qobject_cast<FormPage *>(m_pages->currentWidget());
}

void PolicyForm::showCompilation()
{
    if (FormPage *page = current())
        page->showCompilation();
}

void PolicyForm::markCurrent()
{
    if (FormPage *page = current())
        page->markCurrent();
    // Who goes to the form goes to what its page says: the field that the window is looking at, or a button.
    setFocusProxy(m_pages->currentWidget());
}

void PolicyForm::reveal(const FieldRef &ref)
{
    if (FormPage *page = current())
        page->reveal(ref);
}

/// The field that has the keyboard is the selected one; leaving it ends the step that was typed there.
void PolicyForm::keyboardMoved(QWidget *from, QWidget *to)
{
    Field *left = from && isAncestorOf(from) ? fieldOf(from) : nullptr;
    Field *entered = to && isAncestorOf(to) ? fieldOf(to) : nullptr;
    FormPage *page = current();
    if (left != entered && page)
        page->keyboardMoved(left, entered);
}

void PolicyForm::askForText()
{
    emit textRequested(m_selection->current());
}

} // namespace sallyport
