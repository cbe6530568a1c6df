// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/policyform.h"

#include "ui/fields/marks.h"
#include "ui/form/destinationpanel.h"
#include "ui/form/documentsummary.h"
#include "ui/form/findingplaces.h"
#include "ui/form/flowstrip.h"
#include "ui/form/gatewaypanel.h"
#include "ui/form/headerpanel.h"
#include "ui/form/noticebar.h"
#include "ui/form/protocolpanel.h"
#include "ui/form/sourcepanel.h"
#include "ui/form/statepage.h"

#include <QApplication>
#include <QFileInfo>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int charactersAcross = 58; // the longest label of each column can be read

/// The Tab key walks in reading order, which is the order in which panels hold their fields.
void orderTabs(const QWidget *column)
{
    QWidget *before = nullptr;
    for (QWidget *widget : column->findChildren<QWidget *>()) {
        const bool isPart = widget->window() == column->window(); // not of the list that a combo box opens
        if (!isPart || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        if (before)
            QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

} // namespace

PolicyForm::PolicyForm(WorkspaceEditor *editor, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_cursor(new PolicyCursor(editor, selection, this))
    , m_pages(new QStackedWidget(this))
    , m_formPage(new QWidget(this))
    , m_statePage(new StatePage(this))
    , m_summary(new DocumentSummary(this))
    , m_top(new QStackedWidget(this))
    , m_flow(new FlowStrip(this))
    , m_notice(new NoticeBar(this))
    , m_scroll(new QScrollArea(this))
{
    setAccessibleName(tr("Form"));
    buildForm();
    connect(m_cursor, &PolicyCursor::refreshed, this, &PolicyForm::refresh);
    connect(m_cursor, &PolicyCursor::moved, this, &PolicyForm::showCompilation);
    connect(m_cursor, &PolicyCursor::failed, this, [this](const Error &error) {
        m_notice->show(Severity::Error, error.toString(), {});
        m_top->setCurrentWidget(m_notice);
    });
    connect(m_editor, &WorkspaceEditor::compiled, this, &PolicyForm::showCompilation);
    connect(m_selection, &Selection::changed, this, &PolicyForm::markCurrent);
    connect(m_selection, &Selection::revealed, this, &PolicyForm::reveal);
    connect(qApp, &QApplication::focusChanged, this, &PolicyForm::keyboardMoved);
    connect(m_notice, &NoticeBar::clicked, this, &PolicyForm::askForText);
    connect(m_summary, &DocumentSummary::textRequested, this, &PolicyForm::askForText);
    connect(m_statePage, &StatePage::clicked, this, &PolicyForm::newPolicyRequested);
    connect(m_noRules, &StatePage::clicked, this, &PolicyForm::useStateButton);
    refresh();
    showCompilation();
    markCurrent();
}

PolicyForm::~PolicyForm()
{
    // A field that dies with the keyboard passes it on, when there is no form any more to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void PolicyForm::buildForm()
{
    m_top->addWidget(m_flow);
    m_top->addWidget(m_notice);
    m_top->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_scroll->setWidget(buildColumn());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumWidth(fontMetrics().averageCharWidth() * charactersAcross);
    auto *page = new QVBoxLayout(m_formPage);
    page->addWidget(m_top);
    page->addWidget(m_scroll, 1);

    m_pages->addWidget(m_formPage);
    m_pages->addWidget(m_statePage);
    m_pages->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
}

QWidget *PolicyForm::buildColumn()
{
    auto *column = new QWidget(this);
    m_header = new HeaderPanel(m_cursor, column);
    m_gateway = new GatewayPanel(m_cursor, column);
    m_sections = {m_header, new SourcePanel(m_cursor, column), new DestinationPanel(m_cursor, column),
                  new ProtocolPanel(m_cursor, column), m_gateway};
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    for (Section *section : m_sections) {
        layout->addWidget(section);
        connect(section, &Section::fixChosen, this, &PolicyForm::fixRequested);
        connect(section, &Section::findingClicked, this,
                [this](const Diagnostic &finding) { m_selection->reveal(finding.where); });
    }
    m_noRules = new StatePage(column);
    layout->addWidget(m_noRules);
    layout->addStretch(1);
    m_noRules->show(tr("This policy has no rules yet"),
                    tr("A rule says which workloads may reach which hosts. Without one the policy allows nothing."),
                    tr("Add a rule"));
    orderTabs(column);
    return column;
}

Field *PolicyForm::fieldFor(const FieldPath &path) const
{
    for (FieldPath part = path; !part.isEmpty(); part = part.parent()) {
        for (const Section *section : m_sections) {
            for (Field *field : section->fields()) {
                if (field->path() == part && field->isVisibleTo(this))
                    return field;
            }
        }
    }
    return nullptr;
}

void PolicyForm::showHelp()
{
    if (Field *field = fieldOf(QApplication::focusWidget()))
        field->showHelp();
}

void PolicyForm::refresh()
{
    showState();
    takeKeyboard();
    if (m_pages->currentWidget() != m_formPage)
        return;
    for (Section *section : m_sections)
        section->refresh();
    m_flow->show(flowOf(*m_cursor, m_editor->compilation()));
}

void PolicyForm::showState()
{
    using State = PolicyCursor::State;
    const State state = m_cursor->state();
    if (state == State::NoFile) {
        m_statePage->show(
            tr("Nothing is open"),
            tr("A policy says which workloads of a service mesh may reach which external hosts, and through "
               "which gateway. Open a file, or begin with a new one."),
            tr("New policy"));
    } else if (state == State::NoDocument) {
        m_statePage->show(tr("Nothing is written here yet"),
                          tr("The document is empty, so there is no form for it. Write it in the Source tab, or begin "
                             "with a new policy."),
                          tr("New policy"));
    } else if (state == State::Broken && !m_cursor->reading()) {
        m_statePage->show(
            tr("This text cannot be read"),
            tr("It could not be read since it was opened, so there is nothing to show but the text itself. "
               "The Source tab marks what is wrong."),
            {});
    } else if (m_cursor->reading()->kind != DocumentKind::Policy) {
        m_summary->show(*m_cursor->reading());
        m_pages->setCurrentWidget(m_summary);
        return;
    } else {
        m_pages->setCurrentWidget(m_formPage);
        for (Section *section : m_sections)
            section->setVisible(section == m_header || m_cursor->rule() >= 0);
        m_noRules->setVisible(m_cursor->rule() < 0);
        showNotice();
        return;
    }
    m_pages->setCurrentWidget(m_statePage);
}

void PolicyForm::showNotice()
{
    using State = PolicyCursor::State;
    if (m_cursor->state() == State::Broken) {
        const auto &problems =
            m_editor->workspace().reading(m_cursor->document().file, m_cursor->document().document).source->problems;
        const QString reason = problems.isEmpty() ? tr("It is not YAML.") : problems.constFirst().message;
        m_notice->show(
            Severity::Error,
            tr("The text cannot be read: %1 The form shows how it was before; nothing typed is lost.").arg(reason),
            tr("Go to text"));
    } else if (m_cursor->state() == State::TextOnly) {
        m_notice->show(
            Severity::Note,
            tr("This document uses anchors, aliases or merge keys. It is read and compiled, but can be edited only as text."),
            tr("Go to text"));
    }
    const bool isEditable = m_cursor->isEditable();
    m_top->setCurrentWidget(isEditable ? static_cast<QWidget *>(m_flow) : m_notice);
}

void PolicyForm::showCompilation()
{
    if (m_pages->currentWidget() != m_formPage)
        return;
    m_flow->show(flowOf(*m_cursor, m_editor->compilation()));
    m_gateway->showAutomaticPort();
    placeFindings();
}

void PolicyForm::placeFindings()
{
    const FindingPlaces places = placesOf(m_editor->compilation().findings, *m_cursor, m_sections);
    for (Section *section : m_sections) {
        for (Field *field : section->fields())
            field->showFindings(places.fields.value(field));
        section->showOwnFindings(places.sections.value(section));
    }
    m_header->showSeverities(places.destinations);
    QList<Diagnostic> ofThePolicy = places.sections.value(m_header);
    const auto add = [&ofThePolicy](Severity severity, const FieldRef &where, const QString &message) {
        Diagnostic notice;
        notice.severity = severity;
        notice.where = where;
        notice.message = message;
        ofThePolicy.append(notice);
    };
    if (const Diagnostic *worst = worstOf(places.inOtherRules); worst && worst->severity != Severity::Note)
        add(worst->severity, worst->where,
            tr("%n finding(s) in other rules of this policy.", nullptr, int(places.inOtherRules.size())));
    const QFileInfo file(m_cursor->workspace().files[size_t(m_cursor->document().file)]->path);
    if (file.exists() && !file.isWritable())
        add(Severity::Note, m_cursor->ref({}), tr("The file is read-only: changes can be saved under another name."));
    m_header->showOwnFindings(ofThePolicy);
}

Field *PolicyForm::currentField() const
{
    const bool isHere =
        m_selection->file() == m_cursor->document().file && m_selection->document() == m_cursor->document().document;
    return isHere ? fieldFor(m_selection->current().path) : nullptr;
}

void PolicyForm::markCurrent()
{
    Field *current = currentField();
    const Field *focused = fieldOf(QApplication::focusWidget());
    takeKeyboard();
    for (Section *section : m_sections) {
        for (Field *field : section->fields())
            field->setCurrent(field == current && field != focused);
    }
    if (current && current != focused)
        m_scroll->ensureWidgetVisible(current, 0, fontMetrics().height());
}

/// Who goes to the form goes to the field that the window is looking at; where there are no fields, to the button of the page.
void PolicyForm::takeKeyboard()
{
    QWidget *page = m_pages->currentWidget();
    Field *current = currentField();
    setFocusProxy(page != m_formPage ? page : current ? current : m_header->fields().constFirst());
}

void PolicyForm::reveal(const FieldRef &ref)
{
    Field *field = fieldFor(ref.path);
    if (!field || ref.file != m_cursor->document().file || ref.document != m_cursor->document().document)
        return;
    m_scroll->ensureWidgetVisible(field, 0, fontMetrics().height());
    field->reveal(ref.path);
}

/// The field that has the keyboard is the selected one; leaving it ends the step that was typed there.
void PolicyForm::keyboardMoved(QWidget *from, QWidget *to)
{
    Field *left = from && isAncestorOf(from) ? fieldOf(from) : nullptr;
    Field *entered = to && isAncestorOf(to) ? fieldOf(to) : nullptr;
    if (left == entered)
        return;
    if (left)
        m_cursor->endStep();
    for (Section *section : m_sections)
        section->setFocusedField(entered);
    if (!entered)
        return;
    if (!m_selection->current().path.startsWith(entered->path()) || m_selection->file() != m_cursor->document().file)
        m_cursor->select(entered->path());
    markCurrent();
}

void PolicyForm::askForText()
{
    emit textRequested(m_selection->current());
}

void PolicyForm::useStateButton()
{
    if (m_cursor->change(addRule(m_cursor->workspace(), m_cursor->document())))
        m_cursor->reveal(m_cursor->sourcePath().child(u"namespace"_s));
}

} // namespace sallyport
