// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/traceview.h"

#include "ui/fields/enterkey.h"
#include "ui/form/flowstrip.h"
#include "ui/preview/bars.h"
#include "ui/trace/traceflow.h"
#include "ui/trace/tracemodel.h"
#include "ui/trace/verdict.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

TraceView::TraceView(std::function<QString(int)> titleOf, QWidget *parent)
    : QWidget(parent)
    , m_model(new TraceModel(std::move(titleOf), this))
    , m_sign(new QLabel)
    , m_verdict(new QLabel)
    , m_strip(new FlowStrip)
    , m_steps(new QTreeView)
    , m_empty(new QLabel)
{
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setAccessibleName(tr("Verdict"));
    QFont bold = font();
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_strip->setAccessibleName(tr("Way of the request"));
    m_strip->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // it must not make the window wide
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setContentsMargins(barMargins(this));

    m_steps->setModel(m_model);
    m_steps->setObjectName(u"steps"_s);
    m_steps->setAccessibleName(tr("Steps of the request"));
    m_steps->setAccessibleDescription(
        tr("What happens on the way, what decides it, and what lost. Enter goes to the field that decides a step."));
    m_steps->setUniformRowHeights(true);
    m_steps->setAllColumnsShowFocus(true);
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setContextMenuPolicy(Qt::CustomContextMenu);
    m_steps->installEventFilter(this);
    const int character = fontMetrics().averageCharWidth();
    m_steps->header()->resizeSection(TraceModel::StageColumn, character * 18);
    m_steps->header()->resizeSection(TraceModel::TextColumn, character * 58);
    m_steps->header()->resizeSection(TraceModel::ObjectColumn, character * 46);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(barMargins(this));
    top->addWidget(m_sign);
    top->addWidget(m_verdict, 2);
    top->addWidget(m_strip, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_empty, 1);

    connect(m_model, &QAbstractItemModel::rowsInserted, m_steps, [this](const QModelIndex &step, int first, int last) {
        for (int i = first; !step.isValid() && i <= last; ++i)
            m_steps->expand(m_model->index(i, 0));
    });
    connect(m_steps, &QTreeView::clicked, this,
            [this](const QModelIndex &index) { emit fieldSelected(m_model->fieldAt(index)); });
    connect(m_steps, &QTreeView::doubleClicked, this, &TraceView::activate);
    connect(m_steps, &QTreeView::customContextMenuRequested, this, &TraceView::showMenu);
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        // Steps that come and go move the current row, too; only the keyboard means it.
        if (index.isValid() && m_steps->hasFocus())
            emit fieldSelected(m_model->fieldAt(index));
    });
    clear({});
}

QString TraceView::verdict() const
{
    return m_verdict->text();
}

void TraceView::clear(const QString &reason)
{
    m_model->setSteps({});
    m_sign->clear();
    m_verdict->clear();
    m_strip->show({});
    m_steps->hide();
    m_empty->setText(reason);
    m_empty->show();
}

void TraceView::show(const PlacedTrace &trace)
{
    showVerdict(trace);
    const Flow flow = flowOf(trace);
    m_strip->show(flow, flow == Flow() ? std::nullopt : std::optional(endOf(trace)));
    const bool wasEmpty = m_steps->isHidden();
    m_empty->hide();
    m_steps->show();
    m_model->setSteps(trace.steps);
    if (wasEmpty)
        m_steps->expandAll();
}

void TraceView::showVerdict(const PlacedTrace &trace)
{
    m_shown = trace.result.verdict;
    QString sentence = sentenceOf(trace.result);
    if (!trace.missing.object.isEmpty())
        sentence += u" ("_s + trace.missing.toText() + u')';
    showSign();
    if (m_verdict->text() != sentence)
        m_verdict->setText(sentence);
    m_verdict->setToolTip(sentence);
}

/// A label's picture has the colours of the moment it was made.
void TraceView::showSign()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_sign->setPixmap(iconOf(m_shown).pixmap(QSize(size, size), devicePixelRatioF()));
    m_sign->setAccessibleName(wordOf(m_shown));
}

void TraceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_verdict->text().isEmpty())
        showSign();
}

void TraceView::activate(const QModelIndex &index)
{
    if (index.isValid())
        emit fieldActivated(m_model->fieldAt(index));
}

void TraceView::showMenu(const QPoint &position)
{
    const QModelIndex index = m_steps->currentIndex();
    if (!index.isValid())
        return;
    const PlacedField field = m_model->fieldAt(index);
    QMenu menu(this);
    QAction *toField = menu.addAction(tr("&Go to Field"), this, [this, field] { emit fieldActivated(field); });
    toField->setEnabled(field.place.ref.isValid());
    QAction *toObject = menu.addAction(tr("Show &Object"), this, [this, field] { emit fieldSelected(field); });
    toObject->setEnabled(field.content || field.place.ref.isValid());
    menu.addSeparator();
    const QString text = index.siblingAtColumn(TraceModel::TextColumn).data().toString();
    menu.addAction(tr("&Copy"), this, [text, field] {
        QGuiApplication::clipboard()->setText(field.object.isEmpty() ? text : u"%1 (%2)"_s.arg(text, field.toText()));
    });
    menu.exec(m_steps->viewport()->mapToGlobal(position));
}

bool TraceView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_steps || !isEnterPress(event))
        return QWidget::eventFilter(watched, event);
    activate(m_steps->currentIndex());
    return true;
}

} // namespace sallyport
