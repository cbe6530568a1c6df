// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/expectationspane.h"

#include "core/document/livetrace.h"
#include "core/document/workspaceeditor.h"
#include "ui/fields/clearbutton.h"
#include "ui/fields/enterkey.h"
#include "ui/preview/bars.h"
#include "ui/trace/expectationsmodel.h"
#include "ui/trace/traceview.h"
#include "ui/trace/verdict.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr ExpectationState states[] = {ExpectationState::Fails, ExpectationState::Unknown, ExpectationState::Holds};

} // namespace

ExpectationsPane::ExpectationsPane(WorkspaceEditor *editor, LiveTrace *live, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_live(live)
    , m_model(new ExpectationsModel(this))
    , m_filter(new ExpectationsFilter(this))
    , m_list(new QTreeView)
    , m_trace(new TraceView([editor](int file) { return editor->title(file); }))
    , m_pages(new QStackedWidget)
    , m_text(new QLineEdit)
    , m_nothingFits(new QLabel(tr("No expectation matches the filter.")))
    , m_open(new QPushButton(tr("Open in &Trace")))
{
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setObjectName(u"expectations"_s);
    m_list->setAccessibleName(tr("Expectations"));
    m_list->setAccessibleDescription(tr("All cases and what came of them. Enter goes to the case."));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    const int character = fontMetrics().averageCharWidth();
    m_list->header()->resizeSection(ExpectationsModel::StateColumn, character * 15);
    m_list->header()->resizeSection(ExpectationsModel::TitleColumn, character * 24);
    m_list->header()->resizeSection(ExpectationsModel::RequestColumn, character * 40);
    m_list->header()->resizeSection(ExpectationsModel::ExpectedColumn, character * 20);
    m_nothingFits->setAlignment(Qt::AlignCenter);
    m_nothingFits->setForegroundRole(QPalette::PlaceholderText);

    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->setSpacing(0);
    leftLayout->addWidget(newFilterRow());
    leftLayout->addWidget(m_list, 1);
    leftLayout->addWidget(m_nothingFits, 1);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_trace);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_pages->addWidget(splitter);
    m_pages->addWidget(newEmptyPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);

    connect(editor, &WorkspaceEditor::compiled, this, &ExpectationsPane::showPage);
    connect(live, &LiveTrace::evaluated, this, &ExpectationsPane::takeResults);
    connect(live, &LiveTrace::traced, this, [this](const QObject *viewer, const PlacedTrace &trace) {
        if (viewer == this)
            m_trace->show(trace);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExpectationsPane::follow);
    connect(m_list, &QTreeView::doubleClicked, this, &ExpectationsPane::activate);
    connect(m_list, &QTreeView::customContextMenuRequested, this, &ExpectationsPane::showMenu);
    takeResults();
    follow();
}

QWidget *ExpectationsPane::newFilterRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(barMargins(this));
    for (size_t i = 0; i < m_states.size(); ++i) {
        auto *button = m_states[i] = new QToolButton;
        button->setIcon(iconOf(states[i]));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::toggled, this, [this, i](bool shown) {
            m_filter->setShown(states[i], shown);
            showCounts();
        });
        layout->addWidget(button);
    }
    m_text->setObjectName(u"filter"_s);
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter expectations"));
    m_text->setAccessibleDescription(tr("Shows only the cases with these words in any column."));
    addClearButton(m_text);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showCounts();
    });
    layout->addWidget(m_text, 1);
    m_open->setToolTip(tr("Why is it so? Trace the request, and try variants of it."));
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const ExpectationResult *result = current())
            emit traceWanted(requestOf(result->expectation));
    });
    layout->addWidget(m_open);
    return row;
}

QWidget *ExpectationsPane::newEmptyPage()
{
    auto *page = new QWidget;
    auto *text = new QLabel(tr(
        "An expectation is a request of a workload and what must become of it. They are tried with every change, and by "
        "\"sallyport check\". There are none in this workspace yet."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    auto *button = new QPushButton(tr("Add Expectations"));
    button->setObjectName(u"addExpectations"_s);
    connect(button, &QPushButton::clicked, this, &ExpectationsPane::documentWanted);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(button, 0, Qt::AlignCenter);
    layout->addStretch();
    return page;
}

void ExpectationsPane::takeResults()
{
    m_model->setResults(m_live->results());
    showPage();
    follow(); // the request may be another one in the same place
    showCounts();
    emit titleChanged();
}

void ExpectationsPane::showPage()
{
    const bool hasDocument = !documentsOf(m_editor->workspace(), DocumentKind::Expectations).empty();
    m_pages->setCurrentIndex(hasDocument ? 0 : 1);
}

QString ExpectationsPane::title() const
{
    const int fails = m_model->count(ExpectationState::Fails);
    const int unknown = m_model->count(ExpectationState::Unknown);
    if (fails > 0)
        return tr("Expectations (%Ln fail)", nullptr, fails);
    if (unknown > 0)
        return tr("Expectations (%Ln unknown)", nullptr, unknown);
    return m_model->rowCount() > 0 ? tr("Expectations (all hold)") : tr("Expectations");
}

void ExpectationsPane::showCounts()
{
    for (size_t i = 0; i < m_states.size(); ++i) {
        const int count = m_model->count(states[i]);
        m_states[i]->setText(u"%1 %L2"_s.arg(wordOf(states[i])).arg(count));
        m_states[i]->setAccessibleName(u"%1: %2"_s.arg(wordOf(states[i])).arg(count));
        m_states[i]->setToolTip(tr("%1: show or hide them").arg(wordOf(states[i])));
    }
    const bool isEmpty = m_filter->rowCount() == 0;
    m_nothingFits->setText(m_model->rowCount() > 0 ? tr("No expectation matches the filter.")
                               : m_live->isBusy()  ? tr("They are being tried…")
                                                   : tr("The document has no case yet that can be tried."));
    m_list->setVisible(!isEmpty);
    m_nothingFits->setVisible(isEmpty);
    m_open->setEnabled(current());
}

const ExpectationResult *ExpectationsPane::current() const
{
    const QModelIndex row = m_filter->mapToSource(m_list->currentIndex());
    return row.isValid() ? &m_model->result(row.row()) : nullptr;
}

void ExpectationsPane::follow()
{
    const ExpectationResult *result = current();
    m_open->setEnabled(result);
    if (!result) {
        m_live->unwatch(this);
        m_trace->clear(tr("Select an expectation to see what becomes of its request."));
    } else if (isVisible()) {
        m_live->watch(this, requestOf(result->expectation));
    }
}

void ExpectationsPane::activate(const QModelIndex &row)
{
    if (row.isValid())
        emit caseActivated(m_model->result(m_filter->mapToSource(row).row()).where);
}

void ExpectationsPane::showMenu(const QPoint &position)
{
    const ExpectationResult *result = current();
    if (!result)
        return;
    QMenu menu(this);
    menu.addAction(tr("&Go to Case"), this, [this] { activate(m_list->currentIndex()); });
    const QString why =
        result->trace.verdict == TraceVerdict::Blocked ? tr("&Why Is This Blocked?") : tr("Open in &Trace");
    menu.addAction(why, m_open, &QPushButton::click);
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

void ExpectationsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void ExpectationsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_live->unwatch(this);
}

bool ExpectationsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || !isEnterPress(event))
        return QWidget::eventFilter(watched, event);
    activate(m_list->currentIndex());
    return true;
}

} // namespace sallyport
