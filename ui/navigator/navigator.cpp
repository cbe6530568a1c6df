// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigator.h"

#include "ui/icons.h"
#include "ui/navigator/navigatordelegate.h"
#include "ui/navigator/navigatormodel.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Policies with more rules than this open folded: their rules are found by the filter, not by scrolling.
constexpr int maxUnfoldedRules = 30;

} // namespace

Navigator::Navigator(WorkspaceEditor *editor, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_model(new NavigatorModel(editor, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
    , m_filter(new QLineEdit(this))
    , m_hint(new QWidget(this))
    , m_hintText(new QLabel(m_hint))
    , m_hintButton(new QPushButton(m_hint))
{
    // When the current entry goes, the view would go to its neighbour: where to look then is for those to say who changed the text.
    // Connected before the views' own models, to be the first to know.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_showing = true; });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] { m_showing = false; });
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(NavigatorModel::WordsRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setAutoAcceptChildRows(true);

    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new NavigatorDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setExpandsOnDoubleClick(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(m_view->fontMetrics().height());
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);

    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);

    m_hintText->setWordWrap(true);
    m_hintText->setAlignment(Qt::AlignCenter);
    auto *hintLayout = new QVBoxLayout(m_hint);
    hintLayout->addStretch();
    hintLayout->addWidget(m_hintText);
    hintLayout->addWidget(m_hintButton, 0, Qt::AlignHCenter);
    hintLayout->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_hint, 1);
    setFocusProxy(m_view);

    connect(m_filter, &QLineEdit::textEdited, this, &Navigator::setFilter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) // the clear button does not count as editing
            setFilter(text);
    });
    connect(m_hintButton, &QPushButton::clicked, this, [this] {
        if (m_filter->text().isEmpty())
            emit newPolicyRequested();
        else
            m_filter->clear();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &Navigator::takeSelection);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &Navigator::expandNew);
    connect(m_filtered, &QAbstractItemModel::rowsRemoved, this, &Navigator::updateHint);
    connect(m_selection, &Selection::changed, this, &Navigator::showSelection);
    // After a change of the structure another entry may stand for the selection.
    connect(m_editor, &WorkspaceEditor::textEdited, this, &Navigator::showSelection);

    retranslate();
    expandNew({}, 0, m_filtered->rowCount() - 1);
    showSelection();
    updateHint();
}

void Navigator::setContextActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action) {
            m_view->addAction(action);
            continue;
        }
        auto *separator = new QAction(this);
        separator->setSeparator(true);
        m_view->addAction(separator);
    }
}

void Navigator::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of the navigator"));
    m_filter->setToolTip(tr("Shows what has these words: names, hosts, namespaces, labels, HTTP, TLS or TCP."));
    m_view->setAccessibleName(tr("Policies and rules"));
    updateHint();
}

void Navigator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        m_view->setIndentation(m_view->fontMetrics().height());
    QWidget::changeEvent(event);
}

bool Navigator::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_view->setFocus();
            return true;
        case Qt::Key_Escape:
            m_filter->clear();
            m_view->setFocus();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Navigator::setFilter(const QString &text)
{
    const QScopedValueRollback guard(m_showing, true); // what disappears must not change the selection
    m_filtered->setFilterFixedString(text.trimmed());
    if (!text.isEmpty())
        m_view->expandAll();
    updateHint();
    m_showing = false;
    showSelection();
}

void Navigator::showSelection()
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(m_selection->current()));
    if (index == m_view->currentIndex())
        return;
    const QScopedValueRollback guard(m_showing, true);
    if (!index.isValid()) {
        m_view->selectionModel()->clearCurrentIndex();
        m_view->clearSelection();
        return;
    }
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void Navigator::takeSelection(const QModelIndex &current)
{
    if (m_showing || !current.isValid())
        return;
    const FieldRef where = NavigatorModel::whereOf(m_filtered->mapToSource(current));
    if (where.isValid())
        m_selection->select(where);
}

void Navigator::expandNew(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_filtered->index(row, 0, parent);
        const FieldRef where = NavigatorModel::whereOf(m_filtered->mapToSource(index));
        const int children = m_filtered->rowCount(index);
        if (!where.isValid() || (where.document >= 0 && children > maxUnfoldedRules))
            continue; // groups of foreign documents and long lists stay folded
        m_view->expand(index);
        expandNew(index, 0, children - 1);
    }
    if (parent.isValid() && NavigatorModel::whereOf(m_filtered->mapToSource(parent)).isValid()
        && m_filtered->rowCount(parent) == last - first + 1)
        m_view->expand(parent); // its first children
    updateHint();
}

void Navigator::updateHint()
{
    const bool isEmpty = m_filtered->rowCount() == 0;
    m_view->setVisible(!isEmpty);
    m_hint->setVisible(isEmpty);
    const bool isFiltered = !m_filter->text().isEmpty();
    m_hintText->setText(isFiltered ? tr("Nothing here has the words “%1”.").arg(m_filter->text())
                                   : tr("No file is open. Policies and their rules are listed here."));
    m_hintButton->setText(isFiltered ? tr("Clear Filter") : tr("New Policy"));
}

} // namespace sallyport
