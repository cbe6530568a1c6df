// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/problems/problemsview.h"

#include "core/document/workspaceeditor.h"
#include "ui/fields/clearbutton.h"
#include "ui/fields/marks.h"
#include "ui/preview/bars.h"
#include "ui/preview/fieldplace.h"
#include "ui/problems/problemdetail.h"
#include "ui/problems/problemsfilter.h"
#include "ui/problems/problemsmodel.h"
#include "ui/selection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr Severity severities[] = {Severity::Error, Severity::Warning, Severity::Note};

} // namespace

ProblemsView::ProblemsView(WorkspaceEditor *workspace, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_selection(selection)
    , m_model(new ProblemsModel(workspace, this))
    , m_filter(new ProblemsFilter(this))
    , m_list(new QTreeView)
    , m_empty(new QLabel(tr("No problems.")))
    , m_detail(new ProblemDetail(workspace))
    , m_text(new QLineEdit)
{
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSortingEnabled(true);
    m_list->header()->setSortIndicator(-1, Qt::AscendingOrder); // the model's own order until a column is chosen
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setAccessibleDescription(tr("All findings. Enter goes to the field of one."));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    const int character = fontMetrics().averageCharWidth();
    m_list->header()->resizeSection(ProblemsModel::SeverityColumn, character * 14);
    m_list->header()->resizeSection(ProblemsModel::MessageColumn, character * 58);
    m_list->header()->resizeSection(ProblemsModel::PlaceColumn, character * 18);
    m_list->header()->resizeSection(ProblemsModel::CodeColumn, character * 22);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->setSpacing(0);
    leftLayout->addWidget(makeFilterRow());
    leftLayout->addWidget(m_list, 1);
    leftLayout->addWidget(m_empty, 1);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);

    connect(m_list, &QTreeView::doubleClicked, this, &ProblemsView::goTo);
    connect(m_list, &QTreeView::customContextMenuRequested, this, &ProblemsView::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsView::showDetail);
    connect(m_detail, &ProblemDetail::fixClosed, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(workspace, &WorkspaceEditor::compiled, this, &ProblemsView::showCounts);
    connect(workspace, &WorkspaceEditor::compiled, this, &ProblemsView::showDetail);
    showCounts();
}

QWidget *ProblemsView::makeFilterRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(barMargins(this));
    for (size_t i = 0; i < m_severities.size(); ++i) {
        auto *button = m_severities[i] = new QToolButton;
        button->setIcon(iconOf(severities[i]));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        connect(button, &QToolButton::toggled, this, [this, i](bool shown) {
            m_filter->setShown(severities[i], shown);
            showCounts();
        });
        layout->addWidget(button);
    }
    m_text->setObjectName(u"filter"_s);
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter problems"));
    m_text->setAccessibleDescription(tr("Shows only the findings with these words in their code, place or sentence."));
    addClearButton(m_text);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showCounts();
    });
    layout->addWidget(m_text, 1);
    return row;
}

void ProblemsView::showCounts()
{
    const QString names[] = {tr("Errors"), tr("Warnings"), tr("Notes")};
    for (size_t i = 0; i < m_severities.size(); ++i) {
        const int count = m_model->count(severities[i]);
        m_severities[i]->setText(QString::number(count));
        m_severities[i]->setAccessibleName(u"%1: %2"_s.arg(names[i]).arg(count));
        m_severities[i]->setToolTip(tr("%1: show or hide them").arg(names[i]));
    }
    const bool isEmpty = m_filter->rowCount() == 0;
    m_empty->setText(m_model->rowCount() == 0 ? tr("No problems.") : tr("No problem matches the filter."));
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
}

const Diagnostic *ProblemsView::current() const
{
    const QModelIndex row = m_filter->mapToSource(m_list->currentIndex());
    return row.isValid() ? &m_model->finding(row.row()) : nullptr;
}

void ProblemsView::showDetail()
{
    if (const Diagnostic *finding = current())
        m_detail->setFinding(*finding);
    else
        m_detail->clear();
}

void ProblemsView::goTo(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const Diagnostic &finding = m_model->finding(m_filter->mapToSource(row).row());
    if (finding.begin < 0)
        return m_selection->reveal(finding.where);
    m_selection->select({finding.where.file, finding.where.document, {}});
    emit textWanted(finding.where.file, finding.begin);
}

void ProblemsView::nextProblem()
{
    step(1);
}

void ProblemsView::previousProblem()
{
    step(-1);
}

void ProblemsView::step(int by)
{
    const int count = m_filter->rowCount();
    if (count == 0)
        return;
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (by > 0 ? -1 : 0);
    const QModelIndex row = m_filter->index((now + by + count) % count, 0);
    m_list->setCurrentIndex(row);
    goTo(row);
}

void ProblemsView::showMenu(const QPoint &position)
{
    const Diagnostic *finding = current();
    if (!finding)
        return;
    QMenu menu(this);
    menu.addAction(tr("&Go to Field"), this, [this] { goTo(m_list->currentIndex()); });
    if (!destinationPathOf(finding->where.path).isEmpty())
        menu.addAction(tr("&Why Is This Blocked?"), this, [this, field = finding->where] { emit traceWanted(field); });
    menu.addSeparator();
    for (const Fix &fix : m_detail->fixes()) {
        QString title = fix.title;
        menu.addAction(title.replace(u'&', u"&&"_s) + u'…', this, [this, fix] { m_detail->openFix(fix); });
    }
    menu.addSeparator();
    menu.addAction(tr("&Copy"), this, [text = u"%1 %2"_s.arg(finding->code, finding->message)] {
        QGuiApplication::clipboard()->setText(text);
    });
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

bool ProblemsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    // Alt+Enter opens the first way out, as editors have it; Enter goes to the field.
    const QList<Fix> fixes = m_detail->fixes();
    if (!key->modifiers().testFlag(Qt::AltModifier))
        goTo(m_list->currentIndex());
    else if (!fixes.isEmpty())
        m_detail->openFix(fixes.first());
    return true;
}

} // namespace sallyport
