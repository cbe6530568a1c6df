// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/tracedocks.h"

#include "core/document/livetrace.h"
#include "ui/docks.h"
#include "ui/form/policyform.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/newdocuments.h"
#include "ui/preview/previewpane.h"
#include "ui/problems/problemsview.h"
#include "ui/trace/expectationsmodel.h"
#include "ui/trace/expectationspane.h"
#include "ui/trace/requestpanel.h"
#include "ui/trace/tracepane.h"
#include "ui/trace/traceview.h"
#include "ui/trace/verdict.h"

#include <QAction>
#include <QDockWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace sallyport {

TraceDocks::TraceDocks(MainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_live(new LiveTrace(window->editor(), this))
    , m_trace(new TracePane(window->editor(), m_live))
    , m_expectations(new ExpectationsPane(window->editor(), m_live))
    , m_traceDock(window->docks()->add(u"trace"_s, tr("Trace"), m_trace, m_trace->request()))
    , m_expectationsDock(
          window->docks()->add(u"expectations"_s, tr("Expectations"), m_expectations, m_expectations->list()))
    , m_state(newStateButton())
{
    connectAll();
    showState();
}

QToolButton *TraceDocks::newStateButton()
{
    auto *button = new QToolButton(m_window->statusBar());
    button->setObjectName(u"expectationsState"_s);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(tr("What came of the expectations. Click to see them."));
    connect(button, &QToolButton::clicked, this, [this] { m_window->docks()->toggle(m_expectationsDock); });
    m_window->statusBar()->addPermanentWidget(button);
    return button;
}

void TraceDocks::connectAll()
{
    const auto on = [this](Command command, auto slot) {
        connect(m_window->actions()[command], &QAction::triggered, this, slot);
    };
    on(Command::ShowTrace, &TraceDocks::showTrace);
    on(Command::ShowExpectations, &TraceDocks::showExpectations);
    on(Command::TraceSelection, [this] { traceField(m_window->selection()->current()); });
    for (TraceView *view : {m_trace->view(), m_expectations->trace()}) {
        connect(view, &TraceView::fieldSelected, this, &TraceDocks::showField);
        connect(view, &TraceView::fieldActivated, this, [this](const PlacedField &field) {
            if (field.place.ref.isValid())
                m_window->selection()->reveal(field.place.ref);
        });
    }
    connect(m_trace, &TracePane::expectationWanted, this, &TraceDocks::addExpectation);
    connect(m_expectations, &ExpectationsPane::traceWanted, this, &TraceDocks::traceRequest);
    connect(m_expectations, &ExpectationsPane::caseActivated, m_window->selection(), &Selection::reveal);
    connect(m_expectations, &ExpectationsPane::documentWanted, m_window->actions()[Command::AddExpectations],
            &QAction::trigger);
    connect(m_expectations, &ExpectationsPane::titleChanged, this, &TraceDocks::showState);
    connect(m_window->problems(), &ProblemsView::traceWanted, this, &TraceDocks::traceField);
    connect(m_live, &LiveTrace::evaluated, m_window->form(),
            [this] { m_window->form()->showResults(m_live->results()); });
}

void TraceDocks::showTrace()
{
    const Workspace &workspace = m_window->editor()->workspace();
    if (m_trace->isEmpty() && !documentsOf(workspace, DocumentKind::Policy).empty())
        return traceField(m_window->selection()->current());
    m_window->docks()->show(m_traceDock);
}

void TraceDocks::showExpectations()
{
    m_window->docks()->show(m_expectationsDock);
}

void TraceDocks::traceField(const FieldRef &field)
{
    const Workspace &workspace = m_window->editor()->workspace();
    if (field.file < 0 || size_t(field.file) >= workspace.files.size())
        return m_window->docks()->show(m_traceDock);
    traceRequest(requestOf(expectationFor(workspace, field)));
}

void TraceDocks::traceRequest(const TraceRequest &request)
{
    m_trace->setRequest(request);
    m_window->docks()->show(m_traceDock);
}

/// What decided a step: in the form, and its line among the objects; of a foreign object in the text.
void TraceDocks::showField(const PlacedField &field)
{
    if (field.place.ref.isValid())
        m_window->selection()->select(field.place.ref);
    if (field.content)
        m_window->preview()->showObject(field.content, field.line);
    else if (field.place.ref.isValid())
        m_window->preview()->raiseSource();
}

void TraceDocks::addExpectation(const Expectation &expectation)
{
    WorkspaceEditor *editor = m_window->editor();
    if (editor->workspace().files.empty())
        return;
    FieldRef selected = m_window->selection()->current();
    selected.file = std::max(0, selected.file);
    const StructureEdit edit = sallyport::addExpectation(editor->workspace(), selected, expectation);
    editor->endMerge();
    if (!edit.changes.isEmpty()) {
        if (const Result<bool> done = editor->edit(edit.undoText, edit.changes); !done)
            return m_window->messages()->showError(done.error());
    }
    m_window->selection()->select(edit.selectAfter);
    m_window->statusBar()->showMessage(
        edit.changes.isEmpty() ? tr("This is expected already.") : tr("The request is expected from now on."), 10'000);
}

void TraceDocks::showState()
{
    const ExpectationsModel *model = m_expectations->model();
    m_expectationsDock->setWindowTitle(m_expectations->title());
    m_state->setVisible(model->rowCount() > 0);
    m_state->setText(m_expectations->title());
    const ExpectationState worst = model->count(ExpectationState::Fails) > 0 ? ExpectationState::Fails
        : model->count(ExpectationState::Unknown) > 0                        ? ExpectationState::Unknown
                                                                             : ExpectationState::Holds;
    m_state->setIcon(iconOf(worst));
}

} // namespace sallyport
